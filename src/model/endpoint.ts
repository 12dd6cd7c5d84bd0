import type { Failure } from './failure.js';
import type { Service, Transport } from './target.js';

/** Where an endpoint came from: SRV records, the fallback of RFC 6120 section 3.2.2, or the user. */
export type EndpointSource = 'srv' | 'fallback' | 'configured';

/** One address behind one port: what is connected to, one TCP connection at a time. */
export interface Endpoint {
  readonly service: Service;
  readonly transport: Transport;
  /** SRV target, or the domain itself on fallback. */
  readonly host: string;
  readonly port: number;
  /** Literal IPv4 or IPv6 address. */
  readonly address: string;
  readonly family: 4 | 6;
  readonly source: EndpointSource;
}

/** `example.org:5222 [192.0.2.1]`: how an endpoint is named to people. */
export function endpointName(endpoint: Pick<Endpoint, 'host' | 'port' | 'address'>): string {
  return `${endpoint.host}:${endpoint.port} [${endpoint.address}]`;
}

/** A target host whose addresses could not be learned; it keeps its service from being conclusive. */
export interface UnresolvedHost {
  readonly service: Service;
  readonly transport: Transport;
  readonly host: string;
  readonly port: number;
  readonly failure: Failure;
}

/**
 * The endpoints of one service.
 * - `found`: probe them. `unresolved` hosts keep the service inconclusive unless plaintext is found elsewhere.
 * - `declared-absent`: SRV target "." (RFC 2782), every transport; the service is not offered.
 * - `failed`: discovery itself failed (SERVFAIL, REFUSED, timeout); no fallback may be guessed from it.
 */
export type ServiceDiscovery =
  | {
      readonly state: 'found';
      readonly service: Service;
      readonly endpoints: readonly Endpoint[];
      readonly unresolved: readonly UnresolvedHost[];
      readonly notes: readonly string[];
    }
  | { readonly state: 'declared-absent'; readonly service: Service; readonly notes: readonly string[] }
  | {
      readonly state: 'failed';
      readonly service: Service;
      readonly failure: Failure;
      readonly notes: readonly string[];
    };
