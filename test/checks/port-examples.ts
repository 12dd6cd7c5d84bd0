import type { EndpointObservation } from '../../src/model/observation.js';
import {
  aDirectTlsObservation,
  anEndpoint,
  anObservation,
  anUnreachable,
  aPlaintextLook,
  failedStep,
  notReached,
} from '../support/observations.js';
import type { Example } from './examples.js';

/** Examples of the check of direct TLS, the same for clients and servers. */
export function directTls(service: 'c2s' | 's2s'): readonly Example[] {
  const endpoint = anEndpoint({ service, transport: 'direct-tls' });
  const seen = (overrides: Partial<EndpointObservation>) => aDirectTlsObservation({ endpoint, ...overrides });
  return [
    { when: 'a stream is opened inside TLS', observation: seen({}), outcome: ['pass', 'behaviour'] },
    {
      when: 'a web server answers inside TLS',
      observation: seen({ securedHeader: failedStep('stream.not-xmpp', 'secured-features', 'HTTP/1.1 400') }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'the port does not speak TLS',
      observation: seen({
        handshake: failedStep('tls.not-tls', 'handshake'),
        securedHeader: notReached('handshake'),
      }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'a plaintext stream is answered as well',
      observation: seen({ plaintext: aPlaintextLook() }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'the record leads to a STARTTLS port',
      observation: seen({
        handshake: failedStep('tls.not-tls', 'handshake'),
        securedHeader: notReached('handshake'),
        plaintext: aPlaintextLook(),
      }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'XMPP is spoken only to those who do not ask for it by ALPN',
      observation: seen({
        withAlpn: {
          handshake: failedStep('tls.alert', 'handshake', 'no_application_protocol'),
          securedHeader: notReached('handshake'),
        },
      }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'the connection with ALPN was cut off and the one without was not',
      observation: seen({
        withAlpn: { handshake: failedStep('tls.closed', 'handshake'), securedHeader: notReached('handshake') },
      }),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'the name in SNI is not known',
      observation: seen({
        handshake: failedStep('tls.alert', 'handshake', 'unrecognized_name'),
        securedHeader: notReached('handshake'),
      }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'a certificate of ours is asked for',
      observation: seen({ securedHeader: failedStep('tls.alert', 'secured-features', 'certificate_required') }),
      outcome: service === 's2s' ? ['inconclusive'] : ['fail', 'behaviour'],
    },
    {
      when: 'the handshake times out',
      observation: seen({ handshake: failedStep('tls.timeout', 'handshake'), securedHeader: notReached('handshake') }),
      outcome: ['inconclusive'],
    },
    {
      when: 'the port refuses the connection',
      observation: anUnreachable('tcp.refused', endpoint),
      outcome: ['inconclusive'],
    },
  ];
}

const componentPort = anEndpoint({ service: 's2s', transport: 'component' });

export const COMPONENT_PORT_EXAMPLES: readonly Example[] = [
  {
    when: 'a component stream is answered',
    observation: anObservation({ endpoint: componentPort }),
    outcome: ['fail', 'behaviour'],
  },
  {
    when: 'the port refuses the connection',
    observation: anUnreachable('tcp.refused', componentPort),
    outcome: ['pass', 'none'],
  },
  {
    when: 'the port does not answer',
    observation: anUnreachable('tcp.timeout', componentPort),
    outcome: ['inconclusive'],
  },
  {
    when: 'the port speaks something else',
    observation: anObservation({ endpoint: componentPort, header: failedStep('stream.not-xmpp', 'header') }),
    outcome: ['inconclusive'],
  },
];
