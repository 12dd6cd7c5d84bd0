import { failure, type Failure, type FailureCode } from '../model/failure.js';
import { readHostMeta, type HostMetaFile } from '../xmpp/host-meta.js';
import type { HttpOrigin, HttpResponse, HttpSession } from './http-client.js';
import type { ProbePorts, ProbeSettings } from './look.js';
import { movedWithin, statusFailure } from './web-stream.js';

/** Connections for all files of one place in one go: one, and one more if the web server hangs up. */
const CONNECTIONS_AT_ONCE = 2;

/** Where to ask: one address and port, with TLS where `host` says whom the certificate must name. */
export interface Place extends Pick<HttpOrigin, 'address' | 'family' | 'port'> {
  readonly host?: string;
}

/** What became of one file. */
export type Fetched =
  /** `untrusted`: why clients refuse the certificate it came with. */
  | { readonly kind: 'file'; readonly url: URL; readonly file: HostMetaFile; readonly untrusted: readonly string[] }
  /** `why`: what kept us from following. */
  | { readonly kind: 'moved'; readonly url: URL; readonly to: URL; readonly why?: Failure }
  | { readonly kind: 'failed'; readonly url: URL; readonly failure: Failure };

/** Failures that are an answer of the web server, to one file only. */
const ANSWERS: readonly FailureCode[] = [
  'http.refused',
  'http.denied',
  'http.error',
  'http.redirected',
  'http.elsewhere',
];

/** Asks one place for files, on as many connections as are left for it. A redirect within it is followed once. */
export function readAt(
  { host, ...where }: Place,
  urls: readonly URL[],
  left: number,
  { timeoutMs }: ProbeSettings,
  { http, pace, signal }: ProbePorts,
  spent: { readonly address: string; readonly port: number; readonly connections: number }[],
): Promise<readonly Fetched[]> {
  const identity = host === undefined ? undefined : ({ domain: host, unicodeDomain: host, service: 'c2s' } as const);
  return pace.run(where, async () => {
    const origin = identity === undefined ? where : { ...where, identity };
    const session = http.open(origin, { timeoutMs, maxConnections: Math.min(CONNECTIONS_AT_ONCE, left), signal });
    try {
      const fetched: Fetched[] = [];
      for (const url of urls) {
        const one = await fetchFile(url, session);
        fetched.push(one);
        // Where there was no answer at all, the next file would meet with the same.
        if (one.kind === 'failed' && !ANSWERS.includes(one.failure.code)) break;
      }
      return fetched;
    } finally {
      session.close();
      spent.push({ address: where.address, port: where.port, connections: session.cost().connections });
    }
  });
}

async function fetchFile(url: URL, session: HttpSession): Promise<Fetched> {
  let at = url;
  let answer = await ask(at, session);
  const moved = 'code' in answer ? undefined : movedWithin(answer, at);
  if (moved !== undefined) {
    at = moved;
    answer = await ask(at, session);
  }
  if ('code' in answer) return { kind: 'failed', url, failure: answer };
  const { status, location = '', body, isCut } = answer;
  if (status >= 300 && status < 400 && URL.canParse(location, at.href)) {
    return { kind: 'moved', url, to: new URL(location, at) };
  }
  const refused = statusFailure(answer, at, 200);
  if (refused !== undefined) return { kind: 'failed', url, failure: refused };
  const verified = session.tls()?.verified;
  const untrusted = verified?.state === 'not-verified' ? verified.why : [];
  return { kind: 'file', url, file: readHostMeta(body, isCut), untrusted };
}

async function ask(url: URL, session: HttpSession): Promise<HttpResponse | Failure> {
  const answer = await session.request({ url });
  if (answer.state === 'done') return answer.value;
  return answer.state === 'failed' ? answer.failure : failure('http.closed', 'header');
}
