import { describe, expect, it } from '@jest/globals';
import { done, failed, failure, type Step } from '../../src/model/failure.js';
import type { EndpointObservation, TlsFacts } from '../../src/model/observation.js';
import type { ByteStream, Dialer } from '../../src/probe/dialer.js';
import type { ProbePorts } from '../../src/probe/look.js';
import { confirmPlaintext, observeEndpoint } from '../../src/probe/observe.js';
import { createPace } from '../../src/probe/pace.js';
import { createHttpClient } from '../../src/runtime/http.js';
import { loopbackEndpoint, probeSettings, SUBJECT, withoutTimes } from '../support/loopback-look.js';
import { features, HEADER, iqError, MECHANISMS, PROCEED, saslFailure, STARTTLS } from '../support/scripted-server.js';
import { fakeClock, type FakeClock } from './fake-connection.js';

const FACTS: TlsFacts = {
  version: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  chain: [],
  verified: { state: 'verified' },
};

/** What a server with optional TLS says to each thing it is told. */
const REPLIES: readonly (readonly [said: string, reply: string])[] = [
  ['<stream:stream', HEADER + features(STARTTLS + MECHANISMS)],
  ['<auth', saslFailure('invalid-mechanism')],
  ['jabber:iq:auth', iqError('jabber:iq:auth', 'service-unavailable')],
  [
    'jabber:iq:register',
    "<iq type='result'><query xmlns='jabber:iq:register'><username/><password>ü</password></query></iq>",
  ],
  ['<starttls', PROCEED],
];

/** A connection to that server; the bytes of each side of the handshake arrive in two pieces, cut at `offset`. */
function cutStream(offset: number): ByteStream {
  let pending = Buffer.alloc(0);
  let delivered = 0;
  return {
    async read() {
      if (pending.length === 0) return { kind: 'end' };
      const length = delivered < offset ? Math.min(offset - delivered, pending.length) : pending.length;
      const bytes = pending.subarray(0, length);
      pending = pending.subarray(length);
      delivered += length;
      return { kind: 'bytes', bytes };
    },
    write(data) {
      const text = Buffer.from(data).toString();
      const replies = REPLIES.filter(([said]) => text.includes(said)).map(([, reply]) => reply);
      pending = Buffer.concat([pending, Buffer.from(replies.join(''))]);
    },
    async startTls() {
      delivered = 0;
      return done(FACTS);
    },
    close: () => Promise.resolve(),
    traffic: () => ({ sent: 0, received: delivered }),
  };
}

function portsOf(connect: () => Step<ByteStream>, clock: FakeClock = fakeClock()): ProbePorts {
  const dialer: Dialer = { connect: async () => connect() };
  const random = { token: (length: number) => 'x'.repeat(length) };
  return { dialer, http: createHttpClient(), clock, random, pace: createPace(), signal: new AbortController().signal };
}

function look(ports: ProbePorts, retries = 0): Promise<EndpointObservation> {
  return observeEndpoint(loopbackEndpoint(5222), SUBJECT, probeSettings({ retries }), ports);
}

describe('a look at an endpoint', () => {
  it('is the same wherever the bytes are cut', async () => {
    const whole = withoutTimes(await look(portsOf(() => done(cutStream(0)))));
    expect(whole).toMatchObject({
      features: { state: 'done' },
      securedFeatures: { state: 'done' },
      plaintext: {
        answers: {
          'sasl-external': { value: { condition: 'invalid-mechanism' } },
          registration: { value: { kind: 'iq-result', fields: ['username', 'password'] } },
        },
        sentinel: { state: 'done', value: 'proceed' },
      },
    });
    const longest = Buffer.byteLength(REPLIES.map(([, reply]) => reply).join(''));
    for (let offset = 1; offset <= longest; offset++) {
      expect(withoutTimes(await look(portsOf(() => done(cutStream(offset)))))).toEqual(whole);
    }
  }, 60_000);

  it('pauses before it tries again, and not otherwise', async () => {
    const clock = fakeClock();
    await look(
      portsOf(() => failed(failure('tcp.refused', 'connect')), clock),
      3,
    );
    expect(clock.monotonic()).toBe(0);
    await look(
      portsOf(() => failed(failure('tcp.timeout', 'connect')), clock),
      1,
    );
    expect(clock.monotonic()).toBe(1000);
  });

  it('never takes more than six connections, the confirmation included', async () => {
    const ports = portsOf(() => failed(failure('tcp.timeout', 'connect')));
    const seen = await look(ports, 100);
    const confirmed = await confirmPlaintext(seen, SUBJECT, probeSettings(), ports);
    expect(confirmed.cost.connections).toBeLessThanOrEqual(6);
    expect(confirmed.confirmation?.connected.state).toBe('failed');
  });

  it('is plain JSON', async () => {
    const seen = await look(portsOf(() => done(cutStream(0))));
    expect(JSON.parse(JSON.stringify(seen))).toEqual(seen);
  });
});
