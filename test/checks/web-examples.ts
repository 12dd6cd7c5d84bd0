import { anEndpoint, aDirectTlsObservation, ANSWERS, failedStep, type Behaviour } from '../support/observations.js';
import {
  aClosedWebDoor,
  anEncryptedWebDoor,
  aWebDoor,
  aWebEndpoint,
  HANDSHAKE_FAILED,
} from '../support/web-observations.js';
import type { FailureCode } from '../../src/model/failure.js';
import type { QuestionName } from '../../src/model/observation.js';
import type { Example } from './examples.js';

const login = { mechanisms: ['PLAIN', 'SCRAM-SHA-1'] } as const;

/** What holds for BOSH and for WebSocket. */
function webDoor(transport: 'bosh' | 'websocket'): readonly Example[] {
  const answering = (
    external: keyof typeof ANSWERS,
    more: Partial<Record<QuestionName, keyof typeof ANSWERS>> = {},
  ) => {
    const answers = Object.entries({ 'sasl-external': external, ...more }).map(([name, said]) => [name, ANSWERS[said]]);
    return aWebDoor(transport, { features: login, answers: Object.fromEntries(answers) });
  };
  const sasl2 = (external: keyof typeof ANSWERS, more: Behaviour = {}) =>
    aWebDoor(transport, {
      features: { sasl2: ['SCRAM-SHA-1'], ...more.features },
      answers: { 'sasl-external': ANSWERS.encryptionRequired, 'sasl2-external': ANSWERS[external], ...more.answers },
    });
  const closed = (step: 'header' | 'features', code: FailureCode, detail?: string, condition?: string) =>
    aClosedWebDoor(transport, step, code, detail, condition);
  return [
    {
      when: 'mechanisms are offered and EXTERNAL is refused for another reason (ejabberd)',
      observation: answering('unsupportedMechanism'),
      outcome: ['fail', 'advertised'],
    },
    {
      when: 'mechanisms are offered and EXTERNAL is refused for lack of TLS',
      observation: answering('encryptionRequired'),
      outcome: ['pass', 'behaviour'],
    },
    { when: 'EXTERNAL is challenged', observation: answering('challenge'), outcome: ['fail', 'behaviour'] },
    {
      when: 'EXTERNAL is dropped beside an offer, where there is no TLS to ask for',
      observation: answering('dropped'),
      outcome: ['inconclusive'],
    },
    {
      when: 'EXTERNAL is dropped and nothing is offered',
      observation: aWebDoor(transport, { answers: { 'sasl-external': ANSWERS.dropped } }),
      outcome: ['pass', 'advertised'],
    },
    {
      when: 'EXTERNAL ends the stream in the words of MongooseIM',
      observation: answering('starttlsRequired'),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'the first message of a login is taken up',
      observation: answering('unsupportedMechanism', { 'sasl-scram': 'challenge' }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'the first message of a login is refused for lack of TLS',
      observation: answering('unsupportedMechanism', { 'sasl-scram': 'encryptionRequired' }),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'SASL is refused for lack of TLS, and SASL2 is offered and is not',
      observation: sasl2('invalidMechanism'),
      outcome: ['fail', 'advertised'],
    },
    {
      when: 'SASL is refused for lack of TLS, and SASL2 takes a login up',
      observation: sasl2('invalidMechanism', { answers: { 'sasl2-scram': ANSWERS.challenge } }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'SASL2 takes a login up that no feature shows',
      observation: sasl2('invalidMechanism', {
        features: { sasl2: [] },
        answers: { 'sasl2-scram': ANSWERS.challenge },
      }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'SASL and SASL2 are both refused for lack of TLS',
      observation: sasl2('encryptionRequired'),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'SASL2 is offered and ends the stream',
      observation: sasl2('unsupportedStanza'),
      outcome: ['inconclusive'],
    },
    {
      when: 'SASL2 is not offered and ends the stream, as servers do that do not know it',
      observation: sasl2('unsupportedStanza', { features: { sasl2: [] } }),
      outcome: ['pass', 'behaviour'],
    },
    { when: 'EXTERNAL ends the stream', observation: answering('banned'), outcome: ['inconclusive'] },
    {
      when: 'EXTERNAL was not answered',
      observation: aWebDoor(transport, { features: login }),
      outcome: ['inconclusive'],
    },
    {
      when: 'EXTERNAL is all that is offered',
      observation: aWebDoor(transport, {
        features: { mechanisms: ['EXTERNAL'] },
        answers: { 'sasl-external': ANSWERS.invalidMechanism },
      }),
      outcome: ['pass', 'advertised'],
    },
    {
      when: 'the stream ends for want of features (Prosody)',
      observation: aClosedWebDoor(transport, 'features', 'stream.no-features'),
      outcome: ['pass', 'behaviour'],
    },
    ...(['stream.timeout', 'stream.closed', 'http.closed', 'probe.connections'] as const).map((code): Example => ({
      when: `the features never come, for ${code}`,
      observation: closed('features', code),
      outcome: ['inconclusive'],
    })),
    ...(['header', 'features'] as const).flatMap((step): Example[] => [
      {
        when: `a stream error names TLS in place of the ${step}`,
        observation: closed(step, 'stream.error', 'Use of STARTTLS required', 'policy-violation'),
        outcome: ['pass', 'behaviour'],
      },
      {
        when: `a stream error speaks of a ban in place of the ${step}`,
        observation: closed(step, 'stream.error', 'Too many (20) failed authentications', 'policy-violation'),
        outcome: ['inconclusive'],
      },
    ]),
    ...(['http.error', 'http.denied', 'http.elsewhere', 'http.closed', 'http.timeout', 'http.not-http'] as const).map(
      (code): Example => ({
        when: `the web server says nothing of XMPP: ${code}`,
        observation: closed('header', code, 'HTTP 503'),
        outcome: ['inconclusive'],
      }),
    ),
    {
      when: 'the port hangs up and speaks TLS',
      observation: closed('header', 'stream.speaks-tls'),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'the web server redirects to https',
      observation: aClosedWebDoor(transport, 'header', 'http.redirected', 'HTTP 301 to https://example.org/'),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'the web server knows nothing there',
      observation: aClosedWebDoor(transport, 'header', 'http.refused', 'HTTP 404'),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'the domain is not served there',
      observation: aClosedWebDoor(transport, 'header', 'stream.host-unknown'),
      outcome: ['inconclusive'],
    },
    {
      when: 'the port refuses the connection',
      observation: aClosedWebDoor(transport, 'connect', 'tcp.refused'),
      outcome: ['not-applicable'],
    },
    {
      when: 'the port does not answer',
      observation: aClosedWebDoor(transport, 'connect', 'tcp.timeout'),
      outcome: ['inconclusive'],
    },
    {
      when: 'a stream comes up inside TLS',
      observation: anEncryptedWebDoor(transport),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'TLS fails',
      observation: anEncryptedWebDoor(transport, HANDSHAKE_FAILED),
      outcome: ['inconclusive'],
    },
    {
      when: 'something else is inside TLS',
      observation: anEncryptedWebDoor(transport, { securedHeader: failedStep('http.refused', 'secured-features') }),
      outcome: ['inconclusive'],
    },
  ];
}

const named = (inPlaintext: boolean | 'unknown') =>
  ({ source: 'host-meta', advertised: { overTls: true, inPlaintext } }) as const;

export const WEB_EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  'c2s-bosh-requires-https': webDoor('bosh'),
  'c2s-websocket-requires-wss': webDoor('websocket'),
  'host-meta-names-only-encrypted-links': [
    {
      when: 'a wss link is named over HTTPS',
      observation: anEncryptedWebDoor('websocket'),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'a ws link is named',
      observation: { ...aWebDoor('websocket'), endpoint: aWebEndpoint('websocket', named(false)) },
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'an https link is named over plain HTTP as well',
      observation: anEncryptedWebDoor('bosh', {
        endpoint: aWebEndpoint('bosh', { ...named(true), url: 'https://example.org/http-bind' }),
      }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'plain HTTP could not be asked',
      observation: anEncryptedWebDoor('bosh', {
        endpoint: aWebEndpoint('bosh', { ...named('unknown'), url: 'https://example.org/http-bind' }),
      }),
      outcome: ['inconclusive'],
    },
    {
      when: 'a direct TLS endpoint is named over HTTPS',
      observation: aDirectTlsObservation({ endpoint: anEndpoint({ transport: 'direct-tls', ...named(false) }) }),
      outcome: ['pass', 'behaviour'],
    },
    { when: 'the endpoint was guessed', observation: aWebDoor('bosh'), outcome: ['not-applicable'] },
  ],
};
