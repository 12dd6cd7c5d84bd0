import type { SourcePosition } from './target.js';

/** What varies from run to run comes in through these; only `runtime/` implements them for real. */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds from an arbitrary start, never going back: for durations and deadlines. */
  monotonic(): number;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Random {
  /** `length` characters of [a-z0-9]: resource names, stanza ids, user names that do not exist. */
  token(length: number): string;
}

/** Where lines for people go. The one implementation in `runtime/log.ts` makes every line inert before it is printed. */
export interface Log {
  info(line: string): void;
  /** Shown only where the runner or `--debug` asks for it. */
  debug(line: string): void;
  notice(line: string): void;
  warning(line: string): void;
  error(line: string): void;
}

/** One mistake of our user: a sentence that names what, where, and how to correct it. */
export interface Problem {
  readonly message: string;
  /** Where in a file it stands, if it does; `message` names the place too. */
  readonly position?: SourcePosition;
}

/** Mistakes of our user, at least one. Never a bug, never a stack. Its message has a line for each. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly Problem[];

  constructor(problems: string | readonly Problem[]) {
    const list = typeof problems === 'string' ? problems.split('\n').map((message) => ({ message })) : problems;
    super(list.map(({ message }) => message).join('\n'));
    this.problems = list;
  }
}
