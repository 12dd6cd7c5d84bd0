import type { Endpoint } from '../model/endpoint.js';
import { type Failure, type FailureCode, notReached, type Step } from '../model/failure.js';
import { openBosh } from './bosh.js';
import type { HttpSession } from './http-client.js';
import type { Look } from './look.js';
import { failedWith } from './main-steps.js';
import type { Recorder } from './transcript.js';
import { speaksXmpp, type WebStream } from './web-stream.js';
import { openWebSocket } from './websocket.js';

/** Where servers commonly offer it: Prosody, ejabberd, MongooseIM and Openfire, in their example configurations. */
const PATHS = {
  bosh: ['/http-bind', '/bosh'],
  websocket: ['/xmpp-websocket', '/ws', '/ws-xmpp'],
} as const;

type WebTransport = keyof typeof PATHS;
export type WebDoor = Endpoint & { readonly transport: WebTransport; readonly url: string };

export function isWebDoor(endpoint: Endpoint): endpoint is WebDoor {
  return endpoint.transport in PATHS && endpoint.url !== undefined;
}

/**
 * The addresses to try at a door, in this order. Where nobody named a path they are those in common use, without those
 * that were looked at already under a name of their own (`known`).
 */
export function addressesOf({ url, transport, anyPath }: WebDoor, known: readonly string[]): readonly URL[] {
  const named = new URL(url);
  if (anyPath !== true) return [named];
  return PATHS[transport].map((path) => new URL(path, named)).filter(({ href }) => !known.includes(href));
}

/** What came of knocking: the stream, or the most telling reason why there is none, and where that was. */
export interface Entered {
  readonly url: URL;
  readonly to: string;
  readonly opened: Step<WebStream>;
}

/** Tries the addresses of a door and the spellings of the domain in turn, until a stream comes up. */
export async function enter(
  door: WebDoor,
  known: readonly string[],
  session: HttpSession,
  look: Look,
  record: Recorder,
): Promise<Entered> {
  let best: Entered | undefined;
  for (const url of addressesOf(door, known)) {
    const entered = await enterBySpelling(url, session, look, record);
    if (entered.opened.state !== 'failed') return entered;
    const { failure } = entered.opened;
    if (best?.opened.state !== 'failed' || tells(failure) > tells(best.opened.failure)) best = entered;
    if (!leavesOthersOpen(failure)) break;
  }
  return best ?? { url: new URL(door.url), to: look.identity.unicodeDomain, opened: notReached('connect') };
}

async function enterBySpelling(url: URL, session: HttpSession, look: Look, record: Recorder): Promise<Entered> {
  const { unicodeDomain, domain } = look.identity;
  let last: Entered = { url, to: unicodeDomain, opened: notReached('connect') };
  for (const to of new Set([unicodeDomain, domain])) {
    const opened = await openAt(url, to, session, look, record);
    last = { url: opened.state === 'done' ? opened.value.url : url, to, opened };
    if (!failedWith(opened, 'stream.host-unknown')) break;
  }
  return last;
}

/** Opens a stream at one address. */
export async function openAt(
  url: URL,
  to: string,
  session: HttpSession,
  { endpoint, settings, ports }: Look,
  record: Recorder,
): Promise<Step<WebStream>> {
  const open = endpoint.transport === 'websocket' ? openWebSocket : openBosh;
  const { clock, random } = ports;
  const opened = await open({ session, url, to, timeoutMs: settings.timeoutMs, clock, random, record });
  if (opened.state === 'failed') record('note', `${opened.failure.code} ${opened.failure.detail ?? ''}`.trim());
  return opened;
}

/** What closes one path, or the whole port: least telling, since whatever else was met says more. */
const CLOSED_PATH: readonly FailureCode[] = ['http.refused', 'http.redirected'];
const CLOSED_PORT: readonly FailureCode[] = ['tcp.refused', 'stream.speaks-tls'];
const HARDLY_ANYTHING: readonly FailureCode[] = [
  'stream.not-xmpp',
  'http.denied',
  'http.elsewhere',
  'xml.not-well-formed',
];

/** How much a failure says of whether XMPP is there: what is closed must not speak for what was in trouble. */
export function tells(failure: Failure): number {
  if ([...CLOSED_PATH, ...CLOSED_PORT].includes(failure.code)) return 0;
  if (HARDLY_ANYTHING.includes(failure.code)) return 1;
  if (speaksXmpp(failure)) return 4;
  return failure.code === 'http.error' ? 3 : 2;
}

/** Failures of one path; all others are of the place, and would be the same at every path. */
const OF_ONE_PATH: readonly FailureCode[] = [
  ...CLOSED_PATH,
  ...HARDLY_ANYTHING,
  'http.error',
  // Some proxies agree to every WebSocket and have nobody behind it.
  'stream.closed',
  'stream.timeout',
  'stream.limit',
  'xml.forbidden',
];

function leavesOthersOpen({ code }: Failure): boolean {
  return OF_ONE_PATH.includes(code);
}
