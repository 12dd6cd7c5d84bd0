import { afterEach, describe, expect, it } from '@jest/globals';
import { issueCertificate } from '../../src/demo/certificate.js';
import { startXmppServer, type EmbeddedServer, type XmppServerOptions } from '../../src/demo/xmpp-server.js';
import type { TargetReport } from '../../src/model/report.js';
import { startPeer, type ScriptedPeer } from '../support/scripted-peer.js';
import {
  HEADER,
  MECHANISMS,
  requiresTls,
  saslFailure,
  serveXmpp,
  STARTTLS,
  streamError,
  type ServerScript,
} from '../support/scripted-server.js';
import { surveyOnLoopback, zoneOf } from '../support/survey.js';
import { aCertificate } from '../support/test-certificate.js';

const DOMAIN = 'doors.example';
const certificate = issueCertificate([DOMAIN], Date.now());

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

async function startServer(changes: Partial<XmppServerOptions> = {}): Promise<EmbeddedServer> {
  const options = { domains: [DOMAIN], service: 'c2s', policy: 'required', ...changes } as const;
  const server = await startXmppServer({ ...options, certificate: await certificate });
  opened.push(() => server.stop());
  return server;
}

/** A server that sends everybody to another place, but for those connections that are served as by this script. */
async function startRedirecting(
  place: () => string,
  serves: (index: number) => ServerScript | undefined = () => undefined,
): Promise<ScriptedPeer> {
  const peer = await startPeer(async (connection) => {
    const script = serves(connection.index);
    if (script !== undefined) return serveXmpp(connection, script);
    if ((await connection.expect("/streams'>")) === undefined) return;
    const error = streamError('see-other-host').replace('></see-other-host>', `>${place()}</see-other-host>`);
    await connection.send(HEADER + error);
    connection.end();
  });
  opened.push(() => peer.close());
  return peer;
}

function survey(zone: Parameters<typeof surveyOnLoopback>[0]): Promise<TargetReport> {
  return surveyOnLoopback(zone, { domain: DOMAIN, services: ['c2s'] }, { timeoutMs: 1000, probe: { httpPorts: [] } });
}

const failing = ({ findings }: TargetReport): string[] => [...new Set(findings.map(({ check }) => check))];

describe('a server that sends us to another host', () => {
  it.each([
    ['required', 'secure behaviour'],
    ['optional', 'plaintext advertised'],
  ] as const)('is judged by that host, where TLS is %s', async (policy, expected) => {
    const other = await startServer({ policy });
    const first = await startRedirecting(() => `127.0.0.1:${other.port}`);
    const { services, endpoints, notes } = await survey(zoneOf(DOMAIN, { c2s: first.port }));
    expect(`${services.c2s?.verdict} ${services.c2s?.proof}`).toBe(expected);
    expect(endpoints.map(({ source, port }) => [source, port])).toEqual([
      ['srv', first.port],
      ['redirect', other.port],
    ]);
    if (policy === 'required') expect(notes.join('\n')).toContain('sends us to another host');
  });

  it.each([
    ['the first connection', 0, 'inconclusive'],
    ['the second connection', 1, 'plaintext'],
  ] as const)('and lets plaintext in on %s is not left out', async (_which, index, verdict) => {
    const open = requiresTls(aCertificate({ names: [{ dns: DOMAIN }] }), {
      features: STARTTLS + MECHANISMS,
      answers: { '</auth>': saslFailure('invalid-mechanism') },
    });
    const other = await startServer();
    const first = await startRedirecting(
      () => `127.0.0.1:${other.port}`,
      (connection) => (connection % 2 === index ? open : undefined),
    );
    const { services, endpoints, notes } = await survey(zoneOf(DOMAIN, { c2s: first.port }));
    expect(services.c2s?.verdict).toBe(verdict);
    expect(endpoints).toHaveLength(2);
    expect(notes.join()).not.toContain('which was looked at instead');
  });

  it('is followed once', async () => {
    const first: ScriptedPeer = await startRedirecting(() => `127.0.0.1:${second.port}`);
    const second: ScriptedPeer = await startRedirecting(() => `127.0.0.1:${first.port}`);
    const { services, endpoints } = await survey(zoneOf(DOMAIN, { c2s: first.port }));
    expect(services.c2s).toMatchObject({ verdict: 'inconclusive' });
    expect(services.c2s?.because.join()).toContain('the server sent us to another host');
    expect(endpoints).toHaveLength(2);
  });

  it('back to itself is inconclusive, and looked at once', async () => {
    const first: ScriptedPeer = await startRedirecting(() => `127.0.0.1:${first.port}`);
    const { services, endpoints } = await survey(zoneOf(DOMAIN, { c2s: first.port }));
    expect(services.c2s?.because.join()).toContain('the server sent us to another host');
    expect(endpoints).toHaveLength(1);
  });

  it('that leads nowhere is inconclusive', async () => {
    const first = await startRedirecting(() => 'nobody.example');
    const { services } = await survey(zoneOf(DOMAIN, { c2s: first.port }));
    expect(services.c2s).toMatchObject({ verdict: 'inconclusive' });
  });
});

describe('a service that the DNS declares absent', () => {
  // An address of its own, because the fallback of a client goes to the usual port.
  const ADDRESS = '127.77.5.1';
  const ABSENT = { SRV: ['0 0 0 .'] };
  const zone = {
    [`_xmpp-client._tcp.${DOMAIN}`]: ABSENT,
    [`_xmpps-client._tcp.${DOMAIN}`]: ABSENT,
    [DOMAIN]: { A: [ADDRESS] },
  };
  const atDomain = { host: ADDRESS, port: 5222 } as const;

  it('and that is absent is not offered, without a finding', async () => {
    const report = await survey(zone);
    expect(report).toMatchObject({ verdict: 'not-offered', findings: [] });
  });

  it('and that answers with TLS required is not offered, with a finding of its own', async () => {
    await startServer(atDomain);
    const report = await survey(zone);
    expect(report.verdict).toBe('not-offered');
    expect(failing(report)).toContain('declared-absent-is-absent');
    expect(report.endpoints).toMatchObject([{ source: 'declared-absent', verdict: 'secure' }]);
  });

  it('and that serves plaintext is plaintext, and says where', async () => {
    await startServer({ ...atDomain, policy: 'optional' });
    const report = await survey(zone);
    expect(report.verdict).toBe('plaintext');
    expect(failing(report)).toEqual(expect.arrayContaining(['c2s-requires-starttls', 'declared-absent-is-absent']));
  });

  it('beside records of direct TLS counts only where it lets plaintext in', async () => {
    const direct = await startServer({ policy: 'tls-only' });
    const beside = { ...zone, ...zoneOf(DOMAIN, { c2sDirectTls: direct.port }) };
    expect((await survey(beside)).services.c2s).toMatchObject({ verdict: 'secure', proof: 'behaviour' });
    const server = await startServer(atDomain);
    expect((await survey(beside)).services.c2s).toMatchObject({ verdict: 'secure', proof: 'behaviour' });
    server.setPolicy('optional');
    expect((await survey(beside)).services.c2s).toMatchObject({ verdict: 'plaintext' });
  });
});

describe('an offer of STARTTLS', () => {
  it('that is there at one address and not at another is remarked upon', async () => {
    const [one, other] = [await startServer(), await startServer({ policy: 'none' })];
    const { notes } = await survey({
      ...zoneOf(DOMAIN, {}),
      [`_xmpp-client._tcp.${DOMAIN}`]: { SRV: [one, other].map(({ port }) => `5 0 ${port} xmpp.${DOMAIN}`) },
    });
    expect(notes.join('\n')).toMatch(
      new RegExp(`STARTTLS is offered at \\S+:${one.port} .* and not at \\S+:${other.port} `, 'u'),
    );
  });
});
