import type { TargetReport } from '../model/report.js';
import type { Occasion } from './comments.js';
import { type FindingChanges, compareFindings } from './findings.js';
import { fingerprintOf, maintenanceSign } from './maintenance.js';
import { addDays, dateOf, daysBetween, isWeekend, latest } from './moments.js';
import { type NextState, afresh, plaintextState, remember, without } from './phases.js';
import type { HeardCase, Rules, Step } from './steps.js';
import type { TransitionNumber } from './transitions.js';

/** The text is refreshed so often although nothing changed, so that it does not look abandoned. */
export const REFRESH_DAYS = 7;
/** Days of silence before each reminder: 7, 14, 28 days after the date, then every 30 days. */
const REMINDER_DAYS = [7, 7, 14, 30, 30, 30];
export const DEFAULT_GRACE_DAYS = 1;

/** What plaintext makes of an open issue: rows 6 to 8, 10, 13 and 19, or nothing new. */
export function stepPlaintext(
  { state }: HeardCase,
  target: TargetReport,
  isUnwaived: boolean,
  rules: Rules,
  now: string,
): Step {
  const changes = compareFindings(state.findings, target);
  // One thing at a time: what this run has changed already is not overtaken by the calendar when it is repeated.
  const isCounted = state.lastPlaintextAt === now;
  const plain = plaintextState(state, changes.standing, now);
  const next = isCounted ? plain : withFingerprint(plain, target);
  switch (state.phase) {
    case 'verifying':
      return { kind: 'update', because: 'plaintext again before the repair was proven', state: next, rows: [13] };
    case 'untracked':
      return { kind: 'update', because: 'a person reopened it, and it is still plaintext', state: afreshState(next) };
    case 'fixed':
      return {
        kind: 'update',
        because: 'a person reopened it, and plaintext is back',
        state: regressedState(next, now),
        rows: [15],
        occasions: [{ kind: 'regressed', fixedAt: state.fixedAt }],
      };
    case 'waived':
      return stepWaived(next, state, isCounted, now);
    default:
      break;
  }
  if (isUnwaived) {
    const occasions: readonly Occasion[] = [{ kind: 'waiver-over', until: undefined }];
    return { kind: 'update', because: 'still plaintext', state: next, occasions };
  }
  const due = target.waived || isCounted ? undefined : whatIsDue(state, next, target, rules, now);
  return due ? withChanges(due, changes) : stepUnchanged(state, next, changes, target.waived);
}

/** Row 15: another episode of an old case. */
export function regressedState(next: NextState, now: string): NextState {
  const state = { ...afresh(next), phase: 'regressed', regressedAt: now, regressions: next.regressions + 1 } as const;
  return remember(state, now, 'plaintext came back');
}

/** Row 19 at an open or a closed issue: it counts again. */
export function afterWaiver(next: NextState, now: string): NextState {
  const ended = without(next, 'waiver');
  return remember(plaintextState(ended, ended.findings ?? [], now), now, 'the waiver is over');
}

function afreshState(next: NextState): NextState {
  return { ...without(afresh(next), 'regressedAt'), phase: 'open' };
}

/** Remembered from the promise of a maintenance on, to see when it took place. */
function withFingerprint(next: NextState, target: TargetReport): NextState {
  const isAwaited = next.promise?.event !== undefined && next.overdueSince === undefined;
  if (!isAwaited || next.fingerprint !== undefined) return next;
  const fingerprint = fingerprintOf(target);
  return fingerprint.length === 0 ? next : { ...next, fingerprint };
}

function stepWaived(next: NextState, before: NextState, isCounted: boolean, now: string): Step {
  const until = next.waiver?.until ?? '';
  if (isCounted || dateOf(now) < until) return calm(before, next, `plaintext, but waived until ${until}`);
  return {
    kind: 'update',
    because: `the waiver ended on ${until}`,
    state: afterWaiver(next, now),
    rows: [19],
    occasions: [{ kind: 'waiver-over', until }],
  };
}

/** What the calendar, or a maintenance, brings today. */
function whatIsDue(
  before: NextState,
  next: NextState,
  target: TargetReport,
  rules: Rules,
  now: string,
): Step | undefined {
  const { promise } = next;
  if (next.phase === 'promised' && promise !== undefined) {
    const sign = promise.event === undefined ? undefined : maintenanceSign(before, target);
    if (sign) return overdue(next, 6, 'maintenance seems to be over', { kind: 'maintained', promise, sign }, now);
    const last = addDays(promise.due, rules.graceDays ?? DEFAULT_GRACE_DAYS);
    if (dateOf(now) <= last) return undefined;
    return overdue(next, 7, `${promise.due} has passed`, { kind: 'overdue', promise }, now);
  }
  if (next.phase === 'overdue') return reminder(next, rules, now);
  if (next.phase === 'open' || next.phase === 'regressed') return silenceNoted(next, rules, now);
  return undefined;
}

function overdue(next: NextState, row: TransitionNumber, why: string, occasion: Occasion, now: string): Step {
  const late = { ...without(next, 'outageAt', 'fingerprint'), phase: 'overdue', overdueSince: now } as const;
  const told = row === 6 ? 'the maintenance passed, still plaintext' : 'the promised date passed, still plaintext';
  const noticed = row === 6 ? { maintenanceAt: now } : {};
  const state = remember({ ...late, ...noticed, reminders: 0, remindedAt: now }, now, told);
  return { kind: 'update', because: `overdue: ${why}, still plaintext`, state, rows: [row], occasions: [occasion] };
}

function reminder(next: NextState, rules: Rules, now: string): Step | undefined {
  const { promise, reminders = 0, overdueSince = now } = next;
  const wait = REMINDER_DAYS[reminders];
  const since = latest(overdueSince, next.remindedAt, next.spokenAt);
  if (wait === undefined || daysBetween(dateOf(since), dateOf(now)) < wait) return undefined;
  if (rules.skipWeekends === true && isWeekend(now)) return undefined;
  return {
    kind: 'update',
    because: `still plaintext; reminder ${reminders + 1} of ${REMINDER_DAYS.length}`,
    state: { ...next, reminders: reminders + 1, remindedAt: now },
    rows: [8],
    occasions: [{ kind: 'reminder', promise, since: overdueSince, noticed: next.maintenanceAt === overdueSince }],
  };
}

function silenceNoted(next: NextState, { silenceDays = 0, skipWeekends }: Rules, now: string): Step | undefined {
  const since = latest(next.firstSeenAt, next.regressedAt, next.spokenAt);
  if (silenceDays === 0 || next.nudgedAt !== undefined || daysBetween(since, now) < silenceDays) return undefined;
  if (skipWeekends === true && isWeekend(now)) return undefined;
  return {
    kind: 'update',
    because: `nobody has answered for ${silenceDays} days`,
    state: { ...next, nudgedAt: now },
    rows: [10],
    occasions: [{ kind: 'silence', since }],
  };
}

/** Two things on one day are told in one comment. */
function withChanges(step: Step, changes: FindingChanges): Step {
  if (!isNews(changes)) return step;
  return { ...step, occasions: [...(step.occasions ?? []), { kind: 'changed', changes }] };
}

const isNews = ({ gone, fresh }: FindingChanges): boolean => gone.length + fresh.length > 0;

function stepUnchanged(before: NextState, next: NextState, changes: FindingChanges, waived: boolean): Step {
  if (isNews(changes) && !waived) {
    return {
      kind: 'update',
      because: 'what is found changed',
      state: next,
      occasions: [{ kind: 'changed', changes }],
    };
  }
  return calm(before, next, waived ? 'plaintext, but waived' : 'still plaintext');
}

/** Written down when the week is over, or when something has to be remembered. */
function calm(before: NextState, next: NextState, because: string): Step {
  const isDue = daysBetween(before.lastPlaintextAt, next.lastPlaintextAt) >= REFRESH_DAYS;
  const isBack = before.unreachableSince !== undefined;
  const isMarked = next.fingerprint !== before.fingerprint;
  return { kind: 'update', because, state: next, quiet: !isDue && !isBack && !isMarked };
}
