import { afterEach, describe, expect, it } from '@jest/globals';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import { lookAt, type LookChanges } from '../support/loopback-look.js';
import { startPeer, type ScriptedPeer } from '../support/scripted-peer.js';
import {
  MECHANISMS,
  requiresTls,
  saslFailure,
  serveXmpp,
  STARTTLS,
  STARTTLS_REQUIRED,
  USE_TLS,
  type ServerScript,
} from '../support/scripted-server.js';
import { aCertificate } from '../support/test-certificate.js';

const certificate = aCertificate({ names: [{ dns: 'example.org' }] });
const DIALBACK = "<dialback xmlns='urn:xmpp:features:dialback'/>";

let peer: ScriptedPeer | undefined;
afterEach(async () => {
  await peer?.close();
  peer = undefined;
});

/** One port with several servers behind it: each connection meets the one that `scripts` names for it. */
async function judge(scripts: (index: number) => ServerScript, changes: LookChanges = {}) {
  peer = await startPeer((connection) => serveXmpp(connection, scripts(connection.index)));
  const observation = await lookAt(peer, changes);
  return { ...judgeEndpoint(observation, {}), observation };
}

const EXTERNAL_REFUSED = saslFailure('encryption-required');

/** Ends the stream at the first iq get, so that what comes behind it is asked on further connections. */
const strict = requiresTls(certificate, {
  answers: { '</auth>': EXTERNAL_REFUSED, "jabber:iq:auth'": USE_TLS, "jabber:iq:register'": USE_TLS },
});
const optional = requiresTls(certificate, { features: STARTTLS + MECHANISMS });

describe('two servers behind one port', () => {
  it.each([2, 3])('acquit nobody where a stream after %s strict ones offers a login', async (strictOnes) => {
    const { verdict, obstacle, observation } = await judge((index) => (index < strictOnes ? strict : optional));
    expect([verdict, obstacle?.code]).toEqual(['inconclusive', 'confirm.differs']);
    expect(observation.otherFeatures).toMatchObject([{ starttls: 'offered', mechanisms: ['SCRAM-SHA-1'] }]);
  });

  it('acquit nobody where only the stream for the cipher suites offers a login', async () => {
    // The questions end every stream of a strict server, so that the suites are offered behind a <starttls/> of their own.
    const ending = requiresTls(certificate, { answers: {}, starttls: USE_TLS });
    let opened = 0;
    peer = await startPeer(async (connection) => {
      opened += 1;
      await serveXmpp(connection, opened > 3 ? optional : connection.index === 0 ? strict : ending);
    });
    const observation = await lookAt(peer);
    expect(observation.otherFeatures).toMatchObject([{ mechanisms: ['SCRAM-SHA-1'] }]);
    expect(judgeEndpoint(observation, {}).verdict).toBe('inconclusive');
  });

  it('acquit nobody between servers', async () => {
    const asS2s = { endpoint: { service: 's2s' }, settings: { timeoutMs: 500 } } as const;
    const refusing = { '</auth>': EXTERNAL_REFUSED, '</db:verify>': USE_TLS };
    const offered = { features: STARTTLS_REQUIRED + DIALBACK, answers: refusing };
    const open = requiresTls(certificate, { features: STARTTLS + DIALBACK });
    const { verdict, obstacle } = await judge((index) => (index < 2 ? requiresTls(certificate, offered) : open), asS2s);
    expect([verdict, obstacle?.code]).toEqual(['inconclusive', 'confirm.differs']);
  });

  it('are acquitted where later ones offer nothing that leads further', async () => {
    const { verdict, observation } = await judge((index) =>
      index < 2 ? strict : { ...strict, features: STARTTLS_REQUIRED + "<ver xmlns='urn:xmpp:features:rosterver'/>" },
    );
    expect(verdict).toBe('secure');
    expect(observation.otherFeatures).toHaveLength(1);
  });

  it('leave no trace where all offer the same', async () => {
    const { verdict, observation } = await judge(() => strict);
    expect(verdict).toBe('secure');
    expect(observation).not.toHaveProperty('otherFeatures');
  });
});
