import type { FailureCode } from '../../model/failure.js';
import type { EndpointObservation } from '../../model/observation.js';
import type { Outcome } from '../../model/verdict.js';
import { fail, inconclusive, notApplicable, pass } from './outcome.js';
import { unseenInWords } from './seen.js';

/** How a server shows that it stumbles over what should not be there, where its handshake works without it. */
const TURNED_DOWN: readonly FailureCode[] = [
  'tls.alert',
  'tls.closed',
  'tls.not-tls',
  'starttls.failure',
  // Prosody: it answers what stands behind with a stream error of the old stream, and hangs up.
  'starttls.injected',
  'stream.error',
  'stream.closed',
];

/** What we send on that connection alone: other connections come before it, and behind it, too. */
const INJECTED = /<starttls\b[^>]*\/>.*<stream:stream\b/su;

/** Whether plaintext behind `<starttls/>` was dropped at the handshake, for clients and servers alike. */
export function judgeInjection({ injection, handshake, transcript }: EndpointObservation): Outcome {
  if (injection === undefined) return notApplicable('plaintext behind STARTTLS is only sent with starttls-injection');
  const turnedDown = injection.state === 'failed' && TURNED_DOWN.includes(injection.failure.code);
  if (turnedDown && handshake.state === 'done') return pass('behaviour', [unseenInWords(injection)]);
  if (injection.state !== 'done') return inconclusive(unseenInWords(injection));
  if (injection.value === 'discarded') {
    return pass('behaviour', ['a stream header behind <starttls/> was not answered inside TLS']);
  }
  const injected = transcript.findLast(({ from, text }) => from === 'us' && INJECTED.test(text));
  const said = transcript
    .filter(({ connection }) => connection === injected?.connection)
    .map(({ from, text }) => `${from}: ${text}`);
  const message = 'The server carries out inside TLS what it was sent in plaintext behind STARTTLS.';
  return fail('behaviour', message, ['a stream header came unasked inside TLS', ...said]);
}
