import { afterEach, describe, expect, it } from '@jest/globals';
import type { EndpointObservation } from '../../src/model/observation.js';
import { lookAt, probeSettings, realPorts, SUBJECT, transcriptOf, type LookChanges } from '../support/loopback-look.js';
import { confirmPlaintext } from '../../src/probe/observe.js';
import { startPeer } from '../support/scripted-peer.js';
import { startWebServer, type WebScript, type WebServer } from '../support/web-server.js';
import { BOSH, bosh, INVALID, OPEN, REFUSED, webSocket } from '../support/web-xmpp.js';

let server: WebServer | undefined;
afterEach(() => server?.stop());

async function look(
  transport: 'bosh' | 'websocket',
  script: WebScript,
  path = '/',
  changes: LookChanges = {},
): Promise<EndpointObservation> {
  server = await startWebServer(script);
  const url = `${transport === 'bosh' ? 'http' : 'ws'}://example.org:${server.port}${path}`;
  const endpoint = { transport, source: 'default-port', url, anyPath: path === '/', ...changes.endpoint } as const;
  return lookAt(server, { ...changes, endpoint });
}

const external = ({ plaintext }: EndpointObservation): unknown => plaintext.answers['sasl-external'];

describe('a BOSH endpoint without TLS', () => {
  it('shows its features and answers, and its session is terminated', async () => {
    const seen = await look('bosh', bosh(INVALID));
    expect(seen.plaintext.features).toMatchObject({ state: 'done', value: { mechanisms: ['PLAIN'] } });
    expect(external(seen)).toMatchObject({ value: { kind: 'sasl-failure', condition: 'invalid-mechanism' } });
    expect(seen.plaintext.answers.registration).toMatchObject({ value: { kind: 'iq-error' } });
    // SASL2 is asked apart, and ends its session itself.
    expect(server?.asked.filter((asked) => asked.includes("type='terminate'"))).toHaveLength(1);
    expect(server?.asked.at(-1)).toContain('<authenticate');
    expect(seen.cost).toMatchObject({ connections: 1 });
    expect(seen.endpoint.url).toMatch(/\/http-bind$/u);
  });

  it('is found at the other path in common use', async () => {
    const seen = await look('bosh', bosh(REFUSED, '/bosh'));
    expect(seen.endpoint.url).toMatch(/\/bosh$/u);
    expect(external(seen)).toMatchObject({ value: { condition: 'encryption-required' } });
  });

  it('is found at the path that was named, and be it the root', async () => {
    server = await startWebServer(bosh(INVALID, '/'));
    const endpoint = { transport: 'bosh', source: 'configured', url: `http://example.org:${server.port}/` } as const;
    const seen = await lookAt(server, { endpoint });
    expect(external(seen)).toMatchObject({ value: { condition: 'invalid-mechanism' } });
  });

  it('is waited for where the features come later', async () => {
    const seen = await look('bosh', bosh(INVALID, '/http-bind', true));
    expect(seen.plaintext.features.state).toBe('done');
  });

  it('takes four connections at most, even where each answer ends one', async () => {
    const seen = await look('bosh', { ...bosh(INVALID, '/bosh'), hangsUp: true });
    expect(server?.connections()).toBeLessThanOrEqual(4);
    expect(external(seen)).toMatchObject({ state: 'done' });
  });

  it.each([
    ['http.redirected', { status: 301, location: 'https://example.org/http-bind' }],
    ['http.elsewhere', { status: 308, location: 'http://www.example.org/http-bind' }],
    ['http.refused', { status: 404 }],
    ['http.refused', { status: 400 }],
    ['http.refused', { status: 501 }],
    ['http.denied', { status: 403 }],
    ['http.denied', { status: 304 }],
    ['http.error', { status: 429 }],
    ['http.error', { status: 503 }],
    ['http.closed', { closed: true }],
    ['stream.not-xmpp', { status: 204 }],
    ['stream.not-xmpp', { body: '<html>It works!</html>' }],
    ['stream.host-unknown', { body: `<body ${BOSH} type='terminate' condition='host-unknown'/>` }],
    ['stream.not-xmpp', { body: '<'.repeat(200_000) }],
  ])('is %s where it says %j', async (code, answer) => {
    const seen = await look('bosh', { answer: () => answer }, '/http-bind');
    expect(seen.plaintext.header).toMatchObject({ state: 'failed', failure: { code, step: 'header' } });
    expect(seen.transcript.every(({ text }) => text.length <= 2000)).toBe(true);
  });

  it('is no longer waited for than its time', async () => {
    const changes = { settings: { timeoutMs: 150 } };
    const seen = await look('bosh', { answer: () => ({ silent: true }) }, '/http-bind', changes);
    expect(seen.plaintext.header).toMatchObject({ failure: { code: 'http.timeout' } });
  });

  it('is asked again in a session of its own before it is accused', async () => {
    const seen = await look('bosh', bosh(INVALID));
    const confirmed = await confirmPlaintext(seen, SUBJECT, probeSettings(), realPorts());
    expect(confirmed.confirmation?.features.state).toBe('done');
    expect(confirmed.cost.connections).toBe(2);
    expect(transcriptOf(confirmed)).toContain('2 us POST /http-bind');
  });
});

describe('a WebSocket endpoint without TLS', () => {
  it('shows its features and answers, and its stream is closed', async () => {
    const seen = await look('websocket', webSocket(INVALID));
    expect(seen.plaintext).toMatchObject({ header: { value: { id: 'i1', from: 'example.org' } } });
    expect(external(seen)).toMatchObject({ value: { condition: 'invalid-mechanism' } });
    expect(seen.endpoint.url).toMatch(/\/xmpp-websocket$/u);
  });

  it('is found at another path in common use', async () => {
    const seen = await look('websocket', webSocket(REFUSED, '/ws-xmpp'));
    expect(seen.endpoint.url).toMatch(/\/ws-xmpp$/u);
    expect(seen.cost.connections).toBeLessThanOrEqual(3);
  });

  it('is refused where no path is known', async () => {
    const seen = await look('websocket', {});
    expect(seen.plaintext.header).toMatchObject({ failure: { code: 'http.refused', detail: 'HTTP 404' } });
  });

  it.each([
    ['stream.closed', 'close'],
    ['stream.closed', ['x'.repeat(70_000)]],
    ['xml.not-well-formed', ['<open']],
    ['stream.not-xmpp', ['<hello xmlns="x"/>']],
  ] as const)('fails with %s', async (code, answer) => {
    const seen = await look('websocket', { socket: { path: '/xmpp-websocket', answer: () => answer } });
    expect(seen.plaintext.header).toMatchObject({ failure: { code, step: 'header' } });
  });

  it('is not read beyond 64 KiB', async () => {
    const flood = Array.from({ length: 40 }, () => `<a>${'x'.repeat(2000)}</a>`);
    const answer = (frame: string): readonly string[] => (frame.startsWith('<open') ? [OPEN, ...flood] : []);
    const seen = await look('websocket', { socket: { path: '/xmpp-websocket', answer } });
    expect(seen.plaintext.features).toMatchObject({ failure: { code: 'stream.limit', step: 'features' } });
  });
});

describe('a port that is no web server', () => {
  it.each([
    ['hangs up', ''],
    ['speaks something else', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['sends a TLS alert', Buffer.from([0x15, 3, 3, 0, 2, 2, 50])],
  ] as const)('is no door where it %s', async (_what, bytes) => {
    const peer = await startPeer(async (connection) => {
      if (bytes.length > 0) await connection.send(bytes);
      connection.end();
    });
    try {
      for (const transport of ['bosh', 'websocket'] as const) {
        const url = `${transport === 'bosh' ? 'http' : 'ws'}://example.org:${peer.port}/`;
        const seen = await lookAt(peer, { endpoint: { transport, source: 'default-port', url } });
        expect(seen.plaintext.header.state).toBe('failed');
      }
    } finally {
      await peer.close();
    }
  });

  it('is told from one that refuses the connection', async () => {
    const url = 'http://example.org:1/';
    const seen = await lookAt({ port: 1 }, { endpoint: { transport: 'bosh', source: 'default-port', url } });
    expect(seen.plaintext.connected).toMatchObject({ state: 'failed', failure: { code: 'tcp.refused' } });
  });
});
