import { escapeXML } from 'ltx';
import { done, failed, type Step } from '../model/failure.js';
import type { Answer } from '../model/observation.js';
import { attribute, type XmlElement } from '../xml/element.js';
import { readDialback, readIqAnswer } from './answers.js';
import { type Conversation, read, send, type StreamEvent } from './conversation.js';
import { NS } from './namespaces.js';
import { streamEnding } from './negotiation.js';
import { readStreamError } from './stream-error.js';

/** Who speaks to whom on a stream between servers. */
export interface DialbackParties {
  /** Our domain. */
  readonly from: string;
  /** The domain that is asked. */
  readonly to: string;
}

/** The ping of XEP-0199, which asks nothing of a server but to answer. */
export function writePing({ from, to }: DialbackParties, id: string): string {
  return `<iq type='get' from='${escapeXML(from)}' to='${escapeXML(to)}' id='${id}'><ping xmlns='${NS.ping}'/></iq>`;
}

/** Asks to be believed by dialback (XEP-0220 section 2.1.1) and waits for what the server found out. */
export function* offerKey({ from, to }: DialbackParties, key: string): Conversation<Step<Answer>> {
  yield* send(`<db:result from='${escapeXML(from)}' to='${escapeXML(to)}'>${escapeXML(key)}</db:result>`);
  return yield* awaitAnswer((element) => {
    const type = attribute(element, 'type');
    return element.name === 'result' && type !== undefined ? readDialback(element, type) : undefined;
  });
}

/** Pings the server over a stream it has accepted. It may answer here, and usually does on a stream of its own. */
export function* sendPing(parties: DialbackParties, id: string): Conversation<Step<Answer>> {
  yield* send(writePing(parties, id));
  return yield* awaitAnswer((element) => (attribute(element, 'id') === id ? readIqAnswer(element) : undefined));
}

function* awaitAnswer(answerIn: (element: XmlElement) => Answer | undefined): Conversation<Step<Answer>> {
  for (;;) {
    const event = yield* read();
    const answer = event.kind === 'element' ? (refusalIn(event) ?? answerIn(event.element)) : undefined;
    if (answer !== undefined) return done(answer);
    const over = streamEnding(event, 'question');
    if (over === undefined) continue;
    // A server that closes with our stanza unread in its socket is seen as a reset.
    const hungUp = over.code === 'stream.closed' || over.code === 'tcp.reset';
    return hungUp ? done({ kind: 'closed' }) : failed(over);
  }
}

function refusalIn(event: StreamEvent): Extract<Answer, { kind: 'stream-error' }> | undefined {
  const error = event.kind === 'element' ? readStreamError(event.element) : undefined;
  return error && { kind: 'stream-error', ...error };
}

/** What the streams that other servers open to us are answered from. */
export interface DialbackRegister {
  /** Whether this key was given out for the stream with this id. */
  isOurs(key: string, streamId: string): boolean;
  /** Whether a proof for this domain is under way, so that its own stream is accepted. */
  expects(domain: string): boolean;
  /** An answer to a stanza of ours; `id` cannot be guessed. */
  hear(id: string, answer: Answer): void;
}

export interface CallOptions {
  /** Id of the stream we open in return. */
  readonly streamId: string;
  /** Whether we still have TLS to offer: without the offer most servers fall silent. */
  readonly offersTls: boolean;
}

/** How one call went on: the caller wants TLS now, or it is over; after a stream error with what it said. */
export type CallEnd = { readonly kind: 'starttls' } | { readonly kind: 'over'; readonly error?: Answer };

/**
 * Answers a server that connects to us: as the authoritative server of our domain (XEP-0220 section 2.3), and as the
 * receiving one for the stream on which it answers our stanzas. Keys and ids are random and known to the two of us only,
 * so that nothing a stranger says here counts for anything. `onVerified` is told each key that was confirmed.
 */
export function* answerCall(
  register: DialbackRegister,
  { streamId, offersTls }: CallOptions,
  onVerified: (key: string) => void,
): Conversation<CallEnd> {
  for (;;) {
    const event = yield* read();
    if (event.kind === 'header') {
      yield* send(writeReply(event.tag, streamId, offersTls));
    } else if (event.kind === 'element') {
      const { element } = event;
      const error = refusalIn(event);
      if (error !== undefined) return { kind: 'over', error };
      if (offersTls && element.namespace === NS.tls && element.name === 'starttls') {
        yield* send(`<proceed xmlns='${NS.tls}'/>`);
        return { kind: 'starttls' };
      }
      yield* answerElement(element, register, onVerified);
    } else {
      return { kind: 'over' };
    }
  }
}

function* answerElement(
  element: XmlElement,
  register: DialbackRegister,
  onVerified: (key: string) => void,
): Conversation<void> {
  const { name } = element;
  const id = attribute(element, 'id') ?? '';
  if (name === 'iq') {
    const answer = readIqAnswer(element);
    if (answer !== undefined) register.hear(id, answer);
  } else if (element.namespace === NS.dialback && attribute(element, 'type') === undefined) {
    if (name === 'verify') {
      const key = element.text.trim();
      const ours = register.isOurs(key, id);
      if (ours) onVerified(key);
      yield* send(writeVerdict(element, ours, ` id='${escapeXML(id)}'`));
    } else if (name === 'result') {
      yield* send(writeVerdict(element, register.expects(attribute(element, 'from') ?? '')));
    }
  }
}

function writeReply(tag: XmlElement, streamId: string, offersTls: boolean): string {
  const [from, to] = [attribute(tag, 'to'), attribute(tag, 'from')];
  const parties = `${from === undefined ? '' : ` from='${escapeXML(from)}'`}${to === undefined ? '' : ` to='${escapeXML(to)}'`}`;
  const starttls = offersTls ? `<starttls xmlns='${NS.tls}'/>` : '';
  // A caller older than XMPP 1.0 is sent no features (RFC 6120 section 4.7.5).
  const features = `<stream:features>${starttls}<dialback xmlns='${NS.dialbackFeature}'/></stream:features>`;
  return (
    `<?xml version='1.0'?><stream:stream id='${streamId}'${parties} version='1.0' xmlns='${NS.server}' ` +
    `xmlns:db='${NS.dialback}' xmlns:stream='${NS.stream}'>${attribute(tag, 'version') === undefined ? '' : features}`
  );
}

/** Answers a `<db:verify/>` or `<db:result/>` under the names it was asked by. */
function writeVerdict(asked: XmlElement, valid: boolean, id = ''): string {
  const [from, to] = [attribute(asked, 'to') ?? '', attribute(asked, 'from') ?? ''];
  const type = valid ? 'valid' : 'invalid';
  return `<db:${asked.name} from='${escapeXML(from)}' to='${escapeXML(to)}'${id} type='${type}'/>`;
}
