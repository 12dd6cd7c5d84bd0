import { looksUserUp, mayBeABan, refusedForLackOfTls, takesUpLogin, wasDropped } from '../model/answer.js';
import type { Answer, Answers, PlaintextObservation, QuestionName, StreamFeatures } from '../model/observation.js';
import { QUESTION_NAMES } from '../xmpp/question-catalogue.js';

type Seen = Pick<PlaintextObservation, 'features'> & { readonly answers: Partial<Answers> };

/**
 * Questions whose answers may speak against the server: what a second look has to ask again. This decides about
 * connections only; what the answers mean is for the checks to say.
 */
export function accusations({ features, answers }: Seen): readonly QuestionName[] {
  if (features.state !== 'done') return [];
  return QUESTION_NAMES.filter((question) => {
    const step = answers[question];
    return step?.state === 'done' && speaksAgainst(question, step.value, features.value);
  });
}

function speaksAgainst(question: QuestionName, answer: Answer, features: StreamFeatures): boolean {
  switch (question) {
    case 'sasl-external':
      return isLetIn(answer) || (features.mechanisms.length > 0 && leavesMechanismsOpen(answer));
    case 'legacy-auth':
    case 'versionless-auth':
      return asksForMore(answer) || looksUserUp(answer);
    case 'registration':
      return asksForMore(answer);
    case 'sasl2-external':
      return isLetIn(answer);
    case 'sasl2-scram':
    case 'sasl-scram':
      return takesUpLogin(answer);
    case 'dialback-verify':
      return features.dialback && features.starttls !== 'required' && answer.kind === 'dialback';
  }
}

function isLetIn(answer: Answer): boolean {
  return answer.kind === 'sasl-challenge' || answer.kind === 'sasl-success';
}

/** Whether the other mechanisms, where there are any, may still be served after this answer to EXTERNAL. */
function leavesMechanismsOpen(answer: Answer): boolean {
  return !refusedForLackOfTls(answer) && !wasDropped(answer) && !mayBeABan(answer);
}

function asksForMore(answer: Answer): boolean {
  return answer.kind === 'iq-result' && answer.fields.length > 0;
}
