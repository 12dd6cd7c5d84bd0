import type { ByteStream } from './dialer.js';

/** A server that connected to us: how another server verifies a dialback key (XEP-0220 section 2.1.1). */
export interface CallerStream extends Pick<ByteStream, 'read' | 'write'> {
  /** Ends politely, and lets go of the socket within a bounded time. */
  close(): void;
  /** Serves a TLS handshake; false when it failed. Afterwards everything is inside TLS. */
  serveTls(timeoutMs: number): Promise<boolean>;
}

/** A port on which other servers reach us, for the length of one run. */
export interface Listener {
  /** Who takes the calls from now on; those that came before are turned away. Never call it twice. */
  onCall(take: (caller: CallerStream) => Promise<void>): void;
  /** Stops listening and drops every caller. */
  close(): Promise<void>;
}

/** Where to listen, and with what certificate. */
export interface ListenOptions {
  /** Literal address of this machine. */
  readonly address: string;
  readonly port: number;
  /** The domain a certificate is made for where none is given. */
  readonly domain: string;
  /** PEM file with the certificate chain and its private key. */
  readonly certificateFile?: string;
}

/** Opens a listener; implemented in `runtime/listener.ts`. Throws a `ConfigurationError` where it cannot be had. */
export type Listen = (options: ListenOptions) => Promise<Listener>;
