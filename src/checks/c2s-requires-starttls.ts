import { mayBeABan, refusedForLackOfTls, takesUpLogin } from '../model/answer.js';
import type { Answer, EndpointObservation, QuestionName, StreamFeatures } from '../model/observation.js';
import type { Outcome } from '../model/verdict.js';
import { defineCheck } from './define-check.js';
import { answerInWords, closesTheWayIn } from './evidence/answers.js';
import { loginMechanisms, offerInWords } from './evidence/offer.js';
import { fail, inconclusive, pass } from './evidence/outcome.js';
import { answerTo, servesStarttls, showsEnforcement, unseenInWords } from './evidence/seen.js';

export default defineCheck({
  id: 'c2s-requires-starttls',
  title: 'Client connections must require TLS',
  group: 'plaintext',
  level: 'fail',
  services: ['c2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['plaintext-reception'],
  specifications: [
    { document: 'RFC 6120', section: '5.3.1' },
    { document: 'RFC 7590', section: '3.1' },
    { document: 'RFC 9325', section: '3.2' },
  ],
  why:
    'Where TLS is optional, everybody between a client and its server can read and change messages, and can make a ' +
    'client log in without TLS by removing the offer from the stream. Only a server that refuses to go on without TLS ' +
    'protects clients that do not insist on it themselves.',
  how:
    'The stream features before TLS are read, and three questions are asked that a server must turn down there: SASL ' +
    'EXTERNAL, a jabber:iq:auth get and a jabber:iq:register get. A refusal that names TLS, a question dropped in ' +
    'silence, and a port that speaks nothing but TLS prove it by behaviour. `<required/>`, and STARTTLS as the only ' +
    'feature that leads anywhere, are what the server advertises. It fails when SASL mechanisms other than EXTERNAL are ' +
    'offered before TLS and the attempt is not refused for lack of TLS, whatever `<required/>` says.',
  mend: 'c2s-required',
  evaluate({ 'plaintext-reception': reception }, observation) {
    switch (reception.kind) {
      case 'tls-only':
        return pass('behaviour', ['no plaintext stream is answered on this port, and XMPP is spoken inside TLS']);
      case 'dead-end':
        return pass('behaviour', ['without TLS the server hangs up for want of stream features']);
      case 'open':
        return judgeOffer(reception.features, observation);
    }
  },
});

function judgeOffer(features: StreamFeatures, observation: EndpointObservation): Outcome {
  const offer = offerInWords(features);
  const external = answerTo('sasl-external', observation);
  if (external.state === 'done' && showsEnforcement(external.value, observation)) {
    return pass('behaviour', [offer, answerInWords('sasl-external', external.value)]);
  }
  if (loginMechanisms(features).length > 0) {
    if (external.state !== 'done')
      return inconclusive(`whether the offered mechanisms work: ${unseenInWords(external)}`);
    if (mayBeABan(external.value)) {
      return inconclusive('the server ended the stream instead of answering, as it also does to a banned address');
    }
    const evidence = [offer, answerInWords('sasl-external', external.value)];
    const scram = answerTo('sasl-scram', observation);
    const message = messageOn(features, observation);
    if (scram.state !== 'done') return fail('advertised', message, evidence);
    const tried = [...evidence, answerInWords('sasl-scram', scram.value)];
    if (refusedForLackOfTls(scram.value)) return pass('behaviour', tried);
    return fail(takesUpLogin(scram.value) ? 'behaviour' : 'advertised', message, tried);
  }
  const refusals = refusalsOfEveryQuestion(observation);
  if (isOnlyWayOn(features) && refusals !== undefined) {
    const forLackOfTls = refusals.some(([, answer]) => refusedForLackOfTls(answer));
    const lines = refusals.map(([question, answer]) => answerInWords(question, answer));
    return pass(forLackOfTls ? 'behaviour' : 'advertised', [offer, ...lines]);
  }
  if (features.starttls === 'required') return pass('advertised', [offer]);
  return inconclusive('the server neither requires TLS nor shows a way to log in without it');
}

function messageOn({ starttls }: StreamFeatures, observation: EndpointObservation): string {
  switch (starttls) {
    case 'absent':
      return servesStarttls(observation)
        ? 'The server offers clients a login without TLS, and serves STARTTLS without offering it.'
        : 'The server offers clients a login without TLS, and no STARTTLS at all.';
    case 'offered':
      return 'STARTTLS is optional: the server offers clients a login without TLS and does not refuse it.';
    case 'required':
      return 'STARTTLS is said to be required, yet the server offers clients a login without TLS and does not refuse it.';
  }
}

/** RFC 6120 section 5.3.1: STARTTLS as the only feature is mandatory-to-negotiate. What only informs does not count. */
function isOnlyWayOn({ starttls, mechanisms, sasl2 = [], compression }: StreamFeatures): boolean {
  return starttls !== 'absent' && [...mechanisms, ...sasl2, ...compression].length === 0;
}

const QUESTIONS = ['sasl-external', 'legacy-auth', 'registration'] as const;

/** Every question with its refusal; undefined where one was not asked or not turned down. */
function refusalsOfEveryQuestion(observation: EndpointObservation): readonly [QuestionName, Answer][] | undefined {
  const refusals = QUESTIONS.flatMap((question): [QuestionName, Answer][] => {
    const step = answerTo(question, observation);
    return step.state === 'done' && closesTheWayIn(question, step.value) ? [[question, step.value]] : [];
  });
  return refusals.length === QUESTIONS.length ? refusals : undefined;
}
