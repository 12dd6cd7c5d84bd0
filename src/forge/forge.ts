import type { HeardComment, ListedIssue } from '../model/case.js';
import type { IssueChange, IssueDraft } from '../model/plan.js';

export type { HeardComment, ListedIssue } from '../model/case.js';

/** What a forge can do, as data: planning and applying ask this, and never which forge it is. */
export interface ForgeCapabilities {
  /** Whether a closed issue says why: `completed`, `not_planned`, `duplicate`. Without it every close looks the same. */
  readonly closeReasons: boolean;
  /** Whether one issue that is read by itself says who closed it. */
  readonly closers: boolean;
  /** Whether issues have a date by which they are due, set by us and by people. */
  readonly dueDates: boolean;
  /** Whether issues can be put below another issue. */
  readonly subIssues: boolean;
  /** Whether labels change in the same request as the text. Otherwise they follow it, and a run may die in between. */
  readonly atomicLabels: boolean;
  /** Whether a comment can be acknowledged by a reaction. Without it {@link IssueWriter.react} does nothing. */
  readonly reactions: boolean;
}

/** Reads cases from a forge or a folder. Listing is complete or an error, never a part. */
export interface IssueReader {
  readonly capabilities: ForgeCapabilities;
  listManaged(label: string): Promise<readonly ListedIssue[]>;
  /** One issue as it is now; undefined when it was deleted, moved or hidden. */
  readIssue(issue: number): Promise<ListedIssue | undefined>;
  /** Bodies of the comments of one issue by those who are trusted to write state, oldest first. */
  listComments(issue: number): Promise<readonly string[]>;
  /**
   * Comments of all issues that were written or changed at `since` (ISO 8601) or later, by growing id: on a quiet night
   * one call, however many cases there are. Whether an author may command is asked only for comments that `needsRights`
   * accepts (by default all) and once per author; for others `mayCommand` is false.
   */
  listCommentsSince(since: string, needsRights?: NeedsRights): Promise<readonly HeardComment[]>;
}

/** Whether it matters what the author of a comment may do. */
export type NeedsRights = (comment: Pick<HeardComment, 'id' | 'issue' | 'body'>) => boolean;

export interface CreatedIssue {
  readonly number: number;
  readonly url: string;
  /** What was not done as asked, as a sentence for people. */
  readonly note?: string;
}

/** The only things that change a forge. Only built when the run may write. */
export interface IssueWriter {
  ensureLabel(name: string, color: string, description: string): Promise<void>;
  create(draft: IssueDraft): Promise<CreatedIssue>;
  change(issue: number, change: IssueChange): Promise<void>;
  comment(issue: number, body: string): Promise<void>;
  /** Puts an issue below another; where the forge has no sub-issues it is not called. */
  addSubIssue(parent: number, child: number): Promise<void>;
  /** Shows the author of a comment that it was read. Doing it twice is like doing it once. */
  react(comment: number): Promise<void>;
}

interface ForgeErrorDetails {
  readonly status?: number;
  readonly outcome: 'refused' | 'lost';
  readonly hint?: string;
  readonly stops?: boolean;
  readonly limited?: boolean;
}

/** What a forge refused, with the sentence that helps: `hint` names the cause and the line to add. */
export class ForgeError extends Error {
  override readonly name = 'ForgeError';
  readonly status: number | undefined;
  /** `lost`: the request may have been carried out although no answer came. */
  readonly outcome: 'refused' | 'lost';
  readonly hint: string | undefined;
  /** Whether every further write would be refused for the same reason: no permission, issues turned off. */
  readonly stops: boolean;
  /** Whether it was refused only for being asked too often. */
  readonly limited: boolean;

  constructor(message: string, details: ForgeErrorDetails) {
    super(message);
    this.status = details.status;
    this.outcome = details.outcome;
    this.hint = details.hint;
    this.stops = details.stops ?? false;
    this.limited = details.limited ?? false;
  }
}

/** What happened and what helps, as one line for people. */
export function describeForgeError({ message, hint }: ForgeError): string {
  return hint === undefined ? message : `${message} ${hint}`;
}
