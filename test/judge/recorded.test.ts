import { describe, expect, it } from '@jest/globals';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import { recognise } from '../../src/remediation/shared/recognise.js';
import { readRecordings } from '../support/recorded.js';

const RECORDINGS = readRecordings();

describe.each(RECORDINGS)('what $software $version showed as $name', ({ software, endpoints }) => {
  it.each(endpoints.map((one) => ({ ...one.observation.endpoint, ...one })))(
    'is judged as it was: $service $transport',
    ({ verdict, proof, failing, observation }) => {
      const judged = judgeEndpoint(observation, {});
      expect({ verdict: judged.verdict, proof: judged.proof }).toEqual({ verdict, proof });
      expect(judged.findings.map(({ check }) => check)).toEqual(failing);
    },
  );

  it('is recognised, or not taken for anything else', () => {
    const seen = recognise(endpoints.map(({ observation }) => observation));
    expect([software, 'generic']).toContain(seen.software);
  });
});

it('there are recordings of every server that is installed for the tests', () => {
  expect(new Set(RECORDINGS.map(({ software }) => software))).toEqual(new Set(['prosody', 'ejabberd', 'jabberd2']));
});
