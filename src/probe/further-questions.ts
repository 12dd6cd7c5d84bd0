import { refusedForLackOfTls, wasDropped } from '../model/answer.js';
import { failed, notReached, type Step } from '../model/failure.js';
import type { Answer, OccasionalQuestion, PlaintextObservation, StreamFeatures } from '../model/observation.js';
import type { Conversation } from '../xmpp/conversation.js';
import { openStream, openVersionlessStream } from '../xmpp/negotiation.js';
import { askQuestions } from '../xmpp/questions.js';
import { withConnection } from './connection.js';
import { streamRequest, type Look } from './look.js';

/** Questions with a connection of their own, asked where the answers to the first ones make them worth it. */
export type FurtherQuestion = Exclude<OccasionalQuestion, 'sasl2-external'>;
type FurtherAnswers = Partial<Record<FurtherQuestion, Step<Answer>>>;

/** What is asked for where the server names no SCRAM mechanism: every server that has SCRAM has this one. */
const USUAL_SCRAM = 'SCRAM-SHA-1';

/**
 * Asks what the first answers call for, most telling first, as far as the connections go. Where they already show a way
 * in, one connection more is left for the second look at it.
 */
export async function askFurther(look: Look, to: string, seen: PlaintextObservation): Promise<FurtherAnswers> {
  const kept = showsWayIn(seen) ? 1 : 0;
  const answers: FurtherAnswers = {};
  for (const question of worthAsking(look, seen)) {
    // What was asked for by the user comes first; to see an offer again one connection is enough.
    const needed = question === 'sasl-scram' ? 0 : kept;
    if (look.connectionsLeft() > needed) answers[question] = await askAlone(look, to, question, seen);
  }
  return answers;
}

/**
 * The first of the further questions that was answered by letting us go on: what a second look has to ask again. A first
 * message of SCRAM outside of SASL2 is not: it may count towards a ban, so it is sent once.
 */
export function questionToConfirm({ answers }: PlaintextObservation): FurtherQuestion | undefined {
  return (['sasl2-scram', 'versionless-auth'] as const).find((question) => {
    const step = answers[question];
    return step?.state === 'done' && (isTakenUp(step.value) || opens(step.value));
  });
}

/** Whether a way in is offered or open, so that a second look may be wanted. It decides about connections only. */
export function showsWayIn({ features, answers }: PlaintextObservation): boolean {
  const offered = features.state === 'done' && features.value.mechanisms.length > 0;
  return offered || Object.values(answers).some((step) => step?.state === 'done' && opens(step.value));
}

/** Asks one question on a connection of its own. */
export async function askAlone(
  look: Look,
  to: string,
  question: FurtherQuestion,
  seen: PlaintextObservation,
): Promise<Step<Answer>> {
  const { settings, ports } = look;
  const mechanism = seen.features.state === 'done' ? scramFor(question, seen.features.value) : USUAL_SCRAM;
  const context = { user: ports.random.token(12), id: ports.random.token(6), mechanism };
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
    ...(sasl2?.state === 'done' && isTakenUp(sasl2.value) ? (['sasl2-scram'] as const) : []),
    ...(settings.proveLoginOffer === true && offersScram && !refused ? (['sasl-scram'] as const) : []),
    'versionless-auth',
  ];
}

/** An answer of the login itself, whatever it says but "not without TLS": silence and the end of the stream are none. */
export function isTakenUp(answer: Answer): boolean {
  return answer.kind.startsWith('sasl-') && !refusedForLackOfTls(answer);
}

/** Whether an answer lets us go on. */
export function opens(answer: Answer): boolean {
  return (
    answer.kind === 'sasl-challenge' ||
    answer.kind === 'sasl-success' ||
    (answer.kind === 'iq-result' && answer.fields.length > 0)
  );
}

/** The SCRAM mechanism to begin with, where these features are offered. */
export function scramFor(question: FurtherQuestion, { mechanisms, sasl2 = [] }: StreamFeatures): string {
  const offered = (question === 'sasl2-scram' ? [...sasl2, ...mechanisms] : mechanisms).filter(isScram);
  return offered.includes(USUAL_SCRAM) ? USUAL_SCRAM : (offered[0] ?? USUAL_SCRAM);
}

/** Not `-PLUS`: channel binding needs the TLS that is missing (RFC 5802 section 6). */
export function isScram(mechanism: string): boolean {
  return /^SCRAM-SHA-[0-9-]+$/u.test(mechanism);
}
