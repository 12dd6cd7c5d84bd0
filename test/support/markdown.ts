/** The text of a Markdown page without its code: fenced blocks and code spans, inside of which nothing has a meaning. */
export function proseOf(markdown: string): string {
  return withoutFences(markdown.split('\n')).join('\n').split('\n\n').map(withoutSpans).join('\n\n');
}

/** A fence is closed by a line of at least as many backticks and nothing else (GFM section 4.5). */
function withoutFences(lines: readonly string[]): string[] {
  const prose: string[] = [];
  let fence: string | undefined;
  for (const line of lines) {
    const [, ticks, info = ''] = /^ {0,3}(`{3,})([^`]*)$/u.exec(line) ?? [];
    if (fence === undefined && ticks !== undefined) fence = ticks;
    else if (fence === undefined) prose.push(line);
    else if (ticks !== undefined && ticks.length >= fence.length && info.trim() === '') fence = undefined;
  }
  return prose;
}

/** A code span ends with as many backticks as it began with (GFM section 6.3); a backslash before them changes nothing. */
function withoutSpans(block: string): string {
  return block.replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/gu, '');
}
