import { mayBeABan, refusedForLackOfTls, wasDropped } from '../../model/answer.js';
import { failureInWords } from '../../model/failure.js';
import type { Answer, DialbackObservation, EndpointObservation, StreamFeatures } from '../../model/observation.js';
import { answerInWords, saidInWords } from './answers.js';
import { offersExternal } from './offer.js';
import { answerTo, unseenInWords } from './seen.js';

/**
 * How the server showed that it serves no dialback before TLS, as a line of evidence; undefined when it did not.
 * An answered db:verify is no offence (XEP-0220 allows it without TLS), and most servers answer it whatever their policy.
 */
export function dialbackRefusal(features: StreamFeatures, observation: EndpointObservation): string | undefined {
  const tried = triedDialback(observation);
  if (tried?.kind === 'refused') return tried.line;
  const verify = answerTo('dialback-verify', observation);
  if (verify.state !== 'done') return undefined;
  const answer = verify.value;
  const { sentinel } = observation.plaintext;
  const nothingOffered = !features.dialback && !offersExternal(features);
  const ignoredUntilTls = features.dialback && sentinel.state === 'done' && sentinel.value === 'proceed';
  const refused =
    refusedForLackOfTls(answer) ||
    (nothingOffered && answer.kind === 'stream-error' && !mayBeABan(answer)) ||
    (ignoredUntilTls && wasDropped(answer));
  return refused ? answerInWords('dialback-verify', answer) : undefined;
}

/** Whether db:verify was answered by what the server knows of the key, and not turned down. */
export function answersVerify(answer: Answer): boolean {
  return answer.kind === 'dialback' && !refusedForLackOfTls(answer) && !isDenied(answer);
}

/**
 * Why the answer to db:verify on a stream without version cannot be told from what a stream with one gets; undefined where
 * it can, or where there is none. Only a refusal or an answer in earnest compares: whatever else ends a stream may be about us.
 */
export function uncomparedVerify(features: StreamFeatures, observation: EndpointObservation): string | undefined {
  const versionless = answerTo('versionless-verify', observation);
  if (versionless.state !== 'done' || !answersVerify(versionless.value)) return undefined;
  if (dialbackRefusal(features, observation) !== undefined) return undefined;
  const otherwise = answerTo('dialback-verify', observation);
  const answered = 'the server answers db:verify without TLS on a stream without version';
  if (otherwise.state !== 'done')
    return `${answered}, and there is nothing to compare it with: ${unseenInWords(otherwise)}`;
  return answersVerify(otherwise.value)
    ? undefined
    : `${answered}, and does not say why on a stream with one it does not`;
}

/** What came of a stream that asked to be believed by dialback without TLS; `line` is evidence. */
export type TriedDialback =
  /** The server let us in and answered a stanza there. */
  | { readonly kind: 'served'; readonly line: string }
  /** It was refused, and TLS or encryption was named. */
  | { readonly kind: 'refused'; readonly line: string }
  /** It was refused without a word of TLS. A defined condition means just that (XEP-0220), and is what a ban says, too. */
  | { readonly kind: 'denied'; readonly line: string }
  /** It went to verify the key: it takes dialback without TLS at least so far. Some servers ask for TLS only afterwards. */
  | { readonly kind: 'verifies'; readonly line: string }
  | { readonly kind: 'unclear'; readonly because: string };

/** Undefined where dialback was not tried, which is the rule: it is opt-in. */
export function triedDialback({ plaintext: { dialback } }: EndpointObservation): TriedDialback | undefined {
  return dialback && outcomeOf(dialback, 'before TLS');
}

/** The same for a stream without version, which is tried only where one with a version shows that it is worth it. */
export function triedVersionlessDialback({ plaintext }: EndpointObservation): TriedDialback | undefined {
  const { versionlessDialback } = plaintext;
  return versionlessDialback && outcomeOf(versionlessDialback, 'on a stream without version before TLS');
}

function outcomeOf(dialback: DialbackObservation, where: string): TriedDialback {
  const { result, ping } = dialback;
  for (const step of [dialback.connected, dialback.header, dialback.features]) {
    if (step.state === 'failed') return { kind: 'unclear', because: failureInWords(step.failure) };
  }
  if (result.state !== 'done') return { kind: 'unclear', because: withoutResult(dialback) };
  const resultLine = `db:result ${where}: ${saidInWords(result.value)}`;
  if (refusedForLackOfTls(result.value)) return { kind: 'refused', line: resultLine };
  if (ping.state === 'done') {
    const line = `ping after dialback ${where}: ${saidInWords(ping.value)}`;
    if (refusedForLackOfTls(ping.value)) return { kind: 'refused', line };
    if (isServed(ping.value)) return { kind: 'served', line };
  }
  if (wentToVerify(result.value, dialback)) return { kind: 'verifies', line: resultLine };
  if (isDenied(result.value)) return { kind: 'denied', line: resultLine };
  return { kind: 'unclear', because: withoutResult(dialback) };
}

function withoutResult({ kind, result, verified }: DialbackObservation): string {
  if (result.state === 'done' && result.value.kind === 'dialback' && result.value.type === 'valid') {
    return 'the server accepted dialback without TLS and did not show that it serves what is sent then';
  }
  if (kind === 'proof' && verified.state !== 'done') {
    return 'the server neither refused dialback nor came to our listener, where the SRV record of s2s-from has to lead';
  }
  return 'the server did not say what became of dialback before TLS';
}

/** A ping is answered, or answered that it is not served: either comes from whoever serves the domain (XEP-0199). */
function isServed(answer: Answer): boolean {
  if (answer.kind === 'iq-result') return true;
  return answer.kind === 'iq-error' && ['service-unavailable', 'feature-not-implemented'].includes(answer.condition);
}

/** Conditions of a server that looked for ours and did not find or reach it (XEP-0220 section 2.4). */
const NOT_REACHED = ['remote-server-not-found', 'remote-server-timeout', 'remote-connection-failed', 'item-not-found'];

/**
 * Whether the server tried to verify the key: it called us, or says that the key is wrong or nobody could be asked. That
 * it is `valid` proves nothing: jabberd2 says so even for domains that it does not serve.
 */
function wentToVerify(answer: Answer, { verified }: DialbackObservation): boolean {
  if (answer.kind === 'dialback' && answer.type === 'valid') return false;
  if (verified.state === 'done' || (answer.kind === 'dialback' && answer.type === 'invalid')) return true;
  const condition = answer.kind === 'dialback' || answer.kind === 'stream-error' ? answer.condition : undefined;
  return condition !== undefined && NOT_REACHED.includes(condition);
}

/** Whether dialback was turned down as such. Trouble of the server, a hang-up and silence are not that. */
export function isDenied(answer: Answer): boolean {
  if (answer.kind === 'dialback') return answer.type === 'error' && !NOT_REACHED.includes(answer.condition ?? '');
  return answer.kind === 'stream-error' && (answer.condition === 'policy-violation' || !mayBeABan(answer));
}

/** Why a server that was seen to deny dialback is not accused of offering it. */
export const DENIED = 'the server refuses dialback without TLS and does not say that TLS is what is missing';

/**
 * Whether going to verify shows that the server takes dialback without TLS. It does not for a server that asks for TLS
 * only once the key is verified, as Prosody does, and whose features may say otherwise. Such a server leaves SASL before
 * TLS unanswered; one that answers it, without a word of TLS, has no such guard, and would have refused here if it had.
 */
export function verifyingIsProof(features: StreamFeatures, observation: EndpointObservation): boolean {
  const external = answerTo('sasl-external', observation);
  return (
    features.starttls !== 'required' &&
    external.state === 'done' &&
    external.value.kind === 'sasl-failure' &&
    !refusedForLackOfTls(external.value)
  );
}
