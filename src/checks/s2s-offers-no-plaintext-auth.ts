import { refusedForLackOfTls } from '../model/answer.js';
import { defineCheck } from './define-check.js';
import { answerInWords } from './evidence/answers.js';
import { DENIED, dialbackRefusal, triedDialback } from './evidence/dialback.js';
import { offerInWords, offersExternal } from './evidence/offer.js';
import { fail, inconclusive, pass } from './evidence/outcome.js';
import { answerTo } from './evidence/seen.js';

export default defineCheck({
  id: 's2s-offers-no-plaintext-auth',
  title: 'Server connections must not be offered dialback or EXTERNAL as an alternative to TLS',
  group: 'tls',
  level: 'warn',
  services: ['s2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['plaintext-features'],
  specifications: [{ document: 'RFC 6120', section: '5.3.1' }, { document: 'XEP-0178' }, { document: 'XEP-0220' }],
  why:
    'Another server that finds a way to authenticate beside an optional STARTTLS is free to go on without TLS. EXTERNAL ' +
    'before TLS makes no sense at all: it stands for a certificate that nobody has shown yet.',
  how:
    'The stream features before TLS are read. EXTERNAL fails wherever it is offered before TLS; dialback fails where ' +
    'STARTTLS is not required and the server was not seen to refuse dialback. Dialback beside `<required/>` is harmless.',
  mend: 's2s-required',
  evaluate({ 'plaintext-features': features }, observation) {
    const offer = offerInWords(features);
    if (offersExternal(features)) {
      return fail('advertised', 'The server offers other servers SASL EXTERNAL before TLS.', [offer]);
    }
    if (!features.dialback || features.starttls === 'required') return pass('advertised', [offer]);
    const refusal = dialbackRefusal(features, observation);
    if (refusal !== undefined) return pass('behaviour', [offer, refusal]);
    const external = answerTo('sasl-external', observation);
    if (external.state === 'done' && refusedForLackOfTls(external.value)) {
      return pass('behaviour', [offer, answerInWords('sasl-external', external.value)]);
    }
    if (triedDialback(observation)?.kind === 'denied') return inconclusive(DENIED);
    return fail('advertised', 'The server offers other servers dialback as an alternative to TLS.', [offer]);
  },
});
