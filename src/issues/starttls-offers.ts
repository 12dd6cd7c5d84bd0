import { endpointName } from '../model/endpoint.js';
import type { EndpointReport, TargetReport } from '../model/report.js';
import { digest } from './digest.js';
import { type NextState, remember, without } from './phases.js';

/** Endpoints that are remembered; more would not fit the marker. */
const REMEMBERED = 32;
const DIGITS = 8;

/**
 * What became of the offer of STARTTLS, as far as the case can tell: RFC 7590 section 3.1 warns of offers that are taken
 * out on the way, and only who saw them before can notice. Each endpoint is told of once in an episode.
 */
export interface NotedOffers {
  readonly state: NextState;
  /** Endpoints that offered STARTTLS when they were seen before, and do not any more. */
  readonly lost: readonly EndpointReport[];
}

/** Remembers who offers STARTTLS, and notes who stopped. */
export function noteOffers(state: NextState, target: TargetReport, now: string): NotedOffers {
  const { offers = [], withdrawn = [] } = state;
  const offering = target.endpoints.filter((endpoint) => offerOf(endpoint) === 'offered').map(shortPlace);
  const missing = target.endpoints.filter((endpoint) => offerOf(endpoint) === 'missing');
  const isNews = (place: string): boolean => offers.includes(place) && !withdrawn.includes(place);
  const lost = inOrder(missing.filter((endpoint) => isNews(shortPlace(endpoint))));
  const gone = missing.map(shortPlace);
  const next: NextState = {
    ...without(state, 'offers', 'withdrawn'),
    ...list('offers', [...offers.filter((place) => !gone.includes(place)), ...offering]),
    ...list('withdrawn', [...withdrawn, ...lost.map(shortPlace)]),
  };
  if (lost.length === 0) return { state: next, lost };
  return { state: remember(next, now, `STARTTLS is not offered any more at ${placesInWords(lost)}`), lost };
}

/** The endpoints of which people were told that they stopped offering STARTTLS, and which do not offer it now either. */
export function withdrawnOffers(
  { withdrawn = [] }: Pick<NextState, 'withdrawn'>,
  target: TargetReport,
): EndpointReport[] {
  return inOrder(
    target.endpoints.filter((endpoint) => offerOf(endpoint) === 'missing' && withdrawn.includes(shortPlace(endpoint))),
  );
}

/** `c2s xmpp.example.org:5222 [192.0.2.1] and 2 more`. Hostile: host names come from the DNS. */
export function placesInWords(endpoints: readonly EndpointReport[]): string {
  const [first, ...others] = endpoints;
  if (first === undefined) return '';
  return `${first.service} ${endpointName(first)}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}

/** On both connections: behind a load balancer one node may offer what the other does not. */
function offerOf({ transport, observation }: EndpointReport): 'offered' | 'missing' | 'unknown' {
  if (transport !== 'starttls') return 'unknown';
  const seen = [observation.features, observation.plaintext.features].flatMap((step) =>
    step.state === 'done' ? [step.value.starttls !== 'absent'] : [],
  );
  if (seen.length === 0) return 'unknown';
  return seen.some((isOffered) => isOffered) ? 'offered' : 'missing';
}

/** By name: the DNS gives endpoints out in an order that changes. */
function inOrder(endpoints: readonly EndpointReport[]): EndpointReport[] {
  return [...endpoints].sort((a, b) => (placesInWords([a]) < placesInWords([b]) ? -1 : 1));
}

const shortPlace = ({ service, host, port, address }: EndpointReport): string =>
  digest([service, host, port, address].join(' ')).slice(0, DIGITS);

function list(name: 'offers' | 'withdrawn', places: readonly string[]): Partial<NextState> {
  const kept = [...new Set(places)].sort().slice(0, REMEMBERED);
  return kept.length === 0 ? {} : { [name]: kept };
}
