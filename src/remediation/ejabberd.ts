import type { Remediation } from '../model/remediation.js';
import { SRV_RECORDS } from './dns-zone.js';
import { HOST_META } from './host-meta.js';
import { answers, everyStreamId, said, showsFeature } from './wire.js';

const FILE = '/etc/ejabberd/ejabberd.yml';
const CONTAINER = 'In the container images the file is `/opt/ejabberd/conf/ejabberd.yml`.';

export const ejabberd: Remediation = {
  software: 'ejabberd',
  title: 'ejabberd',
  homepage: 'https://www.ejabberd.im/',
  documentation: 'https://docs.ejabberd.im/admin/configuration/',
  reload: 'ejabberdctl reload-config',
  traits: [
    { name: 'stream ids are long decimal numbers', weight: 3, seen: (o) => everyStreamId(o, /^\d{15,20}$/u) },
    {
      name: 'policy-violation with the text "Use of STARTTLS required"',
      weight: 2,
      seen: (o) =>
        answers(o).some(
          (a) =>
            a.kind === 'stream-error' && a.condition === 'policy-violation' && a.text === 'Use of STARTTLS required',
        ),
    },
    { name: 'says "unsupported_mechanism"', weight: 1, seen: (o) => said(o, /^unsupported_mechanism$/u) },
    {
      name: 'offers dialback with errors',
      weight: 1,
      seen: (o) => showsFeature(o, 'urn:xmpp:features:dialback', 'errors'),
    },
  ],
  settings: {
    'c2s-required': {
      file: FILE,
      language: 'yaml',
      code: 'listen:\n  -\n    port: 5222\n    module: ejabberd_c2s\n    starttls_required: true',
      notes: [
        'The example configuration has had it since 18.09; without it the default is false.',
        'Set it on every listener of the module `ejabberd_c2s` that has no `tls: true`.',
        CONTAINER,
      ],
    },
    's2s-required': {
      file: FILE,
      language: 'yaml',
      code: 's2s_use_starttls: required',
      notes: [
        'The example configuration has `optional` here in every version up to 26.07, and the default is false.',
        CONTAINER,
      ],
    },
    'legacy-auth': {
      file: FILE,
      language: 'yaml',
      code: '# remove this from modules:\n#   mod_legacy_auth: {}\nlisten:\n  -\n    port: 5222\n    module: ejabberd_c2s\n    starttls_required: true',
      notes: ['`starttls_required` also keeps `jabber:iq:auth` inside TLS, where the module has to stay.'],
    },
    registration: {
      file: FILE,
      language: 'yaml',
      code: 'listen:\n  -\n    port: 5222\n    module: ejabberd_c2s\n    starttls_required: true\nmodules:\n  mod_register:\n    ip_access: trusted_network',
      notes: [
        '`starttls_required` is enough to keep registration inside TLS.',
        '`ip_access` limits registration to addresses of the access rule `trusted_network`, as in the example configuration.',
      ],
    },
    compression: {
      file: FILE,
      language: 'yaml',
      code: 'listen:\n  -\n    port: 5222\n    module: ejabberd_c2s\n    starttls_required: true\n    zlib: false',
      notes: ['Current versions offer compression after the login only; upgrade where it is offered before.'],
    },
    'component-port': {
      file: FILE,
      language: 'yaml',
      code: 'listen:\n  -\n    port: 5347\n    ip: "127.0.0.1"\n    module: ejabberd_service',
      notes: ['Components on other hosts need a tunnel, or a firewall that lets nobody else in.'],
    },
    'starttls-buffer': {
      file: 'the packages of the server',
      language: 'text',
      code: 'apt-get install --only-upgrade ejabberd',
      notes: [
        'Plaintext that is executed inside TLS is a fault of the server or of a proxy before it, not of a setting.',
      ],
    },
    'srv-records': SRV_RECORDS,
    certificate: {
      file: FILE,
      language: 'yaml',
      code: 'certfiles:\n  - /etc/letsencrypt/live/example.org/fullchain.pem\n  - /etc/letsencrypt/live/example.org/privkey.pem',
      notes: [
        'The user that ejabberd runs as has to be able to read both files; the log names certificates it could not use.',
      ],
    },
    'cipher-suites': {
      file: FILE,
      language: 'yaml',
      code: 'c2s_ciphers: "HIGH:!aNULL:!eNULL:!3DES:@STRENGTH"\ns2s_ciphers: "HIGH:!aNULL:!eNULL:!3DES:@STRENGTH"',
      notes: ['A `ciphers` option of a single listener overrides these.'],
    },
    'direct-tls': {
      file: FILE,
      language: 'yaml',
      code: 'listen:\n  -\n    port: 5223\n    module: ejabberd_c2s\n    tls: true\n  -\n    port: 5270\n    module: ejabberd_s2s_in\n    tls: true',
      notes: [
        'A listener with `tls: true` speaks nothing but TLS; STARTTLS options have no meaning there.',
        'The SRV records `_xmpps-client._tcp` and `_xmpps-server._tcp` must name these ports.',
      ],
    },
    bosh: {
      file: FILE,
      language: 'yaml',
      code: 'listen:\n  -\n    port: 5443\n    module: ejabberd_http\n    tls: true\n    request_handlers:\n      /bosh: mod_bosh',
      notes: [
        'Remove `mod_bosh` from every `ejabberd_http` listener without `tls: true`, or bind that listener to `127.0.0.1` behind a proxy with TLS.',
        '`starttls_required` of the client listener has no effect on HTTP.',
        CONTAINER,
      ],
    },
    websocket: {
      file: FILE,
      language: 'yaml',
      code: 'listen:\n  -\n    port: 5443\n    module: ejabberd_http\n    tls: true\n    request_handlers:\n      /ws: ejabberd_http_ws',
      notes: [
        'Remove `ejabberd_http_ws` from every `ejabberd_http` listener without `tls: true`, or bind that listener to `127.0.0.1` behind a proxy with TLS.',
        '`starttls_required` of the client listener has no effect on HTTP.',
        CONTAINER,
      ],
    },
    'host-meta': HOST_META,
  },
};
