import { describe, expect, it } from '@jest/globals';
import { exitCodeOf, resultOf, sawNothing } from '../../src/app/result.js';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { FailOn } from '../../src/model/config.js';
import type { Report, TargetReport } from '../../src/model/report.js';
import type { ServiceVerdict, VerdictName } from '../../src/model/verdict.js';
import { anObservation, someSuites } from '../support/observations.js';
import { anEndpointReport, aReport, aTarget } from '../support/reports.js';

const service = (verdict: VerdictName): ServiceVerdict => ({ verdict, proof: 'none', because: [] });

function target(verdict: VerdictName, overrides: Partial<TargetReport> = {}): TargetReport {
  return aTarget('example.org', { verdict, services: { c2s: service(verdict) }, ...overrides });
}

function report(targets: readonly TargetReport[], overrides: Partial<Report> = {}): Report {
  return aReport(targets, { result: resultOf(targets), ...overrides });
}

const codeOf = (targets: readonly TargetReport[], failOn: FailOn, overrides: Partial<Report> = {}): number =>
  exitCodeOf(report(targets, overrides), failOn);

/** One address was reached and showed something, another was not: what a runner without IPv6 sees every night. */
const halfSeen = target('inconclusive', {
  endpoints: [anEndpointReport({ verdict: 'secure' }), anEndpointReport({ verdict: 'inconclusive' })],
});

describe('the result of a run', () => {
  it('is fail when one domain is plaintext, whatever the others are', () => {
    expect(resultOf([target('secure'), target('inconclusive'), target('plaintext')])).toBe('fail');
  });

  it('is fail when a server is secure and takes an anonymous cipher suite', () => {
    const observation = anObservation({ worthlessSuites: someSuites({ anonymous: 'TLS_DH_anon_WITH_RC4_128_MD5' }) });
    const { verdict, findings } = judgeEndpoint(observation, {});
    expect([verdict, resultOf([target('secure', { findings })])]).toEqual(['secure', 'fail']);
  });

  it('is inconclusive when one domain is and none is plaintext', () => {
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

  it('does not depend on domains that the change does not touch', () => {
    expect(resultOf([target('secure'), target('plaintext', { unchanged: true })])).toBe('pass');
    expect(resultOf([target('plaintext', { unchanged: true })])).toBe('pass');
    expect(resultOf([target('secure', { unchanged: true }), target('plaintext')])).toBe('fail');
  });
});

describe('the exit code', () => {
  it.each([
    ['secure', 'plaintext', 0],
    ['plaintext', 'plaintext', 1],
    ['secure', 'inconclusive', 0],
    ['plaintext', 'inconclusive', 1],
    ['inconclusive', 'inconclusive', 4],
    ['plaintext', 'never', 0],
    ['inconclusive', 'never', 0],
  ] as const)('of a single domain that is %s with fail-on %s is %i', (verdict, failOn, code) => {
    expect(codeOf([target(verdict)], failOn)).toBe(code);
  });

  it('is 0 with fail-on plaintext where one of several domains is inconclusive', () => {
    expect(codeOf([target('secure'), target('inconclusive')], 'plaintext')).toBe(0);
  });

  it('is 4 with fail-on plaintext where nothing at all was seen', () => {
    expect(codeOf([target('inconclusive')], 'plaintext')).toBe(4);
    expect(codeOf([target('inconclusive'), target('inconclusive')], 'plaintext')).toBe(4);
    // That a service is declared absent was read in the DNS: it does not show that anything can be reached.
    expect(codeOf([target('inconclusive'), target('not-offered')], 'plaintext')).toBe(4);
    expect(codeOf([target('inconclusive')], 'never')).toBe(0);
  });

  it('is 0 with fail-on plaintext where one address of an inconclusive domain was seen', () => {
    expect(sawNothing(report([halfSeen]))).toBe(false);
    expect(codeOf([halfSeen, target('inconclusive')], 'plaintext')).toBe(0);
    expect(codeOf([halfSeen], 'inconclusive')).toBe(4);
  });

  it('is 0 where only what the change does not touch is inconclusive or plaintext', () => {
    const others = [target('plaintext', { unchanged: true }), target('inconclusive', { unchanged: true })];
    expect(codeOf(others, 'inconclusive', { ofChange: true })).toBe(0);
    expect(codeOf([target('secure'), ...others], 'plaintext', { ofChange: true })).toBe(0);
  });

  it('is 2 where a change names a domain that does not exist, and only there', () => {
    const mistyped = target('inconclusive', { unknownName: true });
    expect(codeOf([target('secure'), mistyped], 'plaintext', { ofChange: true })).toBe(2);
    expect(codeOf([mistyped], 'plaintext', { ofChange: true })).toBe(2);
    expect(codeOf([target('secure'), mistyped], 'plaintext')).toBe(0);
    expect(codeOf([target('secure'), { ...mistyped, unchanged: true }], 'plaintext', { ofChange: true })).toBe(0);
    expect(codeOf([mistyped, target('plaintext')], 'plaintext', { ofChange: true })).toBe(1);
    expect(codeOf([mistyped], 'never', { ofChange: true })).toBe(0);
  });

  it('with fail-on overdue asks only whether a promise was missed', () => {
    for (const verdict of ['secure', 'plaintext', 'inconclusive'] as const) {
      const one = report([target(verdict)]);
      expect([exitCodeOf(one, 'overdue'), exitCodeOf(one, 'overdue', true)]).toEqual([0, 1]);
    }
    expect(exitCodeOf(report([target('plaintext')]), 'never', true)).toBe(0);
  });
});
