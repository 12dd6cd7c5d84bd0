import { defineCheck } from './define-check.js';
import { judgeSuites } from './evidence/suites.js';

export default defineCheck({
  id: 'tls-refuses-export-suites',
  title: 'TLS must refuse export cipher suites',
  group: 'tls',
  level: 'fail',
  services: ['c2s', 's2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['export-suites'],
  specifications: [{ document: 'RFC 9325', section: '4.1' }],
  why:
    'Export cipher suites were weakened on purpose, to keys of 40 bits that any computer finds in hours. A server that ' +
    'still takes them lets an attacker in between break the connections of clients that never asked for them.',
  how:
    'A ClientHello of TLS 1.2 offers NULL, anonymous and export cipher suites and nothing better, and is repeated without ' +
    'what the server picked. An export suite that is picked fails. An alert that turns them all down passes; any other ' +
    'alert and silence prove nothing.',
  mend: 'cipher-suites',
  evaluate: ({ 'export-suites': answer }) =>
    judgeSuites('export', answer, 'The server agrees to a TLS cipher suite that was weakened for export.'),
});
