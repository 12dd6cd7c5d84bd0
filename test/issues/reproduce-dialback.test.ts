import { describe, expect, it } from '@jest/globals';
import { reproduce } from '../../src/issues/reproduce.js';
import { REPOSITORY } from '../../src/model/tool.js';
import type { DialbackObservation } from '../../src/model/observation.js';
import { aDialbackProbe, aDialbackProof, VALID } from '../checks/dialback-examples.js';
import { ANSWERS } from '../support/observations.js';
import { argumentsOf } from '../support/shells.js';
import { aTarget } from './builders.js';

function lineFor(dialback: DialbackObservation) {
  const target = aTarget('example.org', [{ service: 's2s' }]);
  const [endpoint] = target.endpoints;
  const [finding] = target.findings;
  if (!endpoint || !finding) throw new Error('There is nothing to reproduce.');
  const { observation } = endpoint;
  const seen = { ...endpoint, observation: { ...observation, plaintext: { ...observation.plaintext, dialback } } };
  const found = { ...finding, check: 's2s-refuses-plaintext-dialback' };
  return reproduce(target, seen, [found], 'probe.example.com');
}

describe('the line to paste for dialback', () => {
  it('asks for the same proof again, and says where it has to run', () => {
    const line = lineFor(aDialbackProof(VALID, ANSWERS.nothingAsked));
    expect(argumentsOf('npx', line?.command ?? '').join(' ')).toBe(
      `--yes github:${REPOSITORY} example.org --services s2s --s2s-from probe.example.com --s2s-listen 0.0.0.0:5269`,
    );
    expect(line?.lookFor).toContain('where the SRV record of probe.example.com leads');
  });

  it('needs no listener for a made-up key', () => {
    const line = lineFor(aDialbackProbe({ kind: 'dialback', type: 'invalid' }));
    expect(argumentsOf('npx', line?.command ?? '').join(' ')).toBe(
      `--yes github:${REPOSITORY} example.org --services s2s --active-s2s`,
    );
    expect(line?.lookFor).toContain('Node.js 20 or later');
  });
});
