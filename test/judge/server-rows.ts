import { ANSWERS, failedStep } from '../support/observations.js';
import {
  SECURE,
  SAYS_SECURE,
  PLAINTEXT,
  SAYS_PLAINTEXT,
  c2s,
  s2s,
  login,
  only,
  required,
  turnedDown,
  type Row,
} from './table-rows.js';

/** What servers answer where TLS is required and where it is optional, as measured and as read in their source. */
export const SERVER_ROWS: readonly Row[] = [
  [
    'Prosody c2s, required, with jabber:iq:auth and registration',
    SECURE,
    c2s({
      features: required,
      answers: {
        'sasl-external': ANSWERS.encryptionRequired,
        'legacy-auth': ANSWERS.notAcceptable,
        registration: ANSWERS.policyViolation,
      },
    }),
  ],
  [
    'Prosody c2s, optional',
    PLAINTEXT,
    c2s({
      features: { ...login, legacyAuth: true, registration: true },
      answers: {
        'sasl-external': ANSWERS.invalidMechanism,
        'legacy-auth': ANSWERS.passwordAsked,
        registration: ANSWERS.registrationForm,
      },
    }),
  ],
  [
    'Prosody c2s, optional, SCRAM alone',
    SAYS_PLAINTEXT,
    c2s({ features: { ...only, mechanisms: ['SCRAM-SHA-1'] }, answers: turnedDown }),
  ],
  [
    'Prosody s2s, required',
    SAYS_SECURE,
    s2s({ features: { ...required, dialback: true }, answers: { 'sasl-external': ANSWERS.unsupportedStanza } }),
  ],
  [
    'Prosody s2s, optional',
    SAYS_PLAINTEXT,
    s2s({
      features: { ...only, dialback: true },
      answers: { 'sasl-external': ANSWERS.unsupportedStanza, 'dialback-verify': ANSWERS.invalidKey },
    }),
  ],
  [
    'ejabberd c2s, required',
    SECURE,
    c2s({
      features: required,
      answers: {
        'sasl-external': ANSWERS.encryptionRequired,
        'legacy-auth': ANSWERS.starttlsRequired,
        registration: ANSWERS.starttlsRequired,
      },
    }),
  ],
  [
    'ejabberd c2s, optional',
    SAYS_PLAINTEXT,
    c2s({ features: login, answers: { ...turnedDown, 'sasl-external': ANSWERS.unsupportedMechanism } }),
  ],
  [
    'ejabberd s2s, required',
    SECURE,
    s2s({ features: required, answers: { 'sasl-external': ANSWERS.encryptionRequired } }),
  ],
  [
    'ejabberd s2s, optional',
    SAYS_PLAINTEXT,
    s2s({
      features: { ...only, dialback: true },
      answers: { 'sasl-external': ANSWERS.unsupportedMechanism, 'dialback-verify': ANSWERS.invalidKey },
    }),
  ],
  [
    'jabberd2 c2s, required, advertising what it refuses',
    SECURE,
    c2s({
      features: { ...required, legacyAuth: true, registration: true },
      answers: {
        'sasl-external': ANSWERS.dropped,
        'legacy-auth': { ...ANSWERS.starttlsRequired, text: 'STARTTLS is required for this stream' },
        registration: { ...ANSWERS.starttlsRequired, text: 'STARTTLS is required for this stream' },
      },
    }),
  ],
  [
    'jabberd2 c2s, optional',
    PLAINTEXT,
    c2s({
      features: { ...login, legacyAuth: true, registration: true },
      answers: {
        'sasl-external': ANSWERS.invalidMechanism,
        'legacy-auth': ANSWERS.unknownUser,
        registration: ANSWERS.registrationForm,
      },
    }),
  ],
  [
    'jabberd2 c2s, optional, jabber:iq:auth alone',
    SAYS_PLAINTEXT,
    c2s({
      features: { ...only, legacyAuth: true, registration: true },
      answers: {
        'sasl-external': ANSWERS.invalidMechanism,
        'legacy-auth': ANSWERS.unknownUser,
        registration: { kind: 'iq-error', condition: 'not-allowed' },
      },
    }),
  ],
  [
    'jabberd2 s2s, required, which it never says',
    SECURE,
    s2s({
      features: { ...only, dialback: true },
      answers: { 'sasl-external': ANSWERS.dropped, 'dialback-verify': ANSWERS.dropped },
    }),
  ],
  [
    'jabberd2 s2s, optional',
    SAYS_PLAINTEXT,
    s2s({
      features: { ...only, dialback: true },
      answers: { 'sasl-external': ANSWERS.dropped, 'dialback-verify': ANSWERS.invalidKey },
    }),
  ],
  [
    'jabberd2 s2s without STARTTLS, which leaves the sentinel unanswered',
    SAYS_PLAINTEXT,
    s2s({
      features: { dialback: true },
      answers: { 'sasl-external': ANSWERS.dropped, 'dialback-verify': ANSWERS.invalidKey },
      sentinel: failedStep('stream.timeout', 'starttls'),
    }),
  ],
  [
    'Openfire c2s, required',
    SECURE,
    c2s({
      features: required,
      answers: {
        'sasl-external': ANSWERS.invalidMechanism,
        'legacy-auth': ANSWERS.tlsMandatory,
        registration: ANSWERS.tlsMandatory,
      },
    }),
  ],
  [
    'Openfire s2s before 4.8, required but not announced',
    SECURE,
    s2s({ features: { ...only, dialback: true }, answers: { 'dialback-verify': ANSWERS.tlsMandatory } }),
  ],
  [
    'MongooseIM c2s, required',
    SECURE,
    c2s({
      features: required,
      answers: { 'sasl-external': { kind: 'stream-error', condition: 'encryption-required' } },
    }),
  ],
  [
    'Tigase c2s, required',
    SECURE,
    c2s({
      features: required,
      answers: { 'sasl-external': ANSWERS.dropped, 'legacy-auth': ANSWERS.dropped, registration: ANSWERS.dropped },
    }),
  ],
  [
    'Tigase s2s, required',
    SECURE,
    s2s({ features: { ...required, dialback: true }, answers: { 'dialback-verify': ANSWERS.verifyRefused } }),
  ],
];
