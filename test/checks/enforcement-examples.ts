import type { Answer } from '../../src/model/observation.js';
import {
  aDirectTlsObservation,
  anEndpoint,
  anObservation,
  ANSWERS,
  anUnreachable,
  behaving,
  done,
  failedStep,
  notReached,
} from '../support/observations.js';
import type { Example } from './examples.js';

const refused = anUnreachable('tcp.refused');
const notAuthorized = { kind: 'sasl-failure', condition: 'not-authorized' } as const;

function sasl2(when: string, external: Answer, outcome: Example['outcome'], scram?: Answer): Example {
  const answers = { 'sasl2-external': external, ...(scram === undefined ? {} : { 'sasl2-scram': scram }) };
  return { when, observation: behaving({ answers }), outcome };
}

function versionless(when: string, answer: Answer, outcome: Example['outcome']): Example {
  return { when, observation: behaving({ answers: { 'versionless-auth': answer } }), outcome };
}

function discards(service: 'c2s' | 's2s'): readonly Example[] {
  const endpoint = anEndpoint({ service });
  return [
    {
      when: 'nothing is answered inside TLS',
      observation: anObservation({ endpoint, injection: done('discarded') }),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'it is answered before TLS, and the stream is over',
      observation: anObservation({ endpoint, injection: failedStep('starttls.injected', 'starttls') }),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'the handshake ends over it, which works otherwise',
      observation: anObservation({ endpoint, injection: failedStep('tls.alert', 'handshake') }),
      outcome: ['pass', 'behaviour'],
    },
    {
      when: 'a stream header comes unasked inside TLS',
      observation: anObservation({ endpoint, injection: done('executed') }),
      outcome: ['fail', 'behaviour'],
    },
    {
      when: 'the handshake is not finished in time',
      observation: anObservation({ endpoint, injection: failedStep('tls.timeout', 'handshake') }),
      outcome: ['inconclusive'],
    },
    { when: 'it was not asked for', observation: anObservation({ endpoint }), outcome: ['not-applicable'] },
  ];
}

/** Examples of the checks on what else a server may serve before TLS, or answer where it should not be. */
export const ENFORCEMENT_EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  'c2s-refuses-plaintext-sasl2': [
    sasl2('it is refused for lack of TLS', ANSWERS.encryptionRequired, ['pass', 'none']),
    sasl2('the element is not known', ANSWERS.unsupportedStanza, ['pass', 'none']),
    sasl2('it is dropped in silence', ANSWERS.dropped, ['pass', 'none']),
    sasl2('EXTERNAL is challenged', ANSWERS.challenge, ['fail', 'behaviour']),
    sasl2('SCRAM is challenged', ANSWERS.invalidMechanism, ['fail', 'behaviour'], ANSWERS.challenge),
    sasl2('SCRAM knows no such user', ANSWERS.invalidMechanism, ['fail', 'behaviour'], notAuthorized),
    sasl2('SCRAM is refused for lack of TLS', ANSWERS.invalidMechanism, ['pass', 'none'], ANSWERS.encryptionRequired),
    sasl2('SCRAM is no mechanism either', ANSWERS.invalidMechanism, ['inconclusive'], ANSWERS.invalidMechanism),
    sasl2('SCRAM was not asked about', ANSWERS.invalidMechanism, ['inconclusive']),
    sasl2('the connection is closed without a word', ANSWERS.closed, ['inconclusive']),
    { when: 'it was not asked about', observation: behaving({}), outcome: ['inconclusive'] },
    { when: 'the port refuses the connection', observation: refused, outcome: ['inconclusive'] },
    { when: 'the port is TLS only', observation: aDirectTlsObservation(), outcome: ['not-applicable'] },
  ],
  'c2s-refuses-versionless-login': [
    versionless('a password is asked for', ANSWERS.passwordAsked, ['fail', 'behaviour']),
    versionless('a digest is asked for', ANSWERS.digestAsked, ['fail', 'behaviour']),
    versionless('it is refused for lack of TLS', ANSWERS.starttlsRequired, ['pass', 'none']),
    versionless('it is not available', ANSWERS.serviceUnavailable, ['pass', 'none']),
    versionless('the user was looked up first', ANSWERS.unknownUser, ['inconclusive']),
    {
      when: 'the user was looked up first, where a stream with a version is refused for lack of TLS',
      observation: behaving({
        answers: { 'versionless-auth': ANSWERS.unknownUser, 'legacy-auth': ANSWERS.starttlsRequired },
      }),
      outcome: ['fail', 'behaviour'],
    },
    versionless('the connection is closed without a word', ANSWERS.closed, ['inconclusive']),
    { when: 'the port refuses the connection', observation: refused, outcome: ['inconclusive'] },
  ],
  'c2s-offers-no-compression-before-tls': [
    { when: 'none is offered', observation: anObservation(), outcome: ['pass', 'advertised'] },
    {
      when: 'zlib is offered, even where TLS is required',
      observation: behaving({ features: { starttls: 'required', compression: ['zlib'] } }),
      outcome: ['fail', 'advertised'],
    },
    { when: 'the port refuses the connection', observation: refused, outcome: ['inconclusive'] },
  ],
  'c2s-discards-plaintext-after-starttls': discards('c2s'),
  's2s-discards-plaintext-after-starttls': discards('s2s'),
  'declared-absent-is-absent': [
    {
      when: 'nobody listens there',
      observation: anUnreachable('tcp.refused', { source: 'declared-absent' }),
      outcome: ['pass', 'none'],
    },
    {
      when: 'the port does not answer',
      observation: anUnreachable('tcp.timeout', { source: 'declared-absent' }),
      outcome: ['inconclusive'],
    },
    {
      when: 'something that is no XMPP listens there',
      observation: anObservation({
        endpoint: anEndpoint({ source: 'declared-absent' }),
        header: failedStep('stream.not-xmpp', 'header'),
        securedHeader: notReached('header'),
      }),
      outcome: ['inconclusive'],
    },
    {
      when: 'a stream is answered there, and TLS required',
      observation: anObservation({ endpoint: anEndpoint({ source: 'declared-absent' }) }),
      outcome: ['fail', 'behaviour'],
    },
    { when: 'the DNS names the endpoint', observation: anObservation(), outcome: ['not-applicable'] },
  ],
};
