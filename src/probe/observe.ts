import type { Endpoint } from '../model/endpoint.js';
import type { EndpointObservation, PlaintextObservation, SuiteAnswers } from '../model/observation.js';
import {
  beginLook,
  CONNECTIONS,
  costOf,
  type Look,
  type ProbePorts,
  type ProbeSettings,
  type Subject,
} from './look.js';
import { observeComponentPort } from './component-port.js';
import { triesLogin, tryLogin } from './plaintext-login.js';
import { lookAtMain } from './main-connection.js';
import { failedWith, type MainSteps } from './main-steps.js';
import { triesDialback, tryDialback } from './plaintext-dialback.js';
import { askAlone, askFurther, questionToConfirm, showsWayIn } from './further-questions.js';
import { injectBehindStarttls } from './starttls-injection.js';
import { askInPlaintext } from './plaintext-questions.js';
import { enterAndOffer } from './tls-offers.js';
import { askAndOfferSuites, offerRemainingSuites, type QuestionsAndOffer, wayInto } from './worthless-suites.js';
import type { PortHistory } from './web-budget.js';
import { confirmWebDoor, observeWebDoor } from './web-door.js';
import { isWebDoor } from './web-entrance.js';
import { confirmNullSuitesOverHttps } from './web-suites.js';

export type { ProbePorts, ProbeSettings, Subject } from './look.js';

/** One is always left for the confirmation: without trouble a look takes 3 or 4, and the confirmation 1 or 2. */
const LOOK_CONNECTIONS = CONNECTIONS - 1;
const CONFIRMATION_CONNECTIONS = 2;

/** Pause before a second try: a restarting server or a full backlog needs a moment. */
const RETRY_PAUSE_MS = 1000;

/**
 * Looks at one endpoint: one connection goes through TLS, and another one at the same time asks what is possible
 * without. Never rejects for what the remote side does, and says nothing of what it means. `before`: what was done behind
 * the same port, where doors over HTTP share it.
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
  // Where dialback is tried one more is left: its confirmation takes a connection beside those of the questions.
  const budget = LOOK_CONNECTIONS - (triesDialback({ endpoint, settings, ports }) ? 1 : 0);
  const look = beginLook(endpoint, subject, settings, ports, budget);
  let seen = await lookOnce(look);
  for (let retry = 0; retry < settings.retries && mayPass(look, seen.steps); retry++) {
    if (look.connectionsLeft() < 2) break;
    await ports.clock.sleep(RETRY_PAUSE_MS, ports.signal);
    seen = await lookOnce(look);
  }
  const { to, steps, plaintext, worthlessSuites } = seen;
  const transcript = look.transcript.lines();
  const observation = { endpoint, to, ...steps, plaintext, worthlessSuites, transcript, cost: costOf(look) };
  return addLogin(await addInjection(observation, look, to), look, to);
}

/** Opt-in: what becomes of plaintext behind `<starttls/>`, on one connection more. */
async function addInjection(observation: EndpointObservation, look: Look, to: string): Promise<EndpointObservation> {
  if (look.settings.starttlsInjection !== true || observation.starttls.state !== 'done') return observation;
  const more = oneConnectionMore(observation, look);
  const injection = await injectBehindStarttls(more, to);
  return { ...observation, injection, ...withMore(observation, more) };
}

/** Opt-in: how far an account of the user gets without TLS, on one connection more. */
async function addLogin(observation: EndpointObservation, look: Look, to: string): Promise<EndpointObservation> {
  if (!triesLogin(look) || observation.plaintext.features.state !== 'done') return observation;
  const more = oneConnectionMore(observation, look);
  const login = await tryLogin(more, to);
  return { ...observation, login, ...withMore(observation, more) };
}

function oneConnectionMore({ endpoint, cost }: EndpointObservation, { identity, settings, ports }: Look): Look {
  return beginLook(endpoint, identity, settings, ports, 1, cost.connections);
}

/** Asks the plaintext questions once more, on fresh connections, and adds the answers to the observation. */
export async function confirmPlaintext(
  observation: EndpointObservation,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
  before?: PortHistory,
): Promise<EndpointObservation> {
  const { endpoint, cost, to = subject.unicodeDomain } = observation;
  if (isWebDoor(endpoint)) return confirmWebDoor(observation, endpoint, subject, settings, ports, before);
  const again = mayHaveLetUsIn(observation.plaintext);
  const wanted = CONFIRMATION_CONNECTIONS + (again ? 1 : 0);
  const allowed = CONNECTIONS + [observation.injection, observation.login].filter((more) => more !== undefined).length;
  const budget = Math.min(wanted, allowed - cost.connections);
  // A NULL suite was confirmed on the last connection: the verdict does not depend on the questions.
  if (budget < 1) return observation;
  const look = beginLook(endpoint, subject, settings, ports, budget, cost.connections);
  // Dialback goes first, because the questions take what is left.
  const dialback = again && budget > 1 ? { dialback: await tryDialback(look, to) } : {};
  const confirmation = { ...(await askAgain(look, to, observation.plaintext)), ...dialback };
  return { ...observation, confirmation, ...withMore(observation, look) };
}

/** Offers NULL suites alone once more, on a fresh connection, and adds the answer to the observation. */
export async function confirmNullSuites(
  observation: EndpointObservation,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
  before?: PortHistory,
): Promise<EndpointObservation> {
  const { endpoint, cost, to = subject.unicodeDomain } = observation;
  if (isWebDoor(endpoint)) return confirmNullSuitesOverHttps(observation, endpoint, settings, ports, before);
  const look = beginLook(endpoint, subject, settings, ports, CONNECTIONS - cost.connections, cost.connections);
  const nullSuitesAgain = await enterAndOffer(look, wayInto(endpoint, observation, to), ['null']);
  return { ...observation, nullSuitesAgain, ...withMore(observation, look) };
}

/** The transcript and the cost with those of a later look. */
function withMore(
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

interface Seen {
  readonly to: string;
  readonly steps: MainSteps;
  readonly plaintext: PlaintextObservation;
  readonly worthlessSuites: SuiteAnswers;
}

async function lookOnce(look: Look): Promise<Seen> {
  const { domain, unicodeDomain } = look.identity;
  const main = lookAtMain(look);
  // Only the main connection tries both spellings of an IDN; for every other domain nothing is waited for.
  const askedAs = unicodeDomain === domain ? domain : (await main).to;
  const [{ to, steps }, { plaintext, offered }] = await Promise.all([main, lookWithoutTls(look, askedAs)]);
  return { to, steps, plaintext, worthlessSuites: await offerRemainingSuites(look, to, steps, await offered) };
}

/** The questions, the one further question that was answered by letting us go on before all others. */
async function askAgain(look: Look, to: string, before: PlaintextObservation): Promise<PlaintextObservation> {
  const question = questionToConfirm(before);
  if (question === undefined) return askInPlaintext(look, to);
  // With one connection left and nothing else to confirm, it is the only question, and the other answers stand.
  if (look.connectionsLeft() <= 1 && showsWayIn(before)) return askInPlaintext(look, to);
  const answer = await askAlone(look, to, question, before);
  const first = look.connectionsLeft() > 0 ? await askInPlaintext(look, to) : before;
  return { ...first, answers: { ...first.answers, [question]: answer } };
}

/** The questions, what their answers call for, and dialback where it is wanted and there is a stream to try it on. */
async function lookWithoutTls(look: Look, to: string): Promise<QuestionsAndOffer> {
  const { plaintext: first, offered } = await askAndOfferSuites(look, to);
  const plaintext = { ...first, answers: { ...first.answers, ...(await askFurther(look, to, first)) } };
  const tries = triesDialback(look) && plaintext.features.state === 'done' && look.connectionsLeft() > 0;
  return { offered, plaintext: tries ? { ...plaintext, dialback: await tryDialback(look, to) } : plaintext };
}

/** Whether dialback can be what speaks against the server: only then is it worth a connection of the confirmation. */
function mayHaveLetUsIn({ answers, dialback }: PlaintextObservation): boolean {
  const external = answers['sasl-external'];
  const servesSasl = external.state === 'done' && external.value.kind === 'sasl-failure';
  return dialback?.ping.state === 'done' || (dialback?.result.state === 'done' && servesSasl);
}

/** Resets, timeouts and hang-ups before the endpoint has said anything. A refused connection is an answer. */
function mayPass({ endpoint }: Look, { connected, header, handshake, securedHeader }: MainSteps): boolean {
  const plain = endpoint.transport === 'starttls' && handshake.state !== 'done';
  const first = plain ? [connected, header] : [connected, handshake, securedHeader];
  return first.some((step) =>
    failedWith(step, 'tcp.reset', 'tcp.timeout', 'stream.closed', 'stream.timeout', 'tls.closed', 'tls.timeout'),
  );
}
