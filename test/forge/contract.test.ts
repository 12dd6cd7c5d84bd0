import { afterEach, describe, expect, it } from '@jest/globals';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPlan } from '../../src/forge/apply.js';
import { createFolderReader, createFolderWriter } from '../../src/forge/folder.js';
import { ForgeError, type HeardComment, type IssueReader, type IssueWriter } from '../../src/forge/forge.js';
import { createForgejoReader, createForgejoWriter } from '../../src/forge/forgejo.js';
import { createGitHubReader, createGitHubWriter } from '../../src/forge/github.js';
import { readCase } from '../../src/issues/marker.js';
import type { TargetReport } from '../../src/model/report.js';
import { aTarget, day, plaintext, secure } from '../issues/builders.js';
import { planFor, track } from '../issues/track.js';
import { startFakeForgejo } from '../support/fake-forgejo.js';
import { startFakeGitHub } from '../support/fake-github.js';
import { dyingWriter } from './memory-forge.js';
import { testClock } from './test-clock.js';

interface Forge {
  readonly reader: IssueReader;
  readonly writer: IssueWriter;
  /** Lets a person comment who may write to the repository, at the time of the forge. */
  readonly say: (issue: number, body: string) => Promise<void>;
  /** Lets a person change the body of an issue by hand. */
  readonly edit: (issue: number, edit: (body: string) => string) => Promise<void>;
  /** Ids of comments that carry a reaction; undefined where there are none. */
  readonly reactions?: () => number[];
}

const NOW = '2026-11-01T03:23:00.000Z';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function onGitHub(): Promise<Forge> {
  const fake = await startFakeGitHub({ token: 'secret' });
  cleanups.push(() => fake.close());
  fake.now = () => NOW;
  fake.roles.set('ann', 'triage');
  const options = { token: 'secret', repository: fake.repository, apiUrl: fake.url, clock: testClock() };
  const ann = { user: { login: 'ann', type: 'User' as const }, author_association: 'NONE' };
  return {
    reader: createGitHubReader(options),
    writer: createGitHubWriter(options),
    say: async (issue, body) => void fake.seedComment(issue, body, ann),
    edit: async (number, edit) => {
      for (const issue of fake.issues.filter((each) => each.number === number)) issue.body = edit(issue.body);
    },
    reactions: () => [...fake.comments.values()].flat().flatMap(({ id, reactions }) => reactions.map(() => id)),
  };
}

async function onForgejo(): Promise<Forge> {
  const author = { id: 7, login: 'watcher' };
  const fake = await startFakeForgejo({ token: 'secret', author, isAdmin: true, publicUrl: 'https://git.example.org' });
  cleanups.push(() => fake.close());
  fake.now = () => NOW;
  fake.permissions.set('ann', 'write');
  const options = { token: 'secret', repository: fake.repository, apiUrl: fake.url, clock: testClock() };
  return {
    reader: createForgejoReader(options),
    writer: createForgejoWriter(options),
    say: async (issue, body) => void fake.seedComment(issue, body, { user: { id: 9, login: 'ann' } }),
    edit: async (number, edit) => {
      for (const issue of fake.issues.filter((each) => each.number === number)) issue.body = edit(issue.body);
    },
    reactions: () => [...fake.comments.values()].flat().flatMap(({ id, reactions }) => reactions.map(() => id)),
  };
}

async function inFolder(): Promise<Forge> {
  const parent = await mkdtemp(join(tmpdir(), 'xmpp-tls-'));
  cleanups.push(() => rm(parent, { recursive: true }));
  const folder = join(parent, 'issues');
  const fileOf = async (issue: number) => {
    const number = String(issue).padStart(4, '0');
    return join(folder, (await readdir(folder)).find((name) => name.startsWith(number)) ?? '');
  };
  return {
    reader: createFolderReader({ folder }),
    writer: createFolderWriter({ folder, clock: testClock() }),
    say: async (issue, body) =>
      appendFile(await fileOf(issue), `\n<!-- xmpp-tls-compliance comment below -->\n\n${body}\n`),
    edit: async (issue, edit) => {
      const file = await fileOf(issue);
      await writeFile(file, edit(await readFile(file, 'utf8')));
    },
  };
}

const LABEL = 'xmpp-tls';
const draft = (over = {}) => ({
  title: 'A title',
  body: 'A body',
  labels: [LABEL],
  assignees: [],
  domain: 'a.example',
  ...over,
});
const BODY =
  'Line with "quotes" and `code`\n\n---\n\n- ünïcödé \u{1f512} | table\n\n<!-- hidden -->\n--- not front matter';

describe.each([
  ['GitHub', onGitHub],
  ['Forgejo', onForgejo],
  ['a folder', inFolder],
])('issues on %s', (_, open) => {
  it('are none at first', async () => {
    const { reader } = await open();
    expect(await reader.listManaged(LABEL)).toEqual([]);
  });

  it('are listed as they were created', async () => {
    const { reader, writer } = await open();
    await writer.ensureLabel(LABEL, '1d76db', 'managed');
    const created = await writer.create(draft({ title: 'yes: "a" #1', body: BODY, labels: [LABEL, 'two words'] }));
    const [issue, ...others] = await reader.listManaged(LABEL);
    expect(others).toEqual([]);
    expect({ ...issue, updatedAt: undefined, createdAt: undefined }).toEqual({
      number: created.number,
      url: created.url,
      title: 'yes: "a" #1',
      body: BODY,
      state: 'open',
      labels: [LABEL, 'two words'],
      locked: false,
      trusted: true,
    });
    expect(created.url).not.toBe('');
  });

  it('are found by their label alone', async () => {
    const { reader, writer } = await open();
    await writer.create(draft({ labels: ['other'] }));
    const { number } = await writer.create(draft());
    expect((await reader.listManaged(LABEL)).map((issue) => issue.number)).toEqual([number]);
  });

  it('change in what is named, and keep the rest', async () => {
    const { reader, writer } = await open();
    const { number } = await writer.create(draft());
    await writer.change(number, { body: BODY });
    await writer.change(number, { state: 'closed', stateReason: 'not_planned' });
    const [closed] = await reader.listManaged(LABEL);
    expect(closed).toMatchObject({ title: 'A title', body: BODY, state: 'closed', labels: [LABEL] });
    expect(closed?.stateReason).toBe(reader.capabilities.closeReasons ? 'not_planned' : undefined);
    expect(closed?.closedAt).toMatch(/^\d{4}-\d\d-\d\dT/u);
    await writer.change(number, { state: 'open', stateReason: 'reopened' });
    const [reopened] = await reader.listManaged(LABEL);
    expect(reopened).toMatchObject({ state: 'open', body: BODY });
    expect(reopened?.closedAt).toBeUndefined();
  });

  it('keep their comments in order', async () => {
    const { reader, writer } = await open();
    const { number } = await writer.create(draft());
    expect(await reader.listComments(number)).toEqual([]);
    await writer.comment(number, 'first');
    await writer.comment(number, BODY);
    expect(await reader.listComments(number)).toEqual(['first', BODY]);
    expect((await reader.listManaged(LABEL))[0]?.body).toBe('A body');
  });

  it('can be read one by one, as they were listed', async () => {
    const { reader, writer } = await open();
    const { number } = await writer.create(draft({ body: BODY }));
    const [listed] = await reader.listManaged(LABEL);
    expect(await reader.readIssue(number)).toEqual(listed);
    expect(await reader.readIssue(number + 1)).toBeUndefined();
  });

  it('change their labels as a whole, and get those that were missing', async () => {
    const { reader, writer } = await open();
    const { number } = await writer.create(draft({ labels: [LABEL, 'mine'] }));
    await writer.change(number, { body: 'with labels', labels: [LABEL, `${LABEL}:promised`] });
    expect(await reader.readIssue(number)).toMatchObject({
      body: 'with labels',
      labels: [LABEL, `${LABEL}:promised`],
    });
  });

  it('have a date where the forge has dates', async () => {
    const { reader, writer } = await open();
    const { number } = await writer.create(draft());
    if (!reader.capabilities.dueDates) return;
    await writer.change(number, { dueOn: '2026-12-01' });
    expect((await reader.readIssue(number))?.dueOn).toBe('2026-12-01');
    await writer.change(number, { title: 'Another' });
    expect((await reader.readIssue(number))?.dueOn).toBe('2026-12-01');
    await writer.change(number, { dueOn: null });
    expect((await reader.readIssue(number))?.dueOn).toBeUndefined();
  });

  it('list what was said since, with who may command, and tell people that it was read', async () => {
    const { reader, writer, say, reactions } = await open();
    const { number: first } = await writer.create(draft());
    const { number: second } = await writer.create(draft({ domain: 'b.example' }));
    await writer.comment(first, 'ours');
    await say(first, 'Hello');
    await say(second, '/xmpp ack');
    const heard = await reader.listCommentsSince('2026-11-01T00:00:00.000Z');
    const byPeople = heard.filter(({ body }) => body !== 'ours');
    expect(byPeople).toMatchObject([
      { issue: first, body: 'Hello', isBot: false, mayCommand: true },
      { issue: second, body: '/xmpp ack', isBot: false, mayCommand: true },
    ]);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(3);
    expect(byPeople.every(({ createdAt }) => /^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/u.test(createdAt))).toBe(true);
    const ids = byPeople.map(({ id }) => id);
    for (const id of [...ids, ...ids]) await writer.react(id);
    if (reader.capabilities.reactions) expect(reactions?.()).toEqual(ids);
    const later = await reader.listCommentsSince('2099-01-01T00:00:00.000Z');
    expect(later.filter(({ isBot }) => isBot)).toEqual([]);
  });

  it('ask who may command only where there is a command', async () => {
    const { reader, writer, say } = await open();
    const { number } = await writer.create(draft());
    await say(number, 'Just talking');
    const heard = await reader.listCommentsSince('2026-11-01T00:00:00.000Z', ({ body }) => body.startsWith('/xmpp'));
    expect(heard.map(({ body }: HeardComment) => body)).toEqual(['Just talking']);
  });

  it('that people edit during a run keep what they wrote, and a section they changed is left alone', async () => {
    const { reader, writer, edit } = await open();
    const forge = { reader, writer };
    await track(forge, { targets: [plaintext('a.example')], now: day(0) });
    const target = { targets: [aTarget('a.example', [{ host: 'other' }])], now: day(1) };
    const apply = async (change: (body: string) => string) => {
      const listed = await reader.listManaged(LABEL);
      const plan = await planFor(forge, target);
      await edit(1, change);
      return applyPlan(plan, { ...forge, listed, clock: testClock(), label: LABEL });
    };
    const [skipped] = await apply((body) => body.replace('can be used without TLS**', 'is fine**'));
    expect(skipped).toMatchObject({ status: 'skipped', note: expect.stringContaining('somebody else') });
    expect((await reader.readIssue(1))?.body).toContain('is fine**');
    await edit(1, (body) => body.replace('is fine**', 'can be used without TLS**'));
    const [done] = await apply((body) => body.replace(/<!-- xmpp-tls-compliance begin/u, 'Called them.\n\n$&'));
    expect(done).toMatchObject({ status: 'done' });
    const body = (await reader.readIssue(1))?.body ?? '';
    expect(body).toMatch(/^Called them\.\n\n<!-- xmpp-tls-compliance begin -->/u);
    expect(readCase(body)).toMatchObject({ kind: 'case', state: { lastPlaintextAt: day(1) } });
    expect(body).toContain('other');
  });

  it('that do not exist cannot be changed', async () => {
    const { writer } = await open();
    const refused = expect.objectContaining({ name: 'ForgeError', outcome: 'refused', stops: false });
    await expect(writer.change(7, { body: 'x' })).rejects.toEqual(refused);
    await expect(writer.comment(7, 'x')).rejects.toBeInstanceOf(ForgeError);
  });

  it('may have a label that exists already', async () => {
    const { writer } = await open();
    await writer.ensureLabel(LABEL, '1d76db', 'managed');
    await expect(writer.ensureLabel(LABEL, '1d76db', 'managed')).resolves.toBeUndefined();
  });

  it('are listed completely when there are hundreds', async () => {
    const { reader, writer } = await open();
    for (let index = 0; index < 310; index += 1) await writer.create(draft({ domain: `d${index}.example` }));
    const numbers = (await reader.listManaged(LABEL)).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(310);
  }, 30_000);

  it('live from the first finding to the thanks, and a run that finds the same writes nothing', async () => {
    const forge = await open();
    const never = new Proxy(forge.writer, { get: () => () => Promise.reject(new Error('nothing may be written')) });
    await track(forge, { targets: [plaintext('a.example')], now: day(0) });
    await track({ ...forge, writer: never }, { targets: [plaintext('a.example')], now: day(1) });
    await track(forge, { targets: [secure('a.example')], now: day(2) });
    await track(forge, { targets: [secure('a.example')], now: day(3) });
    await track({ ...forge, writer: never }, { targets: [secure('a.example')], now: day(4) });
    const [closed] = await forge.reader.listManaged(LABEL);
    expect(closed?.state).toBe('closed');
    if (forge.reader.capabilities.closeReasons) expect(closed?.stateReason).toBe('completed');
    await track(forge, { targets: [plaintext('a.example')], now: day(5) });
    const [issue] = await forge.reader.listManaged(LABEL);
    expect(issue?.state).toBe('open');
    const comments = await forge.reader.listComments(issue?.number ?? 0);
    expect(comments.map((body) => /comment=(\w+)/u.exec(body)?.[1])).toEqual(['fixed', 'regressed']);
  });

  it('come to the same end when the run is killed before any of its writes and started again', async () => {
    const half = aTarget('half.example', [{ host: 'a', verdict: 'secure' }, { host: 'b' }]);
    const past: TargetReport[][] = [
      [plaintext('fixed.example'), plaintext('gone.example'), aTarget('half.example', [{ host: 'a' }, { host: 'b' }])],
      [secure('fixed.example'), plaintext('gone.example'), half],
    ];
    const today = {
      targets: [secure('fixed.example'), half, plaintext('new.example')],
      now: day(2),
    };
    const prepare = async (): Promise<Forge> => {
      const forge = await open();
      for (const [index, targets] of past.entries()) {
        const tracking = {
          labelPrefix: LABEL,
          labels: [],
          assignees: [],
          closeAfter: 2,
          reopenDays: 90,
          fullRun: false,
        };
        await track(forge, { targets, now: day(index), tracking });
      }
      return forge;
    };
    const alive = await prepare();
    await track(alive, today);
    const expected = await contents(alive.reader);
    expect(expected.map(({ phase, comments }) => [phase, comments.length])).toEqual([
      ['fixed', 1],
      ['untracked', 1],
      ['open', 1],
      ['open', 0],
    ]);

    let wasKilled = true;
    for (let survives = 0; wasKilled; survives += 1) {
      const forge = await prepare();
      const plan = await planFor(forge, today);
      const dying = {
        reader: forge.reader,
        listed: await forge.reader.listManaged(LABEL),
        writer: dyingWriter(forge.writer, survives),
        clock: testClock(),
        label: LABEL,
      };
      wasKilled = await applyPlan(plan, dying).then(
        () => false,
        () => true,
      );
      await track(forge, today);
      expect({ survives, end: await contents(forge.reader) }).toEqual({ survives, end: expected });
      if (!wasKilled) expect(survives).toBeGreaterThan(10);
    }
  }, 60_000);
});

/** All that must be the same, whichever forge and however often a run was killed. */
async function contents(reader: IssueReader) {
  const issues = [...(await reader.listManaged(LABEL))].sort((a, b) => a.number - b.number);
  return Promise.all(
    issues.map(async ({ number, body, state, stateReason }) => {
      const reading = readCase(body);
      const phase = reading.kind === 'case' ? reading.state.phase : reading.kind;
      // Every fake has a port of its own, which stands in the address of its issues.
      const same = body.replaceAll(/127\.0\.0\.1(?::|%3A)\d+/gu, 'the forge');
      return { number, body: same, state, stateReason, phase, comments: await reader.listComments(number) };
    }),
  );
}
