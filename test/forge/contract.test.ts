import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPlan } from '../../src/forge/apply.js';
import { createFolderReader, createFolderWriter } from '../../src/forge/folder.js';
import { ForgeError, type IssueReader, type IssueWriter } from '../../src/forge/forge.js';
import { createGitHubReader, createGitHubWriter } from '../../src/forge/github.js';
import { readCase } from '../../src/issues/marker.js';
import type { TargetReport } from '../../src/model/report.js';
import { aTarget, day, plaintext, secure } from '../issues/builders.js';
import { planFor, track } from '../issues/track.js';
import { startFakeGitHub } from '../support/fake-github.js';
import { dyingWriter } from './memory-forge.js';
import { testClock } from './test-clock.js';

interface Forge {
  readonly reader: IssueReader;
  readonly writer: IssueWriter;
}

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function onGitHub(): Promise<Forge> {
  const fake = await startFakeGitHub({ token: 'secret' });
  cleanups.push(() => fake.close());
  const options = { token: 'secret', repository: fake.repository, apiUrl: fake.url, clock: testClock() };
  return { reader: createGitHubReader(options), writer: createGitHubWriter(options) };
}

async function inFolder(): Promise<Forge> {
  const parent = await mkdtemp(join(tmpdir(), 'xmpp-tls-'));
  cleanups.push(() => rm(parent, { recursive: true }));
  const folder = join(parent, 'issues');
  return { reader: createFolderReader({ folder }), writer: createFolderWriter({ folder, clock: testClock() }) };
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
    expect(issue).toEqual({
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
    expect(closed).toMatchObject({ title: 'A title', body: BODY, state: 'closed', stateReason: 'not_planned' });
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
  });

  it('live from the first finding to the thanks, and a run that finds the same writes nothing', async () => {
    const forge = await open();
    const never = new Proxy(forge.writer, { get: () => () => Promise.reject(new Error('nothing may be written')) });
    await track(forge, { targets: [plaintext('a.example')], now: day(0) });
    await track({ ...forge, writer: never }, { targets: [plaintext('a.example')], now: day(1) });
    await track(forge, { targets: [secure('a.example')], now: day(2) });
    await track(forge, { targets: [secure('a.example')], now: day(3) });
    await track({ ...forge, writer: never }, { targets: [secure('a.example')], now: day(4) });
    const [closed] = await forge.reader.listManaged(LABEL);
    expect(closed).toMatchObject({ state: 'closed', stateReason: 'completed' });
    await track(forge, { targets: [plaintext('a.example')], now: day(5) });
    const [issue] = await forge.reader.listManaged(LABEL);
    expect(issue?.state).toBe('open');
    const comments = await forge.reader.listComments(issue?.number ?? 0);
    expect(comments.map((body) => /comment=(\w+)/u.exec(body)?.[1])).toEqual(['fixed', 'regressed']);
  });

  it('come to the same end when the run is killed before any of its writes and started again', async () => {
    const past: TargetReport[][] = [
      [plaintext('fixed.example'), plaintext('gone.example'), aTarget('half.example', [{ host: 'a' }, { host: 'b' }])],
      [secure('fixed.example'), plaintext('gone.example')],
    ];
    const today = {
      targets: [
        secure('fixed.example'),
        aTarget('half.example', [{ host: 'a', verdict: 'secure' }, { host: 'b' }]),
        plaintext('new.example'),
      ],
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
      if (!wasKilled) expect(survives).toBe(11);
    }
  });
});

/** All that must be the same, whichever forge and however often a run was killed. */
async function contents(reader: IssueReader) {
  const issues = [...(await reader.listManaged(LABEL))].sort((a, b) => a.number - b.number);
  return Promise.all(
    issues.map(async ({ number, body, state, stateReason }) => {
      const reading = readCase(body);
      const phase = reading.kind === 'case' ? reading.state.phase : reading.kind;
      return { number, body, state, stateReason, phase, comments: await reader.listComments(number) };
    }),
  );
}
