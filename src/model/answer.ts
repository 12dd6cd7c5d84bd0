import type { Answer } from './observation.js';

const TLS = /(?<![a-z])(?:start)?(?:tls|ssl)(?![a-uw-z])/i;
const ENCRYPTION = /encrypt|\b(?:in)?secure(?:d)?\s+(?:connection|channel|stream|transport|link|socket)/i;

/** Whether a refusal's text names TLS, SSL, encryption or a secure connection. */
export function namesTls(text: string | undefined): boolean {
  return text !== undefined && (TLS.test(text) || ENCRYPTION.test(text));
}

/** EXTERNAL needs a client certificate, which needs TLS: a text that speaks of it says nothing about other mechanisms. */
const CERTIFICATE = /certificate|\bcert\b|\bEXTERNAL\b/i;

/**
 * Whether the question was refused because there is no TLS: the condition or the text must say so. `policy-violation`
 * alone is also what a ban says, and a ban taken for a refusal would acquit a server that never told its policy.
 */
export function refusedForLackOfTls(answer: Answer): boolean {
  switch (answer.kind) {
    case 'sasl-failure':
      return (
        answer.condition === 'encryption-required' || (namesTls(answer.text) && !CERTIFICATE.test(answer.text ?? ''))
      );
    case 'stream-error':
      // Not a defined condition, and yet how MongooseIM says it.
      return answer.condition === 'encryption-required' || namesTls(answer.text);
    case 'iq-error':
    case 'dialback':
      return answer.condition !== undefined && namesTls(answer.text);
    case 'sasl-challenge':
    case 'sasl-success':
    case 'iq-result':
    case 'dropped':
    case 'closed':
      return false;
  }
}

/** Whether a later question was answered and this one was passed over in silence. */
export function wasDropped(answer: Answer): boolean {
  return answer.kind === 'dropped';
}

/**
 * Whether the question led nowhere: refused for whatever reason, passed over, or answered with nothing to fill in.
 * A connection that was closed without a word is not an answer, and `invalid` is how dialback answers in earnest.
 */
export function isTurnedDown(answer: Answer): boolean {
  switch (answer.kind) {
    case 'sasl-failure':
    case 'iq-error':
    case 'stream-error':
    case 'dropped':
      return true;
    case 'iq-result':
      return answer.fields.length === 0;
    case 'dialback':
      return answer.type === 'error';
    case 'sasl-challenge':
    case 'sasl-success':
    case 'closed':
      return false;
  }
}
