import { isTurnedDown, looksUserUp, mayBeABan, mayBeAboutUs, refusedForLackOfTls } from '../../model/answer.js';
import type { Answer, QuestionName } from '../../model/observation.js';

const ASKED: Readonly<Record<QuestionName, string>> = {
  'sasl-external': 'SASL EXTERNAL',
  'legacy-auth': 'jabber:iq:auth',
  registration: 'jabber:iq:register',
  'sasl2-external': 'SASL2 EXTERNAL',
  'sasl2-scram': 'first SCRAM message of SASL2',
  'sasl-scram': 'first SCRAM message',
  'versionless-auth': 'jabber:iq:auth on a stream without version',
  'versionless-verify': 'db:verify on a stream without version',
  'dialback-verify': 'db:verify',
};

const LOGINS_BY_IQ: readonly QuestionName[] = ['legacy-auth', 'versionless-auth'];

/** The question itself, as it stands in a sentence of ours. */
export function questionInWords(question: QuestionName): string {
  return `${ASKED[question]} before TLS`;
}

/** Question and answer as one line of evidence. Conditions, field names and texts are the server's words. */
export function answerInWords(question: QuestionName, answer: Answer): string {
  return `${questionInWords(question)}: ${saidInWords(answer)}`;
}

/** An answer as part of a line of evidence, in the server's words. */
export function saidInWords(answer: Answer): string {
  switch (answer.kind) {
    case 'sasl-challenge':
      return 'challenge';
    case 'sasl-success':
      return 'success';
    case 'sasl-failure':
      return `failure ${answer.condition}${quoted(answer.text)}`;
    case 'iq-result':
      return answer.fields.length > 0
        ? `result asking for ${answer.fields.join(', ')}`
        : 'result with nothing to fill in';
    case 'iq-error':
      return `error ${answer.condition}${quoted(answer.text)}`;
    case 'dialback':
      return `type ${[answer.type, answer.condition].join(' ').trim()}${quoted(answer.text)}`;
    case 'stream-error':
      return `stream error ${answer.condition}${quoted(answer.text)}`;
    case 'dropped':
      return 'dropped in silence, while what was asked after it was answered';
    case 'closed':
      return 'connection closed without a word';
  }
}

function quoted(text: string | undefined): string {
  return text === undefined ? '' : ` "${text}"`;
}

/**
 * Whether the answer closes the way in that was asked about. What may be a ban keeps us out, and nobody else. A jabber:iq:auth get may be answered by a server that looked
 * the user up first: its not-authorized comes from a login that is open, its bad-request from one that was not tried.
 */
export function closesTheWayIn(question: QuestionName, answer: Answer): boolean {
  if (refusedForLackOfTls(answer)) return true;
  if (mayBeABan(answer) || mayBeAboutUs(answer)) return false;
  const untold = looksUserUp(answer) || (answer.kind === 'iq-error' && answer.condition === 'bad-request');
  return isTurnedDown(answer) && !(LOGINS_BY_IQ.includes(question) && untold);
}

/** Whether the stream ended instead of an answer, however. */
export function endedTheStream(answer: Answer): boolean {
  return answer.kind === 'stream-error' || answer.kind === 'closed';
}

const SECRETS: readonly string[] = ['password', 'digest'];

/** Whether a jabber:iq:auth get was answered with what a login would need (XEP-0078). */
export function asksForSecret(answer: Answer): boolean {
  return answer.kind === 'iq-result' && answer.fields.some((field) => SECRETS.includes(field));
}
