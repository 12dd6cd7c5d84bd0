import type { QuestionName } from '../model/observation.js';
import type { Service } from '../model/target.js';
import { QUESTIONS } from '../xmpp/question-catalogue.js';

/** One thing we do to a server, for the page that tells operators all of it: `docs/probes.md` is generated from these. */
export interface ProbeEntry {
  readonly title: string;
  readonly services: readonly Service[];
  /** Name of the input that turns it on; undefined: done in every run. */
  readonly optIn?: string;
  /** Where it is done, if neither in every run nor only when asked for: `where ...`. */
  readonly when?: string;
  /** Exact bytes where they are fixed, words where they are not. */
  readonly sends: string;
  /** Why it is harmless. */
  readonly harmless: string;
  readonly provesPlaintext: string;
  readonly provesRefusal: string;
  readonly provesNothing: string;
  /** What it adds to one look at one endpoint in the usual case. */
  readonly cost: string;
}

const QUESTION_TITLES: Readonly<Record<QuestionName, string>> = {
  'sasl-external': 'SASL EXTERNAL before TLS',
  'legacy-auth': 'jabber:iq:auth get before TLS',
  registration: 'jabber:iq:register get before TLS',
  'sasl2-external': 'SASL2 EXTERNAL before TLS',
  'sasl2-scram': 'First SCRAM message of SASL2 before TLS',
  'sasl-scram': 'First SCRAM message before TLS',
  'versionless-auth': 'Stream without version',
  'versionless-verify': 'Stream of a server without version',
  'dialback-verify': 'db:verify before TLS',
};

const STARTTLS: ProbeEntry = {
  title: 'Stream and STARTTLS',
  services: ['c2s', 's2s'],
  sends:
    "initial stream header, <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/> (also where it is not offered), TLS handshake, initial stream header, </stream:stream>",
  harmless: 'It is how every client and server begins.',
  provesPlaintext: 'nothing by itself: features only say what is offered',
  provesRefusal: 'a port that speaks nothing but TLS; a hang-up for want of stream features',
  provesNothing: '<required/>, or STARTTLS as the only feature: the server says so (proof: advertised)',
  cost: '1 connection, about 0.7 kB sent',
};

const DIRECT_TLS: ProbeEntry = {
  title: 'Direct TLS',
  services: ['c2s', 's2s'],
  sends:
    'TLS handshake with SNI and ALPN, initial stream header, </stream:stream>, and the same once more without ALPN where that leads nowhere; on another connection an initial stream header in plaintext',
  harmless: 'It is how XEP-0368 clients begin; the second connection is what a wrongly configured client does.',
  provesPlaintext: 'a plaintext stream on that port, judged like one on a STARTTLS port',
  provesRefusal: 'an XMPP stream inside TLS, and no stream without it',
  provesNothing:
    'TLS without an XMPP stream inside: something else lives there; the alert unrecognized_name, by which Prosody turns away every internationalised domain, since SNI carries A-labels only',
  cost: '2 connections, about 0.9 kB sent',
};

const REDIRECT: ProbeEntry = {
  title: 'Redirects and declared absence',
  services: ['c2s', 's2s'],
  sends: 'the same as to every other STARTTLS endpoint',
  harmless:
    'A <see-other-host/> is followed once, and to public addresses only, unless private ones are allowed. Where the DNS declares STARTTLS absent, the addresses of the domain itself are probed on port 5222 and 5269, because some clients go there.',
  provesPlaintext: 'the same as at every other STARTTLS endpoint',
  provesRefusal: 'the same as at every other STARTTLS endpoint',
  provesNothing: 'nobody listening there: a service that is declared absent counts as not offered',
  cost: 'as much as any STARTTLS endpoint, for each address',
};

const INJECTION: ProbeEntry = {
  title: 'Plaintext behind STARTTLS',
  services: ['c2s', 's2s'],
  optIn: 'starttls-injection',
  sends:
    'initial stream header; <starttls/> and a second initial stream header in one write; TLS handshake; then nothing for 3 seconds',
  harmless:
    'The injected text opens a stream and nothing more. It is an attack in miniature all the same, so ask first.',
  provesPlaintext: 'nothing: it is a fault of TLS, a response stream header that comes unasked inside TLS',
  provesRefusal: 'silence inside TLS, or a handshake that fails over it',
  provesNothing: 'time running out before the handshake is finished',
  cost: '1 connection',
};

const HOST_META: ProbeEntry = {
  title: 'Host-meta files',
  services: ['c2s'],
  sends:
    'GET /.well-known/host-meta and /.well-known/host-meta.json to the web server of the domain, over https and over http. A redirect is followed once, from https to https: to another host at public addresses only, unless private ones are allowed',
  harmless: 'It is how clients in browsers find their way (XEP-0156).',
  provesPlaintext: 'nothing by itself: every link is probed on its own',
  provesRefusal: 'nothing',
  provesNothing:
    'no file, a page instead of one, or no web server: the verdict does not depend on it. A web server in trouble (HTTP 5xx, 429), one that hangs up or does not answer, and a file that names XMPP and cannot be read leave the doors in it unknown, and the verdict with them',
  cost: '1 connection over https and 1 over http, about 0.7 kB and 0.2 kB sent; up to 4 over https where the web server hangs up, or listens at the second address only; 1 or 2 more at the place a redirect leads to',
};

const WEB = {
  services: ['c2s'],
  harmless:
    'It is how clients in browsers begin. The questions are the harmless ones below; each get is the sentinel of what stands before it. Ports are tried on the addresses of the domain and of its client hosts only; `http-ports: none` leaves them alone.',
  provesRefusal:
    'a redirect to https or wss; an answer that nobody who serves XMPP there would give (HTTP 400, 404, 405, 410, 415, 421, 426, 501); a refusal of EXTERNAL, or a stream error, that names TLS; a stream that ends for want of features; a port that hangs up and speaks TLS',
  provesNothing:
    'any other answer of the web server (5xx, 429, 403), a hang-up, silence, a stream error that does not name TLS. On a guessed port these are a door in doubt only where XMPP was spoken or the web server was in trouble (5xx, 429); all else there is no door. At an `https:` or `wss:` address it is only seen whether TLS and a stream come up, and which cipher suites are taken; one that cannot be entered is left out with a note',
} as const;

const BOSH: ProbeEntry = {
  ...WEB,
  title: 'BOSH',
  sends:
    'POST of a <body/> that creates a session (XEP-0206), one with SASL EXTERNAL and gets of jabber:iq:auth and jabber:iq:register, at most two empty ones that wait for answers, and one that terminates the session; SASL2 EXTERNAL in a session of its own, and so what a stream error kept from being reached. On ports that are guessed (`http-ports`) or configured without a path, /http-bind and /bosh are tried',
  provesPlaintext:
    'at an `http:` address: mechanisms other than EXTERNAL in the stream features, with EXTERNAL not refused for lack of TLS; a login or registration that is taken up',
  cost: '1 connection, about 2 kB sent, and 1 for the confirmation, about 1 kB; more where the web server hangs up after each answer, within the 6 of the port',
};

const WEBSOCKET: ProbeEntry = {
  ...WEB,
  title: 'WebSocket',
  sends:
    'HTTP upgrade with the subprotocol xmpp, <open/> (RFC 7395), SASL EXTERNAL, gets of jabber:iq:auth and jabber:iq:register, SASL2 EXTERNAL, <close/>; what a stream error kept from being reached on further connections. On ports that are guessed (`http-ports`) or configured without a path, /xmpp-websocket, /ws and /ws-xmpp are tried',
  provesPlaintext:
    'at a `ws:` address: mechanisms other than EXTERNAL in the stream features, with EXTERNAL not refused for lack of TLS; a login or registration that is taken up',
  cost: '1 connection, about 0.8 kB sent, 1 more for each path that hangs up on us or stream that ends early, and 1 for the confirmation, about 0.5 kB; within the 6 of the port',
};

const CONTACT: ProbeEntry = {
  title: 'Contact of the operator',
  services: ['c2s', 's2s'],
  when: 'where plaintext counts and no `contact` is configured',
  sends:
    'GET /.well-known/security.txt to the web server of the domain, over https only; of a component, to that of the domain it belongs to',
  harmless:
    'It is what the file is for (RFC 9116). One redirect is followed, to a name of the same domain. The contact is shown in the issue and in the report, and nothing is sent to it. It is used only where the certificate is valid, the file has not expired and belongs to the place where it was found.',
  provesPlaintext: 'nothing: it is asked after the verdict',
  provesRefusal: 'nothing',
  provesNothing:
    'no file: then nobody is named. Service discovery (XEP-0157) would name contacts to users who are logged in only',
  cost: '1 connection to one address of the domain, 1 more for a redirect',
};

const OCCASIONAL: Readonly<Partial<Record<QuestionName, Pick<ProbeEntry, 'optIn' | 'cost'>>>> = {
  'sasl2-external': { cost: 'nothing more, or 1 connection where a stream error cut the questions before it short' },
  'sasl2-scram': { cost: '1 connection, where SASL2 answered the question before' },
  'sasl-scram': { cost: '1 connection, where SCRAM is offered without TLS', optIn: 'prove-login-offer' },
  'versionless-auth': { cost: '1 connection' },
  'versionless-verify': {
    cost: '1 connection, where streams with a version are refused for lack of TLS; 1 more where it is answered, or stream features without a version let that be expected',
  },
};

const WORTHLESS_SUITES: ProbeEntry = {
  title: 'Worthless cipher suites',
  services: ['c2s', 's2s'],
  sends:
    'a ClientHello of TLS 1.2 with NULL, anonymous and export cipher suites and nothing better, behind the <proceed/> that closes the questions, or at the start on ports for direct TLS and at `https:` and `wss:` addresses; where one is picked, the same again without its class, on a connection of its own',
  harmless:
    'The handshake is broken off after the first answer, so that nothing is ever said inside such a TLS. Some servers write a line about a failed handshake into their log.',
  provesPlaintext: 'a NULL suite that is picked, and picked again on another connection',
  provesRefusal:
    'an alert that turns all suites down (handshake_failure, insufficient_security, protocol_version), or a hang-up where the usual handshake succeeds',
  provesNothing: 'any other alert, silence, and a suite that was not offered',
  cost: 'nothing more, or 1 connection where there is no <proceed/> behind the questions or the port is TLS from the first byte; 1 more for each class that is picked; about 0.3 kB each',
};

const ACTIVE_DIALBACK: ProbeEntry = {
  title: 'Dialback before TLS',
  services: ['s2s'],
  optIn: 'active-s2s',
  sends: "initial stream header, <db:result from='{from}' to='{to}'>probe</db:result>, </stream:stream>",
  harmless:
    'The key is made up and nobody vouches for it. The server looks up the domain of s2s-from and may connect to it, which is why this has to be asked for; some write a warning into their log.',
  provesPlaintext:
    'going to verify the key (invalid, remote-server-not-found), by a server that does not say <required/> and refuses SASL before TLS without a word of TLS',
  provesRefusal: 'a refusal whose text names TLS',
  provesNothing:
    'silence; a refusal that does not name TLS, which keeps the offer of dialback from accusing the server; going to verify the key, by any other server: some ask for TLS only after the key was found valid',
  cost: '1 connection, about 0.3 kB sent, and up to twice the timeout; the same again on a stream without version, where that on a stream with one was refused for lack of TLS and db:verify was not',
};

const DIALBACK_PROOF: ProbeEntry = {
  title: 'Full proof by dialback',
  services: ['s2s'],
  optIn: 's2s-listen',
  sends:
    "initial stream header, <db:result from='{from}' to='{to}'>{key}</db:result>, <iq type='get' from='{from}' to='{to}' id='{id}'><ping xmlns='urn:xmpp:ping'/></iq>, </stream:stream>; on the connections of the server to our listener a stream header, features, <proceed/>, and valid for what it asks of this run",
  harmless:
    'It is how any server begins, in the name of a domain of yours. The ping (XEP-0199) asks for nothing but an answer. Keys and ids are random, and the listener believes nobody who does not know them.',
  provesPlaintext: 'an answer to the ping: a stanza was taken without TLS',
  provesRefusal: 'a refusal whose text names TLS, on our stream or on its own',
  provesNothing:
    'valid alone: some say so even for domains they do not serve; a server that never comes to our listener',
  cost: '1 connection, about 0.6 kB sent, the connections of the server to us, and up to 3 times the timeout; the same again on a stream without version, where it did not succeed on one with a version and db:verify was not turned away there',
};

const COMPONENT_PORT: ProbeEntry = {
  title: 'Component ports',
  services: ['s2s'],
  optIn: 'component-ports',
  sends:
    "initial stream header of a component, <stream:stream to='probe.{to}' xmlns='jabber:component:accept' xmlns:stream='http://etherx.jabber.org/streams'>, for one that does not exist",
  harmless: 'The handshake, which holds a hash of the shared secret, is never sent.',
  provesPlaintext:
    'nothing: a response stream header for components is a warning of its own, since components speak without TLS',
  provesRefusal: 'nothing',
  provesNothing: 'a port that refuses, does not answer within 2 seconds or speaks something else: it is left out',
  cost: '1 connection to each port of each address, about 0.2 kB sent',
};

const LOGIN: ProbeEntry = {
  title: 'Login without TLS',
  services: ['c2s'],
  optIn: 'login-jid',
  sends:
    'initial stream header; then whatever a login by the account of login-jid takes: SCRAM, or with login-allow-plain PLAIN or jabber:iq:auth; resource binding, a chat message to itself, </stream:stream>',
  harmless:
    'It uses an account that was made for it, and writes to nobody else. It is the one thing here that logs in, so it needs that account; a wrong password counts as a failed login.',
  provesPlaintext:
    'a challenge, success or not-authorized, and a jabber:iq:auth result that asks for a password or a digest: logins are served in the clear. The evidence says how far it went, up to the message that came back',
  provesRefusal: '<encryption-required/>, or a refusal whose text names TLS',
  provesNothing: 'a server that offers nothing but mechanisms that are not tried; the end of the stream without a word',
  cost: '1 connection, about 1.5 kB sent',
};

/** Everything a run may do to a server. */
export const PROBES: readonly ProbeEntry[] = [
  STARTTLS,
  DIRECT_TLS,
  WORTHLESS_SUITES,
  REDIRECT,
  INJECTION,
  LOGIN,
  HOST_META,
  BOSH,
  WEBSOCKET,
  ACTIVE_DIALBACK,
  DIALBACK_PROOF,
  COMPONENT_PORT,
  CONTACT,
  ...Object.entries(QUESTIONS).map(([name, question]): ProbeEntry => ({
    title: QUESTION_TITLES[name as QuestionName],
    services: question.services,
    sends: question.sends,
    harmless: question.harmless,
    provesPlaintext: question.proves,
    provesRefusal: question.refuses,
    provesNothing: question.provesNothing,
    cost: 'all questions together 1 connection, a second one where a stream error cut the first short',
    ...OCCASIONAL[name as QuestionName],
  })),
];
