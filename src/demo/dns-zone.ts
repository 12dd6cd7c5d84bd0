/** What a name server can answer instead of records. `TIMEOUT` is no answer at all. */
export type ZoneTrouble = 'NXDOMAIN' | 'NODATA' | 'SERVFAIL' | 'REFUSED' | 'TIMEOUT';

/** The records of one name in the notation of zone files; a type that is not named has no records. */
export interface ZoneName {
  /** `priority weight port target`, for example `5 0 5222 xmpp.example.org`. */
  readonly SRV?: readonly string[] | ZoneTrouble;
  readonly A?: readonly string[] | ZoneTrouble;
  readonly AAAA?: readonly string[] | ZoneTrouble;
  /** The name this one is an alias of; it answers for every type that is not named beside it. */
  readonly CNAME?: string;
  /** Over UDP only the TC bit, over TCP everything. */
  readonly truncated?: boolean;
  /** Sets the AD bit, as a validating resolver does. */
  readonly authentic?: boolean;
}

/**
 * DNS as a literal: names in lower case without a trailing dot. A name that is not in it does not exist, unless a name
 * below it does (RFC 8020).
 *
 *     { '_xmpp-client._tcp.example.org': { SRV: ['5 0 5222 xmpp.example.org'] },
 *       'xmpp.example.org': { A: ['127.0.0.1'], AAAA: 'SERVFAIL' },
 *       'broken.example.org': 'TIMEOUT' }
 */
export type Zone = Readonly<Record<string, ZoneName | ZoneTrouble>>;

export type ZoneRecord = { readonly name: string } & (
  | { readonly type: 'A' | 'AAAA' | 'CNAME'; readonly data: string }
  | {
      readonly type: 'SRV';
      readonly data: {
        readonly priority: number;
        readonly weight: number;
        readonly port: number;
        readonly target: string;
      };
    }
);

export interface ZoneAnswer {
  readonly rcode: 'NOERROR' | Exclude<ZoneTrouble, 'NODATA' | 'TIMEOUT'> | 'TIMEOUT';
  /** CNAME records first, in the order of the chain. */
  readonly records: readonly ZoneRecord[];
  readonly truncated: boolean;
  readonly authentic: boolean;
}

/** More than any test chains; an endless chain is answered as far as this, as name servers do. */
const MAX_ALIASES = 16;

/** Answers a question from a zone: what the server of the demo sends, and what the in-memory resolver of the tests reads. */
export function lookUp(zone: Zone, name: string, type: string): ZoneAnswer {
  const records: ZoneRecord[] = [];
  let owner = normalise(name);
  let truncated = false;
  let authentic = true;
  for (;;) {
    const entry = zone[owner] ?? (hasNamesBelow(zone, owner) ? {} : 'NXDOMAIN');
    if (typeof entry === 'string') return answer(entry, records, truncated, false);
    truncated ||= entry.truncated === true;
    authentic &&= entry.authentic === true;

    const found = recordsOf(entry, owner, type);
    if (typeof found === 'string') return answer(found, records, truncated, authentic);
    records.push(...found);
    const alias = found.length === 0 && entry[type as keyof ZoneName] === undefined ? entry.CNAME : undefined;
    if (alias === undefined || records.length >= MAX_ALIASES) return answer('NODATA', records, truncated, authentic);
    records.push({ name: owner, type: 'CNAME', data: alias });
    owner = normalise(alias);
  }
}

function answer(
  outcome: ZoneTrouble,
  records: readonly ZoneRecord[],
  truncated: boolean,
  authentic: boolean,
): ZoneAnswer {
  return { rcode: outcome === 'NODATA' ? 'NOERROR' : outcome, records, truncated, authentic };
}

function recordsOf(entry: ZoneName, name: string, type: string): ZoneRecord[] | ZoneTrouble {
  if (type === 'CNAME') return entry.CNAME === undefined ? [] : [{ name, type, data: entry.CNAME }];
  if (type !== 'A' && type !== 'AAAA' && type !== 'SRV') return [];
  const found = entry[type] ?? [];
  if (typeof found === 'string') return found;
  return found.map((text) => (type === 'SRV' ? { name, type, data: parseSrv(text) } : { name, type, data: text }));
}

function parseSrv(text: string): { priority: number; weight: number; port: number; target: string } {
  const fields = /^(\d+) (\d+) (\d+) (\S+)$/.exec(text);
  if (!fields) throw new Error(`an SRV record reads "priority weight port target", not "${text}"`);
  const [, priority, weight, port, target = ''] = fields;
  return { priority: Number(priority), weight: Number(weight), port: Number(port), target };
}

function hasNamesBelow(zone: Zone, name: string): boolean {
  return Object.keys(zone).some((other) => other.endsWith(`.${name}`));
}

function normalise(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}
