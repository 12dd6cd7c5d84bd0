import type { Endpoint } from '../model/endpoint.js';
import type { Step } from '../model/failure.js';
import type { TlsFacts } from '../model/observation.js';
import type { ReferenceIdentity } from '../tls/identifiers.js';
import type { Trouble } from './dialer.js';

/** Where a session leads: a literal address, and TLS first where `identity` says whom the certificate must name. */
export interface HttpOrigin extends Pick<Endpoint, 'address' | 'port' | 'family'> {
  readonly identity?: ReferenceIdentity;
}

export interface HttpRequest {
  /** Host and path are taken from it; the address is that of the session. */
  readonly url: URL;
  /** Posted as XML; absent: a GET. */
  readonly body?: string;
}

/** Remote text, `location` cut to what an observation keeps, `body` to {@link BODY_LIMIT} characters. */
export interface HttpResponse {
  readonly status: number;
  readonly location?: string;
  readonly body: string;
  /** Set where the body goes on beyond that. */
  readonly isCut?: boolean;
}

/** Characters of one answer that are read; longer ones are cut off. */
export const BODY_LIMIT = 64 * 1024;

export type Message =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'end' } | ({ readonly kind: 'failed' } & Trouble);

/** An open WebSocket with the subprotocol `xmpp` (RFC 7395 section 3.1). */
export interface Channel {
  send(text: string): void;
  /** The next text frame; `stream.timeout` when none came in time. */
  read(timeoutMs: number): Promise<Message>;
  /** Lets go of the connection, once what was sent is on its way. */
  close(): void;
}

/**
 * HTTP with one address over as few TCP connections as the server allows, at most `maxConnections`; beyond them it is
 * `probe.connections`. Redirects are answers, not followed. Nothing throws or rejects for what the remote side does; once
 * the signal aborts, everything fails with `run.deadline`.
 */
export interface HttpSession {
  request(request: HttpRequest): Promise<Step<HttpResponse>>;
  /** The channel, or the answer of a server that does not open one. */
  upgrade(url: URL): Promise<Step<Channel | HttpResponse>>;
  /** Facts of the first finished handshake. */
  tls(): TlsFacts | undefined;
  /** Bytes on the wire, TLS included. */
  cost(): { readonly connections: number; readonly bytesSent: number; readonly bytesReceived: number };
  close(): void;
}

export interface HttpPatience {
  /** For each answer, and the connection that may have to be made for it. */
  readonly timeoutMs: number;
  /** For connecting, where it is less. */
  readonly connectTimeoutMs?: number;
  readonly maxConnections: number;
  readonly signal: AbortSignal;
}

/** Implemented in `runtime/http.ts`. */
export interface HttpClient {
  open(origin: HttpOrigin, patience: HttpPatience): HttpSession;
}
