import { refusedForLackOfTls, wasDropped } from '../../model/answer.js';
import { done, failureInWords, notReached, type Step } from '../../model/failure.js';
import type {
  Answer,
  EndpointObservation,
  QuestionName,
  StreamFeatures,
  SuiteAnswer,
} from '../../model/observation.js';
import { plaintextReception, type Reception } from './reception.js';
import { nullSuites, worthlessSuites } from './suites.js';

/** What a check may ask to have been seen, by name. */
export interface Seen extends Readonly<Record<QuestionName, Answer>> {
  readonly 'plaintext-reception': Reception;
  readonly 'plaintext-features': StreamFeatures;
  readonly 'null-suites': SuiteAnswer;
  readonly 'anonymous-suites': SuiteAnswer;
  readonly 'export-suites': SuiteAnswer;
}

export type Need = keyof Seen;

/** Looks for one thing in an observation; where it is missing, the failure is the first one on the way to it. */
export function look<N extends Need>(need: N, observation: EndpointObservation): Step<Seen[N]> {
  return EYES[need](observation);
}

const EYES: { readonly [N in Need]: (observation: EndpointObservation) => Step<Seen[N]> } = {
  'plaintext-reception': plaintextReception,
  'plaintext-features': (observation) => {
    const reception = plaintextReception(observation);
    if (reception.state !== 'done') return reception;
    return reception.value.kind === 'open' ? done(reception.value.features) : notReached('header');
  },
  'sasl-external': (observation) => answerTo('sasl-external', observation),
  'legacy-auth': (observation) => answerTo('legacy-auth', observation),
  registration: (observation) => answerTo('registration', observation),
  'sasl2-external': (observation) => answerTo('sasl2-external', observation),
  'sasl2-scram': (observation) => answerTo('sasl2-scram', observation),
  'sasl-scram': (observation) => answerTo('sasl-scram', observation),
  'versionless-auth': (observation) => answerTo('versionless-auth', observation),
  'versionless-verify': (observation) => answerTo('versionless-verify', observation),
  'dialback-verify': (observation) => answerTo('dialback-verify', observation),
  'null-suites': (observation) => onTheWayToTls(nullSuites(observation), observation),
  'anonymous-suites': (observation) => onTheWayToTls(worthlessSuites('anonymous', observation), observation),
  'export-suites': (observation) => onTheWayToTls(worthlessSuites('export', observation), observation),
};

/** What the main connection met, where an offer was not made. */
function onTheWayToTls<T>(goal: Step<T>, { connected, header, features, starttls, handshake }: EndpointObservation) {
  return firstFailureOnTheWay([connected, header, features, starttls, handshake], goal);
}

/** The answer to one question of the plaintext connection. */
export function answerTo(question: QuestionName, { plaintext }: EndpointObservation): Step<Answer> {
  const { connected, header, features, answers } = plaintext;
  return firstFailureOnTheWay([connected, header, features], answers[question] ?? notReached('question'));
}

/**
 * Whether an answer shows that TLS is enforced: refused for lack of it, or passed over in silence by a server that has
 * TLS. One that cannot do TLS has nothing to enforce; its silence means something else.
 */
export function showsEnforcement(answer: Answer, observation: EndpointObservation): boolean {
  return refusedForLackOfTls(answer) || (wasDropped(answer) && hasTls(observation));
}

/** Whether `<starttls/>` was answered by `<proceed/>` on any connection, be it offered or not. */
export function servesStarttls({ starttls, plaintext: { sentinel } }: EndpointObservation): boolean {
  return starttls.state === 'done' || (sentinel.state === 'done' && sentinel.value === 'proceed');
}

function hasTls(observation: EndpointObservation): boolean {
  return servesStarttls(observation) || observation.handshake.state === 'done';
}

function firstFailureOnTheWay<T>(way: readonly Step<unknown>[], goal: Step<T>): Step<T> {
  if (goal.state !== 'not-reached') return goal;
  for (const step of way) if (step.state === 'failed') return step;
  return goal;
}

export type Unseen = Exclude<Step<unknown>, { readonly state: 'done' }>;

/** Why something was not seen, in the user's words. */
export function unseenInWords(step: Unseen): string {
  if (step.state === 'failed') return failureInWords(step.failure);
  return step.after === 'question'
    ? 'the question was not asked'
    : `not looked at: we stopped after step "${step.after}"`;
}
