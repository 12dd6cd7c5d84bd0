import { failure } from '../model/failure.js';
import { createByteBuffer } from './byte-buffer.js';
import { skipToMarkup } from './first-bytes.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { createMarkupScanner } from './markup-scanner.js';
import { createPieceReader } from './piece-reader.js';
import type { StreamToken } from './stream-token.js';
import type { XmlProblem } from './well-formed.js';

export interface StreamTokenizer {
  /** Hands in bytes as they came, cut anywhere. What goes beyond the limit of the stream is not kept. */
  push(bytes: Uint8Array): void;
  /** The next token; undefined while it needs more bytes, and for good after `end` or `failed`. */
  next(): StreamToken | undefined;
  /** Takes out the bytes that were pushed and not consumed: all that follows the `>` that ended the last token. */
  takeRest(): Uint8Array;
}

/**
 * Reads one XML stream (RFC 6120 section 4) from bytes. Strict where XMPP is strict (section 11.1), bounded in memory,
 * and indifferent to how the bytes are cut: nothing a peer sends makes it throw, loop or tell a different story.
 */
export function createStreamTokenizer(limits: Partial<Limits> = {}): StreamTokenizer {
  const { streamBytes, elementBytes, ...bounds } = { ...DEFAULT_LIMITS, ...limits };
  // One byte more than the limit is enough to know that it was passed.
  const buffer = createByteBuffer(streamBytes + 1);
  const tokens: StreamToken[] = [];
  const scanner = createMarkupScanner();
  const reader = createPieceReader(bounds, (token) => tokens.push(token));
  let elementStart = 0;
  let over = false;

  /** Consumes one whole piece. False: more bytes are needed, and no limit says that they are too many. */
  function advance(): boolean | XmlProblem {
    if (!reader.started()) {
      const skipped = skipToMarkup(buffer.view(streamBytes), buffer.consumed() === 0);
      if (skipped === undefined) return waitBelow(streamBytes);
      if (typeof skipped !== 'number') return skipped;
      buffer.consume(skipped);
    }
    if (reader.depth() <= 1) elementStart = buffer.consumed();
    const end = Math.min(streamBytes, elementStart + elementBytes);
    const bytes = buffer.view(end);
    const scan = scanner.scan(bytes);
    if (scan === undefined) return waitBelow(end);
    if ('code' in scan) return scan;
    buffer.consume(scan.length);
    return reader.read(scan.kind, bytes.subarray(0, scan.length)) ?? true;
  }

  function waitBelow(end: number): false | XmlProblem {
    const limit = end === streamBytes ? `${streamBytes} bytes in one stream` : `${elementBytes} bytes in one element`;
    return buffer.filled() > end && { code: 'stream.limit', detail: `more than ${limit}` };
  }

  return {
    push: buffer.push,
    next() {
      while (tokens.length === 0 && !over) {
        const advanced = advance();
        if (advanced === false) return undefined;
        if (advanced !== true) {
          tokens.push({ kind: 'failed', failure: failure(advanced.code, 'header', advanced.detail) });
        }
      }
      const token = tokens.shift();
      over ||= token?.kind === 'end' || token?.kind === 'failed';
      return token;
    },
    takeRest() {
      const rest = buffer.view(streamBytes + 1).slice();
      buffer.consume(rest.length);
      return rest;
    },
  };
}
