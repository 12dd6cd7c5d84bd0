import type { Endpoint } from './endpoint.js';
import type { Step } from './failure.js';

/** Response stream header (RFC 6120 section 4.7). Absent attributes are undefined, never ''. */
export interface StreamHeader {
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  readonly version?: string;
  readonly lang?: string;
  /** Whether the reply began with an XML declaration: a fingerprint (Tigase s2s sends none). */
  readonly xmlDeclaration: boolean;
}

/** One child of `<stream:features/>`, kept whether or not we know it. */
export interface StreamFeature {
  readonly name: string;
  readonly namespace: string;
  /** Whether it has a `<required/>` child *in its own namespace*. */
  readonly required: boolean;
  /** Local names of the child elements, in order. */
  readonly children: readonly string[];
}

/** Stream features (RFC 6120 section 4.3.2): every child is kept, the ones we judge by are also read out. */
export interface StreamFeatures {
  readonly all: readonly StreamFeature[];
  readonly starttls: 'absent' | 'offered' | 'required';
  /** SASL mechanisms, in the order and spelling of the server. */
  readonly mechanisms: readonly string[];
  /** XEP-0388 mechanisms; undefined when `<authentication xmlns='urn:xmpp:sasl:2'/>` is absent. */
  readonly sasl2?: readonly string[];
  readonly legacyAuth: boolean;
  readonly registration: boolean;
  readonly compression: readonly string[];
  readonly dialback: boolean;
}

/** What we may ask before TLS. Nothing secret and nothing that changes state: `docs/probes.md`. */
export type QuestionName =
  | 'sasl-external'
  | 'legacy-auth'
  | 'registration'
  | 'sasl2-external'
  | 'sasl2-scram'
  | 'sasl-scram'
  | 'versionless-auth'
  | 'versionless-verify'
  | 'dialback-verify';

/** Questions that are asked only where something makes them worth asking; what is missing was not asked. */
export type OccasionalQuestion =
  'sasl2-external' | 'sasl2-scram' | 'sasl-scram' | 'versionless-auth' | 'versionless-verify';

/** The answer to one question, read by order and not by waiting (docs/probes.md). `text` is hostile. */
export type Answer =
  /** SASL `<failure/>` (RFC 6120 section 6.5). */
  | { readonly kind: 'sasl-failure'; readonly condition: string; readonly text?: string }
  | { readonly kind: 'sasl-challenge' }
  | { readonly kind: 'sasl-success' }
  /** `<iq type='result'/>`; `fields` are the local names of what there is to fill in. */
  | { readonly kind: 'iq-result'; readonly fields: readonly string[] }
  | { readonly kind: 'iq-error'; readonly condition: string; readonly text?: string }
  /** `<db:verify type='...'/>` (XEP-0220). */
  | { readonly kind: 'dialback'; readonly type: string; readonly condition?: string; readonly text?: string }
  /** The stream ended with an error before or instead of an answer. */
  | { readonly kind: 'stream-error'; readonly condition: string; readonly text?: string }
  /** A later question was answered and this one was not. */
  | { readonly kind: 'dropped' }
  /** The server closed without a word after this question. */
  | { readonly kind: 'closed' };

export type Answers = Readonly<Record<Exclude<QuestionName, OccasionalQuestion>, Step<Answer>>> &
  Readonly<Partial<Record<OccasionalQuestion, Step<Answer>>>>;

/**
 * What became of a stream that asked to be believed by dialback without TLS (XEP-0220), on a connection of its own.
 * Opt-in: it makes the server connect to the server of our domain.
 */
export interface DialbackObservation {
  /** `probe`: nobody vouches for our key. `proof`: our own listener does, so that the server can let us in. */
  readonly kind: 'probe' | 'proof';
  readonly connected: Step<'connected'>;
  readonly header: Step<StreamHeader>;
  /** Never reached on a stream without version, which has none (RFC 6120 section 4.7.5). */
  readonly features: Step<StreamFeatures>;
  /** Answer to our `<db:result/>`. */
  readonly result: Step<Answer>;
  /** How the server called our listener to verify the key; never reached in a `probe`. */
  readonly verified: Step<'in plaintext' | 'inside TLS'>;
  /** Answer to an XEP-0199 ping on the stream that was let in; never reached in a `probe`. */
  readonly ping: Step<Answer>;
}

/** By what a login without TLS was tried: a SASL mechanism, or the query of XEP-0078 where no mechanism is offered. */
export const LOGIN_MEANS = ['SCRAM-SHA-512', 'SCRAM-SHA-256', 'SCRAM-SHA-1', 'PLAIN', 'jabber:iq:auth'] as const;
export type LoginMeans = (typeof LOGIN_MEANS)[number];

/**
 * How far a user with an account gets without TLS, on a connection of its own. Opt-in: it needs an account, and it is
 * the only thing we do that logs in. Nothing in it is secret.
 */
export interface LoginObservation {
  readonly connected: Step<'connected'>;
  readonly header: Step<StreamHeader>;
  readonly features: Step<StreamFeatures>;
  /** Not reached where nothing is offered that we may use. */
  readonly means: Step<LoginMeans>;
  /** Answer to the first message, which holds no proof of the password; for PLAIN the same as `accepted`. */
  readonly begun: Step<Answer>;
  /** Answer to the proof of the password, or to the password. */
  readonly accepted: Step<Answer>;
  /** Resource binding (RFC 6120 section 7). */
  readonly bound: Step<'bound'>;
  /** A message to oneself, and back. */
  readonly delivered: Step<'delivered'>;
}

/** Second connection: a plaintext stream of its own, on which only the questions are asked. */
export interface PlaintextObservation {
  readonly connected: Step<'connected'>;
  readonly header: Step<StreamHeader>;
  readonly features: Step<StreamFeatures>;
  readonly answers: Answers;
  /** Answer to the closing `<starttls/>`, the sentinel that makes silence readable. */
  readonly sentinel: Step<'proceed' | 'failure'>;
  /** Present where dialback before TLS was tried: opt-in, s2s only. */
  readonly dialback?: DialbackObservation;
  /** The same on a stream without version; present where one with a version shows that it is worth trying. */
  readonly versionlessDialback?: DialbackObservation;
}

/** Facts of one finished TLS handshake. */
export interface TlsFacts {
  /** As OpenSSL names it: `TLSv1.3`. */
  readonly version: string;
  readonly cipher: string;
  readonly alpn?: string;
  /** Certificate chain as sent, leaf first. */
  readonly chain: readonly CertificateFacts[];
  /** Chain and identity together. `why` is stable English made by us, with hostile names inside. */
  readonly verified:
    { readonly state: 'verified' } | { readonly state: 'not-verified'; readonly why: readonly string[] };
}

export interface CertificateFacts {
  /** Base64 of the DER encoding. */
  readonly der: string;
  /** Lower-case hex, no colons. */
  readonly sha256: string;
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601 instants. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** Presented identifiers: DNS-ID, SRV-ID (RFC 4985), XmppAddr (RFC 6120 section 13.7.1.4). Leaf only; else empty. */
  readonly identifiers: readonly PresentedIdentifier[];
}

export interface PresentedIdentifier {
  readonly type: 'dns' | 'srv' | 'xmpp';
  readonly value: string;
}

/** Cipher suites that are worth nothing, by what they lack: encryption, authentication, or strength by design. */
export const SUITE_CLASSES = ['null', 'anonymous', 'export'] as const;
export type SuiteClass = (typeof SUITE_CLASSES)[number];

/** What a server did with a TLS 1.2 ClientHello that offered nothing but such suites. */
export type SuiteAnswer =
  /** It picked one, by its IANA name, and would have gone on with the handshake. */
  | { readonly kind: 'picked'; readonly suite: string; readonly version: string }
  /** It ended the handshake: by this alert, which says that none of them will do, or by a hang-up. */
  | { readonly kind: 'refused'; readonly by: string };

export type SuiteAnswers = Readonly<Record<SuiteClass, Step<SuiteAnswer>>>;

/** One line of what was said, redacted and cut. `atMs` counts from the start of the connection. */
export interface TranscriptLine {
  readonly connection: number;
  readonly atMs: number;
  readonly from: 'us' | 'server' | 'note';
  readonly text: string;
}

/** Everything seen of one endpoint in one look. Plain JSON: the fixture format, the report and the evidence at once. */
export interface EndpointObservation {
  readonly endpoint: Endpoint;
  /** Domain in the `to` of our streams: the U-label, or the A-label where the U-label was host-unknown. */
  readonly to?: string;
  /** Main connection. For direct TLS `header`, `features` and `starttls` are not reached and the handshake comes first. */
  readonly connected: Step<'connected'>;
  readonly header: Step<StreamHeader>;
  readonly features: Step<StreamFeatures>;
  readonly starttls: Step<'proceed'>;
  readonly handshake: Step<TlsFacts>;
  readonly securedHeader: Step<StreamHeader>;
  readonly securedFeatures: Step<StreamFeatures>;
  /** How the direct TLS connection with ALPN ended, where the one without it, which is shown above, told more. */
  readonly withAlpn?: Pick<EndpointObservation, 'handshake' | 'securedHeader'>;
  readonly plaintext: PlaintextObservation;
  /** Stream features of further connections without TLS that were offered something else than the two above. */
  readonly otherFeatures?: readonly StreamFeatures[];
  /** What became of ClientHellos that offered only worthless suites, class by class. */
  readonly worthlessSuites?: SuiteAnswers;
  /**
   * What became of a stream header written behind `<starttls/>` in one go: dropped at the handshake, or carried out inside
   * TLS. Opt-in, on a connection of its own.
   */
  readonly injection?: Step<'discarded' | 'executed'>;
  /** A login without TLS by an account of the user. Opt-in, on a connection of its own. */
  readonly login?: LoginObservation;
  /** Where `<see-other-host/>` leads, as far as we may follow (RFC 6120 section 4.9.3.19). */
  readonly redirectedTo?: readonly Endpoint[];
  /** The plaintext part looked at once more on fresh connections: taken when the first look says plaintext. */
  readonly confirmation?: PlaintextObservation;
  /** NULL suites offered once more on a fresh connection: done when the first look says that one is served. */
  readonly nullSuitesAgain?: Step<SuiteAnswer>;
  readonly transcript: readonly TranscriptLine[];
  readonly cost: { readonly connections: number; readonly bytesSent: number; readonly bytesReceived: number };
}
