import { type CaseState, type PendingComment, findCaseMarker } from '../model/case.js';
import type { TrackingOptions } from '../model/config.js';
import { byteLength } from '../model/inert.js';
import type { Action, IssueChange, IssueDraft } from '../model/plan.js';
import type { TargetReport } from '../model/report.js';
import type { Advice } from '../model/remediation.js';
import { evidenceOf, renderSection } from './body.js';
import type { Owed } from './case-fields.js';
import { writeComment } from './comments.js';
import { labelsFor, newLabels } from './labels.js';
import { MARKER_LIMIT, OWED_LIMIT, replaceState, textAround, writeCase } from './marker.js';
import type { NextState } from './phases.js';
import type { SectionContext } from './sentences.js';
import { withSightings } from './sightings.js';
import type { KnownCase, Move } from './steps.js';
import { issueTitle } from './title.js';

/** What the texts of one run are written from, besides the case. */
export interface WritingContext {
  readonly tracking: Pick<
    TrackingOptions,
    'labelPrefix' | 'labels' | 'assignees' | 'closeAfter' | 'reopenDays' | 'language'
  >;
  readonly advice: Advice;
  /** `from` of s2s streams in the commands to paste. */
  readonly s2sFrom: string;
  /** ISO 8601 instant that stands for this run: planning it again counts it once. */
  readonly now: string;
  readonly runUrl?: string;
  /** Whether the forge has due dates; a promise is then shown as one. */
  readonly dueDates?: boolean;
  /** Whether people can say why they close an issue; absent: they can. */
  readonly closeReasons?: boolean;
  /** Whether labels change together with the text; absent: they do. */
  readonly atomicLabels?: boolean;
}

type ChangingMove = Extract<Move, { kind: 'update' | 'reopen' | 'close' }>;

/** A body of ours in bytes of UTF-8; forges refuse more than 65,536 characters. */
const BODY_BYTES = 64_000;
/** What people wrote around our section may use the difference. */
const BODY_WITH_OTHERS_BYTES = 65_000;
/** Below this our section is not cut, however much is written around it. */
const LEAST_SECTION_BYTES = 8000;
const MOST_ASSIGNEES = 10;

/** The action that opens an issue for a domain. */
export function openAction(
  { state: next, target, because, rows }: Extract<Move, { kind: 'open' }>,
  context: WritingContext,
): Action {
  const { labelPrefix, labels, assignees } = context.tracking;
  const section = sectionContext(next, target, context);
  const state = { ...next, evidence: evidenceOf(section) };
  const draft: IssueDraft = {
    title: issueTitle(next.domain),
    body: writeCase(undefined, renderSection(section, roomFor(undefined)), state),
    labels: newLabels(labelPrefix, labels, state),
    assignees: [...new Set(assignees)].slice(0, MOST_ASSIGNEES),
    ...(context.dueDates === true && next.promise ? { dueOn: next.promise.due } : {}),
    domain: next.domain,
  };
  return { kind: 'open', domain: next.domain, because, rows, draft };
}

/**
 * The action that writes a move to its issue; a quiet one that would change no word is a `keep`. Without a target, what
 * people see of the issue stays as it is.
 */
export function changeAction(move: ChangingMove, target: TargetReport | undefined, context: WritingContext): Action {
  const { kind, because, receipts, rows } = move;
  const { issue, state: before } = move.known;
  const { state, body } = writtenBody(move, target, context);
  const { domain } = state;
  if (move.quiet && state.evidence === before.evidence) {
    return keepAction(domain, { because: `${because}, nothing changed`, rows }, issue.number);
  }
  const comment = commentOf(move, context);
  const change = changeOf(move, context);
  const owed: Owed = {
    ...(comment ? { pending: comment } : {}),
    ...(change.labels && context.atomicLabels === false ? { relabel: true } : {}),
  };
  const isOwing = Object.keys(owed).length > 0;
  return {
    kind,
    domain,
    because,
    ...rowsOf(rows),
    issue: issue.number,
    change: { body: isOwing ? replaceState(body, { ...state, ...owed }) : body, ...change },
    ...(comment ? { comment } : {}),
    ...(isOwing ? { settled: body } : {}),
    ...(receipts.length > 0 ? { receipts } : {}),
    ...(move.routine ? { isRoutine: true } : {}),
  };
}

/** The issue body with the state of a move; what could not be looked at has nothing to show, and people keep what they saw. */
function writtenBody(
  { state: found, known: { issue, state: before }, isHidden }: ChangingMove,
  target: TargetReport | undefined,
  context: WritingContext,
): { readonly state: CaseState; readonly body: string } {
  const next = withSightings(before, found, context.now);
  if (isHidden || target === undefined || target.verdict === 'inconclusive') {
    const state = { ...next, evidence: before.evidence };
    return { state, body: replaceState(issue.body, state) };
  }
  const section = sectionContext(next, target, context, issue.url);
  const state = { ...next, evidence: evidenceOf(section) };
  return { state, body: writeCase(issue.body, renderSection(section, roomFor(issue.body)), state) };
}

/** Everything a move changes about its issue but the body. */
function changeOf(move: ChangingMove, context: WritingContext): IssueChange {
  const { kind, stateReason, state, known } = move;
  const labels = labelsFor(known.issue.labels, context.tracking.labelPrefix, state);
  return {
    ...(kind === 'update' ? {} : { state: kind === 'close' ? 'closed' : 'open' }),
    ...(stateReason ? { stateReason } : {}),
    ...(labels ? { labels } : {}),
    ...dueChange(move, context),
  };
}

/** The action of a move that changes nothing, and says why. */
export function keepAction(
  domain: string,
  { because, rows }: Pick<Move, 'because' | 'rows'>,
  issue: number | undefined,
): Action {
  return { kind: 'keep', domain, because, ...rowsOf(rows), ...(issue === undefined ? {} : { issue }) };
}

const rowsOf = (rows: Move['rows']): Pick<Action, 'rows'> => (rows.length > 0 ? { rows } : {});

function commentOf({ occasions, state, known }: ChangingMove, context: WritingContext): PendingComment | undefined {
  const [first, ...others] = occasions;
  if (first === undefined) return undefined;
  const { domain } = state;
  const { number, body } = known.issue;
  const before = findCaseMarker(body) ?? '';
  return writeComment([first, ...others], { ...context, ...context.tracking, domain, issue: number, before });
}

/** A promise is the due date of its issue; a date that a person set and we did not take over stays. */
function dueChange({ known, state }: ChangingMove, { dueDates }: WritingContext): { dueOn?: string | null } {
  const { issue, state: before } = known;
  const due = state.promise?.due;
  if (dueDates !== true || issue.dueOn === due) return {};
  if (due !== undefined) return { dueOn: due };
  return issue.dueOn === before.promise?.due ? { dueOn: null } : {};
}

/** What an interrupted run owes, and what of it is to be done. */
export interface Unfinished {
  readonly pending: PendingComment | undefined;
  readonly isPosted: boolean;
  /** The labels the issue should have, where it does not. */
  readonly labels: readonly string[] | undefined;
}

/** Does what an interrupted run promised, unless it is there, and takes the promise out of the state. */
export function finishingAction({ issue, state }: KnownCase, { pending, isPosted, labels }: Unfinished): Action {
  const settled = replaceState(issue.body, state);
  const comment = pending === undefined || isPosted ? {} : { comment: pending };
  const what = pending === undefined ? 'its labels' : `its comment is ${isPosted ? 'there' : 'missing'}`;
  const because = `an interrupted run is finished: ${what}`;
  const common = { kind: 'update', domain: state.domain, issue: issue.number, because } as const;
  if (labels === undefined && !('comment' in comment)) return { ...common, change: { body: settled } };
  return { ...common, change: labels === undefined ? {} : { labels }, ...comment, settled };
}

function sectionContext(
  state: NextState,
  target: TargetReport,
  context: WritingContext,
  issueUrl?: string,
): SectionContext {
  return { ...context, ...context.tracking, state, target, ...(issueUrl === undefined ? {} : { issueUrl }) };
}

function roomFor(body: string | undefined): number {
  const around = body === undefined ? 0 : byteLength(textAround(body));
  const room = Math.min(BODY_BYTES, BODY_WITH_OTHERS_BYTES - around) - MARKER_LIMIT - OWED_LIMIT;
  return Math.max(LEAST_SECTION_BYTES, room);
}
