import { refusedForLackOfTls } from '../model/answer.js';
import type { Answer, EndpointObservation, QuestionName, StreamFeatures } from '../model/observation.js';
import type { Outcome } from '../model/verdict.js';
import { defineCheck } from './define-check.js';
import { answerInWords } from './evidence/answers.js';
import { DENIED, dialbackRefusal, isDenied, triedDialback, verifyingIsProof } from './evidence/dialback.js';
import { offerInWords, offersExternal } from './evidence/offer.js';
import { fail, inconclusive, pass } from './evidence/outcome.js';
import { answerTo, servesStarttls, unseenInWords } from './evidence/seen.js';

export default defineCheck({
  id: 's2s-requires-starttls',
  title: 'Server connections must require TLS',
  group: 'plaintext',
  level: 'fail',
  services: ['s2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['plaintext-reception'],
  specifications: [
    { document: 'RFC 6120', section: '5.3.1' },
    { document: 'RFC 7590', section: '3.1' },
    { document: 'XEP-0220' },
  ],
  why:
    'Messages to users of other domains travel between servers. Where TLS is optional there, everybody on the way can ' +
    'read and change them, and can force a connection without TLS by removing the offer; the users at both ends cannot see it.',
  how:
    'The stream features before TLS are read, SASL EXTERNAL is attempted, and where `<required/>` is absent a dialback ' +
    'key is asked about with db:verify. A refusal that names TLS proves it by behaviour, and so does db:verify dropped in ' +
    'silence while `<starttls/>` is answered; `<required/>` is what the server advertises. It fails when STARTTLS is not ' +
    'required and dialback or EXTERNAL is offered and served beside it. Dialback beside `<required/>` is harmless. ' +
    'Where dialback was tried without TLS (`active-s2s`, `s2s-listen`), what the server then did counts more than what it advertises: one that refuses dialback is not accused of offering it.',
  mend: 's2s-required',
  evaluate({ 'plaintext-reception': reception }, observation) {
    switch (reception.kind) {
      case 'open':
        return judgeOffer(reception.features, observation);
      case 'dead-end':
        return inconclusive('the server has no stream features to go on with');
      case 'tls-only':
        // A STARTTLS port without a plaintext stream shows no features to judge.
        return observation.endpoint.transport === 'direct-tls'
          ? pass('behaviour', ['no plaintext stream is answered on this port, and XMPP is spoken inside TLS'])
          : inconclusive('the port expects TLS from the first byte');
    }
  },
});

function judgeOffer(features: StreamFeatures, observation: EndpointObservation): Outcome {
  const offer = offerInWords(features);
  const tried = triedDialback(observation);
  if (tried?.kind === 'served') return fail('behaviour', SERVED, [offer, tried.line]);
  const external = answerTo('sasl-external', observation);
  if (external.state === 'done' && refusedForLackOfTls(external.value)) {
    return pass('behaviour', [offer, answerInWords('sasl-external', external.value)]);
  }
  const refusal = dialbackRefusal(features, observation);
  if (refusal !== undefined) return pass('behaviour', [offer, refusal]);
  if (features.starttls === 'required') return pass('advertised', [offer]);
  return judgeAlternatives(features, observation);
}

/** STARTTLS is not required: is there another way to authenticate, and does the server take it up? */
function judgeAlternatives(features: StreamFeatures, observation: EndpointObservation): Outcome {
  const tried = triedDialback(observation);
  const wasDenied = tried?.kind === 'denied';
  const offered: QuestionName[] = [];
  // What it advertises is refuted by what it did when it was taken at its word.
  if (features.dialback && !wasDenied) offered.push('dialback-verify');
  if (offersExternal(features)) offered.push('sasl-external');
  if (offered.length === 0) {
    return inconclusive(
      wasDenied ? DENIED : 'the server neither requires TLS nor offers a way to authenticate without it',
    );
  }
  if (tried?.kind === 'verifies' && verifyingIsProof(features, observation)) {
    return fail('behaviour', messageOn(features, observation), [offerInWords(features), tried.line]);
  }
  let why = 'the server did not say whether it serves them';
  for (const question of offered) {
    const step = answerTo(question, observation);
    if (step.state !== 'done') why = unseenInWords(step);
    else if (isTakenUp(step.value)) {
      const evidence = [offerInWords(features), answerInWords(question, step.value)];
      return fail('advertised', messageOn(features, observation), evidence);
    }
  }
  return inconclusive(`TLS is not required, dialback or EXTERNAL is offered, but ${why}`);
}

const SERVED = 'The server lets another server in without TLS and answers it.';

function messageOn({ starttls }: StreamFeatures, observation: EndpointObservation): string {
  if (starttls !== 'absent') return 'STARTTLS is optional: the server offers other servers authentication without TLS.';
  return servesStarttls(observation)
    ? 'The server offers other servers authentication without TLS, and serves STARTTLS without offering it.'
    : 'The server offers other servers authentication without TLS, and no STARTTLS at all.';
}

/** A stream error, a hang-up and silence say nothing about TLS; that dialback is refused may well mean it (XEP-0220). */
function isTakenUp(answer: Answer): boolean {
  return (answer.kind === 'dialback' && !isDenied(answer)) || answer.kind.startsWith('sasl-');
}
