import { openDoors, type DiscoverySettings } from '../dns/doors.js';
import type { LookupPorts } from '../dns/resolver.js';
import { failure, type Failure, type FailureCode } from '../model/failure.js';
import type { HostMetaLink } from '../xmpp/host-meta.js';
import { readAt, type Fetched, type Place } from './host-meta-files.js';
import { inWords } from './layer.js';
import type { ProbePorts, ProbeSettings } from './look.js';

/** Addresses of one host that are tried until somebody listens, as browsers do. */
const MAX_ADDRESSES = 2;

/** Connections to one address and port: the doors behind it need some of theirs as well. */
const MAX_CONNECTIONS = 4;

/** Pause before a second try. */
const RETRY_PAUSE_MS = 1000;

/** A link, and in which of the files it stands. */
export interface AdvertisedLink extends HostMetaLink {
  readonly overTls: boolean;
  readonly inPlaintext: boolean | 'unknown';
}

/** Connections that were made to one address and port. */
export interface Spent {
  readonly address: string;
  readonly port: number;
  readonly connections: number;
}

export interface HostMeta {
  readonly links: readonly AdvertisedLink[];
  readonly notes: readonly string[];
  /** Set where links may stand in a file that we could not read, and others can. */
  readonly unread?: Failure;
  readonly spent: readonly Spent[];
}

type Ports = ProbePorts & LookupPorts;

interface Reading {
  readonly domain: string;
  readonly discovery: DiscoverySettings;
  readonly settings: ProbeSettings;
  readonly ports: Ports;
  /** Grows with every connection. */
  readonly spent: Spent[];
}

/**
 * Reads what the domain says of its BOSH and WebSocket doors: at `https:`, which alone counts (XEP-0156 section 3), and
 * at `http:`, to see whether it is said there too. A redirect to another host is followed once, over TLS only. No file, or
 * no web server, is how most domains are: that gives no note, and no doubt.
 */
export async function readHostMetaOf(
  domain: string,
  discovery: DiscoverySettings,
  settings: ProbeSettings,
  ports: Ports,
): Promise<HostMeta> {
  const reading: Reading = { domain, discovery, settings, ports, spent: [] };
  const [secured, plain] = await Promise.all([readOver('https', reading), readOver('http', reading)]);
  return {
    links: mergeLinks(secured, plain),
    notes: secured.notes,
    ...(secured.unread === undefined ? {} : { unread: secured.unread }),
    spent: reading.spent,
  };
}

interface Files {
  readonly links: readonly HostMetaLink[];
  readonly notes: readonly string[];
  readonly unread?: Failure;
}

/** The files of one domain (XEP-0156 section 3): XRD is the one everybody must have, JRD knows more (XEP-0487). */
const FILES = ['/.well-known/host-meta', '/.well-known/host-meta.json'] as const;

async function readOver(scheme: 'https' | 'http', reading: Reading): Promise<Files> {
  const urls = FILES.map((path) => new URL(`${scheme}://${reading.domain}${path}`));
  const fetched = await fetchFrom(reading.domain, urls, reading);
  if ('code' in fetched) {
    const isOpen = isUnknown(fetched) || (scheme === 'http' && fetched.code !== 'tcp.refused');
    return isOpen ? { links: [], ...unreadAt(urls, fetched) } : EMPTY;
  }
  const elsewhere = scheme === 'https' ? await followAll(fetched, reading) : [];
  return filesOf([...fetched.filter(({ kind }) => kind !== 'moved' || scheme === 'http'), ...elsewhere]);
}

const EMPTY: Files = { links: [], notes: [] };

/** Follows each redirect to another host once; a second one is left with a note. */
async function followAll(fetched: readonly Fetched[], reading: Reading): Promise<readonly Fetched[]> {
  const moved = fetched.flatMap((one) => (one.kind === 'moved' ? [one] : []));
  const hosts = [...new Set(moved.filter(({ to }) => to.protocol === 'https:').map(({ to }) => to.host))];
  const followed: Fetched[] = [];
  for (const host of hosts) {
    const here = moved.filter(({ to }) => to.host === host && to.protocol === 'https:');
    const found = await fetchFrom(
      hostOf(here[0]?.to),
      here.map(({ to }) => to),
      reading,
    );
    // A redirect that leads to nobody is one that we could not follow, and say so.
    followed.push(...('code' in found ? here.map((one) => ({ ...one, why: found })) : found));
  }
  return [...followed, ...moved.filter(({ to }) => to.protocol !== 'https:')];
}

function hostOf(url: URL | undefined): string {
  return (url?.hostname ?? '').replace(/^\[|\]$/gu, '');
}

/** Asks the first address of a host at which somebody listens; the failure where there is none. */
async function fetchFrom(
  host: string,
  urls: readonly URL[],
  { discovery, settings, ports, spent }: Reading,
): Promise<readonly Fetched[] | Failure> {
  const [{ protocol, port } = new URL('https://invalid/')] = urls;
  const isSecured = protocol === 'https:';
  const number = port === '' ? (isSecured ? 443 : 80) : Number(port);
  const door = { service: 'c2s', transport: 'bosh', host, port: number, source: 'host-meta' } as const;
  const { endpoints, unresolved } = await openDoors([door], discovery, ports);
  let why = unresolved[0]?.failure ?? failure('dns.nodata', 'addresses');
  for (const { address, family } of endpoints.slice(0, MAX_ADDRESSES)) {
    const place: Place = { address, family, port: number, ...(isSecured ? { host } : {}) };
    const left = (): number => MAX_CONNECTIONS - connectionsTo(place, spent);
    let fetched = await readAt(place, urls, left(), settings, ports, spent);
    for (let retry = 0; retry < settings.retries && isSecured && mayPass(fetched) && left() > 0; retry++) {
      await ports.clock.sleep(RETRY_PAUSE_MS, ports.signal);
      fetched = await readAt(place, urls, left(), settings, ports, spent);
    }
    const nobody = fetched.find((one) => one.kind === 'failed' && one.failure.step === 'connect');
    if (nobody?.kind !== 'failed') return fetched;
    why = nobody.failure;
  }
  return why;
}

/** Connections that were made to one address and port. */
export function connectionsTo({ address, port }: Omit<Spent, 'connections'>, spent: readonly Spent[]): number {
  const there = spent.filter((one) => one.address === address && one.port === port);
  return there.reduce((sum, { connections }) => sum + connections, 0);
}

function mayPass(fetched: readonly Fetched[]): boolean {
  return fetched.some((one) => one.kind === 'failed' && isInDoubt(one.failure));
}

/** What the name server did not tell, or the run had no time for: there may be a web server. */
function isUnknown({ code }: Failure): boolean {
  if (code === 'run.deadline' || code === 'probe.connections') return true;
  return code.startsWith('dns.') && code !== 'dns.nxdomain' && code !== 'dns.nodata';
}

/** Failures by which somebody else, or we in an hour, may be given the file: a web server in trouble, or one that hung up. */
const IN_DOUBT: readonly FailureCode[] = [
  'http.error',
  'http.closed',
  'http.timeout',
  'tls.timeout',
  'probe.connections',
  'run.deadline',
];

/**
 * One that turns us away (403) does so with everybody as a rule, since many hide all files whose names begin with a dot;
 * and a handshake that is broken off is how servers without a web site for that name behave.
 */
function isInDoubt({ code, step }: Failure): boolean {
  return IN_DOUBT.includes(code) || (code === 'tcp.reset' && step === 'header');
}

/** Failures that show that no web site of the domain is there. */
const NOBODY: readonly FailureCode[] = [
  'http.refused',
  'http.not-http',
  'tls.alert',
  'tls.not-tls',
  'tls.local-refusal',
];

function filesOf(fetched: readonly Fetched[]): Files {
  const parts = fetched.map(partOf);
  const unread = parts.find((part) => part.unread !== undefined)?.unread;
  return {
    links: parts.flatMap(({ links }) => links),
    notes: [...new Set(parts.flatMap(({ notes }) => notes))],
    ...(unread === undefined ? {} : { unread }),
  };
}

function partOf(one: Fetched): Files {
  switch (one.kind) {
    case 'file': {
      const { url, file, untrusted } = one;
      if (file.kind === 'none') return EMPTY;
      if (file.kind === 'unreadable') return { links: [], ...unreadBecause(url, UNREADABLE[file.why]) };
      const refused = file.links.length === 0 ? [] : untrusted;
      const notes = refused.map((why) => `host-meta comes with a certificate that clients refuse: ${why}`);
      if (file.leftOut === 0) return { links: file.links, notes };
      const more = unreadBecause(url, `${file.leftOut} links or addresses more than we follow stand in it`);
      return { links: file.links, unread: more.unread, notes: [...notes, ...more.notes] };
    }
    case 'moved':
      return partNotFollowed(one);
    case 'failed': {
      if (NOBODY.includes(one.failure.code)) return EMPTY;
      const { notes, unread } = unreadAt([one.url], one.failure);
      return isInDoubt(one.failure) ? { links: [], notes, unread } : { links: [], notes };
    }
  }
}

function partNotFollowed({ url, to, why }: Extract<Fetched, { kind: 'moved' }>): Files {
  const reason = why === undefined ? 'one redirect is followed, over TLS only' : inWords(why);
  const notes = [`host-meta at ${url.href} is redirected to ${to.href}, which was not followed: ${reason}`];
  return why !== undefined && isUnknown(why)
    ? { links: [], notes, unread: unreadAt([to], why).unread }
    : { links: [], notes };
}

const UNREADABLE = {
  'too-long': 'it is longer than what we read',
  malformed: 'it is not well-formed, or declares entities',
} as const;

function unreadAt([url]: readonly URL[], why: Failure): { notes: readonly string[]; unread: Failure } {
  return unreadBecause(url, inWords(why));
}

function unreadBecause(url: URL | undefined, why: string): { notes: readonly string[]; unread: Failure } {
  const unread = failure('host-meta.unread', 'header', why);
  return { notes: [`host-meta at ${url?.href ?? ''} could not be read: ${why}`], unread };
}

/** Every link once; one that stands in both files has the fields of both. */
function mergeLinks(secured: Files, plain: Files): readonly AdvertisedLink[] {
  const byKey = new Map<string, AdvertisedLink>();
  const nothing = plain.unread === undefined ? false : 'unknown';
  const add = (link: HostMetaLink, overTls: boolean): void => {
    const key = [link.relation, link.href ?? `${link.ips.join(' ')} ${link.port ?? ''}`].join(' ');
    const known = byKey.get(key);
    byKey.set(key, {
      ...known,
      ...link,
      ips: [...new Set([...(known?.ips ?? []), ...link.ips])],
      overTls: overTls || known?.overTls === true,
      inPlaintext: overTls ? (known?.inPlaintext ?? nothing) : true,
    });
  };
  for (const link of secured.links) add(link, true);
  for (const link of plain.links) add(link, false);
  return [...byKey.values()];
}
