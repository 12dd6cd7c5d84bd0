import type { Failure } from './failure.js';
import type { Service, Transport } from './target.js';

/**
 * Where an endpoint came from: SRV records, the fallback of RFC 6120 section 3.2.2, the host-meta file of the domain
 * (XEP-0156), a port where servers commonly offer something that no record names, the user, a `<see-other-host/>`
 * (RFC 6120 section 4.9.3.19), or the fallback that clients take although the DNS declares the service absent.
 */
export type EndpointSource =
  'srv' | 'fallback' | 'host-meta' | 'default-port' | 'configured' | 'redirect' | 'declared-absent';

/** How a host-meta file came to name an endpoint. */
export interface Advertisement {
  /** Named by the file at `https://`. */
  readonly overTls: boolean;
  /** Named by the file at `http://`, which anybody on the way can rewrite; unknown where that was not answered. */
  readonly inPlaintext: boolean | 'unknown';
}

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
  /** BOSH and WebSocket: `http:`, `https:`, `ws:` or `wss:`, as a client would open it. */
  readonly url?: string;
  /** Whether nobody named a path: the `/` of the address stands for those in common use. */
  readonly anyPath?: boolean;
  /** Where `source` is `host-meta`. */
  readonly advertised?: Advertisement;
}

/** `example.org:5222 [192.0.2.1]`, `ws://example.org:5280/ws [192.0.2.1]`: how an endpoint is named to people. */
export function endpointName(endpoint: Pick<Endpoint, 'host' | 'port' | 'address' | 'url'>): string {
  return `${endpoint.url ?? `${endpoint.host}:${endpoint.port}`} [${endpoint.address}]`;
}

/** Whether TLS comes before everything else there. */
export function isEncrypted({ transport, url }: Pick<Endpoint, 'transport' | 'url'>): boolean {
  return transport === 'direct-tls' || /^(?:https|wss):/u.test(url ?? '');
}

/** A target host whose addresses could not be learned; it keeps its service from being conclusive. */
export interface UnresolvedHost {
  readonly service: Service;
  readonly transport: Transport;
  readonly host: string;
  readonly port: number;
  /** Of BOSH and WebSocket. */
  readonly url?: string;
  readonly failure: Failure;
}

/**
 * The endpoints of one service.
 * - `found`: probe them. `unresolved` hosts keep the service inconclusive unless plaintext is found elsewhere.
 * - `declared-absent`: SRV target "." (RFC 2782), every transport; the service is not offered.
 * - `failed`: discovery itself failed (SERVFAIL, REFUSED, timeout); no fallback may be guessed from it.
 *
 * `behindAbsence`: the domain's own addresses, where STARTTLS is declared absent. Some clients go there all the same.
 */
export type ServiceDiscovery =
  | {
      readonly state: 'found';
      readonly service: Service;
      readonly endpoints: readonly Endpoint[];
      readonly unresolved: readonly UnresolvedHost[];
      readonly notes: readonly string[];
      readonly behindAbsence?: readonly Endpoint[];
    }
  | {
      readonly state: 'declared-absent';
      readonly service: Service;
      readonly notes: readonly string[];
      readonly behindAbsence?: readonly Endpoint[];
    }
  | {
      readonly state: 'failed';
      readonly service: Service;
      readonly failure: Failure;
      readonly notes: readonly string[];
    };
