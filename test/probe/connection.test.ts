import { describe, expect, it } from '@jest/globals';
import { failed, failure } from '../../src/model/failure.js';
import { withConnection } from '../../src/probe/connection.js';
import { costOf, streamRequest } from '../../src/probe/look.js';
import { read, send, type Conversation, type StreamEvent } from '../../src/xmpp/conversation.js';
import { bytes, connected, fakeClock, fakeLook, fakeStream, type Arrival } from './fake-connection.js';

const HEADER = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

/** Reads until nothing more comes, and once more. */
function* readToTheEnd(): Conversation<readonly StreamEvent[]> {
  yield* send('hello');
  const events: StreamEvent[] = [];
  for (;;) {
    const event = yield* read();
    events.push(event);
    if (event.kind !== 'header' && event.kind !== 'element') return [...events, yield* read()];
  }
}

/** The events of one connection in short, with the time they took. */
async function eventsOf(arrivals: readonly Arrival[], timeoutMs?: number) {
  const clock = fakeClock();
  const stream = fakeStream(clock, arrivals);
  const look = fakeLook(clock, connected(stream));
  const step = await withConnection(look, (connection) => connection.converse(readToTheEnd(), timeoutMs));
  const events = step.state === 'done' ? step.value : [];
  const short = events.map((event) => {
    if (event.kind === 'element') return event.element.name;
    return event.kind === 'failed' ? event.failure.code : event.kind;
  });
  return { short, tookMs: clock.monotonic(), stream, look };
}

describe('a conversation on a connection', () => {
  it('sends what it says and is handed one event after the other, whatever the bytes arrive in', async () => {
    const { short, stream } = await eventsOf([
      bytes(HEADER.slice(0, 20)),
      bytes(`${HEADER.slice(20)}<a/><b`),
      bytes('/>'),
    ]);
    expect(stream.written).toEqual(['hello']);
    expect(short).toEqual(['header', 'a', 'b', 'stream.timeout', 'stream.timeout']);
  });

  it('is told the end of the stream and the end of the connection apart, and then nothing else', async () => {
    const end = { received: { kind: 'end' } } as const;
    expect((await eventsOf([bytes(`${HEADER}</stream:stream>`), end])).short).toEqual(['header', 'end', 'end']);
    expect((await eventsOf([bytes(HEADER), end])).short).toEqual(['header', 'closed', 'closed']);
  });

  it('is told what broke the connection', async () => {
    const reset = { received: { kind: 'failed', code: 'tcp.reset' } } as const;
    expect((await eventsOf([bytes(HEADER), reset])).short).toEqual(['header', 'tcp.reset', 'tcp.reset']);
  });

  it('waits as long for each event as it is told', async () => {
    const { short, tookMs } = await eventsOf([bytes(HEADER, 90), bytes('<a/>', 90)], 100);
    expect(short).toEqual(['header', 'a', 'stream.timeout', 'stream.timeout']);
    expect(tookMs).toBe(280);
  });

  it('does not wait longer because bytes trickle in', async () => {
    const { short, tookMs } = await eventsOf([...HEADER].map((byte) => bytes(byte, 10)));
    expect(short).toEqual(['stream.timeout', 'stream.timeout']);
    expect(tookMs).toBe(100);
  });

  it('ends after three times the timeout, however much is said', async () => {
    const { tookMs } = await eventsOf([bytes(HEADER), ...Array.from({ length: 100 }, () => bytes('<a/>', 10))]);
    expect(tookMs).toBe(300);
  });

  it('ends at the limit of a stream, however fast it comes', async () => {
    const { short } = await eventsOf([
      bytes(HEADER),
      ...Array.from({ length: 40 }, () => bytes(`<a>${'x'.repeat(5000)}</a>`)),
    ]);
    expect(short.slice(-2)).toEqual(['stream.limit', 'stream.limit']);
    expect(short.length).toBeLessThan(20);
  });
});

describe('a connection', () => {
  it('is closed when its use is over, also by a bug', async () => {
    const stream = fakeStream(fakeClock(), []);
    const look = fakeLook(fakeClock(), connected(stream));
    const broken = withConnection(look, async () => {
      throw new Error('a bug');
    });
    await expect(broken).rejects.toThrow('a bug');
    expect(stream.closed).toBe(true);
  });

  it('stays open for what it is held for, while its result is out, also where that fails', async () => {
    const stream = fakeStream(fakeClock(), []);
    const look = fakeLook(fakeClock(), connected(stream));
    let end = (): void => {};
    const held = new Promise<void>((_, reject) => (end = () => reject(new Error('a bug'))));
    const step = await withConnection(look, async (connection) => {
      connection.hold(held);
      return 'used';
    });
    expect([step, stream.closed]).toEqual([{ state: 'done', value: 'used' }, false]);
    end();
    await expect(held).rejects.toThrow('a bug');
    await new Promise((resolve) => setImmediate(resolve));
    expect(stream.closed).toBe(true);
  });

  it('that cannot be made is the failure of the look, and in the transcript', async () => {
    const look = fakeLook(fakeClock(), () => failed(failure('tcp.refused', 'connect', 'ECONNREFUSED')));
    const step = await withConnection(look, async () => 'used');
    expect(step).toMatchObject({ state: 'failed', failure: { code: 'tcp.refused' } });
    expect(look.transcript.lines().map(({ text }) => text)).toEqual([
      'connecting to 127.0.0.1 port 5222',
      'the port refused the connection (ECONNREFUSED)',
    ]);
  });

  it('knows whether the server has sent more than was read', async () => {
    const clock = fakeClock();
    const look = fakeLook(clock, connected(fakeStream(clock, [bytes(`${HEADER}<a/>`)])));
    const unread = await withConnection(look, async (connection) => {
      await connection.converse(read());
      return [connection.hasUnread(), connection.hasUnread()];
    });
    expect(unread).toEqual({ state: 'done', value: [true, false] });
  });

  it('is counted before it is made, and its bytes while it lasts', async () => {
    const look = fakeLook(fakeClock(), connected(fakeStream(fakeClock(), [])));
    expect(look.connectionsLeft()).toBe(4);
    const using = withConnection(look, async () => costOf(look));
    expect(look.connectionsLeft()).toBe(3);
    expect(await using).toMatchObject({ value: { connections: 1, bytesSent: 10, bytesReceived: 20 } });
  });

  it('writes bytes that are cut inside of a character down as that character', async () => {
    const umlaut = Buffer.from('ü');
    const pieces = [umlaut.subarray(0, 1), umlaut.subarray(1)].map((piece) => ({
      received: { kind: 'bytes', bytes: piece } as const,
    }));
    const { look } = await eventsOf([bytes(`${HEADER}<a>`), ...pieces, bytes('</a>')]);
    expect(look.transcript.lines().map(({ text }) => text)).toContain('ü</a>');
  });
});

describe('a stream', () => {
  it('names us on s2s and nobody on c2s', () => {
    const look = fakeLook(fakeClock(), connected(fakeStream(fakeClock(), [])));
    const s2s = { ...look, endpoint: { ...look.endpoint, service: 's2s' as const } };
    expect(streamRequest(look, 'a.example')).toEqual({ service: 'c2s', to: 'a.example' });
    expect(streamRequest(s2s, 'a.example')).toEqual({ service: 's2s', to: 'a.example', from: 'tls-probe.invalid' });
  });
});
