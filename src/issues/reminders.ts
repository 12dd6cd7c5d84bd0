import type { TargetReport } from '../model/report.js';
import { maintenanceSign } from './maintenance.js';
import { addDays, dateOf, daysBetween, isWeekend, latest } from './moments.js';
import { episodeStart, type NextState, overdueState } from './phases.js';
import type { Rules, Step } from './steps.js';

const DEFAULT_GRACE_DAYS = 1;
/** Days after the date; the last one is the time between all reminders that follow. */
const DEFAULT_REMIND_DAYS = [7, 14, 28, 30];
const MOST_REMINDERS = 6;

/** What the calendar, or a maintenance, brings today to a case that is plaintext: rows 6, 7, 8 and 10. */
export function whatIsDue(
  before: NextState,
  next: NextState,
  target: TargetReport,
  rules: Rules,
  now: string,
): Step | undefined {
  switch (next.phase) {
    case 'promised':
      return promiseDue(before, next, target, rules, now);
    case 'overdue':
      return reminder(next, rules, now);
    case 'open':
    case 'acknowledged':
    case 'regressed':
      return silenceNoted(next, rules, now);
    default:
      return undefined;
  }
}

function promiseDue(
  before: NextState,
  next: NextState,
  target: TargetReport,
  { graceDays = DEFAULT_GRACE_DAYS }: Rules,
  now: string,
): Step | undefined {
  const { promise } = next;
  if (promise === undefined) return undefined;
  const overdue = (why: string, told: string): Pick<Step, 'kind' | 'because' | 'state'> => ({
    kind: 'update',
    because: `overdue: ${why}, still plaintext`,
    state: overdueState(next, now, told),
  });
  const sign = promise.event === undefined ? undefined : maintenanceSign(before, target);
  if (sign) {
    const step = overdue('maintenance seems to be over', 'the maintenance passed, still plaintext');
    const state = { ...step.state, maintenanceAt: now };
    return { ...step, state, rows: [6], occasions: [{ kind: 'maintained', promise, sign }] };
  }
  if (dateOf(now) <= addDays(promise.due, graceDays)) return undefined;
  const step = overdue(`${promise.due} has passed`, 'the promised date passed, still plaintext');
  return { ...step, rows: [7], occasions: [{ kind: 'overdue', promise }] };
}

function reminder(next: NextState, { remindDays, skipWeekends }: Rules, now: string): Step | undefined {
  const { promise, reminders = 0, overdueSince = now } = next;
  const waits = waitsBetween(remindDays ?? DEFAULT_REMIND_DAYS);
  const wait = waits[reminders];
  const since = latest(overdueSince, next.remindedAt, next.spokenAt);
  if (wait === undefined || daysBetween(dateOf(since), dateOf(now)) < wait) return undefined;
  if (skipWeekends === true && isWeekend(now)) return undefined;
  return {
    kind: 'update',
    because: `still plaintext; reminder ${reminders + 1} of ${waits.length}`,
    state: { ...next, reminders: reminders + 1, remindedAt: now },
    rows: [8],
    occasions: [{ kind: 'reminder', promise, since: overdueSince, noticed: next.maintenanceAt === overdueSince }],
  };
}

/** Days of silence before each reminder: 7, 14, 28 and then every 30 days after the date is 7, 7, 14, 30, 30, 30. */
function waitsBetween(remindDays: readonly number[]): number[] {
  const every = remindDays.at(-1);
  if (every === undefined) return [];
  const dated = remindDays.length === 1 ? [] : remindDays.slice(0, -1);
  const waits = dated.map((day, index) => day - (dated[index - 1] ?? 0));
  return [...waits, ...Array.from({ length: MOST_REMINDERS }, () => every)].slice(0, MOST_REMINDERS);
}

/**
 * Row 10. Having been written to, or having said once that it is in hand, does not end a silence for ever: it begins a
 * new one, and each is pointed out once.
 */
function silenceNoted(next: NextState, { silenceDays = 0, skipWeekends }: Rules, now: string): Step | undefined {
  const { spokenAt, acknowledgedAt, contactedOn, nudgedAt = '' } = next;
  const contactedAt = contactedOn === undefined ? undefined : `${contactedOn}T00:00:00.000Z`;
  const since = latest(episodeStart(next), spokenAt, acknowledgedAt, contactedAt);
  if (silenceDays === 0 || nudgedAt >= since || daysBetween(since, now) < silenceDays) return undefined;
  if (skipWeekends === true && isWeekend(now)) return undefined;
  return {
    kind: 'update',
    because: `nobody has answered for ${silenceDays} days`,
    state: { ...next, nudgedAt: now },
    rows: [10],
    occasions: [{ kind: 'silence', since }],
  };
}
