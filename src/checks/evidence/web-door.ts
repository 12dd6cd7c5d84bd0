import { refusedForLackOfTls, takesUpLogin, wasDropped } from '../../model/answer.js';
import { isEncrypted } from '../../model/endpoint.js';
import type { Failure, Step } from '../../model/failure.js';
import type { Answer, EndpointObservation, QuestionName, StreamFeatures } from '../../model/observation.js';
import type { Outcome } from '../../model/verdict.js';
import { answerInWords, endedTheStream } from './answers.js';
import { isExternal, offerInWords } from './offer.js';
import { fail, inconclusive, notApplicable, pass } from './outcome.js';
import { answerTo, unseenInWords } from './seen.js';
import { tlsInWords } from './upgrade.js';

/** Whether a login over BOSH or WebSocket needs TLS. `names`: the carrier in our words, without TLS and with it. */
export function judgeWebDoor(observation: EndpointObservation, names: { plain: string; secured: string }): Outcome {
  const { endpoint, connected, handshake, securedHeader, plaintext } = observation;
  if (isEncrypted(endpoint)) {
    for (const step of [connected, handshake, securedHeader]) {
      if (step.state !== 'done') return inconclusive(unseenInWords(step));
    }
    const facts = handshake.state === 'done' ? tlsInWords(handshake.value) : [];
    return pass('behaviour', [`the address is ${names.secured}, and XMPP is spoken inside TLS`, ...facts]);
  }
  if (plaintext.connected.state !== 'done') {
    const refused = plaintext.connected.state === 'failed' && plaintext.connected.failure.code === 'tcp.refused';
    return refused ? notApplicable('nobody listens there') : inconclusive(unseenInWords(plaintext.connected));
  }
  for (const step of [plaintext.header, plaintext.features]) {
    if (step.state === 'done') continue;
    const closed = step.state === 'failed' ? whatCloses(step.failure) : undefined;
    return closed === undefined ? inconclusive(unseenInWords(step)) : pass('behaviour', [closed]);
  }
  return plaintext.features.state === 'done'
    ? judgeOffer(plaintext.features.value, observation, names.plain)
    : inconclusive(unseenInWords(plaintext.features));
}

/**
 * How a failure shows that nobody is let in without TLS; undefined where it does not. A web server in trouble, one that
 * turns us away, a hang-up and a stream error that does not name TLS may all be meant for us, or for this hour.
 */
function whatCloses({ code, detail, condition }: Failure): string | undefined {
  switch (code) {
    case 'http.redirected':
    case 'http.refused':
      return `without TLS the web server answers: ${detail ?? code}`;
    case 'stream.speaks-tls':
      return 'without TLS the port hangs up, and its handshake shows that it expects TLS from the first byte';
    case 'stream.no-features':
      return 'without TLS the server ends the stream instead of offering anything';
    case 'stream.error': {
      const text = detail === undefined ? {} : { text: detail };
      const error: Answer = { kind: 'stream-error', condition: condition ?? '', ...text };
      const says = [condition, detail].filter((part) => part !== undefined).join(' ');
      return refusedForLackOfTls(error) ? `without TLS the server ends the stream: ${says}` : undefined;
    }
    default:
      return undefined;
  }
}

/** What is known of one way to log in. */
type WayIn =
  /** Taken up by the server, or only offered. */
  | { readonly is: 'open' | 'offered' }
  | { readonly is: 'refused' | 'absent' }
  | { readonly is: 'unknown'; readonly because: string };

/** SASL and SASL2 are two ways in, each with settings of its own: what closes one says nothing of the other. */
function judgeOffer(features: StreamFeatures, observation: EndpointObservation, plain: string): Outcome {
  const evidence = [offerInWords(features), ...LOGINS.flatMap((question) => said(question, observation))];
  const ways = [
    wayOf('sasl-external', 'sasl-scram', features.mechanisms, observation),
    wayOf('sasl2-external', 'sasl2-scram', features.sasl2 ?? [], observation),
  ];
  const message = `The server lets clients log in over ${plain}.`;
  if (ways.some(({ is }) => is === 'open')) return fail('behaviour', message, evidence);
  if (ways.some(({ is }) => is === 'offered')) return fail('advertised', message, evidence);
  for (const way of ways) if (way.is === 'unknown') return inconclusive(way.because);
  return pass(ways.some(({ is }) => is === 'refused') ? 'behaviour' : 'advertised', evidence);
}

const LOGINS = ['sasl-external', 'sasl-scram', 'sasl2-external', 'sasl2-scram'] as const;

function said(question: QuestionName, observation: EndpointObservation): readonly string[] {
  const answer = answerTo(question, observation);
  return answer.state === 'done' ? [answerInWords(question, answer.value)] : [];
}

function wayOf(
  first: 'sasl-external' | 'sasl2-external',
  then: 'sasl-scram' | 'sasl2-scram',
  mechanisms: readonly string[],
  observation: EndpointObservation,
): WayIn {
  const external = answerTo(first, observation);
  const scram = answerTo(then, observation);
  if (holds(scram, takesUpLogin) || holds(external, letsIn)) return { is: 'open' };
  if (holds(scram, refusedForLackOfTls) || holds(external, refusedForLackOfTls)) return { is: 'refused' };
  // What is not offered may be served all the same; only an answer shows it.
  if (mechanisms.every(isExternal)) return { is: 'absent' };
  if (external.state !== 'done') {
    return { is: 'unknown', because: `whether the offered mechanisms work: ${unseenInWords(external)}` };
  }
  if (endedTheStream(external.value)) return { is: 'unknown', because: ENDED };
  // There is no TLS to be had at this address, so that silence does not ask for it: a server may not know the mechanism.
  if (wasDropped(external.value)) return { is: 'unknown', because: PASSED_OVER };
  return { is: 'offered' };
}

const ENDED = 'the server ended the stream instead of answering';
const PASSED_OVER = 'the server offers a login and passed the attempt over in silence, which may be for another reason';

function holds(step: Step<Answer>, test: (answer: Answer) => boolean): boolean {
  return step.state === 'done' && test(step.value);
}

function letsIn({ kind }: Answer): boolean {
  return kind === 'sasl-challenge' || kind === 'sasl-success';
}
