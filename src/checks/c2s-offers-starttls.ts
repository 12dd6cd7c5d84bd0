import { defineCheck } from './define-check.js';
import { judgeOfferOfStarttls } from './evidence/upgrade.js';

export default defineCheck({
  id: 'c2s-offers-starttls',
  title: 'Client connections must be offered STARTTLS',
  group: 'tls',
  level: 'warn',
  services: ['c2s'],
  transports: ['starttls'],
  needs: ['plaintext-features'],
  specifications: [
    { document: 'RFC 6120', section: '5.4.1' },
    { document: 'RFC 7590', section: '3.1' },
  ],
  why:
    'A client that finds no offer either connects without TLS or not at all. Every server has to support TLS; where the offer ' +
    'is missing, TLS is switched off, has no certificate, or somebody on the way takes it out.',
  how:
    'The stream features before TLS are read. Where the offer is missing, `<starttls/>` is sent all the same: an answer ' +
    'of `<proceed/>` shows that only the offer is missing. No offer is no proof of plaintext: some servers offer nothing at all.',
  mend: 'certificate',
  evaluate: ({ 'plaintext-features': features }, observation) => judgeOfferOfStarttls(features, observation),
});
