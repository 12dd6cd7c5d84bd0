import type { Failure, FailureCode } from '../../model/failure.js';
import type { EndpointObservation, StreamFeatures, TlsFacts } from '../../model/observation.js';
import type { Outcome } from '../../model/verdict.js';
import { fail, inconclusive, notApplicable, pass } from './outcome.js';
import type { Reception } from './reception.js';
import { offerInWords } from './offer.js';
import { unseenInWords, type Unseen } from './seen.js';

/** Failures after `<starttls/>` that are the server's doing; all others may as well be the way between us. */
const BROKEN: Readonly<Partial<Record<FailureCode, string>>> = {
  'starttls.failure': 'The server refuses STARTTLS.',
  'starttls.injected': 'The server sends plaintext after it agreed to STARTTLS.',
  'tls.alert': 'The server ends the TLS handshake with an alert.',
  'tls.closed': 'The server closes the connection during the TLS handshake.',
  'tls.not-tls': 'The server agrees to STARTTLS and then does not speak TLS.',
  'stream.not-xmpp': 'The server speaks TLS, but no XMPP inside it.',
  'xml.not-well-formed': 'The server speaks TLS, but no well-formed XMPP inside it.',
};

/** Whether STARTTLS is offered, for clients and servers alike. It may have been taken out on the way (RFC 7590 section 3.1). */
export function judgeOfferOfStarttls(features: StreamFeatures, { starttls }: EndpointObservation): Outcome {
  const evidence = [offerInWords(features)];
  if (features.starttls !== 'absent') return pass('advertised', evidence);
  if (starttls.state !== 'done') return fail('advertised', 'The server does not offer STARTTLS.', evidence);
  const message =
    'STARTTLS works but is not offered: the server advertises it wrongly, or the offer was stripped on the way.';
  return fail('behaviour', message, evidence);
}

/** Whether an upgrade by STARTTLS leads to XMPP inside TLS, for clients and servers alike. */
export function judgeUpgrade(reception: Reception, observation: EndpointObservation): Outcome {
  if (reception.kind === 'dead-end') {
    const message = 'The server hangs up for want of stream features, as it does without a usable certificate.';
    return fail('behaviour', message, ['no STARTTLS offered, and nothing else']);
  }
  if (reception.kind === 'tls-only') {
    const message = 'The port expects TLS from the first byte, where the DNS promises STARTTLS.';
    return fail('behaviour', message, ['no plaintext stream is answered on this port']);
  }
  const { connected, header, features, starttls, handshake, securedHeader } = observation;
  const before = [connected, header, features].find((step) => step.state === 'failed');
  if (before !== undefined) return inconclusive(unseenInWords(before));
  if (reception.features.starttls === 'absent' && starttls.state === 'failed') {
    return notApplicable('STARTTLS is neither offered nor served');
  }
  if (starttls.state !== 'done') return judgeStop(starttls, observation);
  if (handshake.state !== 'done') return judgeStop(handshake, observation);
  if (securedHeader.state !== 'done') return judgeStop(securedHeader, observation);
  return pass('behaviour', tlsInWords(handshake.value));
}

function judgeStop(step: Unseen, { endpoint }: EndpointObservation): Outcome {
  if (step.state === 'not-reached') return inconclusive(unseenInWords(step));
  const { failure } = step;
  const refused = failure.step === 'starttls' && failure.code === 'stream.error';
  const message = refused ? BROKEN['starttls.failure'] : BROKEN[failure.code];
  if (message === undefined) return inconclusive(unseenInWords(step));
  if (endpoint.service === 's2s' && wantsOurCertificate(failure)) {
    return inconclusive('the server asks for a certificate of ours, and we have none');
  }
  return fail('behaviour', message, [failure.detail ?? failure.condition ?? failure.code]);
}

/** Between servers mutual certificates are common (XEP-0178); the alert names them, or comes after a TLS 1.3 handshake. */
export function wantsOurCertificate({ code, detail = '' }: Failure): boolean {
  return code === 'tls.alert' && /certificate/iu.test(detail);
}

/** The finished handshake as evidence. Names in the reasons are those of the certificate. */
export function tlsInWords({ version, cipher, verified }: TlsFacts): readonly string[] {
  const reasons = verified.state === 'verified' ? [] : verified.why.map((why) => `certificate not verified: ${why}`);
  return [`${version}, ${cipher}`, ...reasons];
}
