import { defineCheck } from './define-check.js';
import { judgeInjection } from './evidence/injection.js';

export default defineCheck({
  id: 's2s-discards-plaintext-after-starttls',
  title: 'Server connections must start anew inside TLS',
  group: 'tls',
  level: 'fail',
  services: ['s2s'],
  transports: ['starttls'],
  needs: [],
  specifications: [{ document: 'RFC 6120', section: '5.4.3.3' }],
  why:
    'A server that keeps what it read before the TLS handshake, and carries it out afterwards, lets an attacker on the way ' +
    'put words into the mouth of whoever connects. The certificate is right, the encryption is right, and the first ' +
    'commands come from somebody else.',
  how:
    'Only with `starttls-injection`: `<starttls/>` and a stream header are written in one go, the TLS handshake is made, ' +
    'and nothing is said inside TLS for 3 seconds. A stream header that comes unasked answers the one from before. ' +
    'Silence, the end of the connection and a broken handshake show that it was dropped.',
  mend: 'starttls-buffer',
  evaluate: (_seen, observation) => judgeInjection(observation),
});
