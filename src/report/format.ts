import type { Advice } from '../model/remediation.js';
import type { Report } from '../model/report.js';
import type { Check } from '../model/verdict.js';

/** What a file may say besides the report itself. */
export interface FormatContext {
  readonly advice: Advice & { readonly checks: readonly Check[] };
  /** Address of the workflow run. */
  readonly runUrl?: string;
  /** Path of the workflow file: where findings of domains stand that no configuration file names. */
  readonly workflowFile?: string;
}

/** One way to write the report into a file: its input, its output, the check of its path and its docs come from here. */
export interface Format {
  /** Of the input: what is written. */
  readonly description: string;
  readonly flag: string;
  /** A path as a user would write it. */
  readonly example: string;
  /** Of the output, where it says more than the path. */
  readonly output?: string;
  /** Pure, inert wherever it is shown, and ending with a line end. `path` is what the user wrote. */
  readonly render: (report: Report, path: string, context: FormatContext) => string;
  /** The same text in pieces, where the whole may be too much to hold. */
  readonly pieces?: (report: Report) => Iterable<string>;
  /** Why the file must not be handed on although it was written; undefined: it may. The output is empty then. */
  readonly withhold?: (report: Report) => string | undefined;
}
