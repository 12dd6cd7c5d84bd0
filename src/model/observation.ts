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
export type QuestionName = 'sasl-external' | 'legacy-auth' | 'registration' | 'dialback-verify';

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

export type Answers = Readonly<Record<QuestionName, Step<Answer>>>;

/** Second connection: a plaintext stream of its own, on which only the questions are asked. */
export interface PlaintextObservation {
  readonly connected: Step<'connected'>;
  readonly header: Step<StreamHeader>;
  readonly features: Step<StreamFeatures>;
  readonly answers: Answers;
  /** Answer to the closing `<starttls/>`, the sentinel that makes silence readable. */
  readonly sentinel: Step<'proceed' | 'failure'>;
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
  readonly plaintext: PlaintextObservation;
  /** The plaintext part looked at once more on fresh connections: taken when the first look says plaintext. */
  readonly confirmation?: PlaintextObservation;
  readonly transcript: readonly TranscriptLine[];
  readonly cost: { readonly connections: number; readonly bytesSent: number; readonly bytesReceived: number };
}
