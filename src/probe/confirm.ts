import type { Answers, EndpointObservation, PlaintextObservation, QuestionName } from '../model/observation.js';
import { accusations } from './accusations.js';
import { connectionsLeftAfter } from './connections.js';
import { askAlone, isFurther } from './further-questions.js';
import { beginLook, withMore, type Look, type ProbePorts, type ProbeSettings, type Subject } from './look.js';
import { tryDialback } from './plaintext-dialback.js';
import { askThese, NOT_BEGUN, observationOf, questionsOf } from './plaintext-questions.js';
import { enterAndOffer } from './tls-offers.js';
import { confirmWebDoor, isWebDoor } from './web-door.js';
import { wayInto } from './worthless-suites.js';

/** Connections that the questions of a second look may take, and dialback one beside them. */
const CONNECTIONS_TO_ASK_AGAIN = 2;

/** Asks once more, on fresh connections, what speaks against the server, and adds the answers to the observation. */
export async function confirmPlaintext(
  observation: EndpointObservation,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
): Promise<EndpointObservation> {
  const { endpoint, cost, plaintext, to = subject.unicodeDomain } = observation;
  if (isWebDoor(endpoint)) return confirmWebDoor(observation, endpoint, subject, settings, ports);
  const byDialback = mayHaveLetUsIn(plaintext);
  const wanted = CONNECTIONS_TO_ASK_AGAIN + (byDialback ? 1 : 0);
  const budget = Math.min(wanted, connectionsLeftAfter(observation, { settings, ports }));
  if (budget < 1) return { ...observation, confirmation: observationOf(NOT_BEGUN) };
  const look = beginLook(endpoint, subject, settings, ports, budget, cost.connections);
  const { dialback: before, ...asked } = plaintext;
  // Dialback goes first, because the questions take what is left; where they accuse as well, they get at least one.
  const triesAgain = byDialback && (budget > 1 || accusations(plaintext).length === 0);
  const again = triesAgain ? await tryDialback(look, to) : undefined;
  const dialback = byDialback ? again : before;
  const answered = await askAgain(look, to, asked);
  const confirmation = dialback === undefined ? answered : { ...answered, dialback };
  return { ...observation, confirmation, ...withMore(observation, look) };
}

/** Offers NULL suites alone once more, on a fresh connection, and adds the answer to the observation. */
export async function confirmNullSuites(
  observation: EndpointObservation,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
): Promise<EndpointObservation> {
  const { endpoint, cost, to = subject.unicodeDomain } = observation;
  const budget = connectionsLeftAfter(observation, { settings, ports });
  const look = beginLook(endpoint, subject, settings, ports, budget, cost.connections);
  const nullSuitesAgain = await enterAndOffer(look, wayInto(endpoint, observation, to), ['null']);
  return { ...observation, nullSuitesAgain, ...withMore(observation, look) };
}

/**
 * Asks again what speaks against the server, and nothing else, so that no other question can come in its way or take its
 * connection. All other answers stand; of the former, those count that were given once more. A first message of SCRAM
 * outside of SASL2 may count towards a ban and is sent once.
 */
async function askAgain(look: Look, to: string, before: PlaintextObservation): Promise<PlaintextObservation> {
  const accusing = accusations(before);
  let answers = without(before.answers, accusing);
  for (const question of accusing.filter(isFurther)) {
    if (question === 'sasl-scram' || look.connectionsLeft() <= 0) continue;
    answers = { ...answers, [question]: await askAlone(look, to, question, before) };
  }
  const together = accusing.filter((question) => !isFurther(question));
  const all = accusing.length === 0 ? questionsOf(look) : together;
  if (all.length === 0 || look.connectionsLeft() <= 0) return observationOf({ ...before, asked: [] }, answers);
  const round = await askThese(look, to, all);
  return observationOf(round, { ...answers, ...round.answers });
}

function without(answers: Answers, questions: readonly QuestionName[]): Partial<Answers> {
  const rest = Object.entries(answers).filter(([question]) => !questions.includes(question as QuestionName));
  return Object.fromEntries(rest) as Partial<Answers>;
}

/** Whether dialback can be what speaks against the server: only then is it worth a connection of the second look. */
function mayHaveLetUsIn({ answers, dialback }: PlaintextObservation): boolean {
  const external = answers['sasl-external'];
  const servesSasl = external.state === 'done' && external.value.kind === 'sasl-failure';
  return dialback?.ping.state === 'done' || (dialback?.result.state === 'done' && servesSasl);
}
