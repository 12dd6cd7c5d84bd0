import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHECKS } from '../../src/checks/index.js';
import type { Answer } from '../../src/model/observation.js';
import { anObservation, ANSWERS, behaving, failedStep, someAnswers, aPlaintextLook } from '../support/observations.js';
import { EXAMPLES } from './examples.js';

const checkNamed = (id: string) => CHECKS.find((check) => check.id === id);

describe.each(Object.entries(EXAMPLES))('%s', (id, examples) => {
  it.each(examples.map((example) => [example.outcome[0], example.when, example] as const))(
    'says %s when %s',
    (_outcome, _when, { observation, outcome: [outcome, proof] }) => {
      const seen = checkNamed(id)?.evaluate(observation);
      expect(seen).toMatchObject(proof === undefined ? { outcome } : { outcome, proof });
    },
  );
});

describe('a check whose needs were not seen', () => {
  it('says why in the words of the failure, with the condition', () => {
    const observation = anObservation({
      features: failedStep('stream.error', 'features', 'go away', 'resource-constraint'),
      plaintext: aPlaintextLook({ features: failedStep('stream.timeout', 'features') }),
    });
    expect(checkNamed('c2s-requires-starttls')?.evaluate(observation)).toEqual({
      outcome: 'inconclusive',
      because: 'the server answered with a stream error (resource-constraint)',
    });
  });

  it('names the failure that came first on the way to what was not reached', () => {
    const observation = anObservation({
      plaintext: aPlaintextLook({ header: failedStep('tcp.reset', 'header'), answers: someAnswers() }),
    });
    expect(checkNamed('c2s-refuses-plaintext-sasl')?.evaluate(observation)).toEqual({
      outcome: 'inconclusive',
      because: 'the connection was reset',
    });
  });

  it('leaves hostile conditions out', () => {
    const observation = anObservation({
      features: failedStep('stream.error', 'features', '::error::', '::set-output name=x::'),
      plaintext: aPlaintextLook({ features: failedStep('stream.error', 'features') }),
    });
    const outcome = checkNamed('c2s-requires-starttls')?.evaluate(observation);
    expect(outcome).toEqual({ outcome: 'inconclusive', because: 'the server answered with a stream error' });
  });
});

describe('a server that does not offer STARTTLS', () => {
  const refusal = failedStep('starttls.failure', 'starttls');
  const messageOf = (service: 'c2s' | 's2s', serves: boolean): string => {
    const seen = behaving({
      endpoint: { service },
      features: { mechanisms: ['PLAIN'], dialback: true },
      answers: { 'sasl-external': ANSWERS.invalidMechanism, 'dialback-verify': ANSWERS.invalidKey },
      ...(serves ? {} : { sentinel: refusal }),
    });
    const outcome = checkNamed(`${service}-requires-starttls`)?.evaluate(
      serves ? seen : { ...seen, starttls: refusal },
    );
    return outcome?.outcome === 'fail' ? outcome.message : '';
  };

  it.each(['c2s', 's2s'] as const)('is not said to lack it where it answers <proceed/>, %s', (service) => {
    expect(messageOf(service, true)).toMatch(/ without TLS, and serves STARTTLS without offering it\.$/u);
    expect(messageOf(service, false)).toMatch(/ without TLS, and no STARTTLS at all\.$/u);
  });
});

describe('what a check says', () => {
  const hostile = fc.constantFrom('::set-output name=a::b', '##[error]', '<img>', '@everyone', '\u202e', '| a |');

  it('keeps the words of the server in the evidence', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (condition, text, field) => {
        const answers: Answer[] = [
          { kind: 'sasl-failure', condition, text },
          { kind: 'iq-error', condition, text },
          { kind: 'stream-error', condition, text },
          { kind: 'iq-result', fields: [field, 'password'] },
          { kind: 'dialback', type: condition, text },
        ];
        for (const service of ['c2s', 's2s'] as const) {
          for (const answer of answers) {
            const observation = behaving({
              endpoint: { service },
              features: { starttls: 'offered', mechanisms: [text, 'EXTERNAL'], dialback: true },
              answers: {
                'sasl-external': answer,
                'legacy-auth': answer,
                registration: answer,
                'dialback-verify': answer,
              },
            });
            for (const check of CHECKS.filter(({ services }) => services.includes(service))) {
              const outcome = check.evaluate(observation);
              const ours = 'message' in outcome ? outcome.message : 'because' in outcome ? outcome.because : '';
              for (const theirs of [condition, text, field]) expect(ours).not.toContain(theirs);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('plaintext behind STARTTLS that was carried out', () => {
  it('is shown by what was said on its connection, whatever other connections came later', () => {
    const line = (connection: number, from: 'us' | 'server', text: string) => ({ connection, atMs: 0, from, text });
    const observation = anObservation({
      injection: { state: 'done', value: 'executed' },
      transcript: [
        line(2, 'us', "<auth/><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"),
        line(3, 'us', "<?xml version='1.0'?><stream:stream to='example.org'>"),
        line(
          3,
          'us',
          "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><?xml version='1.0'?><stream:stream to='example.org'>",
        ),
        line(3, 'server', "<stream:stream id='unasked'>"),
        line(4, 'us', '<auth/>'),
      ],
    });
    const outcome = checkNamed('c2s-discards-plaintext-after-starttls')?.evaluate(observation);
    const evidence = outcome?.outcome === 'fail' ? outcome.evidence.join('\n') : '';
    expect(evidence).toContain("server: <stream:stream id='unasked'>");
    expect(evidence).not.toContain('<auth/>');
  });
});
