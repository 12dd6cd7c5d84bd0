import { afterEach, describe, expect, it } from '@jest/globals';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { decode, encode } from 'dns-packet';
import { startDnsServer, type DnsServer, type Zone } from '../../src/demo/dns-server.js';
import type { DnsAnswer, QuestionType } from '../../src/dns/resolver.js';
import { ConfigurationError } from '../../src/model/ports.js';
import { createResolver } from '../../src/runtime/resolver.js';
import { zoneResolver } from '../support/zone.js';

const LOOPBACK = '127.0.0.1';
const NEVER = new AbortController().signal;
/** Long enough for loopback on a busy machine, also where a third of it must do. */
const TIMEOUT_MS = 3_000;

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function serve(zone: Zone): Promise<DnsServer> {
  const server = await startDnsServer(zone);
  stops.push(server.stop);
  return server;
}

async function ask<T extends QuestionType>(zone: Zone, name: string, type: T): Promise<DnsAnswer<T>> {
  const { address } = await serve(zone);
  return createResolver({ servers: [address], timeoutMs: TIMEOUT_MS }).resolve(name, type, NEVER);
}

/** A UDP server that answers as told: bytes, or nothing. */
async function serveUdp(answer: (question: Buffer) => Buffer[]): Promise<{ address: string; questions: Buffer[] }> {
  const questions: Buffer[] = [];
  const socket = createSocket('udp4').bind(0, LOOPBACK);
  await once(socket, 'listening');
  stops.push(() => void socket.close());
  socket.on('message', (question, from) => {
    questions.push(question);
    for (const bytes of answer(question)) socket.send(bytes, from.port, from.address);
  });
  return { address: `${LOOPBACK}:${socket.address().port}`, questions };
}

/** A TCP server that sends the bytes of the answer as they are, and closes when told to. */
async function serveTcp(answer: (question: Buffer) => Buffer, port = 0, close = false): Promise<{ address: string }> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (question) => {
      socket.write(answer(question.subarray(2)));
      if (close) socket.end();
    });
  }).listen(port, LOOPBACK);
  await once(server, 'listening');
  stops.push(() => void server.close());
  return { address: `${LOOPBACK}:${(server.address() as AddressInfo).port}` };
}

/** Somebody else may own the TCP port that goes with a UDP port of ours. */
async function onFreePort<T>(listen: () => Promise<T>, triesLeft = 20): Promise<T> {
  try {
    return await listen();
  } catch (error) {
    if (triesLeft === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return onFreePort(listen, triesLeft - 1);
  }
}

/** A good answer to an A question, as it goes over UDP. */
function goodAnswer(question: Buffer, ip = '8.8.8.8'): Buffer {
  const { id = 0, questions = [] } = decode(question);
  const [asked] = questions;
  return encode({ type: 'response', id, questions, answers: [{ type: 'A', name: asked?.name ?? '', data: ip }] });
}

function withLength(message: Buffer, length = message.length): Buffer {
  return Buffer.concat([Buffer.from([length >> 8, length & 0xff]), message]);
}

const records = (...list: unknown[]): object => ({ state: 'records', records: list, aliases: [], authentic: false });
const failing = (code: string): object => ({ state: 'failed', failure: expect.objectContaining({ code }) });

describe('the resolver', () => {
  const zone: Zone = {
    '_xmpp-client._tcp.example.org': { SRV: ['5 10 5222 XMPP.example.org', '10 0 5223 xmpp.example.org.'] },
    '_xmpp-server._tcp.example.org': { SRV: ['0 0 0 .'] },
    'xmpp.example.org': { A: ['127.0.0.1'], AAAA: ['::1'] },
    'signed.example.org': { A: ['127.0.0.1'], authentic: true },
    'a.example.org': { CNAME: 'B.example.org.' },
    'b.example.org': { CNAME: 'xmpp.example.org' },
    'dangling.example.org': { CNAME: 'gone.example.org' },
    'bad.example.org': { A: 'SERVFAIL', AAAA: 'REFUSED', SRV: 'TIMEOUT' },
    'loop.example.org': { CNAME: 'pool.example.org' },
    'pool.example.org': { CNAME: 'loop.example.org' },
  };

  it.each<[QuestionType, string, object]>([
    ['A', 'xmpp.example.org', records('127.0.0.1')],
    ['A', 'XMPP.Example.Org', records('127.0.0.1')],
    ['AAAA', 'xmpp.example.org', records('::1')],
    [
      'SRV',
      '_xmpp-client._tcp.example.org',
      records(
        { priority: 5, weight: 10, port: 5222, target: 'xmpp.example.org' },
        { priority: 10, weight: 0, port: 5223, target: 'xmpp.example.org' },
      ),
    ],
    ['SRV', '_xmpp-server._tcp.example.org', records({ priority: 0, weight: 0, port: 0, target: '.' })],
    ['CNAME', 'a.example.org', records('b.example.org')],
    ['A', 'a.example.org', { ...records('127.0.0.1'), aliases: ['b.example.org', 'xmpp.example.org'] }],
    ['A', 'signed.example.org', { ...records('127.0.0.1'), authentic: true }],
    ['AAAA', 'signed.example.org', { state: 'nodata', aliases: [], authentic: true }],
    ['SRV', 'a.example.org', { state: 'nodata', aliases: ['b.example.org', 'xmpp.example.org'], authentic: false }],
    ['A', 'dangling.example.org', { state: 'nxdomain', aliases: ['gone.example.org'], authentic: false }],
    ['A', 'nobody.example.org', { state: 'nxdomain', aliases: [], authentic: false }],
    ['A', '_tcp.example.org', { state: 'nodata', aliases: [], authentic: false }],
    ['A', 'bad.example.org', failing('dns.servfail')],
    ['AAAA', 'bad.example.org', failing('dns.refused')],
    ['A', 'loop.example.org', failing('dns.malformed')],
    ['A', 'a..b', failing('dns.malformed')],
    ['SRV', `_xmpp-client._tcp.${'abcdefghi.'.repeat(24)}org`, failing('dns.malformed')],
  ])('answers %s %s', async (type, name, expected) => {
    expect(await ask(zone, name, type)).toEqual(expected);
  });

  it('is what the resolver of the tests pretends to be', async () => {
    const { address } = await serve(zone);
    const resolver = createResolver({ servers: [address], timeoutMs: TIMEOUT_MS });
    const pretender = zoneResolver(zone);
    const gist = (answer: DnsAnswer): unknown => (answer.state === 'failed' ? answer.failure.code : answer);
    const names = Object.keys(zone).filter((name) => !/^(loop|pool)/.test(name));
    for (const name of [...names, 'nobody.example.org', '_tcp.example.org']) {
      for (const type of ['A', 'AAAA', 'CNAME'] as const) {
        const real = await resolver.resolve(name, type, NEVER);
        expect(gist(await pretender.resolve(name, type, NEVER))).toEqual(gist(real));
      }
    }
  });

  it('names the question and the step in a failure', async () => {
    const { address } = await serve(zone);
    const resolver = createResolver({ servers: [address], timeoutMs: 200 });
    expect(await resolver.resolve('bad.example.org', 'SRV', NEVER)).toEqual({
      state: 'failed',
      failure: { code: 'dns.timeout', step: 'srv', detail: 'SRV bad.example.org' },
    });
    expect(await resolver.resolve('bad.example.org', 'A', NEVER)).toMatchObject({
      failure: { code: 'dns.servfail', step: 'addresses', detail: 'A bad.example.org: SERVFAIL' },
    });
  });

  it('gives up in time when nobody answers', async () => {
    const { address } = await serve({ 'slow.example.org': 'TIMEOUT' });
    const before = performance.now();
    const answer = await createResolver({ servers: [address], timeoutMs: 300 }).resolve('slow.example.org', 'A', NEVER);
    expect(answer).toEqual(failing('dns.timeout'));
    expect(performance.now() - before).toBeLessThan(1_500);
  });

  it('asks again over TCP when the answer is truncated', async () => {
    const { address, queries } = await serve({ 'big.example.org': { A: ['127.0.0.1'], truncated: true } });
    const resolver = createResolver({ servers: [address], timeoutMs: TIMEOUT_MS });
    expect(await resolver.resolve('big.example.org', 'A', NEVER)).toEqual(records('127.0.0.1'));
    expect(queries).toEqual(['A big.example.org', 'A big.example.org']);
  });

  it('gets answers that do not fit into one datagram', async () => {
    const A = Array.from({ length: 120 }, (_, index) => `127.0.1.${index}`);
    expect(await ask({ 'big.example.org': { A } }, 'big.example.org', 'A')).toEqual(records(...A));
  });

  it('goes on with an alias that the server does not follow', async () => {
    const { address } = await serveUdp((question) => {
      const { id = 0, questions = [] } = decode(question);
      if (questions[0]?.name === 'b.example.org') return [goodAnswer(question)];
      const answers = [{ type: 'CNAME' as const, name: 'a.example.org', data: 'b.example.org' }];
      return [encode({ type: 'response', id, questions, answers })];
    });
    const answer = await createResolver({ servers: [address], timeoutMs: TIMEOUT_MS }).resolve(
      'a.example.org',
      'A',
      NEVER,
    );
    expect(answer).toEqual({ ...records('8.8.8.8'), aliases: ['b.example.org'] });
  });

  it('stops following aliases that never end', async () => {
    let count = 0;
    const { address, questions } = await serveUdp((question) => {
      const packet = decode(question);
      const answers = [
        { type: 'CNAME' as const, name: packet.questions?.[0]?.name ?? '', data: `n${count++}.example.org` },
      ];
      return [encode({ type: 'response', id: packet.id ?? 0, questions: packet.questions ?? [], answers })];
    });
    const answer = await createResolver({ servers: [address], timeoutMs: TIMEOUT_MS }).resolve(
      'a.example.org',
      'A',
      NEVER,
    );
    expect(answer).toEqual(failing('dns.malformed'));
    expect(questions.length).toBeLessThan(12);
  });

  it('asks again without EDNS when the server does not know it', async () => {
    const { address } = await serveUdp((question) => {
      const { id = 0, questions = [], additionals = [] } = decode(question);
      return [additionals.length > 0 ? encode({ type: 'response', id, flags: 1, questions }) : goodAnswer(question)];
    });
    const resolver = createResolver({ servers: [address], timeoutMs: TIMEOUT_MS });
    expect(await resolver.resolve('a.example.org', 'A', NEVER)).toEqual(records('8.8.8.8'));
  });

  it('takes the servers of the system when none are given', () => {
    expect(() => createResolver({ servers: [], timeoutMs: 1 })).not.toThrow();
  });

  it('refuses a server that cannot be one', () => {
    expect(() => createResolver({ servers: ['dns.example.org'], timeoutMs: 1 })).toThrow(ConfigurationError);
  });
});

describe('several name servers', () => {
  const good: Zone = { 'a.example.org': { A: ['127.0.0.1'] } };

  it.each<[string, Zone]>([
    ['SERVFAIL', { 'a.example.org': 'SERVFAIL' }],
    ['REFUSED', { 'a.example.org': 'REFUSED' }],
    ['silence', { 'a.example.org': 'TIMEOUT' }],
  ])('are asked in turn: %s of the first leaves the word to the second', async (_, zone) => {
    const servers = [(await serve(zone)).address, (await serve(good)).address];
    const answer = await createResolver({ servers, timeoutMs: 900 }).resolve('a.example.org', 'A', NEVER);
    expect(answer).toEqual(records('127.0.0.1'));
  });

  it('are asked in turn: a closed port of the first costs no time', async () => {
    const { address, stop } = await startDnsServer({});
    await stop();
    const servers = [address, (await serve(good)).address];
    const before = performance.now();
    const answer = await createResolver({ servers, timeoutMs: 60_000 }).resolve('a.example.org', 'A', NEVER);
    expect(answer).toEqual(records('127.0.0.1'));
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('that all fail give the failure that tells most', async () => {
    const { address: closed, stop } = await startDnsServer({});
    await stop();
    const silent = (await serve({ 'a.example.org': 'TIMEOUT' })).address;
    const broken = (await serve({ 'a.example.org': 'SERVFAIL' })).address;
    const resolve = (servers: string[]): Promise<DnsAnswer> =>
      createResolver({ servers, timeoutMs: 400 }).resolve('a.example.org', 'A', NEVER);
    expect(await resolve([closed])).toEqual(failing('dns.unreachable'));
    expect(await resolve([closed, silent])).toEqual(failing('dns.timeout'));
    expect(await resolve([closed, silent, broken])).toEqual(failing('dns.servfail'));
  });
});

describe('hostile answers over UDP', () => {
  const flip = (bytes: Buffer, index: number): Buffer => {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 0xff;
    return changed;
  };

  it.each<[string, (good: Buffer) => Buffer]>([
    ['have another id', (good) => flip(good, 0)],
    ['answer another question', (good) => flip(good, 13)],
    ['are questions', (good) => flip(good, 2)],
    ['are empty', () => Buffer.alloc(0)],
    ['are noise', () => Buffer.from('<stream:stream>')],
  ])('are passed over when they %s, and the good one behind them is taken', async (_, spoil) => {
    const { address } = await serveUdp((question) => [spoil(goodAnswer(question, '6.6.6.6')), goodAnswer(question)]);
    const answer = await createResolver({ servers: [address], timeoutMs: TIMEOUT_MS }).resolve(
      'a.example.org',
      'A',
      NEVER,
    );
    expect(answer).toEqual(records('8.8.8.8'));
  });

  it('are counted when nothing better comes', async () => {
    const { address } = await serveUdp((question) => [flip(goodAnswer(question), 0)]);
    const answer = await createResolver({ servers: [address], timeoutMs: 300 }).resolve('a.example.org', 'A', NEVER);
    expect(answer).toMatchObject({
      failure: { code: 'dns.timeout', detail: 'A a.example.org: messages that do not answer it: 1' },
    });
  });

  it('are not heard when they come from somebody else', async () => {
    const stranger = createSocket('udp4').bind(0, LOOPBACK);
    await once(stranger, 'listening');
    stops.push(() => void stranger.close());
    const victim = createSocket('udp4').bind(0, LOOPBACK);
    await once(victim, 'listening');
    stops.push(() => void victim.close());
    victim.on('message', (question, from) => {
      stranger.send(goodAnswer(question, '6.6.6.6'), from.port, from.address, () => {
        victim.send(goodAnswer(question), from.port, from.address);
      });
    });
    const servers = [`${LOOPBACK}:${victim.address().port}`];
    const answer = await createResolver({ servers, timeoutMs: TIMEOUT_MS }).resolve('a.example.org', 'A', NEVER);
    expect(answer).toEqual(records('8.8.8.8'));
  });

  it('that cannot be read are malformed', async () => {
    const { address } = await serveUdp((question) => [goodAnswer(question).subarray(0, -5)]);
    const answer = await createResolver({ servers: [address], timeoutMs: 300 }).resolve('a.example.org', 'A', NEVER);
    expect(answer).toEqual(failing('dns.malformed'));
  });
});

describe('TCP in place of UDP', () => {
  const viaTcp = async (answer: (question: Buffer) => Buffer, close = false): Promise<DnsAnswer> => {
    const address = await onFreePort(async () => {
      const udp = await serveUdp(() => []);
      return (await serveTcp(answer, Number(udp.address.split(':')[1]), close)).address;
    });
    return createResolver({ servers: [address], timeoutMs: 900 }).resolve('a.example.org', 'A', NEVER);
  };

  it('is tried where UDP brings nothing', async () => {
    expect(await viaTcp((question) => withLength(goodAnswer(question)))).toEqual(records('8.8.8.8'));
  });

  it.each<[string, (question: Buffer) => Buffer]>([
    ['is cut off', (question) => withLength(goodAnswer(question)).subarray(0, 20)],
    ['promises more than it holds', (question) => withLength(goodAnswer(question), 60_000)],
    [
      'answers another question',
      () => withLength(goodAnswer(encode({ id: 1, questions: [{ type: 'A', name: 'b' }] }))),
    ],
    ['is empty', () => withLength(Buffer.alloc(0))],
    [
      'is truncated',
      (question) => {
        const bytes = goodAnswer(question);
        bytes[2] = (bytes[2] ?? 0) | 0x02;
        return withLength(bytes);
      },
    ],
  ])('is malformed when the answer %s', async (_, answer) => {
    expect(await viaTcp(answer, true)).toEqual(failing('dns.malformed'));
  });
});

describe('equal questions', () => {
  const zone: Zone = { 'a.example.org': { A: ['127.0.0.1'] }, 'bad.example.org': 'SERVFAIL' };

  it('cost one lookup at the same time and later', async () => {
    const { address, queries } = await serve(zone);
    const resolver = createResolver({ servers: [address], timeoutMs: TIMEOUT_MS });
    const names = Array.from({ length: 50 }, (_, index) => (index % 2 ? 'a.example.org' : 'A.EXAMPLE.ORG'));
    await Promise.all(names.map((name) => resolver.resolve(name, 'A', NEVER)));
    await resolver.resolve('a.example.org', 'A', NEVER);
    await resolver.resolve('nobody.example.org', 'A', NEVER);
    await resolver.resolve('nobody.example.org', 'A', NEVER);
    expect(queries).toEqual(['A a.example.org', 'A nobody.example.org']);
  });

  it('are asked anew some time after a failure', async () => {
    const server = await serve(zone);
    let now = 0;
    const clock = { monotonic: () => now };
    const resolver = createResolver({ servers: [server.address], timeoutMs: TIMEOUT_MS, clock });
    expect(await resolver.resolve('bad.example.org', 'A', NEVER)).toEqual(failing('dns.servfail'));
    server.set({ 'bad.example.org': { A: ['127.0.0.2'] } });
    now = 29_999;
    expect(await resolver.resolve('bad.example.org', 'A', NEVER)).toEqual(failing('dns.servfail'));
    now = 30_000;
    expect(await resolver.resolve('bad.example.org', 'A', NEVER)).toEqual(records('127.0.0.2'));
  });

  it('end each with its own signal', async () => {
    const { address, questions } = await serveUdp(() => []);
    const resolver = createResolver({ servers: [address], timeoutMs: 60_000 });
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [first, second].map(({ signal }) => resolver.resolve('a.example.org', 'A', signal));
    const ended: number[] = [];
    answers.forEach((answer, index) => void answer.then(() => ended.push(index)));
    first.abort();
    expect(await answers[0]).toEqual(failing('run.deadline'));
    expect(ended).toEqual([0]);
    second.abort();
    expect(await answers[1]).toEqual(failing('run.deadline'));
    // Nobody waits any more, so nothing is asked any more either; a new question starts afresh.
    const third = new AbortController();
    const again = resolver.resolve('a.example.org', 'A', third.signal);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(questions.length).toBeLessThanOrEqual(2);
    third.abort();
    expect(await again).toEqual(failing('run.deadline'));
  });

  it('are not asked at all once the signal has aborted', async () => {
    const { address, queries } = await serve(zone);
    const resolver = createResolver({ servers: [address], timeoutMs: TIMEOUT_MS });
    expect(await resolver.resolve('a.example.org', 'A', AbortSignal.abort())).toEqual(failing('run.deadline'));
    expect(queries).toEqual([]);
  });
});

describe('many questions on one signal', () => {
  it('raise no warning and are all answered', async () => {
    const warnings: Error[] = [];
    const onWarning = (warning: Error): void => void warnings.push(warning);
    process.on('warning', onWarning);
    const names = Array.from({ length: 200 }, (_, index) => `h${index}.example.org`);
    const { address } = await serve(Object.fromEntries(names.map((name) => [name, { A: ['127.0.0.1'] }])));
    const resolver = createResolver({ servers: [address], timeoutMs: 10_000 });
    const { signal } = new AbortController();
    const answers = await Promise.all(names.map((name) => resolver.resolve(name, 'A', signal)));
    await new Promise(setImmediate);
    process.off('warning', onWarning);
    expect(answers).toEqual(names.map(() => records('127.0.0.1')));
    expect(warnings).toEqual([]);
  });
});
