import type { Endpoint } from '../model/endpoint.js';
import type { EndpointObservation } from '../model/observation.js';
import { observeComponentPort } from './component-port.js';
import { connectionsFor } from './connections.js';
import {
  beginLook,
  costOf,
  keeping,
  withMore,
  type Look,
  type ProbePorts,
  type ProbeSettings,
  type Subject,
} from './look.js';
import { triesLogin, tryLogin } from './plaintext-login.js';
import { withOtherFeatures } from './plaintext-stream.js';
import { injectBehindStarttls } from './starttls-injection.js';
import type { PortHistory } from './web-budget.js';
import { observeWebDoor } from './web-door.js';
import { isWebDoor } from './web-entrance.js';
import { forSecondLook, lookAround, mayShowMore, plaintextOf } from './whole-look.js';

export { confirmNullSuites, confirmPlaintext } from './confirm.js';
export type { ProbePorts, ProbeSettings, Subject } from './look.js';

/** Pause before a second try: a restarting server or a full backlog needs a moment. */
const RETRY_PAUSE_MS = 1000;

/**
 * Looks at one endpoint, and again at what a reset, a timeout or a hang-up came in the way of. Never rejects for what the
 * remote side does, and says nothing of what it means. `before`: what was done behind the same port, where doors over HTTP
 * share it.
 */
export async function observeEndpoint(
  endpoint: Endpoint,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
  before?: PortHistory,
): Promise<EndpointObservation> {
  if (isWebDoor(endpoint)) return observeWebDoor(endpoint, subject, settings, ports, before);
  if (endpoint.transport === 'component') return observeComponentPort(endpoint, subject, settings, ports);
  const look = beginLook(endpoint, subject, settings, ports, connectionsFor({ endpoint, settings, ports }));
  let seen = await lookAround(look);
  for (let retry = 0; retry < settings.retries && mayShowMore(look, seen); retry++) {
    // The second look at what speaks against the server matters more than anything else that could be learned.
    const more = keeping(look, forSecondLook(seen));
    if (more.connectionsLeft() <= 0) break;
    await ports.clock.sleep(RETRY_PAUSE_MS, ports.signal);
    seen = await lookAround(more, seen);
  }
  const { to, steps, suites } = seen;
  const transcript = look.transcript.lines();
  const plaintext = plaintextOf(seen);
  const observation = { endpoint, to, ...steps, plaintext, worthlessSuites: suites, transcript, cost: costOf(look) };
  const whole = withOtherFeatures(observation, look);
  return addLogin(await addInjection(whole, look, to), look, to);
}

/** Opt-in: what becomes of plaintext behind `<starttls/>`, on one connection more. */
async function addInjection(observation: EndpointObservation, look: Look, to: string): Promise<EndpointObservation> {
  if (look.settings.starttlsInjection !== true || observation.starttls.state !== 'done') return observation;
  const more = oneConnectionMore(observation, look);
  const injection = await injectBehindStarttls(more, to);
  return withOtherFeatures({ ...observation, injection, ...withMore(observation, more) }, more);
}

/** Opt-in: how far an account of the user gets without TLS, on one connection more. */
async function addLogin(observation: EndpointObservation, look: Look, to: string): Promise<EndpointObservation> {
  if (!triesLogin(look) || observation.plaintext.features.state !== 'done') return observation;
  const more = oneConnectionMore(observation, look);
  const login = await tryLogin(more, to);
  return withOtherFeatures({ ...observation, login, ...withMore(observation, more) }, more);
}

function oneConnectionMore({ endpoint, cost }: EndpointObservation, { identity, settings, ports }: Look): Look {
  return beginLook(endpoint, identity, settings, ports, 1, cost.connections);
}
