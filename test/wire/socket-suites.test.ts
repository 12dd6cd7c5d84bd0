import { afterEach, describe, expect, it } from '@jest/globals';
import type { TlsOptions } from 'node:tls';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { EndpointObservation } from '../../src/model/observation.js';
import { confirmNullSuites } from '../../src/probe/observe.js';
import {
  lookAt,
  probeSettings,
  realPorts,
  SUBJECT,
  transcriptOf,
  withoutTimes,
  type LookChanges,
} from '../support/loopback-look.js';
import { startPeer, type PeerConnection, type ScriptedPeer } from '../support/scripted-peer.js';
import {
  MECHANISMS,
  PROCEED,
  requiresTls,
  servePlaintext,
  serveSecured,
  serveXmpp,
  USE_TLS,
  type ServerScript,
} from '../support/scripted-server.js';
import { aCertificate } from '../support/test-certificate.js';

const certificate = aCertificate({ names: [{ dns: 'example.org' }] });

/** OpenSSL's names of suites that our certificate goes with. */
const GOOD = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256';
const NULL = 'ECDHE-ECDSA-NULL-SHA:ECDHE-RSA-NULL-SHA';
const ANONYMOUS = 'AECDH-AES128-SHA';

const refused = { state: 'done', value: { kind: 'refused', by: 'handshake_failure' } };

let peer: ScriptedPeer | undefined;

afterEach(async () => {
  await peer?.close();
  peer = undefined;
});

async function start(script: (connection: PeerConnection) => Promise<void>): Promise<ScriptedPeer> {
  peer = await startPeer(script);
  return peer;
}

function offering(...suites: readonly string[]): TlsOptions {
  return { ...certificate, ciphers: `${suites.join(':')}:@SECLEVEL=0`, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' };
}

/** A STARTTLS server that requires TLS and has these suites. */
function startServer(tls: TlsOptions, changes: Partial<ServerScript> = {}): Promise<ScriptedPeer> {
  const script = requiresTls(tls, changes);
  return start((connection) => serveXmpp(connection, script));
}

/** A STARTTLS server that answers our raw ClientHello like this, and serves every other handshake. */
function startAnswering(answer: (connection: PeerConnection) => Promise<void> | void): Promise<ScriptedPeer> {
  const script = requiresTls(certificate);
  return start(async (connection) => {
    if (!(await servePlaintext(connection, script))) return;
    const questioned = peer?.received[connection.index]?.includes('</auth>') === true;
    if (questioned) {
      if ((await connection.expect('\x16\x03\x01')) !== undefined) await answer(connection);
    } else if (await connection.startTls(script.certificate)) {
      await serveSecured(connection, script);
    }
  });
}

/** Connections on which worthless suites were offered. */
function offersIn({ transcript }: EndpointObservation): readonly number[] {
  return transcript.filter(({ text }) => text.startsWith('ClientHello')).map(({ connection }) => connection);
}

function rawServerHello(suite: string): Uint8Array {
  const body = `0303${'ab'.repeat(32)}00${suite}00`;
  return Buffer.from(`160303002a020000${(body.length / 2).toString(16)}${body}`, 'hex');
}

function lookDirectly(server: ScriptedPeer, changes: LookChanges = {}): Promise<EndpointObservation> {
  return lookAt(server, { ...changes, endpoint: { transport: 'direct-tls', ...changes.endpoint } });
}

describe('worthless cipher suites on a STARTTLS port', () => {
  it('are refused in one go, on a connection that is made anyway', async () => {
    const seen = await lookAt(await startServer(offering(GOOD)));
    expect(seen.handshake.state).toBe('done');
    expect(seen.worthlessSuites).toEqual({ null: refused, anonymous: refused, export: refused });
    expect(offersIn(seen)).toEqual([2]);
    expect(transcriptOf(seen)).toMatch(
      /2 note ClientHello with \d+ cipher suites.*\n2 note refused: handshake_failure/u,
    );
  });

  it('are refused by a server of TLS 1.3 alone, which has none of them', async () => {
    const seen = await lookAt(await startServer({ ...certificate, minVersion: 'TLSv1.3' }));
    expect(seen.worthlessSuites?.null).toEqual({
      state: 'done',
      value: { kind: 'refused', by: 'protocol_version' },
    });
  });

  it('are found behind good ones, which a server prefers', async () => {
    const seen = await lookAt(await startServer(offering(GOOD, NULL)));
    expect(seen.handshake).toMatchObject({ value: { cipher: expect.stringContaining('AES128-GCM') } });
    expect(seen.worthlessSuites).toEqual({
      null: { state: 'done', value: { kind: 'picked', suite: expect.stringContaining('_NULL_'), version: 'TLSv1.2' } },
      anonymous: refused,
      export: refused,
    });
    expect(offersIn(seen)).toHaveLength(2);
  });

  it('are found behind each other', async () => {
    const seen = await lookAt(await startServer({ ...offering(ANONYMOUS, GOOD, NULL), honorCipherOrder: true }));
    expect(seen.worthlessSuites).toMatchObject({
      null: { value: { kind: 'picked' } },
      anonymous: { value: { kind: 'picked', suite: 'TLS_ECDH_anon_WITH_AES_128_CBC_SHA' } },
    });
    expect(seen.cost.connections).toBeLessThanOrEqual(5);
  });

  it('are found where the server has nothing else and ends the usual handshake', async () => {
    const seen = await lookAt(await startServer(offering(ANONYMOUS)));
    expect(seen.handshake).toMatchObject({
      state: 'failed',
      failure: { code: 'tls.alert', detail: 'handshake_failure' },
    });
    expect(seen.worthlessSuites).toMatchObject({ null: refused, anonymous: { value: { kind: 'picked' } } });
  });

  it('are offered on a connection of their own where the server ends the stream at a question', async () => {
    const answers = { ...requiresTls(certificate).answers, "jabber:iq:auth'": USE_TLS, "jabber:iq:register'": USE_TLS };
    const seen = await lookAt(await startServer(offering(GOOD, NULL), { answers }));
    expect(seen.worthlessSuites).toMatchObject({ null: { value: { kind: 'picked' } } });
    const [apart = 0] = offersIn(seen);
    expect(peer?.received[apart - 1]).not.toContain('</auth>');
    expect(seen.cost.connections).toBeLessThanOrEqual(5);
  });

  it('are found behind anonymous ones where the server ends the stream at every question', async () => {
    const answers = { ...requiresTls(certificate).answers, "jabber:iq:auth'": USE_TLS, "jabber:iq:register'": USE_TLS };
    const tls = { ...offering(ANONYMOUS, GOOD, NULL), honorCipherOrder: true };
    const seen = await lookAt(await startServer(tls, { answers }));
    expect(seen.worthlessSuites).toMatchObject({
      null: { value: { kind: 'picked' } },
      anonymous: { value: { kind: 'picked' } },
      export: { state: 'failed', failure: { code: 'probe.connections' } },
    });
    // One is left to offer NULL again, and the stream without version had to go without.
    expect(seen.cost.connections).toBe(5);
    expect(seen.plaintext.answers['versionless-auth']).toMatchObject({ failure: { code: 'probe.connections' } });
    const confirmed = await confirmNullSuites(seen, SUBJECT, probeSettings(), realPorts());
    expect(judgeEndpoint(confirmed, {})).toMatchObject({ verdict: 'plaintext', proof: 'behaviour' });
  });

  it('are ruled out behind anonymous ones before a stream without version takes the last connection', async () => {
    const answers = { ...requiresTls(certificate).answers, "jabber:iq:auth'": USE_TLS, "jabber:iq:register'": USE_TLS };
    const seen = await lookAt(await startServer(offering(ANONYMOUS, GOOD), { answers }));
    expect(seen.worthlessSuites).toMatchObject({ null: refused, anonymous: { value: { kind: 'picked' } } });
    expect(seen.plaintext.answers['versionless-auth']?.state).toBe('done');
    expect(seen.cost.connections).toBe(6);
  });

  it('that could not be offered again accuse nobody', async () => {
    const first = await lookAt(await startServer(offering(GOOD, NULL)));
    const spent = { ...first, cost: { ...first.cost, connections: 6 } };
    const seen = await confirmNullSuites(spent, SUBJECT, probeSettings(), realPorts());
    const { verdict, because } = judgeEndpoint(seen, {});
    expect(verdict).toBe('inconclusive');
    expect(because.join()).toContain('could not be looked at again');
  });

  it('are not offered where there is no STARTTLS', async () => {
    const failure = "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:stream>";
    const seen = await lookAt(await startServer(certificate, { features: MECHANISMS, starttls: failure }));
    expect(seen.worthlessSuites?.null).toMatchObject({ state: 'not-reached' });
    expect(offersIn(seen)).toEqual([]);
  });

  it('are not offered behind plaintext that follows proceed', async () => {
    const seen = await lookAt(await startServer(certificate, { starttls: `${PROCEED}<message/>` }));
    expect(seen.worthlessSuites?.null).toMatchObject({ state: 'failed', failure: { code: 'tls.not-tls' } });
    expect(offersIn(seen)).toEqual([]);
  });

  it('are picked from the export class as well', async () => {
    let answered = 0;
    const server = await startAnswering(async (connection) => {
      answered += 1;
      await connection.send(rawServerHello('0003'), { bytes: 1 });
    });
    const seen = await lookAt(server);
    expect(answered).toBe(1);
    expect(seen.worthlessSuites?.export).toMatchObject({
      value: { kind: 'picked', suite: 'TLS_RSA_EXPORT_WITH_RC4_40_MD5' },
    });
  });

  it.each([
    ['the server hangs up', 'tls.closed', (connection: PeerConnection) => connection.end()],
    ['the server resets the connection', 'tcp.reset', (connection: PeerConnection) => connection.reset()],
    ['the server says nothing', 'tls.timeout', (connection: PeerConnection) => connection.hold()],
    ['the server goes on in XML', 'tls.not-tls', (connection: PeerConnection) => connection.send('<message/>')],
    [
      'the server picks what was not offered',
      'tls.not-tls',
      (connection: PeerConnection) => connection.send(rawServerHello('c02f')),
    ],
    [
      'the server knows no such name',
      'tls.alert',
      (connection: PeerConnection) => connection.send(Buffer.from('15030300020270', 'hex')),
    ],
    [
      'the server takes its leave',
      'tls.closed',
      (connection: PeerConnection) => connection.send(Buffer.from('15030300020100', 'hex')),
    ],
  ] as const)('stay unknown when %s', async (_what, code, answer) => {
    const seen = await lookAt(await startAnswering(answer), { settings: { timeoutMs: 700 } });
    expect(seen.handshake.state).toBe('done');
    expect(seen.worthlessSuites?.null).toMatchObject({ state: 'failed', failure: { code, step: 'handshake' } });
  });

  it('look the same however the words of the server are cut', async () => {
    const whole = withoutTimes(await lookAt(await startServer(offering(GOOD, NULL))));
    await peer?.close();
    const cut = withoutTimes(await lookAt(await startServer(offering(GOOD, NULL), { cut: { bytes: 1 } })));
    expect(cut).toEqual(whole);
  });
});

describe('worthless cipher suites on a direct TLS port', () => {
  const serve =
    (tls: TlsOptions) =>
    async (connection: PeerConnection): Promise<void> => {
      if (await connection.startTls(tls)) await serveSecured(connection, requiresTls(tls));
    };

  it('are refused, over three connections', async () => {
    const seen = await lookDirectly(await start(serve(offering(GOOD))));
    expect(seen.worthlessSuites).toEqual({ null: refused, anonymous: refused, export: refused });
    expect(seen.cost.connections).toBe(3);
  });

  it('are found, by the ALPN protocol that leads to XMPP there', async () => {
    const asked: string[] = [];
    const ALPNCallback = ({ servername, protocols }: { servername: string; protocols: string[] }) => {
      asked.push(`${servername} ${protocols.join(' ')}`);
      return protocols[0];
    };
    const seen = await lookDirectly(await start(serve({ ...offering(GOOD, NULL), ALPNCallback })));
    expect(seen.worthlessSuites).toMatchObject({ null: { value: { kind: 'picked' } } });
    // OpenSSL looks at suites first, so that the offers it refuses are not heard of.
    expect(asked).toEqual(['example.org xmpp-client', 'example.org xmpp-client']);
  });

  it('are found where the server has nothing else', async () => {
    const seen = await lookDirectly(await start(serve(offering(ANONYMOUS))));
    expect(seen.worthlessSuites).toMatchObject({ null: refused, anonymous: { value: { kind: 'picked' } } });
  });

  it('are not offered where nothing speaks TLS', async () => {
    const seen = await lookDirectly(
      await start(async (connection) => {
        await connection.send('HTTP/1.1 400 Bad Request\r\n\r\n');
        connection.end();
      }),
    );
    expect(seen.worthlessSuites?.null.state).toBe('not-reached');
    expect(offersIn(seen)).toEqual([]);
  });
});

describe('a NULL suite that was picked', () => {
  it.each(['starttls', 'direct-tls'] as const)('is offered alone once more, %s', async (transport) => {
    const tls = offering(GOOD, NULL, ANONYMOUS);
    const server =
      transport === 'starttls'
        ? await startServer(tls)
        : await start(async (connection) => void (await connection.startTls(tls)));
    const first = await lookAt(server, { endpoint: { transport } });
    const before = peer?.received.length ?? 0;
    const confirmed = await confirmNullSuites(first, SUBJECT, probeSettings(), realPorts());
    expect(confirmed.nullSuitesAgain).toMatchObject({ state: 'done', value: { kind: 'picked' } });
    expect(peer?.received.length).toBe(before + 1);
    expect(confirmed.cost.connections).toBe(first.cost.connections + 1);
    expect(confirmed.cost.connections).toBeLessThanOrEqual(6);
  });
});
