import { afterEach, describe, expect, it } from '@jest/globals';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import { createClock } from '../../src/runtime/clock.js';
import { lookAt as look, transcriptOf, withoutTimes, type LookChanges } from '../support/loopback-look.js';
import { startPeer, type PeerConnection, type ScriptedPeer } from '../support/scripted-peer.js';
import {
  HEADER,
  MECHANISMS,
  requiresTls,
  serveSecured,
  serveXmpp,
  STARTTLS,
  streamError,
  type ServerScript,
} from '../support/scripted-server.js';
import { aCertificate } from '../support/test-certificate.js';

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

/** A server that is TLS from the first byte. */
function startServer(changes: Partial<ServerScript> = {}): Promise<ScriptedPeer> {
  const script = requiresTls(certificate, changes);
  return start(async (connection) => {
    if (await connection.startTls(script.certificate)) await serveSecured(connection, script);
  });
}

function lookAt(server: ScriptedPeer, changes: LookChanges = {}) {
  return look(server, { ...changes, endpoint: { transport: 'direct-tls', ...changes.endpoint } });
}

describe('a direct TLS endpoint', () => {
  it('is seen through TLS, and to refuse plaintext and worthless suites, over three connections', async () => {
    const seen = await lookAt(await startServer());
    expect(seen).toMatchObject({
      connected: { state: 'done' },
      header: { state: 'not-reached' },
      features: { state: 'not-reached' },
      starttls: { state: 'not-reached' },
      handshake: { state: 'done', value: { version: 'TLSv1.3' } },
      securedHeader: { state: 'done', value: { from: 'example.org' } },
      securedFeatures: { state: 'done', value: { mechanisms: ['SCRAM-SHA-1'] } },
      plaintext: {
        connected: { state: 'done' },
        header: { state: 'failed' },
        features: { state: 'not-reached' },
        answers: { 'sasl-external': { state: 'not-reached', after: 'header' } },
      },
      cost: { connections: 3 },
    });
  });

  it('looks the same however its words are cut', async () => {
    const whole = withoutTimes(await lookAt(await startServer()));
    await peer?.close();
    expect(withoutTimes(await lookAt(await startServer({ cut: { bytes: 1 } })))).toEqual(whole);
  });

  it.each([
    ['c2s', 'xmpp-client'],
    ['s2s', 'xmpp-server'],
  ] as const)('of %s is asked for %s by ALPN', async (service, protocol) => {
    const server = await startServer({ certificate: { ...certificate, ALPNProtocols: [protocol] } });
    const seen = await lookAt(server, { endpoint: { service } });
    expect(seen.handshake).toMatchObject({ state: 'done', value: { alpn: protocol } });
  });

  it('that refuses our ALPN protocol is entered without', async () => {
    const seen = await lookAt(await startServer({ certificate: { ...certificate, ALPNProtocols: ['h2'] } }));
    expect(seen.handshake.state).toBe('done');
    expect(seen.securedFeatures.state).toBe('done');
    expect(seen.withAlpn?.handshake).toMatchObject({
      state: 'failed',
      failure: { code: 'tls.alert', detail: 'no_application_protocol' },
    });
    expect(seen.cost.connections).toBe(4);
    expect(transcriptOf(seen)).toContain('no_application_protocol');
  });

  it('that leads to the web by ALPN, and to XMPP without, is entered without', async () => {
    const script = requiresTls(certificate);
    let asked = false;
    const ALPNCallback = ({ protocols }: { protocols: string[] }) => {
      asked = true;
      return protocols[0];
    };
    const seen = await lookAt(
      await start(async (connection) => {
        asked = false;
        if (!(await connection.startTls({ ...certificate, ALPNCallback }))) return;
        if (!asked) return serveSecured(connection, script);
        await connection.send('HTTP/1.1 400 Bad Request\r\n\r\n');
        connection.end();
      }),
      { endpoint: { service: 's2s', source: 'configured' } },
    );
    expect(seen.securedFeatures.state).toBe('done');
    expect(seen.withAlpn?.securedHeader).toMatchObject({ state: 'failed', failure: { code: 'stream.not-xmpp' } });
    expect(seen.cost.connections).toBeLessThanOrEqual(5);
  });

  it('is left as it was seen with ALPN where it does not help to go without', async () => {
    const seen = await lookAt(
      await start(async (connection) => {
        if (!(await connection.startTls({ ...certificate, ALPNProtocols: ['xmpp-client'] }))) return;
        await connection.send('HTTP/1.1 400 Bad Request\r\n\r\n');
        connection.end();
      }),
    );
    expect(seen).not.toHaveProperty('withAlpn');
    expect(seen.handshake).toMatchObject({ state: 'done', value: { alpn: 'xmpp-client' } });
    expect(seen.securedHeader).toMatchObject({ state: 'failed', failure: { code: 'stream.not-xmpp' } });
  });

  it('that is a web server which refuses our ALPN protocol is known for one all the same', async () => {
    const seen = await lookAt(
      await start(async (connection) => {
        if (!(await connection.startTls({ ...certificate, ALPNProtocols: ['http/1.1'] }))) return;
        await connection.send('HTTP/1.1 400 Bad Request\r\n\r\n');
        connection.end();
      }),
    );
    expect(seen.securedHeader).toMatchObject({ state: 'failed', failure: { code: 'stream.not-xmpp' } });
    expect(seen.withAlpn?.handshake).toMatchObject({ failure: { detail: 'no_application_protocol' } });
    const messages = judgeEndpoint(seen, {}).findings.map(({ message }) => message);
    expect(messages).toEqual(['The port speaks TLS, but no XMPP inside it.']);
  });

  it('that does not know the domain by SNI says so by an alert, and is not asked without ALPN', async () => {
    const seen = await lookAt(
      await start(async (connection) => {
        if ((await connection.expect('\x16\x03', '<?xml')) === '\x16\x03') {
          await connection.send(Buffer.from('15030300020270', 'hex'));
        }
        connection.end();
      }),
    );
    expect(seen.handshake).toMatchObject({ failure: { code: 'tls.alert', detail: 'unrecognized_name' } });
    const hellos = peer?.received.filter((said) => said.startsWith('\x16\x03')) ?? [];
    expect(hellos.map((said) => said.includes('xmpp-client'))).toEqual([true, true]);
  });

  it('that is an HTTPS server is not XMPP', async () => {
    const seen = await lookAt(
      await start(async (connection) => {
        if (!(await connection.startTls(certificate))) return;
        await connection.expect('>');
        await connection.send('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
        connection.end();
      }),
    );
    expect(seen.handshake.state).toBe('done');
    expect(seen.securedHeader).toMatchObject({
      state: 'failed',
      failure: { code: 'stream.not-xmpp', step: 'secured-features' },
    });
  });

  it('that is a STARTTLS port is not TLS, and its plaintext stream is questioned', async () => {
    const server = requiresTls(certificate, { features: STARTTLS + MECHANISMS });
    const seen = await lookAt(
      await start(async (connection) => {
        if (connection.index > 0) return serveXmpp(connection, server);
        await connection.send(HEADER + streamError('not-well-formed'));
        connection.end();
      }),
    );
    expect(seen.handshake).toMatchObject({ state: 'failed', failure: { code: 'tls.not-tls' } });
    expect(seen.plaintext).toMatchObject({
      features: { state: 'done', value: { mechanisms: ['SCRAM-SHA-1'] } },
      answers: { 'sasl-external': { state: 'done' }, registration: { state: 'done' } },
    });
  });

  it('that accepts plaintext beside TLS is questioned', async () => {
    const script = requiresTls(certificate, { features: MECHANISMS });
    const seen = await lookAt(
      await start(async (connection) => {
        const plain = await connection.expect('<?xml', '\x16\x03');
        if (plain !== '<?xml') return connection.end();
        await serveXmpp(connection, script);
      }),
    );
    expect(seen.plaintext.features).toMatchObject({ state: 'done', value: { mechanisms: ['SCRAM-SHA-1'] } });
    expect(seen.plaintext.answers['sasl-external'].state).toBe('done');
  });

  it('that answers plaintext late is waited for as long as any other port', async () => {
    const silent = await start((connection) => connection.hold());
    const seen = await lookAt(silent, { settings: { timeoutMs: 300 } });
    const header = seen.transcript.find(({ connection, text }) => connection === 2 && text.includes('in time'));
    expect(header?.atMs).toBeGreaterThanOrEqual(290);
    expect(seen.plaintext.header).toMatchObject({ state: 'failed', failure: { code: 'stream.timeout' } });
  });

  it('that answers plaintext with an alert speaks TLS', async () => {
    const script = requiresTls(certificate);
    const seen = await lookAt(
      await start(async (connection) => {
        // The main connection arrives first.
        if (connection.index === 0) {
          if (await connection.startTls(certificate)) await serveSecured(connection, script);
          return;
        }
        await connection.expect('<?xml');
        await connection.send(Buffer.from('15030100020246', 'hex'));
        connection.end();
      }),
    );
    expect(seen.plaintext.header).toMatchObject({ state: 'failed', failure: { code: 'stream.speaks-tls' } });
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('that wants a client certificate with %s says so by an alert', async (v) => {
    const strict = { ...certificate, requestCert: true, rejectUnauthorized: true, minVersion: v, maxVersion: v };
    const seen = await lookAt(await startServer({ certificate: strict }));
    const alerted = v === 'TLSv1.2' ? seen.handshake : seen.securedHeader;
    expect(alerted).toMatchObject({ state: 'failed', failure: { code: 'tls.alert' } });
  });

  it('is tried again after a handshake that was cut off', async () => {
    const script = requiresTls(certificate);
    const seen = await lookAt(
      await start(async (connection) => {
        // With ALPN, in plaintext, and without ALPN.
        if (connection.index < 3) return connection.end();
        if (await connection.startTls(certificate)) await serveSecured(connection, script);
      }),
      { settings: { retries: 1 }, ports: { clock: { ...createClock(), sleep: async () => {} } } },
    );
    expect(seen.securedFeatures.state).toBe('done');
    // Plaintext once more as well: what was cut off together with the handshake shows nothing. Then the suites.
    expect(seen.cost.connections).toBe(6);
  });

  it('that does not serve the host says so inside TLS', async () => {
    const seen = await lookAt(
      await start(async (connection) => {
        if (!(await connection.startTls(certificate))) return;
        await connection.expect('>');
        await connection.send(HEADER + streamError('host-unknown', 'not here'));
        connection.end();
      }),
    );
    expect(seen.securedFeatures).toMatchObject({
      state: 'failed',
      failure: { code: 'stream.host-unknown', condition: 'host-unknown', detail: 'not here' },
    });
  });
});
