import { defineCheck } from './define-check.js';
import { DENIED, triedDialback, verifyingIsProof } from './evidence/dialback.js';
import { offerInWords } from './evidence/offer.js';
import { fail, inconclusive, notApplicable, pass } from './evidence/outcome.js';

export default defineCheck({
  id: 's2s-refuses-plaintext-dialback',
  title: 'Dialback must be refused before TLS',
  group: 'plaintext',
  level: 'fail',
  services: ['s2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['plaintext-features'],
  specifications: [
    { document: 'XEP-0220' },
    { document: 'RFC 6120', section: '5.3.1' },
    { document: 'RFC 7590', section: '3.1' },
  ],
  why:
    'Dialback says which domain a server speaks for, and encrypts nothing. A server that accepts it without TLS sends and ' +
    'takes messages that everybody on the way can read and change.',
  how:
    'Only with `active-s2s: true` or `s2s-listen`. With the first a dialback key that nobody vouches for is offered before ' +
    'TLS: a refusal that names TLS is proof, and going to verify the key is proof of the opposite for a server that does not ' +
    'say `<required/>` and answers SASL before TLS without a word of TLS; from others it proves nothing, since some ask for ' +
    'TLS only after the key was found valid, nor does a refusal that does not name TLS. With the second our own listener vouches for the key, and the server is pinged ' +
    'over the stream it let in: the answer to the ping proves plaintext, a refusal that names TLS proves that it is enforced.',
  mend: 's2s-required',
  evaluate({ 'plaintext-features': features }, observation) {
    const tried = triedDialback(observation);
    switch (tried?.kind) {
      case undefined:
        return notApplicable('dialback is tried before TLS only with active-s2s or s2s-listen');
      case 'served':
        return fail('behaviour', 'The server accepts dialback without TLS and answers what is sent then.', [
          tried.line,
        ]);
      case 'refused':
        return pass('behaviour', [tried.line]);
      case 'verifies':
        return verifyingIsProof(features, observation)
          ? fail('behaviour', 'The server goes about dialback with another server without TLS.', [
              offerInWords(features),
              tried.line,
            ])
          : inconclusive(
              'the server goes to verify a dialback key before TLS, which some do that ask for TLS afterwards',
            );
      case 'denied':
        return inconclusive(DENIED);
      case 'unclear':
        return inconclusive(tried.because);
    }
  },
});
