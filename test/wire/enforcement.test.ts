import { afterEach, describe, expect, it } from '@jest/globals';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { EndpointObservation } from '../../src/model/observation.js';
import { confirmPlaintext } from '../../src/probe/observe.js';
import { createClock } from '../../src/runtime/clock.js';
import { lookAt, probeSettings, realPorts, SUBJECT, transcriptOf, type LookChanges } from '../support/loopback-look.js';
import { startPeer, type PeerConnection, type ScriptedPeer } from '../support/scripted-peer.js';
import {
  features,
  HEADER,
  MECHANISMS,
  PROCEED,
  requiresTls,
  saslFailure,
  serveXmpp,
  STARTTLS,
  streamError,
  USE_TLS,
  type ServerScript,
} from '../support/scripted-server.js';
import { aCertificate } from '../support/test-certificate.js';

const SASL2 = 'urn:xmpp:sasl:2';
const sasl2Failure = (condition: string): string =>
  `<failure xmlns='${SASL2}'><${condition} xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>`;
const UNKNOWN_ELEMENT = streamError('unsupported-stanza-type');
const PASSWORD_ASKED = "<iq type='result'><query xmlns='jabber:iq:auth'><username/><password/><resource/></query></iq>";

const certificate = aCertificate({ names: [{ dns: 'example.org' }] });
let peer: ScriptedPeer;
afterEach(() => peer.close());

async function start(script: (connection: PeerConnection) => Promise<void>): Promise<ScriptedPeer> {
  peer = await startPeer(script);
  return peer;
}

/** A server that requires TLS, but for what the test changes. */
function startServer(changes: Partial<ServerScript['answers']> = {}, rest: Partial<ServerScript> = {}) {
  const script = requiresTls(certificate, rest);
  return start((connection) => serveXmpp(connection, { ...script, answers: { ...script.answers, ...changes } }));
}

/** What the whole judgement is, with a second look where the first one accuses. */
async function judge(seen: EndpointObservation) {
  const first = judgeEndpoint(seen, {});
  if (first.verdict !== 'plaintext') return { verdict: first, observation: seen };
  const observation = await confirmPlaintext(seen, SUBJECT, probeSettings(), realPorts());
  return { verdict: judgeEndpoint(observation, {}), observation };
}

async function judgeServer(
  changes: Partial<ServerScript['answers']>,
  rest: Partial<ServerScript> = {},
  look: LookChanges = {},
) {
  const { verdict, observation } = await judge(await lookAt(await startServer(changes, rest), look));
  const failing = verdict.findings.filter(({ group }) => group === 'plaintext').map(({ check }) => check);
  return { is: `${verdict.verdict} ${verdict.proof}`, failing, observation };
}

describe('SASL2 before TLS', () => {
  it.each([
    ['is not known and ends the stream', UNKNOWN_ELEMENT],
    ['is dropped in silence', undefined],
    ['is refused for lack of TLS', sasl2Failure('encryption-required')],
  ])('that %s changes nothing and is not asked about further', async (_, answer) => {
    const seen = await judgeServer(answer === undefined ? {} : { "'EXTERNAL'/>": answer });
    expect(seen).toMatchObject({ is: 'secure behaviour', failing: [] });
    expect(peer.received.join('')).not.toContain('SCRAM');
    expect(seen.observation.cost.connections).toBeLessThanOrEqual(4);
  });

  it.each([
    ['challenged', `<challenge xmlns='${SASL2}'>cj1h</challenge>`],
    ['turned away for the user alone', sasl2Failure('not-authorized')],
  ])('that takes up SCRAM is found although nothing shows it: %s', async (_, answer) => {
    const seen = await judgeServer({ "'EXTERNAL'/>": sasl2Failure('invalid-mechanism'), '</authenticate>': answer });
    expect(seen).toMatchObject({ is: 'plaintext behaviour', failing: ['c2s-refuses-plaintext-sasl2'] });
    expect(seen.observation.cost.connections).toBeLessThanOrEqual(6);
  });

  it('that knows neither EXTERNAL nor SCRAM accuses nobody', async () => {
    const refusal = sasl2Failure('invalid-mechanism');
    const seen = await judgeServer({ "'EXTERNAL'/>": refusal, '</authenticate>': refusal });
    expect(seen).toMatchObject({ is: 'secure behaviour', failing: [] });
  });

  it('that was not reached behind a stream error is asked about alone', async () => {
    const refused = streamError('policy-violation', 'Use of STARTTLS required');
    const seen = await judgeServer({
      "jabber:iq:auth'": refused,
      "jabber:iq:register'": refused,
      "'EXTERNAL'/>": sasl2Failure('invalid-mechanism'),
      '</authenticate>': sasl2Failure('not-authorized'),
    });
    expect(seen).toMatchObject({ is: 'plaintext behaviour', failing: ['c2s-refuses-plaintext-sasl2'] });
    expect(seen.observation.cost.connections).toBeLessThanOrEqual(6);
  });
});

describe('a stream without version', () => {
  const startOldServer = (): Promise<ScriptedPeer> => startServingOldStreams(requiresTls(certificate));

  it('that leads to a login is found although every other stream is refused', async () => {
    const { verdict, observation } = await judge(await lookAt(await startOldServer()));
    expect(verdict).toMatchObject({ verdict: 'plaintext', proof: 'behaviour' });
    const failing = verdict.findings.filter(({ group }) => group === 'plaintext').map(({ check }) => check);
    expect(failing).toEqual(['c2s-refuses-versionless-login']);
    expect(transcriptOf(observation)).toMatch(/us <\?xml version='1\.0'\?><stream:stream to='example\.org' xml:lang/);
    expect(observation.cost.connections).toBeLessThanOrEqual(6);
  });

  it('is not waited for beyond its answer', async () => {
    const startedAt = performance.now();
    await lookAt(await startOldServer(), { settings: { timeoutMs: 5000 } });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

/** What ejabberd says to an `iq`, whereupon the stream is over: every question takes a connection of its own. */
const ENDS_AT_IQ = { "jabber:iq:auth'": USE_TLS, "jabber:iq:register'": USE_TLS } as const;

/** Lets in whoever leaves the version out, and plays this script for all others. */
function startServingOldStreams(script: ServerScript): Promise<ScriptedPeer> {
  return start(async (connection) => {
    await connection.expect("<?xml version='1.0'?>");
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (peer.received[connection.index]?.includes(" version='1.0' xml:lang")) return serveXmpp(connection, script);
    await connection.send(HEADER.replace(" version='1.0' xml:lang='en'", ''));
    if ((await connection.expect("jabber:iq:auth'")) !== undefined) await connection.send(PASSWORD_ASKED);
    await connection.hold();
  });
}

/** Plays a script on every connection but this one, which it resets. */
function startLosing(index: number, script: ServerScript): Promise<ScriptedPeer> {
  return start(async (connection) => {
    if (connection.index === index) connection.reset();
    else await serveXmpp(connection, script);
  });
}

describe('the second look', () => {
  it('asks SCRAM of SASL2 again on the last connection', async () => {
    const seen = await judgeServer({
      ...ENDS_AT_IQ,
      "'EXTERNAL'/>": sasl2Failure('invalid-mechanism'),
      '</authenticate>': `<challenge xmlns='${SASL2}'>cj1h</challenge>`,
    });
    expect(seen).toMatchObject({ is: 'plaintext behaviour', failing: ['c2s-refuses-plaintext-sasl2'] });
    expect(seen.observation.cost.connections).toBe(6);
  });

  it('asks the login on a stream without version again on the last connection', async () => {
    const script = requiresTls(certificate);
    const server = await startServingOldStreams({ ...script, answers: { ...script.answers, ...ENDS_AT_IQ } });
    const { verdict, observation } = await judge(await lookAt(server));
    expect(verdict).toMatchObject({ verdict: 'plaintext', proof: 'behaviour' });
    expect(observation.cost.connections).toBe(6);
  });

  it('asks what accuses before a question that would end the stream', async () => {
    const form = "<iq type='result'><query xmlns='jabber:iq:register'><username/><password/></query></iq>";
    const script = requiresTls(certificate);
    const answers = { ...script.answers, '</auth>': streamError('encryption-required'), "jabber:iq:register'": form };
    // The first connection is lost, so that one is left to ask again.
    const server = await startLosing(0, { ...script, answers });
    const patient = { settings: { retries: 1 }, ports: { clock: { ...createClock(), sleep: async () => {} } } };
    const { verdict, observation } = await judge(await lookAt(server, patient));
    expect(verdict.findings.map(({ check }) => check)).toContain('c2s-refuses-plaintext-registration');
    expect(observation.cost.connections).toBeLessThanOrEqual(6);
  });

  it('that no connection is left for accuses nobody, and says so', async () => {
    const script = requiresTls(certificate);
    const answers = { ...script.answers, ...ENDS_AT_IQ };
    const server = await startServingOldStreams({ ...script, answers });
    const first = await lookAt(server);
    const spent = { ...first, cost: { ...first.cost, connections: 6 } };
    const observation = await confirmPlaintext(spent, SUBJECT, probeSettings(), realPorts());
    expect(judgeEndpoint(observation, {})).toMatchObject({
      verdict: 'inconclusive',
      because: [
        'plaintext was seen and could not be looked at again: all connections that one endpoint may cost were used up',
      ],
      findings: [],
    });
  });
});

describe('a question that something came in the way of', () => {
  const patient = { settings: { retries: 1 }, ports: { clock: { ...createClock(), sleep: async () => {} } } };
  const script = requiresTls(certificate);
  const mongooseLike: ServerScript = {
    ...script,
    answers: { '</auth>': streamError('encryption-required', 'Use of STARTTLS required') },
  };

  it('is asked on another connection until every one of them has an answer', async () => {
    const away = streamError('policy-violation', 'come back later');
    const answers = { '</auth>': away, "jabber:iq:auth'": away, "jabber:iq:register'": away };
    const seen = await lookAt(await startServer(answers));
    const { 'sasl-external': external, 'legacy-auth': legacy, registration } = seen.plaintext.answers;
    expect([external.state, legacy.state, registration.state]).toEqual(['done', 'done', 'done']);
    expect(seen.cost.connections).toBeLessThanOrEqual(6);
  });

  it.each([
    ['at the first connection', 0],
    ['at the connection of the first questions', 1],
    ['at the connection of the other questions', 2],
  ])('by a reset %s is asked once more', async (_when, index) => {
    const server = await startLosing(index, mongooseLike);
    const seen = await lookAt(server, patient);
    expect(seen.plaintext.answers.registration).toEqual({ state: 'done', value: { kind: 'dropped' } });
    expect(seen.securedFeatures.state).toBe('done');
    expect(judgeEndpoint(seen, {})).toMatchObject({ verdict: 'secure', proof: 'behaviour' });
  });

  it('and that was not asked again leaves the endpoint inconclusive', async () => {
    const server = await startLosing(2, mongooseLike);
    const verdict = judgeEndpoint(await lookAt(server), {});
    expect(verdict).toMatchObject({ verdict: 'inconclusive', findings: [] });
    expect(verdict.because).toContain('jabber:iq:register before TLS could not be asked: the connection was reset');
  });

  it('keeps the answers that were given before it', async () => {
    const server = await startLosing(0, mongooseLike);
    await lookAt(server, patient);
    expect(server.received.filter((said) => said.includes('</auth>'))).toHaveLength(1);
  });
});

describe('an offer of SCRAM without TLS', () => {
  const optional = { features: STARTTLS + MECHANISMS };
  const external = { '</auth>': saslFailure('invalid-mechanism') };

  it('is what it says unless somebody asks for proof', async () => {
    const seen = await judgeServer(external, optional);
    expect(seen).toMatchObject({ is: 'plaintext advertised', failing: ['c2s-requires-starttls'] });
    expect(peer.received.join('')).not.toContain("mechanism='SCRAM");
  });

  it('is proven to be served by an answer about the user, and asked for once', async () => {
    const seen = await judgeServer({ '</auth>': saslFailure('not-authorized') }, optional, {
      settings: { proveLoginOffer: true },
    });
    expect(seen.is).toBe('plaintext behaviour');
    expect(peer.received.join('').match(/mechanism='SCRAM-SHA-1'/gu)).toHaveLength(1);
    expect(seen.observation.cost.connections).toBeLessThanOrEqual(6);
  });

  it('that is not served accuses nobody', async () => {
    const script = requiresTls(certificate, optional);
    await start(async (connection) => {
      const heard = await connection.expect("/streams'>");
      if (heard === undefined) return;
      await connection.send(HEADER + features(STARTTLS + MECHANISMS));
      const auth = await connection.expect("mechanism='EXTERNAL'>", "mechanism='SCRAM-SHA-1'>", STARTTLS);
      if (auth === STARTTLS) {
        await connection.send(PROCEED);
        await connection.startTls(script.certificate);
        return;
      }
      await connection.send(
        saslFailure(auth?.includes('SCRAM') === true ? 'encryption-required' : 'invalid-mechanism'),
      );
      if ((await connection.expect(STARTTLS)) !== undefined) await connection.send(PROCEED);
      connection.end();
    });
    const seen = judgeEndpoint(await lookAt(peer, { settings: { proveLoginOffer: true } }), {});
    expect(seen).toMatchObject({ verdict: 'secure', proof: 'behaviour' });
  });

  it('is not tried where EXTERNAL was refused for lack of TLS', async () => {
    await judgeServer({}, optional, { settings: { proveLoginOffer: true } });
    expect(peer.received.join('')).not.toContain("mechanism='SCRAM");
  });
});

describe('plaintext behind STARTTLS', () => {
  const settings = { starttlsInjection: true };

  it('is sent only where somebody asks for it', async () => {
    const seen = await lookAt(await startServer());
    expect(seen.injection).toBeUndefined();
    expect(transcriptOf(seen)).not.toMatch(/us <starttls[^>]*><\?xml/u);
  });

  it('that is dropped leads to silence inside TLS', async () => {
    const seen = await lookAt(
      await start(async (connection) => {
        if ((await connection.expect("/streams'>")) === undefined) return;
        await connection.send(HEADER + features(STARTTLS));
        if ((await connection.expect(STARTTLS)) === undefined) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
        // Whatever came behind it is taken out before the handshake begins.
        if (peer.received[connection.index]?.endsWith("/streams'>")) await connection.expect("/streams'>");
        await connection.send(PROCEED);
        if (await connection.startTls(certificate)) await connection.hold();
      }),
      { settings: { ...settings, timeoutMs: 300 } },
    );
    expect(seen.injection).toEqual({ state: 'done', value: 'discarded' });
    expect(judgeEndpoint(seen, {}).findings.map(({ check }) => check)).not.toContain(
      'c2s-discards-plaintext-after-starttls',
    );
  }, 20_000);

  it('that is carried out inside TLS is found, with what was said', async () => {
    const seen = await lookAt(
      await start(async (connection) => {
        if ((await connection.expect("/streams'>")) === undefined) return;
        await connection.send(HEADER + features(STARTTLS));
        if ((await connection.expect(STARTTLS)) === undefined) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
        const buffered = peer.received[connection.index]?.split(STARTTLS)[1] ?? '';
        if (buffered.includes('<stream:stream')) await connection.expect("/streams'>");
        await connection.send(PROCEED);
        if (!(await connection.startTls(certificate))) return;
        if (buffered.includes('<stream:stream')) await connection.send(HEADER + features(MECHANISMS));
        await connection.hold();
      }),
      { settings: { ...settings, timeoutMs: 500 } },
    );
    expect(seen.injection).toEqual({ state: 'done', value: 'executed' });
    const finding = judgeEndpoint(seen, {}).findings.find(
      ({ check }) => check === 'c2s-discards-plaintext-after-starttls',
    );
    expect(finding).toMatchObject({ level: 'fail', proof: 'behaviour' });
    expect(finding?.evidence.join('\n')).toContain("us: <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><?xml");
  }, 20_000);
});
