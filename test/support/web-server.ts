import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

/** What a scripted web server was asked, in order: `POST /http-bind <body .../>`. */
export interface WebServer {
  readonly port: number;
  readonly asked: readonly string[];
  readonly connections: () => number;
  stop(): Promise<void>;
}

export interface WebScript {
  /** The answer to a request; what is left out is 404. */
  readonly answer?: (path: string, body: string, count: number) => Partial<Answer> | undefined;
  /** Frames in answer to a frame; a path that is not named here gets 404, or what `refusal` says. */
  readonly socket?: {
    readonly path: string | readonly string[];
    readonly answer: (frame: string, path: string) => readonly string[] | 'close';
  };
  /** Answer to an upgrade at any other path: a status line and headers. */
  readonly refusal?: string;
  /** Whether every answer ends its connection. */
  readonly hangsUp?: boolean;
}

interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
  /** No answer at all. */
  readonly silent: boolean;
  /** The connection is closed instead of an answer. */
  readonly closed: boolean;
}

/** A web server on loopback that answers as it is told; with TLS where `tls` says how. */
export async function startWebServer(
  script: WebScript,
  { host = '127.0.0.1', port = 0, tls }: { host?: string; port?: number; tls?: ServerOptions } = {},
): Promise<WebServer> {
  const asked: string[] = [];
  let connections = 0;
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'xmpp' });
  const listener = (request: IncomingMessage, response: ServerResponse): void =>
    void serve(request, response, script, asked);
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  server.on('connection', () => (connections += 1));
  server.on('upgrade', (request, socket, head) => {
    asked.push(`UPGRADE ${request.url}`);
    const path = request.url ?? '';
    if (![script.socket?.path].flat().includes(path)) {
      return void socket.resume().end(`HTTP/1.1 ${script.refusal ?? '404 Not Found'}\r\nContent-Length: 0\r\n\r\n`);
    }
    sockets.handleUpgrade(request, socket, head, (channel) => {
      channel.on('error', () => undefined);
      channel.on('message', (data) => {
        const frame = (data as Buffer).toString('utf8');
        asked.push(frame);
        const answer = script.socket?.answer(frame, path) ?? [];
        if (answer === 'close') channel.terminate();
        else for (const text of answer) channel.send(text);
      });
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    connections: () => connections,
    async stop() {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  script: WebScript,
  asked: string[],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  asked.push(`${request.method} ${request.url} ${body}`.trim());
  const answer = script.answer?.(request.url ?? '', body, asked.length) ?? { status: 404 };
  if (answer.silent === true) return;
  if (answer.closed === true) return void request.socket.destroy();
  if (script.hangsUp === true) response.setHeader('connection', 'close');
  if (answer.location !== undefined) response.setHeader('location', answer.location);
  response.statusCode = answer.status ?? 200;
  response.end(answer.body ?? '');
}
