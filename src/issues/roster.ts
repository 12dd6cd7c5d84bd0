import type { CaseState, ListedIssue } from '../model/case.js';
import type { Owed } from './case-fields.js';
import { type CaseReading, readCase } from './marker.js';
import type { KnownCase } from './steps.js';
import { domainInTitle } from './title.js';

/** A case as it stands on the forge, and what an interrupted run still owes it. */
export interface ListedCase extends KnownCase {
  readonly owed: Owed;
}

/** All listed issues, told apart: those that are ours, and those that are left alone and why. */
export interface Roster {
  /** By domain: the one that goes on first, then the others, open before closed. */
  readonly cases: ReadonlyMap<string, readonly ListedCase[]>;
  /** Open issues of ours whose hidden state cannot be read any more, by the domain that they seem to be about. */
  readonly damaged: ReadonlyMap<string, readonly ListedIssue[]>;
  /** Domains whose issue was written by a newer version of this tool: nothing may be opened for them. */
  readonly held: ReadonlyMap<string, number>;
  /** One sentence for each issue that is left alone, by number. */
  readonly notes: readonly string[];
}

/** Reads the hidden state of every listed issue that may be believed. The order of `listed` does not matter. */
export function readRoster(listed: readonly ListedIssue[]): Roster {
  const cases = new Map<string, ListedCase[]>();
  const damaged = new Map<string, ListedIssue[]>();
  const held = new Map<string, number>();
  const notes: string[] = [];
  for (const issue of [...listed].sort((a, b) => a.number - b.number)) {
    const reading = readCase(issue.body);
    const domain = domainOf(issue, reading);
    const note = noteOf(issue, reading.kind, domain);
    if (note !== undefined) notes.push(note);
    if (!issue.trusted || domain === undefined) continue;
    if (reading.kind === 'newer') held.set(domain, issue.number);
    if (reading.kind === 'damaged' && issue.state === 'open') add(damaged, domain, issue);
    if (reading.kind === 'case') add(cases, domain, withoutOwed(issue, reading.state));
  }
  for (const known of cases.values()) known.sort(byPrecedence);
  return { cases, damaged, held, notes };
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Of a damaged state the title may tell what it was about: enough not to open another issue beside it. */
function domainOf(issue: ListedIssue, reading: CaseReading): string | undefined {
  switch (reading.kind) {
    case 'case':
      return reading.state.domain;
    case 'newer':
      return reading.domain;
    case 'damaged':
      return reading.domain ?? domainInTitle(issue.title);
    case 'foreign':
      return undefined;
  }
}

function noteOf(issue: ListedIssue, kind: CaseReading['kind'], domain: string | undefined): string | undefined {
  const name = `#${issue.number}`;
  const isOpen = issue.state === 'open';
  if (kind === 'foreign') return isOpen ? `${name} has our label, but is not ours: left alone` : undefined;
  if (!issue.trusted) return `${name} looks like ours, but its author may not write to this repository: left alone`;
  if (kind === 'newer') return `${name} was written by a newer version of this tool: left alone`;
  if (kind !== 'damaged' || (isOpen && domain !== undefined)) return undefined;
  return `the hidden state of ${name} was edited and cannot be read: left alone`;
}

function withoutOwed(issue: ListedIssue, { pending, relabel, ...state }: CaseState): ListedCase {
  return { issue, state, owed: { ...(pending ? { pending } : {}), ...(relabel ? { relabel } : {}) } };
}

/** Open before closed, and the oldest of several open ones; of closed ones the one closed last, duplicates last of all. */
function byPrecedence(a: ListedCase, b: ListedCase): number {
  return rank(a) - rank(b) || (rank(a) === 0 ? a.issue.number - b.issue.number : closedFirst(b, a));
}

/** Not every forge says why an issue was closed; our own state does. */
function rank({ issue, state }: ListedCase): number {
  if (issue.state === 'open') return 0;
  return issue.stateReason === 'duplicate' || state.duplicateOf !== undefined ? 2 : 1;
}

function closedFirst(a: ListedCase, b: ListedCase): number {
  const [left, right] = [a.issue.closedAt ?? '', b.issue.closedAt ?? ''];
  return left === right ? a.issue.number - b.issue.number : left < right ? -1 : 1;
}
