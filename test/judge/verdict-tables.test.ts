import { describe, expect, it } from '@jest/globals';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { EndpointObservation } from '../../src/model/observation.js';
import {
  aDirectTlsObservation,
  anEndpoint,
  anObservation,
  ANSWERS,
  anUnreachable,
  aPlaintextLook,
  aStoppedLook,
  done,
  failedStep,
  notReached,
  someAnswers,
  someFeatures,
  someSuites,
} from '../support/observations.js';
import { SERVER_ROWS } from './server-rows.js';
import {
  SECURE,
  SAYS_SECURE,
  PLAINTEXT,
  SAYS_PLAINTEXT,
  UNKNOWN,
  c2s,
  s2s,
  stopped,
  tlsOnly,
  login,
  only,
  required,
  nullSuite,
  turnedDown,
  withAnswers,
  type Row,
} from './table-rows.js';

function judged(observation: EndpointObservation): string {
  const { verdict, proof } = judgeEndpoint(observation, {});
  return `${verdict} (${proof})`;
}

const C2S_ROWS: readonly Row[] = [
  ['1: the port refuses the connection', UNKNOWN, anUnreachable('tcp.refused')],
  ['1: the port does not answer', UNKNOWN, anUnreachable('tcp.timeout')],
  ['1: there is no IPv6 here', UNKNOWN, anUnreachable('net.no-ipv6-route', { family: 6, address: '2001:db8::1' })],
  ['1: the host is unknown', UNKNOWN, stopped('features', 'stream.host-unknown')],
  ['1: the server sends us elsewhere', UNKNOWN, stopped('features', 'stream.redirected')],
  ['1: a stream error comes instead of features', UNKNOWN, stopped('features', 'stream.error')],
  ['1: the connection is closed and TLS was not seen', UNKNOWN, stopped('header', 'stream.closed')],
  ['1: the time ran out', UNKNOWN, stopped('header', 'run.deadline')],
  ['2: the port speaks nothing but TLS', SECURE, tlsOnly('c2s', 'stream.speaks-tls')],
  ['2: the port closes on plaintext', SECURE, tlsOnly('c2s', 'stream.closed')],
  ['2: the port resets on plaintext', SECURE, tlsOnly('c2s', 'tcp.reset')],
  [
    '2: TLS without a stream inside is not enough',
    UNKNOWN,
    { ...tlsOnly('c2s', 'stream.closed'), securedHeader: failedStep('stream.not-xmpp', 'secured-features') },
  ],
  [
    '2: closed once and answered the other time is not closed',
    UNKNOWN,
    { ...tlsOnly('c2s', 'stream.closed'), plaintext: aStoppedLook('features', 'stream.timeout') },
  ],
  ['3: it hangs up for want of features', SECURE, stopped('features', 'stream.no-features')],
  [
    '4: jabber:iq:auth asks for a password',
    PLAINTEXT,
    c2s({ features: required, answers: { 'legacy-auth': ANSWERS.passwordAsked } }),
  ],
  [
    '4: jabber:iq:auth asks for a digest though EXTERNAL is refused',
    PLAINTEXT,
    c2s({
      features: required,
      answers: { 'sasl-external': ANSWERS.encryptionRequired, 'legacy-auth': ANSWERS.digestAsked },
    }),
  ],
  [
    '5: registration asks for fields though EXTERNAL is refused',
    PLAINTEXT,
    c2s({
      features: required,
      answers: { 'sasl-external': ANSWERS.encryptionRequired, registration: ANSWERS.registrationForm },
    }),
  ],
  [
    '6: EXTERNAL is challenged',
    PLAINTEXT,
    c2s({ features: required, answers: { 'sasl-external': ANSWERS.challenge } }),
  ],
  ['6: EXTERNAL succeeds', PLAINTEXT, c2s({ features: required, answers: { 'sasl-external': ANSWERS.success } })],
  ['7: a NULL suite is picked though EXTERNAL is refused', PLAINTEXT, anObservation({ handshake: nullSuite })],
  [
    '8: mechanisms, and EXTERNAL is unknown',
    SAYS_PLAINTEXT,
    c2s({ features: login, answers: { 'sasl-external': ANSWERS.invalidMechanism } }),
  ],
  [
    '8: mechanisms beside <required/>, and EXTERNAL is unknown',
    SAYS_PLAINTEXT,
    c2s({ features: { ...login, ...required }, answers: { 'sasl-external': ANSWERS.unsupportedMechanism } }),
  ],
  [
    '8: mechanisms and no STARTTLS, and EXTERNAL is unknown',
    SAYS_PLAINTEXT,
    c2s({ features: { mechanisms: ['PLAIN'] }, answers: { 'sasl-external': ANSWERS.invalidMechanism } }),
  ],
  [
    '8: mechanisms on one connection only, and EXTERNAL is unknown',
    SAYS_PLAINTEXT,
    {
      ...c2s({ features: login, answers: { 'sasl-external': ANSWERS.invalidMechanism } }),
      features: done(someFeatures(required)),
    },
  ],
  ['8: mechanisms, and EXTERNAL was not asked', UNKNOWN, c2s({ features: login })],
  [
    '8: mechanisms beside <required/>, and EXTERNAL was not asked',
    UNKNOWN,
    c2s({ features: { ...login, ...required } }),
  ],
  [
    '8: mechanisms, and the connection is closed without a word',
    UNKNOWN,
    c2s({ features: login, answers: { 'sasl-external': ANSWERS.closed } }),
  ],
  [
    '8: mechanisms, and the stream ends as after a ban',
    UNKNOWN,
    c2s({ features: login, answers: { 'sasl-external': ANSWERS.banned } }),
  ],
  [
    '9: EXTERNAL is refused with encryption-required',
    SECURE,
    c2s({ features: required, answers: { 'sasl-external': ANSWERS.encryptionRequired } }),
  ],
  [
    '9: mechanisms are offered and refused with encryption-required',
    SECURE,
    c2s({ features: login, answers: { 'sasl-external': ANSWERS.encryptionRequired } }),
  ],
  [
    '9: EXTERNAL is dropped while a later question is answered',
    SECURE,
    c2s({ features: login, answers: { 'sasl-external': ANSWERS.dropped } }),
  ],
  [
    '9: the refusal names TLS',
    SECURE,
    c2s({ features: login, answers: { 'sasl-external': ANSWERS.starttlsRequired } }),
  ],
  [
    '9: no STARTTLS, and yet encryption-required',
    SECURE,
    c2s({ features: { mechanisms: ['PLAIN'] }, answers: { 'sasl-external': ANSWERS.encryptionRequired } }),
  ],
  [
    '10: STARTTLS alone, everything turned down for TLS',
    SECURE,
    c2s({ features: only, answers: { ...turnedDown, 'legacy-auth': ANSWERS.tlsMandatory } }),
  ],
  ['10: STARTTLS alone, everything turned down', SAYS_SECURE, c2s({ features: only, answers: turnedDown })],
  [
    '10: STARTTLS alone, and every question meets what may be a ban',
    UNKNOWN,
    c2s({
      features: only,
      answers: { 'sasl-external': ANSWERS.banned, 'legacy-auth': ANSWERS.banned, registration: ANSWERS.banned },
    }),
  ],
  [
    '10: features that lead nowhere because the questions are turned down',
    SAYS_SECURE,
    c2s({ features: { ...only, legacyAuth: true, registration: true }, answers: turnedDown }),
  ],
  [
    '10: STARTTLS alone, and jabber:iq:auth looked the user up',
    UNKNOWN,
    c2s({ features: only, answers: { ...turnedDown, 'legacy-auth': ANSWERS.unknownUser } }),
  ],
  [
    '10: STARTTLS alone, and one question was not asked',
    UNKNOWN,
    c2s({ features: only, answers: { 'sasl-external': ANSWERS.invalidMechanism } }),
  ],
  [
    '10: STARTTLS beside compression, everything turned down',
    UNKNOWN,
    c2s({ features: { ...only, compression: ['zlib'] }, answers: turnedDown }),
  ],
  ['10: nothing offered at all, everything turned down', UNKNOWN, c2s({ features: {}, answers: turnedDown })],
  [
    '9: EXTERNAL is refused, and there was no connection left for the stream without version',
    UNKNOWN,
    withAnswers({ 'versionless-auth': failedStep('probe.connections', 'question') }),
  ],
  [
    '9: EXTERNAL is refused, and a reset came in the way of registration',
    UNKNOWN,
    withAnswers({ registration: failedStep('tcp.reset', 'header') }),
  ],
  [
    '9: EXTERNAL is refused, and the server hangs up on a stream without version',
    UNKNOWN,
    withAnswers({ 'versionless-auth': failedStep('stream.closed', 'header') }),
  ],
  [
    '9: EXTERNAL is refused, and a stream without version meets a limit',
    UNKNOWN,
    withAnswers({ 'versionless-auth': failedStep('stream.error', 'header', undefined, 'resource-constraint') }),
  ],
  [
    '9: EXTERNAL is refused, and the question on a stream without version meets what a ban looks like',
    UNKNOWN,
    withAnswers({ 'versionless-auth': done(ANSWERS.banned) }),
  ],
  [
    '9: EXTERNAL is refused, and a header without version is',
    SECURE,
    withAnswers({ 'versionless-auth': failedStep('stream.error', 'header', undefined, 'unsupported-version') }),
  ],
  [
    '9: EXTERNAL is refused, and a header without version is refused for lack of TLS',
    SECURE,
    withAnswers({
      'versionless-auth': failedStep('stream.error', 'header', 'Use of STARTTLS required', 'policy-violation'),
    }),
  ],
  [
    '9: EXTERNAL is refused, and a header without version meets silence',
    SECURE,
    withAnswers({ 'versionless-auth': failedStep('stream.timeout', 'header') }),
  ],
  [
    '9: EXTERNAL is refused, and NULL suites could not be offered',
    UNKNOWN,
    anObservation({ worthlessSuites: { ...someSuites(), null: failedStep('probe.connections', 'handshake') } }),
  ],
  [
    '9: EXTERNAL is refused, and NULL suites were answered by an alert that says nothing',
    SECURE,
    anObservation({ worthlessSuites: { ...someSuites(), null: failedStep('tls.alert', 'handshake') } }),
  ],
  ['11: <required/>, and nothing was asked', SAYS_SECURE, c2s({ features: required })],
  [
    '11: <required/>, and the second connection was refused',
    SAYS_SECURE,
    anObservation({ plaintext: aStoppedLook('connect', 'tcp.refused') }),
  ],
  [
    '11: <required/> on one connection and not on the other',
    UNKNOWN,
    anObservation({ plaintext: aPlaintextLook({ features: done(someFeatures(only)) }) }),
  ],
  ['12: optional STARTTLS alone, and nothing was asked', UNKNOWN, c2s({ features: only })],
  [
    '12: features are advertised, optional STARTTLS, and nothing was asked',
    UNKNOWN,
    c2s({ features: { ...only, legacyAuth: true, registration: true } }),
  ],
  [
    '12: silence on everything',
    UNKNOWN,
    {
      ...c2s({ features: {} }),
      plaintext: aPlaintextLook({
        features: done(someFeatures()),
        answers: {
          ...someAnswers(),
          'sasl-external': failedStep('stream.timeout', 'question'),
        },
      }),
    },
  ],
];

const S2S_ROWS: readonly Row[] = [
  ['1: the port refuses the connection', UNKNOWN, anUnreachable('tcp.refused', { service: 's2s' })],
  ['1: it hangs up for want of features', UNKNOWN, stopped('features', 'stream.no-features', 's2s')],
  ['1: the port speaks nothing but TLS', UNKNOWN, tlsOnly('s2s', 'stream.speaks-tls')],
  [
    '2: EXTERNAL is challenged',
    PLAINTEXT,
    s2s({ features: required, answers: { 'sasl-external': ANSWERS.challenge } }),
  ],
  ['2: EXTERNAL succeeds', PLAINTEXT, s2s({ features: required, answers: { 'sasl-external': ANSWERS.success } })],
  [
    '3: EXTERNAL is refused with encryption-required',
    SECURE,
    s2s({ features: required, answers: { 'sasl-external': ANSWERS.encryptionRequired } }),
  ],
  [
    '3: db:verify is refused and the text names TLS',
    SECURE,
    s2s({ features: { ...only, dialback: true }, answers: { 'dialback-verify': ANSWERS.starttlsRequired } }),
  ],
  [
    '3: db:verify is answered with an error that names TLS',
    SECURE,
    s2s({ features: { ...only, dialback: true }, answers: { 'dialback-verify': ANSWERS.verifyRefused } }),
  ],
  [
    '4: nothing offered, and db:verify ends the stream',
    SECURE,
    s2s({ features: only, answers: { 'dialback-verify': ANSWERS.unsupportedStanza } }),
  ],
  [
    '4: dialback offered, and db:verify ends the stream',
    UNKNOWN,
    s2s({ features: { ...only, dialback: true }, answers: { 'dialback-verify': ANSWERS.unsupportedStanza } }),
  ],
  [
    '5: dialback offered and dropped, <starttls/> answered',
    SECURE,
    s2s({ features: { ...only, dialback: true }, answers: { 'dialback-verify': ANSWERS.dropped } }),
  ],
  [
    '5: dialback offered and dropped, <starttls/> refused',
    UNKNOWN,
    s2s({
      features: { ...only, dialback: true },
      answers: { 'dialback-verify': ANSWERS.dropped },
      sentinel: done('failure'),
    }),
  ],
  [
    '3: EXTERNAL is refused, and db:verify is answered on every stream',
    SECURE,
    s2s({
      features: required,
      answers: {
        'sasl-external': ANSWERS.encryptionRequired,
        'versionless-verify': ANSWERS.invalidKey,
        'dialback-verify': ANSWERS.invalidKey,
      },
    }),
  ],
  ...(
    [
      ['was not asked', undefined],
      ['ended the stream', ANSWERS.closed],
      ['met what a ban looks like', ANSWERS.banned],
      ['was denied for another reason', { kind: 'dialback', type: 'error', condition: 'not-allowed' }],
    ] as const
  ).map(([what, otherwise]): Row => [
    `3: EXTERNAL is refused, db:verify is answered on a stream without version, and ${what} on one with`,
    UNKNOWN,
    s2s({
      features: { ...required, dialback: true },
      answers: {
        'sasl-external': ANSWERS.encryptionRequired,
        'versionless-verify': ANSWERS.invalidKey,
        ...(otherwise === undefined ? {} : { 'dialback-verify': otherwise }),
      },
    }),
  ]),
  [
    '3: EXTERNAL is refused, and db:verify is answered on a stream without version alone',
    SAYS_PLAINTEXT,
    s2s({
      features: required,
      answers: {
        'sasl-external': ANSWERS.encryptionRequired,
        'versionless-verify': ANSWERS.invalidKey,
        'dialback-verify': ANSWERS.starttlsRequired,
      },
    }),
  ],
  ['6: <required/> alone', SAYS_SECURE, s2s({ features: required })],
  ['6: <required/> beside dialback', SAYS_SECURE, s2s({ features: { ...required, dialback: true } })],
  [
    '7: dialback beside optional STARTTLS, db:verify answered',
    SAYS_PLAINTEXT,
    s2s({ features: { ...only, dialback: true }, answers: { 'dialback-verify': ANSWERS.invalidKey } }),
  ],
  [
    '7: dialback without STARTTLS, db:verify answered',
    SAYS_PLAINTEXT,
    s2s({ features: { dialback: true }, answers: { 'dialback-verify': ANSWERS.invalidKey } }),
  ],
  [
    '7: EXTERNAL beside optional STARTTLS, refused for another reason',
    SAYS_PLAINTEXT,
    s2s({ features: { ...only, mechanisms: ['EXTERNAL'] }, answers: { 'sasl-external': ANSWERS.invalidMechanism } }),
  ],
  [
    '7: dialback beside optional STARTTLS, and db:verify was not asked',
    UNKNOWN,
    s2s({ features: { ...only, dialback: true } }),
  ],
  ['8: optional STARTTLS alone', UNKNOWN, s2s({ features: only })],
  [
    '8: optional STARTTLS alone, EXTERNAL dropped as jabberd2 does',
    UNKNOWN,
    s2s({ features: only, answers: { 'sasl-external': ANSWERS.dropped } }),
  ],
];

const direct = { transport: 'direct-tls' } as const;
const DIRECT_TLS_ROWS: readonly Row[] = [
  ['TLS and XMPP inside, plaintext closed', SECURE, aDirectTlsObservation()],
  [
    'TLS and XMPP inside, and silence on plaintext, which may only be late',
    UNKNOWN,
    aDirectTlsObservation({ plaintext: aStoppedLook('header', 'stream.timeout') }),
  ],
  [
    'TLS and XMPP inside, plaintext closed, and a reset came in the way of NULL suites',
    UNKNOWN,
    aDirectTlsObservation({ worthlessSuites: { ...someSuites(), null: failedStep('tcp.reset', 'connect') } }),
  ],
  [
    's2s: TLS and XMPP inside, plaintext closed',
    SECURE,
    aDirectTlsObservation({ endpoint: anEndpoint({ service: 's2s', ...direct }) }),
  ],
  [
    'the plaintext connection could not be made',
    UNKNOWN,
    aDirectTlsObservation({ plaintext: aStoppedLook('connect', 'tcp.timeout') }),
  ],
  [
    'a web server inside TLS',
    UNKNOWN,
    aDirectTlsObservation({ securedHeader: failedStep('stream.not-xmpp', 'secured-features') }),
  ],
  [
    'plaintext is answered, and refused',
    SECURE,
    aDirectTlsObservation({
      plaintext: aPlaintextLook({ answers: someAnswers({ 'sasl-external': ANSWERS.encryptionRequired }) }),
    }),
  ],
  [
    'plaintext is answered and mechanisms are offered',
    SAYS_PLAINTEXT,
    aDirectTlsObservation({
      plaintext: aPlaintextLook({
        features: done(someFeatures(login)),
        answers: someAnswers({ 'sasl-external': ANSWERS.invalidMechanism }),
      }),
    }),
  ],
  [
    'the port is a STARTTLS port that allows plaintext',
    SAYS_PLAINTEXT,
    aDirectTlsObservation({
      handshake: failedStep('tls.not-tls', 'handshake'),
      securedHeader: notReached('handshake'),
      plaintext: aPlaintextLook({
        features: done(someFeatures(login)),
        answers: someAnswers({ 'sasl-external': ANSWERS.invalidMechanism }),
      }),
    }),
  ],
];

describe.each([
  ['the c2s table, row', C2S_ROWS],
  ['the s2s table, row', S2S_ROWS],
  ['direct TLS', DIRECT_TLS_ROWS],
  ['servers', SERVER_ROWS],
])('%s', (_table, rows) => {
  it.each(rows)('%s: %s', (_what, verdict, observation) => {
    expect(judged(observation)).toBe(verdict);
  });
});

describe('beside the verdict', () => {
  it('says of an advertised one that nothing could be asked, and why', () => {
    const { verdict, proof, remarks } = judgeEndpoint(
      anObservation({ plaintext: aStoppedLook('connect', 'tcp.refused') }),
      {},
    );
    expect([verdict, proof]).toEqual(['secure', 'advertised']);
    expect(remarks).toEqual(['nothing could be asked without TLS: the port refused the connection']);
  });

  const failing = (observation: EndpointObservation) =>
    judgeEndpoint(observation, {}).findings.map(({ check }) => check);

  it('says that TLS does not work where the server hangs up for want of features', () => {
    expect(failing(stopped('features', 'stream.no-features'))).toEqual(['c2s-completes-starttls']);
  });

  it('says that a direct TLS port answers plaintext where it refuses to serve it', () => {
    const observation = aDirectTlsObservation({
      plaintext: aPlaintextLook({ answers: someAnswers({ 'sasl-external': ANSWERS.encryptionRequired }) }),
    });
    expect(failing(observation)).toEqual(['c2s-direct-tls-speaks-xmpp']);
  });

  it('says that a web server is no direct TLS port', () => {
    const securedHeader = failedStep('stream.not-xmpp', 'secured-features');
    expect(failing(aDirectTlsObservation({ securedHeader }))).toEqual(['c2s-direct-tls-speaks-xmpp']);
  });
});
