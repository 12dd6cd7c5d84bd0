import { refusedForLackOfTls, wasDropped } from '../../model/answer.js';
import { isEncrypted } from '../../model/endpoint.js';
import type { EndpointObservation, StreamFeatures } from '../../model/observation.js';
import type { Outcome } from '../../model/verdict.js';
import { fail, inconclusive, notApplicable, pass } from '../define-check.js';
import { answerInWords, endedTheStream } from './answers.js';
import { loginMechanisms, offerInWords } from './offer.js';
import { answerTo, unseenInWords } from './seen.js';
import { nullSuites } from './suites.js';
import { tlsInWords } from './upgrade.js';

/** Whether a login over BOSH or WebSocket needs TLS. `names`: the carrier in our words, without TLS and with it. */
export function judgeWebDoor(observation: EndpointObservation, names: { plain: string; secured: string }): Outcome {
  const { endpoint, connected, handshake, securedHeader, plaintext } = observation;
  if (isEncrypted(endpoint)) {
    for (const step of [connected, handshake, securedHeader]) {
      if (step.state !== 'done') return inconclusive(unseenInWords(step));
    }
    const suites = nullSuites(observation);
    if (suites.state === 'done' && suites.value.kind === 'picked') {
      return fail('behaviour', 'The server chose a cipher suite that does not encrypt.', [suites.value.suite]);
    }
    const facts = handshake.state === 'done' ? tlsInWords(handshake.value) : [];
    return pass('behaviour', [`the address is ${names.secured}, and XMPP is spoken inside TLS`, ...facts]);
  }
  if (plaintext.connected.state !== 'done') {
    const refused = plaintext.connected.state === 'failed' && plaintext.connected.failure.code === 'tcp.refused';
    return refused ? notApplicable('nobody listens there') : inconclusive(unseenInWords(plaintext.connected));
  }
  if (plaintext.header.state !== 'done') return judgeNoStream(plaintext.header);
  if (plaintext.features.state === 'done') return judgeOffer(plaintext.features.value, observation, names.plain);
  const { features } = plaintext;
  const deadEnd =
    features.state === 'failed' && ['stream.no-features', 'stream.closed'].includes(features.failure.code);
  return deadEnd
    ? pass('behaviour', ['without TLS the server ends the stream instead of offering anything'])
    : inconclusive(unseenInWords(features));
}

/** A web server that sends us away or knows no XMPP there lets nobody in. */
function judgeNoStream(header: Exclude<EndpointObservation['plaintext']['header'], { state: 'done' }>): Outcome {
  const code = header.state === 'failed' ? header.failure.code : undefined;
  if (header.state === 'failed' && (code === 'http.redirected' || code === 'http.refused')) {
    return pass('behaviour', [`without TLS the web server answers: ${header.failure.detail ?? code}`]);
  }
  return inconclusive(unseenInWords(header));
}

function judgeOffer(features: StreamFeatures, observation: EndpointObservation, plain: string): Outcome {
  const offer = offerInWords(features);
  const external = answerTo('sasl-external', observation);
  const said = external.state === 'done' ? [offer, answerInWords('sasl-external', external.value)] : [offer];
  const message = `The server lets clients log in over ${plain}.`;
  if (external.state === 'done') {
    const { value } = external;
    if (refusedForLackOfTls(value) || wasDropped(value)) return pass('behaviour', said);
    if (value.kind === 'sasl-challenge' || value.kind === 'sasl-success') return fail('behaviour', message, said);
  }
  if (loginMechanisms(features).length === 0) return pass('advertised', said);
  if (external.state !== 'done') return inconclusive(`whether the offered mechanisms work: ${unseenInWords(external)}`);
  if (endedTheStream(external.value)) return inconclusive('the server ended the stream instead of answering');
  return fail('advertised', message, said);
}
