import type { Answers, EndpointObservation } from '../../src/model/observation.js';
import {
  anEndpoint,
  anObservation,
  ANSWERS,
  aPlaintextLook,
  aStoppedLook,
  behaving,
  type Behaviour,
  done,
  failedStep,
  notReached,
  someAnswers,
  someTls,
} from '../support/observations.js';

export type Row = readonly [what: string, verdict: string, observation: EndpointObservation];

export const SECURE = 'secure (behaviour)';
export const SAYS_SECURE = 'secure (advertised)';
export const PLAINTEXT = 'plaintext (behaviour)';
export const SAYS_PLAINTEXT = 'plaintext (advertised)';
export const UNKNOWN = 'inconclusive (none)';

export const c2s = (behaviour: Omit<Behaviour, 'endpoint'>) => behaving(behaviour);
export const s2s = (behaviour: Omit<Behaviour, 'endpoint'>) => behaving({ ...behaviour, endpoint: { service: 's2s' } });

/** A stream that ended before features, on both connections. */
export function stopped(
  step: 'header' | 'features',
  code: Parameters<typeof failedStep>[0],
  service: 'c2s' | 's2s' = 'c2s',
) {
  const never = notReached(step);
  const look = aStoppedLook(step, code);
  return anObservation({
    endpoint: anEndpoint({ service }),
    header: look.header,
    features: look.features,
    starttls: never,
    handshake: never,
    securedHeader: never,
    securedFeatures: never,
    plaintext: look,
  });
}

/** A STARTTLS port that hangs up on plaintext and speaks XMPP inside TLS. */
export function tlsOnly(service: 'c2s' | 's2s', code: 'stream.closed' | 'stream.speaks-tls' | 'tcp.reset') {
  const after = notReached('header');
  return anObservation({
    endpoint: anEndpoint({ service }),
    header: failedStep(code, 'header'),
    features: after,
    starttls: after,
    plaintext: aStoppedLook('header', code),
  });
}

export const login = { starttls: 'offered', mechanisms: ['PLAIN', 'SCRAM-SHA-1'] } as const;
export const only = { starttls: 'offered' } as const;
export const required = { starttls: 'required' } as const;
export const nullSuite = done(someTls({ version: 'TLSv1.2', cipher: 'NULL-SHA256' }));
export const turnedDown = {
  'sasl-external': ANSWERS.invalidMechanism,
  'legacy-auth': ANSWERS.serviceUnavailable,
  registration: ANSWERS.serviceUnavailable,
} as const;

/** A server that refuses EXTERNAL for lack of TLS, with what became of another question. */
export function withAnswers(answers: Partial<Answers>): EndpointObservation {
  const asked = someAnswers({ 'sasl-external': ANSWERS.encryptionRequired });
  return anObservation({ plaintext: aPlaintextLook({ answers: { ...asked, ...answers } }) });
}
