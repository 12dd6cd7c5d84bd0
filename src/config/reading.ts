/** What became of a piece of configuration: a value, or a sentence that says what is wrong and what to write instead. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };

/** Longest piece of the user's text that an error message repeats. */
const QUOTE_LIMIT = 60;

/** The text as it was written, in quotes, cut, and on one line. */
export function quote(text: string): string {
  return JSON.stringify(text.length > QUOTE_LIMIT ? `${text.slice(0, QUOTE_LIMIT)}…` : text);
}

/** `a, b or c`. */
export function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** `; did you mean "b"?`, or the words there are when none is near. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) return `; did you mean ${quote(near)}?`;
  return known.length > 0 ? `; use ${alternatives(known)}` : '';
}

/** The known word a mistyped one was meant to be: one typing error in four letters, or a beginning of either. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const ranked = known
    .map((candidate) => ({ candidate, distance: distanceBetween(typed, candidate) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 4)))
    .sort((a, b) => a.distance - b.distance);
  if (ranked[0]) return ranked[0].candidate;
  return typed.length < 3 ? undefined : known.find((other) => other.startsWith(typed) || typed.startsWith(`${other}-`));
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
function distanceBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > b.length) return Infinity;
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced, swapped));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? Infinity;
}
