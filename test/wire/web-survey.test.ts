import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { issueCertificate } from '../../src/demo/certificate.js';
import { startXmppServer } from '../../src/demo/xmpp-server.js';
import type { Endpoint } from '../../src/model/endpoint.js';
import type { TargetReport } from '../../src/model/report.js';
import { startPeer } from '../support/scripted-peer.js';
import { surveyOnLoopback, zoneOf } from '../support/survey.js';
import { startWebServer, type WebScript } from '../support/web-server.js';
import { bosh, INVALID, webSocket } from '../support/web-xmpp.js';

/** A domain that is strict on its client port, so that the verdict is that of what is over HTTP. */
const DOMAIN = 'web.example';
const certificate = issueCertificate([DOMAIN], Date.now());

const opened: (() => Promise<unknown>)[] = [];
let c2s: number;

beforeEach(async () => {
  const options = { domains: [DOMAIN], service: 'c2s', policy: 'required', certificate: await certificate } as const;
  const server = await startXmppServer(options);
  opened.push(() => server.stop());
  c2s = server.port;
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

interface Surveyed {
  readonly report: TargetReport;
  /** Connections that the port for HTTP has counted. */
  readonly connections: number;
}

async function survey(script: WebScript, retries = 1): Promise<Surveyed> {
  const web = await startWebServer(script);
  opened.push(() => web.stop());
  const report = await surveyPort(web.port, retries);
  return { report, connections: web.connections() };
}

function surveyPort(port: number, retries = 1): Promise<TargetReport> {
  const probe = { httpPorts: [port], retries };
  return surveyOnLoopback(zoneOf(DOMAIN, { c2s }), { domain: DOMAIN, services: ['c2s'] }, { timeoutMs: 1000, probe });
}

const doors = ({ endpoints }: TargetReport): string[] =>
  endpoints.filter(({ url }) => url !== undefined).map(({ transport, verdict }) => `${transport} ${verdict}`);
const both: WebScript = { ...bosh(INVALID), ...webSocket(INVALID) };

describe('a domain that is strict on its client port', () => {
  it('is plaintext by what is open behind a port in common use, within six connections', async () => {
    const { report, connections } = await survey(both);
    expect(report.verdict).toBe('plaintext');
    expect(doors(report)).toEqual(['bosh plaintext', 'websocket plaintext']);
    expect(report.notes).not.toContainEqual(expect.stringContaining('is open'));
    expect(connections).toBeLessThanOrEqual(6);
  });

  it('costs its web port six connections at most, and all are reported, where it hangs up after each answer', async () => {
    const { report, connections } = await survey({ ...both, hangsUp: true }, 3);
    expect(report.verdict).toBe('plaintext');
    expect(connections).toBeLessThanOrEqual(6);
    const reported = report.endpoints.filter(({ url }) => url !== undefined);
    expect(reported.reduce((sum, { observation }) => sum + observation.cost.connections, 0)).toBe(connections);
  });

  it('is secure where BOSH is strict and there is no WebSocket, though the web server hangs up after each answer', async () => {
    const strict = bosh(INVALID.replace('invalid-mechanism', 'encryption-required'));
    const { report, connections } = await survey({
      ...strict,
      refusal: '404 Not Found\r\nConnection: close',
      hangsUp: true,
    });
    expect(doors(report)).toEqual(['bosh secure']);
    expect(report.verdict).toBe('secure');
    expect(connections).toBeLessThanOrEqual(6);
  });

  it.each([503, 429])('cannot be told while its web server answers HTTP %i', async (status) => {
    const { report, connections } = await survey({ answer: () => ({ status }), refusal: `${status} Sorry` });
    expect(report.verdict).toBe('inconclusive');
    expect(report.services.c2s?.because.join()).toContain('the web server could not answer for the moment');
    expect(connections).toBeLessThanOrEqual(6);
  });

  it.each([404, 405, 410, 501])('is secure where its web server answers HTTP %i', async (status) => {
    const { report } = await survey({ answer: () => ({ status }), refusal: `${status} Not Here` });
    expect([report.verdict, report.services.c2s?.proof]).toEqual(['secure', 'behaviour']);
    expect(report.notes).toContainEqual(expect.stringContaining('no XMPP over HTTP without TLS was found there'));
  });

  it('is secure where something else lives behind the port, which a note tells', async () => {
    const peer = await startPeer(async (connection) => {
      await connection.send('SSH-2.0-OpenSSH_9.2\r\n');
      connection.end();
    });
    opened.push(() => peer.close());
    const report = await surveyPort(peer.port);
    expect(report.verdict).toBe('secure');
    expect(report.notes).toContainEqual(expect.stringContaining(`127.0.0.1 port ${peer.port} is open`));
  });

  it('is secure where a port keeps silent, and says that it was not seen', async () => {
    const { report } = await survey({ answer: () => ({ silent: true }), refusal: '404 Not Found' });
    expect(report.verdict).toBe('secure');
    expect(report.unclear).toEqual([expect.objectContaining({ transport: 'bosh' })]);
    expect(report.notes).toContainEqual(expect.stringContaining('it could not be seen whether XMPP over HTTP'));
  });

  it('cannot be told where WebSocket is strict and BOSH keeps silent behind the same port', async () => {
    const { report } = await survey({
      ...webSocket(INVALID.replace('invalid-mechanism', 'encryption-required')),
      answer: () => ({ silent: true }),
    });
    expect(doors(report)).toEqual(['bosh inconclusive', 'websocket secure']);
    expect(report.verdict).toBe('inconclusive');
  });

  it('is plaintext by a door that was named beside a dead one on the same port', async () => {
    const web = await startWebServer(bosh(INVALID, '/b'));
    opened.push(() => web.stop());
    const named = (path: string) =>
      ({ service: 'c2s', transport: 'bosh', host: '127.0.0.1', port: web.port, path }) as const;
    const endpoints = [named('/old'), named('/b')];
    const report = await surveyOnLoopback({}, { domain: DOMAIN, services: ['c2s'], endpoints }, { timeoutMs: 1000 });
    const urls = report.endpoints.map(({ url = '', verdict }: Pick<Endpoint, 'url'> & { verdict: string }) => [
      new URL(url).pathname,
      verdict,
    ]);
    expect(urls).toEqual([
      ['/old', 'secure'],
      ['/b', 'plaintext'],
    ]);
    expect(report.verdict).toBe('plaintext');
  });
});
