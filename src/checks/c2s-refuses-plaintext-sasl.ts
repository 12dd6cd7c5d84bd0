import { refusedForLackOfTls, takesUpLogin } from '../model/answer.js';
import { defineCheck } from './define-check.js';
import { answerInWords } from './evidence/answers.js';
import { fail, inconclusive, pass } from './evidence/outcome.js';
import { answerTo, showsEnforcement } from './evidence/seen.js';

export default defineCheck({
  id: 'c2s-refuses-plaintext-sasl',
  title: 'SASL from clients must be refused before TLS',
  group: 'plaintext',
  level: 'fail',
  services: ['c2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['sasl-external'],
  specifications: [
    { document: 'RFC 6120', section: '5.3.4' },
    { document: 'RFC 6120', section: '6.5.4' },
    { document: 'XEP-0170' },
  ],
  why:
    'What a server says about STARTTLS and what it does are read from different settings. A server that takes part in a ' +
    'login before TLS serves clients in the clear, whatever its stream features say.',
  how:
    'SASL EXTERNAL is attempted before TLS. It carries no secret, and without a client certificate it cannot log in. ' +
    'A refusal that names TLS or encryption, or silence while a later question is answered, proves that TLS is enforced. ' +
    'A challenge or success proves the opposite. Any other refusal, such as invalid-mechanism, proves nothing. With ' +
    '`prove-login-offer` an offered SCRAM login is begun as well, for a random user and without a password: a challenge, ' +
    'and not-authorized as well, prove that logins are served in the clear.',
  mend: 'c2s-required',
  evaluate({ 'sasl-external': answer }, observation) {
    const scram = answerTo('sasl-scram', observation);
    const evidence = [
      answerInWords('sasl-external', answer),
      ...(scram.state === 'done' ? [answerInWords('sasl-scram', scram.value)] : []),
    ];
    if (scram.state === 'done' && takesUpLogin(scram.value)) {
      return fail('behaviour', 'The server serves a SASL login of a client without TLS.', evidence);
    }
    if (scram.state === 'done' && refusedForLackOfTls(scram.value)) return pass('behaviour', evidence);
    if (answer.kind === 'sasl-challenge' || answer.kind === 'sasl-success') {
      return fail('behaviour', 'The server takes part in a SASL login of a client without TLS.', evidence);
    }
    if (showsEnforcement(answer, observation)) return pass('behaviour', evidence);
    return inconclusive('the attempt was not answered in a way that shows whether TLS is enforced');
  },
});
