import { mayBeAboutUs } from '../model/answer.js';
import type { EndpointObservation, StreamFeatures } from '../model/observation.js';
import type { Outcome } from '../model/verdict.js';
import { defineCheck } from './define-check.js';
import { answerInWords } from './evidence/answers.js';
import { fail, inconclusive, notApplicable, pass } from './evidence/outcome.js';
import {
  answersVerify,
  DENIED,
  dialbackRefusal,
  triedDialback,
  triedVersionlessDialback,
  uncomparedVerify,
  type TriedDialback,
} from './evidence/dialback.js';
import { answerTo, unseenInWords } from './evidence/seen.js';

export default defineCheck({
  id: 's2s-refuses-versionless-dialback',
  title: 'Streams from before XMPP 1.0 must not lead to dialback without TLS',
  group: 'plaintext',
  level: 'fail',
  services: ['s2s'],
  transports: ['starttls', 'direct-tls'],
  needs: ['plaintext-features'],
  specifications: [{ document: 'RFC 6120', section: '4.7.5' }, { document: 'XEP-0220' }],
  why:
    'A stream header without a version announces a server from before XMPP 1.0, which knows neither stream features nor ' +
    'STARTTLS. A server that looks for TLS only where features were sent takes the messages of whoever leaves the version ' +
    'out, and everybody on the way can read and change them.',
  how:
    'Where a stream with a version is refused for lack of TLS, one is opened with a header that has none, and a dialback key ' +
    'is asked about with db:verify. An answer fails if the same is refused or dropped on a stream with a version, on which it ' +
    'is asked once more for that: a server that answers it everywhere shows nothing. With `active-s2s` or `s2s-listen` ' +
    'dialback is tried there as well: going to verify the key fails where it is refused for lack of TLS on a stream with a ' +
    'version, and so does the answer to a ping. A refusal closes this one way in and proves nothing about the others.',
  mend: 's2s-required',
  evaluate({ 'plaintext-features': features }, observation) {
    const tried = triedVersionlessDialback(observation);
    if (tried?.kind === 'served') return fail('behaviour', SERVED, [tried.line]);
    if (tried?.kind === 'verifies') {
      const otherwise = triedDialback(observation);
      if (otherwise?.kind === 'refused') return fail('behaviour', TAKEN_UP, [tried.line, otherwise.line]);
    }
    return judgeVerify(features, observation, tried);
  },
});

const SERVED = 'The server lets another server in without TLS, on a stream without version, and answers it.';
const TAKEN_UP = 'The server takes up dialback on a stream without version, which it refuses without TLS on any other.';

function judgeVerify(
  features: StreamFeatures,
  observation: EndpointObservation,
  tried: TriedDialback | undefined,
): Outcome {
  const verify = answerTo('versionless-verify', observation);
  if (verify.state === 'done') {
    const line = answerInWords('versionless-verify', verify.value);
    const isAnswered = answersVerify(verify.value);
    const otherwise = dialbackRefusal(features, observation);
    if (isAnswered && otherwise !== undefined) return fail('advertised', TAKEN_UP, [line, otherwise]);
    if (verify.value.kind === 'closed') return inconclusive('the server ended the stream instead of answering');
    if (mayBeAboutUs(verify.value)) return inconclusive('the server ended the stream for reasons that may be about us');
    if (!isAnswered) return pass('none', [line]);
  }
  if (tried?.kind === 'refused') return pass('none', [tried.line]);
  if (tried !== undefined) return inconclusive(withoutProof(tried));
  if (verify.state === 'done') return inconclusive(uncomparedVerify(features, observation) ?? ANSWERED_ANYWAY);
  return observation.plaintext.answers['versionless-verify'] === undefined
    ? notApplicable('streams with a version are not refused for lack of TLS, so there is nothing to get around')
    : inconclusive(unseenInWords(verify));
}

const ANSWERED_ANYWAY = 'the server answers db:verify without TLS on every stream';

function withoutProof(tried: TriedDialback): string {
  if (tried.kind === 'unclear') return tried.because;
  return tried.kind === 'denied' ? DENIED : 'the server goes to verify a dialback key before TLS on every stream';
}
