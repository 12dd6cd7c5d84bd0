import type { Endpoint } from '../../src/model/endpoint.js';
import {
  done,
  failed,
  failure,
  notReached,
  type FailureCode,
  type Step,
  type StepName,
} from '../../src/model/failure.js';
import type {
  Answer,
  Answers,
  EndpointObservation,
  PlaintextObservation,
  QuestionName,
  StreamFeature,
  StreamFeatures,
  StreamHeader,
  SuiteAnswer,
  SuiteAnswers,
  SuiteClass,
  TlsFacts,
} from '../../src/model/observation.js';

export { done, notReached };

/** A failed step, by code. */
export function failedStep(code: FailureCode, step: StepName, detail?: string, condition?: string): Step<never> {
  return failed(failure(code, step, detail, condition));
}

export function anEndpoint(overrides: Partial<Endpoint> = {}): Endpoint {
  const service = overrides.service ?? 'c2s';
  const transport = overrides.transport ?? 'starttls';
  const web = { bosh: 5280, websocket: 5280, component: 5347 };
  const ports = {
    c2s: { starttls: 5222, 'direct-tls': 5223, ...web },
    s2s: { starttls: 5269, 'direct-tls': 5270, ...web },
  };
  return {
    service,
    transport,
    host: 'xmpp.example.org',
    port: ports[service][transport],
    address: '192.0.2.1',
    family: 4,
    source: 'srv',
    ...overrides,
  };
}

export function aHeader(overrides: Partial<StreamHeader> = {}): StreamHeader {
  return { id: 'id-1', from: 'example.org', version: '1.0', xmlDeclaration: true, ...overrides };
}

/** Stream features; none unless named. `all` follows from the others where it is not given. */
export function someFeatures(overrides: Partial<StreamFeatures> = {}): StreamFeatures {
  const features: StreamFeatures = {
    all: [],
    starttls: 'absent',
    mechanisms: [],
    legacyAuth: false,
    registration: false,
    compression: [],
    dialback: false,
    ...overrides,
  };
  return overrides.all === undefined ? { ...features, all: childrenOf(features) } : features;
}

function childrenOf(features: StreamFeatures): readonly StreamFeature[] {
  const feature = (shown: boolean, name: string, namespace: string, required = false): StreamFeature[] =>
    shown ? [{ name, namespace, required, children: required ? ['required'] : [] }] : [];
  const { starttls, mechanisms, legacyAuth, registration, dialback } = features;
  return [
    ...feature(starttls !== 'absent', 'starttls', 'urn:ietf:params:xml:ns:xmpp-tls', starttls === 'required'),
    ...feature(mechanisms.length > 0, 'mechanisms', 'urn:ietf:params:xml:ns:xmpp-sasl'),
    ...feature(legacyAuth, 'auth', 'http://jabber.org/features/iq-auth'),
    ...feature(registration, 'register', 'http://jabber.org/features/iq-register'),
    ...feature(dialback, 'dialback', 'urn:xmpp:features:dialback'),
  ];
}

export function someTls(overrides: Partial<TlsFacts> = {}): TlsFacts {
  return {
    version: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    chain: [],
    verified: { state: 'verified' },
    ...overrides,
  };
}

/** Classes of worthless suites of which one is picked; all others are refused. */
export function someSuites(picked: Partial<Record<SuiteClass, string>> = {}): SuiteAnswers {
  const step = (name: SuiteClass): Step<SuiteAnswer> => {
    const suite = picked[name];
    const refused = { kind: 'refused', by: 'handshake_failure' } as const;
    return done(suite === undefined ? refused : { kind: 'picked', suite, version: 'TLSv1.2' });
  };
  return { null: step('null'), anonymous: step('anonymous'), export: step('export') };
}

/** Answers, and `not-reached` for every question that is always asked and not named. */
export function someAnswers(given: Partial<Record<QuestionName, Answer>> = {}): Answers {
  const step = (question: QuestionName): Step<Answer> => {
    const answer = given[question];
    return answer === undefined ? notReached('question') : done(answer);
  };
  const named = Object.entries(given).map(([question, answer]) => [question, done(answer)]);
  return {
    ...(Object.fromEntries(named) as Partial<Answers>),
    'sasl-external': step('sasl-external'),
    'legacy-auth': step('legacy-auth'),
    registration: step('registration'),
    'dialback-verify': step('dialback-verify'),
  };
}

/** A plaintext connection that got as far as the questions. */
export function aPlaintextLook(overrides: Partial<PlaintextObservation> = {}): PlaintextObservation {
  return {
    connected: done('connected'),
    header: done(aHeader()),
    features: done(someFeatures({ starttls: 'required' })),
    answers: someAnswers(),
    sentinel: done('proceed'),
    ...overrides,
  };
}

/** A plaintext connection that was stopped by this failure, which is filed under the step it belongs to. */
export function aStoppedLook(
  step: 'connect' | 'header' | 'features',
  code: FailureCode,
  detail?: string,
  condition?: string,
) {
  const reason = failedStep(code, step, detail, condition);
  const after = notReached(step);
  return {
    connected: step === 'connect' ? reason : done('connected' as const),
    header: step === 'connect' ? after : step === 'header' ? reason : done(aHeader()),
    features: step === 'features' ? reason : after,
    answers: { 'sasl-external': after, 'legacy-auth': after, registration: after, 'dialback-verify': after },
    sentinel: after,
  } satisfies PlaintextObservation;
}

/** A c2s endpoint that says TLS is required and refuses EXTERNAL before it, unless overridden. */
export function anObservation(overrides: Partial<EndpointObservation> = {}): EndpointObservation {
  return {
    endpoint: anEndpoint(),
    connected: done('connected'),
    header: done(aHeader()),
    features: done(someFeatures({ starttls: 'required' })),
    starttls: done('proceed'),
    handshake: done(someTls()),
    securedHeader: done(aHeader({ id: 'id-2' })),
    securedFeatures: done(someFeatures({ mechanisms: ['SCRAM-SHA-256', 'PLAIN'] })),
    plaintext: aPlaintextLook({ answers: someAnswers({ 'sasl-external': ANSWERS.encryptionRequired }) }),
    worthlessSuites: someSuites(),
    transcript: [],
    cost: { connections: 2, bytesSent: 1200, bytesReceived: 2400 },
    ...overrides,
  };
}

/** An endpoint that nothing could be learned about, because the connection failed. */
export function anUnreachable(code: FailureCode, endpoint: Partial<Endpoint> = {}): EndpointObservation {
  const after = notReached('connect');
  return anObservation({
    endpoint: anEndpoint(endpoint),
    connected: failedStep(code, 'connect'),
    header: after,
    features: after,
    starttls: after,
    handshake: after,
    securedHeader: after,
    securedFeatures: after,
    plaintext: aStoppedLook('connect', code),
    worthlessSuites: { null: after, anonymous: after, export: after },
  });
}

export interface Behaviour {
  readonly endpoint?: Partial<Endpoint>;
  /** What both plaintext connections are shown. */
  readonly features?: Partial<StreamFeatures>;
  readonly answers?: Partial<Record<QuestionName, Answer>>;
  readonly sentinel?: Step<'proceed' | 'failure'>;
}

/** An endpoint with TLS that works, which shows these features and gives these answers before it. */
export function behaving({ endpoint, features, answers, sentinel }: Behaviour): EndpointObservation {
  const shown = done(someFeatures(features));
  return anObservation({
    endpoint: anEndpoint(endpoint),
    features: shown,
    plaintext: aPlaintextLook({
      features: shown,
      answers: someAnswers(answers),
      ...(sentinel === undefined ? {} : { sentinel }),
    }),
  });
}

/** A direct TLS endpoint that works as it should, unless overridden. */
export function aDirectTlsObservation(overrides: Partial<EndpointObservation> = {}): EndpointObservation {
  const after = notReached('connect');
  return anObservation({
    endpoint: anEndpoint({ transport: 'direct-tls' }),
    header: after,
    features: after,
    starttls: after,
    plaintext: aStoppedLook('header', 'stream.speaks-tls'),
    ...overrides,
  });
}

/** Answers that servers give. */
export const ANSWERS = {
  encryptionRequired: { kind: 'sasl-failure', condition: 'encryption-required' },
  invalidMechanism: { kind: 'sasl-failure', condition: 'invalid-mechanism' },
  challenge: { kind: 'sasl-challenge' },
  success: { kind: 'sasl-success' },
  dropped: { kind: 'dropped' },
  closed: { kind: 'closed' },
  /** ejabberd, where TLS is optional. */
  unsupportedMechanism: { kind: 'sasl-failure', condition: 'not-authorized', text: 'unsupported_mechanism' },
  /** ejabberd, where TLS is required. */
  starttlsRequired: { kind: 'stream-error', condition: 'policy-violation', text: 'Use of STARTTLS required' },
  /** What a ban looks like. */
  banned: { kind: 'stream-error', condition: 'policy-violation', text: 'Too many failed authentications' },
  /** Openfire, where TLS is required. */
  tlsMandatory: {
    kind: 'stream-error',
    condition: 'not-authorized',
    text: 'TLS is mandatory, but was not established',
  },
  /** Prosody's modules, where TLS is required. */
  notAcceptable: {
    kind: 'iq-error',
    condition: 'not-acceptable',
    text: 'Encryption (SSL or TLS) is required to connect to this server',
  },
  policyViolation: { kind: 'iq-error', condition: 'policy-violation', text: 'Encryption is required' },
  serviceUnavailable: { kind: 'iq-error', condition: 'service-unavailable' },
  /** jabberd2, where TLS is optional: it looked the user up. */
  unknownUser: { kind: 'iq-error', condition: 'not-authorized' },
  unsupportedStanza: { kind: 'stream-error', condition: 'unsupported-stanza-type' },
  passwordAsked: { kind: 'iq-result', fields: ['username', 'password', 'resource'] },
  digestAsked: { kind: 'iq-result', fields: ['username', 'digest', 'resource'] },
  nothingAsked: { kind: 'iq-result', fields: [] },
  registrationForm: { kind: 'iq-result', fields: ['username', 'password'] },
  invalidKey: { kind: 'dialback', type: 'invalid' },
  verifyRefused: { kind: 'dialback', type: 'error', condition: 'policy-violation', text: 'TLS is required' },
} as const satisfies Record<string, Answer>;
