import { isAlias, isMap, isScalar, isSeq, LineCounter, type Document, type Node } from 'yaml';
import type { SourcePosition } from '../model/target.js';
import { quote } from './reading.js';

/** Keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** Line and column of an offset into a text. */
export function createLineFinder(text: string, file: string): (offset: number) => SourcePosition {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/gu)) lines.addNewLine(index + 1);
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
}

/**
 * Offset of the value behind a path in a YAML document, or of its key. What is not there is looked for one step up, and
 * aliases are followed.
 */
export function offsetOf(document: Document.Parsed, path: Path, of: 'key' | 'value'): number {
  let node: Node | null = document.contents;
  for (const [index, key] of path.entries()) {
    const next = childOf(isAlias(node) ? node.resolve(document) : node, key, of === 'key' && index === path.length - 1);
    if (!next) break;
    node = next;
  }
  return node?.range?.[0] ?? 0;
}

function childOf(node: Node | null | undefined, key: string | number, wantsKey: boolean): Node | null | undefined {
  if (isSeq<Node>(node)) return node.items[Number(key)];
  if (!isMap<Node, Node | null>(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  return wantsKey ? pair?.key : (pair?.value ?? pair?.key);
}

/** `hosts[1].services`. */
export function pathName(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : /^[\w-]{1,60}$/u.test(key) ? `.${key}` : `[${quote(key)}]`))
    .join('')
    .replace(/^\./u, '');
}
