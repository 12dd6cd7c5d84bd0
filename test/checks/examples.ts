import type { EndpointObservation } from '../../src/model/observation.js';
import type { Proof } from '../../src/model/verdict.js';
import {
  aDirectTlsObservation,
  anEndpoint,
  anObservation,
  ANSWERS,
  anUnreachable,
  aPlaintextLook,
  aStoppedLook,
  behaving,
  done,
  failedStep,
  notReached,
  someFeatures,
  someSuites,
  someTls,
} from '../support/observations.js';
import { ENFORCEMENT_EXAMPLES } from './enforcement-examples.js';
import { LOGIN_EXAMPLES } from './login-examples.js';
import { COMPONENT_PORT_EXAMPLES, directTls } from './port-examples.js';
import { WEB_EXAMPLES } from './web-examples.js';
import { anEncryptedWebDoor, aWebDoor } from '../support/web-observations.js';
import { DIALBACK_DECIDES, DIALBACK_EXAMPLES, refutedOffers, VERSIONLESS_EXAMPLES } from './dialback-examples.js';

/** What one check says of one observation. `pass` and `fail` name their proof. */
export interface Example {
  readonly when: string;
  readonly observation: EndpointObservation;
  readonly outcome: ['pass' | 'fail', Proof] | ['inconclusive' | 'not-applicable'];
}

const s2s = { service: 's2s' } as const;
const refused = anUnreachable('tcp.refused');
const s2sRefused = anUnreachable('tcp.refused', s2s);
const login = { starttls: 'offered', mechanisms: ['PLAIN', 'SCRAM-SHA-1'] } as const;
const dialback = { starttls: 'offered', dialback: true } as const;
const noFeatures = {
  features: failedStep('stream.no-features', 'features'),
  starttls: notReached('features'),
  handshake: notReached('features'),
  securedHeader: notReached('features'),
  plaintext: aStoppedLook('features', 'stream.no-features'),
} as const;
const tlsOnly = {
  header: failedStep('stream.speaks-tls', 'header'),
  features: notReached('header'),
  starttls: notReached('header'),
  plaintext: aStoppedLook('header', 'stream.speaks-tls'),
} as const;

const hungUp = {
  null: failedStep('tls.closed', 'handshake'),
  anonymous: failedStep('tls.closed', 'handshake'),
  export: failedStep('tls.closed', 'handshake'),
} as const;

/** Examples of the checks that are the same for clients and servers. */
function offersStarttls(service: 'c2s' | 's2s', unreachable: EndpointObservation): readonly Example[] {
  const endpoint = anEndpoint({ service });
  const none = behaving({ endpoint, features: {} });
  return [
    { when: 'STARTTLS is required', observation: anObservation({ endpoint }), outcome: ['pass', 'advertised'] },
    {
      when: 'STARTTLS is offered',
      observation: behaving({ endpoint, features: { starttls: 'offered' } }),
      outcome: ['pass', 'advertised'],
    },
    {
      when: 'STARTTLS is neither offered nor served',
      observation: { ...none, starttls: failedStep('starttls.failure', 'starttls') },
      outcome: ['fail', 'advertised'],
    },
    { when: 'STARTTLS is not offered and yet served', observation: none, outcome: ['fail', 'behaviour'] },
    { when: 'the port refuses the connection', observation: unreachable, outcome: ['inconclusive'] },
    {
      when: 'the port speaks nothing but TLS',
      observation: anObservation({ endpoint, ...tlsOnly }),
      outcome: ['not-applicable'],
    },
  ];
}

function completesStarttls(service: 'c2s' | 's2s', unreachable: EndpointObservation): readonly Example[] {
  const endpoint = anEndpoint({ service });
  const stopped = (overrides: Partial<EndpointObservation>) =>
    anObservation({
      endpoint,
      handshake: notReached('starttls'),
      securedHeader: notReached('handshake'),
      ...overrides,
    });
  const inside = (securedHeader: EndpointObservation['securedHeader']) => anObservation({ endpoint, securedHeader });
  return [
    { when: 'a stream is opened inside TLS', observation: anObservation({ endpoint }), outcome: ['pass', 'behaviour'] },
    {
      when: 'the certificate is not verified',
      observation: anObservation({
        endpoint,
        handshake: done(someTls({ verified: { state: 'not-verified', why: ['it has expired'] } })),
      }),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'STARTTLS is refused',
      observation: stopped({ starttls: failedStep('starttls.failure', 'starttls') }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'STARTTLS is answered with a stream error',
      observation: stopped({ starttls: failedStep('stream.error', 'starttls') }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'STARTTLS is neither offered nor served',
      observation: stopped({
        features: done(someFeatures()),
        plaintext: aPlaintextLook({ features: done(someFeatures()) }),
        starttls: failedStep('starttls.failure', 'starttls'),
      }),
      outcome: ['not-applicable'],
    },
    {
      when: 'plaintext follows <proceed/>',
      observation: stopped({ starttls: failedStep('starttls.injected', 'starttls') }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'the handshake ends with an alert',
      observation: stopped({ handshake: failedStep('tls.alert', 'handshake', 'handshake failure') }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'the handshake ends with an alert that asks for our certificate',
      observation: stopped({ handshake: failedStep('tls.alert', 'handshake', 'certificate required') }),
      outcome: service === 's2s' ? ['inconclusive'] : ['fail', 'behaviour'],
    },
    {
      when: 'the handshake times out',
      observation: stopped({ handshake: failedStep('tls.timeout', 'handshake') }),
      outcome: ['inconclusive'],
    },
    {
      when: 'something else than XMPP is spoken inside TLS',
      observation: inside(failedStep('stream.not-xmpp', 'secured-features')),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'the stream inside TLS ends with a stream error',
      observation: inside(failedStep('stream.error', 'secured-features')),
      outcome: ['inconclusive'],
    },
    {
      when: 'the server hangs up without features',
      observation: anObservation({ endpoint, ...noFeatures }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'the port speaks nothing but TLS',
      observation: anObservation({ endpoint, ...tlsOnly }),
      outcome: ['fail', 'behaviour'],
    },
    { when: 'the port refuses the connection', observation: unreachable, outcome: ['inconclusive'] },
    {
      when: 'features were seen on the second connection only',
      observation: stopped({ features: failedStep('stream.timeout', 'features'), starttls: notReached('features') }),
      outcome: ['inconclusive'],
    },
  ];
}

/** At least one passing, failing and inconclusive observation for every check, and one for each of its branches. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  ...ENFORCEMENT_EXAMPLES,
  ...WEB_EXAMPLES,
  'c2s-refuses-plaintext-login': LOGIN_EXAMPLES,
  's2s-component-port-is-closed': COMPONENT_PORT_EXAMPLES,
  'c2s-completes-starttls': completesStarttls('c2s', refused),
  's2s-completes-starttls': completesStarttls('s2s', s2sRefused),
  'c2s-offers-starttls': offersStarttls('c2s', refused),
  's2s-offers-starttls': offersStarttls('s2s', s2sRefused),
  'c2s-direct-tls-speaks-xmpp': directTls('c2s'),
  's2s-direct-tls-speaks-xmpp': directTls('s2s'),
  'c2s-offers-no-sasl-before-tls': [
    { when: 'no mechanism is offered', observation: anObservation(), outcome: ['pass', 'advertised'] },
    {
      when: 'only EXTERNAL is offered',
      observation: behaving({ features: { starttls: 'offered', mechanisms: ['EXTERNAL'] } }),
      outcome: ['pass', 'advertised'],
    },
    {
      when: 'mechanisms are offered and refused',
      observation: behaving({ features: login, answers: { 'sasl-external': ANSWERS.encryptionRequired } }),
      outcome: ['fail', 'advertised'],
    },
    {
      when: 'SASL2 mechanisms are offered',
      observation: behaving({ features: { starttls: 'required', sasl2: ['SCRAM-SHA-256'] } }),
      outcome: ['fail', 'advertised'],
    },
    {
      when: 'one of two connections was offered mechanisms',
      observation: { ...behaving({ features: login }), features: done(someFeatures({ starttls: 'required' })) },
      outcome: ['fail', 'advertised'],
    },
    { when: 'the port refuses the connection', observation: refused, outcome: ['inconclusive'] },
    { when: 'the port speaks nothing but TLS', observation: aDirectTlsObservation(), outcome: ['not-applicable'] },
  ],
  'c2s-refuses-plaintext-sasl': [
    {
      when: 'EXTERNAL is refused with encryption-required',
      observation: behaving({ answers: { 'sasl-external': ANSWERS.encryptionRequired } }),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'EXTERNAL is dropped',
      observation: behaving({ answers: { 'sasl-external': ANSWERS.dropped } }),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'EXTERNAL is challenged',
      observation: behaving({ answers: { 'sasl-external': ANSWERS.challenge } }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'EXTERNAL succeeds',
      observation: behaving({ answers: { 'sasl-external': ANSWERS.success } }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'EXTERNAL is refused as an unknown mechanism',
      observation: behaving({ answers: { 'sasl-external': ANSWERS.invalidMechanism } }),
      outcome: ['inconclusive'],
    },
    {
      when: 'the stream ends as after a ban',
      observation: behaving({ answers: { 'sasl-external': ANSWERS.banned } }),
      outcome: ['inconclusive'],
    },
    { when: 'the port refuses the connection', observation: refused, outcome: ['inconclusive'] },
  ],
  's2s-refuses-plaintext-sasl': [
    {
      when: 'EXTERNAL is refused with encryption-required',
      observation: behaving({ endpoint: s2s, answers: { 'sasl-external': ANSWERS.encryptionRequired } }),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'EXTERNAL is challenged',
      observation: behaving({ endpoint: s2s, answers: { 'sasl-external': ANSWERS.challenge } }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'EXTERNAL is dropped, as jabberd2 does whatever its policy',
      observation: behaving({ endpoint: s2s, answers: { 'sasl-external': ANSWERS.dropped } }),
      outcome: ['inconclusive'],
    },
    { when: 'the port refuses the connection', observation: s2sRefused, outcome: ['inconclusive'] },
  ],
  'c2s-refuses-legacy-auth': [
    {
      when: 'a password is asked for',
      observation: behaving({ answers: { 'legacy-auth': ANSWERS.passwordAsked } }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'a digest is asked for',
      observation: behaving({ answers: { 'legacy-auth': ANSWERS.digestAsked } }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'neither is asked for',
      observation: behaving({ answers: { 'legacy-auth': { kind: 'iq-result', fields: ['username'] } } }),
      outcome: ['inconclusive'],
    },
    {
      when: 'it is refused for lack of TLS',
      observation: behaving({ answers: { 'legacy-auth': ANSWERS.notAcceptable } }),
      outcome: ['pass', 'none'],
    },
    {
      when: 'it is not available',
      observation: behaving({ answers: { 'legacy-auth': ANSWERS.serviceUnavailable } }),
      outcome: ['pass', 'none'],
    },
    {
      when: 'the user was looked up first',
      observation: behaving({ answers: { 'legacy-auth': ANSWERS.unknownUser } }),
      outcome: ['inconclusive'],
    },
    {
      when: 'it is advertised, TLS is not required, and the user was looked up first, as jabberd2 does',
      observation: behaving({
        features: { starttls: 'offered', legacyAuth: true },
        answers: { 'legacy-auth': ANSWERS.unknownUser },
      }),
      outcome: ['fail', 'advertised'],
    },
    {
      when: 'it is advertised beside required TLS, and the user was looked up first',
      observation: behaving({
        features: { starttls: 'required', legacyAuth: true },
        answers: { 'legacy-auth': ANSWERS.unknownUser },
      }),
      outcome: ['inconclusive'],
    },
    {
      when: 'it is advertised and forbidden, as jabberd2 does where it is switched off',
      observation: behaving({
        features: { starttls: 'offered', legacyAuth: true },
        answers: { 'legacy-auth': { kind: 'iq-error', condition: 'forbidden' } },
      }),
      outcome: ['pass', 'none'],
    },
    {
      when: 'it is advertised and refused, as jabberd2 does',
      observation: behaving({
        features: { starttls: 'required', legacyAuth: true, registration: true },
        answers: { 'legacy-auth': { ...ANSWERS.banned, text: 'STARTTLS is required for this stream' } },
      }),
      outcome: ['pass', 'none'],
    },
    {
      when: 'the connection is closed without a word',
      observation: behaving({ answers: { 'legacy-auth': ANSWERS.closed } }),
      outcome: ['inconclusive'],
    },
    { when: 'the port refuses the connection', observation: refused, outcome: ['inconclusive'] },
  ],
  'c2s-refuses-plaintext-registration': [
    {
      when: 'there are fields to fill in',
      observation: behaving({ answers: { registration: ANSWERS.registrationForm } }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'the answer only points elsewhere',
      observation: behaving({ answers: { registration: ANSWERS.nothingAsked } }),
      outcome: ['pass', 'none'],
    },
    {
      when: 'it is refused for lack of TLS',
      observation: behaving({ answers: { registration: ANSWERS.policyViolation } }),
      outcome: ['pass', 'none'],
    },
    {
      when: 'it is advertised and was not asked',
      observation: behaving({ features: { starttls: 'required', registration: true } }),
      outcome: ['inconclusive'],
    },
    {
      when: 'the connection is closed without a word',
      observation: behaving({ answers: { registration: ANSWERS.closed } }),
      outcome: ['inconclusive'],
    },
  ],
  'c2s-requires-starttls': [
    { when: 'EXTERNAL is refused for lack of TLS', observation: anObservation(), outcome: ['pass', 'behaviour'] },
    {
      when: 'mechanisms are offered and EXTERNAL is an unknown mechanism',
      observation: behaving({ features: login, answers: { 'sasl-external': ANSWERS.invalidMechanism } }),
      outcome: ['fail', 'advertised'],
    },
    {
      when: 'mechanisms are offered and the question was not answered',
      observation: behaving({ features: login }),
      outcome: ['inconclusive'],
    },
    {
      when: 'the server hangs up without features',
      observation: anObservation(noFeatures),
      outcome: ['pass', 'behaviour'],
    },
    { when: 'the port speaks nothing but TLS', observation: anObservation(tlsOnly), outcome: ['pass', 'behaviour'] },
  ],
  's2s-refuses-plaintext-dialback': DIALBACK_EXAMPLES,
  's2s-refuses-versionless-dialback': VERSIONLESS_EXAMPLES,
  's2s-requires-starttls': [
    ...DIALBACK_DECIDES,
    {
      when: 'TLS is marked as required',
      observation: behaving({ endpoint: s2s, features: { starttls: 'required', dialback: true } }),
      outcome: ['pass', 'advertised'],
    },
    {
      when: 'dialback is offered beside optional TLS and answered',
      observation: behaving({ endpoint: s2s, features: dialback, answers: { 'dialback-verify': ANSWERS.invalidKey } }),
      outcome: ['fail', 'advertised'],
    },
    {
      when: 'dialback is offered beside optional TLS and was not asked about',
      observation: behaving({ endpoint: s2s, features: dialback }),
      outcome: ['inconclusive'],
    },
    {
      when: 'EXTERNAL is offered beside optional TLS and refused for another reason',
      observation: behaving({
        endpoint: s2s,
        features: { starttls: 'offered', mechanisms: ['EXTERNAL'] },
        answers: { 'sasl-external': ANSWERS.invalidMechanism },
      }),
      outcome: ['fail', 'advertised'],
    },
    {
      when: 'dialback is answered with a policy-violation that does not say why',
      observation: behaving({
        endpoint: s2s,
        features: dialback,
        answers: { 'dialback-verify': { kind: 'dialback', type: 'error', condition: 'policy-violation' } },
      }),
      outcome: ['inconclusive'],
    },
    {
      when: 'dialback is answered with a demand for a certificate that does not say why',
      observation: behaving({
        endpoint: s2s,
        features: dialback,
        answers: { 'dialback-verify': { kind: 'dialback', type: 'error', condition: 'not-authorized' } },
      }),
      outcome: ['inconclusive'],
    },
    {
      when: 'a direct TLS port speaks nothing but TLS',
      observation: aDirectTlsObservation({ endpoint: anEndpoint({ service: 's2s', transport: 'direct-tls' }) }),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'a STARTTLS port speaks nothing but TLS',
      observation: anObservation({ endpoint: anEndpoint(s2s), ...tlsOnly }),
      outcome: ['inconclusive'],
    },
  ],
  's2s-offers-no-plaintext-auth': [
    ...refutedOffers(),
    {
      when: 'dialback is offered beside required TLS',
      observation: behaving({ endpoint: s2s, features: { starttls: 'required', dialback: true } }),
      outcome: ['pass', 'advertised'],
    },
    {
      when: 'dialback is offered and dropped until TLS',
      observation: behaving({ endpoint: s2s, features: dialback, answers: { 'dialback-verify': ANSWERS.dropped } }),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'dialback is offered and EXTERNAL is refused for lack of TLS',
      observation: behaving({
        endpoint: s2s,
        features: dialback,
        answers: { 'sasl-external': ANSWERS.encryptionRequired },
      }),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'dialback is offered beside optional TLS',
      observation: behaving({ endpoint: s2s, features: dialback, answers: { 'dialback-verify': ANSWERS.invalidKey } }),
      outcome: ['fail', 'advertised'],
    },
    {
      when: 'EXTERNAL is offered beside required TLS',
      observation: behaving({ endpoint: s2s, features: { starttls: 'required', mechanisms: ['EXTERNAL'] } }),
      outcome: ['fail', 'advertised'],
    },
    { when: 'the port refuses the connection', observation: s2sRefused, outcome: ['inconclusive'] },
  ],
  'tls-encrypts': [
    { when: 'no NULL suite is taken', observation: anObservation(), outcome: ['pass', 'none'] },
    {
      when: 'a NULL suite is chosen in the usual handshake',
      observation: anObservation({ handshake: done(someTls({ version: 'TLSv1.2', cipher: 'ECDHE-RSA-NULL-SHA' })) }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'an integrity-only suite of TLS 1.3 is chosen',
      observation: anObservation({ handshake: done(someTls({ cipher: 'TLS_SHA256_SHA256' })) }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'a NULL suite is picked where nothing better is offered',
      observation: anObservation({ worthlessSuites: someSuites({ null: 'TLS_RSA_WITH_NULL_SHA256' }) }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'a web server picks a NULL suite where nothing better is offered',
      observation: anEncryptedWebDoor('bosh', { worthlessSuites: someSuites({ null: 'TLS_RSA_WITH_NULL_SHA256' }) }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'a web server chooses a NULL suite in the usual handshake',
      observation: anEncryptedWebDoor('websocket', { handshake: done(someTls({ cipher: 'NULL-SHA256' })) }),
      outcome: ['fail', 'behaviour'],
    },
    { when: 'the address has no TLS at all', observation: aWebDoor('bosh'), outcome: ['not-applicable'] },
    {
      when: 'an anonymous suite is picked and no NULL suite',
      observation: anObservation({ worthlessSuites: someSuites({ anonymous: 'TLS_ECDH_anon_WITH_AES_256_CBC_SHA' }) }),
      outcome: ['pass', 'none'],
    },
    {
      when: 'the server hangs up on worthless suites and on no others',
      observation: anObservation({ worthlessSuites: hungUp }),
      outcome: ['pass', 'none'],
    },
    {
      when: 'the server hangs up on every handshake',
      observation: anObservation({ handshake: failedStep('tls.closed', 'handshake'), worthlessSuites: hungUp }),
      outcome: ['inconclusive'],
    },
    {
      when: 'the server says nothing to the offer',
      observation: anObservation({
        worthlessSuites: { ...hungUp, null: failedStep('tls.timeout', 'handshake') },
      }),
      outcome: ['inconclusive'],
    },
    { when: 'the port refuses the connection', observation: refused, outcome: ['inconclusive'] },
  ],
  'tls-refuses-anonymous-suites': [
    { when: 'none is taken', observation: anObservation(), outcome: ['pass', 'none'] },
    {
      when: 'one is picked',
      observation: anObservation({ worthlessSuites: someSuites({ anonymous: 'TLS_DH_anon_WITH_AES_128_CBC_SHA' }) }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'there was no connection left to offer them on',
      observation: anObservation({ worthlessSuites: { ...someSuites(), anonymous: notReached('handshake') } }),
      outcome: ['inconclusive'],
    },
  ],
  'tls-refuses-export-suites': [
    { when: 'none is taken', observation: anObservation(), outcome: ['pass', 'none'] },
    {
      when: 'one is picked',
      observation: anObservation({ worthlessSuites: someSuites({ export: 'TLS_RSA_EXPORT_WITH_RC4_40_MD5' }) }),
      outcome: ['fail', 'behaviour'],
    },
    { when: 'the port refuses the connection', observation: refused, outcome: ['inconclusive'] },
  ],
};
