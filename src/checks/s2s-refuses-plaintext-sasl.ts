import { refusedForLackOfTls } from '../model/answer.js';
import { defineCheck } from './define-check.js';
import { answerInWords } from './evidence/answers.js';
import { fail, inconclusive, pass } from './evidence/outcome.js';

export default defineCheck({
  id: 's2s-refuses-plaintext-sasl',
  title: 'SASL from servers must be refused before TLS',
  group: 'plaintext',
  level: 'fail',
  services: ['s2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['sasl-external'],
  specifications: [
    { document: 'RFC 6120', section: '5.3.4' },
    { document: 'RFC 6120', section: '6.5.4' },
    { document: 'XEP-0178' },
  ],
  why:
    'Between servers SASL EXTERNAL means the certificate of the TLS connection. A server that accepts it without TLS ' +
    'lets anybody speak for another domain, and everything that follows is readable on the way.',
  how:
    'SASL EXTERNAL is attempted before TLS in the name of a domain that does not exist. A refusal that names TLS or ' +
    'encryption proves that TLS is enforced, a challenge or success proves the opposite. Silence and any other refusal ' +
    'prove nothing: servers without SASL between servers drop it whatever their policy is.',
  mend: 's2s-required',
  evaluate({ 'sasl-external': answer }) {
    const evidence = [answerInWords('sasl-external', answer)];
    if (answer.kind === 'sasl-challenge' || answer.kind === 'sasl-success') {
      return fail('behaviour', 'The server takes part in a SASL login of another server without TLS.', evidence);
    }
    if (refusedForLackOfTls(answer)) return pass('behaviour', evidence);
    return inconclusive('the attempt was not answered in a way that shows whether TLS is enforced');
  },
});
