import type { HeardComment, ListedIssue, RepairPromise } from '../model/case.js';
import type { TargetReport } from '../model/report.js';
import type { Occasion } from './comments.js';
import { addDays, dateOf, latest } from './moments.js';
import { type NextState, isSettled, remember, without, workingPhase } from './phases.js';
import type { TransitionNumber } from './transitions.js';
import { listen, type SpokenWord, dateProblem, MOST_PROMISED_DAYS } from './words.js';

/** All through which people speak about one case. */
export interface Voices {
  readonly issue: ListedIssue;
  /** Undefined: not configured any more. */
  readonly target: TargetReport | undefined;
  readonly comments: readonly HeardComment[];
  readonly labelPrefix: string;
  /** Whether the forge has due dates, so that one on the issue is a promise. */
  readonly dueDates: boolean;
  /** ISO 8601 instant of this run. */
  readonly now: string;
}

/** A case after people were heard. */
export interface Heard {
  readonly state: NextState;
  readonly rows: readonly TransitionNumber[];
  readonly occasions: readonly Occasion[];
  readonly because: readonly string[];
  /** Comments whose commands were understood. */
  readonly receipts: readonly number[];
  readonly mistakes: readonly string[];
  readonly asksForRetest: boolean;
  readonly isUnwaived: boolean;
}

/** How long a promised maintenance is waited for. */
const MAINTENANCE_DAYS = 60;
/** How long a waiver without a date holds. */
export const DEFAULT_WAIVER_DAYS = 90;
/** Who may not command gets an answer once in this time. */
const ANSWER_MS = 3_600_000;
const CONFIGURATION = 'the configuration';

/** Hears commands, labels, the due date and the configuration, which has the last word. Pure. */
export function hear(before: NextState, voices: Voices): Heard {
  const { words, heard, spokenAt } = listen(voices.comments.flatMap(audible(before, voices)), before.heard ?? 0);
  const state: NextState = {
    ...before,
    heardAt: voices.now,
    ...(heard === undefined ? {} : { heard }),
    ...(spokenAt === undefined ? {} : { spokenAt: latest(before.spokenAt, spokenAt) }),
  };
  if (isSettled(before)) return silence(before);
  const told = words.reduce((so, spoken) => obey(so, spoken, voices), silence(state));
  return hearConfiguration(hearDueDate(hearLabels(told, voices), voices), voices);
}

/** What was said of an earlier episode is history; what seems to be said after this run was said in it. */
function audible({ regressedAt = '' }: NextState, { now }: Voices) {
  return (comment: HeardComment): HeardComment[] => {
    if (comment.createdAt < regressedAt) return [];
    return [comment.createdAt > now ? { ...comment, createdAt: now } : comment];
  };
}

/** Nobody said anything. */
export function silence(state: NextState): Heard {
  const nothing = { rows: [], occasions: [], because: [], receipts: [], mistakes: [] };
  return { state, ...nothing, asksForRetest: false, isUnwaived: false };
}

/** Whether something was said that has to be written down. */
export function isEloquent({ rows, receipts, mistakes }: Heard): boolean {
  return rows.length + receipts.length + mistakes.length > 0;
}

function obey(so: Heard, { word, comment, by, mayCommand, at }: SpokenWord, voices: Voices): Heard {
  if (word.kind === 'retest')
    return mayAsk(so, mayCommand, voices) ? { ...receipt(so, comment), asksForRetest: true } : so;
  if (!mayCommand) return so;
  switch (word.kind) {
    case 'mistake':
      return blame(so, word.problem);
    case 'ack':
      return acknowledge(receipt(so, comment), by, voices.now);
    case 'promise': {
      const problem = obstacleToPromise(so.state, voices);
      return problem === undefined
        ? promise(receipt(so, comment), promiseOf(word.due, by, at), voices.now)
        : blame(so, problem);
    }
    case 'waive':
      return waive(receipt(so, comment), { until: word.until, reason: word.reason, by }, voices.now);
    case 'unwaive':
      return so.state.waiver === undefined ? blame(so, noWaiver(voices)) : unwaive(receipt(so, comment), by, voices);
  }
}

const receipt = (so: Heard, comment: number): Heard => ({
  ...so,
  receipts: [...so.receipts.filter((other) => other !== comment), comment],
});

const blame = (so: Heard, problem: string): Heard => ({ ...so, mistakes: [...so.mistakes, problem] });

function mayAsk({ state }: Heard, mayCommand: boolean, { now }: Voices): boolean {
  const answered = state.answeredAt === undefined ? -Infinity : Date.parse(state.answeredAt);
  return mayCommand || Date.parse(now) - answered >= ANSWER_MS;
}

function promiseOf(due: string | undefined, by: string, at: string): RepairPromise {
  const on = dateOf(at);
  return due === undefined
    ? { due: addDays(on, MAINTENANCE_DAYS), event: 'next-maintenance', by, on }
    : { due, by, on };
}

function obstacleToPromise(state: NextState, { target }: Voices): string | undefined {
  if (state.waiver !== undefined) return `it is waived until ${state.waiver.until}: say "unwaive" first`;
  const isConfigured = target?.promise !== undefined && state.promise?.by === CONFIGURATION;
  if (!isConfigured || state.overdueSince !== undefined) return undefined;
  return 'the promise in the configuration wins: change it there';
}

const noWaiver = ({ target }: Voices): string =>
  target?.waived === true ? 'the waiver is in the configuration: end it there' : 'there is no waiver to end';

/** Row 3. Later, a receipt is all there is to it. */
function acknowledge(so: Heard, by: string, now: string): Heard {
  if (so.state.phase !== 'open' && so.state.phase !== 'regressed') return so;
  const state = remember({ ...so.state, acknowledgedBy: by, phase: 'acknowledged' }, now, `acknowledged by ${by}`);
  return { ...so, state, rows: [...so.rows, 3], because: [...so.because, 'somebody acknowledged it'] };
}

/** Rows 4, 5 and 9. The same promise once more is no news. */
function promise(so: Heard, given: RepairPromise, now: string): Heard {
  const { state: before } = so;
  const isLate = before.overdueSince !== undefined;
  const isSame = before.promise?.due === given.due && before.promise.event === given.event;
  if (isSame && !isLate) return so;
  const slips = (before.slips ?? 0) + (isLate ? 1 : 0);
  const kept = without(before, 'overdueSince', 'reminders', 'remindedAt', 'outageAt', 'fingerprint');
  const next: NextState = { ...kept, promise: given, promises: (before.promises ?? 0) + 1, slips };
  const what = given.event === undefined ? `for ${given.due}` : 'for the next maintenance';
  const state = remember(
    { ...next, phase: before.phase === 'verifying' ? 'verifying' : workingPhase(next) },
    now,
    `promised ${what} by ${given.by}`,
  );
  return {
    ...so,
    state,
    rows: [...so.rows, isLate ? 9 : given.event === undefined ? 4 : 5],
    occasions: [...so.occasions, { kind: 'promised', promise: given, slips: isLate ? slips : 0 }],
    because: [...so.because, `promised ${what}`],
  };
}

/** Row 18. */
export function waive(so: Heard, waiver: NonNullable<NextState['waiver']>, now: string): Heard {
  const state = remember({ ...so.state, waiver, phase: 'waived' }, now, `waived until ${waiver.until} by ${waiver.by}`);
  return {
    ...so,
    state,
    rows: [...so.rows, 18],
    occasions: [...so.occasions, { kind: 'waived', waiver }],
    because: [...so.because, `waived until ${waiver.until}`],
    isUnwaived: false,
  };
}

/** Row 19. The waiver of a closed issue ends today and is kept: only plaintext opens the issue again. */
function unwaive(so: Heard, by: string, { issue, now }: Voices): Heard {
  const { waiver } = so.state;
  const isClosed = issue.state === 'closed' && waiver !== undefined;
  const ended = isClosed ? { ...so.state, waiver: { ...waiver, until: dateOf(now) } } : without(so.state, 'waiver');
  const state = remember({ ...ended, phase: workingPhase(ended) }, now, `waiver ended by ${by}`);
  return { ...so, state, rows: [...so.rows, 19], because: [...so.because, 'the waiver was ended'], isUnwaived: true };
}

/** A label of ours that our state does not know of was set by a person. */
function hearLabels(so: Heard, { issue, labelPrefix, now }: Voices): Heard {
  const names = issue.labels.map((label) => label.toLowerCase());
  const has = (word: string): boolean => names.includes(`${labelPrefix}:${word}`.toLowerCase());
  const isWaived = has('waived') && so.state.waiver === undefined && !so.isUnwaived;
  if (isWaived) {
    const until = addDays(now, DEFAULT_WAIVER_DAYS);
    return waive(so, { until, reason: 'the label was set', by: 'a label' }, now);
  }
  return has('acknowledged') ? acknowledge(so, 'a label', now) : so;
}

function hearDueDate(so: Heard, { issue, dueDates, now }: Voices): Heard {
  const { dueOn } = issue;
  if (!dueDates || dueOn === undefined || so.rows.length > 0 || so.state.waiver !== undefined) return so;
  if (dueOn === so.state.promise?.due || dateProblem(dueOn, now, MOST_PROMISED_DAYS) !== undefined) return so;
  return promise(so, { due: dueOn, by: 'the due date', on: dateOf(now) }, now);
}

/** What the file says wins over everything said elsewhere; a promise in it is taken over once. */
export function hearConfiguration(so: Heard, { target, now }: Pick<Voices, 'target' | 'now'>): Heard {
  const { promise: promised, contacted } = target ?? {};
  if (promised !== undefined && promised !== so.state.configured && so.state.waiver === undefined) {
    const due = promised === 'next-maintenance' ? undefined : promised;
    if (due === undefined || dateProblem(due, now, MOST_PROMISED_DAYS) === undefined) {
      const taken = { ...so, state: { ...so.state, configured: promised } };
      return promise(taken, promiseOf(due, CONFIGURATION, now), now);
    }
  }
  if (contacted === undefined || contacted < dateOf(so.state.regressedAt ?? '')) return so;
  return acknowledge(so, CONFIGURATION, now);
}
