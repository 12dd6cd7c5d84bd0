import type { Remediation } from '../model/remediation.js';
import { SRV_RECORDS } from './dns-zone.js';
import { HOST_META } from './host-meta.js';
import { answers, everyStreamId, headers, said, showsFeature, UUID } from './wire.js';

const FILE = '/etc/prosody/prosody.cfg.lua';

/** Prosody, and what is built on it: Snikket and Metronome. */
export const prosody: Remediation = {
  software: 'prosody',
  title: 'Prosody',
  homepage: 'https://prosody.im/',
  documentation: 'https://prosody.im/doc/configure',
  reload: 'prosodyctl check && prosodyctl reload',
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
      code: 'c2s_require_encryption = true\nallow_unencrypted_plain_auth = false',
      notes: [
        'It stands in the global section or below a VirtualHost; a value below the VirtualHost wins.',
        'Since 0.12.0 this is the default, so look for a line that sets it to false; before 0.12.0 it has to be set.',
        'The module `tls` has to be in `modules_enabled`, and the host needs a certificate.',
      ],
    },
    's2s-required': {
      file: FILE,
      language: 'lua',
      code: 's2s_require_encryption = true\ns2s_secure_auth = true',
      notes: [
        'The second line also demands a valid certificate of the other server; leave it out to accept dialback over TLS.',
        'Components such as a MUC service can carry settings of their own.',
        'Since 0.12.0 encryption is required by default; before 0.12.0 it has to be set.',
      ],
    },
    'legacy-auth': {
      file: FILE,
      language: 'lua',
      code: '-- remove this line from modules_enabled:\n-- "legacyauth";\nallow_unencrypted_plain_auth = false',
      notes: ['Only very old clients and some bots still log in by `jabber:iq:auth`.'],
    },
    registration: {
      file: FILE,
      language: 'lua',
      code: 'c2s_require_encryption = true\nallow_registration = false',
      notes: ['The first line is enough to keep registration inside TLS; the second closes it altogether.'],
    },
    compression: {
      file: FILE,
      language: 'lua',
      code: '-- remove this line from modules_enabled:\n-- "compression";',
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
    'starttls-buffer': {
      file: 'the packages of the server',
      language: 'text',
      code: 'apt-get install --only-upgrade prosody',
      notes: [
        'Plaintext that is executed inside TLS is a fault of the server or of a proxy before it, not of a setting.',
      ],
    },
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
    },
    websocket: {
      file: FILE,
      language: 'lua',
      code: 'consider_websocket_secure = false\nhttp_ports = { 5280 }\nhttp_interfaces = { "127.0.0.1", "::1" }\nhttps_ports = { 5281 }',
      notes: [
        '`consider_websocket_secure = true` lets clients log in over plain HTTP as if it were TLS: remove it, or make sure that only a proxy with TLS reaches the plain port.',
        'Since 0.12.0 plain HTTP listens on the machine itself only, unless `http_interfaces` says otherwise.',
      ],
    },
    'host-meta': HOST_META,
  },
};
