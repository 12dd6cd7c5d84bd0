import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IssueChange } from '../model/plan.js';
import type { Clock } from '../model/ports.js';
import {
  type ForgeCapabilities,
  ForgeError,
  type IssueReader,
  type IssueWriter,
  type ListedIssue,
  type HeardComment,
} from './forge.js';
import { type IssueFile, issueFileName, issueNumber, readIssueFile, writeIssueFile } from './issue-file.js';

export interface FolderOptions {
  /** Where the files are kept; created with the first issue. */
  readonly folder: string;
}

const CAPABILITIES: ForgeCapabilities = {
  closeReasons: true,
  closers: false,
  dueDates: true,
  subIssues: false,
  atomicLabels: true,
  reactions: false,
};

/** Comments have no numbers of their own: they are counted within their issue, which has fewer than this. */
const COMMENTS_PER_ISSUE = 10_000;

interface NamedIssue {
  readonly name: string;
  readonly issue: IssueFile;
}

/**
 * Reads issues from a folder of Markdown files. Who may write there may also speak for us, so everything is trusted.
 * A file that cannot be understood is a `ForgeError`: to skip it would open its issue again.
 */
export function createFolderReader({ folder }: FolderOptions): IssueReader {
  const readAll = async () => {
    const names = await issueNames(folder);
    refuseTwins(folder, names);
    return Promise.all(names.map((name) => readIssue(folder, name)));
  };
  return {
    capabilities: CAPABILITIES,
    async listManaged(label) {
      const all = await readAll();
      return all.filter(({ issue }) => issue.labels.includes(label)).map((named) => toListed(folder, named));
    },
    async readIssue(number) {
      const name = (await issueNames(folder)).find((each) => issueNumber(each) === number);
      return name === undefined ? undefined : toListed(folder, await readIssue(folder, name));
    },
    listComments: async (number) => (await findIssue(folder, number)).issue.comments.map(({ body }) => body),
    async listCommentsSince(since) {
      const comments = await Promise.all((await readAll()).map((named) => commentsOf(folder, named)));
      return comments.flat().filter(({ isBot, createdAt }) => !isBot || createdAt >= since);
    },
  };
}

function toListed(folder: string, { name, issue: { comments: _comments, ...issue } }: NamedIssue): ListedIssue {
  return { ...issue, url: join(folder, name), trusted: true };
}

/**
 * The comments of one file. Those without a time were written by hand, at the latest when the file was changed last;
 * since that time moves with every change, they are listed in every run, and their ids tell which are new.
 */
async function commentsOf(folder: string, { name, issue }: NamedIssue): Promise<HeardComment[]> {
  if (issue.comments.length === 0) return [];
  const changedAt = (await stat(join(folder, name))).mtime.toISOString();
  return issue.comments.map(({ body, at }, index) => ({
    id: issue.number * COMMENTS_PER_ISSUE + index + 1,
    issue: issue.number,
    body,
    author: '',
    isBot: at !== undefined,
    mayCommand: at === undefined,
    createdAt: at ?? changedAt,
  }));
}

/** Writes issues into a folder. Each file is replaced in one step, so that a reader sees the old or the new one. */
export function createFolderWriter({
  folder,
  clock,
}: FolderOptions & { readonly clock: Pick<Clock, 'now'> }): IssueWriter {
  return {
    // Labels need no place of their own: they stand in the files.
    ensureLabel: async () => undefined,
    async create({ title, body, labels, domain, dueOn }) {
      const due = dueOn === undefined ? {} : { dueOn };
      const draft = { title, body, labels, state: 'open', locked: false, comments: [], ...due } as const;
      const { name, number } = await createFile(folder, domain ?? title, draft);
      return { number, url: join(folder, name) };
    },
    async change(number, change) {
      const { name, issue } = await findIssue(folder, number);
      await replace(folder, name, changed(issue, change, new Date(clock.now()).toISOString()));
    },
    async comment(number, body) {
      const { name, issue } = await findIssue(folder, number);
      const comments = [...issue.comments, { body, at: new Date(clock.now()).toISOString() }];
      await replace(folder, name, { ...issue, comments });
    },
    addSubIssue: () => Promise.reject(new Error('A folder has no sub-issues.')),
    // Whoever wrote into the file sees our answer there.
    react: async () => undefined,
  };
}

function changed(issue: IssueFile, { dueOn: newDate, ...change }: IssueChange, now: string): IssueFile {
  const { closedAt, dueOn: oldDate, ...rest } = { ...issue, ...change };
  const dueOn = newDate === undefined ? oldDate : newDate;
  return {
    ...rest,
    ...(dueOn === undefined || dueOn === null ? {} : { dueOn }),
    ...(rest.state === 'closed' ? { closedAt: closedAt ?? now } : {}),
  };
}

async function issueNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => issueNumber(name) !== undefined).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw unusable(folder, error);
  }
}

/** As a merge in git can bring about: nobody could tell which of the two a number means. */
function refuseTwins(folder: string, names: readonly string[]): void {
  const twin = names.find((name, index) => issueNumber(name) === issueNumber(names[index - 1] ?? ''));
  if (twin === undefined) return;
  const both = names.filter((name) => issueNumber(name) === issueNumber(twin)).join(' and ');
  const free = twin.replace(/^\d+/u, String(lastNumber(names) + 1).padStart(4, '0'));
  const hint = `Rename ${twin} to ${free}.`;
  throw new ForgeError(`In ${folder} the same number is used twice: ${both}.`, { outcome: 'refused', hint });
}

async function findIssue(folder: string, number: number): Promise<NamedIssue> {
  const name = (await issueNames(folder)).find((each) => issueNumber(each) === number);
  if (name === undefined) throw new ForgeError(`There is no issue ${number} in ${folder}.`, { outcome: 'refused' });
  return readIssue(folder, name);
}

async function readIssue(folder: string, name: string): Promise<NamedIssue> {
  const text = await readFile(join(folder, name), 'utf8').catch((error: unknown) => {
    throw unusable(folder, error);
  });
  const issue = readIssueFile(text, name);
  if (issue?.unknownState !== undefined) {
    const message = `The state of ${join(folder, name)} is ${JSON.stringify(issue.unknownState.slice(0, 40))}.`;
    throw new ForgeError(message, { outcome: 'refused', hint: 'Write "open" or "closed".' });
  }
  if (issue === undefined) {
    const hint = 'Mend the lines between the two "---", or delete the file.';
    throw new ForgeError(`The front matter of ${join(folder, name)} cannot be read.`, { outcome: 'refused', hint });
  }
  return { name, issue };
}

/** Writes beside the file and renames: a run that dies leaves the file as it was. */
async function replace(folder: string, name: string, issue: IssueFile): Promise<void> {
  const draft = join(folder, `.${name}.new`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, writeIssueFile(issue));
    await rename(draft, join(folder, name));
  } catch (error) {
    throw unusable(folder, error);
  }
}

/**
 * Takes the next number that nobody has. Two writers may want the same one for different domains, so it is claimed by a
 * file that only one of them can create, which becomes the issue itself.
 */
async function createFile(folder: string, domain: string, issue: Omit<IssueFile, 'number'>) {
  try {
    await mkdir(folder, { recursive: true });
    for (let number = lastNumber(await issueNames(folder)) + 1; ; number += 1) {
      const claim = join(folder, `.${number}.new`);
      const isClaimed = await writeFile(claim, writeIssueFile({ number, ...issue }), { flag: 'wx' }).then(
        () => true,
        (error: unknown) => {
          if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
          throw error;
        },
      );
      if (!isClaimed) continue;
      // The other one may have been ready just before the claim.
      if (lastNumber(await issueNames(folder)) >= number) {
        await unlink(claim);
        continue;
      }
      const name = issueFileName(number, domain);
      await rename(claim, join(folder, name));
      return { number, name };
    }
  } catch (error) {
    throw error instanceof ForgeError ? error : unusable(folder, error);
  }
}

const lastNumber = (names: readonly string[]): number => Math.max(0, ...names.map((name) => issueNumber(name) ?? 0));

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

function unusable(folder: string, error: unknown): ForgeError {
  const why = (error as NodeJS.ErrnoException).message;
  const hint = 'Choose another folder for the issues, or make it writable. The check itself is not affected.';
  return new ForgeError(`The issues in ${folder} cannot be used (${why}).`, { outcome: 'refused', hint, stops: true });
}
