import type { Software } from './software.js';
import type { CheckLevel } from './verdict.js';

/** The two services of an XMPP domain: client-to-server and server-to-server (RFC 6120 section 1). */
export const SERVICES = ['c2s', 's2s'] as const;
export type Service = (typeof SERVICES)[number];

/**
 * How an endpoint is entered: RFC 6120 section 5 (STARTTLS), XEP-0368 (direct TLS), XEP-0206 (BOSH), RFC 7395
 * (WebSocket), or as an external component (XEP-0114). BOSH and WebSocket are for clients only.
 */
export const TRANSPORTS = ['starttls', 'direct-tls', 'bosh', 'websocket', 'component'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** Languages in which there are letters to operators. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where a value was configured. Lines and columns count from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An endpoint the user named, instead of what the DNS says. */
export interface ConfiguredEndpoint {
  readonly service: Service;
  readonly transport: Exclude<Transport, 'component'>;
  readonly host: string;
  readonly port: number;
  /** Of BOSH and WebSocket, which are looked for without TLS there; absent: the paths that servers commonly use. */
  readonly path?: string;
}

/** A dated, reasoned exception: failing `checks` of this domain do not count before `until` (exclusive, ISO date). */
export interface Waiver {
  readonly checks: readonly string[] | 'all';
  readonly until: string;
  readonly reason: string;
}

/** One domain to look at, with everything the user said about it. */
export interface Target {
  /** A-label, lower case, no trailing dot: what the DNS and SNI want. */
  readonly domain: string;
  /** U-label form, equal to `domain` for ASCII names: what Prosody wants in `to`. */
  readonly unicodeDomain: string;
  readonly services: readonly Service[];
  /** Empty: discover. Otherwise these replace discovery for the services they name. */
  readonly endpoints: readonly ConfiguredEndpoint[];
  /** Overrides of check levels for this target, by check id. */
  readonly checks: Readonly<Record<string, CheckLevel>>;
  readonly waivers: readonly Waiver[];
  readonly contact?: string;
  readonly server?: Software;
  readonly note?: string;
  /** What the operator promised: an ISO date, or `next-maintenance`. */
  readonly promise?: string;
  /** ISO date on which the operator was written to. */
  readonly contacted?: string;
  /** Language of the letters to the operator. */
  readonly language?: Language;
  /** Set for a component subdomain: the domain it was listed under. */
  readonly componentOf?: string;
  readonly position?: SourcePosition;
}
