import { describe, expect, it } from '@jest/globals';
import { reproduce } from '../../src/issues/reproduce.js';
import { REPOSITORY } from '../../src/model/tool.js';
import type { DialbackObservation, PlaintextObservation } from '../../src/model/observation.js';
import { aDialbackProbe, aDialbackProof, VALID } from '../checks/dialback-examples.js';
import { ANSWERS, someAnswers } from '../support/observations.js';
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

describe('the line to paste for a stream without version', () => {
  const reproduced = (plaintext: Partial<PlaintextObservation>) => {
    const target = aTarget('example.org', [{ service: 's2s' }]);
    const [endpoint] = target.endpoints;
    const [finding] = target.findings;
    if (!endpoint || !finding) throw new Error('There is nothing to reproduce.');
    const { observation } = endpoint;
    const seen = {
      ...endpoint,
      observation: { ...observation, plaintext: { ...observation.plaintext, ...plaintext } },
    };
    const found = { ...finding, check: 's2s-refuses-versionless-dialback' };
    return reproduce(target, seen, [found], 'probe.example.com');
  };

  it('leaves the version out and asks about a key', () => {
    const answers = someAnswers({
      'sasl-external': ANSWERS.encryptionRequired,
      'versionless-verify': ANSWERS.invalidKey,
      'dialback-verify': ANSWERS.starttlsRequired,
    });
    const line = reproduced({ answers });
    const command = line?.command.replace(/" \\\n *"/gu, '');
    expect(command).toContain("<stream:stream to='example.org' from='probe.example.com' xmlns='jabber:server'");
    expect(command).toContain("<db:verify from='probe.example.com' to='example.org' id='4'>probe</db:verify>");
    expect(command).not.toContain("version='1.0' from");
    expect(line?.lookFor).not.toContain('<required/>');
  });

  it('is our own command where dialback was tried', () => {
    const versionlessDialback = aDialbackProbe({ kind: 'dialback', type: 'invalid' });
    const line = reproduced({ dialback: aDialbackProbe(ANSWERS.starttlsRequired), versionlessDialback });
    expect(line?.command).toMatch(/^npx .* example\.org .*--active-s2s$/su);
  });
});
