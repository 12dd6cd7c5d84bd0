import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TargetReport } from '../../src/model/report.js';
import { startEjabberd } from '../support/servers/ejabberd.js';
import { startJabberd2 } from '../support/servers/jabberd2.js';
import { freePort } from '../support/servers/ports.js';
import { startProsody } from '../support/servers/prosody.js';
import type { RealServer } from '../support/servers/real-server.js';
import { recorded } from '../support/recorded.js';
import { surveyOnLoopback, zoneOf } from '../support/survey.js';

describe('components of a Prosody that requires TLS', () => {
  let server: RealServer;
  beforeAll(async () => {
    server = await startProsody({
      domain: 'target.example',
      c2s: 'required',
      s2s: 'required',
      component: 'conference.target.example',
    });
  }, 60_000);
  afterAll(() => server.stop());

  const look = (domain: string, zone = zoneOf(domain, { s2s: server.s2sPort })): Promise<TargetReport> =>
    surveyOnLoopback(
      zone,
      { domain, services: ['s2s'], componentOf: 'target.example' },
      { caFile: server.caFile, timeoutMs: 1500 },
    );

  it('are receiving entities of their own', async () => {
    const report = await look('conference.target.example');
    expect(report).toMatchObject({ verdict: 'secure', services: { s2s: { proof: 'advertised' } } });
  });

  it('are not offered where the server does not know them', async () => {
    const report = await look('pubsub.target.example');
    expect(report).toMatchObject({
      verdict: 'not-offered',
      services: { s2s: { because: ['pubsub.target.example is not served to other servers there'] } },
    });
  });

  it('are not offered where they are not in the DNS', async () => {
    const report = await look('conference.target.example', {});
    expect(report).toMatchObject({
      verdict: 'not-offered',
      services: { s2s: { because: [expect.stringContaining('has no address in the DNS')] } },
    });
  });
});

describe('the port of external components', () => {
  const domain = 'target.example';
  const START = { prosody: startProsody, ejabberd: startEjabberd, jabberd2: startJabberd2 } as const;

  it.each(['prosody', 'ejabberd', 'jabberd2'] as const)(
    'is a warning where it can be reached, and no plaintext: %s',
    async (software) => {
      const server = await START[software]({ domain, c2s: 'required', s2s: 'required', externalComponents: true });
      try {
        const probe = { componentPorts: [server.componentPort, server.s2sPort, await freePort()] };
        const zone = zoneOf(domain, { s2s: server.s2sPort });
        const seen = await surveyOnLoopback(zone, { domain, services: ['s2s'] }, { caFile: server.caFile, probe });
        const report = recorded(`${software}-component-port`, server, seen);
        const components = report.endpoints.filter(({ transport }) => transport === 'component');
        expect(components).toMatchObject([{ port: server.componentPort, verdict: 'not-offered' }]);
        expect(components[0]?.observation.cost.connections).toBe(1);
        expect(report.findings.filter(({ check }) => check === 's2s-component-port-is-closed')).toMatchObject([
          { level: 'warn', endpoint: { port: server.componentPort } },
        ]);
        expect(report.verdict).toBe('secure');
      } finally {
        await server.stop();
      }
    },
    60_000,
  );
});
