const FIRST_BYTES = 4096;

export interface ByteBuffer {
  /** Keeps bytes, as far as they fit. */
  push(bytes: Uint8Array): void;
  /** Bytes kept so far, consumed or not. */
  filled(): number;
  /** Bytes consumed so far. */
  consumed(): number;
  /** What is not consumed yet, up to the given count of bytes from the very first. Valid until the next push. */
  view(end: number): Uint8Array;
  consume(length: number): void;
}

/** Bytes in order of arrival, `capacity` of them and never more; it grows as they come. */
export function createByteBuffer(capacity: number): ByteBuffer {
  let bytes = new Uint8Array(Math.min(FIRST_BYTES, capacity));
  let filled = 0;
  let consumed = 0;
  return {
    push(arrived) {
      const fitting = arrived.subarray(0, capacity - filled);
      while (bytes.length < filled + fitting.length) {
        const larger = new Uint8Array(2 * bytes.length);
        larger.set(bytes);
        bytes = larger;
      }
      bytes.set(fitting, filled);
      filled += fitting.length;
    },
    filled: () => filled,
    consumed: () => consumed,
    view: (end) => bytes.subarray(consumed, end < filled ? end : filled),
    consume(length) {
      consumed += length;
    },
  };
}
