import type { TargetReport } from '../model/report.js';
import { findingKeys } from './findings.js';
import { DEFAULT_WAIVER_DAYS, silence, waive } from './hearing.js';
import { addDays, dateOf, daysBetween } from './moments.js';
import { newState } from './opening.js';
import { afresh, isSettled, plaintextState, remember, without } from './phases.js';
import { stepSecure } from './repaired.js';
import { afterWaiver, regressedState } from './still-plaintext.js';
import type { HeardCase, Move, Rules, Step } from './steps.js';

type Opening = Extract<Move, { kind: 'open' }>;

/** How long a waiver holds that is taken from a second close as completed. */
const SECOND_CLOSE_DAYS = 30;

/** What becomes of a closed issue: rows 15 to 20. */
export function stepClosed(
  known: HeardCase,
  target: TargetReport,
  isUnwaived: boolean,
  rules: Rules,
  now: string,
): Step | Opening {
  const { issue, state } = known;
  const keep = (because: string): Step => ({ kind: 'keep', because, state });
  if (isSettled(state)) return stepSettled(known, target, rules, now);
  if (issue.stateReason === 'duplicate') return { ...keep('a person closed it as a duplicate'), rows: [20] };
  if (state.waiver !== undefined) return stepWaived(known, target, isUnwaived, now);
  if (issue.stateReason === 'not_planned') return stepNotPlanned(known, now);
  return stepClaimed(known, target, rules, now);
}

/** Closed by us: after proof, or because the domain had left the configuration. */
function stepSettled({ issue, state }: HeardCase, target: TargetReport, rules: Rules, now: string): Step | Opening {
  const keep = (because: string): Step => ({ kind: 'keep', because, state });
  if (target.verdict !== 'plaintext') return keep(`closed, and ${target.verdict}`);
  if (target.waived) return keep('closed; plaintext again, but waived');
  const hasRegressed = state.phase === 'fixed';
  const age = daysBetween(state.fixedAt ?? issue.closedAt ?? now, now);
  const isTooOld = hasRegressed && age > rules.reopenDays;
  if (issue.locked || isTooOld) {
    const why = issue.locked ? 'is locked' : `was closed ${age} days ago`;
    const regressions = state.regressions + (hasRegressed ? 1 : 0);
    return {
      kind: 'open',
      target,
      because: `plaintext again, and #${issue.number} ${why}`,
      state: { ...newState(target, now), regressions, continues: issue.number },
      rows: [16],
    };
  }
  const next = plaintextState(afresh(state), findingKeys(target), now);
  return hasRegressed
    ? {
        kind: 'reopen',
        because: 'plaintext came back after the repair',
        state: regressedState(next, now),
        rows: [15],
        stateReason: 'reopened',
        occasions: [{ kind: 'regressed', fixedAt: state.fixedAt }],
      }
    : {
        kind: 'reopen',
        because: 'in the configuration again, and still plaintext',
        state: remember({ ...without(next, 'regressedAt'), phase: 'open' }, now, 'in the configuration again'),
        stateReason: 'reopened',
        occasions: [{ kind: 'returned' }],
      };
}

/** Row 19. */
function stepWaived({ issue, state }: HeardCase, target: TargetReport, isUnwaived: boolean, now: string): Step {
  const keep = (because: string): Step => ({ kind: 'keep', because, state });
  const until = state.waiver?.until;
  if (until !== undefined && dateOf(now) < until) return keep(`waived until ${until}`);
  if (target.verdict !== 'plaintext' || target.waived) return keep(`closed, its waiver is over, and ${target.verdict}`);
  if (issue.locked) return keep('its waiver is over, but it is locked');
  return {
    kind: 'reopen',
    because: 'its waiver is over, and it is still plaintext',
    state: afterWaiver({ ...state, findings: findingKeys(target) }, now),
    rows: [19],
    stateReason: 'reopened',
    occasions: [{ kind: 'waiver-over', until: isUnwaived ? undefined : until }],
  };
}

/** Row 18: "not planned" is a decision. It holds for a while, so that it is taken anew and not forgotten. */
function stepNotPlanned({ state }: HeardCase, now: string): Step {
  const until = addDays(now, DEFAULT_WAIVER_DAYS);
  return closedByWaiver(state, { until, reason: 'it was closed as not planned', by: 'a person' }, [18], now);
}

function closedByWaiver(
  state: HeardCase['state'],
  waiver: NonNullable<HeardCase['state']['waiver']>,
  rows: readonly (17 | 18)[],
  now: string,
): Step {
  const { state: waived, occasions } = waive(silence(state), waiver, now);
  const because = `a person closed it, which is respected until ${waiver.until}`;
  return { kind: 'update', because, state: waived, rows, occasions };
}

/** Row 17: closed as completed, or on a forge without reasons. It is a claim, and it is looked at. */
function stepClaimed(known: HeardCase, target: TargetReport, rules: Rules, now: string): Step {
  const { issue, state } = known;
  const keep = (because: string): Step => ({ kind: 'keep', because, state });
  if (target.verdict === 'inconclusive') return keep('a person closed it; it could not be told whether it is repaired');
  if (target.verdict !== 'plaintext') return stepSecure(known, target, rules, now);
  if (target.waived) return keep('a person closed it; plaintext, but waived');
  const { closedAt = '' } = issue;
  if (issue.locked || now <= closedAt) return keep('a person closed it, which is respected');
  if ((state.claims ?? 0) > 0) {
    const waiver = { until: addDays(now, SECOND_CLOSE_DAYS), reason: 'it was closed again', by: 'a person' };
    return closedByWaiver(state, waiver, [17], now);
  }
  const { claimedAt } = state;
  if (claimedAt === now) return keep('this run has been counted');
  if (claimedAt === undefined || claimedAt < closedAt) {
    const because = 'a person closed it as completed, and it is still plaintext: it is looked at once more';
    return { kind: 'update', because, state: { ...state, claimedAt: now, streak: 0 }, rows: [17] };
  }
  const next = { ...plaintextState(state, findingKeys(target), now), claims: 1 };
  return {
    kind: 'reopen',
    because: 're-tested after a person closed it as completed: still plaintext',
    state: remember(next, now, 'closed as completed, re-tested: still plaintext'),
    rows: [17],
    stateReason: 'reopened',
    occasions: [{ kind: 'claimed' }],
  };
}
