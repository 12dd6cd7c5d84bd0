import type { Endpoint } from '../model/endpoint.js';
import { notReached, type Step } from '../model/failure.js';
import {
  SUITE_CLASSES,
  type EndpointObservation,
  type PlaintextObservation,
  type SuiteAnswer,
  type SuiteAnswers,
} from '../model/observation.js';
import { accusations } from './accusations.js';
import { ALPN } from './direct-tls-endpoint.js';
import type { Look } from './look.js';
import { failedWith, type MainSteps } from './main-steps.js';
import type { OnProceed } from './plaintext-questions.js';
import { enterAndOffer, offerClassByClass, offerSuites, type WayIn } from './tls-offers.js';

/** The offer of all worthless suites, which is made once. */
export interface FirstOffer {
  /** Makes it behind this `<proceed/>`, which costs no connection, unless it was made; the connection stays open for it. */
  readonly makeBehindProceed: OnProceed;
  /** What becomes of it; undefined where it was not made. */
  readonly made: () => Promise<Step<SuiteAnswer>> | undefined;
}

/** `before`: what became of it in an earlier try. */
export function openOffer(look: Look, before?: Step<SuiteAnswer>): FirstOffer {
  let made = before === undefined ? undefined : Promise.resolve(before);
  return {
    makeBehindProceed(connection) {
      if (made !== undefined) return;
      made = offerSuites(connection, look, SUITE_CLASSES);
      connection.hold(made);
    },
    made: () => made,
  };
}

/**
 * Makes the offers that are left: all suites on a connection of its own where the server ended every stream before, or,
 * once the main connection is known, where the port is TLS from the first byte; and class by class where some were taken.
 * `seen`: all answers so far; `areAsked`: no question is left that may need a connection.
 */
export async function finishOffers(
  look: Look,
  to: string,
  entering: Promise<MainSteps>,
  offer: FirstOffer,
  seen: PlaintextObservation,
  areAsked: boolean,
): Promise<SuiteAnswers> {
  // A second look at what already speaks against the server needs a connection.
  const kept = accusations(seen).length > 0 ? 1 : 0;
  const { way, answer } = await firstOffer(look, to, entering, offer, seen, kept);
  return offerClassByClass(look, way, answer, kept, areAsked);
}

async function firstOffer(
  look: Look,
  to: string,
  entering: Promise<MainSteps>,
  offer: FirstOffer,
  seen: PlaintextObservation,
  kept: number,
): Promise<{ readonly way: WayIn; readonly answer: Step<SuiteAnswer> }> {
  const starttls: WayIn = { by: 'starttls', to };
  const offered = await offer.made();
  if (offered !== undefined) return { way: starttls, answer: offered };
  if (mayStillProceed(seen)) {
    return { way: starttls, answer: await enterAndOffer(look, starttls, SUITE_CLASSES, kept) };
  }
  const steps = await entering;
  const way = wayInto(look.endpoint, steps, to);
  const never = way.by === 'starttls' || !beganHandshake(steps);
  return { way, answer: never ? notReached('starttls') : await enterAndOffer(look, way, SUITE_CLASSES, kept) };
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
function mayStillProceed({ sentinel, features }: PlaintextObservation): boolean {
  return sentinel.state !== 'done' && features.state === 'done' && features.value.starttls !== 'absent';
}
