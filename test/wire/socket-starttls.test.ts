import { afterEach, describe, expect, it } from '@jest/globals';
import { confirmPlaintext } from '../../src/probe/observe.js';
import { createClock } from '../../src/runtime/clock.js';
import { lookAt, probeSettings, realPorts, SUBJECT, transcriptOf, withoutTimes } from '../support/loopback-look.js';
import { startPeer, type PeerConnection, type ScriptedPeer } from '../support/scripted-peer.js';
import {
  features,
  HEADER,
  MECHANISMS,
  PROCEED,
  requiresTls,
  saslFailure,
  servePlaintext,
  serveXmpp,
  STARTTLS,
  streamError,
  USE_TLS,
  type ServerScript,
} from '../support/scripted-server.js';
import { aCertificate } from '../support/test-certificate.js';

const SHORT_MS = 120;
/** How a TLS record with a handshake message begins (RFC 8446 section 5.1). */
const CLIENT_HELLO = '\x16\x03';
const certificate = aCertificate({ names: [{ dns: 'example.org' }] });

let peer: ScriptedPeer | undefined;

afterEach(async () => {
  await peer?.close();
  peer = undefined;
});

async function start(script: (connection: PeerConnection) => Promise<void>): Promise<ScriptedPeer> {
  peer = await startPeer(script);
  return peer;
}

function startServer(changes: Partial<ServerScript> = {}): Promise<ScriptedPeer> {
  return start((connection) => serveXmpp(connection, requiresTls(certificate, changes)));
}

/** A server that says these things in turn, each when something new was heard, and then does as told. */
function startTalker(says: readonly string[], then: 'end' | 'reset' | 'hold'): Promise<ScriptedPeer> {
  return start(async (connection) => {
    for (const text of says) {
      await connection.expect('>', CLIENT_HELLO);
      await connection.send(text);
    }
    await connection[then]();
  });
}

describe('a STARTTLS endpoint that requires TLS', () => {
  it('is seen with both its streams and all its answers over three connections', async () => {
    const seen = await lookAt(await startServer());
    expect(seen).toMatchObject({
      to: 'example.org',
      connected: { state: 'done' },
      header: { state: 'done', value: { id: '1', from: 'example.org', version: '1.0', xmlDeclaration: true } },
      features: { state: 'done', value: { starttls: 'required', mechanisms: [] } },
      starttls: { state: 'done', value: 'proceed' },
      handshake: { state: 'done', value: { version: 'TLSv1.3', chain: [{ subject: 'CN=test' }] } },
      securedHeader: { state: 'done' },
      securedFeatures: { state: 'done', value: { starttls: 'absent', mechanisms: ['SCRAM-SHA-1'] } },
      plaintext: {
        connected: { state: 'done' },
        header: { state: 'done' },
        features: { state: 'done', value: { starttls: 'required' } },
        answers: {
          'sasl-external': { state: 'done', value: { kind: 'sasl-failure', condition: 'encryption-required' } },
          'legacy-auth': { state: 'done', value: { kind: 'iq-error', condition: 'not-acceptable' } },
          registration: { state: 'done', value: { kind: 'iq-error', condition: 'policy-violation' } },
          'dialback-verify': { state: 'not-reached', after: 'question' },
        },
        sentinel: { state: 'done', value: 'proceed' },
      },
      cost: { connections: 3 },
    });
  });

  it('costs three connections and about five kilobytes', async () => {
    const { cost } = await lookAt(await startServer());
    expect(cost.connections).toBe(3);
    expect(cost.bytesSent).toBeLessThan(3000);
    expect(cost.bytesReceived).toBeLessThan(5000);
  });

  it('looks the same however its words are cut', async () => {
    const whole = withoutTimes(await lookAt(await startServer()));
    for (const bytes of [1, 2, 3, 7, 64]) {
      await peer?.close();
      expect(withoutTimes(await lookAt(await startServer({ cut: { bytes } })))).toEqual(whole);
    }
  });

  it('has a transcript that tells who said what on which connection, and nothing from inside the handshake', async () => {
    const seen = await lookAt(await startServer());
    const lines = transcriptOf(seen).split('\n');
    expect(lines.filter((line) => line.startsWith('1 ')).map((line) => line.slice(0, 30))).toEqual([
      '1 note connecting to 127.0.0.1',
      "1 us <?xml version='1.0'?><str",
      "1 server <?xml version='1.0'?>",
      "1 us <starttls xmlns='urn:ietf",
      "1 server <proceed xmlns='urn:i",
      '1 note inside TLSv1.3, TLS_AES',
      "1 us <?xml version='1.0'?><str",
      "1 server <?xml version='1.0'?>",
      '1 us </stream:stream>',
    ]);
    expect(seen.transcript.every(({ atMs }) => atMs >= 0 && atMs < 5000)).toBe(true);
  });

  it('is never sent a secret, an iq of type set or anything else that is not on the safe list', async () => {
    const server = await startServer();
    await lookAt(server);
    const said = server.received.join('\n');
    expect(said).not.toMatch(/type='set'|ANONYMOUS|PLAIN|SCRAM|<password|<message|<presence|db:result/);
    expect(said.match(/mechanism='(\w+)'/)?.[1]).toBe('EXTERNAL');
  });

  it('is asked for TLS even when it does not offer it', async () => {
    const seen = await lookAt(await startServer({ features: MECHANISMS }));
    expect(seen.features).toMatchObject({ value: { starttls: 'absent', mechanisms: ['SCRAM-SHA-1'] } });
    expect(seen.securedFeatures.state).toBe('done');
  });

  it('is asked the other questions on a second connection when it ends the stream at one of them', async () => {
    const answers = {
      '</auth>': saslFailure('encryption-required'),
      "jabber:iq:auth'": USE_TLS,
      "jabber:iq:register'": USE_TLS,
    };
    const seen = await lookAt(await startServer({ answers }));
    const refused = { state: 'done', value: { kind: 'stream-error', condition: 'policy-violation' } };
    expect(seen.plaintext.answers).toMatchObject({ 'legacy-auth': refused, registration: refused });
    // Two of them for what has a connection of its own: SASL2 that was not reached, and the stream without version.
    expect(seen.cost.connections).toBe(5);
    const third = peer?.received[2];
    expect(third).toContain('jabber:iq:register');
    expect(third).not.toContain('jabber:iq:auth');
  });

  it('that drops what it does not allow is seen to do so without waiting', async () => {
    const startedAt = performance.now();
    const seen = await lookAt(await startServer({ answers: {} }), { settings: { timeoutMs: 5000 } });
    const dropped = { state: 'done', value: { kind: 'dropped' } };
    expect(seen.plaintext.answers).toMatchObject({
      'sasl-external': dropped,
      'legacy-auth': dropped,
      registration: dropped,
    });
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe('an s2s endpoint', () => {
  const s2s = { endpoint: { service: 's2s' } } as const;

  it('is told who asks, and not asked to verify a dialback key where it only says that it requires TLS', async () => {
    const server = await startServer({ answers: { '</auth>': saslFailure('invalid-mechanism') } });
    const seen = await lookAt(server, s2s);
    const { received } = server;
    expect(received).toHaveLength(2);
    expect(received.every((said) => said.includes(" from='tls-probe.invalid'"))).toBe(true);
    expect(received.join()).not.toContain('<db:verify');
    expect(seen.plaintext.answers).toMatchObject({
      'sasl-external': { state: 'done' },
      'legacy-auth': { state: 'not-reached', after: 'question' },
      'dialback-verify': { state: 'not-reached', after: 'question' },
    });
  });

  it('is asked to verify a dialback key where it does not require TLS', async () => {
    const seen = await lookAt(await startServer({ features: STARTTLS }), s2s);
    expect(seen.plaintext.answers['dialback-verify']).toEqual({
      state: 'done',
      value: { kind: 'dialback', type: 'invalid' },
    });
  });
});

describe('plaintext that was found', () => {
  it('is confirmed on a fresh connection, which is added to transcript and cost', async () => {
    const first = await lookAt(await startServer({ features: STARTTLS + MECHANISMS, answers: {} }));
    const confirmed = await confirmPlaintext(first, SUBJECT, probeSettings(), realPorts());
    expect(confirmed.confirmation).toEqual(first.plaintext);
    expect(confirmed.cost.connections).toBe(4);
    expect(confirmed.cost.bytesSent).toBeGreaterThan(first.cost.bytesSent);
    expect(confirmed.transcript.slice(0, first.transcript.length)).toEqual(first.transcript);
    expect(new Set(confirmed.transcript.map(({ connection }) => connection))).toEqual(new Set([1, 2, 3, 4]));
  });

  it('is confirmed with what the second connection shows when that differs', async () => {
    const first = await lookAt(await startServer({ features: STARTTLS + MECHANISMS }));
    const failing = { ...first, endpoint: { ...first.endpoint, port: 1 } };
    const confirmed = await confirmPlaintext(failing, SUBJECT, probeSettings(), realPorts());
    expect(confirmed.confirmation).toMatchObject({
      connected: { state: 'failed', failure: { code: 'tcp.refused' } },
      header: { state: 'not-reached', after: 'connect' },
    });
  });
});

describe('an IDN', () => {
  const subject = { domain: 'xn--mnchen-3ya.example', unicodeDomain: 'münchen.example' };

  /** Knows one spelling only. The scripted peer reads bytes as latin1. */
  function startServerOf(spelling: string): Promise<ScriptedPeer> {
    const known = Buffer.from(` to='${spelling}'`).toString('latin1');
    return start(async (connection) => {
      if ((await connection.expect("<?xml version='1.0'?>")) === undefined) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (peer?.received[connection.index]?.includes(known)) {
        return serveXmpp(connection, requiresTls(certificate));
      }
      await connection.send(HEADER + streamError('host-unknown'));
      connection.end();
    });
  }

  it('is asked for by its U-label, which is what most servers know', async () => {
    const seen = await lookAt(await startServerOf(subject.unicodeDomain), { subject });
    expect(seen.to).toBe(subject.unicodeDomain);
    expect(seen.securedFeatures.state).toBe('done');
    expect(seen.plaintext.sentinel.state).toBe('done');
    expect(seen.cost.connections).toBe(3);
  });

  it('is asked for by its A-label where the U-label is unknown', async () => {
    const seen = await lookAt(await startServerOf(subject.domain), { subject });
    expect(seen.to).toBe(subject.domain);
    expect(seen.securedFeatures.state).toBe('done');
    expect(seen.plaintext.sentinel.state).toBe('done');
    expect(seen.cost.connections).toBe(4);
  });
});

describe('a STARTTLS endpoint in trouble', () => {
  it.each([
    ['together with proceed', PROCEED + '<stream:features/>', ''],
    ['soon after proceed', PROCEED, '<stream:features/>'],
    ['in place of the handshake', PROCEED, 'HTTP/1.1 400 Bad Request\r\n\r\n'],
  ])('that sends plaintext %s is caught at it', async (_, first, second) => {
    const script = requiresTls(certificate, { starttls: first });
    const seen = await lookAt(
      await start(async (connection) => {
        if (await servePlaintext(connection, script)) await connection.send(second);
        await connection.hold();
      }),
    );
    expect(seen.starttls).toEqual({ state: 'failed', failure: { code: 'starttls.injected', step: 'starttls' } });
    expect(seen.handshake).toEqual({ state: 'not-reached', after: 'starttls' });
  });

  it('that refuses STARTTLS has no handshake', async () => {
    const starttls = "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:stream>";
    const seen = await lookAt(await startServer({ starttls }));
    expect(seen.starttls).toMatchObject({ state: 'failed', failure: { code: 'starttls.failure' } });
    expect(seen.plaintext.sentinel).toEqual({ state: 'done', value: 'failure' });
  });

  it.each([
    ['the header', [HEADER], 'features'],
    ['the features', [HEADER + features(STARTTLS)], 'starttls'],
  ] as const)('that resets the connection after %s fails there', async (_, says, step) => {
    const seen = await lookAt(
      await start(async (connection) => {
        await connection.expect('>');
        for (const text of says) await connection.send(text);
        if (step === 'starttls') await connection.expect(STARTTLS);
        else await new Promise((resolve) => setTimeout(resolve, 20));
        connection.reset();
      }),
    );
    expect(seen[step]).toMatchObject({ state: 'failed', failure: { code: 'tcp.reset', step } });
  });

  it('that hangs up on our header fails there, after direct TLS was tried as well', async () => {
    const seen = await lookAt(await startTalker([''], 'end'));
    expect(seen.header).toMatchObject({ state: 'failed', failure: { code: 'stream.closed', step: 'header' } });
    expect(seen.handshake).toEqual({ state: 'not-reached', after: 'header' });
    expect(seen.cost.connections).toBe(3);
  });

  it('that says nothing fails with a timeout, once', async () => {
    const startedAt = performance.now();
    const seen = await lookAt(await startTalker([], 'hold'), { settings: { timeoutMs: SHORT_MS } });
    expect(seen.header).toEqual({ state: 'failed', failure: { code: 'stream.timeout', step: 'header' } });
    expect(seen.plaintext.header).toEqual(seen.header);
    expect(performance.now() - startedAt).toBeLessThan(5 * SHORT_MS);
    expect(seen.cost.connections).toBe(2);
  });

  it('that trickles one byte at a time cannot prolong an answer', async () => {
    const startedAt = performance.now();
    const tarpit = start((connection) => connection.send(HEADER.repeat(20), { bytes: 1, delayMs: 15 }));
    const seen = await lookAt(await tarpit, { settings: { timeoutMs: SHORT_MS } });
    expect(seen.header).toMatchObject({ state: 'failed', failure: { code: 'stream.timeout' } });
    expect(performance.now() - startedAt).toBeLessThan(5 * SHORT_MS);
  });

  it('that keeps sending something else cannot prolong the connection', async () => {
    const startedAt = performance.now();
    const chatter = start(async (connection) => {
      await connection.send(HEADER);
      await connection.send('<a/>'.repeat(1000), { bytes: 4, delayMs: 15 });
    });
    const seen = await lookAt(await chatter, { settings: { timeoutMs: SHORT_MS } });
    expect(seen.features).toMatchObject({ state: 'failed', failure: { code: 'stream.timeout' } });
    expect(performance.now() - startedAt).toBeLessThan(8 * SHORT_MS);
  });

  it('with features beyond all measure is left at the limit', async () => {
    const giant = features(`${STARTTLS}<x xmlns='y'>${'z'.repeat(200_000)}</x>`);
    const seen = await lookAt(await startTalker([HEADER + giant], 'hold'));
    expect(seen.features).toMatchObject({ state: 'failed', failure: { code: 'stream.limit' } });
    expect(JSON.stringify(seen.transcript).length).toBeLessThan(20_000);
  });

  it('that is not XMPP says so', async () => {
    const seen = await lookAt(await startTalker(['HTTP/1.1 400 Bad Request\r\n\r\n'], 'end'));
    expect(seen.header).toMatchObject({ state: 'failed', failure: { code: 'stream.not-xmpp' } });
  });

  it('that wants a client certificate has a handshake, and the alert instead of a stream', async () => {
    const strict = { ...certificate, requestCert: true, rejectUnauthorized: true };
    const seen = await lookAt(await startServer({ certificate: strict }));
    expect(seen.handshake.state).toBe('done');
    expect(seen.securedHeader).toEqual({
      state: 'failed',
      failure: { code: 'tls.alert', step: 'secured-features', detail: 'certificate_required' },
    });
  });

  it('that turns out to speak TLS at once is seen through TLS, its plaintext steps as they were', async () => {
    const script = requiresTls(certificate);
    const seen = await lookAt(
      await start(async (connection) => {
        if (!(await connection.startTls(certificate))) return;
        await connection.expect("/streams'>");
        await connection.send(script.header + features(script.securedFeatures));
        await connection.hold();
      }),
    );
    expect(seen.header.state).toBe('failed');
    expect(seen.starttls).toEqual({ state: 'not-reached', after: 'header' });
    expect(seen.handshake.state).toBe('done');
    expect(seen.securedHeader.state).toBe('done');
    expect(seen.securedFeatures.state).toBe('done');
  });
});

describe('a second try', () => {
  const patient = { settings: { retries: 1 }, ports: { clock: { ...createClock(), sleep: async () => {} } } };

  it('is made where the first failure may pass', async () => {
    let arrived = 0;
    const seen = await lookAt(
      await start(async (connection) => {
        arrived++;
        if (connection.index >= 3) return serveXmpp(connection, requiresTls(certificate));
        connection.end();
      }),
      patient,
    );
    expect(seen.securedFeatures.state).toBe('done');
    expect(seen.plaintext.sentinel.state).toBe('done');
    // Two streams and TLS from the first byte, which all end; then two streams, and one without a version.
    expect(arrived).toBe(6);
    expect(seen.cost.connections).toBe(6);
  });

  it('is not made where the port refuses the connection', async () => {
    const { port } = await startTalker([], 'hold');
    await peer?.close();
    const seen = await lookAt({ port }, patient);
    expect(seen.connected).toMatchObject({ state: 'failed', failure: { code: 'tcp.refused' } });
    expect(seen.cost).toEqual({ connections: 2, bytesSent: 0, bytesReceived: 0 });
  });

  it('is the last one, whatever is configured', async () => {
    const seen = await lookAt(await startTalker([''], 'end'), { ...patient, settings: { retries: 9 } });
    expect(seen.cost.connections).toBeLessThanOrEqual(6);
  });
});

describe('the deadline of the run', () => {
  it('ends a look at once, wherever it is', async () => {
    const run = new AbortController();
    const seeing = lookAt(await startTalker([HEADER], 'hold'), { ports: { signal: run.signal } });
    setTimeout(() => run.abort(), 50);
    const seen = await seeing;
    expect(seen.header.state).toBe('done');
    expect(seen.features).toEqual({ state: 'failed', failure: { code: 'run.deadline', step: 'features' } });
  });

  it('that has passed keeps a look from connecting', async () => {
    const seen = await lookAt(await startServer(), { ports: { signal: AbortSignal.abort() } });
    expect(seen.connected).toEqual({ state: 'failed', failure: { code: 'run.deadline', step: 'connect' } });
    expect(peer?.received).toEqual([]);
  });
});
