import type { Target } from '../model/target.js';
import { quote } from './reading.js';
import type { HostEntry } from './targets.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Longest time ahead that a promise is taken over (issues/words.ts). */
const MOST_DAYS = 400;

/** Remarks about promises that have passed or are too far ahead. `today` is an ISO date. */
export function promiseWarnings(targets: readonly Target[], today: string): string[] {
  return targets.flatMap(({ domain, promise }) => {
    if (promise === undefined || promise === 'next-maintenance') return [];
    if (promise < today)
      return [`the promise of ${quote(domain)}, ${promise}, has passed: unless it is repaired, it is overdue`];
    const days = (Date.parse(promise) - Date.parse(today)) / DAY_MS;
    return days > MOST_DAYS
      ? [`the promise of ${quote(domain)}, ${promise}, is more than ${MOST_DAYS} days ahead and is not taken over`]
      : [];
  });
}

/** Nobody was written to tomorrow; a day more is granted, since it may be tomorrow where the user is. */
export function contactMistakes(entries: readonly HostEntry[], today: string): string[] {
  const tomorrow = new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10);
  return entries.flatMap(({ contacted, domain, place, componentOf }) =>
    contacted !== undefined && componentOf === undefined && contacted > tomorrow
      ? [
          `${place}: contacted is ${contacted} for ${quote(domain)}, which is in the future: write the day on which it was`,
        ]
      : [],
  );
}
