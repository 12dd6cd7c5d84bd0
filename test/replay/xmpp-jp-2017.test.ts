import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IssueWriter } from '../../src/forge/forge.js';
import { readCase } from '../../src/issues/marker.js';
import type { CaseState } from '../../src/model/case.js';
import { expectGolden } from '../support/golden.js';
import { handClock, inFolder, onForgejo, onGitHub, type ReplayForge } from './forges.js';
import { type ServerState, startStoryServer, type StoryServer } from './story-server.js';

/**
 * A repair as it happened in 2017, told by the advocate who followed it, with the names changed: months of silence, a
 * promise for "the next maintenance", a maintenance without the change, one more week, and then it was done. Every night
 * of it is a run of the whole product against an embedded server, on each forge.
 */
const DOMAIN = 'chat.example';
const FIRST = '2017-01-14';
const LAST = '2017-05-31';

/** What the server let through, from this day on. */
const SERVER: Readonly<Record<string, ServerState>> = {
  [FIRST]: 'plaintext',
  '2017-04-29': 'away',
  '2017-04-30': 'plaintext',
  '2017-05-08': 'away',
  '2017-05-09': 'required',
};

/** What a run says of that. */
const RESULTS = { plaintext: 'fail', away: 'inconclusive', required: 'pass' } as const;

/** What people wrote in the issue, in the afternoon before the next nightly run. */
const PEOPLE: Readonly<Record<string, readonly ['watcher' | 'operator', string]>> = {
  '2017-01-16': ['watcher', 'I wrote to the administrator today.'],
  '2017-03-16': [
    'watcher',
    'He answered: TLS will be made mandatory at the next maintenance.\n\n/xmpp promise next-maintenance',
  ],
  '2017-05-01': [
    'watcher',
    'I wrote again.\n\n> /xmpp promise 2017-05-02\n\nHe will do it within a week:\n\n/xmpp promise 2017-05-09',
  ],
  '2017-05-09': ['operator', 'done.'],
};

/** The days on which something is written because of that, and what. */
const EVENTFUL: Readonly<Record<string, string>> = {
  [FIRST]: 'opened',
  '2017-03-17': 'updated',
  '2017-04-29': 'updated',
  '2017-04-30': 'updated',
  '2017-05-02': 'updated',
  '2017-05-09': 'updated',
  '2017-05-10': 'closed',
};

interface Night {
  readonly date: string;
  readonly result: string;
  readonly kinds: readonly string[];
  readonly writes: readonly string[];
  readonly labels: readonly string[];
  readonly comments: readonly string[];
}

interface Replay {
  readonly nights: readonly Night[];
  readonly state: CaseState;
  readonly body: string;
}

async function replay(server: StoryServer, open: (clock: HandClock) => Promise<ReplayForge>): Promise<Replay> {
  const clock = handClock();
  const forge = await open(clock);
  try {
    const nights: Night[] = [];
    for (let date = FIRST; date <= LAST; date = tomorrow(date)) {
      const change = SERVER[date];
      if (change !== undefined) await server.turn(change);
      clock.turn(`${date}T03:23:00.000Z`);
      nights.push(await night(date, server, forge, clock));
      clock.turn(`${date}T15:00:00.000Z`);
      const [who, words] = PEOPLE[date] ?? [];
      if (who !== undefined && words !== undefined) await forge.say(who, 1, words);
    }
    const [issue] = await forge.reader.listManaged('xmpp-tls');
    const reading = readCase(issue?.body ?? '');
    if (reading.kind !== 'case' || issue === undefined) throw new Error(`The issue is ${reading.kind}.`);
    return { nights, state: reading.state, body: issue.body };
  } finally {
    await forge.close();
  }
}

type HandClock = ReturnType<typeof handClock>;

async function night(date: string, server: StoryServer, forge: ReplayForge, clock: HandClock): Promise<Night> {
  const writes: string[] = [];
  const { reader } = forge;
  const before = await commentsOf(forge);
  const { outputs, warnings } = await server.visit({ reader, writer: counted(forge.writer, writes) }, clock);
  expect(warnings).toEqual([]);
  const [issue] = await reader.listManaged('xmpp-tls');
  return {
    date,
    result: outputs['result'] ?? '',
    kinds: ['opened', 'updated', 'reopened', 'closed'].filter((kind) => outputs[`issues-${kind}`] === '[1]'),
    writes,
    labels: issue?.labels ?? [],
    comments: (await commentsOf(forge)).slice(before.length),
  };
}

async function commentsOf({ reader }: ReplayForge): Promise<readonly string[]> {
  const [issue] = await reader.listManaged('xmpp-tls');
  const comments = issue ? await reader.listComments(issue.number) : [];
  return comments.filter((body) => body.includes('xmpp-tls-compliance comment='));
}

function counted(writer: IssueWriter, writes: string[]): IssueWriter {
  const count =
    <Args extends unknown[], Result>(name: string, write: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> => {
      writes.push(name);
      return write(...args);
    };
  return {
    ...writer,
    ensureLabel: count('label', writer.ensureLabel),
    create: count('create', writer.create),
    change: count('change', writer.change),
    comment: count('comment', writer.comment),
    react: count('react', writer.react),
  };
}

const tomorrow = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** The issue as a reader would tell it: what happened when, who wrote what, and how often nothing had to be said. */
function tell({ nights, body }: Replay): string {
  const lines = [`# The case of ${DOMAIN}, night by night`];
  let quiet = 0;
  const pause = () => {
    if (quiet > 0) lines.push(`*${quiet} ${quiet === 1 ? 'quiet night' : 'quiet nights'}.*`);
    quiet = 0;
  };
  for (const { date, kinds, labels, comments } of nights) {
    if (EVENTFUL[date] === undefined) {
      quiet += 1;
    } else {
      pause();
      const shown = labels.map((label) => `\`${label}\``).join(', ');
      lines.push(`## ${date}, at night: ${kinds.join()} (${SERVER[date] ?? 'as before'}), labels ${shown}`);
      lines.push(...comments.map((comment) => comment.replace(/\n\n<!--.*$/u, '').replace(/^/gmu, '> ')));
    }
    const [who, words] = PEOPLE[date] ?? [];
    if (who === undefined || words === undefined) continue;
    pause();
    lines.push(`## ${date}, in the afternoon: a comment by the ${who}`, words.replace(/^/gmu, '> '));
  }
  pause();
  const story = /### So far\n\n([^]*?)\n\n###/u.exec(body)?.[1] ?? '';
  return `${[...lines, '## What the issue tells in the end', story].join('\n\n')}\n`;
}

let server: StoryServer;
beforeAll(async () => {
  server = await startStoryServer(DOMAIN);
});
afterAll(() => server.stop());

/** How the case ended on each forge. */
const ends: CaseState[] = [];

describe.each([
  ['github', onGitHub],
  ['forgejo', onForgejo],
  ['folder', inFolder],
] as const)('the repair of 2017, replayed on %s', (name, open) => {
  let told: Replay;
  beforeAll(async () => {
    told = await replay(server, open);
    ends.push(told.state);
  }, 120_000);

  it('looks at the server every night, and sees what it lets through', () => {
    let state: ServerState = 'plaintext';
    const seen = told.nights.map(({ date, result }) => ({ date, result }));
    expect(seen).toEqual(seen.map(({ date }) => ({ date, result: RESULTS[(state = SERVER[date] ?? state)] })));
    expect(seen).toHaveLength(138);
  });

  it('reads like the story', () => {
    expectGolden(`replay/xmpp-jp-2017-${name}.md`, tell(told));
  });

  it('makes every comment once, and no others', () => {
    const comments = told.nights.flatMap((each) => each.comments);
    expect(comments.map((body) => /comment=([a-z-]+)-[0-9a-f]{16} /u.exec(body)?.[1])).toEqual([
      'promised',
      'maintained',
      'promised',
      'fixed',
    ]);
    expect(new Set(comments).size).toBe(comments.length);
  });

  it('writes on the nights on which something happened, and nothing on all others', () => {
    const active = told.nights.filter(({ writes }) => writes.length > 0);
    expect(Object.fromEntries(active.map(({ date, kinds }) => [date, kinds.join()]))).toEqual(EVENTFUL);
    expect(told.nights.length - active.length).toBe(131);
  });

  it('closes only after proof, and counts what it took', () => {
    expect(told.state).toMatchObject({ phase: 'fixed', promises: 2, slips: 1, streak: 2, regressions: 0 });
    expect(told.state.firstSeenAt.slice(0, 10)).toBe(FIRST);
    expect(told.state.fixedAt?.slice(0, 10)).toBe('2017-05-10');
  });
});

describe('the three forges', () => {
  it('end in the same state, apart from names and times of comments', () => {
    const told = ends.map(
      ({ heard: _heard, spokenAt: _spokenAt, evidence: _evidence, promise, history = [], ...state }): unknown => {
        // A folder does not tell when a comment was made: it was heard in the run after it.
        const events = history.map(({ on, what }) => (what.startsWith('promised') ? { what } : { on, what }));
        return JSON.parse(JSON.stringify({ ...state, events, due: promise?.due }).replaceAll('somebody', 'watcher'));
      },
    );
    const [github, ...others] = told;
    expect(others).toEqual([github, github]);
  });
});
