import { done, failed, type Failure, notReached, type Step } from '../model/failure.js';
import type { Answer, QuestionName } from '../model/observation.js';
import type { XmlElement } from '../xml/element.js';
import { readAnswer } from './answers.js';
import { NS } from './namespaces.js';
import { type QuestionContext, writeQuestion } from './question-catalogue.js';
import type { PartialAnswers } from './questions.js';
import { readStreamError } from './stream-error.js';

/** What is asked over BOSH and WebSocket, in this order: each iq is the sentinel of what stands before it. */
export const WEB_QUESTIONS = ['sasl-external', 'legacy-auth', 'registration'] as const satisfies QuestionName[];

/** A question as an element that stands for itself: over HTTP no stream header declares a namespace for it. */
export function writeWebQuestion(name: QuestionName, context: QuestionContext): string {
  return writeQuestion(name, context).replace(/^<iq /u, `<iq xmlns='${NS.client}' `);
}

/**
 * Gives what came to the questions, by order: an answer to something later means that what came before was dropped. A
 * stream error is for the first question that is still open, and so is the `ending` of a stream without one.
 */
export function readWebAnswers(
  elements: readonly XmlElement[],
  context: Pick<QuestionContext, 'id'>,
  ending?: Failure,
): PartialAnswers {
  const answers: PartialAnswers = {};
  let open: readonly QuestionName[] = WEB_QUESTIONS;
  const conclude = (step: Step<Answer>): PartialAnswers => ({
    ...Object.fromEntries(open.map((name, index) => [name, index === 0 ? step : notReached('question')])),
    ...answers,
  });
  for (const element of elements) {
    const error = readStreamError(element);
    if (error !== undefined) return conclude(done({ kind: 'stream-error', ...error }));
    const heard = readAnswer(element, open, context);
    if (heard === undefined) continue;
    const at = open.indexOf(heard.question);
    for (const name of open.slice(0, at)) answers[name] = done({ kind: 'dropped' });
    answers[heard.question] = done(heard.answer);
    open = open.slice(at + 1);
  }
  if (ending === undefined) return answers;
  const hungUp = ending.code === 'stream.closed' || ending.code === 'tcp.reset';
  return conclude(hungUp ? done({ kind: 'closed' }) : failed({ ...ending, step: 'question' }));
}

/** Whether nothing more is to be waited for. */
export function isComplete(answers: PartialAnswers): boolean {
  return WEB_QUESTIONS.every((name) => answers[name] !== undefined);
}
