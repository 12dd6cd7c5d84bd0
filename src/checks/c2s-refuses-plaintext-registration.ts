import { defineCheck } from './define-check.js';
import { answerInWords, closesTheWayIn } from './evidence/answers.js';
import { fail, inconclusive, pass } from './evidence/outcome.js';

export default defineCheck({
  id: 'c2s-refuses-plaintext-registration',
  title: 'In-band registration must be refused before TLS',
  group: 'plaintext',
  level: 'fail',
  services: ['c2s'],
  transports: ['starttls', 'direct-tls', 'bosh', 'websocket'],
  needs: ['registration'],
  specifications: [{ document: 'XEP-0077' }, { document: 'RFC 6120', section: '13.8.3' }],
  why:
    'Whoever registers an account sends its new password along. Without TLS everybody on the way can read it, and the ' +
    'account is compromised before its first use.',
  how:
    'A jabber:iq:register get is sent before TLS; a get never creates an account. A result with fields to fill in proves ' +
    'that registration is served in the clear. A refusal, or a result that only points elsewhere, closes this one way in ' +
    'and proves nothing about the others. The advertised feature alone proves nothing.',
  mend: 'registration',
  evaluate({ registration: answer }) {
    const evidence = [answerInWords('registration', answer)];
    if (answer.kind === 'iq-result' && answer.fields.length > 0) {
      return fail('behaviour', 'The server lets clients register an account without TLS.', evidence);
    }
    if (closesTheWayIn('registration', answer)) return pass('none', evidence);
    return inconclusive('the answer does not show whether registration is served');
  },
});
