import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong instead of, or after, carrying a request out. */
export type Fault =
  /** An answer without carrying the request out: 502, 503, 429 with `headers: { 'retry-after': '1' }`. */
  | { kind: 'status'; status: number; message?: string; headers?: Record<string, string> }
  /** The connection is torn before the request is carried out. */
  | { kind: 'reset' }
  /** Carried out, then the connection is torn: the caller cannot know. */
  | { kind: 'lost' }
  /** Carried out, and the answer ends in the middle of its body. */
  | { kind: 'cut' }
  /** A 200 with this JSON instead of the true answer: a page that is not an array, for one. */
  | { kind: 'json'; body: unknown };

/** Which requests a fault is for, and how often. */
export interface FaultMatch {
  readonly times?: number;
  /** A pattern: `POST`, `POST|PATCH`. */
  readonly method?: string;
  readonly path?: RegExp;
  /** Requests that match and are spared first. */
  readonly skip?: number;
  /** Done, and waited for, between carrying the request out, where that is done, and the tearing of the connection. */
  readonly meanwhile?: () => Promise<void>;
}

/** An HTTP server on loopback that answers as it is told, writes every request down, and goes wrong on demand. */
export interface FaultyServer {
  readonly url: string;
  /** Every request that arrived, in order. `status` is 0 when the connection was torn. */
  readonly requests: { method: string; path: string; status: number }[];
  /** Requests that changed, or tried to change, something. */
  writes(): string[];
  /** Makes the next `times` (1) requests that match go wrong. Faults wait in a queue; the first that matches is used. */
  failNext(fault: Fault, match?: FaultMatch): void;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: Json;
  /** The token that was presented, without the word before it. */
  readonly token: string | undefined;
}

interface PendingFault {
  readonly fault: Fault;
  readonly match: FaultMatch;
  times: number;
  skip: number;
}

export type Json = Record<string, unknown>;

/** Starts a server on a free loopback port. Close it, or the test runner stays alive. */
export async function startFaultyServer(carryOut: (asked: Asked) => Answer): Promise<FaultyServer> {
  const faults: PendingFault[] = [];
  const requests: FaultyServer['requests'] = [];
  const server = createServer((request, response) => {
    void serve({ faults, requests, carryOut }, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    writes: () => requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`),
    failNext(fault, match = {}) {
      faults.push({ fault, match, times: match.times ?? 1, skip: match.skip ?? 0 });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Serving {
  readonly faults: PendingFault[];
  readonly requests: FaultyServer['requests'];
  readonly carryOut: (asked: Asked) => Answer;
}

async function serve(
  { faults, requests, carryOut }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const entry = { method, path: url.pathname + url.search, status: 0 };
  requests.push(entry);
  const body = await readJson(request);
  const { fault, meanwhile } = takeFault(faults, method, entry.path) ?? {};
  const token = request.headers.authorization?.replace(/^(token|bearer) /iu, '');
  const answer = fault?.kind === 'reset' ? undefined : (faultAnswer(fault) ?? carryOut({ method, url, body, token }));
  await meanwhile?.();
  if (answer === undefined || fault?.kind === 'lost') return void request.socket.destroy();
  entry.status = answer.status;
  send(response, answer, fault?.kind === 'cut');
}

function faultAnswer(fault: Fault | undefined): Answer | undefined {
  if (fault?.kind === 'json') return { status: 200, body: fault.body };
  if (fault?.kind !== 'status') return undefined;
  const { status, message = 'Server Error', headers = {} } = fault;
  return { status, body: { message }, headers };
}

function takeFault(faults: PendingFault[], method: string, path: string): (FaultMatch & { fault: Fault }) | undefined {
  const found = faults.find(
    ({ match }) => new RegExp(match.method ?? '', 'u').test(method) && (match.path ?? /^/u).test(path),
  );
  if (found === undefined) return undefined;
  if (found.skip > 0) {
    found.skip -= 1;
    return undefined;
  }
  found.times -= 1;
  if (found.times === 0) faults.splice(faults.indexOf(found), 1);
  return { ...found.match, fault: found.fault };
}

async function readJson(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Json);
}

function send(response: ServerResponse, answer: Answer, cut: boolean): void {
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  const headers = { 'content-type': 'application/json; charset=utf-8', ...answer.headers };
  if (!cut) return void response.writeHead(answer.status, headers).end(text);
  response.writeHead(answer.status, { ...headers, 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}

/** One page of a list, joined to the others by a `Link` header like the real ones; `publicUrl` is what links begin with. */
export function pageOf(all: readonly unknown[], size: number, url: URL, publicUrl = url.origin): Answer {
  const number = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string): string => {
    const target = new URL(url.pathname + url.search, publicUrl);
    target.searchParams.set('page', String(to));
    return `<${target.href}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
  ];
  const headers: Record<string, string> = links.length > 0 ? { link: links.join(', ') } : {};
  return { status: 200, body: all.slice((number - 1) * size, number * size), headers };
}
