import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TargetReport } from '../../src/model/report.js';
import type { Proof, VerdictName } from '../../src/model/verdict.js';
import type { RealServer, RealServerOptions, TlsPolicy } from '../support/servers/real-server.js';
import { recorded } from '../support/recorded.js';
import { surveyOnLoopback, zoneOf } from '../support/survey.js';

/** What the verdict of one service under one policy has to be, and how it was reached. */
export type Expected = `${VerdictName} ${Proof}`;
export type Expectations = Readonly<Record<'c2s' | 's2s', Readonly<Record<TlsPolicy, Expected>>>>;

const POLICIES: readonly TlsPolicy[] = ['required', 'optional', 'none'];

/** All nine combinations of policies of one real server, c2s and s2s judged separately. */
export function describeServer(
  software: RealServer['software'],
  start: (options: RealServerOptions) => Promise<RealServer>,
  expectations: Expectations,
): void {
  const combinations = POLICIES.flatMap((c2s) => POLICIES.map((s2s) => ({ c2s, s2s })));
  describe.each(combinations)(`${software} with c2s $c2s and s2s $s2s`, ({ c2s, s2s }) => {
    const domain = `${c2s}-${s2s}.example`;
    let server: RealServer;
    let report: TargetReport;

    beforeAll(async () => {
      server = await start({ domain, c2s, s2s });
      const zone = zoneOf(domain, { c2s: server.c2sPort, s2s: server.s2sPort });
      const seen = await surveyOnLoopback(zone, { domain }, { caFile: server.caFile });
      report = c2s === s2s ? recorded(`${software}-${c2s}`, server, seen) : seen;
    }, 60_000);
    afterAll(() => server.stop());

    it.each([
      ['c2s', expectations.c2s[c2s]],
      ['s2s', expectations.s2s[s2s]],
    ] as const)('%s is %s', (service, expected) => {
      const verdict = report.services[service];
      expect({ is: `${verdict?.verdict} ${verdict?.proof}`, because: verdict?.because }).toMatchObject({
        is: expected,
      });
    });

    it('recognises the software, or does not name another', () => {
      expect([software, 'generic']).toContain(report.server.software);
    });

    it('completes STARTTLS with a verified certificate wherever the server has TLS', () => {
      const handshakes = report.endpoints.map(({ service, observation: { handshake } }) => [
        service,
        handshake.state === 'done' ? handshake.value.verified.state : handshake.state,
      ]);
      const withTls = (policy: TlsPolicy): string => (policy === 'none' ? 'not-reached' : 'verified');
      expect(Object.fromEntries(handshakes)).toEqual({ c2s: withTls(c2s), s2s: withTls(s2s) });
    });

    it('costs at most six connections per endpoint', () => {
      const costs = report.endpoints.map(({ observation }) => observation.cost.connections);
      expect(Math.max(...costs)).toBeLessThanOrEqual(6);
    });
  });
}
