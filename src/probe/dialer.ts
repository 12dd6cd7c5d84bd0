import type { Endpoint } from '../model/endpoint.js';
import type { FailureCode, Step } from '../model/failure.js';
import type { TlsFacts } from '../model/observation.js';
import type { ReferenceIdentity } from '../tls/identifiers.js';

/** What broke a connection; the step it broke at is known to whoever was waiting. `detail` is platform or remote text. */
export interface Trouble {
  readonly code: FailureCode;
  readonly detail?: string;
}

export type Received =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
  | ({ readonly kind: 'failed' } & Trouble);

export interface TlsRequest {
  /** Whom the certificate must name; its A-label is the SNI (RFC 6066 section 3, XEP-0368). */
  readonly identity: ReferenceIdentity;
  /** ALPN protocol, for direct TLS (XEP-0368). */
  readonly alpn?: string;
  readonly timeoutMs: number;
}

/** One TCP connection, before or inside TLS. Nothing here throws or rejects for what the remote side does. */
export interface ByteStream {
  /** The next bytes; `stream.timeout` when none came within `timeoutMs`. After `end` and `failed` nothing more comes. */
  read(timeoutMs: number): Promise<Received>;
  write(data: string | Uint8Array): void;
  /**
   * Runs the handshake on this connection; afterwards `read` and `write` are inside TLS. Bytes that came before it are
   * `tls.not-tls`. A failed handshake ends the connection.
   */
  startTls(request: TlsRequest): Promise<Step<TlsFacts>>;
  /** Ends politely; resolves when the socket is gone, within a bounded time. Safe to call twice. */
  close(): Promise<void>;
  /** Bytes on the wire so far, TLS included. */
  traffic(): Traffic;
}

export interface Traffic {
  readonly sent: number;
  readonly received: number;
}

/** Opens connections to literal addresses; implemented in `runtime/dialer.ts`. */
export interface Dialer {
  /** Once `signal` aborts, everything on the connection fails with `run.deadline`. */
  connect(
    endpoint: Pick<Endpoint, 'address' | 'port' | 'family'>,
    timeoutMs: number,
    signal: AbortSignal,
  ): Promise<Step<ByteStream>>;
}
