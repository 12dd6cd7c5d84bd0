import { isTurnedDown, refusedForLackOfTls } from '../../model/answer.js';
import type { Answer, QuestionName } from '../../model/observation.js';

const ASKED: Readonly<Record<QuestionName, string>> = {
  'sasl-external': 'SASL EXTERNAL',
  'legacy-auth': 'jabber:iq:auth',
  registration: 'jabber:iq:register',
  'dialback-verify': 'db:verify',
};

/** Question and answer as one line of evidence. Conditions, field names and texts are the server's words. */
export function answerInWords(question: QuestionName, answer: Answer): string {
  return `${ASKED[question]} before TLS: ${said(answer)}`;
}

function said(answer: Answer): string {
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
 * Whether the answer closes the way in that was asked about. A jabber:iq:auth get may be answered by a server that looked
 * the user up first: its not-authorized comes from a login that is open, its bad-request from one that was not tried.
 */
export function closesTheWayIn(question: QuestionName, answer: Answer): boolean {
  if (refusedForLackOfTls(answer)) return true;
  const lookedUp = answer.kind === 'iq-error' && ['not-authorized', 'bad-request'].includes(answer.condition);
  return isTurnedDown(answer) && !(question === 'legacy-auth' && lookedUp);
}

/** Whether the stream ended instead of an answer: also what a ban looks like, so it proves nothing either way. */
export function endedTheStream(answer: Answer): boolean {
  return answer.kind === 'stream-error' || answer.kind === 'closed';
}
