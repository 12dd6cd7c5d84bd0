import { done, failed, failure, type Step } from '../../src/model/failure.js';
import type { Clock } from '../../src/model/ports.js';
import type { ByteStream, Dialer, Received } from '../../src/probe/dialer.js';
import { beginLook, type Look } from '../../src/probe/look.js';
import { createPace } from '../../src/probe/pace.js';
import { createHttpClient } from '../../src/runtime/http.js';
import { loopbackEndpoint, probeSettings, SUBJECT } from '../support/loopback-look.js';

/** A clock that moves only when it is told to. */
export interface FakeClock extends Clock {
  pass(ms: number): void;
}

export function fakeClock(): FakeClock {
  let elapsedMs = 0;
  return {
    now: () => Date.UTC(2026, 0, 1) + elapsedMs,
    monotonic: () => elapsedMs,
    sleep: async (ms) => void (elapsedMs += ms),
    pass: (ms) => void (elapsedMs += ms),
  };
}

/** What the server does next, and how long it takes to do so. */
export interface Arrival {
  readonly afterMs?: number;
  readonly received: Received;
}

export function bytes(text: string, afterMs = 0): Arrival {
  return { afterMs, received: { kind: 'bytes', bytes: Buffer.from(text) } };
}

export interface FakeStream extends ByteStream {
  readonly written: string[];
  closed: boolean;
}

/** A byte stream on which these things arrive in turn; after them there is silence. */
export function fakeStream(clock: FakeClock, arrivals: readonly Arrival[]): FakeStream {
  const queue = [...arrivals];
  const stream: FakeStream = {
    written: [],
    closed: false,
    async read(timeoutMs) {
      const { afterMs = 0, received } = queue[0] ?? { afterMs: Infinity, received: { kind: 'end' } };
      if (afterMs > timeoutMs) {
        clock.pass(timeoutMs);
        return { kind: 'failed', code: 'stream.timeout' };
      }
      clock.pass(afterMs);
      queue.shift();
      return received;
    },
    write: (data) => void stream.written.push(Buffer.from(data).toString('latin1')),
    startTls: async () => failed(failure('tls.closed', 'handshake')),
    close: async () => void (stream.closed = true),
    traffic: () => ({ sent: 10, received: 20 }),
  };
  return stream;
}

/** A look whose connections are made by this function instead of a network. */
export function fakeLook(clock: Clock, connect: () => Step<ByteStream>, timeoutMs = 100): Look {
  const dialer: Dialer = { connect: async () => connect() };
  const ports = {
    dialer,
    http: createHttpClient(),
    clock,
    random: { token: (length: number) => 'x'.repeat(length) },
    pace: createPace(),
    signal: new AbortController().signal,
  };
  return beginLook(loopbackEndpoint(5222), SUBJECT, probeSettings({ timeoutMs }), ports, 4);
}

export function connected(stream: ByteStream): () => Step<ByteStream> {
  return () => done(stream);
}
