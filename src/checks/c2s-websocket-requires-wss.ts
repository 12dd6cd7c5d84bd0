import { defineCheck } from './define-check.js';
import { judgeWebDoor } from './evidence/web-door.js';

export default defineCheck({
  id: 'c2s-websocket-requires-wss',
  title: 'WebSocket must require TLS',
  group: 'plaintext',
  level: 'fail',
  services: ['c2s'],
  transports: ['websocket'],
  needs: [],
  specifications: [
    { document: 'RFC 7395', section: '3.9' },
    { document: 'RFC 6120', section: '13.8.3' },
  ],
  why:
    'Clients in browsers speak XMPP over WebSocket, where TLS comes from `wss` alone. Its port has settings of its own: ' +
    'a server that requires TLS on port 5222 often still lets everybody log in over plain `ws`, where the password and ' +
    'every message can be read.',
  how:
    'A stream is opened at `ws:` addresses that host-meta names, that are configured, or that answer on ports where ' +
    'servers commonly offer it. It fails when the stream features offer mechanisms other than EXTERNAL and an attempt ' +
    'with EXTERNAL is not refused for lack of TLS, and when SASL2 takes up a login, offered or not. A redirect to `wss:`, ' +
    'an answer that nothing of the kind is there (404 and the like), a port that speaks nothing but TLS, and a refusal or ' +
    'stream error that names TLS pass. A web server in trouble, one that turns us away, a hang-up and silence prove ' +
    'nothing. At a `wss:` address it passes once a stream comes up inside TLS.',
  mend: 'websocket',
  evaluate: (_seen, observation) => judgeWebDoor(observation, { plain: 'WebSocket without TLS', secured: 'wss' }),
});
