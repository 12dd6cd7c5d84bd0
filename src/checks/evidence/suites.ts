import { done, notReached, type Step } from '../../model/failure.js';
import type { EndpointObservation, SuiteAnswer, SuiteClass } from '../../model/observation.js';
import type { Outcome } from '../../model/verdict.js';
import { fail, pass } from './outcome.js';

/** NULL suites of TLS 1.2 and older as OpenSSL names them, and the integrity-only suites of TLS 1.3 (RFC 9150). */
const WITHOUT_ENCRYPTION = /NULL|^TLS_SHA(?:256|384)_/u;

/**
 * Whether the endpoint runs TLS without encryption: picked in the usual handshake, which offers NULL suites last, or
 * when nothing else is offered. A second look, where there is one, speaks for both.
 */
export function nullSuites(observation: EndpointObservation): Step<SuiteAnswer> {
  const { handshake, nullSuitesAgain } = observation;
  if (nullSuitesAgain !== undefined) return withHangUps(nullSuitesAgain, observation);
  if (handshake.state === 'done' && WITHOUT_ENCRYPTION.test(handshake.value.cipher)) {
    return done({ kind: 'picked', suite: handshake.value.cipher, version: handshake.value.version });
  }
  return worthlessSuites('null', observation);
}

/** What became of an offer of suites of one class and nothing better. */
export function worthlessSuites(name: SuiteClass, observation: EndpointObservation): Step<SuiteAnswer> {
  return withHangUps(observation.worthlessSuites?.[name] ?? notReached('handshake'), observation);
}

/** Some servers end a handshake without an alert. Where our usual offer is accepted, the suites are the reason. */
function withHangUps(answer: Step<SuiteAnswer>, { handshake }: EndpointObservation): Step<SuiteAnswer> {
  const hungUp =
    answer.state === 'failed' &&
    answer.failure.step === 'handshake' &&
    (answer.failure.code === 'tls.closed' || answer.failure.code === 'tcp.reset');
  return hungUp && handshake.state === 'done' ? done({ kind: 'refused', by: 'hang-up' }) : answer;
}

/** A server that takes none of the suites passes, which says nothing of whether TLS is required. */
export function judgeSuites(name: SuiteClass, answer: SuiteAnswer, message: string): Outcome {
  const offered = `offered ${name === 'null' ? 'NULL' : name} cipher suites and nothing better`;
  if (answer.kind === 'refused') return pass('none', [`${offered}: refused (${answer.by})`]);
  return fail('behaviour', message, [`${offered}: the server picked ${answer.suite} (${answer.version})`]);
}
