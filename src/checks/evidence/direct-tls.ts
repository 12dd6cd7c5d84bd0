import type { FailureCode } from '../../model/failure.js';
import type { EndpointObservation } from '../../model/observation.js';
import type { Outcome } from '../../model/verdict.js';
import { fail, inconclusive, pass } from '../define-check.js';
import { unseenInWords, type Unseen } from './seen.js';
import { tlsInWords } from './upgrade.js';

/** Failures that show what the port is instead; all others may as well be the way between us. */
const NOT_DIRECT_TLS: Readonly<Partial<Record<FailureCode, string>>> = {
  'tls.not-tls': 'The port does not speak TLS from the first byte.',
  'tls.alert': 'The port ends the TLS handshake with an alert.',
  'stream.not-xmpp': 'The port speaks TLS, but no XMPP inside it.',
  'xml.not-well-formed': 'The port speaks TLS, but no well-formed XMPP inside it.',
};

/** Whether a port is what XEP-0368 promises: TLS from the first byte, XMPP inside, and no plaintext stream beside it. */
export function judgeDirectTls({ connected, handshake, securedHeader, plaintext }: EndpointObservation): Outcome {
  if (plaintext.header.state === 'done') {
    const message = 'The port for direct TLS answers a stream without TLS as well.';
    return fail('behaviour', message, ['a response stream header came before TLS']);
  }
  if (connected.state === 'failed') return inconclusive(unseenInWords(connected));
  if (handshake.state !== 'done') return judgeStop(handshake);
  if (securedHeader.state !== 'done') return judgeStop(securedHeader);
  return pass('behaviour', tlsInWords(handshake.value));
}

function judgeStop(step: Unseen): Outcome {
  const message = step.state === 'failed' ? NOT_DIRECT_TLS[step.failure.code] : undefined;
  if (step.state === 'not-reached' || message === undefined) return inconclusive(unseenInWords(step));
  return fail('behaviour', message, [step.failure.detail ?? step.failure.code]);
}
