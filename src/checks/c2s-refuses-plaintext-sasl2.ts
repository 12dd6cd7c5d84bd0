import { refusedForLackOfTls, takesUpLogin } from '../model/answer.js';
import { defineCheck } from './define-check.js';
import { answerInWords, closesTheWayIn } from './evidence/answers.js';
import { fail, inconclusive, pass } from './evidence/outcome.js';
import { answerTo } from './evidence/seen.js';

export default defineCheck({
  id: 'c2s-refuses-plaintext-sasl2',
  title: 'SASL2 from clients must be refused before TLS',
  group: 'plaintext',
  level: 'fail',
  services: ['c2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['sasl2-external'],
  specifications: [{ document: 'XEP-0388' }, { document: 'RFC 6120', section: '13.8.3' }],
  why:
    'SASL2 is a second way to log in, often added by a module with settings of its own. Such a module can serve logins ' +
    'without TLS although the server requires it everywhere else and shows nothing of it in its stream features.',
  how:
    'SASL2 EXTERNAL is attempted before TLS, also where SASL2 is not offered. Where SASL2 itself answers and does not ' +
    'name TLS, the first message of a SCRAM login of a random user follows on a connection of its own: a challenge, ' +
    'and not-authorized as well, prove that logins are served in the clear. A refusal closes this one way in and proves ' +
    'nothing about the others.',
  mend: 'c2s-required',
  evaluate({ 'sasl2-external': external }, observation) {
    const scram = answerTo('sasl2-scram', observation);
    const evidence = [
      answerInWords('sasl2-external', external),
      ...(scram.state === 'done' ? [answerInWords('sasl2-scram', scram.value)] : []),
    ];
    const letsIn = external.kind === 'sasl-challenge' || external.kind === 'sasl-success';
    if (letsIn || (scram.state === 'done' && takesUpLogin(scram.value))) {
      return fail('behaviour', 'The server lets clients log in by SASL2 without TLS.', evidence);
    }
    const refused = refusedForLackOfTls(external) || (scram.state === 'done' && refusedForLackOfTls(scram.value));
    const isSasl2 = external.kind.startsWith('sasl-');
    if (refused || (!isSasl2 && closesTheWayIn('sasl2-external', external))) return pass('none', evidence);
    return inconclusive('the answer does not show whether logins by SASL2 are served');
  },
});
