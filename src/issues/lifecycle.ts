import type { HeardComment } from '../model/case.js';
import type { TargetReport } from '../model/report.js';
import { stepClosed } from './closed.js';
import type { Occasion } from './comments.js';
import { type Heard, hear, isEloquent } from './hearing.js';
import { moveUnknown } from './opening.js';
import { isSettled, remember } from './phases.js';
import { stepSecure } from './repaired.js';
import { stepInconclusive } from './silence.js';
import type { HeardCase, KnownCase, Move, Rules, Step } from './steps.js';
import { stepPlaintext } from './still-plaintext.js';

/**
 * What becomes of one domain: its case if it has one, what people said since (comments of its issue), what this run saw
 * of it (undefined: not configured any more). Pure.
 */
export function moveCase(
  known: KnownCase | undefined,
  comments: readonly HeardComment[],
  target: TargetReport | undefined,
  rules: Rules,
  now: string,
): Move {
  if (known === undefined) return moveUnknown(target, now);
  const { issue, state } = known;
  const { labelPrefix, dueDates = false } = rules;
  const said = hear(state, { issue, target, comments, labelPrefix, dueDates, now });
  const step = stepCase({ issue, state: said.state }, target, said, rules, now);
  if (step.kind === 'open') return step;
  return joined(known, said, answered(said, step, target, now));
}

function stepCase(
  known: HeardCase,
  target: TargetReport | undefined,
  said: Heard,
  rules: Rules,
  now: string,
): Step | Extract<Move, { kind: 'open' }> {
  if (target === undefined) return stepRemoved(known, rules, now);
  if (known.issue.state === 'closed') return stepClosed(known, target, said.isUnwaived, rules, now);
  switch (target.verdict) {
    case 'plaintext':
      return stepPlaintext(known, target, said.isUnwaived, rules, now);
    case 'secure':
    case 'not-offered':
      return stepSecure(known, target, rules, now);
    case 'inconclusive':
      return stepInconclusive(known, rules, now);
  }
}

/** Row 21. */
function stepRemoved({ issue, state }: HeardCase, { fullRun }: Rules, now: string): Step {
  const keep = (because: string): Step => ({ kind: 'keep', because, state });
  if (issue.state === 'closed') return keep('closed, and not in the configuration');
  if (!fullRun) return keep('not looked at in this run');
  if (isSettled(state)) return keep('a person reopened it, and the domain is not in the configuration');
  return {
    kind: 'close',
    because: 'the domain is no longer in the configuration',
    state: remember({ ...state, phase: 'untracked' }, now, 'left the configuration'),
    rows: [21],
    stateReason: 'not_planned',
    occasions: [{ kind: 'removed' }],
  };
}

/** The step with the answer to a re-test and to what was not understood, unless the step says it all. */
function answered(said: Heard, step: Step, target: TargetReport | undefined, now: string): Step {
  const occasions: Occasion[] = [];
  const isAnswered = said.asksForRetest && target !== undefined && step.kind !== 'close' && step.kind !== 'reopen';
  if (isAnswered) occasions.push({ kind: 'retested', verdict: target.verdict, streak: step.state.streak });
  if (said.mistakes.length > 0) occasions.push({ kind: 'mistaken', problems: said.mistakes });
  const state = said.asksForRetest ? { ...step.state, answeredAt: now } : step.state;
  return { ...step, state, occasions: [...(step.occasions ?? []), ...occasions] };
}

function joined(known: KnownCase, said: Heard, step: Step): Move {
  const rows = [...said.rows, ...(step.rows ?? [])];
  const isSilent = !isEloquent(said);
  if (step.kind === 'keep' && isSilent) return { kind: 'keep', because: step.because, rows };
  return {
    kind: step.kind === 'keep' ? 'update' : step.kind,
    known,
    because: [...said.because, step.because].join('; '),
    state: step.state,
    rows,
    quiet: step.quiet === true && isSilent,
    ...(step.stateReason ? { stateReason: step.stateReason } : {}),
    occasions: [...said.occasions, ...(step.occasions ?? [])],
    receipts: said.receipts,
  };
}
