import type { CaseWaiver, PendingComment } from './case.js';

export interface IssueDraft {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** The date by which it is due. Only for forges with due dates. */
  readonly dueOn?: string;
  /** For forges that name things after it (a folder). */
  readonly domain?: string;
}

/** A label that must exist before an issue can carry it. `color` is six hex digits. */
export interface LabelDraft {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/** What one PATCH changes; absent fields stay as they are. */
export interface IssueChange {
  readonly title?: string;
  readonly body?: string;
  readonly state?: 'open' | 'closed';
  readonly stateReason?: 'completed' | 'not_planned' | 'reopened' | 'duplicate';
  /** The complete set: whatever is missing is taken off. */
  readonly labels?: readonly string[];
  /** The date by which it is due (`2026-12-01`), `null` to remove it. Only for forges with due dates. */
  readonly dueOn?: string | null;
}

interface Decision {
  readonly domain: string;
  /** Why, in words: printed with the plan and in the summary. */
  readonly because: string;
  /** Numbers of the transitions that it carries out (docs/cases.md); absent where there are none. */
  readonly rows?: readonly number[];
}

/**
 * One step of a plan. A change with a comment is three writes that survive being cut anywhere: the change (whose body
 * carries the comment as pending), the comment, and `settled`, the body without the pending mark.
 */
export type Action =
  | (Decision & { readonly kind: 'open'; readonly draft: IssueDraft })
  | (Decision & {
      readonly kind: 'update' | 'reopen' | 'close';
      readonly issue: number;
      readonly change: IssueChange;
      readonly comment?: PendingComment;
      readonly settled?: string;
      /** Ids of comments of people that were understood: each gets a reaction as a receipt. */
      readonly receipts?: readonly number[];
      /** Issues to put below this one, before it is changed. */
      readonly subIssues?: readonly number[];
      /** No news for anybody: whatever is comes first. */
      readonly isRoutine?: true;
      /** An issue whose own action must have been carried out before, since this one takes something away. */
      readonly after?: number;
    })
  | (Decision & { readonly kind: 'keep'; readonly issue?: number });

export interface DomainWaiver extends Pick<CaseWaiver, 'until' | 'reason'> {
  readonly domain: string;
}

export interface OverdueDomain {
  readonly domain: string;
  /** Absent where it is opened by this plan. */
  readonly issue?: number;
}

/**
 * All decisions of one run about issues, sorted by domain, complete before the first write. Two actions on one issue
 * build on each other: the second must not be tried when the first failed.
 */
export interface Plan {
  /** Needed by the actions; empty when nothing is opened. */
  readonly labels?: readonly LabelDraft[];
  readonly actions: readonly Action[];
  /** Domains that people left alone in their issues: they do not fail the run. Absent where there are none. */
  readonly waived?: readonly DomainWaiver[];
  /** Domains whose promised repair did not come, as far as this run looked at them. Absent where there are none. */
  readonly overdue?: readonly OverdueDomain[];
  /** Sentences about issues that were left alone: unknown marker version, not ours, not trusted. */
  readonly notes: readonly string[];
}

/** What became of one action. */
export interface Applied {
  readonly action: Action;
  /** `skipped`: somebody else changed the issue in the meantime; `note` says so. */
  readonly status: 'done' | 'failed' | 'skipped';
  readonly issue?: number;
  readonly url?: string;
  /** For people: what was refused and the line to add. */
  readonly error?: string;
  /** Done, but not quite as asked: an assignee who cannot be assigned. Or why it was skipped. */
  readonly note?: string;
}
