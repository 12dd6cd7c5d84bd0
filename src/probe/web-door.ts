import { isEncrypted, type Endpoint } from '../model/endpoint.js';
import { done, failed, failure, notReached, type FailureCode, type Step } from '../model/failure.js';
import type { EndpointObservation, PlaintextObservation, QuestionName, StreamHeader } from '../model/observation.js';
import { WEB_QUESTIONS } from '../xmpp/web-answers.js';
import { withConnection } from './connection.js';
import type { HttpSession } from './http-client.js';
import type { Look, ProbePorts, ProbeSettings, Subject } from './look.js';
import { failedWith, stoppedAfter, type MainSteps } from './main-steps.js';
import { budgetFor, keptBy, lastNumber, openLedger, UNTOUCHED, type Ledger, type PortHistory } from './web-budget.js';
import { enter, openAt, tells, type WebDoor } from './web-entrance.js';
import { askOverHttp, readFeatures, UNASKED, unopened, webQuestionsToConfirm } from './web-questions.js';
import type { WebStream } from './web-stream.js';
import { offerSuitesOverHttps, secureSubject } from './web-suites.js';

/** A guess that nobody answers is nobody's door; a repeated SYN fits in. */
const GUESS_PATIENCE_MS = 2000;

/** Pause before a second try: a restarting server needs a moment. */
const RETRY_PAUSE_MS = 1000;

/**
 * Looks at a BOSH or WebSocket endpoint as a browser client would enter it. Without TLS the questions are asked as on a
 * plaintext stream; with TLS it is only seen whether a stream comes up, and which cipher suites are taken. Where it was
 * entered, or what was most telling, is kept in its `url`. `before`: what was done behind the same port already.
 */
export async function observeWebDoor(
  door: WebDoor,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
  before: PortHistory = UNTOUCHED,
): Promise<EndpointObservation> {
  const ledger = openLedger({ endpoint: door, subject, settings, ports }, budgetFor(door, before));
  const asking = {
    questions: WEB_QUESTIONS,
    proveLoginOffer: settings.proveLoginOffer === true,
    kept: keptBy(door),
  };
  let visit = await visitDoor(door, before.urls, asking, ledger);
  for (let retry = 0; retry < settings.retries && mayPass(door, visit) && ledger.left() > keptBy(door); retry++) {
    await ports.clock.sleep(RETRY_PAUSE_MS, ports.signal);
    visit = moreTelling(visit, await visitDoor(door, before.urls, asking, ledger));
  }
  const { entered, to, plaintext, inside } = visit;
  const seen = isEncrypted(door)
    ? { ...inside, plaintext, ...(await offerSuitesOverHttps(door, inside, ledger, before)) }
    : {
        ...stoppedAfter('connect', { connected: plaintext.connected }),
        plaintext: await explainHangUp(plaintext, door, ledger),
      };
  return { endpoint: entered, to, ...seen, transcript: ledger.lines(), cost: ledger.cost() };
}

/** Asks once more, in a fresh session, and adds the answers to the observation. */
export async function confirmWebDoor(
  observation: EndpointObservation,
  door: WebDoor,
  subject: Subject,
  settings: ProbeSettings,
  ports: ProbePorts,
  before: PortHistory = UNTOUCHED,
): Promise<EndpointObservation> {
  const budget = budgetFor(door, before, observation);
  const ledger = openLedger({ endpoint: door, subject, settings, ports }, budget, lastNumber(observation));
  const asking = { questions: webQuestionsToConfirm(observation.plaintext), proveLoginOffer: false, kept: 0 };
  const { plaintext: confirmation } = await visitDoor(door, [], asking, ledger);
  return { ...observation, confirmation, ...ledger.after(observation) };
}

interface Asking {
  readonly questions: readonly QuestionName[];
  readonly proveLoginOffer: boolean;
  /** Connections that are left over for a second look. */
  readonly kept: number;
}

interface Visit {
  readonly entered: Endpoint;
  readonly to: string;
  readonly plaintext: PlaintextObservation;
  readonly inside: MainSteps;
}

/** One session: the addresses and the spellings of the domain in turn, until a stream comes up. */
function visitDoor(door: WebDoor, known: readonly string[], asking: Asking, ledger: Ledger): Promise<Visit> {
  const look = ledger.begin();
  const { settings, ports } = look;
  return ports.pace.run(door, async () => {
    const origin = isEncrypted(door) ? { ...door, identity: { ...secureSubject(door), service: door.service } } : door;
    const { timeoutMs } = settings;
    const connectTimeoutMs = door.source === 'default-port' ? GUESS_PATIENCE_MS : timeoutMs;
    const patience = { timeoutMs, connectTimeoutMs, maxConnections: ledger.left(), signal: ports.signal };
    const session = ports.http.open(origin, patience);
    try {
      return await goThrough(door, known, asking, session, look, patience.maxConnections);
    } finally {
      session.close();
      ledger.add(look, session.cost());
    }
  });
}

async function goThrough(
  door: WebDoor,
  known: readonly string[],
  { questions, proveLoginOffer, kept }: Asking,
  session: HttpSession,
  look: Look,
  most: number,
): Promise<Visit> {
  const record = look.transcript.open();
  record('note', `connecting to ${door.address} port ${door.port}`);
  const { url, to, opened } = await enter(door, known, session, look, record);
  const entered = { ...door, url: url.href, ...(door.anyPath === true ? { anyPath: false } : {}) };
  if (isEncrypted(door)) return { entered, to, plaintext: UNASKED, inside: await seeInside(session, opened) };
  const inside = stoppedAfter('connect', {});
  if (opened.state !== 'done') return { entered, to, plaintext: unopened(opened), inside };
  const isBatched = door.transport === 'bosh';
  const reopen = async (): Promise<WebStream | undefined> => {
    // A WebSocket takes a connection of its own; BOSH goes on with the one it has, as long as the server lets it.
    if (!isBatched && session.cost().connections >= most - kept) return undefined;
    const again = await openAt(url, to, session, look, look.transcript.open());
    return again.state === 'done' ? again.value : undefined;
  };
  const asking = { to, questions, proveLoginOffer, isBatched, reopen };
  return { entered, to, plaintext: await askOverHttp(opened.value, asking, look.ports), inside };
}

/** What an encrypted session showed. */
async function seeInside(session: HttpSession, opened: Step<WebStream>): Promise<MainSteps> {
  const features = opened.state === 'done' ? await readFeatures(opened.value) : notReached('secured-features');
  if (opened.state === 'done') await opened.value.end();
  const tls = session.tls();
  if (tls === undefined) {
    const isHandshake = opened.state === 'failed' && opened.failure.step === 'handshake';
    return isHandshake
      ? stoppedAfter('handshake', { connected: done('connected'), handshake: opened })
      : stoppedAfter('connect', opened.state === 'failed' ? { connected: opened } : {});
  }
  const securedHeader: Step<StreamHeader> = opened.state === 'done' ? done(opened.value.header) : inner(opened);
  return stoppedAfter('connect', {
    connected: done('connected'),
    handshake: done(tls),
    securedHeader,
    securedFeatures: inner(features),
  });
}

function inner<S extends Step<unknown>>(step: S): S | Step<never> {
  return step.state === 'failed' ? failed({ ...step.failure, step: 'secured-features' }) : step;
}

/** Trouble that may be over in a moment. A guess that stays silent is not worth a second wait. */
const PASSING: readonly FailureCode[] = ['tcp.reset', 'http.closed', 'http.error', 'stream.closed', 'stream.timeout'];
const SILENT: readonly FailureCode[] = ['tcp.timeout', 'http.timeout'];

/** Only plaintext can be missed: what becomes of an encrypted door lets nobody in without TLS. */
function mayPass(door: WebDoor, { plaintext: { connected, header, features } }: Visit): boolean {
  const codes = door.source === 'default-port' ? PASSING : [...PASSING, ...SILENT];
  return !isEncrypted(door) && [connected, header, features].some((step) => failedWith(step, ...codes));
}

/** A server that spoke, and is gone a moment later, was there all the same. */
function moreTelling(first: Visit, second: Visit): Visit {
  return weightOf(second) >= weightOf(first) ? second : first;
}

function weightOf({ plaintext: { connected, header, features } }: Visit): number {
  if (features.state === 'done') return Infinity;
  const [failedFirst] = [connected, header, features].flatMap((step) =>
    step.state === 'failed' ? [step.failure] : [],
  );
  return (header.state === 'done' ? 10 : 0) + (failedFirst === undefined ? 0 : tells(failedFirst));
}

/**
 * A port that hangs up on plain HTTP every time may be one that speaks nothing but TLS; its handshake says so. Silence is
 * not explained by it: a slow server keeps silent as well.
 */
async function explainHangUp(seen: PlaintextObservation, door: WebDoor, ledger: Ledger): Promise<PlaintextObservation> {
  if (!failedWith(seen.header, 'http.closed', 'tcp.reset') || ledger.left() <= 0) return seen;
  const look = ledger.begin(secureSubject(door));
  const entered = await withConnection(look, (connection) => connection.startTls('http/1.1'));
  ledger.add(look);
  const handshake = entered.state === 'done' ? entered.value : entered;
  // An alert is TLS, too: of a server that does not know the name, for one.
  if (handshake.state !== 'done' && !failedWith(handshake, 'tls.alert')) return seen;
  return { ...seen, header: failed(failure('stream.speaks-tls', 'header')) };
}
