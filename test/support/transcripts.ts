import type { QuestionName } from '../../src/model/observation.js';
import type { Service } from '../../src/model/target.js';

/** What one server said on one plaintext connection, and how it is to be read. */
export interface Transcript {
  readonly name: string;
  readonly service: Service;
  /** Asked in one go, closed by `<starttls/>`. */
  readonly questions: readonly QuestionName[];
  /** After our stream header. */
  readonly opening: readonly string[];
  /** After our questions. */
  readonly replies: readonly string[];
  /** What comes when all is said. */
  readonly ending: 'closed' | 'stream.timeout';
  readonly starttls: 'absent' | 'offered' | 'required';
  /** SASL mechanisms, separated by spaces. */
  readonly mechanisms: string;
  /** How each question was answered, in the words of `summarise`. */
  readonly answers: Partial<Record<QuestionName, string>>;
  readonly sentinel: string;
}

/** With whom the transcripts were recorded: ids and names in them fit these. */
export const PARTIES = { to: 'example.org', from: 'tls-probe.invalid', user: 'nobody-q7', id: 'q' } as const;

/**
 * Recorded from servers of Debian 12 on loopback; only line breaks between the array items were added. To record them
 * again: start the servers of `test/support/servers`, send what `xmpp/` sends, keep what comes back.
 */
export const RECORDED: readonly Transcript[] = [
  {
    name: `Prosody 0.12.3, c2s, TLS required`,
    service: 'c2s',
    questions: ['sasl-external', 'legacy-auth', 'registration'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream xml:lang='en' version='1.0' xmlns:stream='http://etherx.jabber.org/streams' from='example.org' xmlns='jabber:client' id='5aee37b9-e74c-4e5b-a6f4-e245f186d978'>`,
      `<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><encryption-required/></failure>`,
      `<iq from='example.org' type='error' id='q-legacy-auth'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Encryption (SSL or TLS) is required to connect to this server</text></error></iq>`,
      `<iq from='example.org' type='error' id='q-registration'><error type='modify'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Encryption is required</text></error></iq>`,
      `<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
    ],
    ending: 'stream.timeout',
    starttls: 'required',
    mechanisms: '',
    answers: {
      'sasl-external': 'sasl-failure encryption-required',
      'legacy-auth': 'iq-error not-acceptable',
      registration: 'iq-error policy-violation',
    },
    sentinel: 'proceed',
  },
  {
    name: `Prosody 0.12.3, c2s, TLS optional, with registration and legacy authentication`,
    service: 'c2s',
    questions: ['sasl-external', 'legacy-auth', 'registration'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream from='example.org' xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:client' version='1.0' xml:lang='en' id='7460ab8c-1e99-41e9-b669-b398634a8790'>`,
      `<stream:features><register xmlns='http://jabber.org/features/iq-register'/><auth xmlns='http://jabber.org/features/iq-auth'/><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-1</mechanism><mechanism>PLAIN</mechanism></mechanisms></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism/></failure>`,
      `<iq from='example.org' type='result' id='q-legacy-auth'><query xmlns='jabber:iq:auth'><username/><password/><resource/></query></iq>`,
      `<iq from='example.org' type='result' id='q-registration'><query xmlns='jabber:iq:register'><instructions>Choose a username and password for use with this service.</instructions><username/><password/><x xmlns='jabber:x:data' type='form'><title>Creating a new account</title><instructions>Choose a username and password for use with this service.</instructions><field type='hidden' var='FORM_TYPE'><value>jabber:iq:register</value></field><field label='Username' type='text-single' var='username'><required/></field><field label='Password' type='text-private' var='password'><required/></field></x></query></iq>`,
      `<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
    ],
    ending: 'stream.timeout',
    starttls: 'offered',
    mechanisms: 'SCRAM-SHA-1 PLAIN',
    answers: {
      'sasl-external': 'sasl-failure invalid-mechanism',
      'legacy-auth': 'iq-result username password resource',
      registration: 'iq-result username password',
    },
    sentinel: 'proceed',
  },
  {
    name: `Prosody 0.12.3, c2s, TLS optional`,
    service: 'c2s',
    questions: ['sasl-external', 'legacy-auth', 'registration'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream id='2e5dd42a-321e-4cfe-86ca-c83bc990c3f4' xmlns='jabber:client' xml:lang='en' from='example.org' version='1.0' xmlns:stream='http://etherx.jabber.org/streams'>`,
      `<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-1</mechanism></mechanisms><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism/></failure>`,
      `<iq id='q-legacy-auth' from='example.org' type='error'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>`,
      `<iq id='q-registration' from='example.org' type='error'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>`,
      `<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
    ],
    ending: 'stream.timeout',
    starttls: 'offered',
    mechanisms: 'SCRAM-SHA-1',
    answers: {
      'sasl-external': 'sasl-failure invalid-mechanism',
      'legacy-auth': 'iq-error service-unavailable',
      registration: 'iq-error service-unavailable',
    },
    sentinel: 'proceed',
  },
  {
    name: `Prosody 0.12.3, c2s, no TLS`,
    service: 'c2s',
    questions: ['sasl-external', 'legacy-auth', 'registration'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream id='de5b7b61-7509-4d38-b902-33b101be55f6' xml:lang='en' version='1.0' xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:client' from='example.org'>`,
      `<stream:features><register xmlns='http://jabber.org/features/iq-register'/><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-1</mechanism><mechanism>PLAIN</mechanism></mechanisms><auth xmlns='http://jabber.org/features/iq-auth'/></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism/></failure>`,
      `<iq type='result' id='q-legacy-auth' from='example.org'><query xmlns='jabber:iq:auth'><username/><password/><resource/></query></iq>`,
      `<iq type='result' id='q-registration' from='example.org'><query xmlns='jabber:iq:register'><instructions>Choose a username and password for use with this service.</instructions><username/><password/><x xmlns='jabber:x:data' type='form'><title>Creating a new account</title><instructions>Choose a username and password for use with this service.</instructions><field var='FORM_TYPE' type='hidden'><value>jabber:iq:register</value></field><field label='Username' var='username' type='text-single'><required/></field><field label='Password' var='password' type='text-private'><required/></field></x></query></iq>`,
      `<stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>`,
      `</stream:stream>`,
    ],
    ending: 'closed',
    starttls: 'absent',
    mechanisms: 'SCRAM-SHA-1 PLAIN',
    answers: {
      'sasl-external': 'sasl-failure invalid-mechanism',
      'legacy-auth': 'iq-result username password resource',
      registration: 'iq-result username password',
    },
    sentinel: 'failed stream.error',
  },
  {
    name: `Prosody 0.12.3, s2s, TLS required`,
    service: 's2s',
    questions: ['sasl-external'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream xml:lang='en' version='1.0' xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' from='example.org' id='47165670-4b36-413a-b36d-293bf71505a2' to='tls-probe.invalid' xmlns:db='jabber:server:dialback'>`,
      `<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls><dialback xmlns='urn:xmpp:features:dialback'/></stream:features>`,
    ],
    replies: [
      `<stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>`,
      `</stream:stream>`,
    ],
    ending: 'closed',
    starttls: 'required',
    mechanisms: '',
    answers: { 'sasl-external': 'stream-error unsupported-stanza-type' },
    sentinel: 'not reached',
  },
  {
    name: `Prosody 0.12.3, s2s, TLS optional`,
    service: 's2s',
    questions: ['sasl-external', 'dialback-verify'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream from='example.org' xmlns:stream='http://etherx.jabber.org/streams' version='1.0' xml:lang='en' xmlns='jabber:server' xmlns:db='jabber:server:dialback' id='63889263-02e1-409e-99cd-70347c23714b' to='tls-probe.invalid'>`,
      `<stream:features><dialback xmlns='urn:xmpp:features:dialback'/><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>`,
    ],
    replies: [
      `<stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>`,
      `</stream:stream>`,
    ],
    ending: 'closed',
    starttls: 'offered',
    mechanisms: '',
    answers: { 'sasl-external': 'stream-error unsupported-stanza-type', 'dialback-verify': 'not reached' },
    sentinel: 'not reached',
  },
  {
    name: `Prosody 0.12.3, s2s, TLS optional, second connection`,
    service: 's2s',
    questions: ['dialback-verify'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream from='example.org' xmlns:stream='http://etherx.jabber.org/streams' version='1.0' xml:lang='en' xmlns='jabber:server' xmlns:db='jabber:server:dialback' id='8dff7cad-55ac-4958-b5ef-9a148015765e' to='tls-probe.invalid'>`,
      `<stream:features><dialback xmlns='urn:xmpp:features:dialback'/><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>`,
    ],
    replies: [
      `<db:verify from='example.org' id='q-dialback-verify' type='invalid' to='tls-probe.invalid'>probe</db:verify>`,
      `<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
    ],
    ending: 'stream.timeout',
    starttls: 'offered',
    mechanisms: '',
    answers: { 'dialback-verify': 'dialback invalid' },
    sentinel: 'proceed',
  },
  {
    name: `Prosody 0.12.3, s2s, no TLS`,
    service: 's2s',
    questions: ['dialback-verify'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream from='example.org' xmlns:db='jabber:server:dialback' xmlns='jabber:server' version='1.0' id='baede95f-2794-4854-b06d-b5125e355e65' xmlns:stream='http://etherx.jabber.org/streams' xml:lang='en' to='tls-probe.invalid'>`,
      `<stream:features><dialback xmlns='urn:xmpp:features:dialback'/></stream:features>`,
    ],
    replies: [
      `<db:verify type='invalid' to='tls-probe.invalid' id='q-dialback-verify' from='example.org'>probe</db:verify>`,
      `<stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>`,
      `</stream:stream>`,
    ],
    ending: 'closed',
    starttls: 'absent',
    mechanisms: '',
    answers: { 'dialback-verify': 'dialback invalid' },
    sentinel: 'failed stream.error',
  },
  {
    name: `ejabberd 23.01, c2s, TLS required`,
    service: 'c2s',
    questions: ['sasl-external', 'legacy-auth', 'registration'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream id='9858615937649997823' version='1.0' xml:lang='en' xmlns:stream='http://etherx.jabber.org/streams' from='example.org' xmlns='jabber:client'>`,
      `<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><encryption-required/></failure>`,
      `<stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xml:lang='en' xmlns='urn:ietf:params:xml:ns:xmpp-streams'>Use of STARTTLS required</text></stream:error>`,
      `</stream:stream>`,
    ],
    ending: 'closed',
    starttls: 'required',
    mechanisms: '',
    answers: {
      'sasl-external': 'sasl-failure encryption-required',
      'legacy-auth': 'stream-error policy-violation',
      registration: 'not reached',
    },
    sentinel: 'not reached',
  },
  {
    name: `ejabberd 23.01, c2s, TLS optional, with registration and legacy authentication`,
    service: 'c2s',
    questions: ['sasl-external', 'legacy-auth', 'registration'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream id='6117279141258942499' version='1.0' xml:lang='en' xmlns:stream='http://etherx.jabber.org/streams' from='example.org' xmlns='jabber:client'>`,
      `<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>DIGEST-MD5</mechanism><mechanism>PLAIN</mechanism><mechanism>SCRAM-SHA-512</mechanism><mechanism>SCRAM-SHA-256</mechanism><mechanism>SCRAM-SHA-1</mechanism><mechanism>X-OAUTH2</mechanism></mechanisms><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><register xmlns='http://jabber.org/features/iq-register'/><auth xmlns='http://jabber.org/features/iq-auth'/></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/><text xml:lang='en'>unsupported_mechanism</text></failure>`,
      `<iq xml:lang='en' from='example.org' type='result' id='q-legacy-auth'><query xmlns='jabber:iq:auth'><username/><resource/><password/><digest/></query></iq>`,
      `<iq xml:lang='en' from='example.org' type='result' id='q-registration'><query xmlns='jabber:iq:register'><username/><password/><instructions>Choose a username and password to register with this server</instructions></query></iq>`,
      `<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
    ],
    ending: 'stream.timeout',
    starttls: 'offered',
    mechanisms: 'DIGEST-MD5 PLAIN SCRAM-SHA-512 SCRAM-SHA-256 SCRAM-SHA-1 X-OAUTH2',
    answers: {
      'sasl-external': 'sasl-failure not-authorized',
      'legacy-auth': 'iq-result username resource password digest',
      registration: 'iq-result username password',
    },
    sentinel: 'proceed',
  },
  {
    name: `ejabberd 23.01, c2s, TLS optional`,
    service: 'c2s',
    questions: ['sasl-external', 'legacy-auth', 'registration'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream id='2049348337940958688' version='1.0' xml:lang='en' xmlns:stream='http://etherx.jabber.org/streams' from='example.org' xmlns='jabber:client'>`,
      `<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>DIGEST-MD5</mechanism><mechanism>PLAIN</mechanism><mechanism>SCRAM-SHA-512</mechanism><mechanism>SCRAM-SHA-256</mechanism><mechanism>SCRAM-SHA-1</mechanism><mechanism>X-OAUTH2</mechanism></mechanisms><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/><text xml:lang='en'>unsupported_mechanism</text></failure>`,
      `<stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>`,
      `</stream:stream>`,
    ],
    ending: 'closed',
    starttls: 'offered',
    mechanisms: 'DIGEST-MD5 PLAIN SCRAM-SHA-512 SCRAM-SHA-256 SCRAM-SHA-1 X-OAUTH2',
    answers: {
      'sasl-external': 'sasl-failure not-authorized',
      'legacy-auth': 'stream-error not-authorized',
      registration: 'not reached',
    },
    sentinel: 'not reached',
  },
  {
    name: `ejabberd 23.01, c2s, no TLS`,
    service: 'c2s',
    questions: ['sasl-external', 'legacy-auth', 'registration'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream id='685976549997983390' version='1.0' xml:lang='en' xmlns:stream='http://etherx.jabber.org/streams' from='example.org' xmlns='jabber:client'>`,
      `<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>DIGEST-MD5</mechanism><mechanism>PLAIN</mechanism><mechanism>SCRAM-SHA-512</mechanism><mechanism>SCRAM-SHA-256</mechanism><mechanism>SCRAM-SHA-1</mechanism><mechanism>X-OAUTH2</mechanism></mechanisms><register xmlns='http://jabber.org/features/iq-register'/><auth xmlns='http://jabber.org/features/iq-auth'/></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/><text xml:lang='en'>unsupported_mechanism</text></failure>`,
      `<iq xml:lang='en' from='example.org' type='result' id='q-legacy-auth'><query xmlns='jabber:iq:auth'><username/><resource/><password/><digest/></query></iq>`,
      `<iq xml:lang='en' from='example.org' type='result' id='q-registration'><query xmlns='jabber:iq:register'><username/><password/><instructions>Choose a username and password to register with this server</instructions></query></iq>`,
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
      `</stream:stream>`,
    ],
    ending: 'closed',
    starttls: 'absent',
    mechanisms: 'DIGEST-MD5 PLAIN SCRAM-SHA-512 SCRAM-SHA-256 SCRAM-SHA-1 X-OAUTH2',
    answers: {
      'sasl-external': 'sasl-failure not-authorized',
      'legacy-auth': 'iq-result username resource password digest',
      registration: 'iq-result username password',
    },
    sentinel: 'failure',
  },
  {
    name: `ejabberd 23.01, s2s, TLS required`,
    service: 's2s',
    questions: ['sasl-external', 'dialback-verify'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream id='15781853350798472045' version='1.0' xml:lang='en' xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams' to='tls-probe.invalid' from='example.org' xmlns='jabber:server'>`,
      `<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><encryption-required/></failure>`,
      `<stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xml:lang='en' xmlns='urn:ietf:params:xml:ns:xmpp-streams'>Use of STARTTLS required</text></stream:error>`,
      `</stream:stream>`,
    ],
    ending: 'closed',
    starttls: 'required',
    mechanisms: '',
    answers: {
      'sasl-external': 'sasl-failure encryption-required',
      'dialback-verify': 'stream-error policy-violation',
    },
    sentinel: 'not reached',
  },
  {
    name: `ejabberd 23.01, s2s, TLS optional`,
    service: 's2s',
    questions: ['sasl-external', 'dialback-verify'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream id='17005456913546030173' version='1.0' xml:lang='en' xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams' to='tls-probe.invalid' from='example.org' xmlns='jabber:server'>`,
      `<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/><text xml:lang='en'>unsupported_mechanism</text></failure>`,
      `<db:verify type='invalid' id='q-dialback-verify' to='tls-probe.invalid' from='example.org'/>`,
      `<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
    ],
    ending: 'stream.timeout',
    starttls: 'offered',
    mechanisms: '',
    answers: { 'sasl-external': 'sasl-failure not-authorized', 'dialback-verify': 'dialback invalid' },
    sentinel: 'proceed',
  },
  {
    name: `ejabberd 23.01, s2s, no TLS`,
    service: 's2s',
    questions: ['sasl-external', 'dialback-verify'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream id='15443432871216370138' version='1.0' xml:lang='en' xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams' to='tls-probe.invalid' from='example.org' xmlns='jabber:server'>`,
      `<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/><dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/><text xml:lang='en'>unsupported_mechanism</text></failure>`,
      `<db:verify type='invalid' id='q-dialback-verify' to='tls-probe.invalid' from='example.org'/>`,
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
      `</stream:stream>`,
    ],
    ending: 'closed',
    starttls: 'absent',
    mechanisms: '',
    answers: { 'sasl-external': 'sasl-failure not-authorized', 'dialback-verify': 'dialback invalid' },
    sentinel: 'failure',
  },
  {
    name: `jabberd2 2.7.0, c2s, TLS required`,
    service: 'c2s',
    questions: ['sasl-external', 'legacy-auth', 'registration'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:client' from='example.org' version='1.0' id='6ovpotvy9pvdnkw5lfnug5380pk0k5lrughjachj' xmlns:ack='http://www.xmpp.org/extensions/xep-0198.html#ns'>`,
      `<stream:features xmlns:stream='http://etherx.jabber.org/streams'><address xmlns='http://affinix.com/jabber/address'>127.0.0.1</address><auth xmlns='http://jabber.org/features/iq-auth'/><register xmlns='http://jabber.org/features/iq-register'/><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required></required></starttls></stream:features>`,
    ],
    replies: [
      `<stream:error xmlns:stream='http://etherx.jabber.org/streams'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xmlns='urn:ietf:params:xml:ns:xmpp-streams'>STARTTLS is required for this stream</text></stream:error>`,
      `<stream:error xmlns:stream='http://etherx.jabber.org/streams'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xmlns='urn:ietf:params:xml:ns:xmpp-streams'>STARTTLS is required for this stream</text></stream:error>`,
      `<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
    ],
    ending: 'stream.timeout',
    starttls: 'required',
    mechanisms: '',
    answers: {
      'sasl-external': 'stream-error policy-violation',
      'legacy-auth': 'stream-error policy-violation',
      registration: 'dropped',
    },
    sentinel: 'proceed',
  },
  {
    name: `jabberd2 2.7.0, c2s, TLS optional, with registration`,
    service: 'c2s',
    questions: ['sasl-external', 'legacy-auth', 'registration'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:client' from='example.org' version='1.0' id='0t94805raqkh8dt0phv44mfqvadsyobzik4qlaiw' xmlns:ack='http://www.xmpp.org/extensions/xep-0198.html#ns'>`,
      `<stream:features xmlns:stream='http://etherx.jabber.org/streams'><address xmlns='http://affinix.com/jabber/address'>127.0.0.1</address><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism><mechanism>DIGEST-MD5</mechanism></mechanisms><auth xmlns='http://jabber.org/features/iq-auth'/><register xmlns='http://jabber.org/features/iq-register'/><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'></starttls></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism></invalid-mechanism></failure>`,
      `<iq xmlns='jabber:client' from='example.org' id='q-legacy-auth' type='error'><error code='401'/><query xmlns='jabber:iq:auth'><username>nobody-q7</username></query></iq>`,
      `<iq xmlns='jabber:client' id='q-registration' type='result'><query xmlns='jabber:iq:register'><instructions>Enter a username and password to register with this server.</instructions><username/><password></password></query></iq>`,
      `<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
    ],
    ending: 'stream.timeout',
    starttls: 'offered',
    mechanisms: 'PLAIN DIGEST-MD5',
    answers: {
      'sasl-external': 'sasl-failure invalid-mechanism',
      'legacy-auth': 'iq-error not-authorized',
      registration: 'iq-result username password',
    },
    sentinel: 'proceed',
  },
  {
    name: `jabberd2 2.7.0, c2s, TLS optional`,
    service: 'c2s',
    questions: ['sasl-external', 'legacy-auth', 'registration'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:client' from='example.org' version='1.0' id='wl36z6gsjuo0hc7ioyq3zeejy6gjoakkworvu8od' xmlns:ack='http://www.xmpp.org/extensions/xep-0198.html#ns'>`,
      `<stream:features xmlns:stream='http://etherx.jabber.org/streams'><address xmlns='http://affinix.com/jabber/address'>127.0.0.1</address><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism><mechanism>DIGEST-MD5</mechanism></mechanisms><auth xmlns='http://jabber.org/features/iq-auth'/><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'></starttls></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism></invalid-mechanism></failure>`,
      `<iq xmlns='jabber:client' from='example.org' id='q-legacy-auth' type='error'><error type='auth' code='403'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error><query xmlns='jabber:iq:auth'><username>nobody-q7</username></query></iq>`,
      `<iq xmlns='jabber:client' from='example.org' id='q-registration' type='error'><error type='cancel' code='405'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error><query xmlns='jabber:iq:register'></query></iq>`,
      `<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
    ],
    ending: 'stream.timeout',
    starttls: 'offered',
    mechanisms: 'PLAIN DIGEST-MD5',
    answers: {
      'sasl-external': 'sasl-failure invalid-mechanism',
      'legacy-auth': 'iq-error forbidden',
      registration: 'iq-error not-allowed',
    },
    sentinel: 'proceed',
  },
  {
    name: `jabberd2 2.7.0, c2s, no TLS`,
    service: 'c2s',
    questions: ['sasl-external', 'legacy-auth', 'registration'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:client' from='example.org' version='1.0' id='lnurlu5449fdy043t2je3eotijase5wzsrrelxjq' xmlns:ack='http://www.xmpp.org/extensions/xep-0198.html#ns'>`,
      `<stream:features xmlns:stream='http://etherx.jabber.org/streams'><address xmlns='http://affinix.com/jabber/address'>127.0.0.1</address><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism><mechanism>DIGEST-MD5</mechanism></mechanisms><auth xmlns='http://jabber.org/features/iq-auth'/><register xmlns='http://jabber.org/features/iq-register'></register></stream:features>`,
    ],
    replies: [
      `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism></invalid-mechanism></failure>`,
      `<iq xmlns='jabber:client' from='example.org' id='q-legacy-auth' type='error'><error code='401'/><query xmlns='jabber:iq:auth'><username>nobody-q7</username></query></iq>`,
      `<iq xmlns='jabber:client' id='q-registration' type='result'><query xmlns='jabber:iq:register'><instructions>Enter a username and password to register with this server.</instructions><username/><password></password></query></iq>`,
    ],
    ending: 'stream.timeout',
    starttls: 'absent',
    mechanisms: 'PLAIN DIGEST-MD5',
    answers: {
      'sasl-external': 'sasl-failure invalid-mechanism',
      'legacy-auth': 'iq-error not-authorized',
      registration: 'iq-result username password',
    },
    sentinel: 'failed stream.timeout',
  },
  {
    name: `jabberd2 2.7.0, s2s, TLS required`,
    service: 's2s',
    questions: ['sasl-external', 'dialback-verify'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:server' to='tls-probe.invalid' from='example.org' version='1.0' id='bo8doo0rq9egr70l8ag14ilgf3c1gassz05np6ef' xmlns:db='jabber:server:dialback'>`,
      `<stream:features xmlns:stream='http://etherx.jabber.org/streams'><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><dialback xmlns='urn:xmpp:features:dialback'><required></required></dialback></stream:features>`,
    ],
    replies: [`<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`],
    ending: 'stream.timeout',
    starttls: 'offered',
    mechanisms: '',
    answers: { 'sasl-external': 'dropped', 'dialback-verify': 'dropped' },
    sentinel: 'proceed',
  },
  {
    name: `jabberd2 2.7.0, s2s, TLS optional`,
    service: 's2s',
    questions: ['sasl-external', 'dialback-verify'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:server' to='tls-probe.invalid' from='example.org' version='1.0' id='z710f2ia9f5sxabm0vzvdh1b32j40nczve0bgimp' xmlns:db='jabber:server:dialback'>`,
      `<stream:features xmlns:stream='http://etherx.jabber.org/streams'><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><dialback xmlns='urn:xmpp:features:dialback'><required></required></dialback></stream:features>`,
    ],
    replies: [
      `<db:verify xmlns:db='jabber:server:dialback' type='invalid' id='q-dialback-verify' to='tls-probe.invalid' from='example.org'></db:verify>`,
      `<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
    ],
    ending: 'stream.timeout',
    starttls: 'offered',
    mechanisms: '',
    answers: { 'sasl-external': 'dropped', 'dialback-verify': 'dialback invalid' },
    sentinel: 'proceed',
  },
  {
    name: `jabberd2 2.7.0, s2s, no TLS`,
    service: 's2s',
    questions: ['sasl-external'],
    opening: [
      `<?xml version='1.0'?>`,
      `<stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:server' to='tls-probe.invalid' from='example.org' version='1.0' id='od4h378n5f4gsifktyakw5bg9g48cog01ki4srsy' xmlns:db='jabber:server:dialback'>`,
      `<stream:features xmlns:stream='http://etherx.jabber.org/streams'><dialback xmlns='urn:xmpp:features:dialback'><required></required></dialback></stream:features>`,
    ],
    replies: [],
    ending: 'stream.timeout',
    starttls: 'absent',
    mechanisms: '',
    answers: { 'sasl-external': 'failed stream.timeout' },
    sentinel: 'failed stream.timeout',
  },
];
