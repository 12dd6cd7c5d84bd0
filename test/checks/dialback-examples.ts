import type {
  Answer,
  DialbackObservation,
  EndpointObservation,
  QuestionName,
  StreamFeatures,
} from '../../src/model/observation.js';
import {
  aHeader,
  anEndpoint,
  ANSWERS,
  anUnreachable,
  behaving,
  done,
  failedStep,
  notReached,
  someFeatures,
} from '../support/observations.js';
import type { Example } from './examples.js';

const optional = { starttls: 'offered', dialback: true } as const;
const required = { starttls: 'required', dialback: true } as const;

/** Prosody, where TLS is required: after dialback has succeeded. */
const TOO_LATE: Answer = {
  kind: 'stream-error',
  condition: 'policy-violation',
  text: 'Encrypted server-to-server communication is required but was not used',
};
const NOT_FOUND: Answer = { kind: 'dialback', type: 'error', condition: 'remote-server-not-found' };
export const VALID: Answer = { kind: 'dialback', type: 'valid' };

/** A made-up key, and what became of it. */
export function aDialbackProbe(
  result: Answer | undefined,
  changes: Partial<DialbackObservation> = {},
): DialbackObservation {
  return {
    kind: 'probe',
    connected: done('connected'),
    header: done(aHeader()),
    features: done(someFeatures(optional)),
    result: result === undefined ? failedStep('stream.timeout', 'question') : done(result),
    verified: notReached('question'),
    ping: notReached('question'),
    ...changes,
  };
}

/** A key that our listener vouched for, and what was answered to the ping. */
export function aDialbackProof(result: Answer | undefined, ping?: Answer): DialbackObservation {
  return aDialbackProbe(result, {
    kind: 'proof',
    verified: done('inside TLS'),
    ping: ping === undefined ? notReached('question') : done(ping),
  });
}

/** An s2s endpoint at which dialback was tried. */
export function triedAt(
  features: Partial<StreamFeatures>,
  dialback: DialbackObservation,
  answers: Partial<Record<QuestionName, Answer>> = {},
): EndpointObservation {
  const observation = behaving({ endpoint: { service: 's2s' }, features, answers });
  return { ...observation, plaintext: { ...observation.plaintext, dialback } };
}

const ejabberdLike = { 'sasl-external': ANSWERS.unsupportedMechanism };
const prosodyLike = { 'sasl-external': ANSWERS.unsupportedStanza };
const serviceUnavailable = { kind: 'iq-error', condition: 'service-unavailable' } as const;
const remoteNotFound = { kind: 'iq-error', condition: 'remote-server-not-found' } as const;

const DENIED: Answer = { kind: 'dialback', type: 'error', condition: 'policy-violation' };
const DENIED_BY_ERROR: Answer = { kind: 'stream-error', condition: 'not-authorized' };
/** What is answered to db:verify says nothing of the policy. */
const answersVerify = { ...ejabberdLike, 'dialback-verify': ANSWERS.invalidKey };

export const DIALBACK_EXAMPLES: readonly Example[] = [
  {
    when: 'dialback was not tried',
    observation: behaving({ endpoint: { service: 's2s' }, features: optional }),
    outcome: ['not-applicable'],
  },
  {
    when: 'the port refuses the connection',
    observation: anUnreachable('tcp.refused', anEndpoint({ service: 's2s' })),
    outcome: ['inconclusive'],
  },
  {
    when: 'dialback is refused for lack of TLS',
    observation: triedAt(required, aDialbackProbe(ANSWERS.starttlsRequired)),
    outcome: ['pass', 'behaviour'],
  },
  {
    when: 'dialback is refused with a policy-violation that does not say why',
    observation: triedAt(optional, aDialbackProbe(DENIED)),
    outcome: ['inconclusive'],
  },
  {
    when: 'the stream is ended as for a banned address',
    observation: triedAt(optional, aDialbackProbe(ANSWERS.banned), ejabberdLike),
    outcome: ['inconclusive'],
  },
  {
    when: 'the server goes to verify, does not require TLS and serves SASL without it',
    observation: triedAt(optional, aDialbackProbe(NOT_FOUND), ejabberdLike),
    outcome: ['fail', 'behaviour'],
  },
  {
    when: 'the server goes to verify, and could still ask for TLS afterwards',
    observation: triedAt(optional, aDialbackProbe(NOT_FOUND), prosodyLike),
    outcome: ['inconclusive'],
  },
  {
    when: 'the server goes to verify, but says that TLS is required',
    observation: triedAt(required, aDialbackProbe({ kind: 'dialback', type: 'invalid' }), ejabberdLike),
    outcome: ['inconclusive'],
  },
  {
    when: 'the server does not say what became of it',
    observation: triedAt(optional, aDialbackProbe(undefined), ejabberdLike),
    outcome: ['inconclusive'],
  },
  {
    when: 'the server answers a ping without TLS, whatever it advertises',
    observation: triedAt(required, aDialbackProof(VALID, ANSWERS.nothingAsked)),
    outcome: ['fail', 'behaviour'],
  },
  {
    when: 'the server says without TLS that it does not serve pings',
    observation: triedAt(optional, aDialbackProof(VALID, serviceUnavailable)),
    outcome: ['fail', 'behaviour'],
  },
  {
    when: 'the server calls the key valid and does not answer the ping',
    observation: triedAt(optional, aDialbackProof(VALID), ejabberdLike),
    outcome: ['inconclusive'],
  },
  {
    when: 'the server calls the key valid and does not serve the domain',
    observation: triedAt(optional, aDialbackProof(VALID, remoteNotFound), prosodyLike),
    outcome: ['inconclusive'],
  },
  {
    when: 'the server asks for TLS once the key is verified, whatever it advertises',
    observation: triedAt(optional, aDialbackProof(TOO_LATE), prosodyLike),
    outcome: ['pass', 'behaviour'],
  },
  {
    when: 'the ping is refused for lack of TLS',
    observation: triedAt(optional, aDialbackProof(VALID, ANSWERS.policyViolation)),
    outcome: ['pass', 'behaviour'],
  },
];

/** How the same tries decide whether TLS is required: behaviour counts more than what is advertised. */
export const DIALBACK_DECIDES: readonly Example[] = [
  {
    when: 'TLS is marked as required and a ping is answered without it',
    observation: triedAt(required, aDialbackProof(VALID, ANSWERS.nothingAsked)),
    outcome: ['fail', 'behaviour'],
  },
  {
    when: 'TLS is optional in the features and asked for once a dialback key is verified',
    observation: triedAt(optional, aDialbackProof(TOO_LATE), { ...prosodyLike, 'dialback-verify': ANSWERS.invalidKey }),
    outcome: ['pass', 'behaviour'],
  },
  {
    when: 'TLS is optional and the server goes about dialback without it',
    observation: triedAt(optional, aDialbackProbe(NOT_FOUND), {
      ...ejabberdLike,
      'dialback-verify': ANSWERS.invalidKey,
    }),
    outcome: ['fail', 'behaviour'],
  },
  {
    when: 'TLS is optional and a dialback key would be verified before TLS is asked for',
    observation: triedAt(optional, aDialbackProbe(NOT_FOUND), {
      ...prosodyLike,
      'dialback-verify': ANSWERS.invalidKey,
    }),
    outcome: ['fail', 'advertised'],
  },
  {
    when: 'TLS is marked as required and a made-up key is taken to be verified',
    observation: triedAt(required, aDialbackProbe(NOT_FOUND), prosodyLike),
    outcome: ['pass', 'advertised'],
  },
  ...refutedOffers(),
];

/** Dialback is offered, and refused to whoever tries it. */
export function refutedOffers(): readonly Example[] {
  return [
    {
      when: 'dialback is offered, and refused as a violation of policy when it is tried',
      observation: triedAt(optional, aDialbackProbe(DENIED), answersVerify),
      outcome: ['inconclusive'],
    },
    {
      when: 'dialback is offered, and trying it ends the stream',
      observation: triedAt(optional, aDialbackProbe(DENIED_BY_ERROR), answersVerify),
      outcome: ['inconclusive'],
    },
    {
      when: 'dialback is offered, and the server is in trouble when it is tried',
      observation: triedAt(
        optional,
        aDialbackProbe({ kind: 'stream-error', condition: 'internal-server-error' }),
        answersVerify,
      ),
      outcome: ['fail', 'advertised'],
    },
  ];
}

const requiring = { 'sasl-external': ANSWERS.encryptionRequired };

function versionless(
  when: string,
  verify: Answer,
  outcome: Example['outcome'],
  otherwise: Partial<Record<QuestionName, Answer>> = {},
): Example {
  const answers = { ...requiring, 'versionless-verify': verify, ...otherwise };
  return { when, observation: behaving({ endpoint: { service: 's2s' }, features: required, answers }), outcome };
}

/** Dialback that is tried on a stream with a version, and then on one without. */
function triedTwice(
  when: string,
  dialback: DialbackObservation,
  versionlessDialback: DialbackObservation,
  outcome: Example['outcome'],
): Example {
  const observation = triedAt(required, dialback, requiring);
  return {
    when,
    observation: { ...observation, plaintext: { ...observation.plaintext, versionlessDialback } },
    outcome,
  };
}

export const VERSIONLESS_EXAMPLES: readonly Example[] = [
  versionless('db:verify is refused for lack of TLS', ANSWERS.starttlsRequired, ['pass', 'none']),
  versionless('db:verify is dropped until TLS', ANSWERS.dropped, ['pass', 'none']),
  versionless('the stream is not wanted', { kind: 'stream-error', condition: 'unsupported-version' }, ['pass', 'none']),
  versionless('the connection is closed without a word', ANSWERS.closed, ['inconclusive']),
  versionless(
    'db:verify is answered, and refused on a stream with a version',
    ANSWERS.invalidKey,
    ['fail', 'advertised'],
    { 'dialback-verify': ANSWERS.starttlsRequired },
  ),
  versionless(
    'db:verify is answered, and dropped on a stream with a version',
    ANSWERS.invalidKey,
    ['fail', 'advertised'],
    { 'dialback-verify': ANSWERS.dropped },
  ),
  versionless('db:verify is answered on every stream', ANSWERS.invalidKey, ['inconclusive'], {
    'dialback-verify': ANSWERS.invalidKey,
  }),
  versionless('db:verify is answered, and was not compared', ANSWERS.invalidKey, ['inconclusive']),
  versionless('db:verify is answered, and a stream with a version ends', ANSWERS.invalidKey, ['inconclusive'], {
    'dialback-verify': ANSWERS.closed,
  }),
  triedTwice(
    'a key is verified that is refused on a stream with a version',
    aDialbackProbe(ANSWERS.starttlsRequired),
    aDialbackProbe({ kind: 'dialback', type: 'invalid' }),
    ['fail', 'behaviour'],
  ),
  triedTwice(
    'a ping is answered that is refused on a stream with a version',
    aDialbackProof(TOO_LATE),
    aDialbackProof(VALID, ANSWERS.nothingAsked),
    ['fail', 'behaviour'],
  ),
  triedTwice('a key is refused on every stream', aDialbackProof(TOO_LATE), aDialbackProof(TOO_LATE), ['pass', 'none']),
  triedTwice('a key is verified on every stream', aDialbackProbe(NOT_FOUND), aDialbackProbe(NOT_FOUND), [
    'inconclusive',
  ]),
  triedTwice('nothing comes of it', aDialbackProof(TOO_LATE), aDialbackProof(undefined), ['inconclusive']),
  {
    when: 'streams with a version are not refused',
    observation: behaving({ endpoint: { service: 's2s' }, features: optional }),
    outcome: ['not-applicable'],
  },
  {
    when: 'the port refuses the connection',
    observation: anUnreachable('tcp.refused', anEndpoint({ service: 's2s' })),
    outcome: ['inconclusive'],
  },
];
