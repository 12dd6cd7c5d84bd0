import type { EndpointSource } from './endpoint.js';
import type { EndpointObservation } from './observation.js';
import type { Software } from './software.js';
import type { Language, Service, SourcePosition, Transport } from './target.js';
import type { CheckLevel, Finding, Outcome, Proof, ServiceVerdict, VerdictName } from './verdict.js';

/** Version of the JSON report; grows by added fields, changes only when a field changes its meaning. */
export const REPORT_SCHEMA = 1;

/** A guess at the software behind an endpoint, from the wire alone. */
export interface Recognition {
  readonly software: Software;
  readonly confidence: 'configured' | 'likely' | 'possible' | 'unknown';
  /** The traits it was recognised by. */
  readonly by: readonly string[];
  /** Others that fit as well, most likely first; advice names them where the software is not known. */
  readonly alternatives?: readonly Software[];
}

/** One endpoint in the report: its verdict, the outcome of every check, and what was seen. */
export interface EndpointReport {
  readonly service: Service;
  readonly transport: Transport;
  readonly host: string;
  readonly port: number;
  readonly address: string;
  readonly source: EndpointSource;
  readonly url?: string;
  /** `not-offered`: a port that serves neither clients nor other servers. */
  readonly verdict: VerdictName;
  readonly proof: Proof;
  readonly because: readonly string[];
  readonly checks: readonly { readonly check: string; readonly level: CheckLevel; readonly outcome: Outcome }[];
  readonly observation: EndpointObservation;
}

/** Whom the domain itself names as its contact, where the configuration names nobody. */
export interface FoundContact {
  /** `mailto:` or `https:`, of harmless characters only. */
  readonly uri: string;
  readonly source: 'security.txt';
  /** Where it was read. */
  readonly url: string;
  /** The language it wants to be written to, where there are letters in it. */
  readonly language?: Language;
}

export interface TargetReport {
  readonly domain: string;
  readonly unicodeDomain: string;
  readonly verdict: VerdictName;
  readonly waived: boolean;
  readonly services: Readonly<Partial<Record<Service, ServiceVerdict>>>;
  readonly endpoints: readonly EndpointReport[];
  readonly findings: readonly Finding[];
  /** Remarks of discovery: an alias as SRV target, a fallback taken, and the like. */
  readonly notes: readonly string[];
  readonly server: Recognition;
  readonly durationMs: number;
  readonly contact?: string;
  /** Looked for only where plaintext counts, because then somebody has to be told. */
  readonly foundContact?: FoundContact;
  readonly note?: string;
  readonly promise?: string;
  readonly contacted?: string;
  readonly language?: Language;
  readonly componentOf?: string;
  readonly position?: SourcePosition;
}

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly tool: { readonly name: 'xmpp-tls-compliance'; readonly version: string };
  /** ISO 8601 instant. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly result: 'pass' | 'fail' | 'inconclusive';
  readonly targets: readonly TargetReport[];
}
