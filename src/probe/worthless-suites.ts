import type { Endpoint } from '../model/endpoint.js';
import { notReached, type Step } from '../model/failure.js';
import { SUITE_CLASSES, type EndpointObservation, type SuiteAnswer, type SuiteAnswers } from '../model/observation.js';
import { accusations } from './accusations.js';
import type { Connection } from './connection.js';
import { ALPN } from './direct-tls-endpoint.js';
import type { Look } from './look.js';
import { failedWith, type MainSteps } from './main-steps.js';
import { beginQuestions, finishQuestions, type Round } from './plaintext-questions.js';
import { enterAndOffer, offerClassByClass, offerSuites, type WayIn } from './tls-offers.js';

/** What became of the offer of all worthless suites; undefined where it was not made. */
type Offered = Step<SuiteAnswer> | undefined;

export interface QuestionsAndOffer {
  readonly round: Round;
  readonly offered: Offered;
}

/**
 * Asks the plaintext questions and offers worthless suites behind the first `<proceed/>` that closes some of them, which
 * costs no connection. What an earlier try has seen stands.
 */
export async function askAndOfferSuites(
  look: Look,
  to: string,
  before?: QuestionsAndOffer,
): Promise<QuestionsAndOffer> {
  const made: Promise<Step<SuiteAnswer>>[] = before?.offered === undefined ? [] : [Promise.resolve(before.offered)];
  const offer = async (connection: Connection): Promise<void> => {
    if (made.length > 0) return;
    const answer = offerSuites(connection, look, SUITE_CLASSES);
    made.push(answer);
    await answer;
  };
  const first = await beginQuestions(look, to, before?.round, offer);
  const round = await finishQuestions(look, to, first, offer);
  return { round, offered: await made[0] };
}

/**
 * Makes the offers that are left: all suites on a connection of its own where the server ended every stream before, or,
 * once the main connection is known, where the port is TLS from the first byte; and class by class where some were taken.
 */
export async function finishOffers(
  look: Look,
  to: string,
  entering: Promise<MainSteps>,
  { round, offered }: QuestionsAndOffer,
): Promise<SuiteAnswers> {
  // A second look at what already speaks against the server needs a connection.
  const kept = accusations(round).length > 0 ? 1 : 0;
  const starttls: WayIn = { by: 'starttls', to };
  if (offered !== undefined) return offerClassByClass(look, starttls, offered, kept);
  if (mayStillProceed(round)) {
    return offerClassByClass(look, starttls, await enterAndOffer(look, starttls, SUITE_CLASSES, kept), kept);
  }
  const steps = await entering;
  const way = wayInto(look.endpoint, steps, to);
  const never = way.by === 'starttls' || !beganHandshake(steps);
  const made = never ? notReached('starttls') : await enterAndOffer(look, way, SUITE_CLASSES, kept);
  return offerClassByClass(look, way, made, kept);
}

/** Directly where the main connection went in so, or nobody answers a plaintext stream; else by STARTTLS. */
export function wayInto(
  { service }: Pick<Endpoint, 'service'>,
  { header, handshake, withAlpn, plaintext }: MainSteps & Partial<Pick<EndpointObservation, 'plaintext'>>,
  to: string,
): WayIn {
  const direct = handshake.state === 'done' || plaintext?.header.state !== 'done';
  if (header.state === 'done' || !direct) return { by: 'starttls', to };
  return withAlpn === undefined ? { by: 'direct-tls', alpn: ALPN[service] } : { by: 'direct-tls' };
}

/** A server that has nothing but worthless suites ends our usual handshake with an alert; a hang-up may be chance. */
function beganHandshake({ handshake }: MainSteps): boolean {
  return handshake.state === 'done' || failedWith(handshake, 'tls.alert', 'tls.local-refusal');
}

/** Whether every stream was over before `<starttls/>` was answered, and the server offers it. */
function mayStillProceed({ sentinel, features }: Round): boolean {
  return sentinel.state !== 'done' && features.state === 'done' && features.value.starttls !== 'absent';
}
