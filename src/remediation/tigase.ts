import type { Remediation } from '../model/remediation.js';
import { SRV_RECORDS } from './dns-zone.js';
import { HOST_META } from './host-meta.js';
import { everyStreamId, headers, UUID } from './wire.js';

const FILE = 'etc/config.tdsl';

export const tigase: Remediation = {
  software: 'tigase',
  title: 'Tigase XMPP Server',
  homepage: 'https://tigase.net/xmpp-server/',
  documentation: 'https://docs.tigase.net/',
  reload: 'scripts/tigase.sh restart etc/tigase.conf',
  traits: [
    { name: 'stream ids are UUIDs', weight: 1, seen: (o) => everyStreamId(o, UUID) },
    {
      name: 'UUID stream ids on a server stream without an XML declaration',
      weight: 3,
      seen: (o) => o.endpoint.service === 's2s' && everyStreamId(o, UUID) && headers(o).every((h) => !h.xmlDeclaration),
    },
    { name: 'stream id "tigase-error-tigase"', weight: 3, seen: (o) => everyStreamId(o, /^tigase-error-tigase$/u) },
  ],
  settings: {
    'c2s-required': {
      file: FILE,
      language: 'groovy',
      code: "'vhost-man' () {\n    'defaults' () {\n        'vhost-tls-required' = true\n    }\n}",
      notes: [
        'Since 8.1.0 this is the default; before it was false.',
        'A single domain can be set in the admin interface as "TLS required"; it cannot weaken a global true.',
      ],
    },
    's2s-required': {
      file: FILE,
      language: 'groovy',
      code: "'vhost-man' () {\n    'defaults' () {\n        'vhost-tls-required' = true\n    }\n}",
      notes: [
        'The same setting covers clients and other servers.',
        'Since 8.1.0 this is the default; before it was false.',
      ],
    },
    'legacy-auth': {
      file: FILE,
      language: 'groovy',
      code: "'sess-man' () {\n    'jabber:iq:auth' (active: false) {}\n}",
      notes: ['Where old clients need it, `vhost-tls-required` keeps it inside TLS.'],
    },
    registration: {
      file: FILE,
      language: 'groovy',
      code: "'vhost-man' () {\n    'defaults' () {\n        'vhost-tls-required' = true\n        'vhost-register-enabled' = false\n    }\n}",
      notes: ['The first setting keeps registration inside TLS; the second closes it altogether.'],
    },
    compression: {
      file: FILE,
      language: 'groovy',
      code: "'sess-man' () {\n    'zlib' (active: false) {}\n}",
      notes: ['Current versions do not offer compression before TLS where TLS is required; upgrade where they do.'],
    },
    'component-port': {
      file: FILE,
      language: 'groovy',
      code: "'ext' (active: false) {}",
      notes: ['Where external components are needed, let a firewall keep everybody else away from their port.'],
    },
    'starttls-buffer': {
      file: 'the installation of the server',
      language: 'text',
      code: 'Install the current release from https://tigase.dev/tigase/_server/tigase-server/~releases.',
      notes: [
        'Plaintext that is executed inside TLS is a fault of the server or of a proxy before it, not of a setting.',
      ],
    },
    'srv-records': SRV_RECORDS,
    certificate: {
      file: 'certs/example.org.pem',
      language: 'text',
      code: 'certificate of the domain, its private key, then the certificates of the authorities, all in PEM',
      notes: ['One file for each domain, named for it, in the folder `certs` of the installation.'],
    },
    'cipher-suites': {
      file: FILE,
      language: 'groovy',
      code: "'hardened-mode' = 'secure'",
      notes: ['Remove `tls-enabled-ciphers` where it is set: it overrides the hardened mode.'],
    },
    'direct-tls': {
      file: FILE,
      language: 'groovy',
      code: "c2s {\n    connections {\n        5223 {\n            socket = 'ssl'\n            type = 'accept'\n        }\n    }\n}",
      notes: ['For clients this port is open by default.', 'The SRV record `_xmpps-client._tcp` must name this port.'],
    },
    bosh: {
      file: FILE,
      language: 'groovy',
      code: "bosh {\n    connections {\n        ports = [ 5281 ]\n        5281 {\n            socket = 'ssl'\n            type = 'accept'\n        }\n    }\n}",
      notes: ['Plain BOSH listens on port 5280 by default; `ports` without it closes it.'],
    },
    websocket: {
      file: FILE,
      language: 'groovy',
      code: "ws2s {\n    connections {\n        ports = [ 5291 ]\n        5291 {\n            socket = 'ssl'\n            type = 'accept'\n        }\n    }\n}",
      notes: ['Plain WebSocket listens on port 5290 by default; `ports` without it closes it.'],
    },
    'host-meta': HOST_META,
  },
};
