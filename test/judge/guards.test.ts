import { describe, expect, it } from '@jest/globals';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { Answer, EndpointObservation, StreamFeatures } from '../../src/model/observation.js';
import {
  anEndpoint,
  anObservation,
  ANSWERS,
  aPlaintextLook,
  behaving,
  done,
  failedStep,
  notReached,
  someAnswers,
  someFeatures,
} from '../support/observations.js';

function judged(observation: EndpointObservation): string {
  const { verdict, proof } = judgeEndpoint(observation, {});
  return `${verdict} (${proof})`;
}

const PLAIN = { mechanisms: ['PLAIN'] } as const;

/** A server without any TLS: the main connection and the sentinel both fail to get `<proceed/>`. */
function withoutTls(answer: Answer, sentinel: 'failure' | undefined): EndpointObservation {
  const features = done(someFeatures({ starttls: 'absent', ...PLAIN }));
  return anObservation({
    features,
    starttls: failedStep('starttls.failure', 'starttls'),
    handshake: notReached('starttls'),
    securedHeader: notReached('starttls'),
    securedFeatures: notReached('starttls'),
    plaintext: aPlaintextLook({
      features,
      answers: someAnswers({ 'sasl-external': answer, 'legacy-auth': ANSWERS.serviceUnavailable }),
      sentinel: sentinel === undefined ? failedStep('stream.timeout', 'question') : done(sentinel),
    }),
  });
}

describe('a server that has no TLS', () => {
  it.each(['failure', undefined] as const)('is not acquitted for dropping EXTERNAL (<starttls/>: %s)', (sentinel) => {
    expect(judged(withoutTls({ kind: 'dropped' }, sentinel))).toBe('plaintext (advertised)');
  });
});

describe('two connections that met different servers', () => {
  const strict = done(someFeatures({ starttls: 'required' }));
  const open = done(someFeatures({ starttls: 'offered', ...PLAIN }));
  const refusal = someAnswers({ 'sasl-external': ANSWERS.encryptionRequired });

  it('acquit nobody when the one that offered a login was not the one that refused it', () => {
    const { verdict, obstacle } = judgeEndpoint(
      anObservation({ features: open, plaintext: aPlaintextLook({ features: strict, answers: refusal }) }),
      {},
    );
    expect([verdict, obstacle?.code]).toEqual(['inconclusive', 'confirm.differs']);
  });

  it('acquit nobody between servers either', () => {
    const optional: StreamFeatures = someFeatures({ starttls: 'offered', dialback: true });
    const observation = anObservation({
      endpoint: anEndpoint({ service: 's2s' }),
      features: done(optional),
      plaintext: aPlaintextLook({ features: strict, answers: refusal }),
    });
    expect(judged(observation)).toBe('inconclusive (none)');
  });

  it('are judged by the refusal when the one that was questioned offered no less', () => {
    const observation = anObservation({
      features: strict,
      plaintext: aPlaintextLook({ features: strict, answers: refusal }),
    });
    expect(judged(observation)).toBe('secure (behaviour)');
  });

  const refusing = (changes: Partial<EndpointObservation>): EndpointObservation =>
    anObservation({ features: strict, plaintext: aPlaintextLook({ features: strict, answers: refusal }), ...changes });

  it.each<[string, Partial<StreamFeatures>]>([
    ['a login', { starttls: 'required', ...PLAIN }],
    ['a login by SASL2', { starttls: 'required', sasl2: ['PLAIN'] }],
    ['the login from before XMPP 1.0', { starttls: 'required', legacyAuth: true }],
    ['registration', { starttls: 'required', registration: true }],
    ['no <required/>', { starttls: 'offered' }],
    ['no STARTTLS', { starttls: 'absent' }],
  ])('acquit nobody when a later connection was offered %s', (_, offer) => {
    const { verdict, obstacle } = judgeEndpoint(refusing({ otherFeatures: [someFeatures(offer)] }), {});
    expect([verdict, obstacle?.code]).toEqual(['inconclusive', 'confirm.differs']);
  });

  it('acquit nobody when a later connection, which may have had the answers, was offered less', () => {
    const questioned = aPlaintextLook({ features: open, answers: refusal });
    const strictLater = {
      features: strict,
      plaintext: questioned,
      otherFeatures: [someFeatures({ starttls: 'required' })],
    };
    expect(judged(refusing(strictLater))).toBe('inconclusive (none)');
  });

  it.each<[string, Partial<StreamFeatures>]>([
    ['a feature that is no way in', { starttls: 'required', compression: ['zlib'] }],
    ['EXTERNAL', { starttls: 'required', mechanisms: ['EXTERNAL'] }],
    ['dialback beside <required/>', { starttls: 'required', dialback: true }],
  ])('are judged by the refusal when a later one was offered %s', (_, offer) => {
    expect(judged(refusing({ otherFeatures: [someFeatures(offer)] }))).toBe('secure (behaviour)');
  });

  it('acquit nobody between servers when a later one was offered dialback without <required/>', () => {
    const optional = done(someFeatures({ starttls: 'offered' }));
    const observation = refusing({
      endpoint: anEndpoint({ service: 's2s' }),
      features: optional,
      plaintext: aPlaintextLook({ features: optional, answers: refusal }),
      otherFeatures: [someFeatures({ starttls: 'offered', dialback: true })],
    });
    expect(judged(observation)).toBe('inconclusive (none)');
  });
});

describe('a stream error instead of an answer to EXTERNAL', () => {
  const offering = (condition: string, text?: string): EndpointObservation =>
    behaving({
      features: { starttls: 'offered', ...PLAIN },
      answers: { 'sasl-external': { kind: 'stream-error', condition, ...(text === undefined ? {} : { text }) } },
    });

  it.each(['policy-violation', 'resource-constraint', 'host-unknown'])('may be a ban: %s', (condition) => {
    expect(judged(offering(condition))).toBe('inconclusive (none)');
  });

  it.each(['not-authorized', 'unsupported-stanza-type'])('leaves the offer standing: %s', (condition) => {
    expect(judged(offering(condition))).toBe('plaintext (advertised)');
  });

  it('refuses for lack of TLS where its text names TLS', () => {
    expect(judged(offering('policy-violation', 'Use of STARTTLS required'))).toBe('secure (behaviour)');
  });

  it('does not where its text only quotes a domain name', () => {
    expect(judged(offering('policy-violation', 'tls-probe.invalid is blocked'))).toBe('inconclusive (none)');
  });
});

describe('a stream error instead of an answer to db:verify where nothing is offered', () => {
  const answering = (condition: string): string =>
    judged(
      behaving({
        endpoint: { service: 's2s' },
        features: { starttls: 'offered' },
        answers: { 'sasl-external': ANSWERS.invalidMechanism, 'dialback-verify': { kind: 'stream-error', condition } },
      }),
    );

  it.each(['policy-violation', 'resource-constraint', 'connection-timeout'])('may be a ban: %s', (condition) => {
    expect(answering(condition)).toBe('inconclusive (none)');
  });

  it('refuses it otherwise', () => {
    expect(answering('unsupported-stanza-type')).toBe('secure (behaviour)');
  });
});
