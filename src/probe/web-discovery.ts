import { addressFamily } from '../dns/addresses.js';
import { distinct, openDoors, type Door, type DiscoverySettings } from '../dns/doors.js';
import type { LookupPorts } from '../dns/resolver.js';
import type { Endpoint } from '../model/endpoint.js';
import type { Service, Target } from '../model/target.js';
import { readHostMetaOf, type AdvertisedLink } from './host-meta.js';
import type { ProbePorts, ProbeSettings } from './look.js';

export interface WebDiscoverySettings extends DiscoverySettings, ProbeSettings {
  /** Ports where BOSH and WebSocket without TLS are looked for unasked; absent: none. */
  readonly httpPorts?: readonly number[];
}

export interface WebDiscovery {
  readonly endpoints: readonly Endpoint[];
  readonly notes: readonly string[];
}

const NOTHING: WebDiscovery = { endpoints: [], notes: [] };

/** A filtered port is not worth more: one repeated SYN fits in. */
const KNOCK_PATIENCE_MS = 2000;

/** XEP-0156 and XEP-0487: the relations that lead to what we can look at. */
const WEB_RELATIONS: Readonly<Record<string, 'bosh' | 'websocket'>> = { xbosh: 'bosh', websocket: 'websocket' };
const TLS_RELATIONS: Readonly<Record<string, Service>> = { tls: 'c2s', 's2s-tls': 's2s' };

const SCHEMES = { bosh: ['http:', 'https:'], websocket: ['ws:', 'wss:'] } as const;

/**
 * Finds the doors that no SRV record names: those of host-meta, and open ones among `httpPorts` on the domain's own
 * addresses and those of its c2s hosts (`known`). Nothing for services whose endpoints the user has named.
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
  return { endpoints: all.filter((endpoint) => !known.includes(endpoint)), notes: meta.notes };
}

/** Two doors of one kind behind one port are the same, whoever named them; the first one is kept. */
function placeOf({ service, transport, address, port }: Endpoint): string {
  return [service, transport, address, port].join(' ');
}

async function discoverAdvertised(
  target: Target,
  services: readonly Service[],
  settings: WebDiscoverySettings,
  ports: ProbePorts & LookupPorts,
): Promise<WebDiscovery> {
  const meta = await readHostMetaOf(target.domain, settings, settings, ports);
  const notes = [...meta.notes];
  const doors = meta.links.flatMap((link): Door[] => {
    const named = doorsOf(link, target.domain);
    if (named.length === 0) notes.push(`host-meta names a ${link.relation} link that is not looked at`);
    return named.filter(({ service }) => services.includes(service));
  });
  const behind = await openDoors(doors, settings, ports);
  const lost = behind.unresolved.map(({ host, port, failure }) => `host-meta names ${host}:${port}: ${failure.code}`);
  return { endpoints: behind.endpoints, notes: [...notes, ...new Set(lost)] };
}

/** What a link leads to; none where it is of a kind we cannot look at. */
function doorsOf(link: AdvertisedLink, domain: string): Door[] {
  const { relation, href = '', ips, port, sni = domain } = link;
  const advertised = { overTls: link.overTls, inPlaintext: link.inPlaintext };
  const common = { source: 'host-meta', advertised } as const;
  const transport = WEB_RELATIONS[relation];
  if (transport !== undefined) {
    const url = URL.canParse(href) ? new URL(href) : undefined;
    if (url === undefined || !SCHEMES[transport].some((scheme) => scheme === url.protocol)) return [];
    const host = url.hostname.replace(/^\[|\]$/gu, '');
    return [{ ...common, service: 'c2s', transport, host, port: portOf(url), url: withoutSecrets(url) }];
  }
  const service = TLS_RELATIONS[relation];
  // Another server name would be another certificate: what we know of direct TLS asks for the domain itself.
  if (service === undefined || port === undefined || sni !== domain) return [];
  return ips
    .filter((ip) => addressFamily(ip) !== undefined)
    .map((ip) => ({ ...common, service, transport: 'direct-tls', host: ip, port }));
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

/** Ports that accept a connection; what is behind them is seen by looking. */
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
  const guesses = hosts.flatMap(({ host, address, family }) =>
    [port, ...more].map((guess) => ({ host, address, family, port: guess })),
  );
  const accepting = await Promise.all(guesses.map((guess) => accepts(guess, settings, ports)));
  return guesses
    .filter((_guess, index) => accepting[index])
    .flatMap((guess) => (['bosh', 'websocket'] as const).map((transport) => guessedDoor(transport, guess, domain)));
}

/** The path stands for all paths in common use; the name is the domain's, because servers tell their hosts apart by it. */
function guessedDoor(
  transport: 'bosh' | 'websocket',
  where: Pick<Endpoint, 'host' | 'address' | 'family' | 'port'>,
  domain: string,
): Endpoint {
  const scheme = transport === 'bosh' ? 'http' : 'ws';
  return { ...where, service: 'c2s', transport, source: 'default-port', url: `${scheme}://${domain}:${where.port}/` };
}

async function accepts(
  { address, port, family }: Pick<Endpoint, 'address' | 'port' | 'family'>,
  { timeoutMs }: ProbeSettings,
  { dialer, pace, signal }: ProbePorts,
): Promise<boolean> {
  const opened = await pace.run(address, () =>
    dialer.connect({ address, port, family }, Math.min(KNOCK_PATIENCE_MS, timeoutMs), signal),
  );
  if (opened.state !== 'done') return false;
  void opened.value.close();
  return true;
}
