import type { Caution, Remediation } from '../model/remediation.js';
import { SRV_RECORDS } from './shared/dns-zone.js';
import { HOST_META } from './shared/host-meta.js';
import { upgrade } from './shared/starttls-buffer.js';
import { answers, everyStreamId } from './shared/wire.js';

const FILE = 'mongooseim.toml';

const CLIENTS =
  '[[listen.c2s]]\n  port = 5222\n  tls.mode = "starttls_required"\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"';

const LISTENER = [{ name: 'certificate' }, { name: 'existing-listener' }] as const satisfies readonly Caution[];

export const mongooseim: Remediation = {
  software: 'mongooseim',
  title: 'MongooseIM',
  homepage: 'https://www.erlang-solutions.com/products/mongooseim/',
  documentation: 'https://esl.github.io/MongooseDocs/latest/configuration/listen/',
  rank: 40,
  reload: 'mongooseimctl restart',
  reloadNotes: [],
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
      code: CLIENTS,
      notes: [
        'Without `tls.mode` TLS is optional (`starttls`); without any `tls` option there is no TLS at all.',
        'Set it on every `[[listen.c2s]]`.',
      ],
      cautions: LISTENER,
    },
    's2s-required': {
      file: FILE,
      language: 'toml',
      code: '[[listen.s2s]]\n  port = 5269\n  tls.mode = "starttls_required"\n\n[s2s.outgoing]\n  tls.mode = "starttls_required"',
      notes: [
        'Up to 6.3 the setting was `use_starttls = "required"` in the section `[s2s]`, with `"false"` as default.',
      ],
      cautions: [...LISTENER, { name: 'renamed-after', version: '6.3' }, { name: 'federation' }],
    },
    'legacy-auth': {
      file: FILE,
      language: 'toml',
      code: CLIENTS,
      notes: ['Where `jabber:iq:auth` is answered at all, upgrade to a current version.'],
      cautions: LISTENER,
    },
    registration: {
      file: FILE,
      language: 'toml',
      code: CLIENTS,
      notes: [
        'Where registration is answered before TLS even so, limit `[modules.mod_register]` by `ip_access`, or remove it.',
      ],
      cautions: [...LISTENER, { name: 'registration-module' }],
    },
    compression: {
      file: FILE,
      language: 'toml',
      code: CLIENTS,
      notes: ['Current versions know no stream compression before the login; upgrade where it is offered.'],
    },
    'component-port': {
      file: FILE,
      language: 'toml',
      code: '[[listen.component]]\n  port = 8888\n  ip_address = "127.0.0.1"\n  password = "..."',
      notes: [
        'Before 6.3 the section is `[[listen.service]]`. Components on other hosts need a tunnel, or a firewall.',
      ],
    },
    'starttls-buffer': upgrade('Install the current release from https://github.com/esl/MongooseIM/releases.'),
    'srv-records': SRV_RECORDS,
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
    bosh: {
      file: FILE,
      language: 'toml',
      code: '[[listen.http]]\n  port = 5285\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"\n\n  [[listen.http.handlers.mod_bosh]]\n    host = "_"\n    path = "/http-bind"',
      notes: [
        'Remove `mod_bosh` from every `[[listen.http]]` without `tls` options; the template has one on port 5280.',
      ],
      cautions: [{ name: 'existing-listener' }, { name: 'web-clients' }],
    },
    websocket: {
      file: FILE,
      language: 'toml',
      code: '[[listen.http]]\n  port = 5285\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"\n\n  [[listen.http.handlers.mod_websockets]]\n    host = "_"\n    path = "/ws-xmpp"',
      notes: [
        'Remove `mod_websockets` from every `[[listen.http]]` without `tls` options; the template has one on port 5280.',
      ],
      cautions: [{ name: 'existing-listener' }, { name: 'web-clients' }],
    },
    'host-meta': HOST_META,
  },
};
