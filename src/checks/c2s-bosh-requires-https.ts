import { defineCheck } from './define-check.js';
import { judgeWebDoor } from './evidence/web-door.js';

export default defineCheck({
  id: 'c2s-bosh-requires-https',
  title: 'BOSH must require HTTPS',
  group: 'plaintext',
  level: 'fail',
  services: ['c2s'],
  transports: ['bosh'],
  needs: [],
  specifications: [{ document: 'XEP-0124' }, { document: 'XEP-0206' }, { document: 'RFC 6120', section: '13.8.3' }],
  why:
    'BOSH carries XMPP over HTTP for clients in browsers. Its port has settings of its own: a server that requires ' +
    'TLS on port 5222 often still lets everybody log in over plain HTTP, where the password and every message can be read.',
  how:
    'A session is created at `http:` addresses that host-meta names, that are configured, or that answer on ports where ' +
    'servers commonly offer it. It fails when the stream features offer mechanisms other than EXTERNAL and an attempt ' +
    'with EXTERNAL is not refused for lack of TLS, and when SASL2 takes up a login, offered or not. A redirect to `https:`, ' +
    'an answer that nothing of the kind is there (404 and the like), a port that speaks nothing but TLS, and a refusal or ' +
    'stream error that names TLS pass. A web server in trouble, one that turns us away, a hang-up and silence prove ' +
    'nothing. At an `https:` address it passes once a stream comes up inside TLS.',
  mend: 'bosh',
  evaluate: (_seen, observation) => judgeWebDoor(observation, { plain: 'plain HTTP (BOSH)', secured: 'https' }),
});
