import type { Caution, Remediation } from '../model/remediation.js';
import { SRV_RECORDS } from './shared/dns-zone.js';
import { HOST_META } from './shared/host-meta.js';
import { upgrade } from './shared/starttls-buffer.js';
import { everyStreamId, said, showsFeature } from './shared/wire.js';

const CLIENTS = '/etc/jabberd2/c2s.xml';
const SERVERS = '/etc/jabberd2/s2s.xml';
const DORMANT = 'The project has been dormant since 2018: consider moving to a server that is maintained.';

/** In the section `<local>`: the domain as it is served, with everything that it needs for TLS. */
const REQUIRED =
  "<local>\n  <id require-starttls='true'\n      pemfile='/etc/jabberd2/server.pem'>example.org</id>\n</local>";

const CAUTIONS = [{ name: 'certificate' }, { name: 'dormant' }] as const satisfies readonly Caution[];

export const jabberd2: Remediation = {
  software: 'jabberd2',
  title: 'jabberd2',
  homepage: 'https://jabberd2.org/',
  documentation: 'https://github.com/jabberd2/jabberd2/wiki',
  rank: 60,
  reload: 'systemctl restart jabberd2',
  reloadNotes: ['Packages call the service `jabberd2`, an installation from source often `jabberd`.'],
  traits: [
    {
      name: 'stream ids are 40 letters and digits',
      weight: 3,
      seen: (o) => everyStreamId(o, /^(?=.*[g-z])[0-9a-z]{40}$/u),
    },
    {
      name: 'marks dialback as required',
      weight: 3,
      seen: (o) => showsFeature(o, 'urn:xmpp:features:dialback', 'required'),
    },
    {
      name: 'says "STARTTLS is required for this stream"',
      weight: 3,
      seen: (o) => said(o, /^STARTTLS is required for this stream$/u),
    },
    { name: 'tells us our address', weight: 1, seen: (o) => showsFeature(o, 'http://affinix.com/jabber/address') },
  ],
  settings: {
    'c2s-required': {
      file: CLIENTS,
      language: 'xml',
      code: REQUIRED,
      notes: [
        'Any value of `require-starttls` switches it on; without `pemfile` STARTTLS is not even offered.',
        'Also remove `<plain/>` from `<mechanisms>`; it stays under `<ssl-mechanisms>`.',
        DORMANT,
      ],
      cautions: CAUTIONS,
    },
    's2s-required': {
      file: SERVERS,
      language: 'xml',
      code: '<local>\n  <pemfile>/etc/jabberd2/server.pem</pemfile>\n</local>\n\n<security>\n  <require_tls/>\n</security>',
      notes: [
        'The requirement is never announced to other servers: what comes without TLS is dropped in silence.',
        DORMANT,
      ],
      cautions: [...CAUTIONS, { name: 'federation' }],
    },
    'legacy-auth': {
      file: CLIENTS,
      language: 'xml',
      code: REQUIRED,
      notes: [
        'Optional: without `<plain/>` and `<digest/>` under `<traditional>`, in the section `<authreg>`, `jabber:iq:auth` is not served at all.',
        DORMANT,
      ],
      cautions: CAUTIONS,
    },
    registration: {
      file: CLIENTS,
      language: 'xml',
      code: REQUIRED,
      notes: ['Optional: without `register-enable` in `<id>` registration is closed altogether.', DORMANT],
      cautions: CAUTIONS,
    },
    compression: {
      file: CLIENTS,
      language: 'xml',
      code: '<!-- remove this from the configuration:\n<compression/>\n-->',
      notes: ['Without the line `<compression/>` nothing is offered.', DORMANT],
    },
    'component-port': {
      file: 'router.xml',
      language: 'xml',
      code: '<local>\n  <ip>127.0.0.1</ip>\n  <port>5347</port>\n</local>',
      notes: [
        'The parts of jabberd2 meet at the same port: where they run on several hosts, let a firewall keep everybody else away from it.',
        DORMANT,
      ],
    },
    'starttls-buffer': upgrade('apt-get install --only-upgrade jabberd2'),
    'srv-records': SRV_RECORDS,
    certificate: {
      file: CLIENTS,
      language: 'xml',
      code: "<local>\n  <id pemfile='/etc/jabberd2/server.pem'>example.org</id>\n</local>",
      notes: [
        'The file holds the certificate, the intermediate ones, and the private key, in PEM.',
        'For other servers it is `<pemfile>` in the section `<local>` of `s2s.xml`.',
        DORMANT,
      ],
    },
    'cipher-suites': {
      file: CLIENTS,
      language: 'xml',
      code: "<local>\n  <id ciphers='HIGH:!aNULL:!eNULL'\n      pemfile='/etc/jabberd2/server.pem'>example.org</id>\n</local>",
      notes: ['For other servers it is `<ciphers>` in the section `<local>` of `s2s.xml`.', DORMANT],
    },
    'direct-tls': {
      file: CLIENTS,
      language: 'xml',
      code: '<local>\n  <ssl-port>5223</ssl-port>\n  <pemfile>/etc/jabberd2/server.pem</pemfile>\n</local>',
      notes: ['There is no port for direct TLS between servers: publish no `_xmpps-server._tcp` record.', DORMANT],
    },
    bosh: {
      file: CLIENTS,
      language: 'text',
      code: 'jabberd2 has no BOSH of its own: let the connection manager in front of it answer on https only.',
      notes: ['Bind its plain port to `127.0.0.1`, behind a web server with TLS.', DORMANT],
      cautions: [{ name: 'web-clients' }],
    },
    websocket: {
      file: CLIENTS,
      language: 'xml',
      code: '<io>\n  <!-- <websocket/> -->\n</io>',
      notes: [
        'Without `<websocket/>` in the section `<io>` the client port does not answer WebSocket; offer it through a web server with TLS.',
        DORMANT,
      ],
      cautions: [{ name: 'web-clients' }, { name: 'dormant' }],
    },
    'host-meta': HOST_META,
  },
};
