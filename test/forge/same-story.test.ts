import { afterEach, describe, expect, it } from '@jest/globals';
import { appendFile, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolderReader, createFolderWriter } from '../../src/forge/folder.js';
import type { IssueReader, IssueWriter } from '../../src/forge/forge.js';
import { openForge } from '../../src/forge/open.js';
import { readCase } from '../../src/issues/marker.js';
import type { TargetReport } from '../../src/model/report.js';
import { day, plaintext, secure } from '../issues/builders.js';
import { track } from '../issues/track.js';
import { startFakeForgejo } from '../support/fake-forgejo.js';
import { startFakeGitHub } from '../support/fake-github.js';
import { testClock } from './test-clock.js';

/** A forge on which somebody who may write can speak, at a time. */
interface Stage {
  readonly reader: IssueReader;
  readonly writer: IssueWriter;
  readonly say: (body: string, at: string) => Promise<void>;
}

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const ISSUE = 1;
const repository = 'acme/watch';

async function onGitHub(): Promise<Stage> {
  const fake = await startFakeGitHub();
  cleanups.push(() => fake.close());
  fake.roles.set('ann', 'write');
  const options = { token: 't', repository, apiUrl: fake.url, clock: testClock() };
  const ann = { user: { login: 'ann', type: 'User' as const }, author_association: 'NONE' };
  return {
    ...writable(openForge('github', options, true)),
    say: async (body, at) => void fake.seedComment(ISSUE, body, { ...ann, created_at: at, updated_at: at }),
  };
}

async function onForgejo(): Promise<Stage> {
  const fake = await startFakeForgejo({ isAdmin: true });
  cleanups.push(() => fake.close());
  fake.permissions.set('ann', 'write');
  const options = { token: 't', repository, apiUrl: fake.url, clock: testClock() };
  const user = { id: 9, login: 'ann' };
  return {
    ...writable(openForge('forgejo', options, true)),
    say: async (body, at) => void fake.seedComment(ISSUE, body, { user, created_at: at, updated_at: at }),
  };
}

async function inFolder(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'xmpp-tls-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  return {
    reader: createFolderReader({ folder }),
    writer: createFolderWriter({ folder, clock: testClock() }),
    say: async (body, at) => {
      const file = join(folder, '0001-a.example.md');
      await appendFile(file, `\n<!-- xmpp-tls-compliance comment below -->\n\n${body}\n`);
      await utimes(file, new Date(at), new Date(at));
    },
  };
}

function writable({ reader, writer }: ReturnType<typeof openForge>): Pick<Stage, 'reader' | 'writer'> {
  if (!writer) throw new Error('The forge was not opened for writing.');
  return { reader, writer };
}

/** What is remembered of the case after each day, but for names and numbers that differ from forge to forge. */
async function play(stage: Stage): Promise<unknown[]> {
  const days: [targets: TargetReport[], said?: string][] = [
    [[plaintext('a.example')], `/xmpp promise ${day(3).slice(0, 10)}`],
    [[plaintext('a.example')]],
    [[plaintext('a.example')]],
    [[plaintext('a.example')]],
    [[plaintext('a.example')]],
    [[plaintext('a.example')], '/xmpp ack'],
    [[secure('a.example')]],
    [[secure('a.example')]],
    [[plaintext('a.example')]],
  ];
  const memories: unknown[] = [];
  for (const [index, [targets, said]] of days.entries()) {
    await track(stage, { targets, now: day(index) });
    memories.push(await remembered(stage));
    if (said !== undefined) await stage.say(said, day(index));
  }
  return memories;
}

async function remembered({ reader }: Stage): Promise<unknown> {
  const issue = await reader.readIssue(ISSUE);
  const reading = readCase(issue?.body ?? '');
  if (reading.kind !== 'case') throw new Error(`The case is ${reading.kind}.`);
  const { acknowledgedBy, promise, history, ...state } = reading.state;
  return {
    ...state,
    heard: undefined,
    evidence: undefined,
    acknowledged: acknowledgedBy !== undefined,
    promised: promise && { due: promise.due, on: promise.on },
    events: history?.length,
    labels: [...(issue?.labels ?? [])].sort(),
    issue: issue?.state,
    comments: (await reader.listComments(ISSUE)).flatMap((body) => /comment=([a-z]+)/u.exec(body)?.[1] ?? []),
  };
}

describe('the same story', () => {
  it('is remembered alike on GitHub, on Forgejo and in a folder, day by day', async () => {
    const [github, forgejo, folder] = [
      await play(await onGitHub()),
      await play(await onForgejo()),
      await play(await inFolder()),
    ];
    expect(forgejo).toEqual(github);
    expect(folder).toEqual(github);
    const phases = github.map((memory) => (memory as { phase: string }).phase);
    expect(phases[0]).toBe('open');
    expect(phases[1]).toBe('promised');
    expect(phases).toContain('overdue');
    expect(phases.slice(6)).toEqual(['verifying', 'fixed', 'regressed']);
  }, 60_000);
});
