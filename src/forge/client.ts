import { getOctokit } from '@actions/github';
import type { Clock } from '../model/ports.js';
import { type Attempt, type Dialect, type RequestFailure, toForgeError } from './failure.js';
import { proxyFetch } from './proxy-fetch.js';

/** Where a forge is reached, and as whom. */
export interface ForgeOptions {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /** `https://api.github.com`, or the API of another instance; without a slash at its end. */
  readonly apiUrl: string;
  readonly clock: Clock;
  /** Absent: through the proxy of the runner, if it has one. */
  readonly fetch?: typeof globalThis.fetch;
  /** Least time between two writes; by default 1 s on github.com, as GitHub asks for, and none elsewhere. */
  readonly writePaceMs?: number;
}

/** One request. `path` is below the repository, or a whole URL: from a `Link` header, or of the instance itself. */
export interface ForgeRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  readonly path: string;
  readonly attempt: Attempt;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Whether doing it twice is like doing it once; then it is repeated after a 5xx or a torn connection. */
  readonly repeatable: boolean;
  /** Whether an answer is one at all: a body cut on its way reaches us as 200 with something else in it. */
  readonly accepts: (data: unknown) => boolean;
}

export interface ForgeAnswer {
  readonly data: unknown;
  readonly link: string | undefined;
}

export interface ForgeClient {
  /** Rejects with a `ForgeError` and nothing else. */
  send(request: ForgeRequest): Promise<ForgeAnswer>;
}

const API_VERSION = '2026-03-10';
const REPEATS = 3;
const BACKOFF_MS = [1000, 2000, 4000];
const REQUEST_TIMEOUT_MS = 30_000;
const LONGEST_WAIT_MS = 120_000;
const GITHUB_PACE_MS = 1000;
/** What GitHub asks for when a secondary limit names no time. */
const UNNAMED_WAIT_MS = 60_000;

/** A connection to one repository that repeats what may be repeated, a bounded number of times, and paces writes. */
export function createForgeClient(options: ForgeOptions, dialect: Dialect): ForgeClient {
  const { clock } = options;
  const request = openRequest(options);
  const paceMs = options.writePaceMs ?? (isGitHubCloud(options.apiUrl) ? GITHUB_PACE_MS : 0);
  let lastWriteAt = -Infinity;

  async function pace(): Promise<void> {
    const wait = lastWriteAt + paceMs - clock.monotonic();
    if (wait > 0) await clock.sleep(wait);
    lastWriteAt = clock.monotonic();
  }

  return {
    async send(wanted) {
      for (let repeat = 0; ; repeat += 1) {
        if (wanted.method !== 'GET') await pace();
        const outcome = await request(wanted);
        if (!('failure' in outcome)) return outcome;
        const wait = waitBefore(repeat, wanted, outcome.failure);
        if (wait === undefined) throw toForgeError(outcome.failure, wanted.attempt, dialect);
        await clock.sleep(wait);
      }
    },
  };
}

/** Milliseconds to wait before the same request is sent again; undefined: not at all. */
function waitBefore(repeat: number, { repeatable }: ForgeRequest, failure: RequestFailure): number | undefined {
  if (repeat >= REPEATS) return undefined;
  if (failure.retryAfterMs !== undefined)
    return failure.retryAfterMs <= LONGEST_WAIT_MS ? failure.retryAfterMs : undefined;
  const passing = failure.status === undefined || failure.status >= 500;
  const harmless = repeatable || !failure.mayHaveBeenCarriedOut;
  return passing && harmless ? BACKOFF_MS[repeat] : undefined;
}

/** Whether an API is that of github.com, or of an enterprise that has its data elsewhere in the same cloud. */
export function isGitHubCloud(apiUrl: string): boolean {
  const { hostname } = new URL(apiUrl);
  return hostname === 'api.github.com' || hostname.endsWith('.ghe.com');
}

/** One attempt through Octokit. Its log is silenced: whatever is worth saying is said by the sentence of the failure. */
function openRequest({ token, repository, apiUrl, clock, fetch = proxyFetch(apiUrl) }: ForgeOptions) {
  const silent = (): void => undefined;
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  const octokit = getOctokit(token, { baseUrl: apiUrl, log, request: { fetch } });
  const headers = isGitHubCloud(apiUrl) ? { 'x-github-api-version': API_VERSION } : {};
  return async (wanted: ForgeRequest): Promise<ForgeAnswer | { failure: RequestFailure }> => {
    const { method, path, body, accepts } = wanted;
    const url = path.startsWith('https://') || path.startsWith('http://') ? path : `/repos/${repository}${path}`;
    // A write is never led elsewhere: GitHub redirects from an issue that was moved to another repository.
    const redirect = method === 'GET' ? ('follow' as const) : ('manual' as const);
    const request = { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS), log, redirect };
    try {
      const answer = await octokit.request({ ...body, method, url, headers, request });
      const status: number = answer.status;
      if (status >= 300) return { failure: { status, message: 'it was moved', mayHaveBeenCarriedOut: false } };
      if (accepts(answer.data)) return { data: answer.data, link: answer.headers.link };
      return {
        failure: {
          status: undefined,
          message: 'the answer was cut or is not what it should be',
          mayHaveBeenCarriedOut: true,
        },
      };
    } catch (error) {
      return { failure: failureOf(error, clock) };
    }
  };
}

/** Octokit gives network errors a status of 500 and no response, so the response tells whether there was an answer. */
function failureOf(error: unknown, clock: Pick<Clock, 'now'>): RequestFailure {
  const { message, response, status } = error as Partial<OctokitFailure>;
  if (response === undefined || status === undefined) {
    const codes = causesOf(error);
    const mayHaveBeenCarriedOut = !codes.some((code) => NEVER_SENT.includes(code));
    return { status: undefined, message: codes.at(-1) ?? message ?? String(error), mayHaveBeenCarriedOut };
  }
  const retryAfterMs = isRateLimit(status, response) ? waitAskedFor(response.headers, clock.now()) : undefined;
  const text = messageOf(response.data) ?? message ?? '';
  return {
    status,
    message: text,
    mayHaveBeenCarriedOut: true,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

interface OctokitFailure {
  readonly message: string;
  readonly status: number;
  readonly response: { readonly headers: Headers; readonly data: unknown };
}
type Headers = Readonly<Record<string, string | number | undefined>>;

const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** Codes of an error and of what caused it, outermost first. */
function causesOf(error: unknown): string[] {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  const deeper = cause === undefined ? [] : causesOf(cause);
  return typeof code === 'string' ? [code, ...deeper] : deeper;
}

function messageOf(data: unknown): string | undefined {
  const { message } = (typeof data === 'object' && data !== null ? data : {}) as { message?: unknown };
  return typeof message === 'string' ? message : undefined;
}

function isRateLimit(status: number, { headers, data }: OctokitFailure['response']): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  const isUsedUp = String(headers['x-ratelimit-remaining']) === '0';
  return isUsedUp || headers['retry-after'] !== undefined || /rate limit/iu.test(messageOf(data) ?? '');
}

function waitAskedFor(headers: Headers, now: number): number {
  const seconds = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && seconds >= 0) return seconds * 1000;
  const resetAt = Number(headers['x-ratelimit-reset']) * 1000;
  return resetAt > now ? resetAt - now : UNNAMED_WAIT_MS;
}
