import type { Caution, Remediation } from '../model/remediation.js';
import { SRV_RECORDS } from './shared/dns-zone.js';
import { HOST_META } from './shared/host-meta.js';
import { upgrade } from './shared/starttls-buffer.js';
import { answers, everyStreamId, said, showsFeature } from './shared/wire.js';

const FILE = '/etc/ejabberd/ejabberd.yml';
/** A part of the file, not a section of its own: a second `listen:` would replace the first. */
const CLIENTS = '# in the listener on port 5222, which has module: ejabberd_c2s\n    starttls_required: true';

const HTTPS = `# in the list below listen:
  -
    port: 5443
    module: ejabberd_http
    tls: true
    request_handlers:
      /bosh: mod_bosh
      /ws: ejabberd_http_ws`;

const ADD_THERE = 'Add the line to the listener that is there; a second section `listen` would replace the first.';
const ADD_TO_LIST = 'Add it to the list that is there; a second section `listen` would replace the first.';
const CONTAINER = 'In the container images the file is `/opt/ejabberd/conf/ejabberd.yml`.';

const LISTENER = [{ name: 'certificate' }, { name: 'existing-listener' }] as const satisfies readonly Caution[];

export const ejabberd: Remediation = {
  software: 'ejabberd',
  title: 'ejabberd',
  homepage: 'https://www.ejabberd.im/',
  documentation: 'https://docs.ejabberd.im/admin/configuration/',
  rank: 20,
  // Measured on 23.01: in 5 of 7 reloads the listener did not come back ("address already in use") until the next one.
  reload: 'systemctl restart ejabberd',
  reloadNotes: [
    '`ejabberdctl reload-config` opens a changed listener anew, which can fail with "address already in use" and leave the port closed: if you use it, look at the port and the log afterwards, and reload once more where it is closed.',
    'In a container restart the container.',
  ],
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
      code: CLIENTS,
      notes: [
        ADD_THERE,
        'Every listener with the module `ejabberd_c2s` and without `tls: true` needs it.',
        'The example configuration has had it since 18.09; without it the default is false.',
        CONTAINER,
      ],
      cautions: LISTENER,
    },
    's2s-required': {
      file: FILE,
      language: 'yaml',
      code: '# at the top level\ns2s_use_starttls: required',
      notes: [
        'The example configuration has `optional` here in every version up to 26.07, and the default is false.',
        CONTAINER,
      ],
      cautions: [{ name: 'certificate' }, { name: 'federation' }],
    },
    'legacy-auth': {
      file: FILE,
      language: 'yaml',
      code: CLIENTS,
      notes: [ADD_THERE, 'Optional: take `mod_legacy_auth` out of `modules`, where no old client needs it.', CONTAINER],
      cautions: LISTENER,
    },
    registration: {
      file: FILE,
      language: 'yaml',
      code: CLIENTS,
      notes: [
        ADD_THERE,
        'Optional: `ip_access: trusted_network` in the options of `mod_register` limits registration to addresses of that access rule.',
        CONTAINER,
      ],
      cautions: LISTENER,
    },
    compression: {
      file: FILE,
      language: 'yaml',
      code: '# in the listener on port 5222, which has module: ejabberd_c2s\n    zlib: false',
      notes: [
        ADD_THERE,
        'Current versions offer compression after the login only; upgrade where it is offered before.',
      ],
    },
    'component-port': {
      file: FILE,
      language: 'yaml',
      code: '# in the listener that has module: ejabberd_service\n    ip: "127.0.0.1"',
      notes: [ADD_THERE, 'Components on other hosts need a tunnel, or a firewall that lets nobody else in.'],
    },
    'starttls-buffer': upgrade('apt-get install --only-upgrade ejabberd'),
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
      code: '# in the list below listen:\n  -\n    port: 5223\n    module: ejabberd_c2s\n    tls: true\n  -\n    port: 5270\n    module: ejabberd_s2s_in\n    tls: true',
      notes: [
        ADD_TO_LIST,
        'A listener with `tls: true` speaks nothing but TLS; STARTTLS options have no meaning there.',
        'The SRV records `_xmpps-client._tcp` and `_xmpps-server._tcp` must name these ports.',
      ],
    },
    bosh: {
      file: FILE,
      language: 'yaml',
      code: HTTPS,
      notes: [
        ADD_TO_LIST,
        'Remove `mod_bosh` from every `ejabberd_http` listener without `tls: true`, or bind that listener to `127.0.0.1` behind a proxy with TLS.',
        '`starttls_required` of the client listener has no effect on HTTP.',
        CONTAINER,
      ],
      cautions: [{ name: 'existing-listener' }, { name: 'web-clients' }],
    },
    websocket: {
      file: FILE,
      language: 'yaml',
      code: HTTPS,
      notes: [
        ADD_TO_LIST,
        'Remove `ejabberd_http_ws` from every `ejabberd_http` listener without `tls: true`, or bind that listener to `127.0.0.1` behind a proxy with TLS.',
        '`starttls_required` of the client listener has no effect on HTTP.',
        CONTAINER,
      ],
      cautions: [{ name: 'existing-listener' }, { name: 'web-clients' }],
    },
    'host-meta': HOST_META,
  },
};
