import type { EndpointReport, TargetReport } from '../model/report.js';
import type { Occasion } from './comments.js';
import { type Found, changesIn, foundAgain } from './findings.js';
import { fingerprintOf } from './maintenance.js';
import { dateOf, daysBetween } from './moments.js';
import { type NextState, plaintextState, remember, waiverEnded, without } from './phases.js';
import { whatIsDue } from './reminders.js';
import { noteOffers } from './starttls-offers.js';
import type { HeardCase, Rules, Step } from './steps.js';

/** Changes of what is found are told so often at most; the description has them at once. */
const CHANGES_DAYS = 7;

/** What plaintext makes of an open issue: rows 6 to 8, 10, 13, 19, 24 and 25, or nothing new. */
export function stepPlaintext(
  { state }: HeardCase,
  target: TargetReport,
  isUnwaived: boolean,
  rules: Rules,
  now: string,
): Step {
  const found = foundAgain(state, target);
  // One thing at a time: what this run has changed already is not overtaken by the calendar when it is repeated.
  const isCounted = state.lastPlaintextAt === now;
  const plain = plaintextState(state, found, now);
  const next = isCounted ? plain : withFingerprint(plain, target);
  const step = stepOpen(state, next, found, { target, isUnwaived, isCounted, rules, now });
  return withOffers(step, target, now);
}

/** What all decisions about one plaintext run need. */
interface Sight {
  readonly target: TargetReport;
  readonly isUnwaived: boolean;
  readonly isCounted: boolean;
  readonly rules: Rules;
  readonly now: string;
}

function stepOpen(before: NextState, next: NextState, found: Found, sight: Sight): Step {
  const { target, isUnwaived, isCounted, rules, now } = sight;
  if (before.phase === 'verifying')
    return { kind: 'update', because: 'plaintext again before the repair was proven', state: next, rows: [13] };
  if (before.phase === 'waived') return stepWaived(before, next, sight);
  if (isUnwaived && !target.waived) {
    const occasions: readonly Occasion[] = [{ kind: 'waiver-over', until: undefined }];
    return { kind: 'update', because: 'still plaintext', state: next, occasions };
  }
  const isQuiet = target.waived || isCounted || rules.isDeaf === true;
  const due = isQuiet ? undefined : whatIsDue(before, next, target, rules, now);
  if (due) return found.hasHeld ? withChanges(due, found, now) : due;
  // A promise was made, and it is quiet until then.
  const isTold = found.hasHeld && !isQuiet && next.phase !== 'promised' && isTimeToTell(next, now);
  if (isTold) return withChanges({ kind: 'update', because: 'what is found changed', state: next }, found, now);
  return calm(before, next, rules, target.waived ? 'plaintext, but waived' : 'still plaintext');
}

/** Row 19 at an open or a closed issue: it counts again. */
export function afterWaiver(state: NextState, found: Found, now: string): NextState {
  return remember(plaintextState(waiverEnded(state, now), found, now), now, 'the waiver is over');
}

/** Remembered from the promise of a maintenance on, to see when it took place. */
function withFingerprint(next: NextState, target: TargetReport): NextState {
  const isAwaited = next.promise?.event !== undefined && next.overdueSince === undefined;
  if (!isAwaited || next.fingerprint !== undefined) return next;
  const fingerprint = fingerprintOf(target);
  return fingerprint.length === 0 ? next : { ...next, fingerprint };
}

function stepWaived(before: NextState, next: NextState, { target, isCounted, rules, now }: Sight): Step {
  const until = next.waiver?.until ?? '';
  if (isCounted || dateOf(now) < until) return calm(before, next, rules, `plaintext, but waived until ${until}`);
  // It does not count again before both waivers are over.
  if (target.waived) return calm(before, next, rules, 'plaintext, but waived in the configuration');
  const { findings: standing = [], untold = [] } = next;
  return {
    kind: 'update',
    because: `the waiver ended on ${until}`,
    state: afterWaiver(next, { standing, untold, hasHeld: false }, now),
    rows: [19],
    occasions: [{ kind: 'waiver-over', until }],
  };
}

const isTimeToTell = ({ changedAt }: NextState, now: string): boolean =>
  changedAt === undefined || daysBetween(changedAt, now) >= CHANGES_DAYS;

/** Row 24, on its own or together with something else: two things on one day are told in one comment. */
function withChanges(step: Step, found: Found, now: string): Step {
  return {
    ...step,
    state: { ...without(step.state, 'untold'), changedAt: now },
    rows: [...(step.rows ?? []), 24],
    occasions: [...(step.occasions ?? []), { kind: 'changed', changes: changesIn(found) }],
  };
}

/** Row 25, whatever else happens today. Where the domain is left alone it is written down, and nobody is called. */
export function withOffers(step: Step, target: TargetReport, now: string): Step {
  const { state, lost } = noteOffers(step.state, target, now);
  if (lost.length === 0) return { ...step, state };
  const isLeftAlone = target.waived || state.waiver !== undefined;
  return {
    ...step,
    kind: step.kind === 'keep' ? 'update' : step.kind,
    because: `${step.because}; STARTTLS is not offered any more where it was`,
    state,
    quiet: false,
    routine: false,
    rows: [...(step.rows ?? []), 25],
    occasions: [...(step.occasions ?? []), ...(isLeftAlone ? [] : [withdrawnOccasion(lost)])],
  };
}

const withdrawnOccasion = (lost: readonly EndpointReport[]): Occasion => ({ kind: 'withdrawn', endpoints: lost });

/**
 * Written down when what is found changed or something has to be remembered, and, where the user wants that, when the text
 * has not been written for so long that it looks abandoned.
 */
export function calm(before: NextState, next: NextState, { refreshDays = 0 }: Rules, because: string): Step {
  const isDue = refreshDays > 0 && daysBetween(before.lastPlaintextAt, next.lastPlaintextAt) >= refreshDays;
  const isMarked = next.fingerprint !== before.fingerprint || String(next.untold) !== String(before.untold);
  return { kind: 'update', because, state: next, quiet: !isDue && !isMarked, routine: !isMarked };
}
