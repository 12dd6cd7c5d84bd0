/** How much of a peer's XML we are willing to hold. Every limit is passed with `stream.limit`, never with an exception. */
export interface Limits extends ShapeLimits {
  /** Bytes of one stream: one connection before TLS, and again inside TLS. */
  readonly streamBytes: number;
  /** Bytes of one first-level element, tags included (RFC 6120 section 13.12 asks for at least 10,000). */
  readonly elementBytes: number;
}

/** How elements may be shaped, whatever their size. */
export interface ShapeLimits {
  /** Levels below the stream header. */
  readonly depth: number;
  /** Attributes on one tag, namespace declarations included. */
  readonly attributes: number;
  /** Child elements of one element below the stream header. */
  readonly children: number;
}

/** Ten times what any server we know sends before authentication. */
export const DEFAULT_LIMITS: Limits = {
  streamBytes: 64 * 1024,
  elementBytes: 32 * 1024,
  depth: 16,
  attributes: 64,
  children: 512,
};
