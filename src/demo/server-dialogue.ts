import { escapeXML } from 'ltx';
import type { QuestionName } from '../model/observation.js';
import type { Service } from '../model/target.js';
import type { XmlElement } from '../xml/element.js';
import { NS } from '../xmpp/namespaces.js';

/**
 * How an embedded server treats those who come without TLS.
 * - `required`: refuses everything but STARTTLS, as a well configured Prosody does.
 * - `optional`: offers STARTTLS and beside it the login (s2s: dialback).
 * - `none`: knows no STARTTLS; the old login (s2s: EXTERNAL) is answered.
 * - `advertised-only`: says `<required/>`, and answers all the same.
 * - `tls-only`: expects TLS from the first byte (XEP-0368).
 */
export const POLICIES = ['required', 'optional', 'none', 'advertised-only', 'tls-only'] as const;
export type Policy = (typeof POLICIES)[number];

/** What the answers of a server depend on. */
export interface StreamState {
  readonly service: Service;
  readonly policy: Policy;
  /** Inside TLS everybody is answered. */
  readonly secured: boolean;
}

/** What a server is answering: the places where a test can make it say something else. */
export type Topic = 'header' | 'features' | 'secured-features' | 'starttls' | QuestionName | 'other';

/** Makes a server say something else than `usual`. Nothing: ''. What ends with {@link STREAM_END} hangs up. */
export type Answers = Partial<Readonly<Record<Topic, (usual: string, request: XmlElement) => string>>>;

export const STREAM_END = '</stream:stream>';
export const PROCEED = `<proceed xmlns='${NS.tls}'/>`;

const TLS_TEXT = 'Encryption (SSL or TLS) is required to connect to this server';

/** Answers one first-level element, as Prosody words it. */
export function answerElement(element: XmlElement, state: StreamState, answers: Answers): string {
  const topic = topicOf(element);
  return say(topic, usualAnswer(topic, element, state), element, answers);
}

/** Response stream header and stream features (RFC 6120 section 4.3.2), or a stream error for a domain not served. */
export function answerHeader(
  tag: XmlElement,
  id: string,
  domains: ReadonlySet<string>,
  state: StreamState,
  answers: Answers,
): string {
  const domain = tag.attributes['to']?.toLowerCase() ?? '';
  const content = state.service === 'c2s' ? NS.client : `${NS.server}' xmlns:db='${NS.dialback}`;
  const header = `<?xml version='1.0'?><stream:stream xmlns='${content}' xmlns:stream='${NS.stream}' id='${id}' from='${escapeXML(domain)}' version='1.0' xml:lang='en'>`;
  const opening = say('header', header, tag, answers);
  if (!domains.has(domain)) {
    return opening + streamError('host-unknown', `This server does not serve ${domain}`);
  }
  const features = `<stream:features>${featuresOf(state)}</stream:features>`;
  return opening + say(state.secured ? 'secured-features' : 'features', features, tag, answers);
}

/** A stream error and the end of the stream (RFC 6120 section 4.9). */
export function streamError(condition: string, text: string): string {
  const explained = `<text xmlns='${NS.streamErrors}'>${escapeXML(text)}</text>`;
  return `<stream:error><${condition} xmlns='${NS.streamErrors}'/>${explained}</stream:error>${STREAM_END}`;
}

function say(topic: Topic, usual: string, request: XmlElement, answers: Answers): string {
  return answers[topic]?.(usual, request) ?? usual;
}

function featuresOf({ service, policy, secured }: StreamState): string {
  const mechanisms = `<mechanisms xmlns='${NS.sasl}'><mechanism>SCRAM-SHA-1</mechanism><mechanism>PLAIN</mechanism></mechanisms>`;
  const login = service === 'c2s' ? mechanisms : `<dialback xmlns='${NS.dialbackFeature}'><errors/></dialback>`;
  if (secured || policy === 'tls-only') return login;
  const oldLogin = `<auth xmlns='${NS.legacyAuthFeature}'/><register xmlns='${NS.registrationFeature}'/>`;
  switch (policy) {
    case 'none':
      return service === 'c2s' ? login + oldLogin : login;
    case 'optional':
      return `<starttls xmlns='${NS.tls}'/>${login}`;
    case 'required':
    case 'advertised-only':
      // Prosody shows dialback before TLS whatever its policy; the login only after it.
      return `<starttls xmlns='${NS.tls}'><required/></starttls>${service === 'c2s' ? '' : login}`;
  }
}

function topicOf({ name, namespace, children }: XmlElement): Topic {
  if (namespace === NS.tls && name === 'starttls') return 'starttls';
  if (namespace === NS.sasl && name === 'auth') return 'sasl-external';
  if (namespace === NS.sasl2 && name === 'authenticate') return 'sasl2-external';
  if (namespace === NS.dialback && name === 'verify') return 'dialback-verify';
  if (name !== 'iq') return 'other';
  const query = children[0]?.namespace;
  return query === NS.legacyAuth ? 'legacy-auth' : query === NS.registration ? 'registration' : 'other';
}

function usualAnswer(topic: Topic, element: XmlElement, state: StreamState): string {
  switch (topic) {
    case 'starttls':
      if (!state.secured && state.policy !== 'none') return PROCEED;
      return `<failure xmlns='${NS.tls}'/>${STREAM_END}`;
    case 'sasl-external':
      return answerSasl(element, state);
    case 'legacy-auth':
      return answerQuery(element, state, 'not-acceptable', ['username', 'password', 'resource']);
    case 'registration':
      return answerQuery(element, state, 'policy-violation', ['username', 'password']);
    case 'dialback-verify':
      // Prosody answers this whatever its policy: it serves servers that verify us.
      return `<db:verify${reversed(element)} type='invalid'/>`;
    default:
      if (element.name === 'iq') return iqError(element, 'cancel', 'service-unavailable');
      return streamError('unsupported-stanza-type', 'The server does not know this element');
  }
}

/** No account exists here: whoever is not turned away for lack of TLS is turned away later. */
function answerSasl(auth: XmlElement, { service, policy, secured }: StreamState): string {
  const failure = (condition: string, text = '') => `<failure xmlns='${NS.sasl}'><${condition}/>${text}</failure>`;
  if (!secured && policy === 'required') return failure('encryption-required', `<text>${TLS_TEXT}</text>`);
  if (auth.attributes['mechanism'] !== 'EXTERNAL') return failure('not-authorized');
  const letsServersIn = service === 's2s' && (policy === 'none' || policy === 'advertised-only');
  return letsServersIn ? `<challenge xmlns='${NS.sasl}'/>` : failure('invalid-mechanism');
}

/** The extension is switched on where the policy says so; nothing is ever changed by it. */
function answerQuery(
  iq: XmlElement,
  { service, policy, secured }: StreamState,
  refusal: 'not-acceptable' | 'policy-violation',
  fields: readonly string[],
): string {
  if (!secured && policy === 'required') return iqError(iq, 'modify', refusal, TLS_TEXT);
  const answersAll = policy === 'none' || policy === 'advertised-only';
  if (service === 's2s' || !answersAll) return iqError(iq, 'cancel', 'service-unavailable');
  if (iq.attributes['type'] !== 'get') return iqError(iq, 'cancel', 'not-allowed');
  const query = iq.children[0]?.namespace ?? '';
  const form = fields.map((field) => `<${field}/>`).join('');
  return `<iq type='result'${reversed(iq)}><query xmlns='${query}'>${form}</query></iq>`;
}

function iqError(iq: XmlElement, type: string, condition: string, text?: string): string {
  const explained = text === undefined ? '' : `<text xmlns='${NS.stanzaErrors}'>${escapeXML(text)}</text>`;
  const error = `<error type='${type}'><${condition} xmlns='${NS.stanzaErrors}'/>${explained}</error>`;
  return `<iq type='error'${reversed(iq)}>${error}</iq>`;
}

/** The id of a request and its addresses, exchanged. */
function reversed({ attributes: { id, to, from } }: XmlElement): string {
  const write = (name: string, value: string | undefined) =>
    value === undefined ? '' : ` ${name}='${escapeXML(value)}'`;
  return write('id', id) + write('from', to) + write('to', from);
}
