import { isEncrypted } from '../../model/endpoint.js';
import { done, failed, notReached, type FailureCode, type Step } from '../../model/failure.js';
import type { EndpointObservation, StreamFeatures } from '../../model/observation.js';
import { worse } from './offer.js';

/** What a port does with a stream that is opened without TLS. */
export type Reception =
  /** It shows stream features: the worse of what our two plaintext connections were shown. */
  | { readonly kind: 'open'; readonly features: StreamFeatures }
  /** It hangs up because there is nothing it could offer: STARTTLS is the only way on, and broken. */
  | { readonly kind: 'dead-end' }
  /** It answers no plaintext stream, and XMPP is spoken inside TLS. */
  | { readonly kind: 'tls-only' };

/**
 * What becomes of a plaintext stream header where nothing but TLS is spoken. Silence is not among it: servers that speak
 * TLS only turn plaintext away at once, and one that answers late is not closed.
 */
const UNANSWERED: readonly FailureCode[] = ['stream.speaks-tls', 'stream.closed', 'stream.not-xmpp', 'tcp.reset'];

/** How the endpoint treats plaintext streams; failed with whatever kept us from finding out. */
export function plaintextReception(observation: EndpointObservation): Step<Reception> {
  const { features, plaintext } = observation;
  const offers = [features, plaintext.features].flatMap((step) => (step.state === 'done' ? [step.value] : []));
  const [first, ...others] = offers;
  if (first !== undefined) return done({ kind: 'open', features: others.reduce(worse, first) });
  if ([features, plaintext.features].some(saidNoFeatures)) return done({ kind: 'dead-end' });
  if (isTlsOnly(observation)) return done({ kind: 'tls-only' });
  return firstFailure(observation);
}

function saidNoFeatures(step: Step<unknown>): boolean {
  return step.state === 'failed' && step.failure.code === 'stream.no-features';
}

function isTlsOnly({ endpoint, header, plaintext, handshake, securedHeader }: EndpointObservation): boolean {
  // Nobody speaks to `https:` and `wss:` in plaintext: there is nothing to try.
  if (endpoint.url !== undefined && isEncrypted(endpoint)) return securedHeader.state === 'done';
  const tried = [header, plaintext.header].filter((step) => step.state !== 'not-reached');
  const unanswered = tried.every((step) => step.state === 'failed' && UNANSWERED.includes(step.failure.code));
  return tried.length > 0 && unanswered && handshake.state === 'done' && securedHeader.state === 'done';
}

/** In the order in which steps are taken; on direct TLS the first plaintext steps are never reached. */
function firstFailure(observation: EndpointObservation): Step<never> {
  const { connected, header, features, handshake, securedHeader, plaintext } = observation;
  const main = [connected, header, features, handshake, securedHeader];
  for (const step of [...main, plaintext.connected, plaintext.header, plaintext.features]) {
    if (step.state === 'failed') return failed(step.failure);
  }
  return notReached('connect');
}
