import { describe, expect, it } from '@jest/globals';
import { isTurnedDown, namesTls, refusedForLackOfTls, wasDropped } from '../../src/model/answer.js';
import type { Answer } from '../../src/model/observation.js';

describe('a text that names TLS', () => {
  it.each([
    'Use of STARTTLS required',
    'STARTTLS is required for this stream',
    'TLS is mandatory, but was not established',
    'Encryption is required',
    'Encryption (SSL or TLS) is required to connect to this server',
    'please use tlsv1.2 or later',
    'SSL3 or better',
    'Authentication over an unencrypted link is not allowed',
    'not over an insecure connection',
    'A secure channel is needed',
  ])('is known: %s', (text) => {
    expect(namesTls(text)).toBe(true);
  });

  it.each([
    undefined,
    '',
    'Too many (20) failed authentications from this IP address',
    'unsupported_mechanism',
    'Stanza sent before authentication',
    'the battle of Hastlsings, and the cutlass',
    'service requested for unknown domain',
    'for security reasons',
    'Your domain tls-probe.invalid is blocked',
    'no connection to tls-probe.invalid',
    'Login failed on ssl.example.org',
    'TLS is not required here, use PLAIN',
    "STARTTLS isn't available",
    'Encryption is no longer needed',
    'Too many connections, see https://example.org/tls-policy',
    'You need an account, see https://example.org/tls',
    'Too many TLS handshakes from your address',
    'Your address 192.0.2.1 is blocked: too many failed TLS connections',
    'Unencrypted connections are limited to 2 per minute',
    'You must wait a minute before the next TLS connection',
    'SSL context could not be created',
    'TLS certificate of prober.example is not trusted',
    'A TLS certificate is required',
  ])('is not seen in %s', (text) => {
    expect(namesTls(text)).toBe(false);
  });
});

const tls = 'Use of STARTTLS required';
const ban = 'Too many failed authentications';

describe('a refusal for lack of TLS', () => {
  it.each<Answer>([
    { kind: 'sasl-failure', condition: 'encryption-required' },
    { kind: 'sasl-failure', condition: 'not-authorized', text: tls },
    { kind: 'stream-error', condition: 'encryption-required' },
    { kind: 'stream-error', condition: 'policy-violation', text: tls },
    { kind: 'stream-error', condition: 'not-authorized', text: 'TLS is mandatory, but was not established' },
    { kind: 'iq-error', condition: 'not-acceptable', text: 'Encryption (SSL or TLS) is required' },
    { kind: 'iq-error', condition: 'policy-violation', text: 'Encryption is required' },
    { kind: 'dialback', type: 'error', condition: 'policy-violation', text: tls },
  ])('is seen by condition or text: %j', (answer) => {
    expect(refusedForLackOfTls(answer)).toBe(true);
    expect(isTurnedDown(answer)).toBe(true);
  });

  it.each<Answer>([
    { kind: 'sasl-failure', condition: 'invalid-mechanism' },
    { kind: 'sasl-failure', condition: 'not-authorized', text: 'unsupported_mechanism' },
    { kind: 'sasl-failure', condition: 'not-authorized', text: 'No TLS client certificate' },
    { kind: 'sasl-failure', condition: 'invalid-mechanism', text: 'EXTERNAL needs TLS' },
    { kind: 'sasl-failure', condition: 'invalid-mechanism', text: 'This mechanism requires TLS' },
    { kind: 'sasl-failure', condition: 'not-authorized', text: 'TLS is not required here, use PLAIN' },
    { kind: 'stream-error', condition: 'policy-violation' },
    { kind: 'stream-error', condition: 'policy-violation', text: ban },
    { kind: 'stream-error', condition: 'policy-violation', text: 'Your domain tls-probe.invalid is blocked' },
    { kind: 'dialback', type: 'error', condition: 'item-not-found', text: 'no connection to tls-probe.invalid' },
    { kind: 'stream-error', condition: 'resource-constraint', text: tls },
    { kind: 'stream-error', condition: 'internal-server-error', text: tls },
    { kind: 'stream-error', condition: 'undefined-condition', text: tls },
    { kind: 'stream-error', condition: 'policy-violation', text: 'TLS certificate of prober.example is not trusted' },
    { kind: 'sasl-failure', condition: 'temporary-auth-failure', text: tls },
    { kind: 'iq-error', condition: 'internal-server-error', text: tls },
    { kind: 'dialback', type: 'error', condition: 'resource-constraint', text: tls },
    { kind: 'stream-error', condition: 'not-authorized' },
    { kind: 'iq-error', condition: 'not-acceptable' },
    { kind: 'iq-error', condition: 'service-unavailable' },
    { kind: 'dialback', type: 'error', condition: 'policy-violation' },
    { kind: 'dialback', type: 'invalid' },
    { kind: 'iq-result', fields: ['encrypted'] },
    { kind: 'sasl-challenge' },
    { kind: 'sasl-success' },
    { kind: 'dropped' },
    { kind: 'closed' },
  ])('is never taken from %j', (answer) => {
    expect(refusedForLackOfTls(answer)).toBe(false);
  });
});

describe('an answer that turns down', () => {
  it.each<Answer>([
    { kind: 'sasl-failure', condition: 'invalid-mechanism' },
    { kind: 'iq-error', condition: 'service-unavailable' },
    { kind: 'stream-error', condition: 'not-authorized' },
    { kind: 'iq-result', fields: [] },
    { kind: 'dialback', type: 'error', condition: 'item-not-found' },
    { kind: 'dropped' },
  ])('leads nowhere: %j', (answer) => {
    expect(isTurnedDown(answer)).toBe(true);
  });

  it.each<Answer>([
    { kind: 'sasl-challenge' },
    { kind: 'sasl-success' },
    { kind: 'iq-result', fields: ['password'] },
    { kind: 'dialback', type: 'invalid' },
    { kind: 'dialback', type: 'valid' },
    { kind: 'closed' },
  ])('is not %j', (answer) => {
    expect(isTurnedDown(answer)).toBe(false);
  });
});

it('tells a dropped question from one at which the server hung up', () => {
  expect(wasDropped({ kind: 'dropped' })).toBe(true);
  expect(wasDropped({ kind: 'closed' })).toBe(false);
});
