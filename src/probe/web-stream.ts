import { failure, type Failure, type FailureCode, type Step, type StepName } from '../model/failure.js';
import type { StreamHeader } from '../model/observation.js';
import type { Clock, Random } from '../model/ports.js';
import type { XmlElement } from '../xml/element.js';
import type { HttpResponse, HttpSession } from './http-client.js';
import type { Recorder } from './transcript.js';

/** An XMPP stream inside HTTP, whichever way it is carried. */
export interface WebStream {
  /** Where it was opened. */
  readonly url: URL;
  readonly header: StreamHeader;
  /** Sends stanzas in this order. */
  send(stanzas: readonly string[]): Promise<void>;
  /** The next element, or why there will be none, filed under `step`; waits for `patienceMs` where it is given. */
  next(step: StepName, patienceMs?: number): Promise<XmlElement | Failure>;
  /** Says goodbye, and lets go of the connection if it serves nothing else. */
  end(): Promise<void>;
}

export interface WebStreamRequest {
  readonly session: HttpSession;
  readonly url: URL;
  /** XMPP domain the stream is for. */
  readonly to: string;
  /** For each answer. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly record: Recorder;
}

/** Opens a stream; failures are filed under `connect`, `handshake` or `header`. */
export type OpenWebStream = (request: WebStreamRequest) => Promise<Step<WebStream>>;

/**
 * Statuses by which whoever serves XMPP would not answer what we sent: nothing of the kind is there. 400 is also how web
 * servers answer plain HTTP on a port for HTTPS; 426 how a WebSocket answers a POST.
 */
const NOT_HERE: readonly number[] = [400, 404, 405, 410, 415, 421, 426, 501];

/** Statuses of a server in trouble, which pass; 5xx as well. */
const IN_TROUBLE: readonly number[] = [408, 425, 429];

/**
 * What an answer says that is not the one hoped for (`wanted`). Only some close a door: a redirect to TLS, and answers that
 * nobody who serves XMPP there would give. All others may be different for somebody else, or in an hour.
 */
export function statusFailure({ status, location }: HttpResponse, url: URL, wanted: 101 | 200): Failure | undefined {
  const isSuccess = status >= 200 && status < 300;
  if (status === wanted || (isSuccess && wanted === 200)) return undefined;
  const detail = `HTTP ${status}`;
  if (status >= 300 && status < 400 && location !== undefined) {
    return failure(
      hasTls(targetOf(location, url)) ? 'http.redirected' : 'http.elsewhere',
      'header',
      `${detail} to ${location}`,
    );
  }
  // Success without an upgrade is a page.
  if (isSuccess || NOT_HERE.includes(status)) return failure('http.refused', 'header', detail);
  const isInTrouble = status >= 500 || IN_TROUBLE.includes(status);
  return failure(isInTrouble ? 'http.error' : 'http.denied', 'header', detail);
}

/** Where a redirect leads; undefined where it is no URL. */
function targetOf(location: string, url: URL): URL | undefined {
  return URL.canParse(location, url.href) ? new URL(location, url) : undefined;
}

/**
 * Another path of the same place, without TLS as before or with it as before: the slash at the end that a web server
 * likes. It is followed once, since clients follow it with what they post.
 */
export function movedWithin({ status, location }: HttpResponse, url: URL): URL | undefined {
  if (status < 300 || status >= 400 || location === undefined) return undefined;
  const target = targetOf(location, url);
  if (target?.host !== url.host || hasTls(target) !== hasTls(url)) return undefined;
  const moved = new URL(`${target.pathname}${target.search}`, url);
  return moved.href === url.href ? undefined : moved;
}

function hasTls(url: URL | undefined): boolean {
  return /^(?:https|wss):$/u.test(url?.protocol ?? '');
}

/** Failures that only somebody who speaks XMPP brings about; a WebSocket has agreed to the subprotocol `xmpp` by then. */
const SPOKEN: readonly FailureCode[] = [
  'stream.error',
  'stream.no-features',
  'stream.redirected',
  'stream.host-unknown',
  'stream.closed',
  'stream.timeout',
];

/** Whether what failed was XMPP, so that there is something to be entered. */
export function speaksXmpp({ code }: Pick<Failure, 'code'>): boolean {
  return SPOKEN.includes(code);
}
