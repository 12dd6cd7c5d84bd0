import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolderReader, createFolderWriter } from '../../src/forge/folder.js';
import type { IssueReader, IssueWriter } from '../../src/forge/forge.js';
import { createForgejoReader, createForgejoWriter } from '../../src/forge/forgejo.js';
import { createGitHubReader, createGitHubWriter } from '../../src/forge/github.js';
import type { Clock } from '../../src/model/ports.js';
import { startFakeForgejo } from '../support/fake-forgejo.js';
import { startFakeGitHub } from '../support/fake-github.js';

/** A forge on which a story is replayed, with people and a clock that the test turns. */
export interface ReplayForge {
  readonly reader: IssueReader;
  readonly writer: IssueWriter;
  /** `watcher` may triage; `operator` is a stranger. */
  say(who: 'watcher' | 'operator', issue: number, body: string): Promise<void>;
  close(): Promise<void>;
}

/** A clock that is turned by hand; sleeping takes no time. */
export function handClock(): Clock & { now: () => number; turn(instant: string): void } {
  let at = 0;
  return {
    now: () => at,
    monotonic: () => at,
    sleep: async () => undefined,
    turn: (instant) => {
      at = Date.parse(instant);
    },
  };
}

const timeOf = (clock: Clock): string => new Date(clock.now()).toISOString();

export async function onGitHub(clock: Clock): Promise<ReplayForge> {
  const fake = await startFakeGitHub();
  fake.now = () => timeOf(clock);
  fake.roles.set('watcher', 'triage');
  const options = { token: 'secret', repository: fake.repository, apiUrl: fake.url, clock };
  return {
    reader: createGitHubReader(options),
    writer: createGitHubWriter(options),
    say: async (login, issue, body) => {
      fake.seedComment(issue, body, { user: { login, type: 'User' }, author_association: 'NONE' });
    },
    close: () => fake.close(),
  };
}

export async function onForgejo(clock: Clock): Promise<ReplayForge> {
  const fake = await startFakeForgejo({ isAdmin: true, author: { id: 7, login: 'robot' } });
  fake.now = () => timeOf(clock);
  fake.permissions.set('watcher', 'write');
  fake.permissions.set('operator', 'read');
  const options = { token: 'secret', repository: fake.repository, apiUrl: fake.url, clock };
  return {
    reader: createForgejoReader(options),
    writer: createForgejoWriter(options),
    say: async (login, issue, body) => {
      fake.seedComment(issue, body, { user: { id: login.length, login } });
    },
    close: () => fake.close(),
  };
}

/** In a folder everybody who may write may command, and nobody has a name. */
export async function inFolder(clock: Clock): Promise<ReplayForge> {
  const folder = await mkdtemp(join(tmpdir(), 'xmpp-tls-replay-'));
  return {
    reader: createFolderReader({ folder }),
    writer: createFolderWriter({ folder, clock }),
    say: async (_, issue, body) => {
      const start = `${String(issue).padStart(4, '0')}-`;
      const name = (await readdir(folder)).find((file) => file.startsWith(start)) ?? '';
      await appendFile(join(folder, name), `<!-- xmpp-tls-compliance comment below -->\n\n${body}\n\n`);
    },
    close: () => rm(folder, { recursive: true }),
  };
}
