import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TargetReport } from '../../src/model/report.js';
import { startEjabberd } from '../support/servers/ejabberd.js';
import { startProsody } from '../support/servers/prosody.js';
import type { RealServer } from '../support/servers/real-server.js';
import { recorded } from '../support/recorded.js';
import { surveyOnLoopback, zoneOf } from '../support/survey.js';

/** Behind good suites, which both servers prefer. */
const GOOD = 'ECDHE-ECDSA-AES128-GCM-SHA256';
const WITH_NULL = `${GOOD}:ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0`;
const WITH_ANONYMOUS = `${GOOD}:AECDH-AES128-SHA:@SECLEVEL=0`;

describe('ejabberd that requires TLS and prefers anonymous suites to NULL ones', () => {
  const domain = 'hidden-null.example';
  let server: RealServer;
  beforeAll(async () => {
    const ciphers = { c2s: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0' };
    server = await startEjabberd({ domain, c2s: 'required', s2s: 'required', ciphers });
  }, 60_000);
  afterAll(() => server.stop());

  it('is plaintext by the NULL suite, although it ends the stream at every question', async () => {
    const zone = zoneOf(domain, { c2s: server.c2sPort });
    const report = await surveyOnLoopback(zone, { domain, services: ['c2s'] }, { caFile: server.caFile });
    expect(report.services.c2s).toMatchObject({ verdict: 'plaintext', proof: 'behaviour' });
    expect(report.findings.map(({ check }) => check)).toEqual(['tls-encrypts', 'tls-refuses-anonymous-suites']);
    expect(report.endpoints[0]?.observation.cost.connections).toBeLessThanOrEqual(6);
  }, 30_000);
});

describe.each([
  ['prosody', startProsody],
  ['ejabberd', startEjabberd],
] as const)('%s that requires TLS', (software, startServer) => {
  describe('and has a NULL suite for servers and an anonymous one for clients', () => {
    const domain = `suites-${software}.example`;
    let server: RealServer;
    let report: TargetReport;

    beforeAll(async () => {
      const ciphers = { c2s: WITH_ANONYMOUS, s2s: WITH_NULL };
      server = await startServer({ domain, c2s: 'required', s2s: 'required', ciphers });
      const zone = zoneOf(domain, { c2s: server.c2sPort, s2s: server.s2sPort });
      const seen = await surveyOnLoopback(zone, { domain }, { caFile: server.caFile });
      report = recorded(`${software}-null-and-anonymous-suites`, server, seen);
    }, 60_000);
    afterAll(() => server.stop());

    it('is plaintext on that service alone', () => {
      expect(report).toMatchObject({
        verdict: 'plaintext',
        services: { c2s: { verdict: 'secure' }, s2s: { verdict: 'plaintext', proof: 'behaviour' } },
      });
    });

    it('is accused of the NULL suite, and fails for the anonymous one, which is not plaintext', () => {
      const findings = report.findings.map(({ check, group, level, service }) => [service, check, group, level]);
      expect(findings).toContainEqual(['s2s', 'tls-encrypts', 'plaintext', 'fail']);
      expect(findings).toContainEqual(['c2s', 'tls-refuses-anonymous-suites', 'tls', 'fail']);
      expect(findings).toHaveLength(2);
    });

    it('was asked for the NULL suite once more, within six connections', () => {
      const s2s = report.endpoints.find(({ service }) => service === 's2s')?.observation;
      expect(s2s?.nullSuitesAgain).toEqual({
        state: 'done',
        value: { kind: 'picked', suite: 'TLS_ECDHE_ECDSA_WITH_NULL_SHA', version: 'TLSv1.2' },
      });
      const costs = report.endpoints.map(({ observation }) => observation.cost.connections);
      expect(Math.max(...costs)).toBeLessThanOrEqual(6);
    });
  });

  describe('with its own choice of suites', () => {
    const domain = `plain-${software}.example`;
    let server: RealServer;
    let report: TargetReport;

    beforeAll(async () => {
      server = await startServer({ domain, c2s: 'required', s2s: 'required', directTls: true });
      const { c2sPort: c2s, s2sPort: s2s, directTlsPort } = server;
      const zone = zoneOf(domain, {
        c2s,
        s2s,
        ...(directTlsPort === undefined ? {} : { c2sDirectTls: directTlsPort }),
      });
      report = await surveyOnLoopback(zone, { domain }, { caFile: server.caFile });
    }, 60_000);
    afterAll(() => server.stop());

    it('refuses all worthless suites, by STARTTLS and on its direct TLS port', () => {
      const checks = report.endpoints.map(({ service, transport, checks: all }) => [
        `${service} ${transport}`,
        all.filter(({ check }) => /^tls-/u.test(check)).map(({ outcome }) => outcome.outcome),
      ]);
      const passed = ['pass', 'pass', 'pass'];
      expect(Object.fromEntries(checks)).toEqual({
        'c2s starttls': passed,
        'c2s direct-tls': passed,
        's2s starttls': passed,
      });
    });

    it('is secure without a finding', () => {
      expect({ verdict: report.verdict, findings: report.findings }).toEqual({ verdict: 'secure', findings: [] });
    });
  });
});
