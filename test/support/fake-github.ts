import { contentOf, type FakeFiles } from './fake-contents.js';
import { type Answer, type Asked, type FaultyServer, type Json, pageOf, startFaultyServer } from './faulty-server.js';

export type { Fault, FaultMatch } from './faulty-server.js';

/** An issue of the fake, in the shape the REST API answers with. */
export interface FakeIssue {
  /** What the API calls the issue where a number would not do, as for sub-issues. */
  id: number;
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  state_reason: string | null;
  labels: { name: string }[];
  assignees: { login: string }[];
  locked: boolean;
  closed_at: string | null;
  /** Only in the answer about one issue. */
  closed_by?: { login: string; type: 'Bot' | 'User' } | null;
  created_at: string;
  updated_at: string;
  html_url: string;
  user: { login: string; type: 'Bot' | 'User' };
  author_association: string;
  /** Present on pull requests, which the real list answers with too. */
  pull_request?: { url: string };
}

export interface FakeComment {
  id: number;
  body: string;
  created_at: string;
  updated_at: string;
  issue_url: string;
  /** What it was reacted with. */
  reactions: string[];
  user: { login: string; type: 'Bot' | 'User' };
  author_association: string;
}

export interface FakeGitHubOptions {
  /** `owner/name`; the default is `acme/watch`. Anything else is answered with 404. */
  repository?: string;
  /** The token to be presented; without it any is good. */
  token?: string;
  /** Logins that may be assigned; the default is none. */
  assignable?: readonly string[];
  /** Who the token belongs to; the default is the job token of Actions. */
  author?: { login: string; type: 'Bot' | 'User'; association: string };
  /** What stands before every path, as `/api/v3` on GitHub Enterprise Server. */
  basePath?: string;
  /** Whether issues can be put below others; the default is yes. */
  subIssues?: boolean;
}

/**
 * A GitHub on loopback: issues, comments, labels and assignees of one repository, as far as we use them.
 * `issues`, `comments` and `labels` are the live state and may be changed between requests, as people do.
 */
export interface FakeGitHub extends FaultyServer {
  /** What `GITHUB_API_URL` is set to. */
  readonly url: string;
  readonly repository: string;
  readonly issues: FakeIssue[];
  readonly comments: Map<number, FakeComment[]>;
  readonly labels: string[];
  readonly files: FakeFiles;
  /** Roles by login, as `collaborators/LOGIN/permission` answers; whoever is missing may `read`. */
  readonly roles: Map<string, string>;
  /** Ids of issues by the number of the issue they were put below. */
  readonly subIssues: Map<number, number[]>;
  /** `read`: writes answer 403 "Resource not accessible by integration". `none`: reads too. */
  permission: 'write' | 'read' | 'none';
  /** `false`: every request about issues answers 410. */
  issuesEnabled: boolean;
  /** The time of the forge; the real one unless it is replaced. */
  now: () => string;
  /** Adds an issue as if it had always been there; by default open, ours, by the job token. */
  seed(issue?: Partial<Omit<FakeIssue, 'labels'>> & { labels?: readonly string[] }): FakeIssue;
  seedComment(issue: number, body: string, author?: Partial<Omit<FakeComment, 'body'>>): FakeComment;
}

/** Starts a fake GitHub on a free loopback port. Close it, or the test runner stays alive. */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const server = await startFaultyServer((asked) => authorise(fake, options, asked) ?? carryOut(fake, options, asked));
  const fake: FakeGitHub = {
    ...server,
    url: server.url + (options.basePath ?? ''),
    repository: options.repository ?? 'acme/watch',
    issues: [],
    comments: new Map(),
    labels: [],
    files: new Map(),
    roles: new Map(),
    subIssues: new Map(),
    permission: 'write',
    issuesEnabled: true,
    now: () => new Date().toISOString(),
    seed(issue = {}) {
      const labels = (issue.labels ?? ['xmpp-tls']).map((name) => ({ name }));
      const number = issue.number ?? nextNumber(fake);
      const seeded = { ...blankIssue(fake, number, authorOf(options)), ...issue, number, labels };
      fake.issues.push(seeded);
      return seeded;
    },
    seedComment: (issue, body, by = {}) => addComment(fake, issue, { body, ...authorOf(options), ...by }),
  };
  return fake;
}

function authorise(fake: FakeGitHub, options: FakeGitHubOptions, { method, token }: Asked): Answer | undefined {
  if (options.token !== undefined && token !== options.token) return refusal(401, 'Bad credentials');
  const reads = method === 'GET';
  const denied = fake.permission === 'none' || (fake.permission === 'read' && !reads);
  return denied ? refusal(403, 'Resource not accessible by integration') : undefined;
}

const refusal = (status: number, message: string, errors?: readonly Json[]): Answer => ({
  status,
  body: { message, ...(errors ? { errors } : {}), documentation_url: 'https://docs.github.com/rest' },
});

const NOT_FOUND = refusal(404, 'Not Found');

function carryOut(fake: FakeGitHub, options: FakeGitHubOptions, { method, url, body }: Asked): Answer {
  if (url.pathname === `${options.basePath ?? ''}/user`) return ownUser(options);
  const root = `${options.basePath ?? ''}/repos/${fake.repository}`;
  if (!url.pathname.startsWith(root)) return NOT_FOUND;
  const path = url.pathname.slice(root.length + 1);
  const content = method === 'GET' ? contentOf(fake.files, path, url) : undefined;
  if (content) return content;
  const [area = '', id = '', below = ''] = path.split('/');
  if (area === 'issues' && !fake.issuesEnabled) return refusal(410, 'Issues are disabled for this repo');
  if (path.startsWith('issues/comments')) return carryOutOnComments(fake, `${method} ${path}`, url, body);
  switch (`${method} ${area}${id && '/N'}${below && `/${below}`}`) {
    case 'GET issues':
      // A list does not say who closed an issue.
      return page(
        url,
        listIssues(fake, url.searchParams).map(({ closed_by: _closedBy, ...issue }) => issue),
      );
    case 'POST issues':
      return createIssue(fake, options, body);
    case 'PATCH issues/N':
      return withIssue(fake, id, (issue) => changeIssue(fake, issue, body));
    case 'GET issues/N':
      return withIssue(fake, id, (issue) => ({ status: 200, body: issue }));
    case 'GET issues/N/comments':
      return withIssue(fake, id, ({ number }) => page(url, fake.comments.get(number) ?? []));
    case 'POST issues/N/comments':
      return withIssue(fake, id, ({ number }) => createComment(fake, options, number, body));
    case 'GET issues/N/sub_issues':
      if (options.subIssues === false) return NOT_FOUND;
      return withIssue(fake, id, ({ number }) => page(url, subIssuesOf(fake, number)));
    case 'POST issues/N/sub_issues':
      if (options.subIssues === false) return NOT_FOUND;
      return withIssue(fake, id, (issue) => addSubIssue(fake, issue, body));
    case 'GET collaborators/N/permission':
      return { status: 200, body: { role_name: fake.roles.get(id) ?? 'read', user: { login: id } } };
    case 'POST labels':
      return createLabel(fake, String(body.name));
    case 'GET assignees/N':
      return options.assignable?.includes(id) ? { status: 204, body: undefined } : NOT_FOUND;
    default:
      return NOT_FOUND;
  }
}

/** The token of a job stands for no user, and is told so. */
function ownUser(options: FakeGitHubOptions): Answer {
  const { user } = authorOf(options);
  return user.type === 'User' ? { status: 200, body: user } : refusal(403, 'Resource not accessible by integration');
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

/** Pages of 30, or of `per_page` up to 100. */
function page(url: URL, all: readonly unknown[]): Answer {
  return pageOf(all, Math.min(Number(url.searchParams.get('per_page') ?? 30), 100), url);
}

function carryOutOnComments(fake: FakeGitHub, asked: string, url: URL, body: Json): Answer {
  const all = [...fake.comments.values()].flat();
  if (asked === 'GET issues/comments') {
    const since = url.searchParams.get('since') ?? '';
    return page(
      url,
      all.filter((comment) => comment.updated_at >= since).sort((a, b) => a.id - b.id),
    );
  }
  const id = /^POST issues\/comments\/(\d+)\/reactions$/u.exec(asked)?.[1];
  const comment = all.find((each) => String(each.id) === id);
  if (comment === undefined) return NOT_FOUND;
  const isNew = !comment.reactions.includes(String(body.content));
  if (isNew) comment.reactions.push(String(body.content));
  return { status: isNew ? 201 : 200, body: { content: body.content } };
}

const subIssuesOf = (fake: FakeGitHub, parent: number): FakeIssue[] =>
  fake.issues.filter(({ id }) => fake.subIssues.get(parent)?.includes(id));

function addSubIssue(fake: FakeGitHub, parent: FakeIssue, body: Json): Answer {
  const child = fake.issues.find(({ id }) => id === body.sub_issue_id);
  if (child === undefined) return refusal(404, 'The provided sub-issue does not exist');
  const hasParent = [...fake.subIssues.values()].some((ids) => ids.includes(child.id));
  if (hasParent)
    return refusal(422, 'Issue may not contain duplicate sub-issues and Sub issue may only have one parent');
  fake.subIssues.set(parent.number, [...(fake.subIssues.get(parent.number) ?? []), child.id]);
  return { status: 201, body: parent };
}

function createIssue(fake: FakeGitHub, options: FakeGitHubOptions, body: Json): Answer {
  const invalid = invalidText(body) ?? invalidAssignee(options, body);
  if (invalid) return invalid;
  const labels = names(body.labels);
  for (const name of labels) if (!hasLabel(fake, name)) fake.labels.push(name);
  const issue: FakeIssue = {
    ...blankIssue(fake, nextNumber(fake), authorOf(options)),
    title: String(body.title),
    body: String(body.body ?? ''),
    labels: labels.map((name) => ({ name })),
    assignees: names(body.assignees).map((login) => ({ login })),
  };
  fake.issues.push(issue);
  return { status: 201, body: issue };
}

function changeIssue(fake: FakeGitHub, issue: FakeIssue, body: Json): Answer {
  const invalid = invalidText(body);
  if (invalid) return invalid;
  if (typeof body.title === 'string') issue.title = body.title;
  if (typeof body.body === 'string') issue.body = body.body;
  if (Array.isArray(body.labels)) issue.labels = names(body.labels).map((name) => ({ name }));
  // `state_reason` means something only together with a change of state.
  if ((body.state === 'open' || body.state === 'closed') && body.state !== issue.state) {
    issue.state = body.state;
    issue.state_reason = typeof body.state_reason === 'string' ? body.state_reason : defaultReason(body.state);
    issue.closed_at = body.state === 'closed' ? fake.now() : null;
  }
  issue.updated_at = fake.now();
  return { status: 200, body: issue };
}

const defaultReason = (state: 'open' | 'closed'): string => (state === 'closed' ? 'completed' : 'reopened');

function createComment(fake: FakeGitHub, options: FakeGitHubOptions, issue: number, body: Json): Answer {
  const invalid = invalidText(body);
  if (invalid) return invalid;
  return { status: 201, body: addComment(fake, issue, { ...authorOf(options), body: String(body.body) }) };
}

function addComment(
  fake: FakeGitHub,
  issue: number,
  comment: Partial<FakeComment> & Pick<FakeComment, 'body' | 'user' | 'author_association'>,
): FakeComment {
  const created_at = comment.created_at ?? fake.now();
  const id = [...fake.comments.values()].reduce((count, { length }) => count + length, 1);
  const issue_url = `${fake.url}/repos/${fake.repository}/issues/${issue}`;
  const added = { id, created_at, updated_at: created_at, issue_url, reactions: [], ...comment };
  fake.comments.set(issue, [...(fake.comments.get(issue) ?? []), added]);
  const commented = fake.issues.find(({ number }) => number === issue);
  if (commented) commented.updated_at = created_at;
  return added;
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
  fake: FakeGitHub,
  number: number,
  author: Pick<FakeIssue, 'user' | 'author_association'>,
): FakeIssue {
  const now = fake.now();
  return {
    id: 1000 + number,
    number,
    title: `Issue ${number}`,
    body: '',
    state: 'open',
    state_reason: null,
    labels: [],
    assignees: [],
    locked: false,
    closed_at: null,
    created_at: now,
    updated_at: now,
    html_url: `${new URL(fake.url).origin}/${fake.repository}/issues/${number}`,
    ...author,
  };
}
