import type { IssueChange, IssueDraft } from '../model/plan.js';
import { createForgeClient, type ForgeClient, type ForgeOptions } from './client.js';
import type { Attempt, Dialect } from './failure.js';
import {
  type ForgeCapabilities,
  ForgeError,
  type IssueReader,
  type IssueWriter,
  type ListedIssue,
  type HeardComment,
} from './forge.js';
import { type Item, inUtc, isAnything, isItem, onSameServer, readIfThere, readPages, textOf } from './pages.js';

/** What github.com and GitHub Enterprise Server can do. */
const CAPABILITIES: ForgeCapabilities = { closeReasons: true, dueDates: false, subIssues: true, reactions: true };

const DIALECT: Dialect = {
  forge: 'GitHub',
  permission: 'add "permissions: { contents: read, issues: write }" to the job',
};

/** Whose issues and comments may carry state; anybody can paste a marker, and only these are asked to. */
const TRUSTED_ASSOCIATIONS = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/** Roles that may at least set labels and close issues. */
const COMMANDING_ROLES = ['admin', 'maintain', 'write', 'triage'];

/** Reads issues with the managed label from GitHub or an instance with its API. Rejects with a `ForgeError`. */
export function createGitHubReader(options: ForgeOptions): IssueReader {
  const client = createForgeClient(options, DIALECT);
  const read = (path: string, attempt: Attempt) => readPages(client, path, attempt, onSameServer(options));
  const mayCommand = permissions(client);
  return {
    capabilities: CAPABILITIES,
    async listManaged(label) {
      const query = new URLSearchParams({ labels: label, state: 'all', sort: 'created', direction: 'asc' });
      const found = await read(`/issues?${query}&per_page=100`, { what: 'list the issues' });
      const issues = found.filter((item) => item.pull_request === undefined).map(toIssue);
      const managed = issues.filter(({ labels }) => labels.some((name) => name.toLowerCase() === label.toLowerCase()));
      // Pages may overlap when somebody opens an issue while they are read.
      return [...new Map(managed.map((issue) => [issue.number, issue])).values()];
    },
    async readIssue(issue) {
      const item = await readIfThere(client, `/issues/${issue}`, { what: `read #${issue}`, issue });
      return item && toIssue(item);
    },
    async listComments(issue) {
      const attempt = { what: `read the comments of #${issue}`, issue };
      const comments = await read(`/issues/${issue}/comments?per_page=100`, attempt);
      return comments.filter(isTrusted).map(({ body }) => textOf(body));
    },
    async listCommentsSince(since, isCommand = isAnything) {
      const query = new URLSearchParams({ since, sort: 'created', direction: 'asc', per_page: '100' });
      const found = await read(`/issues/comments?${query}`, { what: 'read the new comments' });
      const comments = new Map<number, HeardComment>();
      for (const item of found) {
        const comment = toComment(item);
        if (comment === undefined) continue;
        const may = !comment.isBot && isCommand(comment.body) && (await mayCommand(item));
        comments.set(comment.id, { ...comment, mayCommand: may });
      }
      return [...comments.values()].sort((a, b) => a.id - b.id);
    },
  };
}

/** Writes issues. Creating and commenting are sent once: whoever gets a `lost` has to look before trying again. */
export function createGitHubWriter(options: ForgeOptions): IssueWriter {
  const client = createForgeClient(options, DIALECT);
  return {
    ensureLabel: (name, color, description) => ensureLabel(client, { name, color, description }),
    create: (draft) => create(client, draft),
    async change(issue, change) {
      const attempt = { what: `change #${issue}`, issue };
      const [method, path, body] = ['PATCH', `/issues/${issue}`, changeBody(change)] as const;
      await client.send({ method, path, attempt, body, repeatable: true, accepts: isAnything });
    },
    async comment(issue, body) {
      const attempt = { what: `comment on #${issue}`, issue };
      const path = `/issues/${issue}/comments`;
      await client.send({ method: 'POST', path, attempt, body: { body }, repeatable: false, accepts: isAnything });
    },
    async addSubIssue(parent, child) {
      const attempt = { what: `put #${child} below #${parent}`, issue: parent };
      const { data } = await client.send({
        method: 'GET',
        path: `/issues/${child}`,
        attempt,
        repeatable: true,
        accepts: isItem,
      });
      const body = { sub_issue_id: isItem(data) ? data.id : undefined };
      const path = `/issues/${parent}/sub_issues`;
      await client.send({ method: 'POST', path, attempt, body, repeatable: true, accepts: isAnything });
    },
    async react(comment) {
      const attempt = { what: `react to comment ${comment}`, issue: comment };
      const path = `/issues/comments/${comment}/reactions`;
      // GitHub answers 200 for a reaction that is there already.
      await client.send({
        method: 'POST',
        path,
        attempt,
        body: { content: '+1' },
        repeatable: true,
        accepts: isAnything,
      });
    },
  };
}

function toIssue(item: Item): ListedIssue {
  const { number, title, body, state, state_reason: stateReason, labels, locked } = item;
  const { closed_at: closedAt, updated_at: updatedAt } = item;
  if (typeof number !== 'number')
    throw new ForgeError('GitHub listed an issue without a number.', { outcome: 'refused' });
  return {
    number,
    title: textOf(title),
    body: textOf(body),
    state: state === 'closed' ? 'closed' : 'open',
    labels: Array.isArray(labels) ? labels.map((label: unknown) => textOf(isItem(label) ? label.name : label)) : [],
    locked: locked === true,
    url: textOf(item.html_url),
    trusted: isTrusted(item),
    ...(typeof stateReason === 'string' ? { stateReason } : {}),
    ...(typeof closedAt === 'string' ? { closedAt } : {}),
    ...(typeof updatedAt === 'string' ? { updatedAt: inUtc(updatedAt) } : {}),
  };
}

function isTrusted({ user, author_association: association }: Item): boolean {
  return isBot(user) || TRUSTED_ASSOCIATIONS.some((each) => each === association);
}

const isBot = (user: unknown): boolean => isItem(user) && user.type === 'Bot';

function toComment({ id, body, user, issue_url: issueUrl, created_at: createdAt }: Item) {
  const issue = Number(/\/issues\/(\d+)$/u.exec(textOf(issueUrl))?.[1]);
  if (typeof id !== 'number' || Number.isNaN(issue)) return undefined;
  const author = isItem(user) ? textOf(user.login) : '';
  return { id, issue, body: textOf(body), author, isBot: isBot(user), createdAt: inUtc(textOf(createdAt)) };
}

/**
 * Whether the author of an item may command, asked once per author. `author_association` cannot tell: a member of the
 * organisation may only be allowed to read, and one who keeps the membership private looks like a stranger.
 */
function permissions(client: ForgeClient): (item: Item) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return ({ user, author_association: association }) => {
    const login = isItem(user) ? textOf(user.login) : '';
    if (association === 'OWNER') return Promise.resolve(true);
    if (login === '') return Promise.resolve(false);
    const answer = known.get(login) ?? askRole(client, login);
    known.set(login, answer);
    return answer;
  };
}

async function askRole(client: ForgeClient, login: string): Promise<boolean> {
  const path = `/collaborators/${encodeURIComponent(login)}/permission`;
  const attempt = { what: `ask what ${login} may do` };
  try {
    const { data } = await client.send({ method: 'GET', path, attempt, repeatable: true, accepts: isItem });
    const { role_name: role, permission } = isItem(data) ? data : {};
    return COMMANDING_ROLES.some((each) => each === role || each === permission);
  } catch (error) {
    // 403: the token may not ask. 404: no such user any more. Neither proves a right.
    if (error instanceof ForgeError && !error.limited && (error.status === 403 || error.status === 404)) return false;
    throw error;
  }
}

async function ensureLabel(client: ForgeClient, body: { name: string; color: string; description: string }) {
  const attempt = { what: `create the label "${body.name}"` };
  try {
    await client.send({ method: 'POST', path: '/labels', attempt, body, repeatable: true, accepts: isAnything });
  } catch (error) {
    // 422 says that the label exists, which is all we want.
    if (!(error instanceof ForgeError && error.status === 422)) throw error;
  }
}

async function create(client: ForgeClient, { title, body, labels, assignees }: IssueDraft) {
  const post = (assigned: readonly string[]) => createOnce(client, { title, body, labels, assignees: assigned });
  try {
    return await post(assignees);
  } catch (error) {
    // GitHub refuses the whole issue for one assignee it does not accept.
    if (!(error instanceof ForgeError && error.status === 422)) throw error;
    const assigned = await keepAsync(assignees, (login) => isAssignable(client, login));
    if (assigned.length === assignees.length) throw error;
    const refused = assignees.filter((login) => !assigned.includes(login));
    const note = `Nobody can be assigned as ${refused.join(', ')} in this repository; the issue was opened without.`;
    return { ...(await post(assigned)), note };
  }
}

async function createOnce(client: ForgeClient, body: Readonly<Record<string, unknown>>) {
  const accepts = (data: unknown): boolean => isItem(data) && typeof data.number === 'number';
  const attempt = { what: 'open an issue' };
  const { data } = await client.send({ method: 'POST', path: '/issues', attempt, body, repeatable: false, accepts });
  const issue = data as Item & { number: number };
  const stranger =
    'The author of this token is no collaborator here, so the next run will not take the issue for ours.';
  return { number: issue.number, url: textOf(issue.html_url), ...(isTrusted(issue) ? {} : { note: stranger }) };
}

async function isAssignable(client: ForgeClient, login: string): Promise<boolean> {
  const path = `/assignees/${encodeURIComponent(login)}`;
  const attempt = { what: `ask whether ${login} can be assigned` };
  try {
    await client.send({ method: 'GET', path, attempt, repeatable: true, accepts: isAnything });
    return true;
  } catch (error) {
    if (error instanceof ForgeError && error.status === 404) return false;
    throw error;
  }
}

async function keepAsync<T>(items: readonly T[], test: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept: T[] = [];
  for (const item of items) if (await test(item)) kept.push(item);
  return kept;
}

function changeBody({ title, body, state, stateReason, labels }: IssueChange): Readonly<Record<string, unknown>> {
  const fields = { title, body, state, state_reason: stateReason, labels };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
