import type { IssueDraft, IssueChange } from '../model/plan.js';
import { createForgeClient, type ForgeClient, type ForgeOptions } from './client.js';
import type { Dialect } from './failure.js';
import {
  type CreatedIssue,
  type ForgeCapabilities,
  ForgeError,
  type IssueReader,
  type IssueWriter,
  type ListedIssue,
  type HeardComment,
} from './forge.js';
import { createLabels } from './forgejo-labels.js';
import { createPeople, type People } from './forgejo-people.js';
import { type Item, inUtc, isAnything, isItem, readIfThere, readPages, textOf } from './pages.js';

/** What Forgejo and Gitea can do. A closed issue has no reason there, but an open one may have a date. */
const CAPABILITIES: ForgeCapabilities = {
  closeReasons: false,
  closers: false,
  dueDates: true,
  subIssues: false,
  atomicLabels: false,
  reactions: true,
};

const DIALECT: Dialect = {
  forge: 'The forge',
  permission:
    'job tokens may not write on pull requests of forks, and another token needs the permission "issue: read and write"',
};

/** The most that Forgejo gives on one page; `per_page` is not looked at. */
const PAGE = 'limit=50';

/** Reads issues with the managed label from Forgejo or Gitea (`/api/v1`). Rejects with a `ForgeError`. */
export function createForgejoReader(options: ForgeOptions): IssueReader {
  const { client, readAll, labels, people } = connect(options);
  return {
    capabilities: CAPABILITIES,
    async listManaged(label) {
      // A filter with a label that does not exist is dropped, and every issue of the repository would be listed.
      if ((await labels.find(label)) === undefined) return [];
      const query = new URLSearchParams({ state: 'all', type: 'issues', labels: label, sort: 'oldest' });
      const found = await readAll(`/issues?${query}&${PAGE}`, 'list the issues');
      const managed = found.filter((item) => !isItem(item.pull_request) && hasLabel(item, label));
      const issues = new Map<number, ListedIssue>();
      for (const item of managed) {
        const issue = await toIssue(item, people);
        issues.set(issue.number, issue);
      }
      return [...issues.values()].sort((a, b) => a.number - b.number);
    },
    async readIssue(issue) {
      const item = await readIfThere(client, `/issues/${issue}`, { what: `read #${issue}`, issue });
      return item && toIssue(item, people);
    },
    async listComments(issue) {
      const what = `read the comments of #${issue}`;
      const comments = await readAll(`/issues/${issue}/comments?${PAGE}`, what, issue);
      const bodies: string[] = [];
      for (const { user, body } of comments) if (await people.isTrusted(user)) bodies.push(textOf(body));
      return bodies;
    },
    async listCommentsSince(since, needsRights = isAnything) {
      const found = await readAll(
        `/issues/comments?${new URLSearchParams({ since })}&${PAGE}`,
        'read the new comments',
      );
      const comments = new Map<number, HeardComment>();
      for (const item of found) {
        const comment = toComment(item, people);
        if (comment === undefined) continue;
        const may = !comment.isBot && needsRights(comment) && (await people.mayWrite(item.user));
        comments.set(comment.id, { ...comment, mayCommand: may });
      }
      return [...comments.values()].sort((a, b) => a.id - b.id);
    },
  };
}

/** Writes issues. Creating and commenting are sent once: whoever gets a `lost` has to look before trying again. */
export function createForgejoWriter(options: ForgeOptions): IssueWriter {
  const { client, labels, readAll, people } = connect(options);
  return {
    async ensureLabel(name, color, description) {
      await labels.ensure(name, color, description);
    },
    async create({ title, body, labels: names, assignees, dueOn }) {
      const due = dueOn === undefined ? {} : { due_date: dueDate(dueOn) };
      const ids = await labels.idsOf(names);
      const issue = await create(client, { title, body, labels: ids, assignees, ...due }, readAll);
      const stranger = (await people.isTrusted(issue.author)) ? [] : [STRANGER];
      const notes = [...issue.notes, ...stranger];
      return { number: issue.number, url: issue.url, ...(notes.length === 0 ? {} : { note: notes.join(' ') }) };
    },
    async change(issue, change) {
      const attempt = { what: `change #${issue}`, issue };
      const body = changeBody(change);
      if (Object.keys(body).length > 0) {
        const path = `/issues/${issue}`;
        await client.send({ method: 'PATCH', path, attempt, body, repeatable: true, accepts: isAnything });
      }
      // Labels take a request of their own. They come second: the text holds the state, and with it the note that
      // labels are owed, so that after a run that dies in between nobody takes old labels of ours for words of people.
      if (change.labels === undefined) return;
      const ids = { labels: await labels.idsOf(change.labels) };
      const path = `/issues/${issue}/labels`;
      await client.send({ method: 'PUT', path, attempt, body: ids, repeatable: true, accepts: isAnything });
    },
    async comment(issue, body) {
      const attempt = { what: `comment on #${issue}`, issue };
      const path = `/issues/${issue}/comments`;
      await client.send({ method: 'POST', path, attempt, body: { body }, repeatable: false, accepts: hasId });
    },
    addSubIssue: () => Promise.reject(new Error('This forge has no sub-issues.')),
    async react(comment) {
      const attempt = { what: `react to comment ${comment}`, issue: comment };
      const [path, body] = [`/issues/comments/${comment}/reactions`, { content: '+1' }];
      await client.send({ method: 'POST', path, attempt, body, repeatable: true, accepts: isAnything });
    },
  };
}

const hasId = (data: unknown): boolean => isItem(data) && typeof data.id === 'number';

const STRANGER =
  'The forge does not say that the author of this token may write here, so the next run will not take the issue for ours.';

function connect(options: ForgeOptions) {
  const { apiUrl, repository } = options;
  const client = createForgeClient(options, DIALECT);
  const readAll = (path: string, what: string, issue?: number) =>
    readPages(client, path, { what, ...(issue === undefined ? {} : { issue }) }, (next) => samePath(path, next));
  const owner = repository.slice(0, repository.indexOf('/'));
  const labels = createLabels(client, `${apiUrl}/orgs/${encodeURIComponent(owner)}`, readAll);
  return { client, readAll, labels, people: createPeople(client, apiUrl, repository) };
}

/**
 * The next page of the list at `path`. Links begin with the public address of the instance, which need not be the one
 * that the runner reaches; so only the number of the page is taken from them, and the token never goes elsewhere.
 */
function samePath(path: string, next: string): string {
  const page = URL.canParse(next) ? (new URL(next).searchParams.get('page') ?? '') : '';
  if (/^\d{1,6}$/u.test(page)) return `${path}&page=${page}`;
  throw new ForgeError('The forge named a next page without its number.', { outcome: 'refused' });
}

const namesOf = ({ labels }: Item): string[] =>
  Array.isArray(labels) ? labels.map((label: unknown) => textOf(isItem(label) ? label.name : label)) : [];

const hasLabel = (item: Item, label: string): boolean =>
  namesOf(item).some((name) => name.toLowerCase() === label.toLowerCase());

async function toIssue(item: Item, people: People): Promise<ListedIssue> {
  const { number, closed_at: closedAt, created_at: createdAt, updated_at: updatedAt, due_date: due } = item;
  if (typeof number !== 'number')
    throw new ForgeError('The forge listed an issue without a number.', { outcome: 'refused' });
  const isClosed = item.state === 'closed';
  return {
    number,
    title: textOf(item.title),
    body: textOf(item.body),
    state: isClosed ? 'closed' : 'open',
    labels: namesOf(item),
    locked: item.is_locked === true,
    url: textOf(item.html_url),
    trusted: await people.isTrusted(item.user),
    ...(isClosed && typeof closedAt === 'string' ? { closedAt: inUtc(closedAt) } : {}),
    ...(typeof createdAt === 'string' ? { createdAt: inUtc(createdAt) } : {}),
    ...(typeof updatedAt === 'string' ? { updatedAt: inUtc(updatedAt) } : {}),
    ...(typeof due === 'string' && due !== '' ? { dueOn: dayOf(due) } : {}),
  };
}

/** A date is kept as the last second of its day: in UTC where the API set it, in the time of the server where a page did. */
function dayOf(dueDate: string): string {
  const utc = inUtc(dueDate);
  return (utc.slice(11, 19) === '23:59:59' ? utc : dueDate).slice(0, 10);
}

function toComment(item: Item, people: People): HeardComment | undefined {
  const { id, body, user, issue_url: issueUrl, created_at: createdAt } = item;
  const issue = Number(/\/issues\/(\d+)$/u.exec(textOf(issueUrl))?.[1]);
  if (typeof id !== 'number' || Number.isNaN(issue)) return undefined; // A comment on a pull request.
  const author = isItem(user) ? textOf(user.login) : '';
  const when = inUtc(textOf(createdAt));
  return { id, issue, body: textOf(body), author, isBot: people.isActions(user), mayCommand: false, createdAt: when };
}

type ReadAll = (path: string, what: string) => Promise<readonly Item[]>;
type NewIssue = Omit<CreatedIssue, 'note'> & { readonly author: unknown; readonly notes: readonly string[] };

async function create(
  client: ForgeClient,
  draft: Pick<IssueDraft, 'title' | 'body' | 'assignees'> & {
    readonly labels: readonly number[];
    readonly due_date?: string;
  },
  readAll: ReadAll,
): Promise<NewIssue> {
  try {
    return await createOnce(client, draft);
  } catch (error) {
    // The whole issue is refused for one assignee who is not accepted.
    if (!(error instanceof ForgeError && error.status === 422)) throw error;
    const may = (await readAll(`/assignees?${PAGE}`, 'list who can be assigned')).map(({ login }) => textOf(login));
    const assignees = draft.assignees.filter((login) => may.some((each) => each.toLowerCase() === login.toLowerCase()));
    if (assignees.length === draft.assignees.length) throw error;
    const refused = draft.assignees.filter((login) => !assignees.includes(login));
    const note = `Nobody can be assigned as ${refused.join(', ')} in this repository; the issue was opened without.`;
    return { ...(await createOnce(client, { ...draft, assignees })), notes: [note] };
  }
}

async function createOnce(client: ForgeClient, body: Readonly<Record<string, unknown>>): Promise<NewIssue> {
  const accepts = (data: unknown): boolean => isItem(data) && typeof data.number === 'number';
  const attempt = { what: 'open an issue' };
  const { data } = await client.send({ method: 'POST', path: '/issues', attempt, body, repeatable: false, accepts });
  const issue = data as Item & { number: number };
  return { number: issue.number, url: textOf(issue.html_url), author: issue.user, notes: [] };
}

const dueDate = (day: string): string => `${day}T00:00:00Z`;

/** There is no `state_reason`, and a date is removed by a flag of its own. */
function changeBody({ title, body, state, dueOn }: IssueChange): Readonly<Record<string, unknown>> {
  const due = typeof dueOn === 'string' ? dueDate(dueOn) : undefined;
  const fields = { title, body, state, due_date: due, unset_due_date: dueOn === null ? true : undefined };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
