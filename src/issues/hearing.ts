import type { HeardComment, ListedIssue, RepairPromise } from '../model/case.js';
import type { TargetReport } from '../model/report.js';
import {
  CONFIGURATION,
  type Heard,
  acknowledge,
  blame,
  missedPromise,
  note,
  promise,
  receipt,
  silence,
  takeContactBack,
  takePromiseBack,
  unwaive,
  waive,
} from './heard.js';
import { addDays, dateOf, isDate, latest } from './moments.js';
import { type NextState, remember, without } from './phases.js';
import { listen, type SpokenWord, dateProblem, MOST_PROMISED_DAYS } from './words.js';

/** The comments that may concern one case. */
export interface Ears {
  /** Of its issue, and of duplicates of it that are still open; undefined: they could not be read in this run. */
  readonly comments: readonly HeardComment[] | undefined;
  /** Up to which comment each of those duplicates was heard, by its number. */
  readonly beside: ReadonlyMap<number, number>;
}

/** All through which people speak about one case. */
export interface Voices extends Ears {
  readonly issue: ListedIssue;
  /** Undefined: not configured any more. */
  readonly target: TargetReport | undefined;
  readonly labelPrefix: string;
  /** Whether the forge has due dates, so that one on the issue is a promise. */
  readonly dueDates: boolean;
  /** The date that we set last, if we did: another one is a person's. */
  readonly ownDate: string | undefined;
  /** ISO 8601 instant of this run. */
  readonly now: string;
}

/** How long a promised maintenance is waited for. */
const MAINTENANCE_DAYS = 60;
/** How long a waiver without a date holds. */
export const DEFAULT_WAIVER_DAYS = 90;
/** Who may not command gets an answer once in this time. */
const ANSWER_MS = 3_600_000;

/** Hears commands, labels, the due date and the configuration, which has the last word. Pure. */
export function hear(before: NextState, voices: Voices): Heard {
  const { words, state } = listenTo(before, voices);
  const told = words.reduce((so, spoken) => obey(so, spoken, voices), silence(state));
  return hearConfiguration(hearDueDate(hearLabels(told, voices), voices), voices);
}

/** What was said since it was listened last, and the state that remembers how far. */
function listenTo(before: NextState, { issue, comments, beside, now }: Voices) {
  if (comments === undefined) return { words: [], state: before };
  const cursorOf = (number: number): number =>
    number === issue.number ? (before.heard ?? 0) : (beside.get(number) ?? Infinity);
  const fresh = comments.filter((comment) => comment.id > cursorOf(comment.issue));
  const lastOf = (number: number): number =>
    Math.max(cursorOf(number), ...fresh.filter((comment) => comment.issue === number).map(({ id }) => id));
  const { words, spokenAt } = listen(fresh.flatMap(audible(before, now)));
  const heard = lastOf(issue.number);
  const heardBeside = [...beside.keys()].sort((a, b) => a - b).map((number) => `${number} ${lastOf(number)}`);
  const state: NextState = {
    ...without(before, 'heardBeside'),
    heardAt: now,
    ...(heard === 0 ? {} : { heard }),
    ...(heardBeside.length === 0 ? {} : { heardBeside }),
    ...(spokenAt === undefined ? {} : { spokenAt: latest(before.spokenAt, spokenAt) }),
  };
  return { words, state };
}

/** What was said while a repaired case was closed is history; what seems to be said after this run was said in it. */
function audible({ listensFrom = '' }: NextState, now: string) {
  return (comment: HeardComment): HeardComment[] => {
    if (comment.createdAt < listensFrom) return [];
    return [comment.createdAt > now ? { ...comment, createdAt: now } : comment];
  };
}

function obey(so: Heard, { word, comment, by, mayCommand, at }: SpokenWord, voices: Voices): Heard {
  if (word.kind === 'retest') return hearRetest(so, comment, mayCommand, voices);
  if (!mayCommand) return so;
  switch (word.kind) {
    case 'mistake':
      return blame(so, word.problem);
    case 'ack':
      return acknowledge(receipt(so, comment), by, at, voices.now);
    case 'promise': {
      const problem = obstacleToPromise(so.state, voices);
      return problem === undefined ? promise(receipt(so, comment), promiseOf(word.due, by, at)) : blame(so, problem);
    }
    case 'waive':
      return waive(receipt(so, comment), { until: word.until, reason: word.reason, by }, voices.now);
    case 'unwaive': {
      const isClosed = voices.issue.state === 'closed';
      return so.state.waiver === undefined
        ? blame(so, noWaiver(voices))
        : unwaive(receipt(so, comment), by, isClosed, voices.now);
    }
  }
}

/** Anybody may ask, once an hour; of several who do, one gets a receipt, so that nobody controls how much we write. */
function hearRetest(so: Heard, comment: number, mayCommand: boolean, { now }: Voices): Heard {
  if (!mayCommand && (so.asksForRetest || isRecent(so.state.answeredAt, now))) return so;
  return { ...receipt(so, comment), asksForRetest: true };
}

/** Whether an answer was given so lately that not everybody gets another one. */
export function isRecent(answeredAt: string | undefined, now: string): boolean {
  return answeredAt !== undefined && Date.parse(now) - Date.parse(answeredAt) < ANSWER_MS;
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

/** A label of ours that our state does not know of was set by a person. */
function hearLabels(so: Heard, { issue, labelPrefix, now }: Voices): Heard {
  const names = issue.labels.map((label) => label.toLowerCase());
  const has = (word: string): boolean => names.includes(`${labelPrefix}:${word}`.toLowerCase());
  const isWaived = has('waived') && so.state.waiver === undefined && !so.isUnwaived;
  if (isWaived) {
    const until = addDays(now, DEFAULT_WAIVER_DAYS);
    return waive(so, { until, reason: 'the label was set', by: 'a label' }, now);
  }
  return has('acknowledged') ? acknowledge(so, 'a label', now, now) : so;
}

/**
 * Another date than ours was set by a person; a command in a comment is clearer, where there are both. Where the
 * configuration has a promise the date is put right, with a word.
 */
export function hearDueDate(so: Heard, voices: Voices): Heard {
  const { issue, dueDates, ownDate, now } = voices;
  const { dueOn } = issue;
  const isPromised = so.rows.some((row) => row === 4 || row === 5 || row === 9);
  if (!dueDates || dueOn === undefined || dueOn === ownDate || isPromised) return so;
  if (so.state.waiver !== undefined || dueOn === so.state.promise?.due) return so;
  if (dateProblem(dueOn, now, MOST_PROMISED_DAYS) !== undefined) return so;
  const problem = obstacleToPromise(so.state, voices);
  if (problem !== undefined) return blame(so, `the due date was not taken over, since ${problem}`);
  return promise(so, { due: dueOn, by: 'the due date', on: dateOf(now) });
}

/** What the file says wins over everything said elsewhere; a promise in it is taken over once. */
export function hearConfiguration(so: Heard, { target, now }: Pick<Voices, 'target' | 'now'>): Heard {
  if (target === undefined) return so;
  return hearContact(hearConfiguredPromise(so, target, now), target, now);
}

function hearConfiguredPromise(so: Heard, target: TargetReport, now: string): Heard {
  const { configured, waiver } = so.state;
  const said = target.promise;
  if (said === configured) return so;
  if (said === undefined) return takePromiseBack(so, now);
  if (waiver !== undefined) return so;
  const due = said === 'next-maintenance' ? undefined : said;
  const given = promiseOf(due, CONFIGURATION, now);
  const taken = { ...so, state: { ...so.state, configured: said } };
  // A date that is too far ahead is warned of where the file is read. One that has passed is overdue, once it is seen
  // that it was not kept.
  if (due !== undefined && (!isDate(due) || due > addDays(now, MOST_PROMISED_DAYS))) return so;
  if (due === undefined || due >= dateOf(now)) return promise(taken, given);
  return target.verdict === 'plaintext' ? missedPromise(taken, given, now) : so;
}

function hearContact(so: Heard, { contacted }: TargetReport, now: string): Heard {
  const { contactedOn, regressedAt = '' } = so.state;
  if (contacted === contactedOn) return so;
  if (contacted === undefined) return takeContactBack(so, now);
  // Of an earlier episode, or a mistake that is refused where the file is read.
  if (contacted < dateOf(regressedAt) || contacted > dateOf(now)) return so;
  const told = `the operator was written to on ${contacted}`;
  const noted = note(so, remember({ ...so.state, contactedOn: contacted }, now, told), told);
  return acknowledge(noted, CONFIGURATION, `${contacted}T00:00:00.000Z`, now);
}
