import type { Endpoint } from '../../model/endpoint.js';
import type { FailureCode } from '../../model/failure.js';
import type { EndpointObservation } from '../../model/observation.js';
import type { Outcome } from '../../model/verdict.js';
import { fail, inconclusive, pass } from './outcome.js';
import { unseenInWords, type Unseen } from './seen.js';
import { tlsInWords, wantsOurCertificate } from './upgrade.js';

/** Failures that show what the port is instead; all others may as well be the way between us. */
const NOT_DIRECT_TLS: Readonly<Partial<Record<FailureCode, string>>> = {
  'tls.not-tls': 'The port does not speak TLS from the first byte.',
  'tls.alert': 'The port ends the TLS handshake with an alert.',
  'stream.not-xmpp': 'The port speaks TLS, but no XMPP inside it.',
  'xml.not-well-formed': 'The port speaks TLS, but no well-formed XMPP inside it.',
};

/** Whether a port is what XEP-0368 promises: TLS from the first byte, XMPP inside, and no plaintext stream beside it. */
export function judgeDirectTls(observation: EndpointObservation): Outcome {
  const { endpoint, connected, handshake, securedHeader, withAlpn, plaintext } = observation;
  if (plaintext.header.state === 'done') return judgePlaintext(observation);
  if (connected.state === 'failed') return inconclusive(unseenInWords(connected));
  if (handshake.state !== 'done') return judgeStop(handshake, endpoint);
  if (securedHeader.state !== 'done') return judgeStop(securedHeader, endpoint);
  const turnedAway = [withAlpn?.handshake, withAlpn?.securedHeader].find((step) => step?.state === 'failed');
  if (turnedAway?.state === 'failed' && TURNS_AWAY.includes(turnedAway.failure.code)) {
    const message = 'The port leads to XMPP only those who do not ask for it by ALPN.';
    return fail('behaviour', message, [`with ALPN: ${turnedAway.failure.detail ?? turnedAway.failure.code}`]);
  }
  return pass('behaviour', tlsInWords(handshake.value));
}

/** What an answer to ALPN shows for sure; a hang-up may have been chance. */
const TURNS_AWAY: readonly FailureCode[] = ['tls.alert', 'stream.not-xmpp', 'xml.not-well-formed'];

function judgePlaintext({ handshake, plaintext: { features } }: EndpointObservation): Outcome {
  const evidence = ['a response stream header came before TLS'];
  const offersStarttls = features.state === 'done' && features.value.starttls !== 'absent';
  const message =
    handshake.state !== 'done' && offersStarttls
      ? 'The record for direct TLS leads to a port for STARTTLS.'
      : 'The port for direct TLS answers a stream without TLS as well.';
  return fail('behaviour', message, evidence);
}

function judgeStop(step: Unseen, { service }: Endpoint): Outcome {
  const message = step.state === 'failed' ? NOT_DIRECT_TLS[step.failure.code] : undefined;
  if (step.state === 'not-reached' || message === undefined) return inconclusive(unseenInWords(step));
  if (service === 's2s' && wantsOurCertificate(step.failure)) {
    return inconclusive('the server asks for a certificate of ours, and we have none');
  }
  const alert = step.failure.detail ?? step.failure.code;
  return fail('behaviour', alert === 'unrecognized_name' ? UNKNOWN_NAME : message, [alert]);
}

const UNKNOWN_NAME = 'The port does not know the domain by the name that clients send in the TLS handshake (SNI).';
