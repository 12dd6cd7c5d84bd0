import { wasNotAsked } from '../../model/answer.js';
import { failure, failureInWords, type Failure, type Step } from '../../model/failure.js';
import type { Answer, EndpointObservation, QuestionName, SuiteAnswer } from '../../model/observation.js';
import { questionInWords } from './answers.js';
import { triedVersionlessDialback, uncomparedVerify } from './dialback.js';
import { plaintextReception } from './reception.js';

/** Questions whose answer can show a way in of their own; what only bears out another answer leaves no doubt behind. */
const WAYS_IN = [
  'sasl-external',
  'legacy-auth',
  'registration',
  'sasl2-external',
  'sasl2-scram',
  'versionless-auth',
  'versionless-verify',
] as const satisfies readonly QuestionName[];

/**
 * What could not be asked of a server, and why, as sentences of our own: a way in that was never tried may be open. Empty
 * where everything was asked, whatever was answered.
 */
export function unaskedInWords(observation: EndpointObservation): readonly string[] {
  // BOSH and WebSocket are asked in another way (web-door.ts).
  if (observation.endpoint.url !== undefined) return [];
  return [...unaskedQuestions(observation), ...unofferedInWords(observation.worthlessSuites?.null)];
}

/** Nothing was to be asked where no plaintext stream is answered. */
function unaskedQuestions(observation: EndpointObservation): readonly string[] {
  const reception = plaintextReception(observation);
  if (reception.state !== 'done' || reception.value.kind !== 'open') return [];
  const { connected, header, features, answers } = observation.plaintext;
  const stopped = [connected, header, features].find((step) => step.state === 'failed');
  if (stopped?.state === 'failed') return [`nothing could be asked without TLS: ${failureInWords(stopped.failure)}`];
  const unanswered = WAYS_IN.flatMap((question) => {
    const step = answers[question];
    return step !== undefined && wasNotAsked(question, step) ? [whyUnasked(question, step)] : [];
  });
  // Dialback that was refused there closes the way in, whatever is said of a key.
  const isClosed = triedVersionlessDialback(observation)?.kind === 'refused';
  const uncompared = isClosed ? undefined : uncomparedVerify(reception.value.features, observation);
  return uncompared === undefined ? unanswered : [...unanswered, uncompared];
}

/** A stream that was opened and ended for reasons that may be about us had the question, or part of it, and left it open. */
function whyUnasked(question: QuestionName, step: Step<Answer>): string {
  const reason = step.state === 'failed' ? step.failure : endOf(step);
  const isLeftOpen =
    question.startsWith('versionless') && reason.code !== 'probe.connections' && reason.step !== 'connect';
  const what = isLeftOpen ? 'was left open' : 'could not be asked';
  return `${questionInWords(question)} ${what}: ${failureInWords(reason)}`;
}

function endOf(step: Step<Answer>): Failure {
  const condition = step.state === 'done' && step.value.kind === 'stream-error' ? step.value.condition : undefined;
  return failure('stream.error', 'question', undefined, condition);
}

/** NULL suites that were not offered; one that ended the handshake or TLS before it was offered them. */
function unofferedInWords(step: Step<SuiteAnswer> | undefined): readonly string[] {
  if (step?.state !== 'failed') return [];
  const { code, step: at } = step.failure;
  const isUnoffered = code === 'probe.connections' || at === 'connect' || at === 'header' || at === 'features';
  return isUnoffered ? [`NULL cipher suites could not be offered: ${failureInWords(step.failure)}`] : [];
}
