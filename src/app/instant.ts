import { describeForgeError, ForgeError, type IssueReader } from '../forge/forge.js';
import { isRecent } from '../issues/hearing.js';
import { readCase } from '../issues/marker.js';
import { isSettled } from '../issues/phases.js';
import { readWords } from '../issues/words.js';
import type { Config } from '../model/config.js';
import { narrow } from '../config/narrow.js';

/** A comment that was just written. All but the body was said by the forge. */
export interface NewComment {
  readonly issue: number;
  readonly id: number;
  /** Hostile: it is read for commands, and goes nowhere else. */
  readonly body: string;
  /** ISO 8601 instant. */
  readonly createdAt: string;
}

/** The part of a configuration that a comment asks to look at, or why nothing is looked at. */
export type Answerable = { readonly config: Config } | { readonly because: string };

/**
 * Finds the one domain that a comment is about by the hidden state of its issue, which has to be ours. Who may not
 * command can only ask for a re-test, and that once an hour: so strangers do not decide how often servers are looked at.
 * `now` is the instant of the run.
 */
export async function answerable(
  comment: NewComment,
  config: Config,
  reader: IssueReader,
  now: string,
): Promise<Answerable> {
  try {
    const words = readWords(comment.body, comment.createdAt);
    if (words.length === 0) return { because: 'the comment holds no command' };
    const state = await caseBehind(comment.issue, config.tracking.labelPrefix, reader);
    if (typeof state === 'string') return { because: state };
    const { domain, answeredAt } = state;
    if (!config.targets.some((target) => target.domain === domain))
      return { because: 'the domain of the issue is not in the configuration' };
    const asksOnly = words.some(({ kind }) => kind === 'retest') && !isRecent(answeredAt, now);
    if (!asksOnly && !(await mayCommand(comment, reader)))
      return { because: 'who wrote the comment may not write or triage here' };
    return { config: narrow(config, [domain]) };
  } catch (error) {
    if (error instanceof ForgeError) return { because: describeForgeError(error) };
    throw error;
  }
}

async function caseBehind(number: number, label: string, reader: IssueReader) {
  const issue = await reader.readIssue(number);
  const isOurs = issue?.trusted === true && issue.labels.some((name) => name.toLowerCase() === label.toLowerCase());
  const reading = isOurs ? readCase(issue.body) : undefined;
  if (issue === undefined || reading?.kind !== 'case') return `#${number} is not an issue of ours`;
  if (issue.state === 'closed' && isSettled(reading.state)) return `#${number} is closed, and its case is over`;
  return reading.state;
}

/** The rights of the author, as every run asks for them. */
async function mayCommand({ id, createdAt }: NewComment, reader: IssueReader): Promise<boolean> {
  const comments = await reader.listCommentsSince(createdAt, (comment) => comment.id === id);
  return comments.some((comment) => comment.id === id && comment.mayCommand);
}
