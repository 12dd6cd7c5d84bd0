import { escapeXML } from 'ltx';
import type { LoginAccount } from '../model/config.js';
import { done, failed, type Failure, failure, notReached, type Step, type StepName } from '../model/failure.js';
import type { Answer, LoginMeans, LoginObservation, StreamFeatures } from '../model/observation.js';
import { attribute, child, type XmlElement } from '../xml/element.js';
import { readAnswer, readIqAnswer } from './answers.js';
import { type Conversation, read, send } from './conversation.js';
import { NS } from './namespaces.js';
import { streamEnding } from './negotiation.js';
import { answerScram, SCRAM_HASHES, type ScramCrypto, scramFirstMessage, type ScramMechanism } from './scram.js';
import { readStreamError } from './stream-error.js';

/** What a login is made with. */
export interface LoginTools {
  readonly account: LoginAccount;
  readonly crypto: ScramCrypto;
  /** The domain as the stream is for it. */
  readonly to: string;
  /** Random, as a nonce and in ids. */
  readonly token: string;
  /** Of the stream, as the server gave it: the digest of XEP-0078 is made with it. */
  readonly streamId: string;
}

/** How far the login itself came, and who we are if it succeeded without resource binding. */
export interface LoggedIn extends Pick<LoginObservation, 'begun' | 'accepted'> {
  /** Full JID. */
  readonly jid?: string;
}

/** What an answer said, and the element in which it came. */
interface Said {
  readonly answer: Answer;
  readonly element?: XmlElement;
}

/**
 * The means that the server leaves us: the strongest SCRAM, PLAIN where that is allowed, and jabber:iq:auth where no
 * mechanism is offered at all, as clients do that were told not to encrypt. Undefined: nothing that we may use.
 */
export function chooseMeans({ mechanisms }: StreamFeatures, allowPlain: boolean): LoginMeans | undefined {
  if (mechanisms.length === 0) return 'jabber:iq:auth';
  const scram = (Object.keys(SCRAM_HASHES) as ScramMechanism[]).find((mechanism) => mechanisms.includes(mechanism));
  return scram ?? (allowPlain && mechanisms.includes('PLAIN') ? 'PLAIN' : undefined);
}

/** Logs in. The stream has to be restarted afterwards, unless there is a JID already (RFC 6120 section 6.4.6). */
export function* logIn(means: LoginMeans, tools: LoginTools): Conversation<LoggedIn> {
  switch (means) {
    case 'jabber:iq:auth':
      return yield* logInByQuery(tools);
    case 'PLAIN': {
      const { user, password } = tools.account;
      const accepted = answerOf(
        yield* askSasl(`<auth xmlns='${NS.sasl}' mechanism='PLAIN'>${toBase64(`\0${user}\0${password}`)}</auth>`),
      );
      return { begun: accepted, accepted };
    }
    default:
      return yield* logInByScram(means, tools);
  }
}

function* logInByScram(mechanism: ScramMechanism, { account, crypto, token }: LoginTools): Conversation<LoggedIn> {
  const credentials = { user: account.user, password: account.password, nonce: token };
  const first = toBase64(scramFirstMessage(credentials));
  const challenged = yield* askSasl(`<auth xmlns='${NS.sasl}' mechanism='${mechanism}'>${first}</auth>`);
  const begun = answerOf(challenged);
  if (challenged.state !== 'done' || challenged.value.answer.kind !== 'sasl-challenge') {
    return { begun, accepted: notReached('login') };
  }
  const answer = answerScram(mechanism, credentials, fromBase64(challenged.value.element?.text), crypto);
  if (answer === undefined) return { begun, accepted: failed(failure('login.unusable-challenge', 'login')) };
  let said = yield* askSasl(`<response xmlns='${NS.sasl}'>${toBase64(answer.message)}</response>`);
  // Some servers send their signature as another challenge, and then an empty success (RFC 6120 section 6.4.5).
  const signature = said.state === 'done' ? fromBase64(said.value.element?.text) : '';
  if (said.state === 'done' && said.value.answer.kind === 'sasl-challenge') {
    said = yield* askSasl(`<response xmlns='${NS.sasl}'/>`);
  }
  const isImpostor =
    said.state === 'done' && said.value.answer.kind === 'sasl-success' && signature !== answer.serverSignature;
  return { begun, accepted: isImpostor ? failed(failure('login.impostor', 'login')) : answerOf(said) };
}

/**
 * Asks what a login needs (XEP-0078), and gives it only where plaintext is allowed: a digest is easily guessed from, and
 * some servers take nothing but the password.
 */
function* logInByQuery({ account, crypto, to, token, streamId }: LoginTools): Conversation<LoggedIn> {
  const { user, password, allowPlain } = account;
  const username = `<username>${escapeXML(user)}</username>`;
  const asked = yield* askIq('get', `${token}-a`, `<query xmlns='${NS.legacyAuth}'>${username}</query>`, to);
  const begun = answerOf(asked);
  const fields = begun.state === 'done' && begun.value.kind === 'iq-result' ? begun.value.fields : [];
  const withDigest = fields.includes('digest') && streamId !== '';
  if (!allowPlain || !(withDigest || fields.includes('password'))) return { begun, accepted: notReached('login') };
  const digest = crypto.digest('sha1', new TextEncoder().encode(streamId + password));
  const proof = withDigest ? `<digest>${toHex(digest)}</digest>` : `<password>${escapeXML(password)}</password>`;
  const query = `<query xmlns='${NS.legacyAuth}'>${username}${proof}<resource>${token}</resource></query>`;
  const accepted = answerOf(yield* askIq('set', `${token}-b`, query, to));
  return { begun, accepted, jid: `${user}@${to}/${token}` };
}

/** Binds a resource on a restarted stream, and begins a session where an old server wants one. */
export function* bindResource({ all }: StreamFeatures, token: string): Conversation<Step<string>> {
  const bound = yield* askIq('set', `${token}-c`, `<bind xmlns='${NS.bind}'/>`);
  if (bound.state !== 'done') return bound;
  const { answer, element } = bound.value;
  const jid =
    element && child(element, NS.bind, 'bind') && child(child(element, NS.bind, 'bind') ?? element, NS.bind, 'jid');
  if (answer.kind !== 'iq-result' || jid === undefined) return failed(failure('login.no-session', 'bind'));
  const session = all.find(({ namespace }) => namespace === NS.session);
  if (session !== undefined && !session.children.includes('optional')) {
    yield* askIq('set', `${token}-d`, `<session xmlns='${NS.session}'/>`);
  }
  return done(jid.text.trim());
}

/** Sends oneself a message, and waits for it. */
export function* messageOneself(jid: string, token: string): Conversation<Step<'delivered'>> {
  const id = `${token}-e`;
  const body = 'This message was sent by xmpp-tls-compliance, to see whether it can be sent without TLS.';
  yield* send(`<message to='${escapeXML(jid)}' type='chat' id='${id}'><body>${body}</body></message>`);
  for (;;) {
    const event = yield* read();
    const over = streamEnding(event, 'message');
    if (over !== undefined) return failed(over);
    if (event.kind !== 'element' || event.element.name !== 'message' || attribute(event.element, 'id') !== id) continue;
    return attribute(event.element, 'type') === 'error'
      ? failed(failure('login.no-session', 'message'))
      : done('delivered');
  }
}

const answerOf = (said: Step<Said>): Step<Answer> => (said.state === 'done' ? done(said.value.answer) : said);

function* askSasl(xml: string): Conversation<Step<Said>> {
  yield* send(xml);
  return yield* awaitAnswer('login', (element) => readAnswer(element, ['sasl-scram'], { id: '' })?.answer);
}

function* askIq(type: 'get' | 'set', id: string, query: string, to?: string): Conversation<Step<Said>> {
  const addressed = to === undefined ? '' : ` to='${escapeXML(to)}'`;
  yield* send(`<iq type='${type}' id='${id}'${addressed}>${query}</iq>`);
  const step = to === undefined ? 'bind' : 'login';
  return yield* awaitAnswer(step, (element) => (attribute(element, 'id') === id ? readIqAnswer(element) : undefined));
}

/** Waits for an answer. The end of the stream is one as well, as far as it is the server's doing. */
function* awaitAnswer(step: StepName, readOne: (element: XmlElement) => Answer | undefined): Conversation<Step<Said>> {
  for (;;) {
    const event = yield* read();
    if (event.kind === 'element') {
      const error = readStreamError(event.element);
      if (error !== undefined) return done({ answer: { kind: 'stream-error', ...error } });
      const answer = readOne(event.element);
      if (answer !== undefined) return done({ answer, element: event.element });
    }
    const over = streamEnding(event, step);
    if (over !== undefined) return isHangUp(over) ? done({ answer: { kind: 'closed' } }) : failed(over);
  }
}

function isHangUp({ code }: Failure): boolean {
  return code === 'stream.closed' || code === 'tcp.reset';
}

/** UTF-8 in base64, as SASL carries it (RFC 6120 section 6.4.2). */
function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** The text behind base64; '' where there is none. */
function fromBase64(text = ''): string {
  const compact = text.replace(/\s/gu, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u.test(compact)) return '';
  return new TextDecoder().decode(Uint8Array.from(atob(compact), (character) => character.charCodeAt(0)));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
