import type { TlsOptions } from 'node:tls';
import type { Cut, PeerConnection } from './scripted-peer.js';

/** The questions of the probe as they end on the wire. */
const QUESTIONS = [
  '</auth>',
  "jabber:iq:auth'",
  "jabber:iq:register'",
  '</db:verify>',
  "'EXTERNAL'/>",
  '</authenticate>',
] as const;
type Question = (typeof QUESTIONS)[number];

/** What a scripted XMPP server says. A text that ends the stream also ends the connection. */
export interface ServerScript {
  readonly header: string;
  /** Stream features before TLS, without the element around them. */
  readonly features: string;
  readonly securedFeatures: string;
  /** What is not here is dropped in silence. */
  readonly answers: Partial<Record<Question, string>>;
  readonly starttls: string;
  readonly certificate: TlsOptions;
  readonly cut: Cut;
}

export const HEADER =
  "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' " +
  "xmlns:db='jabber:server:dialback' id='1' from='example.org' version='1.0' xml:lang='en'>";
const TLS = "xmlns='urn:ietf:params:xml:ns:xmpp-tls'";
const SASL = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'";
export const STARTTLS = `<starttls ${TLS}/>`;
export const STARTTLS_REQUIRED = `<starttls ${TLS}><required/></starttls>`;
export const PROCEED = `<proceed ${TLS}/>`;
export const MECHANISMS = `<mechanisms ${SASL}><mechanism>SCRAM-SHA-1</mechanism></mechanisms>`;
export const USE_TLS = streamError('policy-violation', 'Use of STARTTLS required');

export function streamError(condition: string, text = ''): string {
  const named = (name: string, content: string): string =>
    `<${name} xmlns='urn:ietf:params:xml:ns:xmpp-streams'>${content}</${name}>`;
  return `<stream:error>${named(condition, '')}${named('text', text)}</stream:error></stream:stream>`;
}

export function features(children: string): string {
  return `<stream:features>${children}</stream:features>`;
}

export function saslFailure(condition: string): string {
  return `<failure ${SASL}><${condition}/></failure>`;
}

export function iqError(namespace: string, condition: string): string {
  const error = `<error type='modify'><${condition} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>`;
  return `<iq type='error'><query xmlns='${namespace}'/>${error}</iq>`;
}

/** A server that requires TLS and says so to each question, as Prosody does. */
export function requiresTls(certificate: TlsOptions, changes: Partial<ServerScript> = {}): ServerScript {
  return {
    header: HEADER,
    features: STARTTLS_REQUIRED,
    securedFeatures: MECHANISMS,
    answers: {
      '</auth>': saslFailure('encryption-required'),
      "jabber:iq:auth'": iqError('jabber:iq:auth', 'not-acceptable'),
      "jabber:iq:register'": iqError('jabber:iq:register', 'policy-violation'),
      '</db:verify>': "<db:verify from='example.org' to='tls-probe.invalid' type='invalid'/>",
    },
    starttls: PROCEED,
    certificate,
    cut: {},
    ...changes,
  };
}

/** Plays the server on one connection of a scripted peer. */
export async function serveXmpp(connection: PeerConnection, script: ServerScript): Promise<void> {
  const proceeds = await servePlaintext(connection, script);
  if (proceeds && (await connection.startTls(script.certificate))) await serveSecured(connection, script);
}

/** The part before TLS; true when a handshake is next. */
export async function servePlaintext(connection: PeerConnection, script: ServerScript): Promise<boolean> {
  if (!(await openStream(connection, script, script.features))) return false;
  for (;;) {
    const heard = await connection.expect(...QUESTIONS, STARTTLS, '</stream:stream>');
    if (heard === undefined || heard === '</stream:stream>') return false;
    const answer = heard === STARTTLS ? script.starttls : (script.answers[heard] ?? '');
    await connection.send(answer, script.cut);
    if (answer.endsWith('</stream:stream>')) connection.end();
    if (heard === STARTTLS) return answer.startsWith(PROCEED);
  }
}

/** The part inside TLS. */
export async function serveSecured(connection: PeerConnection, script: ServerScript): Promise<void> {
  if (!(await openStream(connection, script, script.securedFeatures))) return;
  await connection.expect('</stream:stream>');
  connection.end();
}

async function openStream(connection: PeerConnection, script: ServerScript, offered: string): Promise<boolean> {
  if ((await connection.expect("/streams'>")) === undefined) return false;
  await connection.send(script.header + features(offered), script.cut);
  return true;
}
