import { done, type Step } from '../model/failure.js';
import type { TlsFacts } from '../model/observation.js';
import type { Conversation } from '../xmpp/conversation.js';
import type { ByteStream } from './dialer.js';
import { inWords, openLayer } from './layer.js';
import type { Look } from './look.js';
import type { Recorder } from './transcript.js';

/** However politely a connection goes on, it ends after so many times what one answer may take. */
const ANSWERS_PER_CONNECTION = 3;

/** One connection of a look: conversations run on it, and what is said is written down. */
export interface Connection {
  /** Runs a conversation to its end. Each event it waits for may take `timeoutMs`. */
  converse<T>(conversation: Conversation<T>, timeoutMs?: number): Promise<T>;
  /** Whether the server has sent more than the conversations have read. */
  hasUnread(): boolean;
  /** Goes inside TLS, where streams start anew and with nothing kept (RFC 6120 section 5.4.3.3). */
  startTls(alpn?: string): Promise<Step<TlsFacts>>;
  /** Says goodbye on an open stream (RFC 6120 section 4.4). */
  endStream(): void;
}

/**
 * Opens a connection as soon as the pace allows, hands it to `use`, and closes it without waiting for the server.
 * What fails here fails at the step `connect`.
 */
export function withConnection<T>(look: Look, use: (connection: Connection) => Promise<T>): Promise<Step<T>> {
  const { endpoint, settings, ports } = look;
  const record = look.transcript.open();
  return ports.pace.run(endpoint.address, async () => {
    record('note', `connecting to ${endpoint.address} port ${endpoint.port}`);
    const opened = await ports.dialer.connect(endpoint, settings.timeoutMs, ports.signal);
    if (opened.state === 'failed') record('note', inWords(opened.failure));
    if (opened.state !== 'done') return opened;
    const stream = opened.value;
    look.streams.push(stream);
    try {
      return done(await use(converseOn(stream, look, record)));
    } finally {
      stream.close();
    }
  });
}

function converseOn(stream: ByteStream, { identity, settings, ports }: Look, record: Recorder): Connection {
  const deadlineMs = ports.clock.monotonic() + ANSWERS_PER_CONNECTION * settings.timeoutMs;
  let layer = openLayer(stream, record, ports.clock, deadlineMs);
  return {
    async converse(conversation, timeoutMs = settings.timeoutMs) {
      let turn = conversation.next();
      while (!turn.done) {
        if (turn.value.do === 'send') {
          layer.send(turn.value.xml);
          turn = conversation.next();
        } else {
          turn = conversation.next(await layer.next(timeoutMs));
        }
      }
      return turn.value;
    },
    hasUnread: () => layer.hasUnread(),
    async startTls(alpn) {
      const offer = alpn === undefined ? {} : { alpn };
      const handshake = await stream.startTls({ identity, timeoutMs: settings.timeoutMs, ...offer });
      record('note', handshakeInWords(handshake));
      layer = openLayer(stream, record, ports.clock, deadlineMs);
      return handshake;
    },
    endStream: () => layer.send('</stream:stream>'),
  };
}

function handshakeInWords(handshake: Step<TlsFacts>): string {
  if (handshake.state === 'failed') return inWords(handshake.failure);
  if (handshake.state === 'not-reached') return 'no TLS handshake';
  const { version, cipher, alpn, verified } = handshake.value;
  const protocol = alpn === undefined ? '' : `, ALPN ${alpn}`;
  const certificate = verified.state === 'verified' ? 'verified' : `not verified: ${verified.why.join('; ')}`;
  return `inside ${version}, ${cipher}${protocol}; certificate ${certificate}`;
}
