import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { reproduceWeb } from '../../src/issues/reproduce-web.js';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { EndpointReport, TargetReport } from '../../src/model/report.js';
import { createHttpClient } from '../../src/runtime/http.js';
import { failToLogIn } from '../support/failed-login.js';
import { lookAt } from '../support/loopback-look.js';
import { startEjabberd } from '../support/servers/ejabberd.js';
import { startProsody } from '../support/servers/prosody.js';
import type { RealServer, RealServerOptions } from '../support/servers/real-server.js';
import { recorded } from '../support/recorded.js';
import { surveyOnLoopback, zoneOf, type SurveyChanges } from '../support/survey.js';

type Bindings = NonNullable<RealServerOptions['httpBindings']>;

const WEBSOCKET_PATHS = { prosody: '/xmpp-websocket', ejabberd: '/ws', jabberd2: '/' } as const;
const SERVERS = { ejabberd: startEjabberd, prosody: startProsody } as const;

/** What the doors over HTTP must look like while port 5222 requires TLS; no door: nobody can enter there without TLS. */
const CASES: readonly { software: keyof typeof SERVERS; bindings: Bindings; doors: string }[] = [
  { software: 'ejabberd', bindings: 'plain', doors: 'plaintext' },
  { software: 'ejabberd', bindings: 'tls', doors: 'none' },
  { software: 'prosody', bindings: 'plain', doors: 'secure' },
  { software: 'prosody', bindings: 'proxied', doors: 'plaintext' },
  { software: 'prosody', bindings: 'tls', doors: 'none' },
];

describe.each(CASES)(
  '$software that requires TLS on 5222, with $bindings HTTP bindings',
  ({ software, bindings, doors }) => {
    const domain = `${bindings}.example`;
    let server: RealServer;
    let report: TargetReport;

    beforeAll(async () => {
      server = await SERVERS[software]({ domain, c2s: 'required', s2s: 'required', httpBindings: bindings });
      const zone = zoneOf(domain, { c2s: server.c2sPort, s2s: server.s2sPort });
      const probe = { httpPorts: [server.httpPort ?? 0] };
      const seen = await surveyOnLoopback(zone, { domain }, { caFile: server.caFile, probe });
      report = recorded(`${software}-http-${bindings}`, server, seen);
    }, 60_000);
    afterAll(() => server.stop());

    const isWeb = ({ transport }: EndpointReport): boolean => transport === 'bosh' || transport === 'websocket';

    it('is judged by them, and nothing else is accused', () => {
      const said = report.endpoints.map(({ transport, verdict, because }) =>
        [transport, verdict, ...because].join(' '),
      );
      const web = doors === 'none' ? [] : [`bosh ${doors}`, `websocket ${doors}`];
      expect(said.sort()).toEqual(['starttls secure', 'starttls secure', ...web].sort());
      expect(report.verdict).toBe(doors === 'plaintext' ? 'plaintext' : 'secure');
      expect(report.services.s2s?.verdict).toBe('secure');
      const accusing = report.findings.map(({ check }) => check);
      expect([...new Set(accusing)].sort()).toEqual(
        doors === 'plaintext' ? ['c2s-bosh-requires-https', 'c2s-websocket-requires-wss'] : [],
      );
    });

    it('keeps to six connections for all doors together', () => {
      const costs = report.endpoints.filter(isWeb).map(({ observation }) => observation.cost.connections);
      expect(costs.reduce((sum, connections) => sum + connections, 0)).toBeLessThanOrEqual(6);
    });

    it('is noted as an open port without XMPP only where there is none', () => {
      const isOpen = expect.stringContaining('is open, and no XMPP over HTTP without TLS was found there');
      if (doors === 'none') expect(report.notes).toContainEqual(isOpen);
      else expect(report.notes).not.toContainEqual(isOpen);
      // A port for TLS hangs up on plain HTTP, and its handshake explains why.
      expect(report.unclear).toBeUndefined();
    });

    it('recognises the software, or does not name another', () => {
      expect([software, 'generic']).toContain(report.server.software);
    });
  },
);

/** What is said of the doors over HTTP of a server that requires TLS on its other ports. */
async function lookAtDoors(
  software: keyof typeof SERVERS,
  options: Partial<RealServerOptions>,
  probe: SurveyChanges['probe'] = {},
  prepare: (server: RealServer) => Promise<void> = () => Promise.resolve(),
): Promise<{ readonly doors: readonly EndpointReport[]; readonly report: TargetReport }> {
  const domain = 'doors.example';
  const server = await SERVERS[software]({
    domain,
    c2s: 'required',
    s2s: 'required',
    httpBindings: 'plain',
    ...options,
  });
  try {
    await prepare(server);
    const zone = zoneOf(domain, { c2s: server.c2sPort, s2s: server.s2sPort });
    const changes = { caFile: server.caFile, probe: { httpPorts: [server.httpPort ?? 0], ...probe } };
    const report = await surveyOnLoopback(zone, { domain, services: ['c2s'] }, changes);
    return { report, doors: report.endpoints.filter(({ url }) => url !== undefined) };
  } finally {
    await server.stop();
  }
}

describe('a login over HTTP', () => {
  it.each([
    ['ejabberd', 'plain'],
    ['prosody', 'proxied'],
  ] as const)(
    'is seen to be served by %s with %s bindings where its proof was asked for',
    async (software, httpBindings) => {
      const { doors } = await lookAtDoors(software, { httpBindings }, { proveLoginOffer: true });
      expect(doors.map(({ transport, verdict }) => [transport, verdict])).toEqual([
        ['bosh', 'plaintext'],
        ['websocket', 'plaintext'],
      ]);
      // ejabberd resets some WebSocket connections with its answers still on the way, and six connections are few.
      expect(doors.map(({ proof }) => proof)).toContain('behaviour');
    },
    60_000,
  );

  it('is found in a module for SASL2 that no feature shows', async () => {
    const { doors, report } = await lookAtDoors('prosody', { hiddenSasl2: true });
    expect(doors.map(({ transport, verdict }) => [transport, verdict])).toContainEqual(['bosh', 'plaintext']);
    const evidence = report.findings.flatMap(({ endpoint, evidence: said }) =>
      endpoint.url === undefined ? [] : said,
    );
    expect(evidence.join()).toContain('first SCRAM message of SASL2 before TLS');
  }, 60_000);

  it('is found beside registration, which a question before it keeps from being reached', async () => {
    const { report } = await lookAtDoors('ejabberd', { registration: true });
    const accused = report.findings.map(({ check, endpoint }) => [check, endpoint.transport]);
    expect(accused).toContainEqual(['c2s-refuses-plaintext-registration', 'bosh']);
    expect(accused).toContainEqual(['c2s-websocket-requires-wss', 'websocket']);
  }, 60_000);

  it('cannot be told by an address that is banned', async () => {
    const prepare = async ({ domain, c2sPort }: RealServer): Promise<void> => {
      for (let attempt = 0; attempt < 21; attempt += 1) await failToLogIn(domain, c2sPort);
    };
    const { doors, report } = await lookAtDoors('ejabberd', { c2s: 'optional', fail2ban: true }, {}, prepare);
    expect(report.verdict).toBe('inconclusive');
    expect(doors.map(({ transport, verdict }) => [transport, verdict])).toEqual([
      ['bosh', 'inconclusive'],
      ['websocket', 'inconclusive'],
    ]);
  }, 60_000);
});

describe('the line to paste into a shell', () => {
  it('shows what a WebSocket without TLS offers', async () => {
    const domain = 'paste.example';
    const server = await startEjabberd({ domain, c2s: 'required', s2s: 'required', httpBindings: 'plain' });
    try {
      const zone = zoneOf(domain, { c2s: server.c2sPort, s2s: server.s2sPort });
      const report = await surveyOnLoopback(zone, { domain }, { probe: { httpPorts: [server.httpPort ?? 0] } });
      const endpoint = report.endpoints.find(({ transport }) => transport === 'websocket');
      if (endpoint === undefined) throw new Error('the WebSocket was not found');
      const line = reproduceWeb(endpoint, report.findings, { to: domain, domain });
      const shown = await answerTo(line?.command ?? '', endpoint.port);
      expect(shown).toMatch(/101 Switching Protocols[^]*<mechanism>PLAIN</u);
    } finally {
      await server.stop();
    }
  }, 60_000);
});

/** What the command prints, its pauses kept: `nc` is not on every machine, so that a socket stands in for it. */
async function answerTo(command: string, port: number): Promise<string> {
  const [producer = ''] = command.split(' | nc ');
  const socket = connect(port, '127.0.0.1');
  const received: Buffer[] = [];
  socket.on('data', (chunk) => received.push(chunk)).on('error', () => undefined);
  const shell = spawn('sh', ['-c', producer], { stdio: ['ignore', 'pipe', 'inherit'] });
  shell.stdout.pipe(socket);
  await once(shell, 'close');
  socket.destroy();
  return Buffer.concat(received).toString('latin1');
}

describe.each(Object.entries(SERVERS))('%s behind https and wss', (_software, start) => {
  it('comes up inside TLS, with the certificate that was sent', async () => {
    const server = await start({ domain: 'tls.example', c2s: 'required', s2s: 'required', httpBindings: 'tls' });
    try {
      const subject = { domain: 'tls.example', unicodeDomain: 'tls.example' };
      const ports = { http: createHttpClient({ caFile: server.caFile }) };
      const paths = { bosh: 'https://{}/http-bind', websocket: `wss://{}${WEBSOCKET_PATHS[server.software]}` } as const;
      for (const transport of ['bosh', 'websocket'] as const) {
        const url = paths[transport].replace('{}', `tls.example:${server.httpPort}`);
        const port = server.httpPort ?? 0;
        const seen = await lookAt({ port }, { endpoint: { transport, url, source: 'host-meta' }, subject, ports });
        expect(seen.handshake).toMatchObject({ state: 'done', value: { verified: { state: 'verified' } } });
        expect(seen.securedFeatures).toMatchObject({ state: 'done' });
        const verdict = judgeEndpoint(seen, {});
        expect([verdict.verdict, verdict.proof]).toEqual(['secure', 'behaviour']);
      }
    } finally {
      await server.stop();
    }
  }, 60_000);
});
