import type { QuestionName } from '../model/observation.js';
import type { Service } from '../model/target.js';
import { QUESTIONS } from '../xmpp/question-catalogue.js';

/** One thing we do to a server, for the page that tells operators all of it: `docs/probes.md` is generated from these. */
export interface ProbeEntry {
  readonly title: string;
  readonly services: readonly Service[];
  /** Name of the input that turns it on; undefined: done in every run. */
  readonly optIn?: string;
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
    'TLS handshake with SNI and ALPN, initial stream header, </stream:stream>; on a second connection an initial stream header in plaintext',
  harmless: 'It is how XEP-0368 clients begin; the second connection is what a wrongly configured client does.',
  provesPlaintext: 'a plaintext stream on that port, judged like one on a STARTTLS port',
  provesRefusal: 'an XMPP stream inside TLS, and no stream without it',
  provesNothing: 'TLS without an XMPP stream inside: something else lives there',
  cost: '2 connections, about 0.9 kB sent',
};

/** Everything a run may do to a server. */
export const PROBES: readonly ProbeEntry[] = [
  STARTTLS,
  DIRECT_TLS,
  ...Object.entries(QUESTIONS).map(([name, question]): ProbeEntry => ({
    title: QUESTION_TITLES[name as QuestionName],
    services: question.services,
    sends: question.sends,
    harmless: question.harmless,
    provesPlaintext: question.proves,
    provesRefusal: question.refuses,
    provesNothing: question.provesNothing,
    cost: 'all questions together 1 connection, a second one where a stream error cut the first short',
  })),
];
