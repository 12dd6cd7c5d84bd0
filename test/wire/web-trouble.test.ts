import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { issueCertificate } from '../../src/demo/certificate.js';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import { FAILURES } from '../../src/model/failure.js';
import type { EndpointObservation } from '../../src/model/observation.js';
import { confirmPlaintext } from '../../src/probe/observe.js';
import { lookAt, probeSettings, realPorts, SUBJECT, transcriptOf, type LookChanges } from '../support/loopback-look.js';
import { startWebServer, type WebScript, type WebServer } from '../support/web-server.js';
import { bosh, FEATURES, INVALID, iqErrors, OPEN, REFUSED, webSocket } from '../support/web-xmpp.js';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

let server: WebServer;

async function look(
  transport: 'bosh' | 'websocket',
  script: WebScript,
  path = '/',
  changes: LookChanges = {},
): Promise<EndpointObservation> {
  server = await startWebServer(script);
  opened.push(() => server.stop());
  const url = `${transport === 'bosh' ? 'http' : 'ws'}://example.org:${server.port}${path}`;
  const endpoint = { transport, source: 'configured', url, anyPath: path === '/', ...changes.endpoint } as const;
  return lookAt(server, { ...changes, endpoint });
}

const codeOf = ({ plaintext: { connected, header, features } }: EndpointObservation): string | undefined => {
  const failed = [connected, header, features].find((step) => step.state === 'failed');
  return failed?.state === 'failed' ? failed.failure.code : undefined;
};
const verdictOf = (seen: EndpointObservation): string => judgeEndpoint(seen, {}).verdict;
const connectionsTo = (seen: EndpointObservation): number[] => [seen.cost.connections, server.connections()];

describe('a web server in trouble', () => {
  const inTrouble = (times: number, answer: object): WebScript => {
    const well = bosh(INVALID);
    let count = 0;
    return { answer: (path, body, n) => (++count <= times ? answer : well.answer?.(path, body, n)) };
  };

  it.each([
    ['answers 503', { status: 503 }],
    ['hangs up', { closed: true }],
  ])('is asked once more where it %s, and may be open then', async (_what, answer) => {
    const seen = await look('bosh', inTrouble(1, answer), '/http-bind', { settings: { retries: 1 } });
    expect(verdictOf(seen)).toBe('plaintext');
  });

  it.each([
    ['http.error', { status: 503 }],
    ['http.error', { status: 429 }],
    ['http.closed', { closed: true }],
    ['http.denied', { status: 403 }],
  ])('is in doubt with %s as long as it lasts', async (code, answer) => {
    const seen = await look('bosh', inTrouble(99, answer), '/http-bind', { settings: { retries: 1 } });
    expect([codeOf(seen), verdictOf(seen)]).toEqual([code, 'inconclusive']);
  });

  it('is asked once more where it ends the stream at once', async () => {
    let streams = 0;
    const well = webSocket(INVALID);
    const answer = (frame: string, path: string) =>
      frame.startsWith('<open') && ++streams === 1
        ? [OPEN, "<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>"]
        : (well.socket?.answer(frame, path) ?? []);
    const script: WebScript = { socket: { path: '/xmpp-websocket', answer } };
    const seen = await look('websocket', script, '/xmpp-websocket', { settings: { retries: 1 } });
    expect(verdictOf(seen)).toBe('plaintext');
  });

  it('is in doubt where one path is in trouble and the next is not there', async () => {
    const seen = await look('bosh', { answer: (path) => ({ status: path === '/http-bind' ? 502 : 404 }) });
    expect([codeOf(seen), verdictOf(seen)]).toEqual(['http.error', 'inconclusive']);
    expect(seen.endpoint.url).toMatch(/\/http-bind$/u);
  });

  it('is in doubt where it was in trouble and has gone by the second try', async () => {
    const gone = await look('bosh', inTrouble(1, { status: 503 }), '/old', { settings: { retries: 1 } });
    expect([codeOf(gone), verdictOf(gone)]).toEqual(['http.error', 'inconclusive']);
  });

  it('is not asked twice in vain behind a connection that was kept too long', async () => {
    const well = bosh(INVALID);
    let posts = 0;
    const script: WebScript = {
      answer: (path, body, n) => (++posts === 2 ? { closed: true } : well.answer?.(path, body, n)),
    };
    const seen = await look('bosh', script, '/http-bind');
    expect(seen.plaintext.answers['sasl-external']).toMatchObject({ value: { condition: 'invalid-mechanism' } });
  });
});

describe('a stream that is ended before it offers anything', () => {
  const error = (condition: string, text: string): string =>
    `<stream:error xmlns:stream='http://etherx.jabber.org/streams'><${condition} xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xmlns='urn:ietf:params:xml:ns:xmpp-streams'>${text}</text></stream:error>`;
  const BODY = "<body xmlns='http://jabber.org/protocol/httpbind' type='terminate'";
  const ended = {
    bosh: (said: string): WebScript => ({
      answer: () => ({ body: `${BODY} condition='remote-stream-error'>${said}</body>` }),
    }),
    websocket: (said: string): WebScript => ({ socket: { path: '/x', answer: () => [OPEN, said] } }),
  };

  describe.each(['bosh', 'websocket'] as const)('over %s', (transport) => {
    it.each([
      ['policy-violation', 'Too many (20) failed authentications from this IP address', 'inconclusive'],
      ['policy-violation', 'Use of STARTTLS required', 'secure'],
      ['encryption-required', '', 'secure'],
      ['undefined-condition', 'No stream features to proceed with', 'secure'],
    ])('by %s "%s" is %s', async (condition, text, verdict) => {
      const seen = await look(transport, ended[transport](error(condition, text)), '/x');
      expect(seen.plaintext.header.state).toBe('done');
      expect(verdictOf(seen)).toBe(verdict);
    });
  });

  it('by a terminate without a word is in doubt', async () => {
    const seen = await look('bosh', { answer: () => ({ body: `${BODY}/>` }) }, '/x');
    expect([codeOf(seen), verdictOf(seen)]).toEqual(['stream.closed', 'inconclusive']);
  });
});

describe('a redirect to another path of the same place', () => {
  it.each([301, 307, 308])('is followed once with what is posted (HTTP %i)', async (status) => {
    const well = bosh(INVALID, '/http-bind/');
    const answer: WebScript['answer'] = (path, body, n) =>
      path === '/http-bind' ? { status, location: '/http-bind/' } : well.answer?.(path, body, n);
    const seen = await look('bosh', { answer }, '/http-bind');
    expect(verdictOf(seen)).toBe('plaintext');
    expect(seen.endpoint.url).toMatch(/\/http-bind\/$/u);
  });

  it('is followed by a WebSocket', async () => {
    const script = { ...webSocket(INVALID, '/ws/'), refusal: '302 Found\r\nLocation: /ws/' };
    expect(verdictOf(await look('websocket', script, '/ws'))).toBe('plaintext');
  });

  it('that goes on is in doubt', async () => {
    const seen = await look('bosh', { answer: (path) => ({ status: 301, location: `${path}x` }) }, '/x');
    expect([codeOf(seen), verdictOf(seen)]).toEqual(['http.elsewhere', 'inconclusive']);
    expect(server.asked).toHaveLength(2);
  });

  it('that leaves the place without TLS is in doubt', async () => {
    const location = 'http://chat.example.org/http-bind';
    const seen = await look('bosh', { answer: () => ({ status: 308, location }) }, '/http-bind');
    expect([codeOf(seen), verdictOf(seen)]).toEqual(['http.elsewhere', 'inconclusive']);
  });
});

describe('a WebSocket beside another one', () => {
  const xmpp = webSocket(INVALID, '/ws').socket;
  const beside = (answer: (frame: string) => readonly string[] | 'close'): WebScript => ({
    socket: {
      path: ['/xmpp-websocket', '/ws'],
      answer: (frame, path) => (path === '/ws' ? (xmpp?.answer(frame, path) ?? []) : answer(frame)),
    },
  });

  it.each<[string, () => readonly string[] | 'close']>([
    ['speaks something else', () => ['{"jsonrpc":"2.0"}']],
    ['keeps silent', () => []],
    ['closes', () => 'close'],
  ])('that %s is found', async (_what, answer) => {
    const seen = await look('websocket', beside(answer), '/', { settings: { timeoutMs: 300 } });
    expect(seen.endpoint.url).toMatch(/\/ws$/u);
    expect(verdictOf(seen)).toBe('plaintext');
  });

  it('is in doubt where the server agreed to XMPP and then kept silent', async () => {
    const script: WebScript = { socket: { path: '/xmpp-websocket', answer: () => [] } };
    const seen = await look('websocket', script, '/', { settings: { timeoutMs: 200 } });
    expect([codeOf(seen), verdictOf(seen)]).toEqual(['stream.timeout', 'inconclusive']);
  });
});

describe('a login that the features of a door do not tell of', () => {
  const SASL2_FAILURE =
    "<failure xmlns='urn:xmpp:sasl:2'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>";
  const BARE = "<stream:features xmlns:stream='http://etherx.jabber.org/streams'/>";
  const withSasl2 = (frame: string): readonly string[] => {
    if (frame.startsWith('<open')) return [OPEN, BARE];
    if (frame.startsWith('<authenticate')) return [SASL2_FAILURE];
    return frame.startsWith('<auth') ? [REFUSED] : iqErrors(frame);
  };

  it('is found where SASL2 serves it, over WebSocket', async () => {
    const seen = await look('websocket', { socket: { path: '/x', answer: withSasl2 } }, '/x');
    expect(verdictOf(seen)).toBe('plaintext');
    expect(seen.plaintext.answers['sasl2-scram']).toMatchObject({ value: { condition: 'not-authorized' } });
  });

  it('is confirmed on the last connection that there is', async () => {
    const seen = await look('websocket', { socket: { path: '/x', answer: withSasl2 } }, '/x');
    const spent = { connections: 5 - seen.cost.connections, urls: [], toCome: 0 };
    const confirmed = await confirmPlaintext(seen, SUBJECT, probeSettings(), realPorts(), spent);
    expect(verdictOf(confirmed)).toBe('plaintext');
    expect(confirmed.cost.connections).toBe(seen.cost.connections + 1);
  });

  it('is found where SASL2 serves it, over BOSH, asked apart from all else', async () => {
    const well = bosh(REFUSED);
    const reply = (inner: string) => ({ body: `<body xmlns='http://jabber.org/protocol/httpbind'>${inner}</body>` });
    const answer: WebScript['answer'] = (path, body, n) =>
      body.includes('<authenticate') ? reply(SASL2_FAILURE) : well.answer?.(path, body, n);
    const seen = await look('bosh', { answer }, '/http-bind');
    expect(verdictOf(seen)).toBe('plaintext');
    expect(server.asked.filter((asked) => asked.includes('<authenticate'))).toHaveLength(2);
    expect(server.asked.some((asked) => asked.includes('<authenticate') && asked.includes('<iq'))).toBe(false);
    expect(connectionsTo(seen)).toEqual([1, 1]);
  });

  it('is registration behind an attempt that ends the stream, and is confirmed without it', async () => {
    const form =
      "<iq xmlns='jabber:client' type='result' id='ID'><query xmlns='jabber:iq:register'><username/><password/></query></iq>";
    const ended =
      "<stream:error xmlns:stream='http://etherx.jabber.org/streams'><encryption-required xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>";
    let over = false;
    const answer = (frame: string): readonly string[] => {
      if (frame.startsWith('<open')) over = false;
      if (frame.startsWith('<open')) return [OPEN, BARE];
      if (over) return [];
      over = frame.startsWith('<auth ');
      if (over) return [ended];
      const id = /id='([^']+-registration)'/u.exec(frame)?.[1];
      return id === undefined ? iqErrors(frame) : [form.replace('ID', id)];
    };
    const seen = await look('websocket', { socket: { path: '/x', answer } }, '/x');
    const confirmed = await confirmPlaintext(seen, SUBJECT, probeSettings(), realPorts());
    expect(judgeEndpoint(confirmed, {}).findings.map(({ check }) => check)).toContain(
      'c2s-refuses-plaintext-registration',
    );
    expect(confirmed.confirmation?.answers['sasl-external'].state).toBe('not-reached');
    expect(verdictOf(confirmed)).toBe('plaintext');
  });

  it('is SASL that answers behind the iq errors, for a server asks somebody else first', async () => {
    const late: WebScript = {
      socket: {
        path: '/x',
        answer: (frame) => {
          if (frame.startsWith('<open')) return [OPEN, FEATURES];
          // The answer to EXTERNAL comes behind the last of the others.
          return frame.startsWith('<authenticate')
            ? [SASL2_FAILURE.replace('not-authorized', 'encryption-required'), INVALID]
            : iqErrors(frame);
        },
      },
    };
    const seen = await look('websocket', late, '/x');
    expect(seen.plaintext.answers['sasl-external']).toMatchObject({ value: { condition: 'invalid-mechanism' } });
    expect(verdictOf(seen)).toBe('plaintext');
  });
});

describe('a login that was asked to be proven', () => {
  const SCRAM = '<mechanism>SCRAM-SHA-1</mechanism><mechanism>PLAIN';
  const CHALLENGE = "<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>cj1h</challenge>";
  const offering = (answer: string): WebScript => ({
    socket: {
      path: '/x',
      answer: (frame) => {
        if (frame.startsWith('<open')) return [OPEN, FEATURES.replace('<mechanism>PLAIN', SCRAM)];
        if (frame.startsWith('<authenticate')) return [REFUSED.replace('xmlns:xmpp-sasl', 'xmlns:xmpp-sasl')];
        if (frame.includes('SCRAM-SHA-1')) return [answer];
        return frame.startsWith('<auth') ? [INVALID] : iqErrors(frame);
      },
    },
  });

  it.each([
    ['a challenge', CHALLENGE, true, 'behaviour'],
    ['not-authorized', INVALID.replace('invalid-mechanism', 'not-authorized'), true, 'behaviour'],
    ['no question, since nobody asked for one', CHALLENGE, false, 'advertised'],
  ])('is proven by %s', async (_what, answer, proveLoginOffer, proof) => {
    const seen = await look('websocket', offering(answer), '/x', { settings: { proveLoginOffer } });
    expect(judgeEndpoint(seen, {})).toMatchObject({ verdict: 'plaintext', proof });
    const confirmed = await confirmPlaintext(seen, SUBJECT, probeSettings({ proveLoginOffer }), realPorts());
    expect(judgeEndpoint(confirmed, {})).toMatchObject({ verdict: 'plaintext', proof });
    // It may count towards a ban.
    expect(server.asked.filter((asked) => asked.includes('SCRAM-SHA-1')).length).toBe(proveLoginOffer ? 1 : 0);
  });
});

describe('the connections to one port', () => {
  const before = (connections: number, toCome = 0) => ({ connections, toCome, urls: [] });

  it('are no more than are left', async () => {
    const script = { ...bosh(INVALID), hangsUp: true };
    const seen = await look('bosh', script, '/http-bind', { before: before(2, 1), settings: { retries: 3 } });
    expect(server.connections()).toBeLessThanOrEqual(1);
    expect(verdictOf(seen)).toBe('inconclusive');
  });

  it('are used up at some time, and then a door cannot be told', async () => {
    const seen = await look('bosh', bosh(INVALID), '/http-bind', { before: before(6) });
    expect([codeOf(seen), verdictOf(seen)]).toEqual(['probe.connections', 'inconclusive']);
    expect(connectionsTo(seen)).toEqual([0, 0]);
  });

  it('are six with the confirmation, however often the server hangs up', async () => {
    const script = { ...bosh(INVALID), hangsUp: true };
    const seen = await look('bosh', script, '/http-bind', { settings: { retries: 3 } });
    const confirmed = await confirmPlaintext(seen, SUBJECT, probeSettings(), realPorts());
    expect(verdictOf(confirmed)).toBe('plaintext');
    expect(connectionsTo(confirmed)).toEqual([server.connections(), server.connections()]);
    expect(server.connections()).toBeLessThanOrEqual(6);
  });

  it('leave no accusation without a second look', async () => {
    const seen = await look('bosh', bosh(INVALID), '/http-bind', { before: before(5) });
    expect(verdictOf(seen)).toBe('plaintext');
    const confirmed = await confirmPlaintext(seen, SUBJECT, probeSettings(), realPorts(), before(5));
    expect(judgeEndpoint(confirmed, {})).toMatchObject({
      verdict: 'inconclusive',
      because: [expect.stringContaining(FAILURES['probe.connections'])],
    });
  });

  it('leave out the addresses that were looked at by name', async () => {
    const seen = await look('bosh', {}, '/', { before: { ...before(1), urls: [] } });
    expect(server.asked).toEqual([expect.stringContaining('/http-bind'), expect.stringContaining('/bosh')]);
    const url = seen.endpoint.url ?? '';
    const again = await startWebServer({});
    opened.push(() => again.stop());
    const known = url.replace(/:\d+\/.*/u, `:${again.port}/http-bind`);
    const anywhere = known.replace('http-bind', '');
    const endpoint = { transport: 'bosh', source: 'default-port', url: anywhere, anyPath: true } as const;
    await lookAt(again, { endpoint, before: { ...before(1), urls: [known] } });
    expect(again.asked).toEqual([expect.stringContaining('POST /bosh')]);
  });
});

describe('a port that hangs up on plain HTTP', () => {
  /** Hands whoever begins with a TLS handshake to `tls`, and hangs up on everybody else. */
  async function startTlsOnly(tls?: WebServer): Promise<number> {
    const sockets = new Set<Socket>();
    const tcp = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      socket.once('data', (first) => {
        if (first[0] !== 0x16 || tls === undefined) return void socket.destroy();
        const inside = connect(tls.port, '127.0.0.1').on('error', () => undefined);
        sockets.add(inside);
        inside.write(first);
        socket.pipe(inside).pipe(socket);
      });
    });
    tcp.listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    opened.push(async () => {
      for (const socket of sockets) socket.destroy();
      tcp.close();
      await once(tcp, 'close');
    });
    return (tcp.address() as AddressInfo).port;
  }

  const doorTo = (port: number) =>
    lookAt(
      { port },
      { endpoint: { transport: 'bosh', source: 'configured', url: `http://example.org:${port}/http-bind` } },
    );

  it('and speaks TLS lets nobody in without', async () => {
    const tls = await startWebServer({}, { tls: await issueCertificate(['example.org'], Date.now()) });
    opened.push(() => tls.stop());
    const seen = await doorTo(await startTlsOnly(tls));
    expect([codeOf(seen), verdictOf(seen)]).toEqual(['stream.speaks-tls', 'secure']);
    expect(transcriptOf(seen)).toContain('inside TLSv1.3');
  });

  it('and on TLS as well is in doubt', async () => {
    const seen = await doorTo(await startTlsOnly());
    expect([codeOf(seen), verdictOf(seen)]).toEqual(['http.closed', 'inconclusive']);
  });
});
