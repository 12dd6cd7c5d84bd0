import type { Remediation } from '../model/remediation.js';
import { SRV_RECORDS } from './shared/dns-zone.js';
import { HOST_META } from './shared/host-meta.js';
import { upgrade } from './shared/starttls-buffer.js';
import { everyStreamId, said, showsFeature } from './shared/wire.js';

const PROPERTIES = 'Admin console: Server > Server Manager > System Properties';

export const openfire: Remediation = {
  software: 'openfire',
  title: 'Openfire',
  homepage: 'https://www.igniterealtime.org/projects/openfire/',
  documentation: 'https://www.igniterealtime.org/projects/openfire/documentation.jsp',
  rank: 30,
  reload: 'systemctl restart openfire',
  reloadNotes: [
    'Most properties hold for new connections at once; connections that are open stay as they are until then.',
  ],
  traits: [
    {
      name: 'stream ids are short and in base 36',
      weight: 1,
      seen: (o) => everyStreamId(o, /^(?=.*[a-z])(?=.*\d)[0-9a-z]{7,10}$/u),
    },
    { name: 'says "TLS is mandatory"', weight: 3, seen: (o) => said(o, /^TLS is mandatory, but was/u) },
    {
      name: 'says "Incorrect hostname in stream header"',
      weight: 3,
      seen: (o) => said(o, /Incorrect hostname in stream header/u),
    },
    {
      name: 'offers dialback with errors',
      weight: 1,
      seen: (o) => showsFeature(o, 'urn:xmpp:features:dialback', 'errors'),
    },
    { name: 'announces stream limits', weight: 1, seen: (o) => showsFeature(o, 'urn:xmpp:stream-limits:0') },
  ],
  settings: {
    'c2s-required': {
      file: PROPERTIES,
      language: 'properties',
      code: 'xmpp.client.tls.policy = required',
      notes: [
        'The same choice stands under `Server > Server Settings > Client Connections`, in the advanced STARTTLS settings.',
        'The default is `optional`.',
      ],
      cautions: [{ name: 'certificate' }],
    },
    's2s-required': {
      file: PROPERTIES,
      language: 'properties',
      code: 'xmpp.server.tls.policy = required',
      notes: [
        'The same choice stands under `Server > Server Settings > Server to Server`; the default is `optional`.',
        'Upgrade to 4.8.0 or later, so that the requirement is announced to other servers as well (OF-2633).',
      ],
      cautions: [{ name: 'certificate' }, { name: 'federation' }],
    },
    'legacy-auth': {
      file: PROPERTIES,
      language: 'properties',
      code: 'xmpp.client.tls.policy = required',
      notes: [
        'Since 4.1.0 `jabber:iq:auth` comes from a plugin (OF-1097): optional is to remove it where no client needs it.',
      ],
      cautions: [{ name: 'certificate' }],
    },
    registration: {
      file: PROPERTIES,
      language: 'properties',
      code: 'xmpp.client.tls.policy = required',
      notes: [
        'Optional: `register.inband = false` closes registration altogether, which is open by default; the same choice stands under `Server > Server Settings > Registration & Login`.',
      ],
      cautions: [{ name: 'certificate' }],
    },
    compression: {
      file: PROPERTIES,
      language: 'properties',
      code: 'xmpp.client.compression.policy = disabled',
      notes: ['The same choice stands under `Server > Server Settings > Compression Settings`.'],
    },
    'component-port': {
      file: PROPERTIES,
      language: 'properties',
      code: 'xmpp.component.socket.active = false',
      notes: [
        'The same choice stands under `Server > Server Settings > External Components`. Where components run on other hosts, let a firewall keep everybody else away from port 5275.',
      ],
    },
    'starttls-buffer': upgrade(
      'Install the current release from https://www.igniterealtime.org/downloads/.',
      'the installation of the server',
    ),
    'srv-records': SRV_RECORDS,
    certificate: {
      file: 'Admin console: Server > TLS/SSL Certificates',
      language: 'text',
      code: 'Identity store: import the certificate chain and the private key of your domain.',
      notes: ['The certificate has to name the XMPP domain, not the host.'],
    },
    'cipher-suites': {
      file: 'Admin console: Server > Server Settings > Client Connections, and Server to Server; advanced settings',
      language: 'text',
      code: 'Encryption cipher suites: move every suite with NULL in its name to the disabled ones.',
      notes: ['Do so for each of the listeners, for STARTTLS and for direct TLS.'],
    },
    'direct-tls': {
      file: PROPERTIES,
      language: 'properties',
      code: 'xmpp.socket.ssl.active = true\nxmpp.socket.ssl.port = 5223',
      notes: [
        'For clients this is the default; a change takes effect after a restart.',
        'The SRV record `_xmpps-client._tcp` must name this port.',
      ],
    },
    bosh: {
      file: PROPERTIES,
      language: 'properties',
      code: 'httpbind.port.plain = 0\nhttpbind.port.secure = 7443',
      notes: [
        'The plain port is 7070 by default, and serves BOSH and WebSocket alike.',
        'The same choice stands under `Server > Server Settings > Web Binding`.',
      ],
      cautions: [{ name: 'web-clients' }],
    },
    websocket: {
      file: PROPERTIES,
      language: 'properties',
      code: 'httpbind.port.plain = 0\nhttpbind.port.secure = 7443',
      notes: [
        'The plain port is 7070 by default, and serves BOSH and WebSocket alike.',
        'The same choice stands under `Server > Server Settings > Web Binding`.',
      ],
      cautions: [{ name: 'web-clients' }],
    },
    'host-meta': HOST_META,
  },
};
