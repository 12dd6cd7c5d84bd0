import { defineCheck } from './define-check.js';
import { judgeSuites } from './evidence/suites.js';

export default defineCheck({
  id: 'tls-encrypts',
  title: 'TLS must encrypt',
  group: 'plaintext',
  level: 'fail',
  services: ['c2s', 's2s'],
  transports: ['starttls', 'direct-tls', 'bosh', 'websocket'],
  needs: ['null-suites'],
  specifications: [{ document: 'RFC 9325', section: '4.1' }],
  why:
    'A NULL cipher suite completes the handshake and protects nothing. Passwords and messages stay readable on the way, ' +
    'while every client shows a secure connection. A server that takes such a suite lets plaintext in by the back door, ' +
    'however strictly it requires TLS.',
  how:
    'A ClientHello of TLS 1.2 offers NULL, anonymous and export cipher suites and nothing better, and is repeated without ' +
    'what the server picked, until it is certain whether a NULL suite is taken. The usual handshake offers NULL suites ' +
    'last, and a server that picks one there has nothing better. An alert that turns them all down passes, and proves ' +
    'nothing about whether TLS is required. Any other alert and silence prove nothing.',
  mend: 'cipher-suites',
  evaluate: ({ 'null-suites': answer }) =>
    judgeSuites('null', answer, 'The server agrees to a TLS cipher suite that does not encrypt.'),
});
