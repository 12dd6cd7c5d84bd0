import { refusedForLackOfTls } from '../model/answer.js';
import { done, failed, notReached, type Step, type StepName } from '../model/failure.js';
import type { Answer, PlaintextObservation, QuestionName, StreamFeatures } from '../model/observation.js';
import type { XmlElement } from '../xml/element.js';
import { NS } from '../xmpp/namespaces.js';
import type { QuestionContext } from '../xmpp/question-catalogue.js';
import type { PartialAnswers } from '../xmpp/questions.js';
import { readStreamFeatures } from '../xmpp/stream-features.js';
import { readStreamError, streamErrorFailure } from '../xmpp/stream-error.js';
import { mayAnswerLate, openQuestions, readWebAnswers, WEB_QUESTIONS, writeWebQuestion } from '../xmpp/web-answers.js';
import { accusations } from './accusations.js';
import { comesFromSasl2, isScram, scramFor } from './further-questions.js';
import type { ProbePorts } from './look.js';
import type { WebStream } from './web-stream.js';

/** So long a login may come late, behind the answer to what was asked after it; and so long SASL2 is waited for. */
const LATE_MS = 2000;

/** Streams that are opened for what an earlier one left open, at most: each answers one question at least. */
const MORE_ROUNDS = 3;

export interface WebAsking {
  /** XMPP domain. */
  readonly to: string;
  readonly questions: readonly QuestionName[];
  /** Whether an offered SCRAM login is begun: opt-in. */
  readonly proveLoginOffer: boolean;
  /** Whether stanzas go out in one request, whose answer can lose what was answered before an error. */
  readonly isBatched: boolean;
  /** Another stream at the same place; undefined where there is none to be had. */
  readonly reopen: () => Promise<WebStream | undefined>;
}

/**
 * Asks over HTTP what is asked on a plaintext stream, and ends the stream. What a stream error kept from being reached is
 * asked on other streams, and so is what the answers call for, as far as the connections go.
 */
export async function askOverHttp(
  stream: WebStream,
  asking: WebAsking,
  ports: ProbePorts,
): Promise<PlaintextObservation> {
  const seen = { ...UNASKED, connected: done('connected' as const), header: done(stream.header) };
  const features = await readFeatures(stream);
  if (features.state !== 'done') {
    await stream.end();
    return { ...seen, features, answers: unanswered('features') };
  }
  const answers = await askAll(stream, features.value, asking, ports);
  return { ...seen, features, answers: { ...unanswered('question'), ...answers }, sentinel: notReached('question') };
}

async function askAll(
  stream: WebStream,
  features: StreamFeatures,
  asking: WebAsking,
  ports: ProbePorts,
): Promise<PartialAnswers> {
  const first = nextRound({}, asking);
  let answers = await askOn(
    stream,
    asking,
    first,
    ports,
    first.includes('sasl2-scram') ? scramFor('sasl2-scram', features) : undefined,
  );
  const askAgain = async (questions: readonly QuestionName[], mechanism?: string): Promise<void> => {
    const again = questions.length === 0 ? undefined : await asking.reopen();
    if (again === undefined) return;
    if ((await readFeatures(again)).state !== 'done') return again.end();
    answers = { ...answers, ...(await askOn(again, asking, questions, ports, mechanism)) };
  };
  if (mayHaveBeenAnother(answers)) await askAgain(['sasl-external']);
  await askAgain(nextRound(answers, asking));
  // What was asked for by the user goes before what hardly any server has.
  if (asking.proveLoginOffer && isOffered(features, answers)) {
    await askAgain(['sasl-scram'], scramFor('sasl-scram', features));
  }
  for (let round = 1, left = nextRound(answers, asking); round < MORE_ROUNDS && left.length > 0; round++) {
    await askAgain(left);
    left = nextRound(answers, asking);
  }
  const sasl2 = answers['sasl2-external'];
  if (sasl2?.state === 'done' && comesFromSasl2(sasl2.value)) {
    await askAgain(['sasl2-scram'], scramFor('sasl2-scram', features));
  }
  return answers;
}

/** What is still to be asked together. SASL2 is unknown to most servers, and Prosody's BOSH then loses all other answers. */
function nextRound(answers: PartialAnswers, { questions, isBatched }: WebAsking): readonly QuestionName[] {
  const left = questions.filter((name) => answers[name] === undefined || answers[name].state === 'not-reached');
  const others = left.filter((name) => name !== 'sasl2-external');
  return isBatched && others.length > 0 ? others : left;
}

/** Whether the stream was ended by something for all we can see, and EXTERNAL was not all that was asked. */
function mayHaveBeenAnother(answers: PartialAnswers): boolean {
  const external = answers['sasl-external'];
  if (external?.state !== 'done' || Object.keys(answers).length < 2) return false;
  return endsTheStream(external.value) && !refusedForLackOfTls(external.value);
}

function endsTheStream({ kind }: Answer): boolean {
  return kind === 'stream-error' || kind === 'closed';
}

/** Whether SCRAM is offered, and nothing said that it is not to be had without TLS. */
function isOffered({ mechanisms }: StreamFeatures, answers: PartialAnswers): boolean {
  const external = answers['sasl-external'];
  const isRefused = external?.state === 'done' && refusedForLackOfTls(external.value);
  return mechanisms.some(isScram) && !isRefused;
}

/**
 * What a second look has to ask: what speaks against the server. EXTERNAL goes with it, which tells whether an offer is
 * meant, unless it ends the stream before the others are reached.
 */
export function webQuestionsToConfirm(seen: PlaintextObservation): readonly QuestionName[] {
  const external = seen.answers['sasl-external'];
  const cutsOff = external.state === 'done' && endsTheStream(external.value);
  const accusing = accusations(seen);
  // A login that SASL2 took up is begun again at once: what led there accuses nobody by itself.
  if (accusing.length > 0 && accusing.every((question) => question === 'sasl2-scram')) return accusing;
  const others = WEB_QUESTIONS.filter((question) => {
    if (question === 'sasl-external') return false;
    // SCRAM of SASL2 is begun where EXTERNAL of SASL2 is taken up.
    return accusing.includes(question) || (question === 'sasl2-external' && accusing.includes('sasl2-scram'));
  });
  return others.length > 0 && cutsOff ? others : ['sasl-external', ...others];
}

/** Asks on one stream, and ends it. */
async function askOn(
  stream: WebStream,
  { to }: Pick<WebAsking, 'to'>,
  questions: readonly QuestionName[],
  { random }: ProbePorts,
  mechanism?: string,
): Promise<PartialAnswers> {
  const context: QuestionContext = {
    to,
    user: random.token(12),
    id: random.token(6),
    ...(mechanism === undefined ? {} : { mechanism }),
  };
  await stream.send(questions.map((name) => writeWebQuestion(name, context)));
  const answers = await hear(stream, questions, context);
  await stream.end();
  return answers;
}

async function hear(
  stream: WebStream,
  questions: readonly QuestionName[],
  context: QuestionContext,
): Promise<PartialAnswers> {
  const elements: XmlElement[] = [];
  for (;;) {
    const answers = readWebAnswers(elements, questions, context);
    const open = openQuestions(answers, questions);
    if (open.length === 0 && !mayAnswerLate(answers)) return answers;
    const isLate = open.every((question) => question === 'sasl2-external');
    const next = await stream.next('question', isLate ? LATE_MS : undefined);
    if ('code' in next) return open.length === 0 ? answers : readWebAnswers(elements, questions, context, next);
    elements.push(next);
  }
}

/** The stream features, or why there are none. */
export async function readFeatures(stream: WebStream): Promise<Step<StreamFeatures>> {
  for (;;) {
    const next = await stream.next('features');
    if ('code' in next) return failed(next);
    const error = readStreamError(next);
    if (error !== undefined) return failed(streamErrorFailure(error, 'features'));
    if (next.namespace === NS.stream && next.name === 'features') return done(readStreamFeatures(next));
  }
}

function unanswered(after: StepName): PlaintextObservation['answers'] {
  const step = notReached(after);
  return { 'sasl-external': step, 'legacy-auth': step, registration: step, 'dialback-verify': step };
}

/** Where nothing was looked at without TLS. */
export const UNASKED: PlaintextObservation = {
  connected: notReached('connect'),
  header: notReached('connect'),
  features: notReached('connect'),
  answers: unanswered('connect'),
  sentinel: notReached('connect'),
};

/** What a session without a stream showed, when it was not encrypted. */
export function unopened(opened: Exclude<Step<WebStream>, { state: 'done' }>): PlaintextObservation {
  if (opened.state !== 'failed') return UNASKED;
  if (opened.failure.step === 'connect') return { ...UNASKED, connected: opened };
  const after = notReached('header');
  return { ...UNASKED, connected: done('connected'), header: opened, features: after, answers: unanswered('header') };
}
