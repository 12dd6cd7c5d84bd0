import { defineCheck } from './define-check.js';
import { judgeDirectTls } from './evidence/direct-tls.js';

export default defineCheck({
  id: 'c2s-direct-tls-speaks-xmpp',
  title: 'Direct TLS ports for clients must speak XMPP, inside TLS only',
  group: 'tls',
  level: 'warn',
  services: ['c2s'],
  transports: ['direct-tls'],
  needs: [],
  specifications: [{ document: 'XEP-0368' }, { document: 'RFC 9325', section: '3.2' }],
  why:
    'A record for direct TLS that leads to a STARTTLS port or a web server costs every client that prefers it time or the ' +
    'connection. A port that answers plaintext streams as well gives away what direct TLS is for.',
  how:
    'The port is entered by TLS from the first byte, and a stream is opened inside; a finished handshake alone proves ' +
    'nothing, since web servers do that too. Then a plaintext stream header is sent on a connection of its own, which ' +
    'must not be answered.',
  mend: 'direct-tls',
  evaluate: (_seen, observation) => judgeDirectTls(observation),
});
