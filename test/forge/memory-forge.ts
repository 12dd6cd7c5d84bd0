import type { ForgeCapabilities, IssueReader, IssueWriter, ListedIssue, HeardComment } from '../../src/forge/forge.js';
import type { IssueChange, IssueDraft } from '../../src/model/plan.js';

/** A forge in memory: the ports at their simplest, with a clock that people can turn and state they can edit. */
export interface MemoryForge {
  readonly reader: IssueReader;
  readonly writer: IssueWriter;
  readonly issues: Map<number, ListedIssue>;
  readonly comments: Map<number, string[]>;
  /** Comments of people, as the repository lists them; those of ours are in `comments`. */
  readonly said: HeardComment[];
  /** Ids of comments that were reacted to. */
  readonly reactions: number[];
  capabilities: ForgeCapabilities;
  /** Writes carried out, in order: `create`, `change 1`, `comment 1`. */
  readonly writes: string[];
  /** Issues that were read by themselves, in order. */
  readonly readings: number[];
  /** Stands for the time of the forge. */
  now: string;
}

export function memoryForge(now = '2026-11-01T03:23:00.000Z'): MemoryForge {
  const forge: MemoryForge = {
    issues: new Map(),
    comments: new Map(),
    said: [],
    reactions: [],
    capabilities: {
      closeReasons: true,
      closers: true,
      dueDates: false,
      subIssues: true,
      atomicLabels: true,
      reactions: true,
    },
    writes: [],
    readings: [],
    now,
    reader: {
      get capabilities() {
        return forge.capabilities;
      },
      listManaged: async (label) =>
        [...forge.issues.values()].filter(({ labels }) => labels.includes(label)).map(asListed),
      readIssue: async (issue) => {
        forge.readings.push(issue);
        return forge.issues.get(issue);
      },
      listComments: async (issue) => forge.comments.get(issue) ?? [],
      listCommentsSince: async (since) => forge.said.filter(({ createdAt }) => createdAt >= since),
    },
    writer: {
      ensureLabel: async () => undefined,
      create: async (draft) => createIssue(forge, draft),
      change: async (number, change) => changeIssue(forge, number, change),
      comment: async (number, body) => {
        forge.writes.push(`comment ${number}`);
        forge.comments.set(number, [...(forge.comments.get(number) ?? []), body]);
      },
      addSubIssue: async (parent, child) => {
        forge.writes.push(`below ${parent} ${child}`);
      },
      react: async (comment) => {
        forge.writes.push(`react ${comment}`);
        forge.reactions.push(comment);
      },
    },
  };
  return forge;
}

/**
 * A writer that dies before its write number `survives`, as a process does: what came before is done. Where labels take
 * a request of their own it may die between text and labels.
 */
export function dyingWriter(writer: IssueWriter, survives: number, atomicLabels = true): IssueWriter {
  let left = survives;
  const live = <Args extends unknown[], Result>(write: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      if (left === 0) throw new Error('the process died');
      left -= 1;
      return write(...args);
    };
  };
  const change = live(writer.change);
  const changeInTwo: IssueWriter['change'] = async (issue, { labels, ...rest }) => {
    if (Object.keys(rest).length > 0) await change(issue, rest);
    if (labels) await change(issue, { labels });
  };
  return {
    ensureLabel: live(writer.ensureLabel),
    create: live(writer.create),
    change: atomicLabels ? change : changeInTwo,
    comment: live(writer.comment),
    react: live(writer.react),
    addSubIssue: live(writer.addSubIssue),
  };
}

/** A list does not say who closed an issue. */
function asListed({ closedByBot: _closedByBot, ...listed }: ListedIssue): ListedIssue {
  return listed;
}

function createIssue(forge: MemoryForge, { title, body, labels, dueOn }: IssueDraft) {
  forge.writes.push('create');
  const number = Math.max(0, ...forge.issues.keys()) + 1;
  const url = `memory:${number}`;
  const due = forge.capabilities.dueDates && dueOn !== undefined ? { dueOn } : {};
  const createdAt = forge.now;
  forge.issues.set(number, {
    number,
    title,
    body,
    labels,
    state: 'open',
    locked: false,
    createdAt,
    url,
    trusted: true,
    ...due,
  });
  return { number, url };
}

function changeIssue(forge: MemoryForge, number: number, change: IssueChange): void {
  forge.writes.push(`change ${number}`);
  const issue = forge.issues.get(number);
  if (issue === undefined) throw new Error(`There is no issue #${number}.`);
  const { dueOn: newDate, stateReason: newReason, ...others } = change;
  const { dueOn: oldDate, closedAt, ...rest } = asListed(issue);
  const dueOn = newDate === undefined ? oldDate : newDate;
  const changed: ListedIssue = {
    ...rest,
    ...others,
    ...(forge.capabilities.closeReasons && newReason !== undefined ? { stateReason: newReason } : {}),
    ...(typeof dueOn === 'string' ? { dueOn } : {}),
  };
  forge.issues.set(number, changed.state === 'closed' ? { ...changed, closedAt: closedAt ?? forge.now } : changed);
}
