import { afterEach, describe, expect, it } from '@jest/globals';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import { createClock } from '../../src/runtime/clock.js';
import { lookAt, type LookChanges } from '../support/loopback-look.js';
import { startPeer, type PeerConnection, type ScriptedPeer } from '../support/scripted-peer.js';
import { MECHANISMS, requiresTls, saslFailure, serveSecured, serveXmpp, STARTTLS } from '../support/scripted-server.js';
import { aCertificate } from '../support/test-certificate.js';

const certificate = aCertificate({ names: [{ dns: 'example.org' }] });
const optional = requiresTls(certificate, {
  features: STARTTLS + MECHANISMS,
  answers: { '</auth>': saslFailure('invalid-mechanism') },
});

let peer: ScriptedPeer | undefined;
afterEach(async () => {
  await peer?.close();
  peer = undefined;
});

/** A port that takes TLS from the first byte, and what `plaintext` makes of everything else; counts the plaintext streams. */
async function judge(
  plaintext: (connection: PeerConnection, times: number, isBeside: boolean) => Promise<void> | void,
  changes: LookChanges = {},
) {
  let streams = 0;
  let open = 0;
  peer = await startPeer(async (connection) => {
    open += 1;
    if ((await connection.peek()) === '\x16') {
      if (await connection.startTls(certificate)) await serveSecured(connection, optional);
    } else {
      streams += 1;
      await plaintext(connection, streams, open > 1);
    }
    open -= 1;
  });
  const observation = await lookAt(peer, { ...changes, endpoint: { transport: 'direct-tls' } });
  const { verdict, proof } = judgeEndpoint(observation, {});
  return { is: `${verdict} ${proof}`, streams, connections: observation.cost.connections, observation };
}

describe('a port for direct TLS', () => {
  it.each(['end', 'reset'] as const)(
    'that takes plaintext alone, and none beside TLS (%s), is no TLS only',
    async (by) => {
      const { is, observation } = await judge((connection, _, isBeside) =>
        isBeside ? connection[by]() : serveXmpp(connection, optional),
      );
      expect(is).toBe('plaintext advertised');
      expect(observation.plaintext.features).toMatchObject({ value: { mechanisms: ['SCRAM-SHA-1'] } });
      expect(observation.cost.connections).toBeLessThanOrEqual(6);
    },
  );

  it.each(['end', 'reset'] as const)(
    'that turns only one plaintext connection away (%s) is no TLS only',
    async (by) => {
      const { is } = await judge((connection, times) =>
        times === 1 ? connection[by]() : serveXmpp(connection, optional),
      );
      expect(is).toBe('plaintext advertised');
    },
  );

  it.each(['end', 'reset'] as const)('that hangs up on plaintext (%s) is asked once more, alone', async (by) => {
    const beside: boolean[] = [];
    const { is, connections } = await judge((connection, _, isBeside) => {
      beside.push(isBeside);
      connection[by]();
    });
    expect([is, beside.length, beside[1], connections]).toEqual(['secure behaviour', 2, false, 4]);
  });

  it('that answers plaintext by an alert is not asked again', async () => {
    const { is, streams } = await judge(async (connection) => {
      await connection.expect('<?xml');
      await connection.send(Buffer.from('15030100020246', 'hex'));
      connection.end();
    });
    expect([is, streams]).toEqual(['secure behaviour', 1]);
  });

  it('that does not answer when it is asked once more is acquitted by nothing', async () => {
    const { is } = await judge((connection, times) => (times === 1 ? connection.end() : connection.hold()), {
      settings: { timeoutMs: 300 },
    });
    expect(is).toBe('inconclusive none');
  });

  it('that cuts the first handshake off as well is asked for plaintext when nothing else is open', async () => {
    let handshakes = 0;
    const beside: boolean[] = [];
    let open = 0;
    peer = await startPeer(async (connection) => {
      open += 1;
      if ((await connection.peek()) !== '\x16') {
        beside.push(open > 1);
        connection.end();
      } else if ((handshakes += 1) < 3) connection.end();
      else if (await connection.startTls(certificate)) await serveSecured(connection, optional);
      open -= 1;
    });
    const seen = await lookAt(peer, {
      endpoint: { transport: 'direct-tls' },
      settings: { retries: 1 },
      ports: { clock: { ...createClock(), sleep: async () => {} } },
    });
    expect(judgeEndpoint(seen, {}).verdict).toBe('secure');
    expect([beside.length, beside[1], seen.cost.connections]).toEqual([2, false, 6]);
  });
});
