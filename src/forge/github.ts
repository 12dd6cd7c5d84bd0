import { ForgeError, type IssueReader, type IssueWriter, type ListedIssue } from './forge.js';
import { createGitHubClient, type GitHubClient, type GitHubOptions } from './github-client.js';
import type { Attempt } from './github-failure.js';
import type { IssueChange, IssueDraft } from '../model/plan.js';

export type { GitHubOptions } from './github-client.js';

/** 100 a page; nobody watches more domains than this with one label. */
const MOST_PAGES = 100;

/** Whose issues and comments may carry state; anybody can paste a marker, and only these are asked to. */
const TRUSTED_ASSOCIATIONS = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/** Reads issues with the managed label from GitHub or an instance with its API. Rejects with a `ForgeError`. */
export function createGitHubReader(options: GitHubOptions): IssueReader {
  const client = createGitHubClient(options);
  return {
    async listManaged(label) {
      const query = new URLSearchParams({ labels: label, state: 'all', sort: 'created', direction: 'asc' });
      const found = await readPages(client, options, `/issues?${query}&per_page=100`, { what: 'list the issues' });
      const issues = found.filter((item) => item.pull_request === undefined).map(toIssue);
      const managed = issues.filter(({ labels }) => labels.some((name) => name.toLowerCase() === label.toLowerCase()));
      // Pages may overlap when somebody opens an issue while they are read.
      return [...new Map(managed.map((issue) => [issue.number, issue])).values()];
    },
    async listComments(issue) {
      const attempt = { what: `read the comments of #${issue}`, issue };
      const comments = await readPages(client, options, `/issues/${issue}/comments?per_page=100`, attempt);
      return comments.filter(isTrusted).map(({ body }) => textOf(body));
    },
  };
}

/** Writes issues. Creating and commenting are sent once: whoever gets a `lost` has to look before trying again. */
export function createGitHubWriter(options: GitHubOptions): IssueWriter {
  const client = createGitHubClient(options);
  return {
    ensureLabel: (name, color, description) => ensureLabel(client, { name, color, description }),
    create: (draft) => create(client, draft),
    async change(issue, change) {
      const attempt = { what: `change #${issue}`, issue };
      const body = changeBody(change);
      await client.send({
        method: 'PATCH',
        path: `/issues/${issue}`,
        attempt,
        body,
        repeatable: true,
        accepts: isAnything,
      });
    },
    async comment(issue, body) {
      const attempt = { what: `comment on #${issue}`, issue };
      const path = `/issues/${issue}/comments`;
      await client.send({ method: 'POST', path, attempt, body: { body }, repeatable: false, accepts: isAnything });
    },
  };
}

type Item = Readonly<Record<string, unknown>>;

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);
const isItemList = (value: unknown): value is Item[] => Array.isArray(value) && value.every(isItem);
const isAnything = (): boolean => true;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** All pages, or an error: a page that is not a list would read like "there are no issues", and make twins of them. */
async function readPages(
  client: GitHubClient,
  { apiUrl }: GitHubOptions,
  path: string,
  attempt: Attempt,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let next: string | undefined = path;
  for (let page = 0; next !== undefined; page += 1) {
    if (page === MOST_PAGES)
      throw new ForgeError(`There are too many pages to ${attempt.what}.`, { outcome: 'refused' });
    const answer = await client.send({ method: 'GET', path: next, attempt, repeatable: true, accepts: isItemList });
    if (isItemList(answer.data)) items.push(...answer.data);
    next = nextPage(answer.link, apiUrl);
  }
  return items;
}

/** The page after this one (RFC 8288). The token goes with every request, so no other server is ever asked. */
function nextPage(link: string | undefined, apiUrl: string): string | undefined {
  const next = /<([^<>]+)>;[^,]*\brel="?next"?/u.exec(link ?? '')?.[1];
  if (next === undefined) return undefined;
  if (URL.canParse(next) && new URL(next).origin === new URL(apiUrl).origin) return next;
  throw new ForgeError('GitHub named another server for the next page of a list.', { outcome: 'refused' });
}

function toIssue(item: Item): ListedIssue {
  const { number, title, body, state, state_reason: stateReason, labels, locked, closed_at: closedAt } = item;
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
  };
}

function isTrusted({ user, author_association: association }: Item): boolean {
  return (isItem(user) && user.type === 'Bot') || TRUSTED_ASSOCIATIONS.some((each) => each === association);
}

async function ensureLabel(client: GitHubClient, body: { name: string; color: string; description: string }) {
  const attempt = { what: `create the label "${body.name}"` };
  try {
    await client.send({ method: 'POST', path: '/labels', attempt, body, repeatable: true, accepts: isAnything });
  } catch (error) {
    // 422 says that the label exists, which is all we want.
    if (!(error instanceof ForgeError && error.status === 422)) throw error;
  }
}

async function create(client: GitHubClient, { title, body, labels, assignees }: IssueDraft) {
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

async function createOnce(client: GitHubClient, body: Readonly<Record<string, unknown>>) {
  const accepts = (data: unknown): boolean => isItem(data) && typeof data.number === 'number';
  const attempt = { what: 'open an issue' };
  const { data } = await client.send({ method: 'POST', path: '/issues', attempt, body, repeatable: false, accepts });
  const issue = data as Item & { number: number };
  const stranger =
    'The author of this token is no collaborator here, so the next run will not take the issue for ours.';
  return { number: issue.number, url: textOf(issue.html_url), ...(isTrusted(issue) ? {} : { note: stranger }) };
}

async function isAssignable(client: GitHubClient, login: string): Promise<boolean> {
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
