import { refusedForLackOfTls, wasDropped } from '../model/answer.js';
import { failed, notReached, type Step } from '../model/failure.js';
import type {
  Answer,
  OccasionalQuestion,
  PlaintextObservation,
  QuestionName,
  StreamFeatures,
} from '../model/observation.js';
import { openVersionlessStream, type OpenedStream } from '../xmpp/negotiation.js';
import { askQuestions } from '../xmpp/questions.js';
import { accusations } from './accusations.js';
import { withConnection } from './connection.js';
import { streamRequest, type Look } from './look.js';
import { wayMayPass } from './passing-failures.js';
import { NO_CONNECTION_LEFT, type OnProceed } from './plaintext-questions.js';
import { openPlaintext } from './plaintext-stream.js';
import type { FirstOffer } from './worthless-suites.js';

/** Questions with a connection of their own, asked where the answers to the first ones make them worth it. */
export type FurtherQuestion = Exclude<OccasionalQuestion, 'sasl2-external'>;
/** With db:verify on a stream with a version, where an answer on one without can be told by the difference only. */
export type FurtherAnswers = Partial<Record<FurtherQuestion | 'dialback-verify', Step<Answer>>>;

const FURTHER: readonly string[] = [
  'sasl2-scram',
  'sasl-scram',
  'versionless-auth',
  'versionless-verify',
] satisfies FurtherQuestion[];

export function isFurther(question: QuestionName): question is FurtherQuestion {
  return FURTHER.includes(question);
}

/** What is asked for where the server names no SCRAM mechanism: every server that has SCRAM has this one. */
const USUAL_SCRAM = 'SCRAM-SHA-1';

/** The questions that the first answers call for, most telling first, without those that were answered before. */
export function openQuestions(look: Look, seen: PlaintextObservation, before: FurtherAnswers): FurtherQuestion[] {
  return worthAsking(look, seen).filter((question) => {
    const earlier = before[question];
    return earlier === undefined || wayMayPass(question, earlier);
  });
}

/**
 * Asks what the first answers call for, as far as the connections go. Where something already speaks against the server,
 * one is kept for the second look at it; where nothing does, the last one is used as well, since what was not asked would
 * leave a doubt. `offer`: goes before the offers of worthless suites, with connections enough for both, and the first offer
 * may be made behind a `<proceed/>` here.
 */
export async function askFurther(
  look: Look,
  to: string,
  seen: PlaintextObservation,
  before: FurtherAnswers,
  offer?: FirstOffer,
): Promise<FurtherAnswers> {
  const answers: FurtherAnswers = { ...before };
  for (const question of openQuestions(look, seen, before)) {
    const kept = accusations({ ...seen, answers: { ...seen.answers, ...answers } }).length > 0 ? 1 : 0;
    if (look.connectionsLeft() > kept) Object.assign(answers, await askOne(look, to, question, seen, offer));
    else if (question !== 'sasl-scram') answers[question] ??= NO_CONNECTION_LEFT;
  }
  return answers;
}

async function askOne(
  look: Look,
  to: string,
  question: FurtherQuestion,
  seen: PlaintextObservation,
  offer: FirstOffer | undefined,
): Promise<FurtherAnswers> {
  const onProceed = offer?.made() === undefined ? offer?.makeBehindProceed : undefined;
  const mayCompare = offer !== undefined && question === 'versionless-verify';
  if (mayCompare) return verifyBeside(look, to, seen, onProceed);
  return { [question]: await askAlone(look, to, question, seen, { onProceed }) };
}

/**
 * db:verify on a stream without version. A server that sends features there treats it like any other stream and is likely
 * to answer: the stream to compare that with is opened meanwhile, and asked only if there is something to compare.
 */
async function verifyBeside(
  look: Look,
  to: string,
  seen: PlaintextObservation,
  onProceed: OnProceed | undefined,
): Promise<FurtherAnswers> {
  let comparing: Promise<Step<Answer>> | undefined;
  const onFeatures = (): void => {
    if (comparing !== undefined || isCompared(seen, {}) || look.connectionsLeft() <= 0) return;
    comparing = askAlone(look, to, 'dialback-verify', seen, { worth: verifying.then(isDialback, () => false) });
  };
  const verifying = askAlone(look, to, 'versionless-verify', seen, { onProceed, onFeatures });
  const answer = await verifying;
  const compared = await comparing;
  const isWorth = compared !== undefined && isDialback(answer);
  return { 'versionless-verify': answer, ...(isWorth ? { 'dialback-verify': compared } : {}) };
}

/** Asks db:verify on a stream with a version, where only the difference tells what the answer without one means. */
export async function compareVerify(
  look: Look,
  to: string,
  seen: PlaintextObservation,
  answers: FurtherAnswers,
): Promise<FurtherAnswers> {
  const versionless = answers['versionless-verify'];
  const isWorth = versionless !== undefined && isDialback(versionless) && !isCompared(seen, answers);
  if (!isWorth || look.connectionsLeft() <= 1) return answers;
  return { ...answers, 'dialback-verify': await askAlone(look, to, 'dialback-verify', seen) };
}

function isDialback(step: Step<Answer>): boolean {
  return step.state === 'done' && step.value.kind === 'dialback';
}

function isCompared(seen: PlaintextObservation, answers: FurtherAnswers): boolean {
  return (answers['dialback-verify'] ?? seen.answers['dialback-verify']).state === 'done';
}

/** What may go on beside a question on a connection of its own. */
interface Beside {
  /** Whether it is to be asked at all, once its stream is open. */
  readonly worth?: Promise<boolean>;
  /** Where `<proceed/>` is answered to the `<starttls/>` behind it, which is waited for then. */
  readonly onProceed?: OnProceed | undefined;
  readonly onFeatures?: () => void;
}

/** Asks one question on a connection of its own. */
export async function askAlone(
  look: Look,
  to: string,
  question: FurtherQuestion | 'dialback-verify',
  seen: PlaintextObservation,
  { worth, onProceed, onFeatures }: Beside = {},
): Promise<Step<Answer>> {
  const { ports } = look;
  const mechanism = seen.features.state === 'done' ? scramFor(question, seen.features.value) : USUAL_SCRAM;
  const context = { user: ports.random.token(12), id: ports.random.token(6), mechanism };
  const step = await withConnection(look, async (connection): Promise<Step<Answer>> => {
    const parties = streamRequest(look, to);
    const stream = question.startsWith('versionless')
      ? await connection.converse(openVersionlessStream(parties))
      : featuresOf(await openPlaintext(connection, look, to));
    if (stream.state !== 'done') return stream;
    if (worth !== undefined && !(await worth)) {
      connection.endStream();
      return notReached('question');
    }
    const stopWhenAnswered = onProceed === undefined;
    const asking = askQuestions({ ...parties, ...context, questions: [question], stopWhenAnswered, onFeatures });
    const { answers, sentinel } = await connection.converse(asking);
    if (sentinel.state === 'done' && sentinel.value === 'proceed') onProceed?.(connection);
    return answers[question] ?? notReached('question');
  });
  return step.state === 'done' ? step.value : step.state === 'failed' ? failed(step.failure) : step;
}

function featuresOf({ header, features }: OpenedStream): Step<unknown> {
  return header.state === 'done' ? features : header;
}

function worthAsking({ endpoint, settings }: Look, seen: PlaintextObservation): FurtherQuestion[] {
  const { features, answers } = seen;
  if (features.state !== 'done') return [];
  if (endpoint.service === 's2s') {
    return requiresTls(seen) && accusations(seen).length === 0 ? ['versionless-verify'] : [];
  }
  const sasl2 = answers['sasl2-external'];
  const external = answers['sasl-external'];
  const refused = external.state === 'done' && (refusedForLackOfTls(external.value) || wasDropped(external.value));
  const offersScram = features.value.mechanisms.some(isScram);
  return [
    ...(sasl2?.state === 'done' && comesFromSasl2(sasl2.value) ? (['sasl2-scram'] as const) : []),
    ...(settings.proveLoginOffer === true && offersScram && !refused ? (['sasl-scram'] as const) : []),
    'versionless-auth',
  ];
}

/**
 * Whether a stream with a version showed another server that it gets nowhere without TLS. Elsewhere there is nothing to get
 * around: Prosody answers db:verify on every stream, and logs it as an imposter's.
 */
function requiresTls({ features, answers, sentinel }: PlaintextObservation): boolean {
  const external = answers['sasl-external'];
  const verify = answers['dialback-verify'];
  if (external.state === 'done' && refusedForLackOfTls(external.value)) return true;
  if (verify.state !== 'done') return false;
  const offersDialback = features.state === 'done' && features.value.dialback;
  const isIgnored = wasDropped(verify.value) && offersDialback && sentinel.state === 'done';
  return isIgnored || refusedForLackOfTls(verify.value) || (!offersDialback && verify.value.kind === 'stream-error');
}

/** An answer of the login itself, whatever it says but "not without TLS": silence and the end of the stream are none. */
export function comesFromSasl2(answer: Answer): boolean {
  return answer.kind.startsWith('sasl-') && !refusedForLackOfTls(answer);
}

/** The SCRAM mechanism to begin with, where these features are offered. */
export function scramFor(question: QuestionName, { mechanisms, sasl2 = [] }: StreamFeatures): string {
  const offered = (question === 'sasl2-scram' ? [...sasl2, ...mechanisms] : mechanisms).filter(isScram);
  return offered.includes(USUAL_SCRAM) ? USUAL_SCRAM : (offered[0] ?? USUAL_SCRAM);
}

/** Not `-PLUS`: channel binding needs the TLS that is missing (RFC 5802 section 6). */
export function isScram(mechanism: string): boolean {
  return /^SCRAM-SHA-[0-9-]+$/u.test(mechanism);
}
