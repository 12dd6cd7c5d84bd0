import { looksUserUp, mayBeABan, refusedForLackOfTls, takesUpLogin, wasDropped } from '../model/answer.js';
import type { Step } from '../model/failure.js';
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
    if (step?.state !== 'done') return false;
    const isAccused = SPEAKS_AGAINST[question](step.value, features.value);
    return isAccused && !(question === 'versionless-verify' && isAnsweredAnyway(answers['dialback-verify']));
  });
}

type SpeaksAgainst = (answer: Answer, features: StreamFeatures) => boolean;

const SPEAKS_AGAINST: Readonly<Record<QuestionName, SpeaksAgainst>> = {
  'sasl-external': (answer, { mechanisms }) =>
    isLetIn(answer) || (mechanisms.length > 0 && leavesMechanismsOpen(answer)),
  'legacy-auth': (answer) => asksForMore(answer) || looksUserUp(answer),
  registration: asksForMore,
  'sasl2-external': isLetIn,
  'sasl2-scram': takesUpLogin,
  'sasl-scram': takesUpLogin,
  'versionless-auth': (answer) => asksForMore(answer) || looksUserUp(answer),
  'versionless-verify': isVerified,
  'dialback-verify': (answer, { dialback, starttls }) => dialback && starttls !== 'required' && isVerified(answer),
};

function isVerified(answer: Answer): boolean {
  return answer.kind === 'dialback' && !refusedForLackOfTls(answer);
}

/** A server that answers db:verify on every stream shows nothing by answering it on one without version. */
function isAnsweredAnyway(verify: Step<Answer> | undefined): boolean {
  return verify?.state === 'done' && isVerified(verify.value);
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
