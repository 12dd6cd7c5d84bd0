import { done, failureInWords, notReached, type Step } from '../../model/failure.js';
import type { Answer, EndpointObservation, QuestionName, StreamFeatures, TlsFacts } from '../../model/observation.js';
import { plaintextReception, type Reception } from './reception.js';

/** What a check may ask to have been seen, by name. */
export interface Seen extends Readonly<Record<QuestionName, Answer>> {
  readonly 'plaintext-reception': Reception;
  readonly 'plaintext-features': StreamFeatures;
  readonly handshake: TlsFacts;
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
  'dialback-verify': (observation) => answerTo('dialback-verify', observation),
  handshake: ({ connected, header, features, starttls, handshake }) =>
    firstFailureOnTheWay([connected, header, features, starttls], handshake),
};

/** The answer to one question of the plaintext connection. */
export function answerTo(question: QuestionName, { plaintext }: EndpointObservation): Step<Answer> {
  const { connected, header, features, answers } = plaintext;
  return firstFailureOnTheWay([connected, header, features], answers[question]);
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
