import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { decode, encode } from 'dns-packet';
import type { DnsAnswer, Resolver } from '../../src/dns/resolver.js';
import { createResolver } from '../../src/runtime/resolver.js';
import { aCertificate } from '../support/test-certificate.js';

const { cert, key } = aCertificate({ names: [{ dns: 'localhost' }] });
const NEVER = new AbortController().signal;

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

interface Request {
  readonly headers: IncomingMessage['headers'];
  readonly question: Buffer;
}

interface HttpsServer {
  readonly url: string;
  readonly requests: Request[];
  readonly connections: () => number;
}

async function serve(respond: (question: Buffer, response: ServerResponse) => void): Promise<HttpsServer> {
  const requests: Request[] = [];
  let connections = 0;
  const server = createServer({ cert, key }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const question = Buffer.concat(chunks);
      requests.push({ headers: request.headers, question });
      respond(question, response);
    });
  });
  server.on('secureConnection', () => (connections += 1));
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `https://localhost:${(server.address() as AddressInfo).port}/dns-query`;
  return { url, requests, connections: () => connections };
}

const resolverFor = ({ url }: HttpsServer, timeoutMs = 3_000): Resolver =>
  createResolver({ servers: [url], timeoutMs, ca: [cert] });
const ask = (server: HttpsServer, timeoutMs?: number): Promise<DnsAnswer> =>
  resolverFor(server, timeoutMs).resolve('a.example.org', 'A', NEVER);

function goodAnswer(question: Buffer): Buffer {
  const { id = 0, questions = [] } = decode(question);
  const name = questions[0]?.name ?? '';
  return encode({ type: 'response', id, questions, answers: [{ type: 'A', name, data: '8.8.8.8' }] });
}

function send(response: ServerResponse, body: Buffer, type = 'application/dns-message', status = 200): void {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}

const RECORDS = { state: 'records', records: ['8.8.8.8'], aliases: [], authentic: false };
const failing = (code: string, detail: unknown = expect.any(String)): object => ({
  state: 'failed',
  failure: { code, step: 'addresses', detail },
});

describe('a name server behind HTTPS', () => {
  it('is asked with one POST of the message, its id being 0', async () => {
    const server = await serve((question, response) => send(response, goodAnswer(question)));
    expect(await ask(server)).toEqual(RECORDS);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.headers).toMatchObject({
      'content-type': 'application/dns-message',
      accept: 'application/dns-message',
    });
    expect(decode(server.requests[0]?.question ?? Buffer.alloc(0))).toMatchObject({
      id: 0,
      questions: [{ type: 'A', name: 'a.example.org' }],
    });
  });

  it('is asked one question after the other on the same connection', async () => {
    const server = await serve((question, response) => send(response, goodAnswer(question)));
    const resolver = resolverFor(server);
    for (const host of ['a', 'b', 'c', 'd']) {
      expect(await resolver.resolve(`${host}.example.org`, 'A', NEVER)).toEqual(RECORDS);
    }
    expect(server.connections()).toBe(1);
  });

  it('is asked on few connections however many questions there are', async () => {
    const server = await serve((question, response) => send(response, goodAnswer(question)));
    const resolver = resolverFor(server, 20_000);
    const names = Array.from({ length: 60 }, (_, index) => `h${index}.example.org`);
    const answers = await Promise.all(names.map((name) => resolver.resolve(name, 'A', NEVER)));
    expect(answers).toEqual(names.map(() => RECORDS));
    expect(server.connections()).toBeLessThanOrEqual(8);
  });

  it('is not trusted without a certificate that leads to a trust anchor', async () => {
    const server = await serve((question, response) => send(response, goodAnswer(question)));
    const resolver = createResolver({ servers: [server.url], timeoutMs: 3_000 });
    expect(await resolver.resolve('a.example.org', 'A', NEVER)).toEqual(failing('dns.unreachable'));
    expect(server.requests).toEqual([]);
  });

  it.each<[string, (question: Buffer, response: ServerResponse) => void, object]>([
    [
      'has trouble of its own',
      (_, response) => send(response, Buffer.alloc(0), 'text/plain', 503),
      failing('dns.servfail', 'A a.example.org: HTTP status 503'),
    ],
    [
      'does not serve us',
      (_, response) => send(response, Buffer.alloc(0), 'text/plain', 403),
      failing('dns.refused', 'A a.example.org: HTTP status 403'),
    ],
    [
      'sends us elsewhere',
      (_, response) => void response.writeHead(302, { location: 'https://localhost/' }).end(),
      failing('dns.refused', 'A a.example.org: HTTP status 302'),
    ],
    ['sends a web page', (_, response) => send(response, Buffer.from('<html>'), 'text/html'), failing('dns.malformed')],
    ['sends noise', (_, response) => send(response, Buffer.from('noise')), failing('dns.malformed')],
    [
      'answers another question',
      (_, response) => send(response, goodAnswer(encode({ id: 0, questions: [{ type: 'A', name: 'b' }] }))),
      failing('dns.malformed'),
    ],
    ['sends far too much', (_, response) => send(response, Buffer.alloc(1_000_000)), failing('dns.malformed')],
    [
      'hangs up in the middle',
      (question, response) => {
        response.writeHead(200, { 'content-type': 'application/dns-message', 'content-length': 500 });
        response.write(goodAnswer(question), () => response.destroy());
      },
      failing('dns.unreachable'),
    ],
    ['hangs up at once', (_, response) => void response.destroy(), failing('dns.unreachable')],
  ])('fails without an exception when it %s', async (_, respond, expected) => {
    expect(await ask(await serve(respond))).toEqual(expected);
  });

  it('is given up in time when it never ends its answer', async () => {
    const server = await serve((question, response) => {
      response.writeHead(200, { 'content-type': 'application/dns-message' });
      response.write(goodAnswer(question));
    });
    expect(await ask(server, 400)).toEqual(failing('dns.timeout'));
  });
});
