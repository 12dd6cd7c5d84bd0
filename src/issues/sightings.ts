import type { EndpointReport } from '../model/report.js';
import { digest } from './digest.js';
import { placeOfEndpoint, placeOfKey } from './findings.js';
import { dateOf } from './moments.js';
import { episodeStart, type NextState, without } from './phases.js';

/** Enough to tell the endpoints of one domain apart, and short: the marker has to hold it. */
const keyOf = (place: string): string => digest(place).slice(0, 8);

/** The state with what {@link sightingsOf} says. */
export function withSightings(before: NextState, next: NextState, now: string): NextState {
  const sightings = sightingsOf(before, next, now);
  const others = without(next, 'sightings');
  return sightings === undefined ? others : { ...others, sightings };
}

/**
 * `key date` of every place where plaintext was found later than at the others: what `next` has found and `before` had
 * not. A new episode begins everywhere on the same day; what was repaired in between is forgotten.
 */
function sightingsOf(before: NextState, next: NextState, now: string): readonly string[] | undefined {
  if (before.findings === undefined || episodeStart(before) !== episodeStart(next)) return undefined;
  const known = new Map((before.sightings ?? []).map((sighting) => [sighting.split(' ')[0], sighting]));
  const wereThere = new Set(before.findings.map(placeOfKey));
  const places = [...new Set((next.findings ?? []).map(placeOfKey))];
  const sightings = places.flatMap((place) => {
    const key = keyOf(place);
    return known.get(key) ?? (wereThere.has(place) ? [] : `${key} ${dateOf(now)}`);
  });
  return sightings.length === 0 ? undefined : sightings;
}

/** The day on which plaintext was first seen at an endpoint, in this episode. */
export function firstSeenOn(endpoint: EndpointReport, state: Omit<NextState, 'evidence'>): string {
  const key = keyOf(placeOfEndpoint(endpoint));
  const sighting = (state.sightings ?? []).find((one) => one.startsWith(`${key} `));
  return sighting?.split(' ')[1] ?? dateOf(episodeStart(state));
}
