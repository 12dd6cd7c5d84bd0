import { defineCheck } from './define-check.js';
import { judgeLogin } from './evidence/login.js';

export default defineCheck({
  id: 'c2s-refuses-plaintext-login',
  title: 'An account must not be able to log in without TLS',
  group: 'plaintext',
  level: 'fail',
  services: ['c2s'],
  transports: ['starttls', 'direct-tls'],
  needs: [],
  specifications: [
    { document: 'RFC 6120', section: '5.3.4' },
    { document: 'RFC 6120', section: '13.8.1' },
    { document: 'RFC 7590', section: '3.1' },
  ],
  why:
    'This is what everything else is about: somebody whose client does not encrypt, or whose encryption was taken away on ' +
    'the way, types the password and is let in. Nothing tells them, and everybody on the way reads along.',
  how:
    'Only with `login-jid`: what volunteers do by hand with a client that was told never to encrypt is done with an account ' +
    'of yours. `<required/>` is passed over, the account logs in by SCRAM (by PLAIN or jabber:iq:auth only with ' +
    '`login-allow-plain`), binds a resource, sends itself a message and waits for it. It fails as soon as the server takes ' +
    'the login up, and says how far it went. A refusal that names TLS passes. Where no mechanism is offered, ' +
    'jabber:iq:auth is asked for, as such clients do.',
  mend: 'c2s-required',
  evaluate: (_seen, observation) => judgeLogin(observation),
});
