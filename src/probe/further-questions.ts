import { refusedForLackOfTls, wasDropped } from '../model/answer.js';
import { failed, notReached, type Step } from '../model/failure.js';
import type { Answer, OccasionalQuestion, PlaintextObservation, QuestionName } from '../model/observation.js';
import type { Conversation } from '../xmpp/conversation.js';
import { openStream, openVersionlessStream } from '../xmpp/negotiation.js';
import { askQuestions } from '../xmpp/questions.js';
import { accusations } from './accusations.js';
import { withConnection } from './connection.js';
import { streamRequest, type Look } from './look.js';
import { wayMayPass } from './passing-failures.js';
import { NO_CONNECTION_LEFT } from './plaintext-questions.js';

/** Questions with a connection of their own, asked where the answers to the first ones make them worth it. */
export type FurtherQuestion = Exclude<OccasionalQuestion, 'sasl2-external'>;
export type FurtherAnswers = Partial<Record<FurtherQuestion, Step<Answer>>>;

const FURTHER: readonly string[] = ['sasl2-scram', 'sasl-scram', 'versionless-auth'] satisfies FurtherQuestion[];

export function isFurther(question: QuestionName): question is FurtherQuestion {
  return FURTHER.includes(question);
}

/** What is asked for where the server names no SCRAM mechanism: every server that has SCRAM has this one. */
const USUAL_SCRAM = 'SCRAM-SHA-1';

/**
 * Asks what the first answers call for, most telling first, as far as the connections go. Where something already speaks
 * against the server, one is kept for the second look at it; where nothing does, the last one is used as well, since what
 * was not asked would leave a doubt.
 */
export async function askFurther(
  look: Look,
  to: string,
  seen: PlaintextObservation,
  before: FurtherAnswers,
): Promise<FurtherAnswers> {
  const answers: FurtherAnswers = { ...before };
  for (const question of worthAsking(look, seen)) {
    const earlier = answers[question];
    if (earlier !== undefined && !wayMayPass(question, earlier)) continue;
    const kept = accusations({ ...seen, answers: { ...seen.answers, ...answers } }).length > 0 ? 1 : 0;
    if (look.connectionsLeft() > kept) answers[question] = await askAlone(look, to, question, seen);
    else if (question !== 'sasl-scram') answers[question] ??= NO_CONNECTION_LEFT;
  }
  return answers;
}

/** Asks one question on a connection of its own. */
export async function askAlone(
  look: Look,
  to: string,
  question: FurtherQuestion,
  seen: PlaintextObservation,
): Promise<Step<Answer>> {
  const { settings, ports } = look;
  const context = { user: ports.random.token(12), id: ports.random.token(6), mechanism: scramFor(question, seen) };
  const step = await withConnection(look, async (connection): Promise<Step<Answer>> => {
    const parties = streamRequest(look, to);
    const opened: Conversation<Step<unknown>> =
      question === 'versionless-auth' ? openVersionlessStream(parties) : featuresOf(openStream(parties));
    const stream = await connection.converse(opened, settings.timeoutMs);
    if (stream.state !== 'done') return stream;
    const asking = askQuestions({ ...parties, ...context, questions: [question], stopWhenAnswered: true });
    const { answers } = await connection.converse(asking);
    return answers[question] ?? notReached('question');
  });
  return step.state === 'done' ? step.value : step.state === 'failed' ? failed(step.failure) : step;
}

function* featuresOf(opening: ReturnType<typeof openStream>): Conversation<Step<unknown>> {
  const { header, features } = yield* opening;
  return header.state === 'done' ? features : header;
}

function worthAsking({ endpoint, settings }: Look, { features, answers }: PlaintextObservation): FurtherQuestion[] {
  if (endpoint.service !== 'c2s' || features.state !== 'done') return [];
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

/** An answer of the login itself, whatever it says but "not without TLS": silence and the end of the stream are none. */
function comesFromSasl2(answer: Answer): boolean {
  return answer.kind.startsWith('sasl-') && !refusedForLackOfTls(answer);
}

function scramFor(question: FurtherQuestion, { features }: PlaintextObservation): string {
  if (features.state !== 'done') return USUAL_SCRAM;
  const { mechanisms, sasl2 = [] } = features.value;
  const offered = (question === 'sasl2-scram' ? [...sasl2, ...mechanisms] : mechanisms).filter(isScram);
  return offered.includes(USUAL_SCRAM) ? USUAL_SCRAM : (offered[0] ?? USUAL_SCRAM);
}

/** Not `-PLUS`: channel binding needs the TLS that is missing (RFC 5802 section 6). */
function isScram(mechanism: string): boolean {
  return /^SCRAM-SHA-[0-9-]+$/u.test(mechanism);
}
