import type { PendingComment } from '../model/case.js';
import type { TrackingOptions } from '../model/config.js';
import { byteLength } from '../model/inert.js';
import type { Action, IssueDraft } from '../model/plan.js';
import type { TargetReport } from '../model/report.js';
import type { Advice } from '../model/remediation.js';
import { evidenceOf, renderSection } from './body.js';
import { writeComment } from './comments.js';
import { labelsFor, newLabels } from './labels.js';
import { MARKER_LIMIT, replaceState, textAround, writeCase } from './marker.js';
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
}

type ChangingMove = Extract<Move, { kind: 'update' | 'reopen' | 'close' }>;

/** A body of ours in bytes of UTF-8; forges refuse more than 65,536 characters. */
const BODY_BYTES = 60_000;
/** What people wrote around our section may use the difference. */
const BODY_WITH_OTHERS_BYTES = 65_000;
/** Below this our section is not cut, however much is written around it. */
const LEAST_SECTION_BYTES = 8000;
const MOST_ASSIGNEES = 10;

/** The action that opens an issue for a domain. */
export function openAction(
  { state: next, target, because }: Extract<Move, { kind: 'open' }>,
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
    domain: next.domain,
  };
  return { kind: 'open', domain: next.domain, because, draft };
}

/**
 * The action that writes a move to its issue; a quiet one that would change no word is a `keep`. Without a target, what
 * people see of the issue stays as it is.
 */
export function changeAction(move: ChangingMove, target: TargetReport | undefined, context: WritingContext): Action {
  const { kind, because, stateReason, receipts } = move;
  const { issue, state: before } = move.known;
  const next = withSightings(before, move.state, context.now);
  const { domain } = next;
  // What could not be looked at has nothing to show: people keep what they saw last.
  const section =
    target && target.verdict !== 'inconclusive' ? sectionContext(next, target, context, issue.url) : undefined;
  const state = { ...next, evidence: section ? evidenceOf(section) : before.evidence };
  if (move.quiet && state.evidence === before.evidence) {
    return { kind: 'keep', domain, issue: issue.number, because: `${because}, nothing changed` };
  }
  const body = section
    ? writeCase(issue.body, renderSection(section, roomFor(issue.body)), state)
    : replaceState(issue.body, state);
  const comment = commentOf(move, context);
  const labels = labelsFor(issue.labels, context.tracking.labelPrefix, state);
  return {
    kind,
    domain,
    because,
    issue: issue.number,
    change: {
      body: comment ? replaceState(body, { ...state, pending: comment }) : body,
      ...(kind === 'update' ? {} : { state: kind === 'close' ? 'closed' : 'open' }),
      ...(stateReason ? { stateReason } : {}),
      ...(labels ? { labels } : {}),
      ...dueChange(move, context),
    },
    ...(comment ? { comment, settled: body } : {}),
    ...(receipts.length > 0 ? { receipts } : {}),
  };
}

function commentOf({ occasions, state, known }: ChangingMove, context: WritingContext): PendingComment | undefined {
  const [first, ...others] = occasions;
  if (first === undefined) return undefined;
  const { domain } = state;
  return writeComment([first, ...others], { ...context, ...context.tracking, domain, issue: known.issue.number });
}

/** A promise is the due date of its issue; a date that a person set and we did not take over stays. */
function dueChange({ known, state }: ChangingMove, { dueDates }: WritingContext): { dueOn?: string | null } {
  const { issue, state: before } = known;
  const due = state.promise?.due;
  if (dueDates !== true || issue.dueOn === due) return {};
  if (due !== undefined) return { dueOn: due };
  return issue.dueOn === before.promise?.due ? { dueOn: null } : {};
}

/** Posts the comment that an interrupted run promised, unless it is there, and takes the promise out of the state. */
export function finishingAction({ issue, state }: KnownCase, pending: PendingComment, isPosted: boolean): Action {
  const settled = replaceState(issue.body, state);
  const because = `an interrupted run is finished: its comment is ${isPosted ? 'there' : 'missing'}`;
  const common = { kind: 'update', domain: state.domain, issue: issue.number, because } as const;
  return isPosted ? { ...common, change: { body: settled } } : { ...common, change: {}, comment: pending, settled };
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
  const room = Math.min(BODY_BYTES, BODY_WITH_OTHERS_BYTES - around) - MARKER_LIMIT;
  return Math.max(LEAST_SECTION_BYTES, room);
}
