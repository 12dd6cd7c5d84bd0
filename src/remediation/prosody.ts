import type { Caution, Remediation } from '../model/remediation.js';
import { SRV_RECORDS } from './shared/dns-zone.js';
import { HOST_META } from './shared/host-meta.js';
import { upgrade } from './shared/starttls-buffer.js';
import { answers, everyStreamId, headers, said, showsFeature, UUID } from './shared/wire.js';

const FILE = '/etc/prosody/prosody.cfg.lua';

/** Nothing else keeps logins of every kind inside TLS. */
const CLIENTS = 'c2s_require_encryption = true\nallow_unencrypted_plain_auth = false';

const EVERYWHERE = 'Put it in the global section. A value below a `VirtualHost` wins there, so look for one as well.';
const SINCE =
  'Since 0.12.0 this is the default, so look for a line that says otherwise; before 0.12.0 it has to be set.';
const CERTIFICATE = 'The module `tls` has to be in `modules_enabled`, and the host needs a certificate.';

const CAUTIONS = [
  { name: 'certificate' },
  { name: 'each-host' },
  { name: 'default-since', version: '0.12.0' },
] as const satisfies readonly Caution[];

/** Prosody, and what is built on it: Snikket and Metronome. */
export const prosody: Remediation = {
  software: 'prosody',
  title: 'Prosody',
  homepage: 'https://prosody.im/',
  documentation: 'https://prosody.im/doc/configure',
  rank: 10,
  // Measured on 0.12.3: after `prosodyctl reload` every client and server was let in as before.
  reload: 'systemctl restart prosody',
  reloadNotes: [
    'Run `prosodyctl check config` before that: it finds mistakes in the file.',
    '`prosodyctl reload` is enough for certificates only: modules that are loaded keep their old values until they are loaded anew.',
  ],
  traits: [
    { name: 'stream ids are UUIDs', weight: 1, seen: (o) => everyStreamId(o, UUID) },
    {
      name: 'UUID stream ids on a server stream with an XML declaration',
      weight: 2,
      seen: (o) => o.endpoint.service === 's2s' && everyStreamId(o, UUID) && headers(o).every((h) => h.xmlDeclaration),
    },
    {
      name: 'UUID stream ids, and EXTERNAL refused with encryption-required',
      weight: 1,
      seen: (o) =>
        everyStreamId(o, UUID) &&
        answers(o).some((a) => a.kind === 'sasl-failure' && a.condition === 'encryption-required'),
    },
    { name: 'announces stream limits', weight: 1, seen: (o) => showsFeature(o, 'urn:xmpp:stream-limits:0') },
    {
      name: 'says "This server does not serve"',
      weight: 3,
      seen: (o) => said(o, /\bThis (?:server|host) does not serve\b/u),
    },
    {
      name: 'says "No stream features to proceed with"',
      weight: 3,
      seen: (o) => said(o, /No stream features to proceed with/u),
    },
    {
      name: 'says "Encryption (SSL or TLS) is required to connect to this server"',
      weight: 3,
      seen: (o) => said(o, /Encryption \(SSL or TLS\) is required to connect to this server/u),
    },
  ],
  settings: {
    'c2s-required': {
      file: FILE,
      language: 'lua',
      code: CLIENTS,
      notes: [EVERYWHERE, SINCE, CERTIFICATE],
      cautions: CAUTIONS,
    },
    's2s-required': {
      file: FILE,
      language: 'lua',
      code: 's2s_require_encryption = true',
      notes: [
        EVERYWHERE,
        SINCE,
        CERTIFICATE,
        'Components such as a MUC service can carry settings of their own.',
        'Optional: `s2s_secure_auth = true` also demands a valid certificate of the other server, and cuts off those that have none.',
      ],
      cautions: [...CAUTIONS, { name: 'federation' }],
    },
    'legacy-auth': {
      file: FILE,
      language: 'lua',
      code: CLIENTS,
      notes: [
        'Optional: take `legacyauth` out of `modules_enabled`. Only very old clients and some bots still log in by `jabber:iq:auth`.',
      ],
      cautions: CAUTIONS,
    },
    registration: {
      file: FILE,
      language: 'lua',
      code: CLIENTS,
      notes: ['Optional: `allow_registration = false` closes registration altogether.'],
      cautions: CAUTIONS,
    },
    compression: {
      file: FILE,
      language: 'lua',
      code: '-- in modules_enabled, remove the line: "compression";',
      notes: [
        'Prosody has not had the module since 0.10.0: where it is still loaded it comes from a collection of its own.',
      ],
    },
    'component-port': {
      file: FILE,
      language: 'lua',
      code: 'component_interfaces = { "127.0.0.1", "::1" }',
      notes: [
        'That is the default: the line only has to go where it says something else. Components on other hosts need a tunnel, or a firewall that lets nobody else in.',
      ],
    },
    'starttls-buffer': upgrade('apt-get install --only-upgrade prosody'),
    'srv-records': SRV_RECORDS,
    certificate: {
      file: FILE,
      language: 'lua',
      code: 'certificates = "certs"',
      notes: [
        'Import with `prosodyctl --root cert import /etc/letsencrypt/live`.',
        '`prosodyctl check certs` names certificates that are missing, unreadable or for another name.',
      ],
    },
    'cipher-suites': {
      file: FILE,
      language: 'lua',
      code: 'tls_profile = "intermediate"',
      notes: [
        'This has been the default since 0.12.0; also remove `ciphers` from every `ssl` table, because it overrides the profile.',
      ],
    },
    'direct-tls': {
      file: FILE,
      language: 'lua',
      code: 'c2s_direct_tls_ports = { 5223 }\ns2s_direct_tls_ports = { 5270 }',
      notes: [
        'Available since 0.12.0; before, `legacy_ssl_ports = { 5223 }` did the same for clients.',
        'The SRV records `_xmpps-client._tcp` and `_xmpps-server._tcp` must name these ports.',
      ],
    },
    bosh: {
      file: FILE,
      language: 'lua',
      code: 'consider_bosh_secure = false\nhttp_ports = { 5280 }\nhttp_interfaces = { "127.0.0.1", "::1" }\nhttps_ports = { 5281 }',
      notes: [
        '`consider_bosh_secure = true` lets clients log in over plain HTTP as if it were TLS: remove it, or make sure that only a proxy with TLS reaches the plain port.',
        'Since 0.12.0 plain HTTP listens on the machine itself only, unless `http_interfaces` says otherwise.',
        'In 0.12.0 and later a proxy named in `trusted_proxies` tells by `X-Forwarded-Proto` that it has TLS, so that the option is not needed.',
      ],
      cautions: [{ name: 'web-clients' }],
    },
    websocket: {
      file: FILE,
      language: 'lua',
      code: 'consider_websocket_secure = false\nhttp_ports = { 5280 }\nhttp_interfaces = { "127.0.0.1", "::1" }\nhttps_ports = { 5281 }',
      notes: [
        '`consider_websocket_secure = true` lets clients log in over plain HTTP as if it were TLS: remove it, or make sure that only a proxy with TLS reaches the plain port.',
        'Since 0.12.0 plain HTTP listens on the machine itself only, unless `http_interfaces` says otherwise.',
      ],
      cautions: [{ name: 'web-clients' }],
    },
    'host-meta': HOST_META,
  },
};
