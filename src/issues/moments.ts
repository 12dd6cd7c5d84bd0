const DAY_MS = 86_400_000;

/** Whole days between two ISO instants, never less than 0. */
export function daysBetween(earlier: string, later: string): number {
  return Math.max(0, Math.floor((Date.parse(later) - Date.parse(earlier)) / DAY_MS));
}

/** `less than a day`, `1 day`, `12 days`. */
export function daysInWords(days: number): string {
  if (days === 0) return 'less than a day';
  return days === 1 ? '1 day' : `${days} days`;
}

/** `2026-11-22 03:23 UTC`. */
export function momentInWords(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
