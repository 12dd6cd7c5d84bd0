import { addressFamily } from '../dns/addresses.js';
import { isEncrypted } from '../model/endpoint.js';
import type { EndpointObservation } from '../model/observation.js';
import { SUITE_CLASSES } from '../model/observation.js';
import type { ProbePorts, ProbeSettings, Subject } from './look.js';
import { failedWith, type MainSteps } from './main-steps.js';
import { enterAndOffer, offerClassByClass, type WayIn } from './tls-offers.js';
import { budgetFor, lastNumber, openLedger, UNTOUCHED, type Ledger, type PortHistory } from './web-budget.js';
import type { WebDoor } from './web-entrance.js';

/** As a browser comes in. */
const HTTPS: WayIn = { by: 'direct-tls', alpn: 'http/1.1' };

/** The certificate of a web server names its host, whatever domain is served behind it. */
export function secureSubject({ url }: WebDoor): Subject {
  const domain = new URL(url).hostname.replace(/^\[|\]$/gu, '');
  return { domain, unicodeDomain: domain };
}

/**
 * Offers worthless cipher suites at an `https:` or `wss:` address, as on a port for direct TLS: a server that takes a NULL
 * suite there lets passwords be read, however good the suite is that it prefers. Once for all doors behind the same TLS.
 */
export async function offerSuitesOverHttps(
  door: WebDoor,
  { handshake }: MainSteps,
  ledger: Ledger,
  { suites }: PortHistory,
): Promise<Pick<EndpointObservation, 'worthlessSuites' | 'nullSuitesAgain'>> {
  if (suites !== undefined) return suites;
  // A server that has nothing better ends the usual handshake with an alert. SNI has no room for an address.
  const mayHandshake = handshake.state === 'done' || failedWith(handshake, 'tls.alert', 'tls.local-refusal');
  if (!mayHandshake || ledger.left() <= 0 || addressFamily(secureSubject(door).domain) !== undefined) return {};
  const look = ledger.begin(secureSubject(door));
  const worthlessSuites = await offerClassByClass(look, HTTPS, await enterAndOffer(look, HTTPS, SUITE_CLASSES), 0);
  ledger.add(look);
  return { worthlessSuites };
}

/** Offers NULL suites alone once more, on a fresh connection, and adds the answer to the observation. */
export async function confirmNullSuitesOverHttps(
  observation: EndpointObservation,
  door: WebDoor,
  settings: ProbeSettings,
  ports: ProbePorts,
  before: PortHistory = UNTOUCHED,
): Promise<EndpointObservation> {
  const budget = budgetFor(door, before, observation);
  const subject = secureSubject(door);
  const ledger = openLedger({ endpoint: door, subject, settings, ports }, budget, lastNumber(observation));
  const look = ledger.begin();
  const nullSuitesAgain = await enterAndOffer(look, HTTPS, ['null']);
  ledger.add(look);
  return { ...observation, nullSuitesAgain, ...ledger.after(observation) };
}

/** Whether the TLS of one door is that of another one as well. */
export function sharesTls(a: WebDoor, b: WebDoor): boolean {
  return isEncrypted(a) && isEncrypted(b) && secureSubject(a).domain === secureSubject(b).domain;
}
