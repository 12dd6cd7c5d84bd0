import type { Target } from '../model/target.js';
import { quote } from './reading.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Longest time ahead that a waiver is taken for a date and not for a habit. */
const LONG_DAYS = 365;

/** Remarks about waivers that have ended or hardly ever will. `today` is an ISO date. */
export function waiverWarnings(targets: readonly Target[], today: string): string[] {
  return targets
    .filter((target) => target.componentOf === undefined)
    .flatMap(({ domain, waivers }) =>
      waivers.flatMap(({ until }) => {
        if (until <= today) return [`the waiver of ${quote(domain)} ended on ${until} and no longer counts`];
        const days = (Date.parse(until) - Date.parse(today)) / DAY_MS;
        return days > LONG_DAYS
          ? [`the waiver of ${quote(domain)} runs until ${until}, more than a year from today`]
          : [];
      }),
    );
}
