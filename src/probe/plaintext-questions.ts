import { done, notReached, type StepName } from '../model/failure.js';
import type { Answers, PlaintextObservation, QuestionName, StreamFeatures } from '../model/observation.js';
import { openStream } from '../xmpp/negotiation.js';
import { askQuestions, remaining } from '../xmpp/questions.js';
import { withConnection, type Connection } from './connection.js';
import { streamRequest, type Look } from './look.js';

/** A port that is meant to be TLS only need not be waited for in plaintext: nothing is learned from its silence. */
const DIRECT_TLS_PATIENCE_MS = 2000;

const QUESTIONS: Readonly<Record<'c2s' | 's2s', readonly QuestionName[]>> = {
  c2s: ['sasl-external', 'legacy-auth', 'registration'],
  s2s: ['sasl-external', 'dialback-verify'],
};

/** What one connection showed, with the questions that were asked on it. */
interface Round extends Omit<PlaintextObservation, 'answers'> {
  readonly asked: readonly QuestionName[];
  readonly answers: Partial<Answers>;
}

/**
 * Asks a plaintext stream what it would let us do without TLS. A server that ends the stream at one question gets the
 * others on a second connection: what it refuses there says nothing of what it answers here.
 */
export async function askInPlaintext(look: Look, to: string): Promise<PlaintextObservation> {
  const first = await ask(look, to, QUESTIONS[look.endpoint.service]);
  const left = remaining(first.answers, first.asked);
  if (left.length === 0 || look.connectionsLeft() === 0) return observationOf(first);
  return observationOf(joined(first, await ask(look, to, left)));
}

async function ask(look: Look, to: string, questions: readonly QuestionName[]): Promise<Round> {
  const step = await withConnection(look, (connection) => askOn(connection, look, to, questions));
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
  const { endpoint, settings, ports } = look;
  const request = streamRequest(look, to);
  const patienceMs = endpoint.transport === 'starttls' ? settings.timeoutMs : DIRECT_TLS_PATIENCE_MS;
  const { header, features } = await connection.converse(openStream(request), Math.min(patienceMs, settings.timeoutMs));
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
