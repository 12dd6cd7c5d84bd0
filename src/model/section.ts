/** The lines around our section of an issue body. What stands outside them belongs to people. */
export const SECTION_BEGIN = '<!-- xmpp-tls-compliance begin -->';
export const SECTION_END = '<!-- xmpp-tls-compliance end -->';

/** An issue body by lines: our section without the lines around it, and what people wrote before and after. */
export interface SectionedBody {
  readonly before: readonly string[];
  readonly lines: readonly string[];
  readonly after: readonly string[];
}

/** Finds our section; web forms send CRLF, so a line of ours may come back with a CR. */
export function findSection(body: string): SectionedBody | undefined {
  const lines = body.split('\n');
  const begin = lines.findIndex((line) => line.trimEnd() === SECTION_BEGIN);
  const end = lines.findIndex((line, index) => index > begin && line.trimEnd() === SECTION_END);
  if (begin < 0 || end < 0) return undefined;
  return { before: lines.slice(0, begin), lines: lines.slice(begin + 1, end), after: lines.slice(end + 1) };
}

/**
 * Our new body for an issue that somebody may have edited since it was read as `base`: their words around our section
 * are kept. Undefined when our section itself was changed, since then we would overwrite what we have not read.
 */
export function mergeBody(base: string, current: string, ours: string): string | undefined {
  const [was, is, will] = [base, current, ours].map(findSection);
  if (!was || !is || !will) return current === base ? ours : undefined;
  if (textOf(was) !== textOf(is)) return undefined;
  return [...is.before, SECTION_BEGIN, ...will.lines, SECTION_END, ...is.after].join('\n');
}

/** Our lines without the CR that a web form adds to every line when somebody edits another one. */
const textOf = ({ lines }: SectionedBody): string => lines.map((line) => line.replace(/\r$/u, '')).join('\n');
