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

/** The UTC date of an instant. */
export function dateOf(instant: string): string {
  return instant.slice(0, 10);
}

/** The date so many days after a date or an instant. */
export function addDays(from: string, days: number): string {
  return dateOf(new Date(Date.parse(dateOf(from)) + days * DAY_MS).toISOString());
}

/** Whether a text is a date of the calendar: `2026-12-01`, and not `2026-02-30`. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** Whether an instant is on a Saturday or Sunday in UTC. */
export function isWeekend(instant: string): boolean {
  return [0, 6].includes(new Date(instant).getUTCDay());
}

/** The later of two instants, either of which may be missing. */
export function latest(...instants: readonly (string | undefined)[]): string {
  return instants.reduce<string>((last, one) => (one !== undefined && one > last ? one : last), '');
}
