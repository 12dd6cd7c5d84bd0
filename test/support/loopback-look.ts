import type { Endpoint } from '../../src/model/endpoint.js';
import type { EndpointObservation } from '../../src/model/observation.js';
import type { ProbePorts, ProbeSettings, Subject } from '../../src/probe/look.js';
import { observeEndpoint } from '../../src/probe/observe.js';
import type { PortHistory } from '../../src/probe/web-budget.js';
import { createPace } from '../../src/probe/pace.js';
import { createClock, createRandom } from '../../src/runtime/clock.js';
import { createDialer } from '../../src/runtime/dialer.js';
import { createHttpClient } from '../../src/runtime/http.js';

export const SUBJECT: Subject = { domain: 'example.org', unicodeDomain: 'example.org' };

export function probeSettings(changes: Partial<ProbeSettings> = {}): ProbeSettings {
  return { timeoutMs: 2000, retries: 0, s2sFrom: 'tls-probe.invalid', ...changes };
}

/** The ports as a run has them. */
export function realPorts(changes: Partial<ProbePorts> = {}): ProbePorts {
  return {
    dialer: createDialer(),
    http: createHttpClient(),
    clock: createClock(),
    random: createRandom(),
    pace: createPace(),
    signal: new AbortController().signal,
    ...changes,
  };
}

export function loopbackEndpoint(port: number, changes: Partial<Endpoint> = {}): Endpoint {
  return {
    service: 'c2s',
    transport: 'starttls',
    host: 'xmpp.example.org',
    port,
    address: '127.0.0.1',
    family: 4,
    source: 'srv',
    ...changes,
  };
}

export interface LookChanges {
  readonly endpoint?: Partial<Endpoint>;
  readonly subject?: Subject;
  readonly settings?: Partial<ProbeSettings>;
  readonly ports?: Partial<ProbePorts>;
  readonly before?: PortHistory;
}

/** One look at a port on loopback, with nothing replaced but what the test names. */
export function lookAt({ port }: { readonly port: number }, changes: LookChanges = {}): Promise<EndpointObservation> {
  return observeEndpoint(
    loopbackEndpoint(port, changes.endpoint),
    changes.subject ?? SUBJECT,
    probeSettings(changes.settings),
    realPorts(changes.ports),
    changes.before,
  );
}

/** What was seen, without what differs from look to look. */
export function withoutTimes(observation: EndpointObservation): EndpointObservation {
  return {
    ...observation,
    endpoint: { ...observation.endpoint, port: 0 },
    transcript: [],
    cost: { connections: observation.cost.connections, bytesSent: 0, bytesReceived: 0 },
  };
}

/** The transcript as text, one line each: `1 us <stream:stream ...`. */
export function transcriptOf(observation: EndpointObservation): string {
  return observation.transcript.map(({ connection, from, text }) => `${connection} ${from} ${text}`).join('\n');
}
