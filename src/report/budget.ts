import { byteLength } from '../model/inert.js';

/** Blank lines around a piece. */
const PIECE_OVERHEAD_BYTES = 4;

/** Bytes of UTF-8 that are handed out in order of importance, until something does not fit. */
export interface Budget {
  /** The pieces that fit, from the first on. After one that did not fit nothing is taken any more. */
  take(pieces: readonly string[]): string[];
}

export function createBudget(bytes: number): Budget {
  let left = bytes;
  const fits = (piece: string): boolean => {
    const cost = byteLength(piece) + PIECE_OVERHEAD_BYTES;
    left = cost <= left ? left - cost : 0;
    return left > 0;
  };
  return {
    take(pieces) {
      const end = pieces.findIndex((piece) => !fits(piece));
      return pieces.slice(0, end === -1 ? pieces.length : end);
    },
  };
}
