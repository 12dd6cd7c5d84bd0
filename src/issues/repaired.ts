import type { TargetReport } from '../model/report.js';
import { compareFindings, servicesNotLookedAt } from './findings.js';
import { daysBetween } from './moments.js';
import { type NextState, episodeStart, isSettled, remember, without } from './phases.js';
import { type HeardCase, type Rules, type Step, keep } from './steps.js';

const HOUR_MS = 3_600_000;

/** Rows 11 and 12: secure, or declared absent. */
export function stepSecure({ state }: HeardCase, target: TargetReport, rules: Rules, now: string): Step {
  if (isSettled(state)) return keep(state, `a person reopened it; ${target.verdict} now`);
  if (state.secureAt === now) return keep(state, 'this run has been counted');
  // Thanks are for what was seen repaired: a service that nobody looks at any more is not.
  const unseen = servicesNotLookedAt(state.findings, target);
  if (unseen.length > 0)
    return keep(state, `${target.verdict}, but ${unseen.join(' and ')} was not looked at in this run`);
  const { standing } = compareFindings(state.findings, target);
  if (standing.length > 0)
    return keep(state, `${target.verdict}, but what had been found could not be looked at again`);
  if (isTooSoon(state, rules, now)) {
    const hours = rules.closeAfterHours === 1 ? 'an hour' : `${rules.closeAfterHours} hours`;
    return keep(state, `${target.verdict}, but the run that counted last was less than ${hours} ago`);
  }
  const streak = state.streak + 1;
  const secureSince = state.streak === 0 ? now : (state.secureSince ?? state.secureAt ?? now);
  const next: NextState = { ...state, phase: 'verifying', streak, secureAt: now, secureSince };
  if (streak < rules.closeAfter) {
    const because = `${target.verdict}, ${streak} of ${rules.closeAfter} runs in a row`;
    return { kind: 'update', because, state: next, rows: [11] };
  }
  if (rules.isDoubtful === true)
    return keep(state, `${target.verdict}, but most domains could not be decided in this run`);
  return closed(next, target, now);
}

/** Two looks right after each other are like one: a service that is just restarting may be secure in both. */
export function isTooSoon({ secureAt }: NextState, { closeAfterHours = 0 }: Rules, now: string): boolean {
  // A look in the future was one of a clock that was ahead, and holds nobody up.
  if (secureAt === undefined || secureAt > now) return false;
  return Date.parse(now) - Date.parse(secureAt) < closeAfterHours * HOUR_MS;
}

/** The numbers are those of this episode; what was promised and is repaired before anybody had to ask was kept. */
function closed(next: NextState, target: TargetReport, now: string): Step {
  const { regressedAt, returnedAt, secureSince = now, regressions, promises = 0, slips = 0, streak } = next;
  const days = daysBetween(episodeStart(next), secureSince);
  const hasReturned = regressedAt === undefined && returnedAt !== undefined;
  const retired = target.verdict === 'not-offered';
  const isKept = next.promise !== undefined && next.overdueSince === undefined;
  const counted = isKept ? { ...next, kept: (next.kept ?? 0) + 1 } : next;
  const fixed: NextState = { ...without(counted, 'untold'), phase: 'fixed', fixedAt: now };
  return {
    kind: 'close',
    because: `${target.verdict} in ${streak} ${streak === 1 ? 'run' : 'runs in a row'}`,
    state: remember(fixed, now, retired ? 'declared absent' : 'repaired'),
    rows: [12],
    stateReason: 'completed',
    occasions: [{ kind: 'fixed', days, streak, regressions, hasReturned, promises, slips, retired }],
  };
}
