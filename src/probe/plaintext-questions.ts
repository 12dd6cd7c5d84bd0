import { done, notReached, type StepName } from '../model/failure.js';
import type { Answers, PlaintextObservation, QuestionName, StreamFeatures } from '../model/observation.js';
import { openStream } from '../xmpp/negotiation.js';
import { askQuestions, remaining } from '../xmpp/questions.js';
import { withConnection, type Connection } from './connection.js';
import { streamRequest, type Look } from './look.js';

/** A connection that SASL2 alone does not take: the last one belongs to the second look. */
const KEPT = 1;

const QUESTIONS: Readonly<Record<'c2s' | 's2s', readonly QuestionName[]>> = {
  c2s: ['sasl-external', 'legacy-auth', 'registration', 'sasl2-external'],
  s2s: ['sasl-external', 'dialback-verify'],
};

type OnProceed = (connection: Connection) => Promise<void>;

/** What one connection showed, with the questions that were asked on it. */
export interface Round extends Omit<PlaintextObservation, 'answers'> {
  readonly asked: readonly QuestionName[];
  readonly answers: Partial<Answers>;
}

/**
 * Asks a plaintext stream what it would let us do without TLS. A server that ends the stream at one question gets the
 * others on a second connection: what it refuses there says nothing of what it answers here. SASL2 comes last, because
 * most servers do not know the element and some end the stream; where it was not reached it is asked alone.
 */
export async function askInPlaintext(look: Look, to: string): Promise<PlaintextObservation> {
  return finishQuestions(look, to, await beginQuestions(look, to));
}

/** The first connection. Where `<proceed/>` closes the questions, `onProceed` may go on with the handshake on it. */
export function beginQuestions(look: Look, to: string, onProceed?: OnProceed): Promise<Round> {
  return ask(look, to, QUESTIONS[look.endpoint.service], onProceed);
}

/** What is left of the questions, on a second connection if there is anything. */
export async function finishQuestions(
  look: Look,
  to: string,
  first: Round,
  onProceed?: OnProceed,
): Promise<PlaintextObservation> {
  const left = remaining(
    first.answers,
    first.asked.filter((question) => question !== 'sasl2-external'),
  );
  const rounds: Promise<Round>[] = [];
  if (left.length > 0 && look.connectionsLeft() > 0) rounds.push(ask(look, to, left, onProceed));
  const sasl2 = first.answers['sasl2-external'];
  if (sasl2?.state === 'not-reached' && look.connectionsLeft() > KEPT)
    rounds.push(ask(look, to, ['sasl2-external'], onProceed));
  return observationOf((await Promise.all(rounds)).reduce(joined, first));
}

async function ask(look: Look, to: string, questions: readonly QuestionName[], onProceed?: OnProceed): Promise<Round> {
  const step = await withConnection(look, async (connection) => {
    const heard = await askOn(connection, look, to, questions);
    if (heard.sentinel.state === 'done' && heard.sentinel.value === 'proceed') await onProceed?.(connection);
    return heard;
  });
  if (step.state === 'done') return { ...step.value, connected: done('connected') };
  const never = notReached('connect');
  return { connected: step, header: never, features: never, asked: [], answers: {}, sentinel: never };
}

async function askOn(
  connection: Connection,
  look: Look,
  to: string,
  questions: readonly QuestionName[],
): Promise<Omit<Round, 'connected'>> {
  const { ports } = look;
  const request = streamRequest(look, to);
  const { header, features } = await connection.converse(openStream(request));
  if (features.state !== 'done') {
    const sentinel = notReached(header.state === 'done' ? 'features' : 'header');
    return { header, features, asked: [], answers: {}, sentinel };
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

/** The stream as it was seen first, with the answers of both rounds. */
function joined(first: Round, second: Round): Round {
  return {
    ...first,
    answers: { ...first.answers, ...second.answers },
    sentinel: second.sentinel.state === 'done' ? second.sentinel : first.sentinel,
  };
}

function observationOf(round: Round): PlaintextObservation {
  const { connected, header, features, answers, sentinel } = round;
  const unasked = notReached(stepBefore(round));
  const unanswered: Answers = {
    'sasl-external': unasked,
    'legacy-auth': unasked,
    registration: unasked,
    'dialback-verify': unasked,
  };
  return { connected, header, features, answers: { ...unanswered, ...answers }, sentinel };
}

/** What kept a question from being asked; `question` itself where it did not apply. */
function stepBefore({ connected, header, features }: Round): StepName {
  if (connected.state !== 'done') return 'connect';
  if (header.state !== 'done') return 'header';
  return features.state === 'done' ? 'question' : 'features';
}
