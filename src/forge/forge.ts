import type { ListedIssue } from '../model/case.js';
import type { IssueChange, IssueDraft } from '../model/plan.js';

export type { ListedIssue } from '../model/case.js';

/** Reads cases from a forge or a folder. Listing is complete or an error, never a part. */
export interface IssueReader {
  listManaged(label: string): Promise<readonly ListedIssue[]>;
  /** Bodies of the comments of one issue by those who are trusted to write state, oldest first. */
  listComments(issue: number): Promise<readonly string[]>;
}

export interface CreatedIssue {
  readonly number: number;
  readonly url: string;
  /** What was not done as asked, as a sentence for people. */
  readonly note?: string;
}

/** The only four things that change a forge. Only built when the run may write. */
export interface IssueWriter {
  ensureLabel(name: string, color: string, description: string): Promise<void>;
  create(draft: IssueDraft): Promise<CreatedIssue>;
  change(issue: number, change: IssueChange): Promise<void>;
  comment(issue: number, body: string): Promise<void>;
}

interface ForgeErrorDetails {
  readonly status?: number;
  readonly outcome: 'refused' | 'lost';
  readonly hint?: string;
  readonly stops?: boolean;
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

  constructor(message: string, details: ForgeErrorDetails) {
    super(message);
    this.status = details.status;
    this.outcome = details.outcome;
    this.hint = details.hint;
    this.stops = details.stops ?? false;
  }
}

/** What happened and what helps, as one line for people. */
export function describeForgeError({ message, hint }: ForgeError): string {
  return hint === undefined ? message : `${message} ${hint}`;
}
