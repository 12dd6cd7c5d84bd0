import { defineCheck } from './define-check.js';
import { fail, inconclusive, notApplicable, pass } from './evidence/outcome.js';
import { unseenInWords } from './evidence/seen.js';

export default defineCheck({
  id: 'declared-absent-is-absent',
  title: 'A service that the DNS declares absent must not be there',
  group: 'tls',
  level: 'warn',
  services: ['c2s', 's2s'],
  transports: ['starttls'],
  needs: [],
  specifications: [{ document: 'RFC 6120', section: '3.2.1' }, { document: 'XEP-0368' }],
  why:
    'An SRV record with the target "." says that the service is not offered. Some clients do not know that sign, go to the ' +
    'domain itself and log in there, at a port that nobody looks after because it is thought to be closed.',
  how:
    'Where the DNS declares STARTTLS absent, the addresses of the domain itself are looked at on port 5222 and 5269. A ' +
    'response stream header there fails, whether TLS is required or not; the other checks tell which. A refused ' +
    'connection passes. The service counts as not offered unless plaintext is let in there.',
  mend: 'srv-records',
  evaluate(_seen, { endpoint, connected, header, securedHeader }) {
    if (endpoint.source !== 'declared-absent')
      return notApplicable('the DNS does not declare the service absent there');
    if (header.state === 'done' || securedHeader.state === 'done') {
      const message = 'The DNS declares the service absent, and yet it answers at the domain itself.';
      return fail('behaviour', message, [`a stream was answered on port ${endpoint.port} of the domain`]);
    }
    const stopped = connected.state === 'done' ? header : connected;
    if (stopped.state === 'failed' && stopped.failure.code === 'tcp.refused') {
      return pass('none', [unseenInWords(stopped)]);
    }
    return inconclusive(unseenInWords(stopped));
  },
});
