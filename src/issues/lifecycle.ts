import type { TargetReport } from '../model/report.js';
import { stepClosed } from './closed.js';
import type { Occasion } from './comments.js';
import { type Heard, isEloquent, silence } from './heard.js';
import { type Ears, type Voices, hear, hearConfiguration, hearDueDate } from './hearing.js';
import { moveUnknown } from './opening.js';
import { isDropped } from './overdue.js';
import { type NextState, isSettled, remember } from './phases.js';
import { answerReopened } from './reopened.js';
import { isTooSoon, stepSecure } from './repaired.js';
import { revive } from './revival.js';
import { presenceOf } from './presence.js';
import { endSilence, stepInconclusive } from './silence.js';
import { type HeardCase, type KnownCase, type Move, type Rules, type Step, keep } from './steps.js';
import { stepPlaintext } from './still-plaintext.js';

const DEAF: Ears = { comments: undefined, beside: new Map() };

/**
 * What becomes of one domain: its case if it has one, what people said since, what this run saw of it (undefined: not
 * configured any more, or not looked at). Pure.
 */
export function moveCase(
  known: KnownCase | undefined,
  ears: Ears,
  target: TargetReport | undefined,
  rules: Rules,
  now: string,
): Move {
  if (known === undefined) return moveUnknown(target, now);
  const { issue, state } = known;
  // Another job of the same workflow, or the next whole run, looks at it and hears what was said.
  if (target === undefined && !rules.fullRun) return unchanged('not looked at in this run');
  if (isDropped(issue, state)) return { ...unchanged('a person closed it as a duplicate'), rows: [20] };
  if (!isSettled(state)) return goOn(known, ears, target, rules, now);
  if (target?.verdict !== 'plaintext') {
    const answer = target && answerReopened(known, ears, target, now);
    return answer ?? unchanged(settledInWords(known, target));
  }
  const revival = revive(known, target, rules, now);
  if (revival.kind === 'open') return revival;
  if (revival.kind === 'keep') return unchanged(revival.because);
  // Its people are heard in the new episode, and what the configuration says holds from its first day.
  const said = hear(revival.state, voicesOf(known, issue.state === 'open' ? ears : DEAF, target, rules, now));
  const step = answered(said, { ...revival, state: said.state }, target, rules, now);
  return {
    ...moved(known, said, step),
    occasions: [...(revival.occasions ?? []), ...said.occasions, ...answers(step, revival)],
  };
}

const unchanged = (because: string) => ({ kind: 'keep', because, rows: [] }) as const;

function settledInWords({ issue }: KnownCase, target: TargetReport | undefined): string {
  if (issue.state === 'closed')
    return target === undefined ? 'closed, and not in the configuration' : `closed, and ${target.verdict}`;
  if (target === undefined) return 'a person reopened it, and the domain is not in the configuration';
  return `a person reopened it; ${target.verdict} now`;
}

/** What the step itself did not say yet. */
const answers = ({ occasions = [] }: Step, before: Step): readonly Occasion[] =>
  occasions.slice((before.occasions ?? []).length);

function voicesOf(
  { issue, state }: KnownCase,
  ears: Ears,
  target: TargetReport | undefined,
  { labelPrefix, dueDates = false }: Rules,
  now: string,
): Voices {
  return { ...ears, issue, target, labelPrefix, dueDates, ownDate: state.promise?.due, now };
}

/** A case that is not over. */
function goOn(known: KnownCase, ears: Ears, target: TargetReport | undefined, rules: Rules, now: string): Move {
  const { issue, state } = known;
  const voices = voicesOf(known, ears, target, rules, now);
  const said = hear(state, voices);
  const step = stepCase(
    { issue, state: said.state },
    target,
    said,
    { ...rules, isDeaf: ears.comments === undefined },
    now,
  );
  const also = afterTheWaiver(said, step, voices);
  const all = answered(said, { ...step, state: also.state }, target, rules, now);
  return joined(known, together(said, also), all, rules);
}

/** What had to wait for the end of a waiver is heard in the same run. */
function afterTheWaiver({ state }: Heard, step: Step, voices: Voices): Heard {
  const isOver = state.waiver !== undefined && step.state.waiver === undefined;
  const so = silence(step.state);
  return isOver ? hearConfiguration(hearDueDate(so, voices), voices) : so;
}

function together(first: Heard, second: Heard): Heard {
  return {
    ...first,
    rows: [...first.rows, ...second.rows],
    because: [...first.because, ...second.because],
    occasions: [...first.occasions, ...second.occasions],
  };
}

function stepCase(known: HeardCase, target: TargetReport | undefined, said: Heard, rules: Rules, now: string): Step {
  if (target === undefined) return stepRemoved(known, rules, now);
  const step = stepSeen(known, target, said, rules, now);
  return presenceOf(target) === 'reached' ? endSilence(step) : step;
}

function stepSeen(known: HeardCase, target: TargetReport, said: Heard, rules: Rules, now: string): Step {
  if (known.issue.state === 'closed') return stepClosed(known, target, said.isUnwaived, rules, now);
  switch (target.verdict) {
    case 'plaintext':
      return stepPlaintext(known, target, said.isUnwaived, rules, now);
    case 'secure':
    case 'not-offered':
      return stepSecure(known, target, rules, now);
    case 'inconclusive':
      return stepInconclusive(known, target, rules, now);
  }
}

/** Row 21. */
function stepRemoved({ issue, state }: HeardCase, { isDoubtful = false }: Rules, now: string): Step {
  if (issue.state === 'closed') return keep(state, 'closed, and not in the configuration');
  if (isDoubtful) return keep(state, 'not in the configuration, but most domains could not be decided in this run');
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
function answered(said: Heard, step: Step, target: TargetReport | undefined, rules: Rules, now: string): Step {
  const occasions: Occasion[] = [];
  const isAnswered = said.asksForRetest && target !== undefined && step.kind !== 'close' && step.kind !== 'reopen';
  if (isAnswered) {
    const { streak, secureAt } = step.state;
    const isSoon = secureAt !== now && isTooSoon(step.state, rules, now);
    occasions.push({ kind: 'retested', verdict: target.verdict, streak, isSoon });
  }
  if (said.mistakes.length > 0) occasions.push({ kind: 'mistaken', problems: said.mistakes });
  const state = said.asksForRetest ? { ...step.state, answeredAt: now } : step.state;
  return { ...step, state, occasions: [...(step.occasions ?? []), ...occasions] };
}

function joined(known: KnownCase, said: Heard, step: Step, rules: Rules): Move {
  const isRemembered = hasToBeRemembered(known.state, said, rules);
  if (step.kind !== 'keep' || isEloquent(said)) {
    return moved(known, said, isRemembered ? { ...step, quiet: false } : step);
  }
  if (!isRemembered) return { kind: 'keep', because: step.because, rows: [...said.rows, ...(step.rows ?? [])] };
  const because = `${step.because}; what was said is remembered`;
  return { ...moved(known, said, { ...step, because }), routine: true, isHidden: true };
}

/**
 * Where a silence is measured, any word ends it, and must not be forgotten when it is too old to be read again. All other
 * talk costs no write: it is read every night, and asks for nothing.
 */
function hasToBeRemembered({ phase, spokenAt }: NextState, said: Heard, { silenceDays = 0 }: Rules): boolean {
  return said.state.spokenAt !== spokenAt && (phase === 'overdue' || silenceDays > 0);
}

function moved(known: KnownCase, said: Heard, step: Step): Exclude<Move, { kind: 'keep' | 'open' }> {
  const isSilent = !isEloquent(said);
  return {
    kind: step.kind === 'keep' ? 'update' : step.kind,
    known,
    because: [...said.because, step.because].join('; '),
    state: step.state,
    rows: [...said.rows, ...(step.rows ?? [])],
    quiet: step.quiet === true && isSilent,
    routine: step.routine === true && isSilent,
    isHidden: step.isHidden === true && isSilent,
    ...(step.stateReason ? { stateReason: step.stateReason } : {}),
    occasions: [...said.occasions, ...(step.occasions ?? [])],
    receipts: said.receipts,
  };
}
