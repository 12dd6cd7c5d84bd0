import { defineCheck } from './define-check.js';
import { fail, inconclusive, pass } from './evidence/outcome.js';
import { unseenInWords } from './evidence/seen.js';

export default defineCheck({
  id: 's2s-component-port-is-closed',
  title: 'Component ports must not be reachable from outside',
  group: 'tls',
  level: 'warn',
  services: ['s2s'],
  transports: ['component'],
  needs: [],
  specifications: [{ document: 'XEP-0114', section: '4' }, { document: 'XEP-0225' }],
  why:
    'External components log in with a hash of a shared secret, without TLS, and everything they carry for the server ' +
    'goes the same way unencrypted. Whoever guesses the secret speaks for every address of the component. Such a port ' +
    'belongs on the loopback address or into a tunnel.',
  how:
    'Only with `component-ports`: at each of these ports of the s2s hosts a stream for an external component is opened, ' +
    'for a component that does not exist. A response stream header for components shows that the port can be reached. ' +
    'The connection is closed before the handshake, so that nothing of a secret is tried. A port that refuses, or that ' +
    'speaks something else, is left out.',
  mend: 'component-port',
  evaluate(_seen, { endpoint, connected, header }) {
    if (connected.state === 'failed' && connected.failure.code === 'tcp.refused') {
      return pass('none', [`port ${endpoint.port} refuses connections`]);
    }
    if (connected.state !== 'done') return inconclusive(unseenInWords(connected));
    if (header.state !== 'done') return inconclusive(unseenInWords(header));
    return fail('behaviour', 'External components can log in from outside, without TLS.', [
      `a component stream is answered on port ${endpoint.port}`,
    ]);
  },
});
