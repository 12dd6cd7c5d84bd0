/**
 * Remote text made harmless: the only sanitiser of the product. A server chooses its stream errors, certificate names,
 * feature names and DNS names freely, and we print them where runners, forges and terminals give words a meaning.
 *
 * Everything is replaced by something visible, never removed: removing could join two harmless halves.
 */

/** What ends a line for a runner, a terminal, a browser or a Markdown parser. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** Blanks of every kind, `U+0085` included, which `\s` leaves out. */
const BLANKS = /[\s\u0085]+/gu;

/** Controls, bidi controls, zero-width and other format characters, fillers, lone surrogates: all that cannot be seen. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;

/** How much more text is looked at than shown, since folding makes it shorter: a megabyte must cost no more than a page. */
const FOLDING_MARGIN = 4;

/** Longest line of a fenced block, in UTF-16 units. */
const FENCE_LINE_LIMIT = 2000;

const ZERO_WIDTH_SPACE = '\u200b';

/** Calls `escape` for every character that a reader could not see, and keeps the others. */
export function escapeInvisible(text: string, escape: (character: string) => string): string {
  return text.replace(INVISIBLE, escape);
}

/** Size in UTF-8, which is how runners and forges count. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/**
 * One line that starts no workflow command, layout kept: `::` counts after leading blanks, `##[` anywhere (the runner's
 * two command syntaxes). Line ends and everything invisible become visible escapes such as `\u{202e}`.
 */
export function inertLine(line: string): string {
  return escapeInvisible(line.replaceAll('\t', '  '), (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`)
    .replace(/^(\s*):(?=:)/u, '$1: ')
    .replaceAll('##[', '## [');
}

/** Remote text for a log line, a terminal or an annotation: one inert line, blanks folded, at most `maxLength` units. */
export function inertText(text: string, maxLength: number): string {
  const few = cut(text, FOLDING_MARGIN * maxLength);
  return cut(inertLine(few.replace(BLANKS, ' ').trim()), maxLength);
}

/**
 * Remote text for Markdown prose, a table cell or an HTML element (not an attribute): shown as it is, meaning nothing.
 * At most `maxLength` units are shown; the escapes come on top of that.
 */
export function inertMarkdown(text: string, maxLength: number): string {
  return deafen(inertText(text, maxLength))
    .replace(/[&<>]/gu, (c) => NAMED_ENTITIES[c] ?? entity(c))
    .replace(/["`*_~|[\]\\$]/gu, entity)
    .replace(/^[-+=:/]/u, entity)
    .replace(/^(\d+)([.)])(?= |$)/u, (_, digits: string, mark: string) => digits + entity(mark));
}

/** Remote text for the content of an HTML element, or of an attribute in double quotes: shown as it is. */
export function inertHtml(text: string, maxLength: number): string {
  return inertText(text, maxLength).replace(/[&<>"'`]/gu, (c) => NAMED_ENTITIES[c] ?? entity(c));
}

/**
 * Remote text as a Markdown code span that cannot be left, also inside a table cell. `|` is shown as `¦`, because a table
 * splits cells before it looks for code. Not for use inside HTML blocks, where backticks mean nothing: there, take
 * {@link inertMarkdown}.
 */
export function inertCode(text: string, maxLength: number): string {
  const inner = deafen(inertText(text, maxLength)).replaceAll('|', '¦') || ' ';
  const delimiter = '`'.repeat(longestRun(inner) + 1);
  const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : '';
  return delimiter + pad + inner + pad + delimiter;
}

/**
 * Remote text of several lines as a fenced code block that cannot be left. What exceeds `maxBytes` of UTF-8, the fences
 * not counted, is replaced by one line that says how many lines were left out.
 */
export function inertFence(text: string, maxBytes: number, language = ''): string {
  const lines = text.split(LINE_END).map((line) => deafen(inertLine(cut(line, FENCE_LINE_LIMIT))));
  const kept = fitting(lines, maxBytes);
  if (kept.length < lines.length) kept.push(`… lines left out: ${lines.length - kept.length}`);
  const fence = '`'.repeat(Math.max(3, longestRun(kept.join('\n')) + 1));
  return [fence + language.replace(/[^a-z0-9-]/giu, ''), ...kept, fence].join('\n');
}

/**
 * Keeps text from calling anybody or anything, even once a mail reply has quoted it outside of its code span: mentions,
 * references (`#1`, `GH-1`, Forgejo's `!1`), bare addresses, and HTML comments, which is what hidden markers are.
 */
function deafen(text: string): string {
  return text.replace(/[@#]|!(?=\d)|GH-(?=\d)|:(?=\/\/)|www(?=\.)|<(?=!--)|--(?=!?>)/giu, `$&${ZERO_WIDTH_SPACE}`);
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Hexadecimal, so that no decimal number follows the `#`. */
function entity(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16)};`;
}

function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength - 1).replace(/\p{Cs}$/u, '')}…`;
}

function fitting(lines: readonly string[], maxBytes: number): string[] {
  const kept: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    bytes += byteLength(line) + 1;
    if (bytes > maxBytes) break;
    kept.push(line);
  }
  return kept;
}

function longestRun(text: string): number {
  return (text.match(/`+/gu) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
