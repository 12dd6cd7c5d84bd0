import { parse, stringify } from 'yaml';
import type { ListedIssue } from '../model/case.js';

/** An issue as it stands in its file: front matter, the body, and the comments below. */
export interface IssueFile extends Omit<ListedIssue, 'trusted' | 'url' | 'updatedAt'> {
  readonly comments: readonly FileComment[];
  /** What stands there instead of `open` or `closed`, where somebody wrote something else. */
  readonly unknownState?: string;
}

export interface FileComment {
  readonly body: string;
  /** When it was written, ISO 8601; only comments of ours have it. */
  readonly at?: string;
}

const FENCE = '---';
/** Opens each comment, with a time when it is ours. Everything written below by hand is part of the comment it follows. */
const COMMENT = /^<!-- xmpp-tls-compliance comment(?: of (\d{4}-\d\d-\d\dT[\d:.]+Z))? below -->\n/mu;

const openingOf = ({ at }: FileComment): string =>
  `<!-- xmpp-tls-compliance comment${at === undefined ? '' : ` of ${at}`} below -->`;

/** `0001-example.org.md`: the number that names the issue, then the domain to find it by eye. */
export function issueFileName(number: number, domain: string): string {
  const name = domain.replace(/[^a-z0-9.-]+/giu, '-').replace(/^[.-]+/u, '');
  return `${String(number).padStart(4, '0')}-${name || 'issue'}.md`;
}

/** The number in a file name, or undefined for a file that is no issue of ours. */
export function issueNumber(fileName: string): number | undefined {
  const digits = /^(\d{4,9})-.+\.md$/u.exec(fileName)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The text of a file, which {@link readIssueFile} gives back as it was. */
export function writeIssueFile({
  number,
  title,
  state,
  stateReason,
  labels,
  closedAt,
  dueOn,
  locked,
  body,
  comments,
}: IssueFile) {
  const facts = { number, title, state, stateReason, labels, closedAt, due: dueOn, ...(locked ? { locked } : {}) };
  const present = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const said = comments.flatMap((comment) => [openingOf(comment), '', comment.body, '']);
  return [FENCE, stringify(present, { lineWidth: 0 }).replace(/\n$/u, ''), FENCE, '', body, '', ...said].join('\n');
}

/** Reads a file of ours, also after it was edited by hand; undefined when its front matter cannot be understood. */
export function readIssueFile(text: string, fileName: string): IssueFile | undefined {
  const [, matter, rest] = /^---\n([^]*?)\n---\n?([^]*)$/u.exec(text.replaceAll('\r\n', '\n')) ?? [];
  const facts = matter === undefined ? undefined : parseFacts(matter);
  const number = issueNumber(fileName);
  if (rest === undefined || facts === undefined || number === undefined) return undefined;
  // Split by a pattern with one group: what stands before, then time and text in turns.
  const [body = '', ...comments] = rest.split(COMMENT);
  const { title, state, stateReason, labels, closedAt, due, locked } = facts;
  return {
    number,
    title: textOf(title) ?? '',
    ...readState(textOf(state)),
    labels: readLabels(labels),
    locked: locked === true,
    body: trimBlankLines(body),
    comments: inTurns(comments),
    ...present('stateReason', textOf(stateReason)),
    ...present('closedAt', textOf(closedAt)),
    ...present('dueOn', /^\d{4}-\d\d-\d\d$/u.exec(textOf(due) ?? '')?.[0]),
  };
}

/** Without a state it is open. */
function readState(text = 'open'): Pick<IssueFile, 'state' | 'unknownState'> {
  const state = text.trim().toLowerCase();
  if (state === 'open' || state === 'closed') return { state };
  return { state: 'open', unknownState: text };
}

/** A list, or one label that somebody wrote behind the colon. */
function readLabels(labels: unknown): string[] {
  if (Array.isArray(labels)) return labels.map(String);
  const text = textOf(labels);
  return text === undefined ? [] : [text];
}

function inTurns(parts: readonly (string | undefined)[]): FileComment[] {
  const comments: FileComment[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const [at, body = ''] = parts.slice(index, index + 2);
    comments.push({ body: trimBlankLines(body), ...(at === undefined ? {} : { at }) });
  }
  return comments;
}

function parseFacts(matter: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parse(matter);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined; // The caller names the file.
  }
}

const textOf = (value: unknown): string | undefined => {
  return value === undefined || value === null ? undefined : String(value);
};

function present<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}

const trimBlankLines = (text: string): string => text.replace(/^\n+|\n+$/gu, '');
