import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { track } from '../../src/app/track.js';
import { issueCertificate } from '../../src/demo/certificate.js';
import { type EmbeddedServer, startXmppServer } from '../../src/demo/xmpp-server.js';
import type { IssueWriter } from '../../src/forge/forge.js';
import { readCase } from '../../src/issues/marker.js';
import type { CaseState } from '../../src/model/case.js';
import type { Config } from '../../src/model/config.js';
import { REPORT_SCHEMA, type TargetReport } from '../../src/model/report.js';
import { expectGolden } from '../support/golden.js';
import { surveyOnLoopback, zoneOf } from '../support/survey.js';
import { handClock, inFolder, onForgejo, onGitHub, type ReplayForge } from './forges.js';

/**
 * A repair as it happened in 2017, told by the advocate who followed it, with the names changed: months of silence, a
 * promise for "the next maintenance", a maintenance without the change, one more week, and then it was done.
 */
const DOMAIN = 'chat.example';
const FIRST = '2017-01-14';
const LAST = '2017-05-31';

/** What the server let through, from this day on. */
const SERVER: Readonly<Record<string, 'plaintext' | 'away' | 'required'>> = {
  [FIRST]: 'plaintext',
  '2017-04-29': 'away',
  '2017-04-30': 'plaintext',
  '2017-05-08': 'away',
  '2017-05-09': 'required',
};

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
  [FIRST]: 'open',
  '2017-03-17': 'update',
  '2017-04-29': 'update',
  '2017-04-30': 'update',
  '2017-05-02': 'update',
  '2017-05-09': 'update',
  '2017-05-10': 'close',
};

interface Night {
  readonly date: string;
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

let looks: Readonly<Record<'plaintext' | 'away' | 'required', TargetReport>>;

/** Each state of the server is looked at for real, once. */
beforeAll(async () => {
  const certificate = await issueCertificate([DOMAIN], Date.now());
  const start = (service: 'c2s' | 's2s') =>
    startXmppServer({ domains: [DOMAIN], service, policy: 'optional', certificate });
  const servers: EmbeddedServer[] = [await start('c2s'), await start('s2s')];
  const [c2s = 0, s2s = 0] = servers.map(({ port }) => port);
  const look = () => surveyOnLoopback(zoneOf(DOMAIN, { c2s, s2s }), { domain: DOMAIN });
  const plaintext = await look();
  servers.forEach((server) => server.setPolicy('required'));
  const required = await look();
  await Promise.all(servers.map((server) => server.stop()));
  looks = { plaintext, required, away: await look() };
});

afterAll(() => {
  expect([looks.plaintext, looks.away, looks.required].map(({ verdict }) => verdict)).toEqual([
    'plaintext',
    'inconclusive',
    'secure',
  ]);
});

async function replay(open: (clock: ReturnType<typeof handClock>) => Promise<ReplayForge>): Promise<Replay> {
  const clock = handClock();
  const forge = await open(clock);
  try {
    const nights: Night[] = [];
    let server: keyof typeof looks = 'plaintext';
    for (let date = FIRST; date <= LAST; date = tomorrow(date)) {
      server = SERVER[date] ?? server;
      clock.turn(`${date}T03:23:00.000Z`);
      nights.push(await night(forge, clock, looks[server]));
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

async function night(forge: ReplayForge, clock: ReturnType<typeof handClock>, target: TargetReport): Promise<Night> {
  const startedAt = new Date(clock.now()).toISOString();
  const tool = { name: 'xmpp-tls-compliance', version: 'test' } as const;
  const report = { schema: REPORT_SCHEMA, tool, startedAt, durationMs: 1, result: 'fail', targets: [target] } as const;
  const writes: string[] = [];
  const { reader } = forge;
  const before = await commentsOf(forge);
  const ports = { reader, writer: counted(forge.writer, writes), clock, onPlan: () => undefined };
  const { plan, warnings } = await track(report, CONFIG, ports);
  expect(warnings).toEqual([]);
  const [issue] = await reader.listManaged('xmpp-tls');
  return {
    date: startedAt.slice(0, 10),
    kinds: (plan?.actions ?? []).map(({ kind }) => kind),
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

const CONFIG: Config = {
  targets: [],
  checks: {},
  services: ['c2s', 's2s'],
  failOn: 'plaintext',
  changedOnly: 'never',
  probe: { timeoutMs: 3000, runTimeoutMs: 60_000, parallel: 1, retries: 0, s2sFrom: 'tls-probe.invalid' },
  network: { dnsServers: [], allowPrivateAddresses: true },
  tracking: {
    manageIssues: 'always',
    dryRun: false,
    labelPrefix: 'xmpp-tls',
    labels: [],
    assignees: [],
    closeAfter: 2,
    reopenDays: 90,
    fullRun: true,
  },
  output: { summary: false, annotations: false, files: {} },
};

/** The issue as a reader would tell it: what happened when, who wrote what, and how often nothing had to be said. */
function tell({ nights, body }: Replay): string {
  const lines = [`# The case of ${DOMAIN}, night by night`];
  let quiet = 0;
  let refreshed = 0;
  const pause = () => {
    const also = refreshed === 0 ? '' : `, of which ${refreshed} refreshed the description (once a week)`;
    if (quiet > 0) lines.push(`*${quiet} ${quiet === 1 ? 'quiet night' : 'quiet nights'}${also}.*`);
    [quiet, refreshed] = [0, 0];
  };
  for (const { date, kinds, writes, labels, comments } of nights) {
    if (EVENTFUL[date] === undefined) {
      quiet += 1;
      refreshed += writes.length > 0 ? 1 : 0;
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

/** How the case ended on each forge. */
const ends: CaseState[] = [];

describe.each([
  ['github', onGitHub],
  ['forgejo', onForgejo],
  ['folder', inFolder],
] as const)('the repair of 2017, replayed on %s', (name, open) => {
  let told: Replay;
  beforeAll(async () => {
    told = await replay(open);
    ends.push(told.state);
  }, 60_000);

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

  it('writes nothing on quiet nights but a weekly refresh, and nothing at all once it is closed', () => {
    let last = '';
    for (const { date, kinds, writes } of told.nights) {
      if (EVENTFUL[date] !== undefined) expect({ date, kinds }).toEqual({ date, kinds: [EVENTFUL[date]] });
      else if (writes.length > 0) {
        expect({ date, writes }).toEqual({ date, writes: ['change'] });
        expect(Date.parse(date) - Date.parse(last)).toBeGreaterThanOrEqual(7 * 86_400_000);
        expect(date < '2017-05-10').toBe(true);
      }
      if (writes.length > 0) last = date;
    }
    expect(last).toBe('2017-05-10');
  });

  it('closes only after proof, and counts what it took', () => {
    expect(told.state).toMatchObject({ phase: 'fixed', promises: 2, slips: 1, streak: 2, regressions: 0 });
    expect(told.state.firstSeenAt.slice(0, 10)).toBe(FIRST);
    expect(told.state.fixedAt?.slice(0, 10)).toBe('2017-05-10');
  });
});

describe('the three forges', () => {
  it('end in the same state, apart from names and times of comments', () => {
    const told = ends.map(({ heard: _heard, spokenAt: _spokenAt, evidence: _evidence, promise, ...state }): unknown =>
      JSON.parse(JSON.stringify({ ...state, due: promise?.due }).replaceAll('somebody', 'watcher')),
    );
    const [github, ...others] = told;
    expect(others).toEqual([github, github]);
  });
});
