import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An issue of the fake, in the shape the REST API answers with. */
export interface FakeIssue {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  state_reason: string | null;
  labels: { name: string }[];
  assignees: { login: string }[];
  locked: boolean;
  closed_at: string | null;
  html_url: string;
  user: { login: string; type: 'Bot' | 'User' };
  author_association: string;
  /** Present on pull requests, which the real list answers with too. */
  pull_request?: { url: string };
}

export interface FakeComment {
  body: string;
  user: { login: string; type: 'Bot' | 'User' };
  author_association: string;
}

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

export interface FakeGitHubOptions {
  /** `owner/name`; the default is `acme/watch`. Anything else is answered with 404. */
  repository?: string;
  /** The token to be presented; without it any is good. */
  token?: string;
  /** Logins that may be assigned; the default is none. */
  assignable?: readonly string[];
  /** Who the token belongs to; the default is the job token of Actions. */
  author?: { login: string; type: 'Bot' | 'User'; association: string };
}

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

/**
 * A GitHub on loopback: issues, comments, labels and assignees of one repository, as far as we use them.
 * `issues`, `comments` and `labels` are the live state and may be changed between requests, as people do.
 */
export interface FakeGitHub {
  /** What `GITHUB_API_URL` is set to. */
  readonly url: string;
  readonly repository: string;
  readonly issues: FakeIssue[];
  readonly comments: Map<number, FakeComment[]>;
  readonly labels: string[];
  /** Every request that arrived, in order. `status` is 0 when the connection was torn. */
  readonly requests: { method: string; path: string; status: number }[];
  /** `read`: writes answer 403 "Resource not accessible by integration". `none`: reads too. */
  permission: 'write' | 'read' | 'none';
  /** `false`: every request about issues answers 410. */
  issuesEnabled: boolean;
  /** Requests that changed, or tried to change, something. */
  writes(): string[];
  /** Adds an issue as if it had always been there; by default open, ours, by the job token. */
  seed(issue?: Partial<Omit<FakeIssue, 'labels'>> & { labels?: readonly string[] }): FakeIssue;
  seedComment(issue: number, body: string, author?: Partial<Omit<FakeComment, 'body'>>): void;
  /** Makes the next `times` (1) requests that match go wrong. Faults wait in a queue; the first that matches is used. */
  failNext(fault: Fault, match?: FaultMatch): void;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

interface PendingFault {
  readonly fault: Fault;
  readonly match: FaultMatch;
  times: number;
  skip: number;
}

type Json = Record<string, unknown>;

/** Starts a fake GitHub on a free loopback port. Close it, or the test runner stays alive. */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const faults: PendingFault[] = [];
  const server = createServer((request, response) => {
    void serve(fake, options, faults, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake = newFake(server, options, faults);
  return fake;
}

function newFake(server: Server, options: FakeGitHubOptions, faults: PendingFault[]): FakeGitHub {
  const repository = options.repository ?? 'acme/watch';
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const author = authorOf(options);
  const fake: FakeGitHub = {
    url,
    repository,
    issues: [],
    comments: new Map(),
    labels: [],
    requests: [],
    permission: 'write',
    issuesEnabled: true,
    writes: () => fake.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`),
    seed(issue = {}) {
      const labels = (issue.labels ?? ['xmpp-tls']).map((name) => ({ name }));
      const number = issue.number ?? nextNumber(fake);
      const seeded = { ...blankIssue(url, repository, number, author), ...issue, number, labels };
      fake.issues.push(seeded);
      return seeded;
    },
    seedComment(issue, body, by = {}) {
      const comment = { body, user: author.user, author_association: author.author_association, ...by };
      fake.comments.set(issue, [...(fake.comments.get(issue) ?? []), comment]);
    },
    failNext(fault, match = {}) {
      faults.push({ fault, match, times: match.times ?? 1, skip: match.skip ?? 0 });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;
}

async function serve(
  fake: FakeGitHub,
  options: FakeGitHubOptions,
  faults: PendingFault[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', fake.url);
  const entry = { method, path: url.pathname + url.search, status: 0 };
  fake.requests.push(entry);
  const body = await readJson(request);
  const { fault, meanwhile } = takeFault(faults, method, entry.path) ?? {};
  const answer =
    fault?.kind === 'reset'
      ? undefined
      : (faultAnswer(fault) ?? authorise(fake, options, request) ?? carryOut(fake, options, method, url, body));
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

function authorise(fake: FakeGitHub, options: FakeGitHubOptions, request: IncomingMessage): Answer | undefined {
  const presented = request.headers.authorization?.replace(/^(token|bearer) /iu, '');
  if (options.token !== undefined && presented !== options.token) return refusal(401, 'Bad credentials');
  const reads = request.method === 'GET';
  const denied = fake.permission === 'none' || (fake.permission === 'read' && !reads);
  return denied ? refusal(403, 'Resource not accessible by integration') : undefined;
}

const refusal = (status: number, message: string, errors?: readonly Json[]): Answer => ({
  status,
  body: { message, ...(errors ? { errors } : {}), documentation_url: 'https://docs.github.com/rest' },
});

const NOT_FOUND = refusal(404, 'Not Found');

function carryOut(fake: FakeGitHub, options: FakeGitHubOptions, method: string, url: URL, body: Json): Answer {
  const root = `/repos/${fake.repository}`;
  if (!url.pathname.startsWith(root)) return NOT_FOUND;
  const [area = '', id = '', below = ''] = url.pathname.slice(root.length + 1).split('/');
  if (area === 'issues' && !fake.issuesEnabled) return refusal(410, 'Issues are disabled for this repo');
  switch (`${method} ${area}${id && '/N'}${below && `/${below}`}`) {
    case 'GET issues':
      return page(url, listIssues(fake, url.searchParams));
    case 'POST issues':
      return createIssue(fake, options, body);
    case 'PATCH issues/N':
      return withIssue(fake, id, (issue) => changeIssue(issue, body));
    case 'GET issues/N':
      return withIssue(fake, id, (issue) => ({ status: 200, body: issue }));
    case 'GET issues/N/comments':
      return withIssue(fake, id, ({ number }) => page(url, fake.comments.get(number) ?? []));
    case 'POST issues/N/comments':
      return withIssue(fake, id, ({ number }) => createComment(fake, options, number, body));
    case 'POST labels':
      return createLabel(fake, String(body.name));
    case 'GET assignees/N':
      return options.assignable?.includes(id) ? { status: 204, body: undefined } : NOT_FOUND;
    default:
      return NOT_FOUND;
  }
}

function withIssue(fake: FakeGitHub, id: string, then: (issue: FakeIssue) => Answer): Answer {
  const issue = fake.issues.find(({ number }) => String(number) === id);
  return issue ? then(issue) : NOT_FOUND;
}

function listIssues(fake: FakeGitHub, query: URLSearchParams): readonly FakeIssue[] {
  const state = query.get('state') ?? 'open';
  const wanted = (query.get('labels') ?? '').split(',').filter(Boolean).map(lower);
  const found = fake.issues
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => wanted.every((name) => issue.labels.some((label) => lower(label.name) === name)))
    .sort((a, b) => a.number - b.number);
  return query.get('direction') === 'asc' ? found : found.reverse();
}

/** Pages of 30, or of `per_page` up to 100, joined by `Link` headers like the real ones. */
function page(url: URL, all: readonly unknown[]): Answer {
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
  const number = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string): string => {
    const target = new URL(url);
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

function createIssue(fake: FakeGitHub, options: FakeGitHubOptions, body: Json): Answer {
  const invalid = invalidText(body) ?? invalidAssignee(options, body);
  if (invalid) return invalid;
  const labels = names(body.labels);
  for (const name of labels) if (!hasLabel(fake, name)) fake.labels.push(name);
  const issue: FakeIssue = {
    ...blankIssue(fake.url, fake.repository, nextNumber(fake), authorOf(options)),
    title: String(body.title),
    body: String(body.body ?? ''),
    labels: labels.map((name) => ({ name })),
    assignees: names(body.assignees).map((login) => ({ login })),
  };
  fake.issues.push(issue);
  return { status: 201, body: issue };
}

function changeIssue(issue: FakeIssue, body: Json): Answer {
  const invalid = invalidText(body);
  if (invalid) return invalid;
  if (typeof body.title === 'string') issue.title = body.title;
  if (typeof body.body === 'string') issue.body = body.body;
  if (Array.isArray(body.labels)) issue.labels = names(body.labels).map((name) => ({ name }));
  // `state_reason` means something only together with a change of state.
  if ((body.state === 'open' || body.state === 'closed') && body.state !== issue.state) {
    issue.state = body.state;
    issue.state_reason = typeof body.state_reason === 'string' ? body.state_reason : defaultReason(body.state);
    issue.closed_at = body.state === 'closed' ? new Date().toISOString() : null;
  }
  return { status: 200, body: issue };
}

const defaultReason = (state: 'open' | 'closed'): string => (state === 'closed' ? 'completed' : 'reopened');

function createComment(fake: FakeGitHub, options: FakeGitHubOptions, issue: number, body: Json): Answer {
  const invalid = invalidText(body);
  if (invalid) return invalid;
  const comment = { ...authorOf(options), body: String(body.body) };
  fake.comments.set(issue, [...(fake.comments.get(issue) ?? []), comment]);
  return { status: 201, body: comment };
}

function createLabel(fake: FakeGitHub, name: string): Answer {
  if (hasLabel(fake, name)) {
    return refusal(422, 'Validation Failed', [{ resource: 'Label', code: 'already_exists', field: 'name' }]);
  }
  fake.labels.push(name);
  return { status: 201, body: { name } };
}

function invalidText(body: Json): Answer | undefined {
  const long = (value: unknown, limit: number): boolean => typeof value === 'string' && value.length > limit;
  if (long(body.body, 65_536)) {
    return refusal(422, 'Validation Failed', [{ code: 'custom', field: 'body', message: 'body is too long' }]);
  }
  if (long(body.title, 256)) {
    return refusal(422, 'Validation Failed', [{ code: 'custom', field: 'title', message: 'title is too long' }]);
  }
  return undefined;
}

function invalidAssignee(options: FakeGitHubOptions, body: Json): Answer | undefined {
  const unknown = names(body.assignees).find((login) => !options.assignable?.includes(login));
  if (unknown === undefined) return undefined;
  return refusal(422, 'Validation Failed', [
    { value: unknown, resource: 'Issue', field: 'assignees', code: 'invalid' },
  ]);
}

const lower = (text: string): string => text.toLowerCase();

const names = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);

const hasLabel = (fake: FakeGitHub, name: string): boolean => fake.labels.some((each) => lower(each) === lower(name));

const nextNumber = (fake: FakeGitHub): number => fake.issues.reduce((top, { number }) => Math.max(top, number), 0) + 1;

function authorOf(options: FakeGitHubOptions): Pick<FakeIssue, 'user' | 'author_association'> {
  const { login, type, association } = options.author ?? {
    login: 'github-actions[bot]',
    type: 'Bot',
    association: 'NONE',
  };
  return { user: { login, type }, author_association: association };
}

function blankIssue(
  url: string,
  repository: string,
  number: number,
  author: Pick<FakeIssue, 'user' | 'author_association'>,
): FakeIssue {
  return {
    number,
    title: `Issue ${number}`,
    body: '',
    state: 'open',
    state_reason: null,
    labels: [],
    assignees: [],
    locked: false,
    closed_at: null,
    html_url: `${url}/${repository}/issues/${number}`,
    ...author,
  };
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
