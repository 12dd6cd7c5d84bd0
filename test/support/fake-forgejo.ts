import { type Answer, type Asked, type FaultyServer, type Json, pageOf, startFaultyServer } from './faulty-server.js';

interface User {
  id: number;
  login: string;
}

/** An issue of the fake, in the shape that `/api/v1` answers with. */
export interface FakeForgejoIssue {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  labels: FakeLabel[];
  assignees: User[];
  is_locked: boolean;
  closed_at: string | null;
  created_at: string;
  updated_at: string;
  due_date: string | null;
  html_url: string;
  user: User;
  /** `null` on issues, where GitHub leaves it away. */
  pull_request: null | { merged: boolean };
}

export interface FakeForgejoComment {
  id: number;
  body: string;
  user: User;
  created_at: string;
  updated_at: string;
  /** The page of the issue; empty for a pull request. */
  issue_url: string;
  pull_request_url: string;
  reactions: string[];
}

export interface FakeLabel {
  id: number;
  name: string;
  color: string;
}

export interface FakeForgejoOptions {
  /** `owner/name`; the default is `acme/watch`. */
  repository?: string;
  /** The token to be presented; without it any is good. */
  token?: string;
  /** Logins that may be assigned; the default is none. */
  assignable?: readonly string[];
  /** Whose token it is; the default is the job token, which stands for no user. */
  author?: { id: number; login: string };
  /** Whether the token may ask what others may do; job tokens may not. */
  isAdmin?: boolean;
  /** Labels of the organisation. */
  organisationLabels?: readonly string[];
  /** The address that links begin with, where it is not the one that is asked. */
  publicUrl?: string;
}

/**
 * A Forgejo on loopback, as strict as the real one where it differs from GitHub: label ids instead of names, `limit`
 * instead of `per_page`, no labels and no reason in a change, and filters that name what does not exist are dropped.
 * `issues`, `comments` and `labels` are the live state and may be changed between requests, as people do.
 */
export interface FakeForgejo extends FaultyServer {
  /** What `GITHUB_API_URL` is set to; it ends in `/api/v1`. */
  readonly url: string;
  readonly repository: string;
  readonly issues: FakeForgejoIssue[];
  readonly comments: Map<number, FakeForgejoComment[]>;
  readonly labels: FakeLabel[];
  /** Permissions by login; whoever is missing may `read`. */
  readonly permissions: Map<string, string>;
  permission: 'write' | 'read' | 'none';
  /** The time of the forge; the real one unless it is replaced. */
  now: () => string;
  seed(issue?: Partial<Omit<FakeForgejoIssue, 'labels'>> & { labels?: readonly string[] }): FakeForgejoIssue;
  seedComment(issue: number, body: string, over?: Partial<Omit<FakeForgejoComment, 'body'>>): FakeForgejoComment;
}

/** The account of Actions: what a job token writes as. */
export const ACTIONS_USER: User = { id: -2, login: 'forgejo-actions' };

/** Starts a fake Forgejo on a free loopback port. Close it, or the test runner stays alive. */
export async function startFakeForgejo(options: FakeForgejoOptions = {}): Promise<FakeForgejo> {
  const server = await startFaultyServer((asked) => authorise(fake, options, asked) ?? carryOut(fake, options, asked));
  const fake: FakeForgejo = {
    ...server,
    url: `${server.url}/api/v1`,
    repository: options.repository ?? 'acme/watch',
    issues: [],
    comments: new Map(),
    labels: [],
    permissions: new Map(),
    permission: 'write',
    now: () => new Date().toISOString(),
    seed(issue = {}) {
      const labels = (issue.labels ?? ['xmpp-tls']).map(
        (name) => labelNamed(fake, name) ?? addLabel(fake, name, 'fff'),
      );
      const number = issue.number ?? nextNumber(fake);
      const seeded = { ...blankIssue(fake, options, number), ...issue, number, labels };
      fake.issues.push(seeded);
      return seeded;
    },
    seedComment: (issue, body, over = {}) => addComment(fake, issue, { body, user: authorOf(options), ...over }),
  };
  return fake;
}

const authorOf = ({ author }: FakeForgejoOptions): User => author ?? ACTIONS_USER;

const refusal = (status: number, message: string): Answer => ({ status, body: { message, url: '/api/swagger' } });
const NOT_FOUND = refusal(404, "The target couldn't be found.");

function authorise(fake: FakeForgejo, options: FakeForgejoOptions, { method, token }: Asked): Answer | undefined {
  if (options.token !== undefined && token !== options.token) return refusal(401, 'token is required');
  const denied = fake.permission === 'none' || (fake.permission === 'read' && method !== 'GET');
  return denied ? refusal(403, 'user should have a permission to write to a repo') : undefined;
}

function carryOut(fake: FakeForgejo, options: FakeForgejoOptions, { method, url, body }: Asked): Answer {
  const path = url.pathname.replace(/^\/api\/v1/u, '');
  if (path === '/user') return options.author ? { status: 200, body: options.author } : refusal(403, 'no user');
  const [owner = ''] = fake.repository.split('/');
  if (path === `/orgs/${owner}/labels`) return organisationLabels(options, url);
  const root = `/repos/${fake.repository}/`;
  if (!url.pathname.startsWith('/api/v1/') || !path.startsWith(root)) return NOT_FOUND;
  return inRepository(fake, options, `${method} ${path.slice(root.length)}`, url, body);
}

function inRepository(fake: FakeForgejo, options: FakeForgejoOptions, asked: string, url: URL, body: Json): Answer {
  const number = Number(/\d+/u.exec(asked)?.[0]);
  const login = decodeURIComponent(/^GET collaborators\/(.+)\/permission$/u.exec(asked)?.[1] ?? '');
  if (login !== '') return permissionOf(fake, options, login);
  switch (asked.replace(/\d+/u, 'N')) {
    case 'GET labels':
      return page(options, url, fake.labels);
    case 'POST labels':
      return createLabel(fake, body);
    case 'GET assignees':
      return { status: 200, body: (options.assignable ?? []).map((name, index) => ({ id: 50 + index, login: name })) };
    case 'GET issues':
      return page(options, url, listIssues(fake, url.searchParams));
    case 'POST issues':
      return createIssue(fake, options, body);
    case 'GET issues/comments':
      return page(options, url, commentsSince(fake, url.searchParams.get('since') ?? ''));
    case 'POST issues/comments/N/reactions':
      return addReaction(fake, number, String(body.content));
    default:
      return onIssue(fake, options, asked.replace(/\d+/u, 'N'), { number, url, body });
  }
}

function onIssue(
  fake: FakeForgejo,
  options: FakeForgejoOptions,
  asked: string,
  { number, url, body }: { number: number; url: URL; body: Json },
): Answer {
  const issue = fake.issues.find((each) => each.number === number);
  if (issue === undefined) return NOT_FOUND;
  switch (asked) {
    case 'GET issues/N':
      return { status: 200, body: issue };
    case 'PATCH issues/N':
      return changeIssue(fake, issue, body);
    case 'PUT issues/N/labels':
      return replaceLabels(fake, issue, body.labels);
    case 'GET issues/N/comments':
      return page(options, url, fake.comments.get(number) ?? []);
    case 'POST issues/N/comments':
      return { status: 201, body: addComment(fake, number, { body: String(body.body), user: authorOf(options) }) };
    default:
      return NOT_FOUND;
  }
}

/** Pages of 30, or of `limit` up to 50; `per_page` is not looked at. */
function page(options: FakeForgejoOptions, url: URL, all: readonly unknown[]): Answer {
  const size = Math.min(Number(url.searchParams.get('limit') ?? 30), 50);
  const answer = pageOf(all, size, url, options.publicUrl);
  return { ...answer, headers: { ...answer.headers, 'x-total-count': String(all.length) } };
}

/** Labels that do not exist are dropped from the filter, so that everything is listed; the newest come first. */
function listIssues(fake: FakeForgejo, query: URLSearchParams): FakeForgejoIssue[] {
  const names = (query.get('labels') ?? '').split(',').filter((name) => labelNamed(fake, name) !== undefined);
  const state = query.get('state') ?? 'open';
  return fake.issues
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => query.get('type') !== 'issues' || issue.pull_request === null)
    .filter((issue) => names.every((name) => issue.labels.some((label) => label.name === name)))
    .sort((a, b) => b.number - a.number);
}

/** `since` looks at the last change. */
const commentsSince = (fake: FakeForgejo, since: string): FakeForgejoComment[] =>
  [...fake.comments.values()].flat().filter(({ updated_at: at }) => Date.parse(at) >= Date.parse(since));

function createIssue(fake: FakeForgejo, options: FakeForgejoOptions, body: Json): Answer {
  const labels = labelsById(fake, body.labels ?? []);
  if (!Array.isArray(labels)) return labels;
  const logins = Array.isArray(body.assignees) ? body.assignees.map(String) : [];
  const stranger = logins.find((login) => !options.assignable?.includes(login));
  if (stranger !== undefined) return refusal(422, `Assignee does not exist: [name: ${stranger}]`);
  const issue: FakeForgejoIssue = {
    ...blankIssue(fake, options, nextNumber(fake)),
    title: String(body.title),
    body: String(body.body ?? ''),
    ...(typeof body.due_date === 'string' ? { due_date: endOf(body.due_date) } : {}),
    labels,
    assignees: logins.map((login, index) => ({ id: 50 + index, login })),
  };
  fake.issues.push(issue);
  return { status: 201, body: issue };
}

/** Fields that do not exist are not looked at: labels, reasons. */
function changeIssue(fake: FakeForgejo, issue: FakeForgejoIssue, body: Json): Answer {
  if (typeof body.title === 'string') issue.title = body.title;
  if (typeof body.body === 'string') issue.body = body.body;
  if (typeof body.due_date === 'string') issue.due_date = endOf(body.due_date);
  if (body.unset_due_date === true) issue.due_date = null;
  if ((body.state === 'open' || body.state === 'closed') && body.state !== issue.state) {
    issue.state = body.state;
    issue.closed_at = body.state === 'closed' ? fake.now() : null;
  }
  issue.updated_at = fake.now();
  return { status: 201, body: issue };
}

/** A date is kept as the last second of its day. */
const endOf = (instant: string): string => `${instant.slice(0, 10)}T23:59:59Z`;

function replaceLabels(fake: FakeForgejo, issue: FakeForgejoIssue, ids: unknown): Answer {
  const labels = labelsById(fake, ids);
  if (!Array.isArray(labels)) return labels;
  issue.labels = labels;
  return { status: 200, body: labels };
}

function labelsById(fake: FakeForgejo, ids: unknown): FakeLabel[] | Answer {
  if (!Array.isArray(ids) || ids.some((id) => !Number.isInteger(id)))
    return refusal(422, 'json: cannot unmarshal string into Go struct field CreateIssueOption.labels of type int64');
  const labels = ids.map((id) => fake.labels.find((label) => label.id === id));
  return labels.every((label) => label !== undefined) ? labels : NOT_FOUND;
}

const labelNamed = (fake: FakeForgejo, name: string): FakeLabel | undefined =>
  fake.labels.find((label) => label.name === name);

/** Names are not unique: whoever does not look first makes twins. */
function createLabel(fake: FakeForgejo, { name, color }: Json): Answer {
  if (typeof color !== 'string' || !/^#?[0-9a-f]{3}(?:[0-9a-f]{3})?$/iu.test(color))
    return refusal(422, 'color is wrong');
  return { status: 201, body: addLabel(fake, String(name), color) };
}

function addLabel(fake: FakeForgejo, name: string, color: string): FakeLabel {
  const label = { id: 700 + fake.labels.length, name, color };
  fake.labels.push(label);
  return label;
}

function organisationLabels({ organisationLabels: names }: FakeForgejoOptions, url: URL): Answer {
  if (names === undefined) return NOT_FOUND;
  return pageOf(
    names.map((name, index) => ({ id: 900 + index, name, color: 'fff' })),
    50,
    url,
  );
}

function permissionOf(fake: FakeForgejo, { isAdmin }: FakeForgejoOptions, login: string): Answer {
  if (!isAdmin)
    return refusal(403, 'Only admins can query all permissions, repo admins can query all repo permissions');
  return { status: 200, body: { permission: fake.permissions.get(login) ?? 'read', user: { login } } };
}

function addComment(
  fake: FakeForgejo,
  issue: number,
  comment: Partial<FakeForgejoComment> & Pick<FakeForgejoComment, 'body' | 'user'>,
): FakeForgejoComment {
  const created_at = comment.created_at ?? fake.now();
  const id = [...fake.comments.values()].reduce((count, { length }) => count + length, 1);
  const issue_url = `https://git.example.org/${fake.repository}/issues/${issue}`;
  const times = { created_at, updated_at: created_at };
  const added = { id, ...times, issue_url, pull_request_url: '', reactions: [], ...comment };
  fake.comments.set(issue, [...(fake.comments.get(issue) ?? []), added]);
  return added;
}

function addReaction(fake: FakeForgejo, id: number, content: string): Answer {
  const comment = [...fake.comments.values()].flat().find((each) => each.id === id);
  if (comment === undefined) return NOT_FOUND;
  if (!comment.reactions.includes(content)) comment.reactions.push(content);
  return { status: 201, body: { content } };
}

const nextNumber = (fake: FakeForgejo): number => fake.issues.reduce((top, { number }) => Math.max(top, number), 0) + 1;

function blankIssue(fake: FakeForgejo, options: FakeForgejoOptions, number: number): FakeForgejoIssue {
  return {
    number,
    title: `Issue ${number}`,
    body: '',
    state: 'open',
    labels: [],
    assignees: [],
    is_locked: false,
    closed_at: null,
    created_at: fake.now(),
    updated_at: fake.now(),
    due_date: null,
    html_url: `https://git.example.org/${fake.repository}/issues/${number}`,
    user: authorOf(options),
    pull_request: null,
  };
}
