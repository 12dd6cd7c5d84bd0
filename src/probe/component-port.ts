import { done, notReached } from '../model/failure.js';
import type { EndpointObservation, PlaintextObservation } from '../model/observation.js';
import { openComponentStream } from '../xmpp/component.js';
import { withConnection } from './connection.js';
import { beginLook, costOf, type ProbePorts, type ProbeSettings, type Subject } from './look.js';
import { stoppedAfter } from './main-steps.js';
import type { Endpoint } from '../model/endpoint.js';

/** A filtered port is not worth more: one repeated SYN fits in. */
const PATIENCE_MS = 2000;

/** Looks whether external components are answered at a port (XEP-0114): one connection, one stream header. */
export async function observeComponentPort(
  endpoint: Endpoint,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
): Promise<EndpointObservation> {
  const patient = { ...settings, timeoutMs: Math.min(PATIENCE_MS, settings.timeoutMs) };
  const look = beginLook(endpoint, subject, patient, ports, 1);
  const step = await withConnection(look, (connection) =>
    connection.converse(openComponentStream(`probe.${subject.unicodeDomain}`)),
  );
  const seen =
    step.state === 'done' ? { connected: done('connected' as const), header: step.value } : { connected: step };
  const steps = stoppedAfter(step.state === 'done' ? 'header' : 'connect', seen);
  return { endpoint, ...steps, plaintext: NOT_ASKED, transcript: look.transcript.lines(), cost: costOf(look) };
}

const never = notReached('header');

/** Neither clients nor servers come here: there is nothing to ask. */
const NOT_ASKED: PlaintextObservation = {
  connected: never,
  header: never,
  features: never,
  answers: { 'sasl-external': never, 'legacy-auth': never, registration: never, 'dialback-verify': never },
  sentinel: never,
};
