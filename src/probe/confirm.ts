import type {
  Answers,
  DialbackObservation,
  EndpointObservation,
  PlaintextObservation,
  QuestionName,
} from '../model/observation.js';
import { accusations } from './accusations.js';
import { connectionsLeftAfter } from './connections.js';
import { askAlone, isFurther } from './further-questions.js';
import { beginLook, withMore, type Look, type ProbePorts, type ProbeSettings, type Subject } from './look.js';
import { mayHaveLetUsIn, tryDialback, wasTakenUp } from './plaintext-dialback.js';
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
  const { dialback, versionlessDialback, ...asked } = plaintext;
  const again = { dialback: mayHaveLetUsIn(plaintext), versionless: wasTakenUp(versionlessDialback) };
  const tries = [again.dialback, again.versionless].filter(Boolean).length;
  const wanted = CONNECTIONS_TO_ASK_AGAIN + tries;
  const budget = Math.min(wanted, connectionsLeftAfter(observation, { settings, ports }));
  if (budget < 1) return { ...observation, confirmation: observationOf(NOT_BEGUN) };
  const look = beginLook(endpoint, subject, settings, ports, budget, cost.connections);
  // Dialback goes first, because the questions take what is left; where they accuse as well, they get at least one.
  const kept = accusations(plaintext).length > 0 ? 1 : 0;
  const tryOnce = async (versionless: boolean): Promise<DialbackObservation | undefined> =>
    look.connectionsLeft() > kept ? tryDialback(look, to, versionless) : undefined;
  const second = again.dialback ? await tryOnce(false) : dialback;
  const secondVersionless = again.versionless ? await tryOnce(true) : versionlessDialback;
  const confirmation = {
    ...(await askAgain(look, to, asked)),
    ...(second === undefined ? {} : { dialback: second }),
    ...(secondVersionless === undefined ? {} : { versionlessDialback: secondVersionless }),
  };
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
