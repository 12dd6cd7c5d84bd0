import { looksUserUp } from '../model/answer.js';
import type { EndpointObservation } from '../model/observation.js';
import { defineCheck } from './define-check.js';
import { answerInWords, asksForSecret, closesTheWayIn } from './evidence/answers.js';
import { fail, inconclusive, pass } from './evidence/outcome.js';
import { plaintextReception } from './evidence/reception.js';

export default defineCheck({
  id: 'c2s-refuses-legacy-auth',
  title: 'Authentication by jabber:iq:auth must be refused before TLS',
  group: 'plaintext',
  level: 'fail',
  services: ['c2s'],
  transports: ['starttls', 'direct-tls', 'bosh', 'websocket'],
  needs: ['legacy-auth'],
  specifications: [{ document: 'XEP-0078' }, { document: 'RFC 6120', section: '13.8.3' }],
  why:
    'jabber:iq:auth is the obsolete login from before SASL: without TLS it sends the password itself, or a digest of it ' +
    'that can be attacked at leisure. It is often switched on by a module of its own and forgotten.',
  how:
    'A jabber:iq:auth get with a user name that does not exist is sent before TLS; a get never logs in. A result that ' +
    'asks for a password or digest proves that the login is served in the clear. A refusal closes this one way in and ' +
    'proves nothing about the others. The advertised feature alone proves nothing: some servers show it and refuse. Where ' +
    'it is advertised and TLS is not required, being told that the user is not known fails as well: jabberd2 answers so ' +
    'where the login is open.',
  mend: 'legacy-auth',
  evaluate({ 'legacy-auth': answer }, observation) {
    const evidence = [answerInWords('legacy-auth', answer)];
    if (asksForSecret(answer)) {
      return fail('behaviour', 'The server lets clients log in by jabber:iq:auth without TLS.', evidence);
    }
    if (looksUserUp(answer) && offersLegacyAuth(observation)) {
      const message = 'The server offers clients the login by jabber:iq:auth without TLS, and looks the user up.';
      return fail('advertised', message, evidence);
    }
    if (closesTheWayIn('legacy-auth', answer)) return pass('none', evidence);
    return inconclusive('the answer does not show whether this login is served');
  },
});

/** To those who do without TLS: jabberd2 advertises this login even where it requires TLS and refuses it. */
function offersLegacyAuth(observation: EndpointObservation): boolean {
  const reception = plaintextReception(observation);
  if (reception.state !== 'done' || reception.value.kind !== 'open') return false;
  const { legacyAuth, starttls } = reception.value.features;
  return legacyAuth && starttls !== 'required';
}
