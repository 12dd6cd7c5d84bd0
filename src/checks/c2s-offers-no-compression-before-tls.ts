import { defineCheck } from './define-check.js';
import { offerInWords } from './evidence/offer.js';
import { fail, pass } from './evidence/outcome.js';

export default defineCheck({
  id: 'c2s-offers-no-compression-before-tls',
  title: 'Client connections must not be offered stream compression before TLS',
  group: 'tls',
  level: 'warn',
  services: ['c2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['plaintext-features'],
  specifications: [{ document: 'XEP-0138' }, { document: 'RFC 6120', section: '5.3.1' }],
  why:
    'Compression comes after TLS and the login, if at all. Servers have let clients past their TLS requirement once ' +
    'compression was negotiated, and anybody who is not logged in can make the server unpack what grows a thousandfold.',
  how:
    'The stream features before TLS are read: no method of stream compression may be among them. Compression is never ' +
    'asked for, because a server may well agree and then the conversation is over; so only the offer is judged.',
  mend: 'compression',
  evaluate({ 'plaintext-features': features }) {
    const evidence = [offerInWords(features)];
    if (features.compression.length === 0) return pass('advertised', evidence);
    return fail('advertised', 'The server offers clients stream compression before TLS.', evidence);
  },
});
