import { defineCheck } from './define-check.js';
import { judgeUpgrade } from './evidence/upgrade.js';

export default defineCheck({
  id: 'c2s-completes-starttls',
  title: 'STARTTLS on client connections must lead to XMPP inside TLS',
  group: 'tls',
  level: 'warn',
  services: ['c2s'],
  transports: ['starttls'],
  needs: ['plaintext-reception'],
  specifications: [
    { document: 'RFC 6120', section: '5.4.2.3' },
    { document: 'RFC 6120', section: '5.4.3.3' },
  ],
  why:
    'An offer of STARTTLS that ends in an error keeps everybody out who insists on TLS, and leads the others into ' +
    'plaintext. The usual cause is a certificate that is missing, unreadable or does not fit its key.',
  how:
    'STARTTLS is negotiated, also where it is not offered, and a new stream is opened inside TLS. A refusal, an alert, a ' +
    'hang-up during the handshake, and anything but XMPP afterwards fail. Time running out proves nothing.',
  mend: 'certificate',
  evaluate: ({ 'plaintext-reception': reception }, observation) => judgeUpgrade(reception, observation),
});
