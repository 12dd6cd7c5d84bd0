import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TargetReport } from '../../src/model/report.js';
import { startProsody } from '../support/servers/prosody.js';
import type { RealServer } from '../support/servers/real-server.js';
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
