import { claimsToBeOurs } from '../model/case.js';
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
import { createGitHubPeople, type GitHubPeople, isBot } from './github-people.js';
import { type Item, inUtc, isAnything, isItem, onSameServer, readIfThere, readPages, textOf } from './pages.js';

/** What github.com and GitHub Enterprise Server can do. */
const CAPABILITIES: ForgeCapabilities = {
  closeReasons: true,
  closers: true,
  dueDates: false,
  subIssues: true,
  atomicLabels: true,
  reactions: true,
};

const DIALECT: Dialect = {
  forge: 'GitHub',
  permission: 'add "permissions: { contents: read, issues: write }" to the job',
};

/** Reads issues with the managed label from GitHub or an instance with its API. Rejects with a `ForgeError`. */
export function createGitHubReader(options: ForgeOptions): IssueReader {
  const { client, people } = connect(options);
  const read = (path: string, attempt: Attempt) => readPages(client, path, attempt, onSameServer(options));
  const toListed = async (item: Item): Promise<ListedIssue> => ({
    ...toIssue(item),
    trusted: await people.isTrusted(item),
  });
  return {
    capabilities: CAPABILITIES,
    async listManaged(label) {
      const query = new URLSearchParams({ labels: label, state: 'all', sort: 'created', direction: 'asc' });
      const found = await read(`/issues?${query}&per_page=100`, { what: 'list the issues' });
      // Pages may overlap when somebody opens an issue while they are read.
      const issues = new Map<number, ListedIssue>();
      for (const item of found.filter((each) => each.pull_request === undefined && hasLabel(each, label))) {
        const issue = await toListed(item);
        issues.set(issue.number, issue);
      }
      return [...issues.values()];
    },
    async readIssue(issue) {
      const item = await readIfThere(client, `/issues/${issue}`, { what: `read #${issue}`, issue });
      // GitHub leads from an issue that was moved to where it is now, which is none of our business.
      if (item === undefined || !isHere(item, issue, options)) return undefined;
      return { ...(await toListed(item)), ...(isClosedByBot(item) ? { closedByBot: true } : {}) };
    },
    async listComments(issue) {
      const attempt = { what: `read the comments of #${issue}`, issue };
      const comments = await read(`/issues/${issue}/comments?per_page=100`, attempt);
      // Everybody may comment, but only who claims to be us is worth a question.
      const trusted = await keepAsync(
        comments,
        async (item) => people.isKnown(item) || (claimsToBeOurs(textOf(item.body)) && people.isTrusted(item)),
      );
      return trusted.map(({ body }) => textOf(body));
    },
    async listCommentsSince(since, needsRights = isAnything) {
      const query = new URLSearchParams({ since, sort: 'created', direction: 'asc', per_page: '100' });
      const found = await read(`/issues/comments?${query}`, { what: 'read the new comments' });
      const comments = new Map<number, HeardComment>();
      for (const item of found) {
        const comment = toComment(item);
        if (comment === undefined) continue;
        const may = !comment.isBot && needsRights(comment) && (await people.mayCommand(item));
        comments.set(comment.id, { ...comment, mayCommand: may });
      }
      return [...comments.values()].sort((a, b) => a.id - b.id);
    },
  };
}

function connect(options: ForgeOptions) {
  const client = createForgeClient(options, DIALECT);
  return { client, people: createGitHubPeople(client, options.apiUrl) };
}

/** Writes issues. Creating and commenting are sent once: whoever gets a `lost` has to look before trying again. */
export function createGitHubWriter(options: ForgeOptions): IssueWriter {
  const { client, people } = connect(options);
  return {
    ensureLabel: (name, color, description) => ensureLabel(client, { name, color, description }),
    create: (draft) => create(client, people, draft),
    async change(issue, change) {
      const attempt = { what: `change #${issue}`, issue };
      const [method, path, body] = ['PATCH', `/issues/${issue}`, changeBody(change)] as const;
      await client.send({ method, path, attempt, body, repeatable: true, accepts: isAnything });
    },
    async comment(issue, body) {
      const attempt = { what: `comment on #${issue}`, issue };
      const path = `/issues/${issue}/comments`;
      await client.send({ method: 'POST', path, attempt, body: { body }, repeatable: false, accepts: hasId });
    },
    addSubIssue: (parent, child) => addSubIssue(client, parent, child),
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

/**
 * Puts an issue below another, where it may be already: a run that died may have done that. Where GitHub has no
 * sub-issues the answer is the same as for an issue that is gone.
 */
async function addSubIssue(client: ForgeClient, parent: number, child: number): Promise<void> {
  const attempt = { what: `put #${child} below #${parent}`, issue: parent };
  const read = { method: 'GET', path: `/issues/${child}`, attempt, repeatable: true, accepts: isItem } as const;
  const { data } = await client.send(read);
  const body = { sub_issue_id: isItem(data) ? data.id : undefined };
  const path = `/issues/${parent}/sub_issues`;
  try {
    await client.send({ method: 'POST', path, attempt, body, repeatable: true, accepts: isAnything });
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    if (error.status === 422 && /duplicate/iu.test(error.message)) return;
    if (error.status !== 404) throw error;
    const hint = 'This GitHub has no sub-issues, or one of the two is gone; nothing else is missing.';
    throw new ForgeError(error.message, { outcome: 'refused', status: 404, hint });
  }
}

/** Whether an answer is about the issue that was asked for, in this repository. */
function isHere({ number, repository_url: where }: Item, issue: number, { repository }: ForgeOptions): boolean {
  const isOurs = typeof where !== 'string' || where.toLowerCase().endsWith(`/repos/${repository.toLowerCase()}`);
  return number === issue && isOurs;
}

/** Bots that log in as a user have the name of one. */
function isClosedByBot({ state, closed_by: by }: Item): boolean {
  return state === 'closed' && (isBot(by) || (isItem(by) && textOf(by.login).endsWith('[bot]')));
}

const hasId = (data: unknown): boolean => isItem(data) && typeof data.id === 'number';

const labelsOf = ({ labels }: Item): string[] =>
  Array.isArray(labels) ? labels.map((label: unknown) => textOf(isItem(label) ? label.name : label)) : [];

const hasLabel = (item: Item, label: string): boolean =>
  labelsOf(item).some((name) => name.toLowerCase() === label.toLowerCase());

function toIssue(item: Item): Omit<ListedIssue, 'trusted'> {
  const { number, title, body, state, state_reason: stateReason, locked } = item;
  const { closed_at: closedAt, created_at: createdAt, updated_at: updatedAt } = item;
  if (typeof number !== 'number')
    throw new ForgeError('GitHub listed an issue without a number.', { outcome: 'refused' });
  return {
    number,
    title: textOf(title),
    body: textOf(body),
    state: state === 'closed' ? 'closed' : 'open',
    labels: labelsOf(item),
    locked: locked === true,
    url: textOf(item.html_url),
    ...(typeof stateReason === 'string' ? { stateReason } : {}),
    ...(typeof closedAt === 'string' ? { closedAt: inUtc(closedAt) } : {}),
    ...(typeof createdAt === 'string' ? { createdAt: inUtc(createdAt) } : {}),
    ...(typeof updatedAt === 'string' ? { updatedAt: inUtc(updatedAt) } : {}),
  };
}

function toComment({ id, body, user, issue_url: issueUrl, created_at: createdAt }: Item) {
  const issue = Number(/\/issues\/(\d+)$/u.exec(textOf(issueUrl))?.[1]);
  if (typeof id !== 'number' || Number.isNaN(issue)) return undefined;
  const author = isItem(user) ? textOf(user.login) : '';
  return { id, issue, body: textOf(body), author, isBot: isBot(user), createdAt: inUtc(textOf(createdAt)) };
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

async function create(client: ForgeClient, people: GitHubPeople, { title, body, labels, assignees }: IssueDraft) {
  const post = (assigned: readonly string[]) =>
    createOnce(client, people, { title, body, labels, assignees: assigned });
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

async function createOnce(client: ForgeClient, people: GitHubPeople, body: Readonly<Record<string, unknown>>) {
  const accepts = (data: unknown): boolean => isItem(data) && typeof data.number === 'number';
  const attempt = { what: 'open an issue' };
  const { data } = await client.send({ method: 'POST', path: '/issues', attempt, body, repeatable: false, accepts });
  const issue = data as Item & { number: number };
  const stranger =
    'The author of this token is no collaborator here, so the next run will not take the issue for ours.';
  const isOurs = await people.isTrusted(issue);
  return { number: issue.number, url: textOf(issue.html_url), ...(isOurs ? {} : { note: stranger }) };
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
