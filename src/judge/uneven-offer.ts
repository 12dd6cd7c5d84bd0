import { endpointName } from '../model/endpoint.js';
import type { Service } from '../model/target.js';
import type { EndpointVerdict } from '../model/verdict.js';

/** The checks that read whether STARTTLS is offered. */
const OFFER_CHECKS: Readonly<Record<Service, string>> = {
  c2s: 'c2s-offers-starttls',
  s2s: 's2s-offers-starttls',
};

/**
 * A remark where one service offers STARTTLS at some of its endpoints and not at others: either they are configured
 * differently, or the offer is stripped on the way to some of them (RFC 7590 section 3.1).
 */
export function remarkOnUnevenOffer(service: Service, endpoints: readonly EndpointVerdict[]): readonly string[] {
  const namesWith = (wanted: 'pass' | 'fail'): readonly string[] =>
    endpoints
      .filter(({ outcomes }) =>
        outcomes.some(({ check, outcome }) => check === OFFER_CHECKS[service] && outcome.outcome === wanted),
      )
      .map(({ endpoint }) => endpointName(endpoint));
  const [offering, lacking] = [namesWith('pass'), namesWith('fail')];
  if (offering.length === 0 || lacking.length === 0) return [];
  return [
    `STARTTLS is offered at ${offering.join(', ')} and not at ${lacking.join(', ')}: they are configured differently, or the offer is stripped on the way`,
  ];
}
