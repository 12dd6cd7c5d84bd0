import type { Problem } from '../model/ports.js';
import type { SourcePosition } from '../model/target.js';

/** A mistake at a place, which its sentence begins with. */
export function placed(position: SourcePosition, sentence: string): Problem {
  return { message: `${inWords(position)}: ${sentence}`, position };
}

/** `file:line:column`, which editors and terminals make clickable. */
export function inWords({ file, line, column }: SourcePosition): string {
  return `${file}:${line}:${column}`;
}
