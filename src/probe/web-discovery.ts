import { addressFamily } from '../dns/addresses.js';
import { distinct, openDoors, type Door, type DiscoverySettings } from '../dns/doors.js';
import type { LookupPorts } from '../dns/resolver.js';
import { isEncrypted, type Endpoint, type UnresolvedHost } from '../model/endpoint.js';
import type { Service, Target } from '../model/target.js';
import { readHostMetaOf, type AdvertisedLink, type Spent } from './host-meta.js';
import type { ProbePorts, ProbeSettings } from './look.js';

export interface WebDiscoverySettings extends DiscoverySettings, ProbeSettings {
  /** Ports where BOSH and WebSocket without TLS are looked for unasked; absent: none. */
  readonly httpPorts?: readonly number[];
}

export interface WebDiscovery {
  /** Those that somebody named come first. A guess is there whether or not its port is open: looking at it will tell. */
  readonly endpoints: readonly Endpoint[];
  /** What may let plaintext in and cannot be looked at: hosts that the DNS did not tell us, and an unread host-meta. */
  readonly unresolved: readonly UnresolvedHost[];
  readonly notes: readonly string[];
  readonly spent: readonly Spent[];
}

const NOTHING: WebDiscovery = { endpoints: [], unresolved: [], notes: [], spent: [] };

/** XEP-0156 and XEP-0487: the relations that lead to what we can look at. */
const WEB_RELATIONS: Readonly<Record<string, 'bosh' | 'websocket'>> = { xbosh: 'bosh', websocket: 'websocket' };
const TLS_RELATIONS: Readonly<Record<string, Service>> = { tls: 'c2s', 's2s-tls': 's2s' };

const KINDS = ['bosh', 'websocket'] as const;

const SCHEMES = { bosh: ['http:', 'https:'], websocket: ['ws:', 'wss:'] } as const;

/**
 * Finds the doors that no SRV record names: those of host-meta, and guesses at `httpPorts` on the domain's own addresses
 * and those of its c2s hosts (`known`). Nothing for services whose endpoints the user has named.
 */
export async function discoverWeb(
  target: Target,
  known: readonly Endpoint[],
  settings: WebDiscoverySettings,
  ports: ProbePorts & LookupPorts,
): Promise<WebDiscovery> {
  const open = target.services.filter((service) => !target.endpoints.some((one) => one.service === service));
  if (!open.includes('c2s')) return NOTHING;
  const [meta, guessed] = await Promise.all([
    discoverAdvertised(target, open, settings, ports),
    guessDoors(target, known, settings, ports),
  ]);
  const all = distinct([...known, ...meta.endpoints, ...guessed], placeOf);
  return { ...meta, endpoints: all.filter((endpoint) => !known.includes(endpoint)) };
}

/** Two doors under one address of the web are the same, whoever named them; the first one is kept. */
function placeOf({ service, transport, address, port, url = '' }: Endpoint): string {
  return [service, transport, address, port, url].join(' ');
}

async function discoverAdvertised(
  { domain }: Target,
  services: readonly Service[],
  settings: WebDiscoverySettings,
  ports: ProbePorts & LookupPorts,
): Promise<WebDiscovery> {
  const meta = await readHostMetaOf(domain, settings, settings, ports);
  const notes = [...meta.notes];
  const doors = meta.links.flatMap((link): Door[] => {
    const named = doorsOf(link, domain);
    if (named.length === 0) notes.push(`host-meta names a ${link.relation} link that is not looked at`);
    return named.filter(({ service }) => services.includes(service));
  });
  const behind = await openDoors(doors, settings, ports);
  const lost = behind.unresolved.map(({ host, port, failure }) => `host-meta names ${host}:${port}: ${failure.code}`);
  const file = { service: 'c2s', host: domain, port: 443 } as const;
  const { unread: why } = meta;
  // Either kind of door may be named in it.
  const unread = why === undefined ? [] : KINDS.map((transport) => ({ ...file, transport, failure: why }));
  return {
    endpoints: behind.endpoints,
    unresolved: [...behind.unresolved.filter(mayLetPlaintextIn), ...unread],
    notes: [...notes, ...new Set(lost)],
    spent: meta.spent,
  };
}

/** Not where nobody can go: a host that does not exist, or one that is not of this internet. Nor where TLS comes first. */
function mayLetPlaintextIn({ transport, url, failure: { code } }: UnresolvedHost): boolean {
  const isNowhere = ['dns.nxdomain', 'dns.nodata', 'config.private-address'].includes(code);
  // What is beyond the limit may be anything.
  const hasTls = code !== 'dns.limit' && url !== undefined && isEncrypted({ transport, url });
  return !isNowhere && !hasTls;
}

/** What a link leads to; none where it is of a kind we cannot look at. */
function doorsOf(link: AdvertisedLink, domain: string): Door[] {
  const { relation, href = '', ips, port, sni = domain } = link;
  const advertised = { overTls: link.overTls, inPlaintext: link.inPlaintext };
  const common = { source: 'host-meta', advertised } as const;
  const addresses = ips.filter((ip) => addressFamily(ip) !== undefined);
  const transport = WEB_RELATIONS[relation];
  if (transport !== undefined) {
    const url = URL.canParse(href) ? new URL(href) : undefined;
    if (url === undefined || !SCHEMES[transport].some((scheme) => scheme === url.protocol)) return [];
    const door = { ...common, service: 'c2s', transport, port: portOf(url), url: withoutSecrets(url) } as const;
    // Clients of XEP-0487 go to these addresses, all others to those of the host.
    return [url.hostname.replace(/^\[|\]$/gu, ''), ...addresses].map((host) => ({ ...door, host }));
  }
  const service = TLS_RELATIONS[relation];
  // Another server name would be another certificate: what we know of direct TLS asks for the domain itself.
  if (service === undefined || port === undefined || sni !== domain) return [];
  return addresses.map((host) => ({ ...common, service, transport: 'direct-tls', host, port }));
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' || protocol === 'wss:' ? 443 : 80;
}

/** Nothing in a URL that is not ours may be sent on. */
function withoutSecrets(url: URL): string {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  bare.hash = '';
  return bare.href;
}

/** Two guesses for each port of each address. */
async function guessDoors(
  { domain }: Target,
  known: readonly Endpoint[],
  settings: WebDiscoverySettings,
  ports: ProbePorts & LookupPorts,
): Promise<Endpoint[]> {
  const [port, ...more] = settings.httpPorts ?? [];
  if (port === undefined) return [];
  const door = { service: 'c2s', transport: 'bosh', host: domain, port, source: 'default-port' } as const;
  const own = (await openDoors([door], settings, ports)).endpoints;
  const hosts = distinct([...own, ...known.filter(({ service }) => service === 'c2s')], ({ address }) => address);
  return hosts.flatMap(({ host, address, family }) =>
    [port, ...more].flatMap((guess) =>
      KINDS.map((transport) => guessedDoor(transport, { host, address, family, port: guess }, domain)),
    ),
  );
}

/** No path is named; the name is the domain's, because servers tell their hosts apart by it. */
function guessedDoor(
  transport: 'bosh' | 'websocket',
  where: Pick<Endpoint, 'host' | 'address' | 'family' | 'port'>,
  domain: string,
): Endpoint {
  const scheme = transport === 'bosh' ? 'http' : 'ws';
  const url = `${scheme}://${domain}:${where.port}/`;
  return { ...where, service: 'c2s', transport, source: 'default-port', url, anyPath: true };
}
