import { isEncrypted } from '../model/endpoint.js';
import { defineCheck } from './define-check.js';
import { fail, inconclusive, notApplicable, pass } from './evidence/outcome.js';

export default defineCheck({
  id: 'host-meta-names-only-encrypted-links',
  title: 'The host-meta file must name encrypted links only, and be served over HTTPS only',
  group: 'tls',
  level: 'warn',
  services: ['c2s', 's2s'],
  transports: ['bosh', 'websocket', 'direct-tls'],
  needs: [],
  specifications: [{ document: 'XEP-0156' }, { document: 'XEP-0487' }],
  why:
    'Clients in browsers find their way by the host-meta file of the domain. A link without TLS leads them into ' +
    'plaintext, and a file that is answered over plain HTTP can be rewritten by anybody on the way, to lead wherever he likes.',
  how:
    'The files host-meta and host-meta.json of the domain are read over HTTPS, and asked for over plain HTTP. It fails ' +
    'for every link that begins with `http:` or `ws:`, and for every link that the plain answer names. A redirect to ' +
    'HTTPS is in order.',
  mend: 'host-meta',
  evaluate(_seen, { endpoint }) {
    const { advertised, url = `port ${endpoint.port}` } = endpoint;
    if (advertised === undefined) return notApplicable('no host-meta file names this endpoint');
    if (!isEncrypted(endpoint)) {
      return fail('behaviour', 'The host-meta file of the domain names a link without TLS.', [url]);
    }
    if (advertised.inPlaintext === true) {
      const evidence = [`named in the answer over plain HTTP: ${url}`];
      return fail('behaviour', 'The host-meta file of the domain is served over plain HTTP as well.', evidence);
    }
    if (advertised.inPlaintext === 'unknown') {
      return inconclusive('whether the file is served over plain HTTP as well could not be seen');
    }
    return pass('behaviour', [`named over HTTPS: ${url}`]);
  },
});
