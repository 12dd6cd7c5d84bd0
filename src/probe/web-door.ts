import { isEncrypted, type Endpoint } from '../model/endpoint.js';
import { done, failed, notReached, type Failure, type Step, type StepName } from '../model/failure.js';
import type { EndpointObservation, PlaintextObservation, StreamFeatures, StreamHeader } from '../model/observation.js';
import type { XmlElement } from '../xml/element.js';
import { NS } from '../xmpp/namespaces.js';
import { readStreamFeatures } from '../xmpp/stream-features.js';
import { readStreamError, streamErrorFailure } from '../xmpp/stream-error.js';
import { isComplete, readWebAnswers, WEB_QUESTIONS, writeWebQuestion } from '../xmpp/web-answers.js';
import { openBosh } from './bosh.js';
import type { HttpSession } from './http-client.js';
import { beginLook, type Look, type ProbePorts, type ProbeSettings, type Subject } from './look.js';
import { stoppedAfter, type MainSteps } from './main-steps.js';
import type { WebStream } from './web-stream.js';
import { openWebSocket } from './websocket.js';

const OPEN = { bosh: openBosh, websocket: openWebSocket } as const;

/** Where servers commonly offer it: Prosody, ejabberd, MongooseIM and Openfire, in their example configurations. */
const PATHS = {
  bosh: ['/http-bind', '/bosh'],
  websocket: ['/xmpp-websocket', '/ws', '/ws-xmpp'],
} as const;

type WebTransport = keyof typeof PATHS;
export type WebDoor = Endpoint & { readonly transport: WebTransport; readonly url: string };

/** Connections one look takes at most, however often the server hangs up, and the second one that confirms it. */
const LOOK_CONNECTIONS = 4;
const CONFIRMATION_CONNECTIONS = 2;

export function isWebDoor(endpoint: Endpoint): endpoint is WebDoor {
  return endpoint.transport in PATHS && endpoint.url !== undefined;
}

/**
 * Looks at a BOSH or WebSocket endpoint as a browser client would enter it. Without TLS the questions are asked as on a
 * plaintext stream; with TLS it is only seen whether a stream comes up. An endpoint whose path is `/` and that nobody
 * named stands for the paths in common use; the first one that answers is kept in its `url`.
 */
export async function observeWebDoor(
  endpoint: WebDoor,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
): Promise<EndpointObservation> {
  const look = beginLook(endpoint, subject, settings, ports, LOOK_CONNECTIONS);
  const visit = await visitDoor(endpoint, look, LOOK_CONNECTIONS);
  const { entered, cost } = visit;
  const steps = isEncrypted(endpoint)
    ? visit.inside
    : stoppedAfter('connect', { connected: visit.plaintext.connected });
  return {
    endpoint: entered,
    to: visit.to,
    ...steps,
    plaintext: visit.plaintext,
    transcript: look.transcript.lines(),
    cost,
  };
}

/** Asks once more, in a fresh session, and adds the answers to the observation. */
export async function confirmWebDoor(
  observation: EndpointObservation,
  door: WebDoor,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
): Promise<EndpointObservation> {
  const { cost } = observation;
  const look = beginLook(door, subject, settings, ports, CONFIRMATION_CONNECTIONS, cost.connections);
  const { plaintext: confirmation, inside, cost: more } = await visitDoor(door, look, CONFIRMATION_CONNECTIONS);
  return {
    ...observation,
    // Of an encrypted door only the cipher suite can be at fault: the second handshake is the one that counts.
    ...(inside.handshake.state === 'done' ? { handshake: inside.handshake } : {}),
    confirmation,
    transcript: [...observation.transcript, ...look.transcript.lines()],
    cost: {
      connections: cost.connections + more.connections,
      bytesSent: cost.bytesSent + more.bytesSent,
      bytesReceived: cost.bytesReceived + more.bytesReceived,
    },
  };
}

interface Visit {
  readonly entered: Endpoint;
  readonly to: string;
  readonly plaintext: PlaintextObservation;
  readonly inside: MainSteps;
  readonly cost: EndpointObservation['cost'];
}

/** One session: the paths and the spellings of the domain in turn, until a stream comes up. */
function visitDoor(door: WebDoor, look: Look, maxConnections: number): Promise<Visit> {
  const { settings, ports } = look;
  return ports.pace.run(door.address, async () => {
    const origin = isEncrypted(door) ? { ...door, identity: identityOf(door) } : door;
    const session = ports.http.open(origin, { timeoutMs: settings.timeoutMs, maxConnections, signal: ports.signal });
    try {
      const { url, to, opened } = await knock(door, session, look);
      const seen = opened.state === 'done' ? await talk(opened.value, door, to, look) : unseen(opened);
      const inside = insideOf(session, opened, seen.features);
      return {
        entered: { ...door, url: url.href },
        to,
        plaintext: isEncrypted(door) ? NEVER : seen,
        inside,
        cost: session.cost(),
      };
    } finally {
      session.close();
    }
  });
}

/** The certificate of a web server names its host, whatever domain is served behind it. */
function identityOf({ url, service }: WebDoor) {
  const domain = new URL(url).hostname;
  return { domain, unicodeDomain: domain, service };
}

interface Opened {
  readonly url: URL;
  readonly to: string;
  readonly opened: Step<WebStream>;
}

async function knock(door: WebDoor, session: HttpSession, look: Look): Promise<Opened> {
  const { settings, ports, identity, transcript } = look;
  const record = transcript.open();
  record('note', `connecting to ${door.address} port ${door.port}`);
  const named = new URL(door.url);
  const anyPath = named.pathname === '/' && door.source !== 'host-meta';
  const urls = anyPath ? PATHS[door.transport].map((path) => new URL(path, named)) : [named];
  const spellings = [...new Set([identity.unicodeDomain, identity.domain])];
  let last: Opened = { url: named, to: identity.unicodeDomain, opened: notReached('connect') };
  for (const url of urls) {
    for (const to of spellings) {
      const request = { session, url, to, timeoutMs: settings.timeoutMs, random: ports.random, record };
      const opened = await OPEN[door.transport](request);
      last = { url, to, opened };
      if (opened.state === 'failed') record('note', `${opened.failure.code} ${opened.failure.detail ?? ''}`.trim());
      if (!failedWith(opened, 'stream.host-unknown')) break;
    }
    // A page instead of a BOSH answer is what web servers give that know no other path either.
    const isPage = door.transport === 'bosh' && failedWith(last.opened, 'stream.not-xmpp');
    if (!isPage && !failedWith(last.opened, 'http.refused', 'http.redirected')) return last;
  }
  return last;
}

function failedWith(step: Step<unknown>, ...codes: readonly Failure['code'][]): boolean {
  return step.state === 'failed' && codes.includes(step.failure.code);
}

/** Reads the features and, without TLS, asks the questions. */
async function talk(stream: WebStream, door: WebDoor, to: string, { ports }: Look): Promise<PlaintextObservation> {
  const header = done(stream.header);
  const features = await readFeatures(stream);
  const nothing = { ...NEVER, connected: done('connected' as const), header, features };
  if (features.state !== 'done' || isEncrypted(door)) {
    await stream.end();
    return { ...nothing, answers: unanswered('features') };
  }
  const context = { to, user: ports.random.token(12), id: ports.random.token(6) };
  await stream.send(WEB_QUESTIONS.map((name) => writeWebQuestion(name, context)));
  const elements: XmlElement[] = [];
  let answers = readWebAnswers(elements, context);
  while (!isComplete(answers)) {
    const next = await stream.next('question');
    if ('code' in next) answers = readWebAnswers(elements, context, next);
    else {
      elements.push(next);
      answers = readWebAnswers(elements, context);
    }
  }
  await stream.end();
  return { ...nothing, answers: { ...unanswered('question'), ...answers }, sentinel: notReached('question') };
}

async function readFeatures(stream: WebStream): Promise<Step<StreamFeatures>> {
  for (;;) {
    const next = await stream.next('features');
    if ('code' in next) return failed(next);
    const error = readStreamError(next);
    if (error !== undefined) return failed(streamErrorFailure(error, 'features'));
    if (next.namespace === NS.stream && next.name === 'features') return done(readStreamFeatures(next));
  }
}

function unanswered(after: StepName): PlaintextObservation['answers'] {
  const step = notReached(after);
  return { 'sasl-external': step, 'legacy-auth': step, registration: step, 'dialback-verify': step };
}

const NEVER: PlaintextObservation = {
  connected: notReached('connect'),
  header: notReached('connect'),
  features: notReached('connect'),
  answers: unanswered('connect'),
  sentinel: notReached('connect'),
};

/** What a session without a stream showed, when it was not encrypted. */
function unseen(opened: Exclude<Step<WebStream>, { state: 'done' }>): PlaintextObservation {
  if (opened.state !== 'failed') return NEVER;
  if (opened.failure.step === 'connect') return { ...NEVER, connected: opened };
  const after = notReached('header');
  return { ...NEVER, connected: done('connected'), header: opened, features: after, answers: unanswered('header') };
}

/** What an encrypted session showed. */
function insideOf(session: HttpSession, opened: Step<WebStream>, features: Step<StreamFeatures>): Visit['inside'] {
  const tls = session.tls();
  const after = notReached('connect');
  const never = { header: after, features: after, starttls: after };
  if (tls === undefined) {
    const isHandshake = opened.state === 'failed' && opened.failure.step === 'handshake';
    return isHandshake
      ? { ...stoppedAfter('handshake', { connected: done('connected'), handshake: opened }), ...never }
      : stoppedAfter('connect', opened.state === 'failed' ? { connected: opened } : {});
  }
  const securedHeader: Step<StreamHeader> = opened.state === 'done' ? done(opened.value.header) : inner(opened);
  return {
    ...never,
    connected: done('connected'),
    handshake: done(tls),
    securedHeader,
    securedFeatures: opened.state === 'done' ? inner(features) : notReached('secured-features'),
  };
}

function inner<S extends Step<unknown>>(step: S): S | Step<never> {
  return step.state === 'failed' ? failed({ ...step.failure, step: 'secured-features' }) : step;
}
