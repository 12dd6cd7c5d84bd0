import { refusedForLackOfTls, wasDropped } from '../../model/answer.js';
import type { EndpointObservation, StreamFeatures } from '../../model/observation.js';
import { answerInWords } from './answers.js';
import { offersExternal } from './offer.js';
import { answerTo } from './seen.js';

/**
 * How the server showed that it serves no dialback before TLS, as a line of evidence; undefined when it did not.
 * An answered db:verify is no offence (XEP-0220 allows it without TLS), and most servers answer it whatever their policy.
 */
export function dialbackRefusal(features: StreamFeatures, observation: EndpointObservation): string | undefined {
  const verify = answerTo('dialback-verify', observation);
  if (verify.state !== 'done') return undefined;
  const answer = verify.value;
  const { sentinel } = observation.plaintext;
  const nothingOffered = !features.dialback && !offersExternal(features);
  const ignoredUntilTls = features.dialback && sentinel.state === 'done' && sentinel.value === 'proceed';
  const refused =
    refusedForLackOfTls(answer) ||
    (nothingOffered && answer.kind === 'stream-error') ||
    (ignoredUntilTls && wasDropped(answer));
  return refused ? answerInWords('dialback-verify', answer) : undefined;
}
