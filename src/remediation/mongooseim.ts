import type { Remediation } from '../model/remediation.js';
import { answers, everyStreamId } from './wire.js';

const FILE = 'mongooseim.toml';

export const mongooseim: Remediation = {
  software: 'mongooseim',
  title: 'MongooseIM',
  homepage: 'https://www.erlang-solutions.com/products/mongooseim/',
  documentation: 'https://esl.github.io/MongooseDocs/latest/configuration/listen/',
  reload: 'mongooseimctl restart',
  traits: [
    { name: 'stream ids are 16 hexadecimal digits', weight: 1, seen: (o) => everyStreamId(o, /^[0-9a-f]{16}$/u) },
    {
      name: 'stream error encryption-required',
      weight: 3,
      seen: (o) => answers(o).some((a) => a.kind === 'stream-error' && a.condition === 'encryption-required'),
    },
  ],
  settings: {
    'c2s-required': {
      file: FILE,
      language: 'toml',
      code: '[[listen.c2s]]\n  port = 5222\n  tls.mode = "starttls_required"\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"',
      notes: [
        'Without `tls.mode` TLS is optional (`starttls`); without any `tls` option there is no TLS at all.',
        'Set it on every `[[listen.c2s]]`.',
      ],
    },
    's2s-required': {
      file: FILE,
      language: 'toml',
      code: '[[listen.s2s]]\n  port = 5269\n  tls.mode = "starttls_required"\n\n[s2s.outgoing]\n  tls.mode = "starttls_required"',
      notes: [
        'Up to 6.3 the setting was `use_starttls = "required"` in the section `[s2s]`, with `"false"` as default.',
      ],
    },
    'legacy-auth': {
      file: FILE,
      language: 'toml',
      code: '[[listen.c2s]]\n  port = 5222\n  tls.mode = "starttls_required"',
      notes: ['Where `jabber:iq:auth` is answered at all, upgrade to a current version.'],
    },
    registration: {
      file: FILE,
      language: 'toml',
      code: '[modules.mod_register]\n  ip_access = [\n    {address = "127.0.0.0/8", policy = "allow"},\n    {address = "0.0.0.0/0", policy = "deny"}\n  ]',
      notes: ['This limits registration to the machine itself; removing the section closes it altogether.'],
    },
    certificate: {
      file: FILE,
      language: 'toml',
      code: '[[listen.c2s]]\n  port = 5222\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"',
      notes: ['`tls.certfile` takes the whole chain; `[[listen.s2s]]` takes the same options.'],
    },
    'cipher-suites': {
      file: FILE,
      language: 'toml',
      code: '[[listen.c2s]]\n  port = 5222\n  tls.versions = ["tlsv1.2", "tlsv1.3"]',
      notes: [
        'Remove `tls.ciphers` where it names suites without encryption; `[[listen.s2s]]` takes the same options.',
      ],
    },
    'direct-tls': {
      file: FILE,
      language: 'toml',
      code: '[[listen.c2s]]\n  port = 5223\n  tls.mode = "tls"\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"',
      notes: ['The SRV record `_xmpps-client._tcp` must name this port.'],
    },
  },
};
