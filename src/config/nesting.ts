import { CST, Lexer } from 'yaml';

/** Levels of lists and maps, or blanks before a line: a configuration needs no more than four levels. */
const NESTING_LIMIT = 100;

const OPENING = new Set(['flow-seq-start', 'flow-map-start']);
const CLOSING = new Set(['flow-seq-end', 'flow-map-end']);
const NESTING = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind']);
/** Tokens by which the lexer announces something, and that do not stand in the text. */
const ANNOUNCING = new Set(['doc-mode', 'scalar', 'flow-error-end']);

/**
 * Offset at which a YAML text nests deeper than any configuration, if it does. The parser works recursively, and a text
 * of nothing but brackets or dashes ends the whole process with it; the lexer does not.
 */
export function findDeepNesting(text: string): number | undefined {
  let [offset, brackets, marks, lineStart] = [0, 0, 0, true];
  let type: string = '';
  for (const token of new Lexer().lex(text)) {
    // What follows the announcement of a scalar is its text, whatever it looks like.
    type = type === 'scalar' ? 'text' : (CST.tokenType(token) ?? 'text');
    if (ANNOUNCING.has(type)) continue;
    if (OPENING.has(type)) brackets++;
    if (CLOSING.has(type)) brackets = Math.max(0, brackets - 1);
    if (lineStart) marks = type === 'space' ? token.length : 0;
    if (NESTING.has(type)) marks++;
    if (brackets + marks > NESTING_LIMIT) return offset;
    offset += token.length;
    lineStart = token.endsWith('\n');
  }
  return undefined;
}
