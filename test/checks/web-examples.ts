import { anEndpoint, aDirectTlsObservation, ANSWERS, done, failedStep, someTls } from '../support/observations.js';
import {
  aClosedWebDoor,
  anEncryptedWebDoor,
  aWebDoor,
  aWebEndpoint,
  HANDSHAKE_FAILED,
} from '../support/web-observations.js';
import type { Example } from './examples.js';

const login = { mechanisms: ['PLAIN', 'SCRAM-SHA-1'] } as const;

/** What holds for BOSH and for WebSocket. */
function webDoor(transport: 'bosh' | 'websocket'): readonly Example[] {
  const answering = (external: keyof typeof ANSWERS, features = login) =>
    aWebDoor(transport, { features, answers: { 'sasl-external': ANSWERS[external] } });
  return [
    {
      when: 'mechanisms are offered and EXTERNAL is refused for another reason (ejabberd)',
      observation: answering('unsupportedMechanism'),
      outcome: ['fail', 'advertised'],
    },
    {
      when: 'mechanisms are offered and EXTERNAL is refused for lack of TLS',
      observation: answering('encryptionRequired'),
      outcome: ['pass', 'behaviour'],
    },
    { when: 'EXTERNAL is challenged', observation: answering('challenge'), outcome: ['fail', 'behaviour'] },
    { when: 'EXTERNAL is dropped', observation: answering('dropped'), outcome: ['pass', 'behaviour'] },
    { when: 'EXTERNAL ends the stream', observation: answering('banned'), outcome: ['inconclusive'] },
    {
      when: 'EXTERNAL was not answered',
      observation: aWebDoor(transport, { features: login }),
      outcome: ['inconclusive'],
    },
    {
      when: 'EXTERNAL is all that is offered',
      observation: aWebDoor(transport, {
        features: { mechanisms: ['EXTERNAL'] },
        answers: { 'sasl-external': ANSWERS.invalidMechanism },
      }),
      outcome: ['pass', 'advertised'],
    },
    {
      when: 'the stream ends for want of features (Prosody)',
      observation: aClosedWebDoor(transport, 'features', 'stream.no-features'),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'the features never come',
      observation: aClosedWebDoor(transport, 'features', 'stream.timeout'),
      outcome: ['inconclusive'],
    },
    {
      when: 'the web server redirects to https',
      observation: aClosedWebDoor(transport, 'header', 'http.redirected', 'HTTP 301 to https://example.org/'),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'the web server knows nothing there',
      observation: aClosedWebDoor(transport, 'header', 'http.refused', 'HTTP 404'),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'the domain is not served there',
      observation: aClosedWebDoor(transport, 'header', 'stream.host-unknown'),
      outcome: ['inconclusive'],
    },
    {
      when: 'the port refuses the connection',
      observation: aClosedWebDoor(transport, 'connect', 'tcp.refused'),
      outcome: ['not-applicable'],
    },
    {
      when: 'the port does not answer',
      observation: aClosedWebDoor(transport, 'connect', 'tcp.timeout'),
      outcome: ['inconclusive'],
    },
    {
      when: 'a stream comes up inside TLS',
      observation: anEncryptedWebDoor(transport),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'TLS does not encrypt',
      observation: anEncryptedWebDoor(transport, { handshake: done(someTls({ cipher: 'NULL-SHA256' })) }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'TLS fails',
      observation: anEncryptedWebDoor(transport, HANDSHAKE_FAILED),
      outcome: ['inconclusive'],
    },
    {
      when: 'something else is inside TLS',
      observation: anEncryptedWebDoor(transport, { securedHeader: failedStep('http.refused', 'secured-features') }),
      outcome: ['inconclusive'],
    },
  ];
}

const named = (inPlaintext: boolean | 'unknown') =>
  ({ source: 'host-meta', advertised: { overTls: true, inPlaintext } }) as const;

export const WEB_EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  'c2s-bosh-requires-https': webDoor('bosh'),
  'c2s-websocket-requires-wss': webDoor('websocket'),
  'host-meta-names-only-encrypted-links': [
    {
      when: 'a wss link is named over HTTPS',
      observation: anEncryptedWebDoor('websocket'),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'a ws link is named',
      observation: { ...aWebDoor('websocket'), endpoint: aWebEndpoint('websocket', named(false)) },
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'an https link is named over plain HTTP as well',
      observation: anEncryptedWebDoor('bosh', {
        endpoint: aWebEndpoint('bosh', { ...named(true), url: 'https://example.org/http-bind' }),
      }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'plain HTTP could not be asked',
      observation: anEncryptedWebDoor('bosh', {
        endpoint: aWebEndpoint('bosh', { ...named('unknown'), url: 'https://example.org/http-bind' }),
      }),
      outcome: ['inconclusive'],
    },
    {
      when: 'a direct TLS endpoint is named over HTTPS',
      observation: aDirectTlsObservation({ endpoint: anEndpoint({ transport: 'direct-tls', ...named(false) }) }),
      outcome: ['pass', 'behaviour'],
    },
    { when: 'the endpoint was guessed', observation: aWebDoor('bosh'), outcome: ['not-applicable'] },
  ],
};
