import { defineCheck } from './define-check.js';
import { loginMechanisms, offerInWords } from './evidence/offer.js';
import { fail, pass } from './evidence/outcome.js';

export default defineCheck({
  id: 'c2s-offers-no-sasl-before-tls',
  title: 'Client connections must not be offered SASL mechanisms before TLS',
  group: 'tls',
  level: 'warn',
  services: ['c2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['plaintext-features'],
  specifications: [
    { document: 'RFC 6120', section: '5.3.1' },
    { document: 'RFC 6120', section: '13.8.3' },
    { document: 'XEP-0388' },
  ],
  why:
    'A client that trusts the offer sends its password, or a proof of it, in the clear. Some clients do so even where ' +
    'STARTTLS is marked as required, so the offer alone does harm, also on a server that would refuse the login.',
  how:
    'The stream features before TLS are read: no SASL and no SASL2 mechanism other than EXTERNAL may be among them. ' +
    'This is about the offer only; whether a login is served is what the checks named "refuses" and "requires" find out.',
  mend: 'c2s-required',
  evaluate({ 'plaintext-features': features }) {
    const evidence = [offerInWords(features)];
    if (loginMechanisms(features).length === 0) return pass('advertised', evidence);
    return fail('advertised', 'The server offers clients SASL mechanisms before TLS.', evidence);
  },
});
