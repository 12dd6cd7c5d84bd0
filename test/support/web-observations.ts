import type { Endpoint } from '../../src/model/endpoint.js';
import type { EndpointObservation } from '../../src/model/observation.js';
import { anEndpoint, anObservation, aPlaintextLook, behaving, done, notReached } from './observations.js';
import { aHeader, aStoppedLook, failedStep, someTls, type Behaviour } from './observations.js';

type WebTransport = 'bosh' | 'websocket';

const URLS = { bosh: 'http://example.org:5280/http-bind', websocket: 'ws://example.org:5280/xmpp-websocket' } as const;

export function aWebEndpoint(transport: WebTransport, overrides: Partial<Endpoint> = {}): Endpoint {
  return anEndpoint({ transport, source: 'default-port', url: URLS[transport], ...overrides });
}

const never = notReached('connect');
/** On a door without TLS the plaintext connection is the only one. */
const NO_MAIN = {
  header: never,
  features: never,
  starttls: never,
  handshake: never,
  securedHeader: never,
  securedFeatures: never,
} as const;

/** A door without TLS that shows these features and gives these answers. */
export function aWebDoor(transport: WebTransport, { features, answers = {} }: Behaviour = {}): EndpointObservation {
  const shown = behaving({ features: features ?? {}, answers });
  return { ...shown, ...NO_MAIN, endpoint: aWebEndpoint(transport) };
}

/** A door without TLS at which no stream was opened, or no features came. */
export function aClosedWebDoor(transport: WebTransport, ...stop: Parameters<typeof aStoppedLook>): EndpointObservation {
  const plaintext = aStoppedLook(...stop);
  return anObservation({ ...NO_MAIN, endpoint: aWebEndpoint(transport), connected: plaintext.connected, plaintext });
}

/** An `https:` or `wss:` door, with a stream inside TLS unless overridden. */
export function anEncryptedWebDoor(
  transport: WebTransport,
  overrides: Partial<EndpointObservation> = {},
): EndpointObservation {
  const url = transport === 'bosh' ? 'https://example.org/http-bind' : 'wss://example.org/xmpp-websocket';
  const unasked = { connected: never, header: never, features: never, sentinel: never };
  return anObservation({
    ...NO_MAIN,
    endpoint: aWebEndpoint(transport, {
      url,
      port: 443,
      source: 'host-meta',
      advertised: { overTls: true, inPlaintext: false },
    }),
    handshake: done(someTls()),
    securedHeader: done(aHeader()),
    plaintext: aPlaintextLook({
      ...unasked,
      answers: { 'sasl-external': never, 'legacy-auth': never, registration: never, 'dialback-verify': never },
    }),
    ...overrides,
  });
}

export const HANDSHAKE_FAILED = {
  handshake: failedStep('tls.alert', 'handshake', 'handshake failure'),
  securedHeader: notReached('handshake'),
} as const;
