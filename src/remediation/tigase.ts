import type { Caution, Remediation } from '../model/remediation.js';
import { SRV_RECORDS } from './shared/dns-zone.js';
import { HOST_META } from './shared/host-meta.js';
import { upgrade } from './shared/starttls-buffer.js';
import { everyStreamId, headers, UUID } from './shared/wire.js';

const FILE = 'etc/config.tdsl';

const REQUIRED = "'vhost-man' () {\n    'defaults' () {\n        'vhost-tls-required' = true\n    }\n}";

const SINCE = 'Since 8.1.0 this is the default; before it was false.';

const CAUTIONS = [
  { name: 'certificate' },
  { name: 'default-since', version: '8.1.0' },
] as const satisfies readonly Caution[];

export const tigase: Remediation = {
  software: 'tigase',
  title: 'Tigase XMPP Server',
  homepage: 'https://tigase.net/xmpp-server/',
  documentation: 'https://docs.tigase.net/',
  rank: 50,
  reload: 'scripts/tigase.sh restart etc/tigase.conf',
  reloadNotes: ['Packages and containers have their own way to restart the server.'],
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
      code: REQUIRED,
      notes: [
        SINCE,
        'A single domain can be set in the admin interface as "TLS required"; it cannot weaken a global true.',
      ],
      cautions: CAUTIONS,
    },
    's2s-required': {
      file: FILE,
      language: 'groovy',
      code: REQUIRED,
      notes: ['The same setting covers clients and other servers.', SINCE],
      cautions: [...CAUTIONS, { name: 'federation' }],
    },
    'legacy-auth': {
      file: FILE,
      language: 'groovy',
      code: REQUIRED,
      notes: [
        SINCE,
        'Optional: `jabber:iq:auth` with `(active: false)` in the section `sess-man` switches the old login off altogether.',
      ],
      cautions: CAUTIONS,
    },
    registration: {
      file: FILE,
      language: 'groovy',
      code: REQUIRED,
      notes: [SINCE, 'Optional: `vhost-register-enabled` set to false closes registration altogether.'],
      cautions: CAUTIONS,
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
    'starttls-buffer': upgrade(
      'Install the current release from https://tigase.dev/tigase/_server/tigase-server/~releases.',
      'the installation of the server',
    ),
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
      cautions: [{ name: 'web-clients' }],
    },
    websocket: {
      file: FILE,
      language: 'groovy',
      code: "ws2s {\n    connections {\n        ports = [ 5291 ]\n        5291 {\n            socket = 'ssl'\n            type = 'accept'\n        }\n    }\n}",
      notes: ['Plain WebSocket listens on port 5290 by default; `ports` without it closes it.'],
      cautions: [{ name: 'web-clients' }],
    },
    'host-meta': HOST_META,
  },
};
