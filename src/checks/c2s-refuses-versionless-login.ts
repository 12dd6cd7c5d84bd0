import { looksUserUp, refusedForLackOfTls } from '../model/answer.js';
import { defineCheck } from './define-check.js';
import { answerInWords, asksForSecret, closesTheWayIn } from './evidence/answers.js';
import { fail, inconclusive, pass } from './evidence/outcome.js';
import { answerTo } from './evidence/seen.js';

export default defineCheck({
  id: 'c2s-refuses-versionless-login',
  title: 'Streams from before XMPP 1.0 must not lead to a login without TLS',
  group: 'plaintext',
  level: 'fail',
  services: ['c2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['versionless-auth'],
  specifications: [{ document: 'RFC 6120', section: '4.7.5' }, { document: 'XEP-0078' }],
  why:
    'A stream header without a version announces a client from before XMPP 1.0, which knows neither stream features nor ' +
    'STARTTLS. A server that looks for TLS only where features were sent lets such a client log in without it.',
  how:
    'A stream is opened with a header that has no version, and a jabber:iq:auth get with a user name that does not exist ' +
    'is sent; a get never logs in. A result that asks for a password or digest proves that the login is served in the ' +
    'clear, and so does being told that the user is not known, where the same get is refused for lack of TLS on a stream ' +
    'with a version. A refusal closes this one way in and proves nothing about the others.',
  mend: 'legacy-auth',
  evaluate({ 'versionless-auth': answer }, observation) {
    const evidence = [answerInWords('versionless-auth', answer)];
    if (asksForSecret(answer)) {
      const message = 'The server lets clients log in by jabber:iq:auth without TLS, on a stream without version.';
      return fail('behaviour', message, evidence);
    }
    const elsewhere = answerTo('legacy-auth', observation);
    if (looksUserUp(answer) && elsewhere.state === 'done' && refusedForLackOfTls(elsewhere.value)) {
      const message = 'The server looks users up for a login without TLS on a stream without version, and on no other.';
      return fail('behaviour', message, [...evidence, answerInWords('legacy-auth', elsewhere.value)]);
    }
    if (closesTheWayIn('versionless-auth', answer)) return pass('none', evidence);
    return inconclusive('the answer does not show whether this login is served');
  },
});
