/**
 * A forge in memory that can do what GitHub can, and keeps of each issue what its page shows: the description, and what
 * happened since, in order.
 */
export const BOT = 'github-actions';

/** The first issue of this repository that is ours; others were there before. */
const FIRST_NUMBER = 12;

export function openForge({ clock, repository, mayCommand }) {
  const issues = new Map();
  const labels = new Map();
  let comments = [];
  const at = () => new Date(clock.now()).toISOString();

  const reader = {
    capabilities: { closeReasons: true, dueDates: false, subIssues: true, atomicLabels: true, reactions: true },
    listManaged: async (label) => [...issues.values()].map(listed).filter((issue) => issue.labels.includes(label)),
    readIssue: async (number) => (issues.has(number) ? listed(issues.get(number)) : undefined),
    listComments: async (number) =>
      comments.filter(({ issue, isBot }) => issue === number && isBot).map(({ body }) => body),
    listCommentsSince: async (since) => comments.filter(({ createdAt }) => createdAt >= since),
  };
  const writer = {
    ensureLabel: async (name, color) => void labels.set(name, color),
    create: async (draft) => {
      const number = FIRST_NUMBER + issues.size;
      const url = `https://github.com/${repository}/issues/${number}`;
      issues.set(number, { number, url, state: 'open', createdAt: at(), timeline: [], assignees: [], ...draft });
      return { number, url };
    },
    change: async (number, change) => {
      const issue = issues.get(number);
      if (change.labels) relabel(issue, change.labels);
      if (change.state && change.state !== issue.state) {
        const { state, stateReason } = change;
        issue.timeline.push({ kind: state === 'open' ? 'reopened' : 'closed', by: BOT, at: at(), reason: stateReason });
        if (state === 'closed') issue.closedAt = at();
      }
      Object.assign(issue, change, { editedAt: at() });
    },
    comment: async (number, body) => say(number, body, { author: BOT, isBot: true, mayCommand: true }),
    addSubIssue: async () => undefined,
    react: async (id) => void comments.find((comment) => comment.id === id).reactions.push('👍'),
  };

  function say(number, body, who) {
    const comment = { id: comments.length + 1, issue: number, body, createdAt: at(), reactions: [], ...who };
    comments = [...comments, comment];
    issues.get(number).timeline.push({ kind: 'comment', at: at(), comment });
  }

  function relabel(issue, names) {
    const added = names.filter((name) => !issue.labels.includes(name));
    const removed = issue.labels.filter((name) => !names.includes(name));
    if (added.length + removed.length > 0) issue.timeline.push({ kind: 'labels', by: BOT, at: at(), added, removed });
  }

  return {
    reader,
    writer,
    /** A comment of a person. */
    say: (number, author, body) => say(number, body, { author, isBot: false, mayCommand: mayCommand.includes(author) }),
    /** An issue as its page shows it now, apart from what happens to it later. */
    page: (number) => structuredClone({ ...issues.get(number), colours: Object.fromEntries(labels) }),
  };
}

function listed({ number, title, body, labels, state, stateReason, createdAt, closedAt, url }) {
  const reason = stateReason === undefined ? {} : { stateReason };
  const closed = closedAt === undefined ? {} : { closedAt };
  return { number, title, body, labels, state, ...reason, createdAt, ...closed, url, locked: false, trusted: true };
}
