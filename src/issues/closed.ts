import type { TargetReport } from '../model/report.js';
import { foundAgain } from './findings.js';
import { silence, waive } from './heard.js';
import { DEFAULT_WAIVER_DAYS } from './hearing.js';
import { addDays, dateOf } from './moments.js';
import { isSettled, plaintextState, remember } from './phases.js';
import { stepSecure } from './repaired.js';
import { afterWaiver, withOffers } from './still-plaintext.js';
import { type HeardCase, type Rules, type Step, keep } from './steps.js';

/** How long a waiver holds that is taken from a second close as completed. */
const SECOND_CLOSE_DAYS = 30;

/** What becomes of a closed issue: rows 11, 12, 17 to 20 and 29. */
export function stepClosed(
  known: HeardCase,
  target: TargetReport,
  isUnwaived: boolean,
  rules: Rules,
  now: string,
): Step {
  const { issue, state } = known;
  if (isSettled(state)) return keep(state, `closed, and ${target.verdict}`);
  // However it was closed, what is repaired is repaired, and nobody left it alone.
  if (target.verdict === 'secure' || target.verdict === 'not-offered') return stepSecure(known, target, rules, now);
  if (state.waiver !== undefined) return stepWaived(known, target, isUnwaived, now);
  if (issue.closedByBot === true) return stepClosedByBot(known, target, now);
  if (issue.stateReason === 'not_planned') return stepNotPlanned(known, target, now);
  return stepClaimed(known, target, now);
}

/** Row 19. */
function stepWaived({ issue, state }: HeardCase, target: TargetReport, isUnwaived: boolean, now: string): Step {
  const until = state.waiver?.until;
  const isPlaintext = target.verdict === 'plaintext';
  const found = foundAgain(state, target);
  if (until !== undefined && dateOf(now) < until) {
    if (!isPlaintext || state.phase !== 'verifying') return keep(state, `waived until ${until}`);
    const because = `plaintext again before the repair was proven; waived until ${until}`;
    return { kind: 'update', because, state: plaintextState(state, found, now), rows: [13] };
  }
  if (!isPlaintext || target.waived) return keep(state, `closed, its waiver is over, and ${target.verdict}`);
  if (issue.locked) return keep(state, 'its waiver is over, but it is locked');
  const step: Step = {
    kind: 'reopen',
    because: 'its waiver is over, and it is still plaintext',
    state: afterWaiver(state, found, now),
    rows: [19],
    stateReason: 'reopened',
    occasions: [{ kind: 'waiver-over', until: isUnwaived ? undefined : until }],
  };
  return withOffers(step, target, now);
}

/** Row 29: nobody decided anything, so it is undone. */
function stepClosedByBot({ state }: HeardCase, target: TargetReport, now: string): Step {
  if (target.verdict !== 'plaintext') return keep(state, 'a bot closed it; whether it is fixed is inconclusive');
  const step: Step = {
    kind: 'reopen',
    because: 'a bot closed it, and it is still plaintext',
    state: remember(plaintextState(state, foundAgain(state, target), now), now, 'closed by a bot, and open again'),
    rows: [29],
    stateReason: 'reopened',
    occasions: [{ kind: 'closed-by-bot' }],
  };
  return withOffers(step, target, now);
}

/** Row 18: "not planned" is a decision. It holds for a while, so that it is taken anew and not forgotten. */
function stepNotPlanned({ state }: HeardCase, target: TargetReport, now: string): Step {
  // A silence says nothing about a repair that is being verified, so it is waited for what comes next.
  if (target.verdict === 'inconclusive' && state.phase === 'verifying')
    return keep(state, 'a person closed it; whether it is fixed is inconclusive');
  const until = addDays(now, DEFAULT_WAIVER_DAYS);
  return closedByWaiver(state, { until, reason: 'it was closed as not planned', by: 'a person' }, 18, now);
}

function closedByWaiver(
  state: HeardCase['state'],
  waiver: NonNullable<HeardCase['state']['waiver']>,
  row: 17 | 18,
  now: string,
): Step {
  const { state: waived, occasions } = waive(silence(state), waiver, now);
  const because = `a person closed it, which is respected until ${waiver.until}`;
  return { kind: 'update', because, state: waived, rows: [row], occasions };
}

/** Row 17: closed as completed, or on a forge without reasons. It is a claim, and it is looked at. */
function stepClaimed({ issue, state }: HeardCase, target: TargetReport, now: string): Step {
  if (target.verdict !== 'plaintext') return keep(state, 'a person closed it; whether it is fixed is inconclusive');
  if (target.waived) return keep(state, 'a person closed it; plaintext, but waived');
  const { closedAt = '' } = issue;
  if (issue.locked || now <= closedAt) return keep(state, 'a person closed it, which is respected');
  if ((state.claims ?? 0) > 0) {
    const waiver = { until: addDays(now, SECOND_CLOSE_DAYS), reason: 'it was closed again', by: 'a person' };
    return closedByWaiver(state, waiver, 17, now);
  }
  const { claimedAt } = state;
  if (claimedAt === now) return keep(state, 'this run has been counted');
  if (claimedAt === undefined || claimedAt < closedAt) {
    const because = 'a person closed it as completed, and it is still plaintext: it is looked at once more';
    return { kind: 'update', because, state: { ...state, claimedAt: now, streak: 0 }, rows: [17] };
  }
  const next = { ...plaintextState(state, foundAgain(state, target), now), claims: 1 };
  const step: Step = {
    kind: 'reopen',
    because: 're-tested after a person closed it as completed: still plaintext',
    state: remember(next, now, 'closed as completed, re-tested: still plaintext'),
    rows: [17],
    stateReason: 'reopened',
    occasions: [{ kind: 'claimed' }],
  };
  return withOffers(step, target, now);
}
