import { type ListedIssue, commentMarker } from '../model/case.js';
import type { TrackingOptions } from '../model/config.js';
import type { Action, LabelDraft, Plan } from '../model/plan.js';
import type { TargetReport } from '../model/report.js';
import { type WritingContext, changeAction, finishingAction, openAction } from './actions.js';
import { type KnownCase, moveCase } from './lifecycle.js';
import { replaceState } from './marker.js';
import { type ListedCase, readRoster } from './roster.js';

/** All that a plan is made from. */
export interface PlanInput extends WritingContext {
  /** Every issue with the managed label, open and closed. */
  readonly listed: readonly ListedIssue[];
  /** Comments of the issues that {@link issuesWithPendingComment} names. */
  readonly comments: ReadonlyMap<number, readonly string[]>;
  readonly targets: readonly TargetReport[];
  readonly tracking: WritingContext['tracking'] & Pick<TrackingOptions, 'fullRun'>;
}

/** Issues whose comments must be read before planning, since an interrupted run may or may not have posted one. */
export function issuesWithPendingComment(listed: readonly ListedIssue[]): number[] {
  const cases = [...readRoster(listed).cases.values()].flat();
  return cases.filter(({ pending }) => pending !== undefined).map(({ issue }) => issue.number);
}

/**
 * Decides what is done to which issue: complete before the first write, sorted by domain, and the same for the same
 * input in any order. Pure.
 */
export function planIssues(input: PlanInput): Plan {
  const { cases, held, notes } = readRoster(input.listed);
  const targets = new Map(input.targets.map((target) => [target.domain, target]));
  const domains = [...new Set([...targets.keys(), ...cases.keys()])].sort();
  const actions = domains.flatMap((domain): Action[] => {
    const newer = held.get(domain);
    if (newer === undefined) return planDomain(domain, cases.get(domain) ?? [], targets.get(domain), input);
    return [{ kind: 'keep', domain, issue: newer, because: 'its issue was written by a newer version of this tool' }];
  });
  const labels = actions.some(({ kind }) => kind === 'open') ? [managedLabel(input.tracking.labelPrefix)] : [];
  return { labels, actions, notes };
}

function planDomain(
  domain: string,
  cases: readonly ListedCase[],
  target: TargetReport | undefined,
  input: PlanInput,
): Action[] {
  const finishing = cases.flatMap((known) => finishInterrupted(known, input));
  const [primary, ...others] = cases.map(withoutPromise);
  const duplicates = others.filter(({ issue }) => issue.state === 'open');
  return [
    ...finishing,
    ...(primary ? duplicates.map((known) => closeDuplicate(known, primary.issue.number, input)) : []),
    ...goOn(domain, primary, target, input),
  ];
}

/** The next step of the case itself. */
function goOn(
  domain: string,
  known: KnownCase | undefined,
  target: TargetReport | undefined,
  input: PlanInput,
): Action[] {
  const move = moveCase(known, target, input.tracking, input.now);
  if (move.kind === 'open') return [openAction(move, input)];
  if (move.kind !== 'keep') return [changeAction(move, target, input)];
  // A closed issue of a domain that is not configured is history, and not worth a line in every run.
  if (target === undefined && known?.issue.state === 'closed') return [];
  return [{ kind: 'keep', domain, because: move.because, ...(known ? { issue: known.issue.number } : {}) }];
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
    state: { ...known.state, phase: 'untracked' },
    stateReason: 'duplicate',
    occasion: { kind: 'duplicate', of: original },
  } as const;
  return changeAction(move, undefined, input);
}

function managedLabel(name: string): LabelDraft {
  const description = 'An XMPP domain that can be used without TLS; kept by xmpp-tls-compliance';
  return { name, color: '1d76db', description };
}
