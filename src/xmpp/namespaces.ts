import { STREAM_NAMESPACE } from '../xml/stream-token.js';

/** Every namespace we send or read, under the name it has in this code. */
export const NS = {
  stream: STREAM_NAMESPACE,
  streamErrors: 'urn:ietf:params:xml:ns:xmpp-streams',
  stanzaErrors: 'urn:ietf:params:xml:ns:xmpp-stanzas',
  client: 'jabber:client',
  server: 'jabber:server',
  component: 'jabber:component:accept',
  tls: 'urn:ietf:params:xml:ns:xmpp-tls',
  sasl: 'urn:ietf:params:xml:ns:xmpp-sasl',
  sasl2: 'urn:xmpp:sasl:2',
  dialback: 'jabber:server:dialback',
  dialbackFeature: 'urn:xmpp:features:dialback',
  legacyAuth: 'jabber:iq:auth',
  legacyAuthFeature: 'http://jabber.org/features/iq-auth',
  registration: 'jabber:iq:register',
  registrationFeature: 'http://jabber.org/features/iq-register',
  compressionFeature: 'http://jabber.org/features/compress',
  bind: 'urn:ietf:params:xml:ns:xmpp-bind',
  session: 'urn:ietf:params:xml:ns:xmpp-session',
  ping: 'urn:xmpp:ping',
  dataForm: 'jabber:x:data',
  bosh: 'http://jabber.org/protocol/httpbind',
  xbosh: 'urn:xmpp:xbosh',
  framing: 'urn:ietf:params:xml:ns:xmpp-framing',
  xrd: 'http://docs.oasis-open.org/ns/xri/xrd-1.0',
} as const;
