import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ForgeOptions } from '../../src/forge/client.js';
import { describeForgeError, ForgeError } from '../../src/forge/forge.js';
import { createForgejoReader, createForgejoWriter } from '../../src/forge/forgejo.js';
import { ACTIONS_USER, type FakeForgejo, startFakeForgejo } from '../support/fake-forgejo.js';
import { readCase } from '../../src/issues/marker.js';
import type { VerdictName } from '../../src/model/verdict.js';
import { day, targetWith } from '../issues/builders.js';
import { track } from '../issues/track.js';
import { testClock } from './test-clock.js';

let fake: FakeForgejo;
let clock: ReturnType<typeof testClock>;
beforeEach(async () => {
  fake = await startFakeForgejo({ assignable: ['ann'] });
  clock = testClock();
});
afterEach(() => fake.close());

const options = (forge = fake): ForgeOptions => ({
  token: 'secret',
  repository: forge.repository,
  apiUrl: forge.url,
  clock,
});
const reader = (forge = fake) => createForgejoReader(options(forge));
const writer = (forge = fake) => createForgejoWriter(options(forge));
const list = (forge = fake) => reader(forge).listManaged('xmpp-tls');
const draft = { title: 'A title', body: 'A body', labels: ['xmpp-tls'], assignees: [] };
const asked = (forge = fake) => forge.requests.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`);

describe('listing on Forgejo', () => {
  it('lists nothing, and asks for no issue, when the label does not exist: the filter would be dropped', async () => {
    for (let index = 0; index < 60; index += 1) fake.seed({ labels: ['bug'] });
    expect(await list()).toEqual([]);
    expect(asked()).toEqual(['GET /api/v1/repos/acme/watch/labels?limit=50', 'GET /api/v1/orgs/acme/labels?limit=50']);
  });

  it('looks at the labels itself, should the filter be dropped all the same', async () => {
    fake.seed({ labels: ['bug'] });
    fake.seed();
    fake.failNext({ kind: 'json', body: fake.issues }, { path: /\/issues\?/u });
    expect((await list()).map(({ number }) => number)).toEqual([2]);
  });

  it('finds a label of the organisation', async () => {
    const forge = await startFakeForgejo({ organisationLabels: ['xmpp-tls'] });
    expect(await list(forge)).toEqual([]);
    expect(asked(forge).at(-1)).toContain('/issues?');
    await forge.close();
  });

  it('reads 50 a page, and stays with the address it knows when links name another', async () => {
    const forge = await startFakeForgejo({ publicUrl: 'https://git.example.org' });
    for (let index = 0; index < 120; index += 1) forge.seed({ pull_request: index === 5 ? { merged: true } : null });
    expect((await list(forge)).map(({ number }) => number)).toEqual(
      Array.from({ length: 120 }, (_, index) => index + 1).filter((number) => number !== 6),
    );
    expect(asked(forge).filter((path) => path.includes('/issues?'))).toHaveLength(3);
    await forge.close();
  });

  it('costs three calls when nothing happened: labels, issues, comments', async () => {
    fake.seed();
    const quiet = reader();
    await quiet.listManaged('xmpp-tls');
    await quiet.listCommentsSince('2026-11-01T00:00:00Z');
    expect(asked().map((request) => request.split('?')[0])).toEqual([
      'GET /api/v1/repos/acme/watch/labels',
      'GET /api/v1/orgs/acme/labels',
      'GET /api/v1/repos/acme/watch/issues',
      'GET /api/v1/repos/acme/watch/issues/comments',
    ]);
  });

  it('reads a date as the day that people see', async () => {
    fake.seed({ due_date: '2026-12-01T23:59:59Z' });
    fake.seed({ due_date: '2026-12-02T01:59:59+02:00' });
    fake.seed({ due_date: '2026-12-01T23:59:59-05:00' });
    expect((await list()).map(({ dueOn }) => dueOn)).toEqual(['2026-12-01', '2026-12-01', '2026-12-01']);
  });
});

describe('trust on Forgejo', () => {
  it.each([
    ['the account of Actions', ACTIONS_USER, true],
    ['somebody who took its name', { id: 44, login: 'forgejo-actions' }, false],
    ['the account that stands for deleted ones', { id: -1, login: 'Ghost' }, false],
    ['the owner of the repository', { id: 3, login: 'Acme' }, true],
    ['anybody', { id: 4, login: 'eve' }, false],
  ])('is given to %s as far as a job token can tell', async (_, user, trusted) => {
    const { number } = fake.seed({ user });
    fake.seedComment(number, 'a comment', { user });
    expect((await list()).map((issue) => issue.trusted)).toEqual([trusted]);
    expect(await reader().listComments(number)).toEqual(trusted ? ['a comment'] : []);
  });

  it('is given to the user of the token, and to those of whom it may know that they write', async () => {
    const forge = await startFakeForgejo({ author: { id: 7, login: 'watcher' }, isAdmin: true });
    forge.permissions.set('ann', 'admin');
    for (const login of ['watcher', 'ann', 'eve', 'eve']) forge.seed({ user: { id: 8, login } });
    expect((await list(forge)).map(({ trusted }) => trusted)).toEqual([true, true, false, false]);
    expect(asked(forge).filter((request) => request.endsWith('/user'))).toHaveLength(1);
    expect(asked(forge).filter((request) => request.includes('/collaborators/'))).toHaveLength(2);
    await forge.close();
  });

  it('lets nobody command of whom the token may not ask, but the owner', async () => {
    fake.seed();
    for (const login of ['acme', 'eve']) fake.seedComment(1, '/xmpp ack', { user: { id: 5, login } });
    const heard = await reader().listCommentsSince('2026-01-01T00:00:00Z');
    expect(heard.map(({ author, mayCommand }) => [author, mayCommand])).toEqual([
      ['acme', true],
      ['eve', false],
    ]);
  });

  it('is not refused for good because of a rate limit', async () => {
    fake.seed({ user: { id: 4, login: 'eve' } });
    const limit = { kind: 'status', status: 429, headers: { 'retry-after': '7200' } } as const;
    fake.failNext(limit, { path: /permission$/u });
    await expect(list()).rejects.toMatchObject({ limited: true, stops: true });
  });

  it('skips comments on pull requests', async () => {
    fake.seedComment(1, 'on code', { issue_url: '', pull_request_url: 'https://git.example.org/acme/watch/pulls/1' });
    expect(await reader().listCommentsSince('2026-01-01T00:00:00Z')).toEqual([]);
  });
});

describe('writing to Forgejo', () => {
  it('sends ids for labels, creating each that is missing once, and never a twin', async () => {
    fake.seed({ labels: ['XMPP-TLS'] });
    const forge = writer();
    await forge.ensureLabel('xmpp-tls', '1d76db', 'managed');
    await forge.create({ ...draft, labels: ['xmpp-tls', 'two words'] });
    await forge.create({ ...draft, labels: ['xmpp-tls', 'two words'] });
    expect(fake.labels.map(({ name }) => name)).toEqual(['XMPP-TLS', 'two words']);
    expect(fake.issues[2]?.labels.map(({ id }) => id)).toEqual([700, 701]);
  });

  it('finds a label that was created although no answer came', async () => {
    fake.failNext({ kind: 'lost' }, { method: 'POST', path: /\/labels$/u });
    await expect(writer().ensureLabel('xmpp-tls', '1d76db', '')).rejects.toMatchObject({ outcome: 'lost' });
    await writer().ensureLabel('xmpp-tls', '1d76db', '');
    expect(fake.labels).toHaveLength(1);
  });

  it('writes labels after the body, which notes that they are owed', async () => {
    fake.seed();
    await writer().change(1, { body: 'new', state: 'closed', stateReason: 'completed', labels: ['xmpp-tls', 'done'] });
    expect(fake.writes()).toEqual([
      'PATCH /api/v1/repos/acme/watch/issues/1',
      'POST /api/v1/repos/acme/watch/labels',
      'PUT /api/v1/repos/acme/watch/issues/1/labels',
    ]);
    expect(fake.issues[0]).toMatchObject({ body: 'new', state: 'closed' });
  });

  it('opens an issue with its due date', async () => {
    await writer().create({ ...draft, dueOn: '2026-12-01' });
    expect((await list())[0]?.dueOn).toBe('2026-12-01');
  });

  it('opens the issue without those who cannot be assigned, and says so', async () => {
    const created = await writer().create({ ...draft, assignees: ['ann', 'bob'] });
    expect(created).toMatchObject({ number: 1, note: expect.stringContaining('bob') });
    expect(fake.issues[0]?.assignees.map(({ login }) => login)).toEqual(['ann']);
  });

  it('says when the next run will not recognise what was opened', async () => {
    const forge = await startFakeForgejo({ author: { id: 7, login: 'watcher' } });
    expect((await writer(forge).create(draft)).note).toBeUndefined();
    forge.failNext({ kind: 'status', status: 403 }, { path: /\/user$/u });
    expect((await writer(forge).create(draft)).note).toContain('will not take the issue for ours');
    await forge.close();
  });

  it('takes a comment for posted only where the answer names it', async () => {
    const { number } = await writer().create(draft);
    fake.failNext({ kind: 'json', body: {} }, { method: 'POST', path: /\/comments$/u });
    const error: unknown = await writer()
      .comment(number, 'x')
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ outcome: 'lost' });
  });

  it('tells what a token lacks in words that hold there', async () => {
    fake.permission = 'read';
    const error: unknown = await writer()
      .comment(1, 'x')
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ForgeError);
    const sentence = describeForgeError(error as ForgeError);
    expect(sentence).toContain('issue: read and write');
    expect(sentence).not.toContain('GitHub');
  });
});

describe('a run on Forgejo that dies between text and labels', () => {
  /** The next `times` requests for labels are never answered, as if the process had died before them. */
  const dieAtLabels = () =>
    fake.failNext({ kind: 'status', status: 503 }, { method: 'PUT', path: /\/labels$/u, times: 4 });
  const forge = () => ({ reader: reader(), writer: writer() });
  const look = async (verdict: VerdictName, at: number): Promise<void> => {
    fake.now = () => day(at);
    await track(forge(), { targets: [targetWith('a.example', verdict)], now: day(at) });
  };
  const close = (at: number) => Object.assign(fake.issues[0] ?? {}, { state: 'closed', closed_at: day(at) });
  const theCase = () => {
    const reading = readCase(fake.issues[0]?.body ?? '');
    if (reading.kind !== 'case') throw new Error(`The issue is ${reading.kind}.`);
    return { ...reading.state, labels: fake.issues[0]?.labels.map(({ name }) => name) };
  };

  it('does not take its own label for the word of a person', async () => {
    await look('plaintext', 0);
    close(0.5);
    await look('plaintext', 1);
    await look('plaintext', 2);
    close(2.5);
    dieAtLabels();
    await expect(look('plaintext', 3)).rejects.toThrow('503');
    expect(theCase()).toMatchObject({ phase: 'waived', relabel: true, labels: ['xmpp-tls', 'xmpp-tls:plaintext'] });
    await look('plaintext', 4);
    expect(theCase()).toMatchObject({ waiver: { until: '2026-12-04', reason: 'it was closed again' } });
    expect(theCase()).toMatchObject({ labels: ['xmpp-tls', 'xmpp-tls:waived'] });
    expect(theCase().relabel).toBeUndefined();
  });

  it('does not lose the label that a person had set', async () => {
    await look('plaintext', 0);
    fake.issues[0]?.labels.push({ id: 799, name: 'xmpp-tls:waived', color: 'fff' });
    dieAtLabels();
    await expect(look('secure', 1)).rejects.toThrow('503');
    await look('secure', 2);
    expect(theCase()).toMatchObject({ phase: 'fixed', waiver: { by: 'a label' } });
  });
});
