import type { Answer } from './observation.js';

const TLS = /(?<![a-z])(?:start)?(?:tls|ssl)(?![a-uw-z])/i;
const ENCRYPTION = /encrypt|\b(?:in)?secure(?:d)?\s+(?:connection|channel|stream|transport|link|socket)/i;

/** `tls-probe.invalid`, `ssl.example.org`: a server that quotes a name says nothing of TLS. `TLSv1.2` is no name. */
const DOMAIN_NAMES = /\b[\w-]+(?:\.[\w-]+)*\.[a-z][\w-]*/giu;
const NEGATION =
  /\b(?:not|never|no longer|\w+n['’]t)\s+(?:\w+\s+)?(?:required|needed|necessary|mandatory|enforced|supported|available|offered)\b/i;

/** Whether a refusal's text names TLS, SSL, encryption or a secure connection as what is missing. */
export function namesTls(text: string | undefined): boolean {
  const words = text?.replace(DOMAIN_NAMES, ' ') ?? '';
  return (TLS.test(words) || ENCRYPTION.test(words)) && !NEGATION.test(words);
}

/** Texts about the mechanism, or the certificate that EXTERNAL needs, say nothing about other mechanisms. */
const MECHANISM = /certificate|\bcert\b|\bEXTERNAL\b|mechanism/i;

/**
 * Whether the question was refused because there is no TLS: the condition or the text must say so. `policy-violation`
 * alone is also what a ban says, and a ban taken for a refusal would acquit a server that never told its policy.
 */
export function refusedForLackOfTls(answer: Answer): boolean {
  switch (answer.kind) {
    case 'sasl-failure':
      if (answer.condition === 'encryption-required') return true;
      return !MECHANISM.test(`${answer.condition} ${answer.text ?? ''}`) && namesTls(answer.text);
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
