import { defineCheck } from './define-check.js';
import { judgeSuites } from './evidence/suites.js';

export default defineCheck({
  id: 'tls-refuses-anonymous-suites',
  title: 'TLS must refuse anonymous cipher suites',
  group: 'tls',
  level: 'fail',
  services: ['c2s', 's2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['anonymous-suites'],
  specifications: [{ document: 'RFC 7590', section: '3.4' }, { document: 'RFC 5246' }],
  why:
    'An anonymous cipher suite encrypts without a certificate, so that nobody can tell the server from somebody in ' +
    'between. A client that can be led to use one talks to whoever answers first.',
  how:
    'A ClientHello of TLS 1.2 offers NULL, anonymous and export cipher suites and nothing better, and is repeated without ' +
    'what the server picked. An anonymous suite that is picked fails. An alert that turns them all down passes; any other ' +
    'alert and silence prove nothing.',
  mend: 'cipher-suites',
  evaluate: ({ 'anonymous-suites': answer }) =>
    judgeSuites('anonymous', answer, 'The server agrees to a TLS cipher suite without a certificate.'),
});
