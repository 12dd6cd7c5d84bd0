import { describe, expect, it } from '@jest/globals';
import { exitCodeOf, resultOf } from '../../src/app/result.js';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { TargetReport } from '../../src/model/report.js';
import type { ServiceVerdict, VerdictName } from '../../src/model/verdict.js';
import { anObservation, someSuites } from '../support/observations.js';

const service = (verdict: VerdictName): ServiceVerdict => ({ verdict, proof: 'none', because: [] });

function target(verdict: VerdictName, overrides: Partial<TargetReport> = {}): TargetReport {
  return {
    domain: 'example.org',
    unicodeDomain: 'example.org',
    verdict,
    waived: false,
    services: { c2s: service(verdict) },
    endpoints: [],
    findings: [],
    notes: [],
    server: { software: 'generic', confidence: 'unknown', by: [] },
    durationMs: 0,
    ...overrides,
  };
}

describe('the result of a run', () => {
  it('is fail when one domain is plaintext, whatever the others are', () => {
    expect(resultOf([target('secure'), target('inconclusive'), target('plaintext')])).toBe('fail');
  });

  it('is fail when a server is secure and takes an anonymous cipher suite', () => {
    const observation = anObservation({ worthlessSuites: someSuites({ anonymous: 'TLS_DH_anon_WITH_RC4_128_MD5' }) });
    const { verdict, findings } = judgeEndpoint(observation, {});
    expect([verdict, resultOf([target('secure', { findings })])]).toEqual(['secure', 'fail']);
  });

  it('is inconclusive when one could not be told and none is plaintext', () => {
    expect(resultOf([target('secure'), target('inconclusive')])).toBe('inconclusive');
  });

  it('is pass when plaintext is waived', () => {
    expect(resultOf([target('plaintext', { waived: true })])).toBe('pass');
  });

  it('stays inconclusive where a waived domain has a service that could not be looked at', () => {
    const services = { c2s: service('plaintext'), s2s: service('inconclusive') };
    expect(resultOf([target('plaintext', { waived: true, services })])).toBe('inconclusive');
  });

  it('is pass when nothing is offered', () => {
    expect(resultOf([target('not-offered')])).toBe('pass');
  });
});

describe('the exit code', () => {
  it.each([
    ['pass', 'plaintext', 0],
    ['fail', 'plaintext', 1],
    ['inconclusive', 'plaintext', 0],
    ['pass', 'inconclusive', 0],
    ['fail', 'inconclusive', 1],
    ['inconclusive', 'inconclusive', 4],
    ['fail', 'never', 0],
    ['inconclusive', 'never', 0],
  ] as const)('of %s with fail-on %s is %i', (result, failOn, code) => {
    expect(exitCodeOf(result, failOn)).toBe(code);
  });

  it('with fail-on overdue asks only whether a promise was missed', () => {
    for (const result of ['pass', 'fail', 'inconclusive'] as const) {
      expect([exitCodeOf(result, 'overdue'), exitCodeOf(result, 'overdue', true)]).toEqual([0, 1]);
    }
    expect(exitCodeOf('fail', 'never', true)).toBe(0);
  });
});
