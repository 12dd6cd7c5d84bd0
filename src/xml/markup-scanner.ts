import type { XmlProblem } from './well-formed.js';

export type MarkupKind = 'text' | 'tag' | 'cdata' | 'declaration';

/** Undefined: the bytes end inside the piece. `length` counts from the first byte of the piece. */
export type Scan = { readonly kind: MarkupKind; readonly length: number } | XmlProblem | undefined;

export interface MarkupScanner {
  /**
   * Finds the end of the piece of markup or text that starts at the first byte. Called again with the same start and
   * more bytes after undefined, it goes on where it stopped, so that a slow peer costs no more than a fast one.
   */
  scan(bytes: Uint8Array): Scan;
}

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const APOSTROPHE = 0x27;
const QUOTE = 0x22;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const HYPHEN = 0x2d;
const DELIMITERS = {
  text: { opening: bytesOf(''), closing: bytesOf('<') },
  cdata: { opening: bytesOf('<![CDATA['), closing: bytesOf(']]>') },
  declaration: { opening: bytesOf('<?'), closing: bytesOf('?>') },
};

/**
 * Cuts an XML stream into whole pieces by its bytes alone: every delimiter is ASCII, and no byte of a longer UTF-8
 * character looks like one. What XMPP forbids (RFC 6120 section 11.1) is told apart here, by its first bytes.
 */
export function createMarkupScanner(): MarkupScanner {
  let kind: MarkupKind | undefined;
  let at = 0;
  let quote = 0;

  function findEnd(bytes: Uint8Array, kind: MarkupKind): number | XmlProblem | undefined {
    if (kind === 'tag') return findTagEnd(bytes);
    const { opening, closing } = DELIMITERS[kind];
    const end = endOf(closing, bytes, Math.max(at, opening.length));
    // The closing sequence may have begun in the last bytes.
    at = Math.max(0, bytes.length - closing.length + 1);
    // A text ends before the "<" that closes it.
    return kind === 'text' && end !== undefined ? end - closing.length : end;
  }

  function findTagEnd(bytes: Uint8Array): number | XmlProblem | undefined {
    for (at = Math.max(at, 1); at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === LESS_THAN) return { code: 'xml.not-well-formed', detail: '"<" inside a tag' };
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === QUOTE || byte === APOSTROPHE) {
        quote = byte;
      } else if (byte === GREATER_THAN) return at + 1;
    }
    return undefined;
  }

  return {
    scan(bytes) {
      if (kind === undefined) {
        const seen = recognise(bytes);
        if (typeof seen !== 'string') return seen;
        kind = seen;
      }
      const end = findEnd(bytes, kind);
      if (typeof end !== 'number') return end;
      const piece = { kind, length: end };
      [kind, at, quote] = [undefined, 0, 0];
      return piece;
    },
  };
}

/** What kind of piece begins here; undefined while its first bytes do not tell. */
function recognise(bytes: Uint8Array): MarkupKind | XmlProblem | undefined {
  const [first, second, third] = bytes;
  if (first === undefined) return undefined;
  if (first !== LESS_THAN) return 'text';
  if (second === undefined) return undefined;
  if (second === QUESTION) return 'declaration';
  if (second !== EXCLAMATION) return 'tag';
  if (third === undefined) return undefined;
  if (third === HYPHEN) return { code: 'xml.forbidden', detail: 'a comment' };
  const { opening } = DELIMITERS.cdata;
  if (third !== opening[2]) return { code: 'xml.forbidden', detail: 'a document type declaration' };
  const seen = bytes.subarray(0, opening.length);
  if (!seen.every((byte, index) => byte === opening[index])) {
    return { code: 'xml.not-well-formed', detail: 'a marked section that is not CDATA' };
  }
  return seen.length === opening.length ? 'cdata' : undefined;
}

/** Where the first `sequence` that starts at or after `from` ends; undefined where there is none. */
function endOf(sequence: Uint8Array, bytes: Uint8Array, from: number): number | undefined {
  const length = sequence.length;
  const last = sequence[length - 1] ?? 0;
  for (let at = bytes.indexOf(last, from + length - 1); at !== -1; at = bytes.indexOf(last, at + 1)) {
    if (sequence.every((byte, index) => bytes[at - length + 1 + index] === byte)) return at + 1;
  }
  return undefined;
}

function bytesOf(ascii: string): Uint8Array {
  return new TextEncoder().encode(ascii);
}
