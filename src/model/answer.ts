import type { Failure, FailureCode, Step } from './failure.js';
import type { Answer, QuestionName } from './observation.js';

const TLS = /(?<![a-z])(?:start)?(?:tls|ssl)(?![a-uw-z])/i;
const ENCRYPTION = /encrypt|\b(?:in)?secure(?:d)?\s+(?:connection|channel|stream|transport|link|socket)/i;
/** What is found fault with, in these words, is that we do not encrypt. */
const INSECURE = /\b(?:un|not )encrypted|\binsecure/i;

/** `https://example.org/tls-policy`, `ssl.example.org`: whoever quotes a name says nothing of TLS. `TLSv1.2` is no name. */
const QUOTED = /\b[a-z][a-z0-9+.-]*:\/\/\S*|\b[\w-]+(?:\.[\w-]+)*\.[a-z][\w-]*/giu;
const NEGATION =
  /\b(?:not|never|no longer|\w+n['’]t)\s+(?:\w+\s+)?(?:required|needed|necessary|mandatory|enforced|supported|available|offered)\b/i;

/** Words of a demand. "Too many TLS handshakes" names TLS as well, and asks for none. */
const DEMAND =
  /requir|mandat|obligat|enforc|expect|\bmust\b|\bneed|necess|\b(?:use|first|only|without|upgrade|established)\b|\bor (?:later|newer|better|higher)\b|\bnot (?:over|allowed|permitted|accepted)\b/i;
/** Words of a limit or a ban, which demand something of us, but not TLS. */
const LIMIT =
  /\btoo (?:many|much|often|fast|frequent)|\blimit|exceed|quota|\brate\b|\bper (?:second|minute|hour|day)\b|\bblock|\bbann?(?:ed)?\b|black ?list|deny ?list|attempt|\bwait\b|abuse|flood/i;
/** A certificate is missing where there is TLS, or EXTERNAL was asked for: either says nothing of what goes without. */
const CERTIFICATE = /certificate|\bcert\b/i;

/** Whether a refusal's text names TLS, SSL, encryption or a secure connection as what is missing. */
export function namesTls(text: string | undefined): boolean {
  const words = text?.replace(QUOTED, ' ') ?? '';
  const isDemand = DEMAND.test(words) || INSECURE.test(words);
  return (
    (TLS.test(words) || ENCRYPTION.test(words)) &&
    isDemand &&
    ![NEGATION, LIMIT, CERTIFICATE].some((other) => other.test(words))
  );
}

/** Conditions that can mean "not without TLS" where the text says so; all others speak of the server or of us. */
const POLICY: readonly string[] = [
  'policy-violation',
  'not-authorized',
  'not-acceptable',
  'invalid-mechanism',
  'mechanism-too-weak',
];

/** Texts about a mechanism say nothing about other mechanisms. */
const MECHANISM = /\bEXTERNAL\b|mechanism/i;

/**
 * Whether the question was refused because there is no TLS: the condition or the text must say so. `policy-violation`
 * alone is also what a ban says, and a ban taken for a refusal would acquit a server that never told its policy.
 */
export function refusedForLackOfTls(answer: Answer): boolean {
  if (!('condition' in answer) || answer.condition === undefined) return false;
  const { kind, condition, text } = answer;
  // A condition of SASL alone, and yet how MongooseIM ends a stream.
  if (condition === 'encryption-required') return true;
  const ofTheMechanism = kind === 'sasl-failure' && MECHANISM.test(text ?? '');
  return POLICY.includes(condition) && !ofTheMechanism && namesTls(text);
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

/**
 * Whether a jabber:iq:auth get was turned away for the user it named, who does not exist. jabberd2 does so where the
 * login is open, and says forbidden or policy-violation where it is closed; from other servers it may mean anything.
 */
export function looksUserUp(answer: Answer): boolean {
  return answer.kind === 'iq-error' && answer.condition === 'not-authorized' && !refusedForLackOfTls(answer);
}

/** Conditions that say something about us, the host or its state, and nothing about what was asked. */
const NOT_ABOUT_THE_QUESTION: readonly string[] = [
  'policy-violation',
  'resource-constraint',
  'connection-timeout',
  'conflict',
  'host-gone',
  'host-unknown',
  'improper-addressing',
  'internal-server-error',
  'invalid-from',
  'remote-connection-failed',
  'reset',
  'see-other-host',
  'system-shutdown',
];

/** Whether the stream ended as it also does for a banned address or a server in trouble: that proves nothing either way. */
export function mayBeABan(answer: Answer): boolean {
  return (
    answer.kind === 'closed' || (answer.kind === 'stream-error' && NOT_ABOUT_THE_QUESTION.includes(answer.condition))
  );
}

/** Conditions that a limit goes by as well, where the text names one. */
const VAGUE: readonly string[] = ['not-authorized', 'undefined-condition'];

/**
 * Whether a stream error may be about us or the state of the host, so that it would not have come at another time: a
 * limit, a ban, a shutdown. One that names TLS is about what was asked, and so is one that finds fault with the stream.
 */
export function mayBeAboutUs(answer: Answer): boolean {
  if (answer.kind !== 'stream-error' || refusedForLackOfTls(answer)) return false;
  const { condition, text = '' } = answer;
  return mayBeABan(answer) || (VAGUE.includes(condition) && LIMIT.test(text));
}

/** Whether the first message of a login was taken up: a user who does not exist is turned away only after that. */
export function takesUpLogin(answer: Answer): boolean {
  if (answer.kind === 'sasl-challenge' || answer.kind === 'sasl-success') return true;
  return answer.kind === 'sasl-failure' && answer.condition === 'not-authorized' && !refusedForLackOfTls(answer);
}

/**
 * Whether a question never got through: its connection did not come about or ended before, or none was left. On a stream
 * without version the header is part of the question: a stream error that finds fault with it answers, and so does silence,
 * which may be all that a server has to say to it. A hang-up and what may be about us do not.
 */
export function wasNotAsked(question: QuestionName, step: Step<Answer> | undefined): boolean {
  if (step === undefined || step.state === 'not-reached') return false;
  const isVersionless = question.startsWith('versionless');
  if (step.state === 'done') return isVersionless && mayBeAboutUs(step.value);
  const { code, step: at } = step.failure;
  if (code === 'probe.connections' || at === 'connect') return true;
  if (!isVersionless) return at === 'header' || at === 'features';
  return at === 'header' ? !answersHeader(step.failure) : HANG_UPS.includes(code);
}

/** A hang-up at the question is a failure where it was seen once; seen again it is the answer `closed`. */
const HANG_UPS: readonly FailureCode[] = ['stream.closed', 'tcp.reset'];

function answersHeader({ code, condition, detail }: Failure): boolean {
  if (condition === undefined) return code === 'stream.timeout';
  return !mayBeAboutUs({ kind: 'stream-error', condition, ...(detail === undefined ? {} : { text: detail }) });
}
