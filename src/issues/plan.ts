import { type CaseState, type HeardComment, type ListedIssue, commentMarker } from '../model/case.js';
import type { TrackingOptions } from '../model/config.js';
import type { Action, DomainWaiver, Plan } from '../model/plan.js';
import type { TargetReport } from '../model/report.js';
import { type WritingContext, changeAction, finishingAction, keepAction, openAction } from './actions.js';
import { labelDrafts } from './labels.js';
import { moveCase } from './lifecycle.js';
import { replaceState } from './marker.js';
import { mergeHistories } from './merge.js';
import { dateOf } from './moments.js';
import { remember } from './phases.js';
import { type ListedCase, isListening, readRoster } from './roster.js';
import type { KnownCase, Rules } from './steps.js';

/** All that a plan is made from. */
export interface PlanInput extends WritingContext {
  /** Every issue with the managed label, open and closed. */
  readonly listed: readonly ListedIssue[];
  /** Comments of the issues that {@link issuesWithPendingComment} names. */
  readonly comments: ReadonlyMap<number, readonly string[]>;
  /** Comments since {@link listenSince}, of any issue. */
  readonly heard?: readonly HeardComment[];
  readonly targets: readonly TargetReport[];
  readonly tracking: WritingContext['tracking'] &
    Pick<TrackingOptions, 'fullRun' | 'maxInconclusive' | 'graceDays' | 'silenceDays' | 'skipWeekends'>;
}

/** Clocks of forges and runners differ, and a comment may be written while we read: so much is read twice. */
const OVERLAP_MS = 3_600_000;
/** With fewer domains, that most of them could not be reached says little about us. */
const FEWEST_TO_DOUBT = 4;

/** Issues whose comments must be read before planning, since an interrupted run may or may not have posted one. */
export function issuesWithPendingComment(listed: readonly ListedIssue[]): number[] {
  const cases = [...readRoster(listed).cases.values()].flat();
  return cases.filter(({ pending }) => pending !== undefined).map(({ issue }) => issue.number);
}

/** The instant from which comments have to be read: the oldest cursor of all cases that listen; undefined: none does. */
export function listenSince(listed: readonly ListedIssue[]): string | undefined {
  const cases = [...readRoster(listed).cases.values()].flat().filter(isListening);
  const [oldest] = cases.map(({ state }) => state.heardAt ?? state.firstSeenAt).sort();
  return oldest === undefined ? undefined : new Date(Date.parse(oldest) - OVERLAP_MS).toISOString();
}

/**
 * Decides what is done to which issue: complete before the first write, sorted by domain, and the same for the same
 * input in any order. Pure.
 */
export function planIssues(input: PlanInput): Plan {
  const { cases, held, notes } = readRoster(input.listed);
  const targets = new Map(input.targets.map((target) => [target.domain, target]));
  const domains = [...new Set([...targets.keys(), ...cases.keys()])].sort();
  const context: PlanContext = { input, rules: rulesOf(input), comments: byIssue(input.heard ?? []) };
  const planned = domains.map((domain): PlannedDomain => {
    const newer = held.get(domain);
    if (newer === undefined) return planDomain(domain, cases.get(domain) ?? [], targets.get(domain), context);
    const because = 'its issue was written by a newer version of this tool';
    return { actions: [{ kind: 'keep', domain, issue: newer, because }] };
  });
  const actions = planned.flatMap((each) => each.actions);
  const labels = labelDrafts(input.tracking.labelPrefix, actions.flatMap(labelsSet));
  const waived = planned.flatMap(({ waiver }) => waiver ?? []);
  return { labels, actions, notes, ...(waived.length > 0 ? { waived } : {}) };
}

interface PlannedDomain {
  readonly actions: readonly Action[];
  /** Set where people left it alone in its issue: then no run fails because of it. */
  readonly waiver?: DomainWaiver;
}

/** What a plan is made with, the same for every domain. */
interface PlanContext {
  readonly input: PlanInput;
  readonly rules: Rules;
  readonly comments: ReadonlyMap<number, readonly HeardComment[]>;
}

function rulesOf({ tracking, targets, dueDates = false }: PlanInput): Rules {
  const { maxInconclusive = 50 } = tracking;
  const unclear = targets.filter(({ verdict }) => verdict === 'inconclusive').length;
  return {
    ...tracking,
    dueDates,
    isDoubtful: targets.length >= FEWEST_TO_DOUBT && unclear * 100 > targets.length * maxInconclusive,
  };
}

function byIssue(comments: readonly HeardComment[]): Map<number, HeardComment[]> {
  const found = new Map<number, HeardComment[]>();
  for (const comment of comments) {
    const before = found.get(comment.issue);
    if (before) before.push(comment);
    else found.set(comment.issue, [comment]);
  }
  return found;
}

const labelsSet = (action: Action): readonly string[] =>
  action.kind === 'open' ? action.draft.labels : action.kind === 'keep' ? [] : (action.change.labels ?? []);

function planDomain(
  domain: string,
  cases: readonly ListedCase[],
  target: TargetReport | undefined,
  context: PlanContext,
): PlannedDomain {
  const { input } = context;
  const finishing = cases.flatMap((known) => finishInterrupted(known, input));
  const [primary, ...others] = cases.map(withoutPromise);
  if (primary === undefined) return goOn(domain, primary, target, context);
  const duplicates = others.filter(({ issue }) => issue.state === 'open');
  const merged = mergeHistories(primary, duplicates);
  const next = goOn(domain, merged, target, context);
  const actions = [
    ...finishing,
    ...mergingAction(primary, merged),
    ...duplicates.map((known) => closeDuplicate(known, primary.issue.number, input)),
    ...next.actions,
  ];
  return { ...next, actions };
}

/** Written before the others are closed, so that nothing is lost when a run ends in between. */
function mergingAction({ issue, state: before }: KnownCase, { issue: { body }, state }: KnownCase): Action[] {
  if (state === before) return [];
  const because = 'takes over the history of another issue of the same domain';
  return [{ kind: 'update', domain: state.domain, issue: issue.number, because, change: { body } }];
}

/** The next step of the case itself. */
function goOn(
  domain: string,
  known: KnownCase | undefined,
  target: TargetReport | undefined,
  { input, rules, comments }: PlanContext,
): PlannedDomain {
  const said = known ? (comments.get(known.issue.number) ?? []) : [];
  const move = moveCase(known, said, target, rules, input.now);
  if (move.kind === 'open') return { actions: [openAction(move, input)] };
  const waived = waiverInForce(domain, move.kind === 'keep' ? known?.state : move.state, input.now);
  if (move.kind !== 'keep') return { actions: [changeAction(move, target, input)], ...waived };
  // A closed issue of a domain that is not configured is history, and not worth a line in every run.
  if (target === undefined && known?.issue.state === 'closed') return { actions: [], ...waived };
  return { actions: [keepAction(domain, move, known?.issue.number)], ...waived };
}

function waiverInForce(
  domain: string,
  state: Pick<CaseState, 'phase' | 'waiver'> | undefined,
  now: string,
): Pick<PlannedDomain, 'waiver'> {
  const { until = '', reason = '' } = state?.waiver ?? {};
  return state?.phase === 'waived' && dateOf(now) < until ? { waiver: { domain, until, reason } } : {};
}

function finishInterrupted({ issue, state, pending }: ListedCase, { comments }: PlanInput): Action[] {
  if (pending === undefined) return [];
  const posted = comments.get(issue.number);
  if (posted === undefined) throw new Error(`The comments of #${issue.number} were not read before planning.`);
  const isPosted = posted.some((body) => body.includes(commentMarker(pending.id)));
  return [finishingAction({ issue, state }, pending, isPosted)];
}

/** The case as it is once what an interrupted run owed is done: later actions start from there. */
function withoutPromise({ issue, state, pending }: ListedCase): KnownCase {
  return pending === undefined
    ? { issue, state }
    : { issue: { ...issue, body: replaceState(issue.body, state) }, state };
}

function closeDuplicate(known: KnownCase, original: number, input: PlanInput): Action {
  const move = {
    kind: 'close',
    known,
    because: `#${original} follows the same domain`,
    state: remember({ ...known.state, phase: 'untracked' }, input.now, `goes on in #${original}`),
    rows: [23],
    quiet: false,
    stateReason: 'duplicate',
    occasions: [{ kind: 'duplicate', of: original }],
    receipts: [],
  } as const;
  return changeAction(move, undefined, input);
}
