import { done, failed, failure, type Step } from '../model/failure.js';
import type { TlsFacts } from '../model/observation.js';
import type { Clock } from '../model/ports.js';
import type { Conversation } from '../xmpp/conversation.js';
import type { ByteStream, Received } from './dialer.js';
import { converseOver, inWords, openLayer } from './layer.js';
import type { Look } from './look.js';
import type { Recorder } from './transcript.js';

/** However politely a connection goes on, it ends after so many times what one answer may take. */
const ANSWERS_PER_CONNECTION = 3;

const LATE: Received = { kind: 'failed', code: 'stream.timeout' };

/** One connection of a look: conversations run on it, and what is said is written down. */
export interface Connection {
  /** Runs a conversation to its end. Each event it waits for may take `timeoutMs`. */
  converse<T>(conversation: Conversation<T>, timeoutMs?: number): Promise<T>;
  /** Writes down what happened elsewhere and belongs here. */
  note(text: string): void;
  /** Whether the server has sent more than the conversations have read. */
  hasUnread(): boolean;
  /**
   * Sends bytes of our own making where a TLS handshake could begin, and hands `read` everything that came back until
   * it makes something of it. Fails at the step `handshake`; no streams are possible afterwards.
   */
  exchange<T>(bytes: Uint8Array, read: (answer: Uint8Array) => T | undefined): Promise<Step<T>>;
  /** Goes inside TLS, where streams start anew and with nothing kept (RFC 6120 section 5.4.3.3). */
  startTls(alpn?: string): Promise<Step<TlsFacts>>;
  /** Begins anew on the same layer, as after a login (RFC 6120 section 6.4.6). */
  restartStream(): void;
  /** Keeps the connection open until this is over as well, however early its result is out. Failures of it are not told. */
  hold(until: Promise<unknown>): void;
  /** Says goodbye on an open stream (RFC 6120 section 4.4). */
  endStream(): void;
}

/**
 * Opens a connection as soon as the pace allows, hands it to `use`, and closes it without waiting for the server.
 * What fails here fails at the step `connect`. What is said is written down as `redact` leaves it.
 */
export function withConnection<T>(
  look: Look,
  use: (connection: Connection) => Promise<T>,
  redact: (said: string) => string = (said) => said,
): Promise<Step<T>> {
  const { endpoint, settings, ports } = look;
  const recordAll = look.transcript.open();
  const record: Recorder = (from, text) => recordAll(from, from === 'note' ? text : redact(text));
  const held: Promise<unknown>[] = [];
  let over = false;
  return new Promise((resolve, reject) => {
    const connect = async (): Promise<void> => {
      record('note', `connecting to ${endpoint.address} port ${endpoint.port}`);
      const opened = await ports.dialer.connect(endpoint, settings.timeoutMs, ports.signal);
      if (opened.state === 'failed') record('note', inWords(opened.failure));
      if (opened.state !== 'done') return resolve(opened);
      const stream = opened.value;
      look.streams.push(stream);
      const recordUntilOver: Recorder = (from, text) => void (over || record(from, text));
      try {
        resolve(done(await use(converseOn(stream, look, recordUntilOver, held))));
      } finally {
        await Promise.allSettled(held);
        // Whoever still waits for an answer has been left behind: nothing more is written down.
        over = true;
        // The result is out; the place of this connection is free only when it is gone.
        await stream.close();
      }
    };
    ports.pace.run(endpoint, connect).catch(reject);
  });
}

function converseOn(
  stream: ByteStream,
  { identity, settings, ports }: Look,
  record: Recorder,
  held: Promise<unknown>[],
): Connection {
  const deadlineMs = ports.clock.monotonic() + ANSWERS_PER_CONNECTION * settings.timeoutMs;
  let layer = openLayer(stream, record, ports.clock, deadlineMs);
  return {
    converse: (conversation, timeoutMs = settings.timeoutMs) => converseOver(layer, conversation, timeoutMs),
    note: (text) => record('note', text),
    hasUnread: () => layer.hasUnread(),
    async exchange(bytes, read) {
      stream.write(bytes);
      return readBytes(stream, settings.timeoutMs, ports.clock, read);
    },
    async startTls(alpn) {
      const offer = alpn === undefined ? {} : { alpn };
      const handshake = await stream.startTls({ identity, timeoutMs: settings.timeoutMs, ...offer });
      record('note', handshakeInWords(handshake));
      layer = openLayer(stream, record, ports.clock, deadlineMs);
      return handshake;
    },
    restartStream() {
      layer = openLayer(stream, record, ports.clock, deadlineMs);
    },
    hold: (until) => void held.push(until),
    endStream: () => layer.send('</stream:stream>'),
  };
}

/** Gathers what comes until `read` makes something of it, for no longer than `timeoutMs` in all. */
async function readBytes<T>(
  stream: ByteStream,
  timeoutMs: number,
  clock: Clock,
  read: (answer: Uint8Array) => T | undefined,
): Promise<Step<T>> {
  const dueMs = clock.monotonic() + timeoutMs;
  let answer: Uint8Array = new Uint8Array();
  for (;;) {
    const leftMs = dueMs - clock.monotonic();
    const received = leftMs > 0 ? await stream.read(leftMs) : LATE;
    if (received.kind === 'end') return failed(failure('tls.closed', 'handshake'));
    if (received.kind === 'failed') {
      const { code, detail } = received;
      return failed(failure(code === 'stream.timeout' ? 'tls.timeout' : code, 'handshake', detail));
    }
    answer = Uint8Array.from([...answer, ...received.bytes]);
    const made = read(answer);
    if (made !== undefined) return done(made);
  }
}

function handshakeInWords(handshake: Step<TlsFacts>): string {
  if (handshake.state === 'failed') return inWords(handshake.failure);
  if (handshake.state === 'not-reached') return 'no TLS handshake';
  const { version, cipher, alpn, verified } = handshake.value;
  const protocol = alpn === undefined ? '' : `, ALPN ${alpn}`;
  const certificate = verified.state === 'verified' ? 'verified' : `not verified: ${verified.why.join('; ')}`;
  return `inside ${version}, ${cipher}${protocol}; certificate ${certificate}`;
}
