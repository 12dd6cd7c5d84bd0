import { mayBeABan, refusedForLackOfTls, takesUpLogin } from '../../model/answer.js';
import type { Step } from '../../model/failure.js';
import type { Answer, EndpointObservation, LoginObservation } from '../../model/observation.js';
import type { Outcome } from '../../model/verdict.js';
import { asksForSecret, closesTheWayIn, saidInWords } from './answers.js';
import { offerInWords } from './offer.js';
import { fail, inconclusive, notApplicable, pass } from './outcome.js';
import { unseenInWords } from './seen.js';

/** How far an account of the user got without TLS. */
export function judgeLogin({ login }: EndpointObservation): Outcome {
  if (login === undefined) return notApplicable('a login without TLS is only tried with login-jid');
  const { connected, header, features, means } = login;
  for (const step of [connected, header, features]) if (step.state !== 'done') return inconclusive(unseenInWords(step));
  const evidence = loginInWords(login);
  if (means.state !== 'done') {
    return inconclusive('the server offers no mechanism that is tried: SCRAM, or PLAIN with login-allow-plain');
  }
  const { begun, accepted } = login;
  if ([begun, accepted].some(isRefusedForLackOfTls)) return pass('behaviour', evidence);
  if (isAccepted(accepted)) return fail('behaviour', messageOf(login), evidence);
  if (begun.state !== 'done') return inconclusive(unseenInWords(begun));
  if (takesUpLogin(begun.value) || asksForSecret(begun.value)) {
    return fail('behaviour', 'The server takes up a login without TLS; it only refuses this account.', evidence);
  }
  if (mayBeABan(begun.value)) return inconclusive('the server ended the stream instead of answering');
  const isTurnedDown = means.value === 'jabber:iq:auth' && closesTheWayIn('legacy-auth', begun.value);
  return isTurnedDown ? pass('none', evidence) : inconclusive('the login was not answered in a way that says anything');
}

const isRefusedForLackOfTls = (step: Step<Answer>): boolean => step.state === 'done' && refusedForLackOfTls(step.value);

const isAccepted = (step: Step<Answer>): boolean =>
  step.state === 'done' && (step.value.kind === 'sasl-success' || step.value.kind === 'iq-result');

function messageOf({ bound, delivered }: LoginObservation): string {
  if (delivered.state === 'done') return 'The server lets clients log in and send messages without TLS: it was done.';
  if (bound.state === 'done') return 'The server lets clients log in and begin a session without TLS: it was done.';
  return 'The server lets clients log in without TLS: it was done.';
}

/** What was tried and how it went, step by step. */
function loginInWords({ features, means, begun, accepted, bound, delivered }: LoginObservation): readonly string[] {
  const steps: readonly [string, Step<Answer | 'bound' | 'delivered'>][] = [
    ['first message of the login', begun],
    ['proof of the password', accepted],
    ['resource binding', bound],
    ['message to oneself', delivered],
  ];
  return [
    ...(features.state === 'done' ? [offerInWords(features.value)] : []),
    ...(means.state === 'done' ? [`login without TLS by ${means.value}`] : []),
    ...steps.flatMap(([name, step]) => {
      if (step.state === 'not-reached') return [];
      if (step.state === 'failed') return [`${name}: ${unseenInWords(step)}`];
      return [`${name}: ${typeof step.value === 'string' ? 'done' : saidInWords(step.value)}`];
    }),
  ];
}
