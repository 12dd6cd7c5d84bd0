import type { Endpoint } from '../model/endpoint.js';
import { notReached, type Step } from '../model/failure.js';
import {
  SUITE_CLASSES,
  type EndpointObservation,
  type PlaintextObservation,
  type SuiteAnswer,
  type SuiteAnswers,
} from '../model/observation.js';
import type { Connection } from './connection.js';
import { ALPN } from './direct-tls-endpoint.js';
import type { Look } from './look.js';
import { failedWith, type MainSteps } from './main-steps.js';
import { beginQuestions, finishQuestions, type Round } from './plaintext-questions.js';
import { enterAndOffer, offerClassByClass, offerSuites, type WayIn } from './tls-offers.js';

/** What became of the offer of all worthless suites; undefined where it was not made. */
type Offered = Step<SuiteAnswer> | undefined;

export interface QuestionsAndOffer {
  readonly plaintext: PlaintextObservation;
  /** Need not be there yet: nothing else depends on it. */
  readonly offered: Promise<Offered>;
}

/**
 * Asks the plaintext questions and offers worthless suites behind the first `<proceed/>` that closes some of them, which
 * costs no connection. Where the server ended every stream before, the offer takes a connection of its own.
 */
export async function askAndOfferSuites(look: Look, to: string): Promise<QuestionsAndOffer> {
  const behindProceed: Promise<Step<SuiteAnswer>>[] = [];
  const offer = async (connection: Connection): Promise<void> => {
    if (behindProceed.length > 0) return;
    const answer = offerSuites(connection, look, SUITE_CLASSES);
    behindProceed.push(answer);
    await answer;
  };
  const first = await beginQuestions(look, to, offer);
  const plaintext = finishQuestions(look, to, first, offer);
  const offered = plaintext.then((): Offered | Promise<Offered> => {
    const apart = behindProceed.length === 0 && mayStillProceed(first);
    return apart ? enterAndOffer(look, { by: 'starttls', to }, SUITE_CLASSES) : behindProceed[0];
  });
  return { plaintext: await plaintext, offered };
}

/**
 * Makes the offers that are left once the main connection is known: the first one on a port that is TLS from the first
 * byte, and the others where one was taken.
 */
export async function offerRemainingSuites(
  look: Look,
  to: string,
  steps: MainSteps,
  offered: Offered,
): Promise<SuiteAnswers> {
  if (offered !== undefined) return offerClassByClass(look, { by: 'starttls', to }, offered);
  const way = wayInto(look.endpoint, steps, to);
  if (way.by === 'starttls' || !beganHandshake(steps)) return offerClassByClass(look, way, notReached('starttls'));
  return offerClassByClass(look, way, await enterAndOffer(look, way, SUITE_CLASSES));
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

/** Whether the stream was over before `<starttls/>` was answered, and the server offers it. */
function mayStillProceed({ sentinel, features }: Round): boolean {
  return sentinel.state !== 'done' && features.state === 'done' && features.value.starttls !== 'absent';
}
