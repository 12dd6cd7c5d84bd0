import { isEncrypted } from '../model/endpoint.js';
import type { EndpointObservation, TranscriptLine } from '../model/observation.js';
import { CONNECTIONS } from './connections.js';
import { beginLook, costOf, type Look, type ProbePorts, type ProbeSettings, type Subject } from './look.js';
import type { WebDoor } from './web-entrance.js';

/** What was done behind one address and port before a door there is looked at, and what is still to come. */
export interface PortHistory {
  /** Connections that were made there. */
  readonly connections: number;
  /** Addresses that were looked at, each in full. */
  readonly urls: readonly string[];
  /** Doors that come after this one; each is left a connection. */
  readonly toCome: number;
  /** What another door found of the same TLS: it is the same for both. */
  readonly suites?: Pick<EndpointObservation, 'worthlessSuites' | 'nullSuitesAgain'>;
}

export const UNTOUCHED: PortHistory = { connections: 0, urls: [], toCome: 0 };

/** What a second look needs: a web server may hang up after each answer, and BOSH takes two. */
const CONFIRMATION = { bosh: 2, websocket: 1 } as const;

/**
 * Connections for a look at a door; or, where it was looked at (`seen`), for its confirmation. One is given as long as
 * there is any: most web servers answer everything on it. A BOSH session may use up all it gets, so that what its
 * confirmation needs is set aside; a WebSocket is one connection, and can leave it itself (`keptBy`).
 */
export function budgetFor(door: WebDoor, before: PortHistory, seen?: EndpointObservation): number {
  const left = CONNECTIONS - before.connections - (seen?.cost.connections ?? 0);
  const setAside = seen !== undefined ? 0 : isEncrypted(door) ? 1 : CONFIRMATION[door.transport] - keptBy(door);
  return Math.min(left, Math.max(1, left - before.toCome - setAside));
}

/** Connections that a look leaves where it has found a stream: until then every path is to be tried. */
export function keptBy(door: WebDoor): number {
  return door.transport === 'websocket' && !isEncrypted(door) ? CONFIRMATION.websocket : 0;
}

type Cost = EndpointObservation['cost'];

/** Keeps account of what is done at one door, in however many looks. */
export interface Ledger {
  readonly left: () => number;
  /** Begins a look on what is left. The domain is that of the door, unless another name is to be shown in TLS. */
  readonly begin: (shown?: Subject) => Look;
  /** Closes a look: what it took over HTTP, and on connections of its own. */
  readonly add: (look: Look, overHttp?: Cost) => void;
  readonly cost: () => Cost;
  readonly lines: () => readonly TranscriptLine[];
  /** Transcript and cost together with those of an earlier observation. */
  readonly after: (earlier: EndpointObservation) => Pick<EndpointObservation, 'transcript' | 'cost'>;
}

export interface LedgerOf {
  readonly endpoint: WebDoor;
  readonly subject: Subject;
  readonly settings: ProbeSettings;
  readonly ports: ProbePorts;
}

/** `numbered`: connections that stand in an earlier transcript already. */
export function openLedger({ endpoint, subject, settings, ports }: LedgerOf, budget: number, numbered = 0): Ledger {
  const looks: Look[] = [];
  let total: Cost = { connections: 0, bytesSent: 0, bytesReceived: 0 };
  const left = (): number => budget - total.connections;
  const numbersTaken = (): number => looks.reduce((sum, { transcript }) => sum + transcript.connections(), numbered);
  const lines = (): readonly TranscriptLine[] => looks.flatMap(({ transcript }) => transcript.lines());
  return {
    left,
    begin(shown = subject) {
      const look = beginLook(endpoint, shown, settings, ports, left(), numbersTaken());
      looks.push(look);
      return look;
    },
    add(look, overHttp) {
      // Of a session over HTTP the look has only written down what was said.
      total = sum(total, overHttp ?? costOf(look));
    },
    cost: () => total,
    lines,
    after: ({ transcript, cost }) => ({ transcript: [...transcript, ...lines()], cost: sum(cost, total) }),
  };
}

function sum(a: Cost, b: Cost): Cost {
  return {
    connections: a.connections + b.connections,
    bytesSent: a.bytesSent + b.bytesSent,
    bytesReceived: a.bytesReceived + b.bytesReceived,
  };
}

/** The last number that a transcript has given to a connection. */
export function lastNumber({ transcript }: EndpointObservation): number {
  return transcript.reduce((last, { connection }) => Math.max(last, connection), 0);
}
