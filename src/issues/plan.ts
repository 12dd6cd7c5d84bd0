import { type CaseState, type HeardComment, type ListedIssue, commentMarker } from '../model/case.js';
import type { TrackingOptions } from '../model/config.js';
import type { Action, DomainWaiver, Plan } from '../model/plan.js';
import type { TargetReport } from '../model/report.js';
import { type WritingContext, changeAction, finishingAction, keepAction, openAction } from './actions.js';
import { adopt } from './damaged.js';
import type { Ears } from './hearing.js';
import { labelDrafts, labelsFor } from './labels.js';
import { moveCase } from './lifecycle.js';
import { isInScope } from './listening.js';
import { replaceState } from './marker.js';
import { heardBeside, mergeHistories } from './merge.js';
import { dateOf } from './moments.js';
import { type Lateness, latenessOf } from './overdue.js';
import { precededBy, remember } from './phases.js';
import { type ListedCase, readRoster } from './roster.js';
import type { KnownCase, Move, RuleSettings, Rules } from './steps.js';

/** All that a plan is made from. */
export interface PlanInput extends WritingContext {
  /** Every issue with the managed label, open and closed. */
  readonly listed: readonly ListedIssue[];
  /** Comments of the issues that `issuesWithPendingComment` names. */
  readonly comments: ReadonlyMap<number, readonly string[]>;
  /** Comments since the instant of `listenTo`, of any issue; absent: they could not be read. */
  readonly heard?: readonly HeardComment[];
  readonly targets: readonly TargetReport[];
  /** Domains with a waiver in the file, whatever was found. */
  readonly leftAlone?: ReadonlySet<string>;
  readonly tracking: WritingContext['tracking'] & RuleSettings & Pick<TrackingOptions, 'maxInconclusive'>;
}

/** With fewer domains, that most of them could not be reached says little about us. */
const FEWEST_TO_DOUBT = 4;

/**
 * Decides what is done to which issue: complete before the first write, sorted by domain, and the same for the same
 * input in any order. Pure.
 */
export function planIssues(input: PlanInput): Plan {
  const { cases, damaged, held, notes } = readRoster(input.listed);
  const targets = new Map(input.targets.map((target) => [target.domain, target]));
  const domains = [...new Set([...targets.keys(), ...cases.keys(), ...damaged.keys()])].sort();
  const context: PlanContext = { input, rules: rulesOf(input), comments: input.heard && byIssue(input.heard) };
  const planned = domains.map((domain): PlannedDomain => {
    const newer = held.get(domain);
    if (newer !== undefined)
      return {
        actions: [keepAction(domain, unwritten('its issue was written by a newer version of this tool'), newer)],
      };
    const known = { cases: cases.get(domain) ?? [], damaged: damaged.get(domain) ?? [] };
    return planDomain(domain, known, targets.get(domain), context);
  });
  const actions = planned.flatMap((each) => each.actions);
  const labels = labelDrafts(input.tracking.labelPrefix, actions.flatMap(labelsSet));
  const waived = planned.flatMap(({ waiver }) => waiver ?? []);
  const overdue = planned.flatMap((each) => each.overdue ?? []);
  return {
    labels,
    actions,
    notes,
    ...(waived.length > 0 ? { waived } : {}),
    ...(overdue.length > 0 ? { overdue } : {}),
  };
}

interface PlannedDomain extends Lateness {
  readonly actions: readonly Action[];
  /** Set where people left it alone in its issue: then no run fails because of it. */
  readonly waiver?: DomainWaiver;
}

/** What a plan is made with, the same for every domain. */
interface PlanContext {
  readonly input: PlanInput;
  readonly rules: Rules;
  readonly comments: ReadonlyMap<number, readonly HeardComment[]> | undefined;
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

const unwritten = (because: string) => ({ because, rows: [] });

interface KnownIssues {
  readonly cases: readonly ListedCase[];
  readonly damaged: readonly ListedIssue[];
}

function planDomain(
  domain: string,
  { cases, damaged }: KnownIssues,
  target: TargetReport | undefined,
  context: PlanContext,
): PlannedDomain {
  const { input, rules } = context;
  const [first] = cases;
  if (first === undefined) return planWithoutCase(domain, damaged, target, context);
  // Another job looks at it, and may be writing to it right now.
  if (!isInScope(domain, { ...input, fullRun: rules.fullRun })) return notLookedAt(domain, first.issue);
  const finishing = cases.flatMap((known) => finishInterrupted(known, input));
  const [primary = first, ...others] = cases.map((known) => withoutOwed(known, input));
  const broken = damaged.map((issue) => adopt(issue, domain, input.now));
  // What was said beside the case has to be heard before it is closed there.
  const duplicates = context.comments ? [...others.filter(({ issue }) => issue.state === 'open'), ...broken] : [];
  const merged = mergeHistories(primary, duplicates);
  const next = goOn(merged, duplicates, target, context);
  const closing = duplicates.map((known) => closeDuplicate(known, primary.issue.number, input));
  const [action] = next.actions;
  // The last one that is closed is the case itself: as long as any is open, the next run knows which one that is.
  const isLast = action?.kind === 'close';
  const isMerging = isLast || action === undefined || action.kind === 'keep';
  const merging = isMerging ? mergingAction(primary, merged) : [];
  const actions = isLast ? [...merging, ...closing, ...next.actions] : [...merging, ...next.actions, ...closing];
  return { ...next, actions: [...finishing, ...actions] };
}

/** Written before the others are closed, so that nothing is lost when a run ends in between. */
function mergingAction({ issue, state: before }: KnownCase, { issue: { body }, state }: KnownCase): Action[] {
  if (state === before) return [];
  const because = 'takes over the history of another issue of the same domain';
  return [{ kind: 'update', domain: state.domain, issue: issue.number, because, change: { body } }];
}

/** A domain without a case that can be read: an issue that was damaged is mended before another one is opened. */
function planWithoutCase(
  domain: string,
  [broken, ...more]: readonly ListedIssue[],
  target: TargetReport | undefined,
  context: PlanContext,
): PlannedDomain {
  const { input, rules } = context;
  if (broken === undefined) {
    const move = moveCase(undefined, { comments: [], beside: new Map() }, target, rules, input.now);
    const late = move.kind === 'open' ? latenessOf(move.state, undefined, target) : {};
    return { actions: [actionOf(domain, undefined, move, target, context)], ...late };
  }
  if (target === undefined || target.verdict === 'inconclusive')
    return { actions: [keepAction(domain, unwritten('its hidden line cannot be read'), broken.number)] };
  const known = adopt(broken, domain, input.now);
  const move = moveCase(known, { comments: [], beside: new Map() }, target, rules, input.now);
  if (move.kind === 'keep' || move.kind === 'open') return { actions: [keepAction(domain, move, broken.number)] };
  const story = 'the hidden line could not be read: it begins anew';
  const told = {
    ...move,
    state: precededBy(move.state, input.now, story),
    because: `its hidden line could not be read, so it begins anew; ${move.because}`,
    rows: [...move.rows, 28] as const,
    occasions: [{ kind: 'damaged' } as const, ...move.occasions],
    quiet: false,
    routine: false,
  };
  const duplicates = more.map((issue) => closeDuplicate(adopt(issue, domain, input.now), broken.number, input));
  return { actions: [changeAction(told, target, input), ...duplicates], ...latenessOf(told.state, broken, target) };
}

function notLookedAt(domain: string, issue: ListedIssue): PlannedDomain {
  if (issue.state === 'closed') return { actions: [] };
  return { actions: [keepAction(domain, unwritten('not looked at in this run'), issue.number)] };
}

/** The next step of the case itself. */
function goOn(
  known: KnownCase,
  duplicates: readonly KnownCase[],
  target: TargetReport | undefined,
  context: PlanContext,
): PlannedDomain {
  const { input, rules, comments } = context;
  const { domain } = known.state;
  const move = moveCase(known, earsOf(known, duplicates, comments), target, rules, input.now);
  if (move.kind === 'open') return { actions: [openAction(move, input)], ...latenessOf(move.state, undefined, target) };
  const state = move.kind === 'keep' ? known.state : move.state;
  const rest = {
    ...waiverInForce(domain, state, input.now),
    ...latenessOf(state, known.issue, target, input.leftAlone),
  };
  // A closed issue of a domain that is not configured is history, and not worth a line in every run.
  if (move.kind === 'keep' && target === undefined && known.issue.state === 'closed') return { actions: [], ...rest };
  return { actions: [actionOf(domain, known, move, target, context)], ...rest };
}

function actionOf(
  domain: string,
  known: KnownCase | undefined,
  move: Move,
  target: TargetReport | undefined,
  { input }: PlanContext,
): Action {
  if (move.kind === 'open') return openAction(move, input);
  if (move.kind === 'keep') return keepAction(domain, move, known?.issue.number);
  return changeAction(move, target, input);
}

/** Comments of the issue that goes on, and of the others as far as they were not heard yet. */
function earsOf(
  { issue, state }: KnownCase,
  duplicates: readonly KnownCase[],
  comments: PlanContext['comments'],
): Ears {
  const heard = heardBeside(state);
  const beside = new Map(duplicates.map(({ issue: { number } }) => [number, heard.get(number) ?? 0]));
  const numbers = [issue.number, ...beside.keys()];
  return { comments: comments && numbers.flatMap((number) => comments.get(number) ?? []), beside };
}

function waiverInForce(
  domain: string,
  state: Pick<CaseState, 'phase' | 'waiver'>,
  now: string,
): Pick<PlannedDomain, 'waiver'> {
  const { until = '', reason = '' } = state.waiver ?? {};
  return state.phase === 'waived' && dateOf(now) < until ? { waiver: { domain, until, reason } } : {};
}

function finishInterrupted({ issue, state, owed }: ListedCase, { comments, tracking }: PlanInput): Action[] {
  const { pending, relabel } = owed;
  if (pending === undefined && relabel === undefined) return [];
  const posted = pending === undefined ? [] : comments.get(issue.number);
  if (posted === undefined) throw new Error(`The comments of #${issue.number} were not read before planning.`);
  const isPosted = pending !== undefined && posted.some((body) => body.includes(commentMarker(pending.id)));
  const labels = relabel ? labelsFor(issue.labels, tracking.labelPrefix, state) : undefined;
  return [finishingAction({ issue, state }, { pending, isPosted, labels })];
}

/** The case as it is once what an interrupted run owed is done: later actions start from there. */
function withoutOwed({ issue, state, owed }: ListedCase, { tracking }: PlanInput): KnownCase {
  if (Object.keys(owed).length === 0) return { issue, state };
  const labels = owed.relabel ? (labelsFor(issue.labels, tracking.labelPrefix, state) ?? issue.labels) : issue.labels;
  return { issue: { ...issue, labels, body: replaceState(issue.body, state) }, state };
}

function closeDuplicate(known: KnownCase, original: number, input: PlanInput): Action {
  const state = { ...known.state, phase: 'untracked', duplicateOf: original } as const;
  const move = {
    kind: 'close',
    known,
    because: `#${original} follows the same domain`,
    state: remember(state, input.now, `goes on in #${original}`),
    rows: [23],
    quiet: false,
    routine: false,
    isHidden: true,
    stateReason: 'duplicate',
    occasions: [{ kind: 'duplicate', of: original }],
    receipts: [],
  } as const;
  return { ...changeAction(move, undefined, input), after: original } as Action;
}
