import { done, failed, failure, type Step } from '../model/failure.js';
import { SUITE_CLASSES, type SuiteAnswer, type SuiteAnswers, type SuiteClass } from '../model/observation.js';
import { writeClientHello } from '../tls/client-hello.js';
import { readServerHello, type HelloAnswer } from '../tls/server-hello.js';
import { WORTHLESS_SUITES, type Suite } from '../tls/suites.js';
import { requestStarttls } from '../xmpp/starttls.js';
import { withConnection, type Connection } from './connection.js';
import { inWords } from './layer.js';
import type { Look } from './look.js';
import { openPlaintext } from './plaintext-stream.js';

/** How a connection gets to where a handshake can begin. */
export type WayIn =
  | { readonly by: 'starttls'; readonly to: string }
  /** `alpn`: as on the main connection, so that a port that serves several protocols leads to the same one. */
  | { readonly by: 'direct-tls'; readonly alpn?: string };

/** Alerts that say that none of the suites will do; the last one is that of TLS 1.3 alone, which has none of them. */
const REFUSALS: readonly string[] = ['handshake_failure', 'insufficient_security', 'protocol_version'];

/** What a class gets that there was no connection left to offer it on. */
const NO_CONNECTION_LEFT = failed(failure('probe.connections', 'handshake'));

/**
 * Finds every class of worthless suites that the server takes. What it picked from all of them (`answer`) hides the
 * rest: each class that was picked is left out of the next offer, on a connection of its own, until nothing is picked
 * or left. NULL comes before all others, because it alone decides whether the server encrypts; `kept` connections are
 * needed for something else, and `areAsked` says whether all questions have had theirs.
 */
export async function offerClassByClass(
  look: Look,
  way: WayIn,
  answer: Step<SuiteAnswer>,
  kept: number,
  areAsked = false,
): Promise<SuiteAnswers> {
  const answers: Partial<Record<SuiteClass, Step<SuiteAnswer>>> = {};
  let offered: readonly SuiteClass[] = SUITE_CLASSES;
  let last = answer;
  for (;;) {
    const picked = classPicked(last);
    for (const one of picked === undefined ? offered : [picked]) answers[one] = last;
    const open = SUITE_CLASSES.filter((one) => answers[one] === undefined);
    const nullPicked = answers.null !== undefined && classPicked(answers.null) !== undefined;
    const spare = look.connectionsLeft() - kept - (nullPicked ? 1 : 0);
    offered = areAsked ? nextOfferOfAll(open, spare) : nextOffer(open, spare);
    if (offered.length === 0) {
      return { null: NO_CONNECTION_LEFT, anonymous: NO_CONNECTION_LEFT, export: NO_CONNECTION_LEFT, ...answers };
    }
    last = await enterAndOffer(look, way, offered);
  }
}

/** What goes on the next connection: on the last one NULL alone, and without NULL the last one is for the questions. */
function nextOffer(open: readonly SuiteClass[], spare: number): readonly SuiteClass[] {
  if (spare > 1) return open;
  return spare === 1 && open.includes('null') ? ['null'] : [];
}

/**
 * The same where all questions were asked. NULL alone as soon as there would be none left to offer it again, were it hidden
 * by yet another class.
 */
function nextOfferOfAll(open: readonly SuiteClass[], spare: number): readonly SuiteClass[] {
  if (spare <= 0) return [];
  return open.includes('null') && spare <= 2 ? ['null'] : open;
}

/** Makes a connection and offers suites of these classes alone; `kept` connections are needed for something else. */
export async function enterAndOffer(
  look: Look,
  way: WayIn,
  classes: readonly SuiteClass[],
  kept = 0,
): Promise<Step<SuiteAnswer>> {
  if (look.connectionsLeft() <= kept) return NO_CONNECTION_LEFT;
  const taken = await withConnection(look, async (connection) => {
    if (way.by === 'direct-tls') return offerSuites(connection, look, classes, way.alpn);
    const { header, features } = await openPlaintext(connection, look, way.to);
    if (header.state !== 'done') return header;
    const ready = features.state === 'done' ? await connection.converse(requestStarttls()) : features;
    return ready.state === 'done' ? offerSuites(connection, look, classes) : ready;
  });
  return taken.state === 'done' ? taken.value : taken;
}

/**
 * Offers suites of these classes alone on a connection where a handshake can begin, and breaks off after the answer:
 * nothing is ever sent inside such a TLS.
 */
export async function offerSuites(
  connection: Connection,
  { identity, ports }: Look,
  classes: readonly SuiteClass[],
  alpn?: string,
): Promise<Step<SuiteAnswer>> {
  if (connection.hasUnread()) return failed(failure('tls.not-tls', 'handshake'));
  const suites = classes.flatMap((one) => WORTHLESS_SUITES[one]);
  connection.note(`ClientHello with ${suites.length} cipher suites, all of them worthless: ${classes.join(', ')}`);
  const hello = writeClientHello({
    suites,
    serverName: identity.domain,
    ...(alpn === undefined ? {} : { alpn }),
    random: new TextEncoder().encode(ports.random.token(32)),
  });
  const read = await connection.exchange(hello, (bytes) => {
    const answer = readServerHello(bytes);
    return answer.kind === 'incomplete' ? undefined : answer;
  });
  const answer = read.state === 'done' ? interpret(read.value, suites) : read;
  connection.note(inTheTranscript(answer));
  return answer;
}

function interpret(answer: Exclude<HelloAnswer, { kind: 'incomplete' }>, offered: readonly Suite[]): Step<SuiteAnswer> {
  switch (answer.kind) {
    case 'server-hello': {
      const suite = offered.find(({ id }) => id === answer.suite)?.name;
      if (suite !== undefined) return done({ kind: 'picked', suite, version: answer.version });
      const picked = `it picked the cipher suite 0x${answer.suite.toString(16).padStart(4, '0')}`;
      return failed(failure('tls.not-tls', 'handshake', `${picked}, which was not offered`));
    }
    case 'alert':
      if (REFUSALS.includes(answer.description)) return done({ kind: 'refused', by: answer.description });
      return failed(failure(answer.level === 'fatal' ? 'tls.alert' : 'tls.closed', 'handshake', answer.description));
    case 'not-tls':
      return failed(failure('tls.not-tls', 'handshake'));
  }
}

function inTheTranscript(answer: Step<SuiteAnswer>): string {
  if (answer.state === 'failed') return inWords(answer.failure);
  if (answer.state === 'not-reached') return 'no TLS handshake';
  const { value } = answer;
  return value.kind === 'picked' ? `the server picked ${value.suite} (${value.version})` : `refused: ${value.by}`;
}

/** The class of the suite that was picked; undefined when none was. */
function classPicked(answer: Step<SuiteAnswer>): SuiteClass | undefined {
  if (answer.state !== 'done' || answer.value.kind !== 'picked') return undefined;
  const { suite } = answer.value;
  return SUITE_CLASSES.find((one) => WORTHLESS_SUITES[one].some(({ name }) => name === suite));
}
