import type { Endpoint, ServiceDiscovery, UnresolvedHost } from '../model/endpoint.js';
import { failure } from '../model/failure.js';
import type { Random } from '../model/ports.js';
import type { ConfiguredEndpoint, Service, Target } from '../model/target.js';
import { distinct, openDoors, type DiscoverySettings, type Door } from './doors.js';
import type { LookupPorts } from './resolver.js';
import { lookUpSrv, SRV_TRANSPORTS, type SrvOffer } from './srv-lookup.js';
import { orderSrvRecords } from './srv-order.js';

export type { DiscoverySettings } from './doors.js';

export interface DiscoveryPorts extends LookupPorts {
  readonly random: Random;
}

/** SRV records followed per service: more than any real deployment has, few enough to bound a hostile one. */
export const MAX_SRV_RECORDS = 30;

/** RFC 6120 section 3.2.2. */
const FALLBACK_PORTS = { c2s: 5222, s2s: 5269 } as const;

/**
 * Finds every endpoint of one service: those the user configured, otherwise what the SRV records of both transports
 * name, in the order of RFC 2782, and then the fallback wherever a client would take it. What the DNS answers is data;
 * this never rejects for it. Source: RFC 6120 section 3.2, XEP-0368.
 */
export async function discoverService(
  target: Target,
  service: Service,
  settings: DiscoverySettings,
  ports: DiscoveryPorts,
): Promise<ServiceDiscovery> {
  const configured = target.endpoints.filter((endpoint) => endpoint.service === service);
  if (configured.length > 0) {
    const doors = configured.map((endpoint) => configuredDoor(endpoint, target.domain));
    return { state: 'found', service, ...(await openDoors(doors, settings, ports)) };
  }

  const offers = await Promise.all(
    SRV_TRANSPORTS.map((transport) => lookUpSrv(target.domain, service, transport, ports)),
  );
  const { doors, lost, notes } = chooseDoors(offers, service, target.domain, ports.random);
  if (doors.length === 0) {
    // One transport declared absent says nothing about the other: a failed lookup comes first.
    if (lost[0]) return { state: 'failed', service, failure: lost[0].failure, notes };
    const behindAbsence = await findBehindAbsence(target.domain, service, settings, ports);
    return { state: 'declared-absent', service, notes, behindAbsence };
  }
  const isAbsent = offers.some(({ transport, state }) => transport === 'starttls' && state === 'declared-absent');
  const [behind, behindAbsence] = await Promise.all([
    openDoors(doors, settings, ports),
    isAbsent ? findBehindAbsence(target.domain, service, settings, ports) : [],
  ]);
  return {
    state: 'found',
    service,
    endpoints: behind.endpoints,
    unresolved: [...lost, ...behind.unresolved.filter((host) => !isDeadEnd(host, doors))],
    notes: [...notes, ...behind.notes],
    ...(behindAbsence.length > 0 ? { behindAbsence } : {}),
  };
}

/**
 * The domain's own addresses behind a "." for STARTTLS (RFC 2782). Clients that do not know the sign fall back to them
 * and log in where something listens. What cannot be found or may not be connected to is no way in, and left out.
 */
async function findBehindAbsence(
  domain: string,
  service: Service,
  settings: DiscoverySettings,
  ports: DiscoveryPorts,
): Promise<readonly Endpoint[]> {
  const port = FALLBACK_PORTS[service];
  const door: Door = { service, transport: 'starttls', host: domain, port, source: 'declared-absent' };
  return (await openDoors([door], settings, ports)).endpoints;
}

/** BOSH and WebSocket are entered without TLS there. */
function configuredDoor({ path, ...endpoint }: ConfiguredEndpoint, domain: string): Door {
  const { transport, port } = endpoint;
  if (transport !== 'bosh' && transport !== 'websocket') return { ...endpoint, source: 'configured' };
  const scheme = transport === 'bosh' ? 'http' : 'ws';
  const { href: url } = new URL(path ?? '/', `${scheme}://${domain}:${port}`);
  return { ...endpoint, source: 'configured', url, ...(path === undefined ? { anyPath: true } : {}) };
}

interface Choice {
  readonly doors: readonly Door[];
  /** What the DNS may name beyond the doors: lookups that failed, records that are too many. */
  readonly lost: readonly UnresolvedHost[];
  readonly notes: readonly string[];
}

function chooseDoors(offers: readonly SrvOffer[], service: Service, domain: string, random: Random): Choice {
  const named = namedDoors(offers, service, random);
  const excess = named.slice(MAX_SRV_RECORDS);
  const doors = named.slice(0, MAX_SRV_RECORDS);
  const lost: UnresolvedHost[] = [];
  const notes: string[] = [];
  for (const offer of offers) {
    const { transport, name: host } = offer;
    const leftOut = excess.filter((door) => door.transport === transport).length;
    if (offer.state === 'offered') notes.push(...offer.notes);
    if (offer.state === 'failed') lost.push({ service, transport, host, port: 0, failure: offer.failure });
    if (leftOut > 0) {
      const beyond = failure('dns.limit', 'srv', `${leftOut} records were left out`);
      lost.push({ service, transport, host, port: 0, failure: beyond });
      notes.push(`${host} has too many SRV records: ${leftOut} were left out`);
    }
    // Without STARTTLS records a client goes to the domain itself, even where direct TLS has records: one that does not
    // know XEP-0368 never sees those. Direct TLS has no fallback of its own.
    if (transport === 'starttls' && offer.state === 'none') {
      const port = FALLBACK_PORTS[service];
      doors.push({ service, transport, host: domain, port, source: 'fallback' });
      const who = service === 'c2s' ? 'clients' : 'other servers';
      notes.push(`${host} has no SRV record, so ${who} use ${domain}:${port} (RFC 6120 section 3.2.2)`);
    }
  }
  return { doors, lost, notes };
}

/** What the SRV records of both transports name, in one order: XEP-0368 has clients mix them. */
function namedDoors(offers: readonly SrvOffer[], service: Service, random: Random): Door[] {
  const records = offers.flatMap((offer) =>
    offer.state === 'offered' ? offer.records.map((record) => ({ ...record, transport: offer.transport })) : [],
  );
  const doors = orderSrvRecords(records, random).map(({ transport, target, port }): Door => ({
    service,
    transport,
    host: target,
    port,
    source: 'srv',
  }));
  return distinct(doors, ({ transport, host, port }) => `${transport} ${host} ${port}`);
}

/**
 * Whether a host is the fallback beside records of direct TLS and has no address at all: nobody can enter there, so the
 * service can be judged by its records alone.
 */
function isDeadEnd({ transport, failure: { code } }: UnresolvedHost, doors: readonly Door[]): boolean {
  const isFallback = doors.length > 1 && doors.some((door) => door.source === 'fallback') && transport === 'starttls';
  return isFallback && (code === 'dns.nxdomain' || code === 'dns.nodata');
}
