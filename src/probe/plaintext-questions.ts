import { done, failed, failure, notReached, type Step, type StepName } from '../model/failure.js';
import type { Answer, Answers, PlaintextObservation, QuestionName, StreamFeatures } from '../model/observation.js';
import { askQuestions, remaining } from '../xmpp/questions.js';
import { withConnection, type Connection } from './connection.js';
import { streamRequest, type Look } from './look.js';
import { accusations } from './accusations.js';
import { openingMayPass, wayMayPass } from './passing-failures.js';
import { openPlaintext } from './plaintext-stream.js';

const QUESTIONS: Readonly<Record<'c2s' | 's2s', readonly QuestionName[]>> = {
  c2s: ['sasl-external', 'legacy-auth', 'registration', 'sasl2-external'],
  s2s: ['sasl-external', 'dialback-verify'],
};

/** What a question gets that there was no connection left for. */
export const NO_CONNECTION_LEFT = failed(failure('probe.connections', 'question'));

/** What every plaintext stream of a service is asked, as far as its features call for it. */
export function questionsOf({ endpoint }: Pick<Look, 'endpoint'>): readonly QuestionName[] {
  return QUESTIONS[endpoint.service];
}

/** Where `<proceed/>` closed the questions: a handshake may go on from there. What is known by then waits for nothing. */
export type OnProceed = (connection: Connection) => void;

/** What the connections so far showed, with the questions that are asked on such streams. */
export interface Round extends Omit<PlaintextObservation, 'answers'> {
  readonly asked: readonly QuestionName[];
  readonly answers: Partial<Answers>;
}

const NEVER = notReached('connect');
/** A look for which there was no connection left. */
export const NOT_BEGUN: Round = {
  connected: failed(failure('probe.connections', 'connect')),
  header: NEVER,
  features: NEVER,
  asked: [],
  answers: {},
  sentinel: NEVER,
};

/**
 * Asks plaintext streams what they would let us do without TLS. What an earlier try has seen stands; what came in its way
 * is tried once more.
 */
export async function askRound(look: Look, to: string, before?: Round, onProceed?: OnProceed): Promise<Round> {
  return finishQuestions(look, to, await beginQuestions(look, to, before, onProceed), onProceed);
}

/** Asks all questions on one connection. */
async function beginQuestions(look: Look, to: string, before?: Round, onProceed?: OnProceed): Promise<Round> {
  if (before?.features.state === 'done') return reopened(before);
  if (before !== undefined && (!openingMayPass(before) || look.connectionsLeft() <= 0)) return before;
  if (look.connectionsLeft() <= 0) return NOT_BEGUN;
  return ask(look, to, questionsOf(look), onProceed);
}

/**
 * Asks what is left, as far as the connections go. A server that ends the stream at one question gets the others on
 * another connection: what it refuses there says nothing of what it answers here. SASL2 comes last, because most servers
 * do not know the element and some end the stream; where it was not reached it is asked alone.
 */
async function finishQuestions(look: Look, to: string, first: Round, onProceed?: OnProceed): Promise<Round> {
  let round = first;
  for (;;) {
    const next = nextConnections(look, round);
    if (next.length === 0) return round;
    const rounds = await Promise.all(next.map((questions) => ask(look, to, questions, onProceed)));
    round = rounds.reduce(joined, round);
  }
}

/** Asks these questions, and those that a stream error kept from being reached once more. */
export async function askThese(look: Look, to: string, questions: readonly QuestionName[]): Promise<Round> {
  let round = await ask(look, to, questions);
  for (;;) {
    const left = remaining(round.answers, round.asked);
    if (left.length === 0 || look.connectionsLeft() <= 0) return round;
    round = joined(round, await ask(look, to, left));
  }
}

/** The questions of the next connections, which go side by side where there are enough for everything that is open. */
function nextConnections(look: Look, { asked, answers, features }: Round): readonly (readonly QuestionName[])[] {
  if (features.state !== 'done') return [];
  const open = asked.filter((question) => answers[question]?.state === 'not-reached');
  const ordinary = remaining(
    answers,
    open.filter((question) => question !== 'sasl2-external'),
  );
  // Where something already speaks against the server, a second look at it comes before the last question.
  const spare = look.connectionsLeft() - (accusations({ features, answers }).length > 0 ? 1 : 0);
  const asksSasl2 = open.includes('sasl2-external') && spare >= open.length;
  return [...(ordinary.length > 0 && spare > 0 ? [ordinary] : []), ...(asksSasl2 ? [['sasl2-external' as const]] : [])];
}

async function ask(look: Look, to: string, questions: readonly QuestionName[], onProceed?: OnProceed): Promise<Round> {
  const step = await withConnection(look, async (connection) => {
    const heard = await askOn(connection, look, to, questions);
    if (heard.sentinel.state === 'done' && heard.sentinel.value === 'proceed') onProceed?.(connection);
    return heard;
  });
  if (step.state === 'done') return { ...step.value, connected: done('connected') };
  return { connected: step, header: NEVER, features: NEVER, asked: questions, answers: {}, sentinel: NEVER };
}

async function askOn(
  connection: Connection,
  look: Look,
  to: string,
  questions: readonly QuestionName[],
): Promise<Omit<Round, 'connected'>> {
  const { ports } = look;
  const request = streamRequest(look, to);
  const { header, features } = await openPlaintext(connection, look, to);
  if (features.state !== 'done') {
    const sentinel = notReached(header.state === 'done' ? 'features' : 'header');
    return { header, features, asked: questions, answers: {}, sentinel };
  }
  const asked = questions.filter((question) => mayBeAsked(question, features.value));
  const { answers, sentinel } = await connection.converse(
    askQuestions({ ...request, questions: asked, user: ports.random.token(12), id: ports.random.token(6) }),
  );
  return { header, features, asked, answers, sentinel };
}

/**
 * XEP-0220 lets a server answer `<db:verify/>` without TLS, and one that requires TLS logs ours as an imposter's: it is
 * asked only where it can tell something.
 */
function mayBeAsked(question: QuestionName, features: StreamFeatures): boolean {
  return question !== 'dialback-verify' || features.starttls !== 'required';
}

/** The stream as it was seen first, with the answers of both rounds, or with what came in the way of the second one. */
function joined(first: Round, second: Round): Round {
  const stopped = [second.connected, second.header, second.features].find((step) => step.state === 'failed');
  const unheard = stopped === undefined ? [] : second.asked.map((question) => [question, stopped] as const);
  return {
    ...first,
    answers: { ...first.answers, ...second.answers, ...(Object.fromEntries(unheard) as Partial<Answers>) },
    sentinel: second.sentinel.state === 'done' ? second.sentinel : first.sentinel,
  };
}

/** With the questions open again that a failure came in the way of which may pass. */
function reopened(round: Round): Round {
  const again = round.asked.filter((question) => wayMayPass(question, round.answers[question]));
  const open = again.map((question) => [question, notReached('question')] as const);
  return { ...round, answers: { ...round.answers, ...(Object.fromEntries(open) as Partial<Answers>) } };
}

/** What was seen of the plaintext stream, with a reason for each question without an answer. */
export function observationOf(round: Round, answers: Partial<Answers> = round.answers): PlaintextObservation {
  const { connected, header, features, sentinel, asked } = round;
  const unasked = notReached(stepBefore(round));
  const stepOf = (question: QuestionName): Step<Answer> => {
    const step = answers[question] ?? unasked;
    const isWanted = features.state === 'done' && asked.includes(question);
    return step.state === 'not-reached' && isWanted ? NO_CONNECTION_LEFT : step;
  };
  const always = ['sasl-external', 'legacy-auth', 'registration', 'dialback-verify'] as const;
  const steps = [...new Set([...always, ...(Object.keys(answers) as QuestionName[])])].map(
    (question) => [question, stepOf(question)] as const,
  );
  return { connected, header, features, answers: Object.fromEntries(steps) as Answers, sentinel };
}

/** What kept a question from being asked; `question` itself where it did not apply. */
function stepBefore({ connected, header, features }: Round): StepName {
  if (connected.state !== 'done') return 'connect';
  if (header.state !== 'done') return 'header';
  return features.state === 'done' ? 'question' : 'features';
}
