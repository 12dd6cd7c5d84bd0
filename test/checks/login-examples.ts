import type { Answer, LoginMeans, LoginObservation } from '../../src/model/observation.js';
import {
  aHeader,
  anObservation,
  ANSWERS,
  done,
  failedStep,
  notReached,
  someFeatures,
} from '../support/observations.js';
import type { Example } from './examples.js';

const never = notReached('login');

/** A login that got as far as `begun` and `accepted`. */
function tried(means: LoginMeans, begun: Answer, accepted?: Answer, rest: Partial<LoginObservation> = {}) {
  const login: LoginObservation = {
    connected: done('connected'),
    header: done(aHeader()),
    features: done(someFeatures({ mechanisms: means === 'jabber:iq:auth' ? [] : [means] })),
    means: done(means),
    begun: done(begun),
    accepted: accepted === undefined ? never : done(accepted),
    bound: notReached('login'),
    delivered: notReached('bind'),
    ...rest,
  };
  return anObservation({ login });
}

const notAuthorized = { kind: 'sasl-failure', condition: 'not-authorized' } as const;
const { challenge, success } = ANSWERS;

/** Examples of the check on a login by an account of the user. */
export const LOGIN_EXAMPLES: readonly Example[] = [
  { when: 'nobody asked for a login', observation: anObservation(), outcome: ['not-applicable'] },
  {
    when: 'the login goes as far as a message',
    observation: tried('SCRAM-SHA-1', challenge, success, { bound: done('bound'), delivered: done('delivered') }),
    outcome: ['fail', 'behaviour'],
  },
  {
    when: 'the login is accepted and no session begins',
    observation: tried('SCRAM-SHA-1', challenge, success, { bound: failedStep('login.no-session', 'bind') }),
    outcome: ['fail', 'behaviour'],
  },
  {
    when: 'the login is taken up and the password is wrong',
    observation: tried('SCRAM-SHA-1', challenge, notAuthorized),
    outcome: ['fail', 'behaviour'],
  },
  {
    when: 'the account is not known',
    observation: tried('SCRAM-SHA-256', notAuthorized),
    outcome: ['fail', 'behaviour'],
  },
  {
    when: 'the login is refused for lack of TLS',
    observation: tried('SCRAM-SHA-1', ANSWERS.encryptionRequired),
    outcome: ['pass', 'behaviour'],
  },
  {
    when: 'the proof of the password is refused for lack of TLS',
    observation: tried('SCRAM-SHA-1', challenge, ANSWERS.encryptionRequired),
    outcome: ['pass', 'behaviour'],
  },
  {
    when: 'jabber:iq:auth asks for a password',
    observation: tried('jabber:iq:auth', ANSWERS.passwordAsked),
    outcome: ['fail', 'behaviour'],
  },
  {
    when: 'jabber:iq:auth ends the stream and names TLS',
    observation: tried('jabber:iq:auth', ANSWERS.starttlsRequired),
    outcome: ['pass', 'behaviour'],
  },
  {
    when: 'no mechanism is offered and jabber:iq:auth is not served',
    observation: tried('jabber:iq:auth', ANSWERS.serviceUnavailable),
    outcome: ['pass', 'none'],
  },
  {
    when: 'the mechanism is refused for a reason of its own',
    observation: tried('SCRAM-SHA-1', ANSWERS.invalidMechanism),
    outcome: ['inconclusive'],
  },
  { when: 'the stream ends as in a ban', observation: tried('SCRAM-SHA-1', ANSWERS.banned), outcome: ['inconclusive'] },
  {
    when: 'nothing is offered that may be tried',
    observation: tried('PLAIN', challenge, undefined, { means: notReached('features'), begun: never }),
    outcome: ['inconclusive'],
  },
  {
    when: 'the connection is refused the second time',
    observation: tried('PLAIN', challenge, undefined, {
      connected: failedStep('tcp.refused', 'connect'),
      means: notReached('connect'),
      begun: never,
    }),
    outcome: ['inconclusive'],
  },
];
