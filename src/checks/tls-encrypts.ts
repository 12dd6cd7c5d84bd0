import { defineCheck, fail, pass } from './define-check.js';
import { tlsInWords } from './evidence/upgrade.js';

/** NULL suites of TLS 1.2 and older, and the integrity-only suites of TLS 1.3 (RFC 9150). */
const WITHOUT_ENCRYPTION = /NULL|^TLS_SHA(?:256|384)_/u;

export default defineCheck({
  id: 'tls-encrypts',
  title: 'TLS must encrypt',
  group: 'plaintext',
  level: 'fail',
  services: ['c2s', 's2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['handshake'],
  specifications: [{ document: 'RFC 9325', section: '4.1' }],
  why:
    'A NULL cipher suite completes the handshake and protects nothing. Passwords and messages stay readable on the way, ' +
    'while every client shows a secure connection.',
  how:
    'The handshake offers NULL cipher suites last. A server that picks one has nothing better, and its TLS is plaintext. ' +
    'Any other suite passes and proves nothing about whether TLS is required.',
  mend: 'cipher-suites',
  evaluate({ handshake }) {
    if (!WITHOUT_ENCRYPTION.test(handshake.cipher)) return pass('none', tlsInWords(handshake));
    return fail('behaviour', 'The server chose a cipher suite that does not encrypt.', tlsInWords(handshake));
  },
});
