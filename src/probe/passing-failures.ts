import { wasNotAsked } from '../model/answer.js';
import type { Endpoint } from '../model/endpoint.js';
import type { FailureCode, Step } from '../model/failure.js';
import type { Answer, PlaintextObservation, QuestionName, SuiteAnswer } from '../model/observation.js';
import { failedWith, type MainSteps } from './main-steps.js';

type Opening = Pick<PlaintextObservation, 'connected' | 'header' | 'features'>;

/** Resets, timeouts and hang-ups: they may be chance. A refused connection is an answer. */
const PASSING: readonly FailureCode[] = [
  'tcp.reset',
  'tcp.timeout',
  'stream.closed',
  'stream.timeout',
  'tls.closed',
  'tls.timeout',
];

/** Whether the main connection ended before the endpoint had said anything. */
export function mainMayPass(
  { transport }: Endpoint,
  { connected, header, handshake, securedHeader }: MainSteps,
): boolean {
  const plain = transport === 'starttls' && handshake.state !== 'done';
  const first = plain ? [connected, header] : [connected, handshake, securedHeader];
  return first.some(isPassing);
}

/** Whether a plaintext connection ended before the endpoint had said what it offers. */
export function openingMayPass({ connected, header, features }: Opening): boolean {
  return [connected, header, features].some(isPassing);
}

/**
 * The same, where the main connection does not explain it: a port that is TLS from the first byte hangs up on plaintext,
 * and means it.
 */
export function openingIsUnexplained({ transport }: Endpoint, opening: Opening, main: MainSteps): boolean {
  if (isPassing(opening.connected)) return true;
  if (transport === 'direct-tls') return failedWith(opening.header, 'stream.timeout');
  return openingMayPass(opening) && (main.features.state === 'done' || main.handshake.state !== 'done');
}

/**
 * Whether a question was not asked because its connection ended before, by what may be chance. On a stream without version
 * that can be a limit or a shutdown as well: it is opened beside other connections, and may get through alone.
 */
export function wayMayPass(question: QuestionName, step: Step<Answer> | undefined): boolean {
  if (step === undefined || !wasNotAsked(question, step)) return false;
  return isPassing(step) || (question.startsWith('versionless') && endedByAnError(step));
}

/** Whether suites were not offered because the connection ended before the handshake, by what may be chance. */
export function offerMayPass(step: Step<SuiteAnswer>): boolean {
  return step.state === 'failed' && isPassing(step) && ['connect', 'header', 'features'].includes(step.failure.step);
}

/** By one that says nothing, or {@link wasNotAsked} would call it an answer. */
function endedByAnError(step: Step<Answer>): boolean {
  return step.state === 'done' || (step.state === 'failed' && step.failure.condition !== undefined);
}

function isPassing(step: Step<unknown>): boolean {
  return failedWith(step, ...PASSING);
}
