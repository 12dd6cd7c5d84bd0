import type { CaseState, ListedIssue, PendingComment } from '../model/case.js';
import { readCase } from './marker.js';
import { isSettled } from './phases.js';
import type { KnownCase } from './steps.js';

/** A case as it stands on the forge; `pending` is what an interrupted run still owes it. */
export interface ListedCase extends KnownCase {
  readonly pending?: PendingComment;
}

/** All listed issues, told apart: those that are ours, and those that are left alone and why. */
export interface Roster {
  /** By domain: the one that goes on first, then the others, open before closed. */
  readonly cases: ReadonlyMap<string, readonly ListedCase[]>;
  /** Domains whose issue was written by a newer version of this tool: nothing may be opened for them. */
  readonly held: ReadonlyMap<string, number>;
  /** One sentence for each issue that is left alone, by number. */
  readonly notes: readonly string[];
}

/** Whether people are listened to there: not where the case is over and its issue closed. */
export function isListening({ issue, state }: ListedCase): boolean {
  return issue.state === 'open' || !isSettled(state);
}

/** Reads the hidden state of every listed issue that may be believed. The order of `listed` does not matter. */
export function readRoster(listed: readonly ListedIssue[]): Roster {
  const cases = new Map<string, ListedCase[]>();
  const held = new Map<string, number>();
  const notes: string[] = [];
  for (const issue of [...listed].sort((a, b) => a.number - b.number)) {
    const reading = readCase(issue.body);
    const note = noteOf(issue, reading.kind);
    if (note !== undefined) notes.push(note);
    if (!issue.trusted) continue;
    if (reading.kind === 'newer' && reading.domain !== undefined) held.set(reading.domain, issue.number);
    if (reading.kind !== 'case') continue;
    const { domain } = reading.state;
    cases.set(domain, [...(cases.get(domain) ?? []), withoutPending(issue, reading.state)].sort(byPrecedence));
  }
  return { cases, held, notes };
}

function noteOf(issue: ListedIssue, kind: ReturnType<typeof readCase>['kind']): string | undefined {
  const name = `#${issue.number}`;
  const isOpen = issue.state === 'open';
  if (kind === 'foreign') return isOpen ? `${name} has our label, but is not ours: left alone` : undefined;
  if (!issue.trusted) return `${name} looks like ours, but its author may not write to this repository: left alone`;
  if (kind === 'newer') return `${name} was written by a newer version of this tool: left alone`;
  if (kind === 'damaged') return `the hidden state of ${name} was edited and cannot be read: left alone`;
  return undefined;
}

function withoutPending(issue: ListedIssue, { pending, ...state }: CaseState): ListedCase {
  return { issue, state, ...(pending ? { pending } : {}) };
}

/** Open before closed, and the oldest of several open ones; of closed ones the one closed last, duplicates last of all. */
function byPrecedence(a: ListedCase, b: ListedCase): number {
  return rank(a) - rank(b) || (rank(a) === 0 ? a.issue.number - b.issue.number : closedFirst(b, a));
}

function rank({ issue }: ListedCase): number {
  if (issue.state === 'open') return 0;
  return issue.stateReason === 'duplicate' ? 2 : 1;
}

function closedFirst(a: ListedCase, b: ListedCase): number {
  const [left, right] = [a.issue.closedAt ?? '', b.issue.closedAt ?? ''];
  return left === right ? a.issue.number - b.issue.number : left < right ? -1 : 1;
}
