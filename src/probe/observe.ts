import type { Endpoint } from '../model/endpoint.js';
import type { EndpointObservation, PlaintextObservation } from '../model/observation.js';
import { beginLook, costOf, type Look, type ProbePorts, type ProbeSettings, type Subject } from './look.js';
import { lookAtMain } from './main-connection.js';
import { failedWith, type MainSteps } from './main-steps.js';
import { askInPlaintext } from './plaintext-questions.js';

export type { ProbePorts, ProbeSettings, Subject } from './look.js';

/** Connections an endpoint may cost in all. Without trouble it is 2 or 3, and 1 or 2 for the confirmation. */
const CONNECTIONS = 6;
/** One is always left for the confirmation. */
const LOOK_CONNECTIONS = CONNECTIONS - 1;
const CONFIRMATION_CONNECTIONS = 2;

/** Pause before a second try: a restarting server or a full backlog needs a moment. */
const RETRY_PAUSE_MS = 1000;

/**
 * Looks at one endpoint: one connection goes through TLS, and another one at the same time asks what is possible
 * without. Never rejects for what the remote side does, and says nothing of what it means.
 */
export async function observeEndpoint(
  endpoint: Endpoint,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
): Promise<EndpointObservation> {
  const look = beginLook(endpoint, subject, settings, ports, LOOK_CONNECTIONS);
  let seen = await lookOnce(look);
  for (let retry = 0; retry < settings.retries && mayPass(look, seen.steps); retry++) {
    if (look.connectionsLeft() < 2) break;
    await ports.clock.sleep(RETRY_PAUSE_MS, ports.signal);
    seen = await lookOnce(look);
  }
  const { to, steps, plaintext } = seen;
  return { endpoint, to, ...steps, plaintext, transcript: look.transcript.lines(), cost: costOf(look) };
}

/** Asks the plaintext questions once more, on fresh connections, and adds the answers to the observation. */
export async function confirmPlaintext(
  observation: EndpointObservation,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
): Promise<EndpointObservation> {
  const { endpoint, cost, to = subject.unicodeDomain } = observation;
  const budget = Math.min(CONFIRMATION_CONNECTIONS, CONNECTIONS - cost.connections);
  const look = beginLook(endpoint, subject, settings, ports, budget, cost.connections);
  const confirmation = await askInPlaintext(look, to);
  const more = costOf(look);
  return {
    ...observation,
    confirmation,
    transcript: [...observation.transcript, ...look.transcript.lines()],
    cost: {
      connections: cost.connections + more.connections,
      bytesSent: cost.bytesSent + more.bytesSent,
      bytesReceived: cost.bytesReceived + more.bytesReceived,
    },
  };
}

interface Seen {
  readonly to: string;
  readonly steps: MainSteps;
  readonly plaintext: PlaintextObservation;
}

async function lookOnce(look: Look): Promise<Seen> {
  const { domain, unicodeDomain } = look.identity;
  const main = lookAtMain(look);
  // Only the main connection tries both spellings of an IDN; for every other domain nothing is waited for.
  const askedAs = unicodeDomain === domain ? domain : (await main).to;
  const [{ to, steps }, plaintext] = await Promise.all([main, askInPlaintext(look, askedAs)]);
  return { to, steps, plaintext };
}

/** Resets, timeouts and hang-ups before the endpoint has said anything. A refused connection is an answer. */
function mayPass({ endpoint }: Look, { connected, header, handshake, securedHeader }: MainSteps): boolean {
  const plain = endpoint.transport === 'starttls' && handshake.state !== 'done';
  const first = plain ? [connected, header] : [connected, handshake, securedHeader];
  return first.some((step) =>
    failedWith(step, 'tcp.reset', 'tcp.timeout', 'stream.closed', 'stream.timeout', 'tls.closed', 'tls.timeout'),
  );
}
