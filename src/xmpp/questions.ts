import { refusedForLackOfTls } from '../model/answer.js';
import { done, failed, type Failure, notReached, type Step } from '../model/failure.js';
import type { Answer, QuestionName } from '../model/observation.js';
import { readAnswer } from './answers.js';
import { type Conversation, read, send } from './conversation.js';
import { isFeatures, streamEnding } from './negotiation.js';
import { QUESTION_NAMES, type QuestionContext, QUESTIONS, writeQuestion } from './question-catalogue.js';
import { readStreamError, streamErrorFailure } from './stream-error.js';
import { readStarttlsAnswer, STARTTLS } from './starttls.js';

export { QUESTIONS, type QuestionContext };

export interface AskRequest extends QuestionContext {
  /** In any order; they are asked in that of the catalogue. */
  readonly questions: readonly QuestionName[];
  /** Does not wait for the answer to `<starttls/>` once every question is answered. */
  readonly stopWhenAnswered?: boolean;
  /** Called when stream features come by, as some servers send them on a stream without version. */
  readonly onFeatures?: (() => void) | undefined;
}

/** One step for each question that was asked. */
export type PartialAnswers = Partial<Record<QuestionName, Step<Answer>>>;

export interface Asked {
  readonly answers: PartialAnswers;
  /** Answer to the `<starttls/>` that closes the questions. */
  readonly sentinel: Step<'proceed' | 'failure'>;
}

/** What turns down a question without naming it. */
type Refusal = Extract<Answer, { kind: 'stream-error' | 'closed' }>;

const DROPPED = done<Answer>({ kind: 'dropped' });

/**
 * Writes all questions and `<starttls/>` in one go, and reads silence by order instead of waiting for it: a server
 * works through a stream in order, so that an answer to anything later means that what came before was dropped.
 *
 * A stream error is not taken for the end: jabberd2 sends one for each question and then answers `<starttls/>`.
 */
export function* askQuestions(request: AskRequest): Conversation<Asked> {
  const { questions, stopWhenAnswered = false, onFeatures, ...context } = request;
  const asked = QUESTION_NAMES.filter((name) => questions.includes(name));
  yield* send(asked.map((name) => writeQuestion(name, context)).join('') + STARTTLS);
  const answers: PartialAnswers = {};
  let open: readonly QuestionName[] = asked;
  let refusals: Refusal[] = [];
  for (;;) {
    const event = yield* read();
    const sentinel = readStarttlsAnswer(event);
    if (sentinel !== undefined) {
      return { answers: { ...answers, ...share(refusals, open, DROPPED) }, sentinel: done(sentinel) };
    }
    if (isFeatures(event)) onFeatures?.();
    if (event.kind === 'element') {
      const error = readStreamError(event.element);
      if (error !== undefined) refusals.push({ kind: 'stream-error', ...error });
      // A late answer still overrules the silence it was taken for.
      const unheard = asked.filter((name) => answers[name] === undefined || answers[name] === DROPPED);
      const heard = readAnswer(event.element, unheard, context);
      if (heard === undefined) continue;
      answers[heard.question] = done(heard.answer);
      const at = open.indexOf(heard.question);
      if (at === -1) continue;
      Object.assign(answers, share(refusals, open.slice(0, at), DROPPED));
      [open, refusals] = [open.slice(at + 1), []];
      if (stopWhenAnswered && open.length === 0) return { answers, sentinel: notReached('question') };
      continue;
    }
    const over = streamEnding(event, 'starttls');
    if (over !== undefined) {
      const last = conclude(over, refusals, open);
      return { answers: { ...answers, ...last.answers }, sentinel: last.sentinel };
    }
  }
}

/** What is left to say when the stream was over before `<starttls/>` was answered. */
function conclude(over: Failure, stated: readonly Refusal[], open: readonly QuestionName[]): Asked {
  // A server that closes with our questions unread in its socket is seen as a reset.
  const hungUp = over.code === 'stream.closed' || over.code === 'tcp.reset';
  const refusals = stated.length === 0 && hungUp ? [{ kind: 'closed' } as const] : stated;
  const [refusal] = refusals;
  if (refusal === undefined) {
    return { answers: share([], open, failed({ ...over, step: 'question' })), sentinel: failed(over) };
  }
  const answers = share(refusals, open, notReached('question'));
  if (open.length > 0) return { answers, sentinel: notReached('question') };
  return { answers, sentinel: failed(refusal.kind === 'closed' ? over : streamErrorFailure(refusal, 'starttls')) };
}

/**
 * Gives refusals to open questions in order; those left over get `rest`.
 *
 * That order is a guess where questions were dropped in between, and it must not matter. It does not where a refusal
 * names TLS: refused for lack of TLS or dropped, the server enforces it. Nor behind EXTERNAL: only a positive answer
 * counts there. But EXTERNAL itself accuses a c2s server when refused for another reason, and acquits it when dropped.
 * SASL2 is left out of the count: it is asked last, and most servers do not know the element.
 * So in doubt the refusal is nobody's, all are not reached, and {@link remaining} has EXTERNAL asked alone.
 */
function share(refusals: readonly Refusal[], open: readonly QuestionName[], rest: Step<Answer>): PartialAnswers {
  const [first, ...behind] = open;
  const inDoubt =
    refusals.length > 0 &&
    refusals.length < open.filter((name) => name !== 'sasl2-external').length &&
    first === 'sasl-external' &&
    behind.some((name) => QUESTIONS[name].services.includes('c2s')) &&
    !refusals.every(refusedForLackOfTls);
  const stepOf = (index: number): Step<Answer> => {
    const refusal = refusals[index];
    return inDoubt ? notReached('question') : refusal === undefined ? rest : done(refusal);
  };
  return Object.fromEntries(open.map((name, index) => [name, stepOf(index)]));
}

/**
 * The questions still worth asking together on another connection: those that a refusal kept from being reached.
 * Empty when there are none. EXTERNAL, once in doubt, comes alone first. Failed questions are not asked again.
 */
export function remaining(answers: PartialAnswers, asked: readonly QuestionName[]): QuestionName[] {
  const notYet = asked.filter((name) => answers[name]?.state === 'not-reached');
  return notYet.includes('sasl-external') ? ['sasl-external'] : notYet;
}
