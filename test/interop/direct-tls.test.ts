import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TargetReport } from '../../src/model/report.js';
import type { Target } from '../../src/model/target.js';
import { startEjabberd } from '../support/servers/ejabberd.js';
import { startProsody } from '../support/servers/prosody.js';
import type { RealServer } from '../support/servers/real-server.js';
import { recorded } from '../support/recorded.js';
import { surveyOnLoopback, zoneOf } from '../support/survey.js';

const C2S_ONLY = { services: ['c2s'] } as const satisfies Partial<Target>;

function findingsOf({ findings }: TargetReport): readonly (readonly [string, string])[] {
  return findings.map(({ check, message }) => [check, message] as const);
}

function directEndpoint({ endpoints }: TargetReport) {
  return endpoints.find(({ transport }) => transport === 'direct-tls');
}

describe.each([
  ['prosody', startProsody],
  ['ejabberd', startEjabberd],
] as const)('%s behind records for direct TLS', (software, startServer) => {
  const domain = `direct-${software}.example`;
  let server: RealServer;

  beforeAll(async () => {
    server = await startServer({ domain, c2s: 'required', s2s: 'required', directTls: true });
  }, 60_000);
  afterAll(() => server.stop());

  /** What is said of it when the record leads to this port. */
  function survey(port: number | undefined): Promise<TargetReport> {
    const zone = zoneOf(domain, { c2s: server.c2sPort, ...(port === undefined ? {} : { c2sDirectTls: port }) });
    return surveyOnLoopback(zone, { domain, ...C2S_ONLY }, { caFile: server.caFile });
  }

  it('is entered with SNI and ALPN, and is secure', async () => {
    const report = recorded(`${software}-direct-tls`, server, await survey(server.directTlsPort));
    expect({ verdict: report.verdict, findings: findingsOf(report) }).toEqual({ verdict: 'secure', findings: [] });
    const direct = directEndpoint(report);
    expect(direct).toMatchObject({ verdict: 'secure', proof: 'behaviour' });
    expect(direct?.observation.handshake).toMatchObject({ value: { verified: { state: 'verified' } } });
    expect(direct?.observation).not.toHaveProperty('withAlpn');
    expect(direct?.observation.cost.connections).toBeLessThanOrEqual(6);
  });

  it('that lead to the STARTTLS port is told so, and stays secure', async () => {
    const report = await survey(server.c2sPort);
    expect(findingsOf(report)).toEqual([
      ['c2s-direct-tls-speaks-xmpp', 'The record for direct TLS leads to a port for STARTTLS.'],
    ]);
    expect(report.verdict).toBe('secure');
    expect(directEndpoint(report)?.observation.cost.connections).toBeLessThanOrEqual(6);
  });

  it('is entered on a port that the configuration names', async () => {
    const endpoint = {
      service: 'c2s',
      transport: 'direct-tls',
      host: '127.0.0.1',
      port: server.directTlsPort ?? 0,
    } as const;
    const report = await surveyOnLoopback(
      {},
      { domain, ...C2S_ONLY, endpoints: [endpoint] },
      { caFile: server.caFile },
    );
    expect(report.verdict).toBe('secure');
    expect(report.endpoints.map(({ source, transport }) => `${source} ${transport}`)).toEqual([
      'configured direct-tls',
    ]);
  });
});

describe('prosody with an internationalised domain', () => {
  const unicodeDomain = 'bücher.example';
  const domain = 'xn--bcher-kva.example';
  let server: RealServer;

  beforeAll(async () => {
    server = await startProsody({ domain: unicodeDomain, c2s: 'required', s2s: 'required', directTls: true });
  }, 60_000);
  afterAll(() => server.stop());

  it('knows the name in SNI by no spelling that SNI can carry, and is told so', async () => {
    const { c2sPort, directTlsPort } = server;
    const zone = zoneOf(domain, {
      c2s: c2sPort,
      ...(directTlsPort === undefined ? {} : { c2sDirectTls: directTlsPort }),
    });
    const report = await surveyOnLoopback(zone, { domain, unicodeDomain, ...C2S_ONLY }, { caFile: server.caFile });
    const [finding] = findingsOf(report);
    expect(finding?.[0]).toBe('c2s-direct-tls-speaks-xmpp');
    expect(finding?.[1]).toContain('(SNI)');
    expect(report.endpoints.find(({ transport }) => transport === 'starttls')?.verdict).toBe('secure');
  });
});
