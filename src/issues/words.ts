import { type HeardComment, claimsToBeOurs } from '../model/case.js';
import { addDays, dateOf, isDate } from './moments.js';

/** What a person said to us in a line of a comment. */
export type Word =
  | { readonly kind: 'ack' | 'unwaive' | 'retest' }
  /** `due` undefined: at the next maintenance. */
  | { readonly kind: 'promise'; readonly due: string | undefined }
  | { readonly kind: 'waive'; readonly until: string; readonly reason: string }
  /** It was meant for us and cannot be carried out: why, as a sentence of ours. */
  | { readonly kind: 'mistake'; readonly problem: string };

export interface SpokenWord {
  readonly word: Word;
  readonly comment: number;
  /** Login: hostile. */
  readonly by: string;
  readonly mayCommand: boolean;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** Everything people wrote in some comments. */
export interface Hearing {
  readonly words: readonly SpokenWord[];
  /** When a person last wrote, command or not. */
  readonly spokenAt?: string;
}

export const MOST_PROMISED_DAYS = 400;
export const MOST_WAIVED_DAYS = 365;

/** More lines of one comment are not read: nobody needs them. */
const WORDS_PER_COMMENT = 5;
const REASON_LENGTH = 200;
const LOGIN_LENGTH = 60;

/** Days ahead of the dates in examples, which people copy. */
const EXAMPLE_DAYS = { promise: 30, waive: 90 };

/** The lines we understand, as they are shown to people on the day `now`; without it, dates are left open. */
export function usage(now: string | undefined) {
  const on = (days: number): string => (now === undefined ? 'DATE' : addDays(now, days));
  return {
    ack: '/xmpp ack',
    promise: `/xmpp promise ${on(EXAMPLE_DAYS.promise)}`,
    maintenance: '/xmpp promise next-maintenance',
    waive: `/xmpp waive until ${on(EXAMPLE_DAYS.waive)} because REASON`,
    unwaive: '/xmpp unwaive',
    retest: '/xmpp retest',
  } as const;
}

/**
 * Reads comments, oldest first. Our own, which are posted by whoever owns the token and may be a person, and those of
 * bots say nothing.
 */
export function listen(comments: readonly HeardComment[]): Hearing {
  const people = [...comments].sort((a, b) => a.id - b.id).filter(({ isBot, body }) => !isBot && !claimsToBeOurs(body));
  const words = people.flatMap(({ id, body, author, mayCommand, createdAt }) =>
    readWords(body, createdAt).map((word) => ({
      word,
      comment: id,
      by: author.slice(0, LOGIN_LENGTH) || 'somebody',
      mayCommand,
      at: createdAt,
    })),
  );
  const spokenAt = people
    .map(({ createdAt }) => createdAt)
    .sort()
    .at(-1);
  return { words, ...(spokenAt === undefined ? {} : { spokenAt }) };
}

/** The commands of one comment, said at `at`. Quotes, code and hidden text are not spoken. */
export function readWords(body: string, at: string): Word[] {
  return spokenLines(body)
    .filter((line) => /^\/xmpp(?:\s|$)/iu.test(line))
    .slice(0, WORDS_PER_COMMENT)
    .map((line) => readWord(line.slice('/xmpp'.length).trim(), at));
}

/** The lines that a reader of the rendered comment takes for the author's own: no quote, no code, no HTML comment. */
function spokenLines(body: string): string[] {
  const visible = body.replace(/\r\n?/gu, '\n').replace(/<!--[^]*?(?:-->|$)|<(pre|code)\b[^]*?(?:<\/\1>|$)/giu, ' ');
  const spoken: string[] = [];
  let fence: string | undefined;
  let isQuoted = false;
  for (const line of visible.split('\n')) {
    // A line of backticks with another one behind them is code within the line (CommonMark section 4.5).
    const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && line.trim() === mark) fence = undefined;
      continue;
    }
    fence = mark;
    // A paragraph that begins in a quote goes on in it without its mark (CommonMark section 5.1).
    isQuoted = /^ {0,3}>/u.test(line) || (isQuoted && line.trim() !== '');
    if (fence === undefined && !isQuoted) spoken.push(line.trimEnd());
  }
  return spoken;
}

function readWord(text: string, at: string): Word {
  const [, verb = '', rest = ''] = /^(\S*)\s*([^]*)$/u.exec(text) ?? [];
  switch (verb.toLowerCase().replace(/[.!]+$/u, '')) {
    case 'ack':
      return alone('ack', rest);
    case 'unwaive':
      return alone('unwaive', rest);
    case 'retest':
      return alone('retest', rest);
    case 'promise':
      return readPromise(rest, at);
    case 'waive':
      return readWaiver(rest, at);
    case '':
      return mistake('the command is missing');
    default:
      return mistake('this command is unknown');
  }
}

function alone(kind: 'ack' | 'unwaive' | 'retest', rest: string): Word {
  return rest === '' ? { kind } : mistake(`"${kind}" stands alone on its line`);
}

function readPromise(rest: string, at: string): Word {
  if (/^next[- ]maintenance$/iu.test(rest)) return { kind: 'promise', due: undefined };
  const problem = dateProblem(rest, at, MOST_PROMISED_DAYS);
  return problem === undefined ? { kind: 'promise', due: rest } : mistake(`the promise ${problem}`);
}

function readWaiver(rest: string, at: string): Word {
  const [, until = '', reason = ''] = /^until\s+(\S+)(?:\s+because\s+(\S[^]*))?$/iu.exec(rest) ?? [];
  if (until === '') return mistake('a waiver needs "until", a date, "because" and a reason');
  const problem = dateProblem(until, at, MOST_WAIVED_DAYS);
  if (problem !== undefined) return mistake(`the waiver ${problem}`);
  if (reason === '') return mistake('a waiver needs a reason: write "because" and why');
  return { kind: 'waive', until, reason: reason.slice(0, REASON_LENGTH) };
}

const mistake = (problem: string): Word => ({ kind: 'mistake', problem });

/** What is wrong with a date that has to come after the day `at`, and soon enough; a sentence without its subject. */
export function dateProblem(date: string, at: string, mostDays: number): string | undefined {
  if (!isDate(date)) return `needs a date such as ${addDays(at, EXAMPLE_DAYS.promise)}`;
  if (date <= dateOf(at)) return 'needs a date in the future';
  return date > addDays(at, mostDays) ? `may be at most ${mostDays} days ahead` : undefined;
}
