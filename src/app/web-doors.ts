import { distinct } from '../dns/doors.js';
import type { Profile } from '../judge/profile.js';
import type { Config } from '../model/config.js';
import type { Endpoint, UnresolvedHost } from '../model/endpoint.js';
import { failureInWords, type Failure } from '../model/failure.js';
import type { EndpointObservation } from '../model/observation.js';
import type { UnclearDoor } from '../model/report.js';
import type { Target, Transport } from '../model/target.js';
import { connectionsTo } from '../probe/host-meta.js';
import type { PortHistory } from '../probe/web-budget.js';
import { discoverWeb } from '../probe/web-discovery.js';
import { addressesOf, isWebDoor } from '../probe/web-entrance.js';
import { speaksXmpp } from '../probe/web-stream.js';
import { sharesTls } from '../probe/web-suites.js';
import { levelOfCheck, type Looked, type LookPorts } from './endpoint.js';

/**
 * The check that judges what is behind a door over HTTP: where it is off, nobody wants the door to be looked at. A port
 * that host-meta names for direct TLS is like one of an SRV record: more than one check asks about it.
 */
const DECIDING: Readonly<Partial<Record<Transport, string>>> = {
  bosh: 'c2s-bosh-requires-https',
  websocket: 'c2s-websocket-requires-wss',
};

type LookAt = (endpoint: Endpoint, before?: PortHistory) => Promise<Looked>;

export interface WebDoors {
  readonly looked: readonly Looked[];
  readonly unresolved: readonly UnresolvedHost[];
  /** Guesses that were dropped although we cannot say that nothing is there. */
  readonly unclear: readonly UnclearDoor[];
  readonly notes: readonly string[];
}

/**
 * The doors over HTTP, which the user named, and those that no SRV record names. Doors behind one port are looked at one
 * after the other: together they cost no more than one endpoint may.
 */
export async function lookAtWebDoors(
  target: Target,
  known: readonly Endpoint[],
  look: LookAt,
  profile: Profile,
  config: Config,
  ports: LookPorts,
): Promise<WebDoors> {
  const found = await discoverWeb(target, known, { ...config.probe, ...config.network }, ports);
  const isWanted = ({ transport }: { readonly transport: Transport }): boolean => {
    const deciding = DECIDING[transport];
    return deciding === undefined || levelOfCheck(deciding, profile) !== 'off';
  };
  const discovered = found.endpoints.filter(isWanted);
  const doors = [...known.filter(isWebDoor), ...discovered.filter(isWebDoor)];
  const places = distinct(doors, placeOf);
  const [direct, behindPorts] = await Promise.all([
    Promise.all(discovered.filter((endpoint) => !isWebDoor(endpoint)).map((endpoint) => look(endpoint))),
    Promise.all(
      places.map(async (place) => {
        const behind = doors.filter((door) => placeOf(door) === placeOf(place));
        return sift(await lookBehindPort(behind, connectionsTo(place, found.spent), look));
      }),
    ),
  ]);
  return {
    looked: [...direct, ...behindPorts.flatMap(({ looked }) => looked)],
    unresolved: found.unresolved.filter(isWanted),
    unclear: behindPorts.flatMap(({ unclear }) => unclear),
    notes: [...found.notes, ...behindPorts.flatMap(({ notes }) => notes)],
  };
}

function placeOf({ address, port }: Pick<Endpoint, 'address' | 'port'>): string {
  return `${address} port ${port}`;
}

/** Looks at doors that share a port in the order in which they are given: those that somebody named come first. */
async function lookBehindPort(doors: readonly Endpoint[], connections: number, look: LookAt): Promise<Looked[]> {
  const seen: Looked[] = [];
  const urls: string[] = [];
  let made = connections;
  for (const [index, door] of doors.filter(isWebDoor).entries()) {
    const isKnown = addressesOf(door, urls).length === 0;
    if (isKnown || (door.source === 'default-port' && isShut(seen))) continue;
    const twin = seen.find(({ observation: { endpoint } }) => isWebDoor(endpoint) && sharesTls(endpoint, door));
    const suites = twin === undefined ? {} : { suites: suitesOf(twin.observation) };
    const looked = await look(door, { connections: made, urls, toCome: doors.length - index - 1, ...suites });
    made += looked.observation.cost.connections;
    seen.push(looked);
    // A redirect may have led from one to the other.
    urls.push(door.url, looked.observation.endpoint.url ?? door.url);
  }
  return seen;
}

function suitesOf({ worthlessSuites, nullSuitesAgain }: EndpointObservation) {
  return {
    ...(worthlessSuites === undefined ? {} : { worthlessSuites }),
    ...(nullSuitesAgain === undefined ? {} : { nullSuitesAgain }),
  };
}

/** Whether a look has shown that a guess at this port is of no use: nobody listens, or nobody without TLS. */
function isShut(seen: readonly Looked[]): boolean {
  return seen.some(({ observation }) => {
    const { header } = observation.plaintext;
    return isNobody(observation) || (header.state === 'failed' && header.failure.code === 'stream.speaks-tls');
  });
}

/** Whether the port let nobody in: refused, filtered, or out of reach. */
function isNobody({ plaintext: { connected } }: EndpointObservation): boolean {
  return connected.state === 'failed' && !['probe.connections', 'run.deadline'].includes(connected.failure.code);
}

type Sifted = Omit<WebDoors, 'unresolved'>;

/**
 * Leaves out guesses that are no doors. A guess is ours alone: nobody is led there, and on most domains something else
 * lives behind such a port, or a firewall that takes every connection. So silence, a hang-up, a page, or being turned away
 * puts nothing in doubt by itself; if it did, those domains could never be told. It is different where something spoke
 * XMPP behind the port, since then the rest of it may be a door as well, and where the web server was in trouble under a
 * path that is made for XMPP: then there was no answer yet. "Not served here" is an answer.
 */
function sift(seen: readonly Looked[]): Sifted {
  const spokeXmpp = seen.some(({ observation }) => isSpoken(observation));
  const kept = seen.filter((one) => isKept(one, spokeXmpp));
  const dropped = seen.filter((one) => !kept.includes(one)).map(({ observation }) => observation);
  const [first] = dropped;
  if (first === undefined || dropped.some(isNobody)) return { looked: kept, unclear: [], notes: [] };
  const unclear = dropped.filter((observation) => isUnclear(reasonOf(observation)));
  const place = placeOf(first.endpoint);
  const [doubt] = unclear.map(reasonOf);
  const why = doubt === undefined ? '' : failureInWords(doubt);
  const note =
    doubt === undefined
      ? `${place} is open, and no XMPP over HTTP without TLS was found there`
      : `${place} is open, and it could not be seen whether XMPP over HTTP is behind it: ${why}`;
  return {
    looked: kept,
    unclear: unclear.map(({ endpoint: { service, transport, host, port, address } }) => ({
      ...{ service, transport, host, port, address },
    })),
    // Where one door was found, that the other kind was not is no news.
    notes: kept.length > 0 ? [] : [note],
  };
}

function isKept({ observation }: Looked, spokeXmpp: boolean): boolean {
  const { endpoint, plaintext } = observation;
  if (endpoint.source !== 'default-port') return true;
  const reason = reasonOf(observation);
  if (reason === undefined) return plaintext.header.state === 'done';
  if (reason.code === 'stream.host-unknown') return false;
  if (isSpoken(observation) || reason.code === 'http.error' || reason.code === 'run.deadline') return true;
  return spokeXmpp && isUnclear(reason);
}

function isSpoken({ plaintext: { header } }: EndpointObservation): boolean {
  return header.state === 'done' || (header.state === 'failed' && speaksXmpp(header.failure));
}

/** Why no stream was opened; undefined where one was. */
function reasonOf({ plaintext: { connected, header } }: EndpointObservation): Failure | undefined {
  const failed = [connected, header].find((step) => step.state === 'failed');
  return failed?.state === 'failed' ? failed.failure : undefined;
}

const UNCLEAR: readonly Failure['code'][] = [
  'tcp.reset',
  'tcp.failed',
  'probe.connections',
  'http.closed',
  'http.timeout',
  'stream.limit',
];

/** Whether nobody can say from that failure what is there. */
function isUnclear(reason: Failure | undefined): boolean {
  return reason !== undefined && UNCLEAR.includes(reason.code);
}
