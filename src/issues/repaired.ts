import type { TargetReport } from '../model/report.js';
import { placesNotSeen, servicesNotLookedAt } from './findings.js';
import { type NextState, isSettled, remember, without } from './phases.js';
import type { HeardCase, Rules, Step } from './steps.js';

/** Rows 11 and 12: secure, or declared absent. */
export function stepSecure({ state }: HeardCase, target: TargetReport, rules: Rules, now: string): Step {
  const keep = (because: string): Step => ({ kind: 'keep', because, state });
  if (isSettled(state)) return keep(`a person reopened it; ${target.verdict} now`);
  if (state.secureAt === now) return keep('this run has been counted');
  // Thanks are for what was seen repaired: a service that nobody looks at any more is not.
  const unseen = servicesNotLookedAt(state.findings, target);
  if (unseen.length > 0) return keep(`${target.verdict}, but ${unseen.join(' and ')} was not looked at in this run`);
  const hidden = placesNotSeen(state.findings, target);
  if (hidden.length > 0) return keep(`${target.verdict}, but ${hidden.join(' and ')} could not be looked at`);
  const streak = state.streak + 1;
  const reached = without(state, 'unreachableSince', 'unreachableToldAt');
  const next: NextState = { ...reached, phase: 'verifying', streak, secureAt: now };
  if (streak < rules.closeAfter) {
    const because = `${target.verdict}, ${streak} of ${rules.closeAfter} runs in a row`;
    return { kind: 'update', because, state: next, rows: [11] };
  }
  const { firstSeenAt, regressions, promises = 0, slips = 0 } = state;
  const retired = target.verdict === 'not-offered';
  return {
    kind: 'close',
    because: `${target.verdict} in ${streak} ${streak === 1 ? 'run' : 'runs in a row'}`,
    state: remember({ ...next, phase: 'fixed', fixedAt: now }, now, retired ? 'declared absent' : 'repaired'),
    rows: [12],
    stateReason: 'completed',
    occasions: [{ kind: 'fixed', firstSeenAt, streak, regressions, promises, slips, retired }],
  };
}
