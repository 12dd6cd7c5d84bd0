import type { LoginAccount } from '../model/config.js';
import type { Endpoint } from '../model/endpoint.js';
import type { EndpointObservation, StreamFeatures } from '../model/observation.js';
import type { Clock, Random } from '../model/ports.js';
import type { ReferenceIdentity } from '../tls/identifiers.js';
import type { ScramCrypto } from '../xmpp/scram.js';
import type { StreamParties } from '../xmpp/stream-header.js';
import type { DialbackDesk } from './dialback-desk.js';
import type { ByteStream, Dialer } from './dialer.js';
import type { HttpClient } from './http-client.js';
import type { Pace } from './pace.js';
import { createTranscript, type Transcript } from './transcript.js';

export interface ProbePorts {
  readonly dialer: Dialer;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly pace: Pace;
  /** Aborts when the whole run is out of time. */
  readonly signal: AbortSignal;
  /** Needed where a login is tried. */
  readonly scram?: ScramCrypto;
  /** Where servers that verify our domain are answered; absent: nothing listens. */
  readonly dialbackDesk?: DialbackDesk;
}

/** The domain that is asked for, in both spellings. */
export interface Subject {
  /** A-label: what SNI wants. */
  readonly domain: string;
  readonly unicodeDomain: string;
}

export interface ProbeSettings {
  /** For connecting, and again for each answer that is waited for. */
  readonly timeoutMs: number;
  /** Repeated main connections after a failure that may pass. */
  readonly retries: number;
  /** `from` of s2s streams (RFC 6120 section 4.7.1). */
  readonly s2sFrom: string;
  /** Whether dialback is tried before TLS: opt-in, because it makes servers look up `s2sFrom`. */
  readonly activeS2s?: boolean;
  /** Whether an offered SCRAM mechanism is begun without TLS: opt-in, because it can count towards a ban. */
  readonly proveLoginOffer?: boolean;
  /** Whether plaintext is sent behind `<starttls/>`: opt-in, because it is an attack in miniature. */
  readonly starttlsInjection?: boolean;
  /** An account of the user, to log in with at the client endpoints of its domain: opt-in, and the only login there is. */
  readonly login?: LoginAccount;
}

/** One look at one endpoint: what is asked of whom, and what it has cost so far. */
export interface Look {
  readonly endpoint: Endpoint;
  readonly identity: ReferenceIdentity;
  readonly settings: ProbeSettings;
  readonly ports: ProbePorts;
  readonly transcript: Transcript;
  /** Connections that were made; kept for their traffic. */
  readonly streams: ByteStream[];
  /** Features of streams without TLS, each with the `to` it was opened with. */
  readonly offers: { readonly to: string; readonly features: StreamFeatures }[];
  /** Connections this look may still begin. */
  readonly connectionsLeft: () => number;
}

/** `before`: what earlier looks at the endpoint took; `budget`: connections this one may take. */
export function beginLook(
  endpoint: Endpoint,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
  budget: number,
  before = 0,
): Look {
  const transcript = createTranscript(ports.clock, before);
  return {
    endpoint,
    identity: { domain: subject.domain, unicodeDomain: subject.unicodeDomain, service: endpoint.service },
    settings,
    ports,
    transcript,
    streams: [],
    offers: [],
    connectionsLeft: () => budget - transcript.connections(),
  };
}

/** The same look, with so many connections set aside for what comes after it. */
export function keeping(look: Look, connections: number): Look {
  return { ...look, connectionsLeft: () => look.connectionsLeft() - connections };
}

/** What every stream of the look is opened with; `from` on s2s always, since some servers hide their features without. */
export function streamRequest({ endpoint, settings }: Look, to: string): StreamParties {
  const { service } = endpoint;
  return service === 's2s' ? { service, to, from: settings.s2sFrom } : { service, to };
}

/** What the look has taken, in bytes on the wire with TLS included. */
export function costOf(look: Look): EndpointObservation['cost'] {
  const traffic = look.streams.map((stream) => stream.traffic());
  return {
    connections: look.transcript.connections(),
    bytesSent: traffic.reduce((sum, { sent }) => sum + sent, 0),
    bytesReceived: traffic.reduce((sum, { received }) => sum + received, 0),
  };
}

/** The transcript and the cost of an endpoint with those of a later look at it. */
export function withMore(
  { transcript, cost }: EndpointObservation,
  look: Look,
): Pick<EndpointObservation, 'transcript' | 'cost'> {
  const more = costOf(look);
  return {
    transcript: [...transcript, ...look.transcript.lines()],
    cost: {
      connections: cost.connections + more.connections,
      bytesSent: cost.bytesSent + more.bytesSent,
      bytesReceived: cost.bytesReceived + more.bytesReceived,
    },
  };
}
