import type { Language } from '../../model/target.js';

/**
 * The words of the letters in one language. `{domain}`, `{first}`, `{last}`, `{due}` and `{days}` are replaced; a date is
 * written 2026-12-01 in every language, because everybody reads it the same.
 */
export interface LetterTexts {
  readonly language: Language;
  readonly subject: Readonly<Record<LetterKind, string>>;
  readonly greeting: string;
  /** First paragraphs, by occasion. */
  readonly opening: Readonly<Record<LetterKind, string>>;
  /** What is at stake. */
  readonly stake: string;
  /** Introduces the endpoints, then the command, then the settings. */
  readonly evidence: string;
  readonly reproduce: string;
  readonly settings: string;
  /** `{file}` */
  readonly inFile: string;
  /** `{reload}` */
  readonly afterwards: string;
  readonly links: string;
  readonly request: Readonly<Record<Exclude<LetterKind, 'thanks'>, string>>;
  readonly closing: string;
}

/** First notice; after a missed date; after a maintenance that changed nothing; after the repair. */
export const LETTER_KINDS = ['notice', 'reminder', 'maintenance', 'thanks'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
