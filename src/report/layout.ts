import { inertLine } from '../model/inert.js';

/** Colours by meaning, as SGR sequences (ECMA-48); the log lets these pass and no other control. */
const STYLES = { bad: 31, good: 32, unsure: 33, faint: 2, strong: 1 } as const;
export type Style = keyof typeof STYLES;

/** Paints whole lines, after they were made inert; without a style, or without colour, leaves them as they are. */
export type Paint = (lines: readonly string[], style?: Style) => string[];

export function createPaint(colour: boolean): Paint {
  return (lines, style) => lines.map((line) => (colour && style ? `\u001b[${STYLES[style]}m${line}\u001b[0m` : line));
}

/**
 * Breaks text at blanks into inert lines of at most `width` columns. The first is preceded by `lead`, the others by as
 * many blanks; a word longer than a line is broken where the line ends.
 */
export function wrap(lead: string, text: string, width: number): string[] {
  const room = Math.max(20, width - lead.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((long) => pieces(long, room))) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((part, i) => inertLine((i === 0 ? lead : ' '.repeat(lead.length)) + part));
}

function pieces(word: string, size: number): string[] {
  return word.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [''];
}
