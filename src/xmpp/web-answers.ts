import { done, failed, type Failure, notReached, type Step } from '../model/failure.js';
import type { Answer, QuestionName } from '../model/observation.js';
import type { XmlElement } from '../xml/element.js';
import { readAnswer } from './answers.js';
import { NS } from './namespaces.js';
import { type QuestionContext, writeQuestion } from './question-catalogue.js';
import type { PartialAnswers } from './questions.js';
import { readStreamError } from './stream-error.js';

/**
 * What is asked over BOSH and WebSocket, in this order: each iq is the sentinel of what stands before it. SASL2 comes last,
 * because most servers do not know the element and some end the stream.
 */
export const WEB_QUESTIONS = [
  'sasl-external',
  'legacy-auth',
  'registration',
  'sasl2-external',
] as const satisfies QuestionName[];

/** A question as an element that stands for itself: over HTTP no stream header declares a namespace for it. */
export function writeWebQuestion(name: QuestionName, context: QuestionContext): string {
  return writeQuestion(name, context).replace(/^<iq /u, `<iq xmlns='${NS.client}' `);
}

const DROPPED = done<Answer>({ kind: 'dropped' });

/**
 * Gives what came to the questions that were `asked`, by order: an answer to something later means that what came before
 * was dropped, unless it comes late after all. A stream error is for the first question that is still open, and so is the
 * `ending` of a stream without one.
 */
export function readWebAnswers(
  elements: readonly XmlElement[],
  asked: readonly QuestionName[],
  context: Pick<QuestionContext, 'id'>,
  ending?: Failure,
): PartialAnswers {
  const answers: PartialAnswers = {};
  let open = asked;
  const conclude = (step: Step<Answer>): PartialAnswers => ({
    ...Object.fromEntries(open.map((name, index) => [name, index === 0 ? step : notReached('question')])),
    ...answers,
  });
  for (const element of elements) {
    const error = readStreamError(element);
    if (error !== undefined) return conclude(done({ kind: 'stream-error', ...error }));
    const unheard = asked.filter((name) => answers[name] === undefined || answers[name] === DROPPED);
    const heard = readAnswer(element, unheard, context);
    if (heard === undefined) continue;
    answers[heard.question] = done(heard.answer);
    const at = open.indexOf(heard.question);
    if (at === -1) continue;
    for (const name of open.slice(0, at)) answers[name] = DROPPED;
    open = open.slice(at + 1);
  }
  if (ending === undefined) return answers;
  const hungUp = ending.code === 'stream.closed' || ending.code === 'tcp.reset' || ending.code === 'http.closed';
  return conclude(hungUp ? done({ kind: 'closed' }) : failed({ ...ending, step: 'question' }));
}

/** Questions that nothing was heard of yet, in the order of asking. */
export function openQuestions(answers: PartialAnswers, asked: readonly QuestionName[]): readonly QuestionName[] {
  return asked.filter((name) => answers[name] === undefined);
}

/** Whether a login was passed over so far. Many servers ask somebody else before they answer one, and not for an iq. */
export function mayAnswerLate(answers: PartialAnswers): boolean {
  return Object.values(answers).includes(DROPPED);
}
