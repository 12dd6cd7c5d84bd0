import { Agent, request, type ClientRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { SecureContext } from 'node:tls';
import { WebSocket } from 'ws';
import { done, failed, failure, type Failure, type Step } from '../model/failure.js';
import type { TlsFacts } from '../model/observation.js';
import type { Trouble } from '../probe/dialer.js';
import { BODY_LIMIT, type HttpClient, type HttpOrigin, type HttpPatience } from '../probe/http-client.js';
import type { Channel, HttpRequest, HttpResponse, HttpSession } from '../probe/http-client.js';
import { deadlineAfter } from './deadline.js';
import { awaitEvent } from './dialer.js';
import { readBody } from './http-body.js';
import { troubleOf } from './network-failure.js';
import { createTlsContext, tlsFacts, wrapInTls } from './tls-client.js';
import { openChannel } from './websocket-channel.js';

/** Media type of BOSH (XEP-0124 section 7). */
const MEDIA_TYPE = 'text/xml; charset=utf-8';

/** Opens sessions with web servers. Throws a `ConfigurationError` for a CA file that cannot be used. */
export function createHttpClient({ caFile }: { readonly caFile?: string } = {}): HttpClient {
  const context = createTlsContext(caFile);
  return {
    open(origin, patience) {
      const line = openLine(origin, patience, context);
      return {
        request: (asked) => ask(asked, line),
        upgrade: (url) => upgrade(url, line),
        tls: line.tls,
        cost: line.cost,
        close: line.close,
      };
    },
  };
}

/** The TCP connections of one session, one at a time. */
interface Line extends Pick<HttpSession, 'tls' | 'cost' | 'close'> {
  /** Connections that were made so far. */
  readonly made: () => number;
  readonly agent: Agent;
  readonly patience: HttpPatience;
  /** What an error on a request means; `late` is said where it was our own patience that ended. */
  failureOf(error: unknown, late: boolean): Failure;
}

/** What has become of the connections so far. */
interface Progress {
  readonly sockets: Socket[];
  isConnected: boolean;
  handshake?: TlsFacts;
  /** Why no connection could be made. */
  broken?: Failure;
}

function openLine(origin: HttpOrigin, patience: HttpPatience, context: SecureContext): Line {
  const progress: Progress = { sockets: [], isConnected: false };
  const { sockets } = progress;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agent.createConnection = (_options, callback) => {
    void dial(origin, patience, context, progress).then((step) => {
      if (step.state === 'done') return callback?.(null, step.value);
      if (step.state === 'failed') progress.broken = step.failure;
      return callback?.(new Error('the connection could not be made'), undefined as never);
    });
    return undefined;
  };
  return {
    agent,
    patience,
    made: () => sockets.length,
    failureOf(error, late) {
      if (patience.signal.aborted) return failure('run.deadline', 'connect');
      if (progress.broken !== undefined) return progress.broken;
      if (late) return lateness(origin, progress);
      const { code, detail } = httpTrouble(error, origin.family);
      return failure(code, 'header', detail);
    },
    tls: () => progress.handshake,
    cost: () => ({
      connections: sockets.length,
      bytesSent: sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
      bytesReceived: sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0),
    }),
    close() {
      // What was written last is still sent.
      for (const socket of sockets) {
        if (socket.connecting) socket.destroy();
        else socket.destroySoon();
      }
      agent.destroy();
    },
  };
}

/** Makes one connection, with TLS where the origin has an identity. */
async function dial(
  { address: host, port, family, identity }: HttpOrigin,
  { timeoutMs, connectTimeoutMs = timeoutMs, maxConnections, signal }: HttpPatience,
  context: SecureContext,
  progress: Progress,
): Promise<Step<Duplex>> {
  if (progress.sockets.length >= maxConnections) {
    return failed(failure('probe.connections', progress.isConnected ? 'header' : 'connect'));
  }
  delete progress.broken;
  const circumstances = { family, signal };
  const tcp = connect({ host, port, family, autoSelectFamily: false, noDelay: true });
  progress.sockets.push(tcp);
  const patienceMs = Math.min(connectTimeoutMs, timeoutMs);
  const refused = await awaitEvent(tcp, 'connect', patienceMs, 'tcp.timeout', circumstances);
  if (refused !== undefined) return failed(failure(refused.code, 'connect', refused.detail));
  progress.isConnected = true;
  if (identity === undefined) return done(tcp);
  const secure = wrapInTls(tcp, context, { identity, alpn: 'http/1.1', timeoutMs });
  const trouble = await awaitEvent(secure, 'secureConnect', timeoutMs, 'tls.timeout', circumstances);
  if (trouble !== undefined) return failed(failure(trouble.code, 'handshake', trouble.detail));
  progress.handshake ??= tlsFacts(secure, identity);
  return done(secure);
}

/** What it was that took too long. */
function lateness({ identity }: HttpOrigin, { isConnected, handshake }: Progress): Failure {
  if (!isConnected) return failure('tcp.timeout', 'connect');
  const inHandshake = identity !== undefined && handshake === undefined;
  return inHandshake ? failure('tls.timeout', 'handshake') : failure('http.timeout', 'header');
}

/** First bytes of a TLS record that answers plaintext: an alert, or a handshake that goes its own way. */
const TLS_RECORDS: readonly (number | undefined)[] = [0x15, 0x16];

/** What `ws` says of an answer that agrees to upgrade, and not to what was asked for. */
const OTHER_WEBSOCKET = /subprotocol|Sec-WebSocket-|Upgrade header/u;

interface HttpError {
  readonly code?: unknown;
  readonly message?: unknown;
  /** Of the parser: what did not parse. */
  readonly rawPacket?: Uint8Array;
}

/** Beyond the connection: what does not parse as HTTP is something else, and a hang-up is one, whatever Node calls it. */
function httpTrouble(error: unknown, family: 4 | 6): Trouble {
  const { code, message, rawPacket }: HttpError = typeof error === 'object' && error !== null ? error : {};
  if (String(code).startsWith('HPE_')) {
    if (TLS_RECORDS.includes(rawPacket?.[0])) return { code: 'stream.speaks-tls' };
    return { code: 'http.not-http' };
  }
  if (code === undefined && OTHER_WEBSOCKET.test(String(message))) {
    return { code: 'stream.not-xmpp', detail: String(message) };
  }
  const trouble = troubleOf(error, family);
  return trouble.code === 'tls.closed' ? { code: 'http.closed' } : trouble;
}

function ask({ url, body }: HttpRequest, line: Line): Promise<Step<HttpResponse>> {
  const posted = body === undefined ? {} : { 'content-type': MEDIA_TYPE, 'content-length': Buffer.byteLength(body) };
  return settle(line, (late) => {
    const asked = request({
      agent: line.agent,
      method: body === undefined ? 'GET' : 'POST',
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, accept: '*/*', ...posted },
    });
    asked.end(body);
    return { asked, answer: responseTo(asked), late };
  });
}

function upgrade(url: URL, line: Line): Promise<Step<Channel | HttpResponse>> {
  return settle(line, (late) => {
    // Our agent has done TLS already, where it is wanted.
    const socket = new WebSocket(`ws://${url.host}${url.pathname}${url.search}`, ['xmpp'], {
      agent: line.agent,
      headers: { host: url.host },
      perMessageDeflate: false,
      maxPayload: BODY_LIMIT,
    });
    const opened = openChannel(socket, line.patience.signal);
    return { asked: { destroy: () => socket.terminate() }, answer: opened, late };
  });
}

interface Asked<T> {
  readonly asked: { readonly destroy: () => unknown };
  readonly answer: Promise<T>;
  readonly late: () => boolean;
}

type Start<T> = (late: () => boolean) => Asked<T>;

/**
 * Waits for an answer. A connection that was kept from an earlier one may be gone by then, which says nothing of what is
 * asked now: it is asked once more, on a new one.
 */
async function settle<T>(line: Line, start: Start<T>): Promise<Step<T>> {
  const before = line.made();
  const answered = await settleOnce(line, start);
  const wasKept = before > 0 && line.made() === before;
  const isGone = answered.state === 'failed' && ['http.closed', 'tcp.reset'].includes(answered.failure.code);
  return wasKept && isGone ? settleOnce(line, start) : answered;
}

/** What goes wrong instead of an answer is a failure. */
async function settleOnce<T>(line: Line, start: Start<T>): Promise<Step<T>> {
  const { timeoutMs, signal } = line.patience;
  const deadline = deadlineAfter(timeoutMs, signal);
  const { asked, answer, late } = start(() => deadline.signal.aborted);
  const giveUp = (): unknown => asked.destroy();
  deadline.signal.addEventListener('abort', giveUp);
  try {
    return done(await answer);
  } catch (error) {
    return failed(line.failureOf(error, late()));
  } finally {
    deadline.signal.removeEventListener('abort', giveUp);
    deadline.clear();
  }
}

function responseTo(asked: ClientRequest): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    asked.on('error', reject);
    asked.on('response', (response) => {
      readBody(response).then(resolve, reject);
    });
  });
}
