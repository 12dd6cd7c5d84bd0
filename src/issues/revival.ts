import type { ListedIssue } from '../model/case.js';
import type { TargetReport } from '../model/report.js';
import type { Occasion } from './comments.js';
import { foundAnew } from './findings.js';
import { dateOf, daysBetween } from './moments.js';
import { newState } from './opening.js';
import { type NextState, afresh, plaintextState, remember, without, workingPhase } from './phases.js';
import { withOffers } from './still-plaintext.js';
import { type KnownCase, type Opening, type Rules, type Step, keep } from './steps.js';

/** So long a domain may be out of the configuration without losing what was promised or waived. */
const BRIEF_DAYS = 7;

/** What plaintext makes of a case that was over: rows 15, 16 and 27, and the return of a domain. */
export function revive(known: KnownCase, target: TargetReport, rules: Rules, now: string): Step | Opening {
  const { issue } = known;
  if (issue.state === 'open') return reopenedByPerson(known, target, now);
  if (target.waived) return keep(known.state, 'closed; plaintext again, but waived');
  return reopened(known, target, rules, now);
}

function reopenedByPerson({ issue, state }: KnownCase, target: TargetReport, now: string): Step {
  if (state.phase !== 'fixed') {
    const because = 'a person reopened it, and it is still plaintext';
    return withOffers({ kind: 'update', because, state: returnedState(state, issue, target, now) }, target, now);
  }
  const step: Step = {
    kind: 'update',
    because: 'a person reopened it, and plaintext is back',
    state: regressedState(state, target, now),
    rows: [15],
    occasions: [{ kind: 'regressed', fixedAt: state.fixedAt }],
  };
  return withOffers(step, target, now);
}

function reopened({ issue, state }: KnownCase, target: TargetReport, rules: Rules, now: string): Step | Opening {
  const hasRegressed = state.phase === 'fixed';
  const age = daysBetween(state.fixedAt ?? issue.closedAt ?? now, now);
  const isTooOld = hasRegressed && age > rules.reopenDays;
  // What was written while it was closed is history.
  const from = { ...state, listensFrom: now, heardAt: now };
  if (hasRegressed && state.waiver !== undefined && dateOf(now) < state.waiver.until) {
    const because = `plaintext came back, but it is waived until ${state.waiver.until}`;
    return { kind: 'update', because, state: regressedState(from, target, now), rows: [27] };
  }
  if (issue.locked || isTooOld) {
    const why = issue.locked ? 'is locked' : `was closed ${age} days ago`;
    return openAnother({ issue, state }, target, why, now);
  }
  const step: Step = {
    kind: 'reopen',
    ...(hasRegressed ? regression(from, target, now) : comeback(from, issue, target, now)),
    stateReason: 'reopened',
  };
  return withOffers(step, target, now);
}

/** Row 16. */
function openAnother({ issue, state }: KnownCase, target: TargetReport, why: string, now: string): Opening {
  const regressions = state.regressions + (state.phase === 'fixed' ? 1 : 0);
  const next = newState(target, now);
  const counts = { kept: state.kept ?? 0, broken: (state.broken ?? 0) + (next.broken ?? 0) };
  return {
    kind: 'open',
    target,
    because: `plaintext again, and #${issue.number} ${why}`,
    state: { ...next, regressions, continues: issue.number, ...(counts.kept + counts.broken > 0 ? counts : {}) },
    rows: [16],
  };
}

type Revival = Pick<Step, 'because' | 'state' | 'rows' | 'occasions'>;

function regression(state: NextState, target: TargetReport, now: string): Revival {
  return {
    because: 'plaintext came back after the repair',
    state: regressedState(state, target, now),
    rows: [15],
    occasions: [{ kind: 'regressed', fixedAt: state.fixedAt }],
  };
}

/** Its domain is in the configuration again, or the issue is gone in which it was followed instead. */
function comeback(state: NextState, issue: ListedIssue, target: TargetReport, now: string): Revival {
  const { duplicateOf } = state;
  const occasions: readonly Occasion[] = [{ kind: 'returned', ...(duplicateOf === undefined ? {} : { duplicateOf }) }];
  const next = returnedState(state, issue, target, now);
  if (duplicateOf === undefined) {
    const because = 'in the configuration again, and still plaintext';
    return { because, state: remember(next, now, 'in the configuration again'), occasions };
  }
  const because = `#${duplicateOf}, where it was followed, is gone, and it is still plaintext`;
  return { because, state: remember(next, now, `goes on here, since #${duplicateOf} is gone`), occasions };
}

/** Row 15: another episode of an old case. */
function regressedState(state: NextState, target: TargetReport, now: string): NextState {
  const fresh = plaintextState(afresh(state, now), foundAnew(target), now);
  const next: NextState = { ...fresh, regressedAt: now, regressions: state.regressions + 1 };
  return remember({ ...next, phase: workingPhase(next) }, now, 'plaintext came back');
}

/** After a short absence, such as a slip in the list, all goes on as it was; after a longer one another episode begins. */
function returnedState(state: NextState, { closedAt }: ListedIssue, target: TargetReport, now: string): NextState {
  const isBrief = state.duplicateOf === undefined && closedAt !== undefined && daysBetween(closedAt, now) <= BRIEF_DAYS;
  const fresh = without(afresh(state, now), 'regressedAt', 'configured');
  const next = plaintextState(isBrief ? state : { ...fresh, returnedAt: now }, foundAnew(target), now);
  return { ...next, phase: workingPhase(next) };
}
