import type { Remediation } from '../model/remediation.js';
import { SRV_RECORDS } from './shared/dns-zone.js';
import { HOST_META } from './shared/host-meta.js';
import { upgrade } from './shared/starttls-buffer.js';

const FILE = 'the configuration of the server';

/** For servers that were not recognised, and for those whose vendor is asked instead. */
export const generic: Remediation = {
  software: 'generic',
  title: 'Any server',
  homepage: 'https://xmpp.org/software/',
  documentation: 'https://www.rfc-editor.org/rfc/rfc7590',
  rank: 1000,
  reloadNotes: [],
  traits: [],
  settings: {
    'c2s-required': {
      file: FILE,
      language: 'text',
      code: 'Set TLS (STARTTLS) for client connections to "required", not to "optional" or "enabled".',
      notes: ['RFC 6120 section 5.3.1 says how a server announces that TLS is mandatory.'],
      cautions: [{ name: 'certificate' }],
    },
    's2s-required': {
      file: FILE,
      language: 'text',
      code: 'Set TLS (STARTTLS) for server-to-server connections to "required", not to "optional" or "enabled".',
      notes: ['Client and server connections usually have a setting each.'],
      cautions: [{ name: 'certificate' }, { name: 'federation' }],
    },
    'legacy-auth': {
      file: FILE,
      language: 'text',
      code: 'Require TLS for non-SASL authentication (jabber:iq:auth, XEP-0078) as well.',
      notes: ['Optional: switch it off. XEP-0078 is obsolete; SASL has replaced it since 2004.'],
    },
    registration: {
      file: FILE,
      language: 'text',
      code: 'Require TLS for in-band registration (jabber:iq:register, XEP-0077) as well.',
      notes: ['Requiring TLS for all client connections usually covers it.'],
    },
    compression: {
      file: FILE,
      language: 'text',
      code: 'Switch off stream compression (XEP-0138), or allow it after TLS and the login only.',
      notes: ['XEP-0138 is obsolete: compression gives away secrets that TLS protects.'],
    },
    'component-port': {
      file: FILE,
      language: 'text',
      code: 'Let the listener for external components (XEP-0114) listen on the loopback address only, or switch it off.',
      notes: ['Where components run on other hosts, use a tunnel, or a firewall that lets nobody else in.'],
    },
    'starttls-buffer': upgrade(
      'Upgrade the server to its current version, and every proxy that handles STARTTLS before it.',
    ),
    'srv-records': SRV_RECORDS,
    certificate: {
      file: FILE,
      language: 'text',
      code: 'Give the server a certificate for the XMPP domain, with its chain and a private key it can read.',
      notes: [
        'The name in the certificate is the XMPP domain, not the host of the SRV record (RFC 6120 section 13.7.2.1).',
      ],
    },
    'cipher-suites': {
      file: FILE,
      language: 'text',
      code: 'Remove every cipher suite with NULL in its name; in OpenSSL syntax: HIGH:!aNULL:!eNULL.',
      notes: ['RFC 9325 section 4.1 forbids suites that do not encrypt.'],
    },
    'direct-tls': {
      file: 'the DNS zone, and the configuration of the server',
      language: 'text',
      code: 'Let the _xmpps-client._tcp and _xmpps-server._tcp records name ports that speak XMPP inside TLS and nothing else.',
      notes: ['STARTTLS ports belong in `_xmpp-client._tcp` and `_xmpp-server._tcp` (XEP-0368).'],
    },
    bosh: {
      file: FILE,
      language: 'text',
      code: 'Serve BOSH on https only: close its plain http port, or bind it to 127.0.0.1 behind a web server with TLS.',
      notes: ['A redirect from http to https is harmless; an answer over http is not.'],
      cautions: [{ name: 'web-clients' }],
    },
    websocket: {
      file: FILE,
      language: 'text',
      code: 'Serve WebSocket on wss only: close its plain ws port, or bind it to 127.0.0.1 behind a web server with TLS.',
      notes: ['RFC 7395 section 3.9 leaves TLS to the WebSocket: inside it there is no STARTTLS.'],
      cautions: [{ name: 'web-clients' }],
    },
    'host-meta': HOST_META,
  },
};
