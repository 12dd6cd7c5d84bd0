import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { applyPlan } from '../../src/forge/apply.js';
import { describeForgeError, ForgeError, type NeedsRights } from '../../src/forge/forge.js';
import { createGitHubReader, createGitHubWriter } from '../../src/forge/github.js';
import type { ForgeOptions } from '../../src/forge/client.js';
import { planIssues } from '../../src/issues/plan.js';
import { commentMarker } from '../../src/model/case.js';
import { anInput, plaintext } from '../issues/builders.js';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github.js';
import { testClock } from './test-clock.js';

let fake: FakeGitHub;
let clock: ReturnType<typeof testClock>;
beforeEach(async () => {
  fake = await startFakeGitHub({ assignable: ['ann'] });
  clock = testClock();
});
afterEach(() => fake.close());

const options = (over: Partial<ForgeOptions> = {}): ForgeOptions => ({
  token: 'secret',
  repository: fake.repository,
  apiUrl: fake.url,
  clock,
  ...over,
});
const list = () => createGitHubReader(options()).listManaged('xmpp-tls');
const writer = (over: Partial<ForgeOptions> = {}) => createGitHubWriter(options(over));
const draft = { title: 'A title', body: 'A body', labels: ['xmpp-tls'], assignees: [] };

async function refusalOf(promise: Promise<unknown>): Promise<ForgeError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ForgeError)) throw new Error(`There was no ForgeError, but ${String(error)}.`);
  return error;
}

describe('who closed an issue', () => {
  it.each([
    [{ login: 'github-actions[bot]', type: 'Bot' }, true],
    [{ login: 'stale[bot]', type: 'User' }, true],
    [{ login: 'ann', type: 'User' }, undefined],
    [null, undefined],
  ] as const)('is asked of one issue: %j', async (by, isByBot) => {
    const issue = fake.seed({ state: 'closed' });
    issue.closed_by = by;
    expect((await list())[0]).not.toHaveProperty('closedByBot');
    expect((await createGitHubReader(options()).readIssue(1))?.closedByBot).toBe(isByBot);
    issue.state = 'open';
    expect(await createGitHubReader(options()).readIssue(1)).not.toHaveProperty('closedByBot');
  });
});

describe('listing', () => {
  it('follows every page and leaves pull requests out', async () => {
    for (let index = 0; index < 330; index += 1) fake.seed({ state: index % 3 === 0 ? 'closed' : 'open' });
    fake.seed({ pull_request: { url: 'https://example.org/pull/1' } });
    expect((await list()).map(({ number }) => number)).toEqual(Array.from({ length: 330 }, (_, index) => index + 1));
    expect(fake.requests).toHaveLength(4);
  });

  it('leaves out what a forge lists without the label', async () => {
    fake.seed({ labels: ['XMPP-TLS'] });
    fake.failNext({
      kind: 'json',
      body: [
        { number: 8, labels: ['unrelated'] },
        { number: 9, labels: ['xmpp-tls'] },
      ],
    });
    expect((await list()).map(({ number }) => number)).toEqual([9]);
    expect((await list()).map(({ number }) => number)).toEqual([1]);
  });

  it.each([
    ['a bot', { user: { login: 'app[bot]', type: 'Bot' as const }, author_association: 'NONE' }, true],
    ['an owner', { user: { login: 'ann', type: 'User' as const }, author_association: 'OWNER' }, true],
    ['a member', { user: { login: 'ann', type: 'User' as const }, author_association: 'MEMBER' }, true],
    ['a collaborator', { user: { login: 'ann', type: 'User' as const }, author_association: 'COLLABORATOR' }, true],
    ['a contributor', { user: { login: 'eve', type: 'User' as const }, author_association: 'CONTRIBUTOR' }, false],
    ['anybody', { user: { login: 'eve', type: 'User' as const }, author_association: 'NONE' }, false],
  ])('says whether %s may speak for us', async (_, author, trusted) => {
    const { number } = fake.seed({ ...author, labels: ['xmpp-tls'] });
    fake.seedComment(number, 'a comment', author);
    expect((await list()).map((issue) => issue.trusted)).toEqual([trusted]);
    expect(await createGitHubReader(options()).listComments(number)).toEqual(trusted ? ['a comment'] : []);
  });

  it.each(['NONE', 'CONTRIBUTOR'])(
    'believes what the user of the token wrote, who looks like %s',
    async (association) => {
      const own = await startFakeGitHub({ author: { login: 'Anna', type: 'User', association } });
      own.seed();
      own.seed({ user: { login: 'eve', type: 'User' }, author_association: association });
      own.seedComment(1, `ours\n\n${commentMarker('fixed-1')}`);
      own.seedComment(1, 'mine', { user: { login: 'eve', type: 'User' } });
      const reader = createGitHubReader(options({ apiUrl: own.url }));
      expect((await reader.listManaged('xmpp-tls')).map(({ trusted }) => trusted)).toEqual([true, false]);
      expect(await reader.listComments(1)).toEqual([expect.stringMatching(/^ours/u)]);
      const asked = own.requests.map(({ path }) => path).filter((path) => !path.startsWith('/repos/acme/watch/issues'));
      // Once each, and not for a comment that does not even claim to be ours.
      expect(asked).toEqual(['/user', '/repos/acme/watch/collaborators/eve/permission']);
      await own.close();
    },
  );

  it('believes who may write although the membership is private, and whom the token may ask about', async () => {
    fake.roles.set('ann', 'write');
    fake.roles.set('tom', 'triage');
    for (const login of ['ann', 'tom', 'eve']) fake.seed({ user: { login, type: 'User' }, author_association: 'NONE' });
    expect((await list()).map(({ trusted }) => trusted)).toEqual([true, false, false]);
  });

  it('reads what an issue says of itself, also when it says little', async () => {
    fake.seed({ state: 'closed', state_reason: 'duplicate', closed_at: '2026-01-01T00:00:00Z', locked: true });
    fake.failNext({ kind: 'json', body: [{ number: 3, body: null, labels: ['xmpp-tls'] }] });
    expect(await list()).toEqual([
      { number: 3, title: '', body: '', state: 'open', labels: ['xmpp-tls'], locked: false, url: '', trusted: false },
    ]);
    expect(await list()).toMatchObject([
      { state: 'closed', stateReason: 'duplicate', closedAt: '2026-01-01T00:00:00.000Z', locked: true },
    ]);
  });

  it('takes a page that is no list for an error, never for "no issues"', async () => {
    fake.failNext({ kind: 'json', body: { message: 'hello' } }, { times: 4 });
    expect((await refusalOf(list())).message).toContain('list the issues');
    fake.failNext({ kind: 'json', body: '' }, { times: 4 });
    await expect(list()).rejects.toBeInstanceOf(ForgeError);
    fake.failNext({ kind: 'json', body: ['x'] }, { times: 4 });
    await expect(list()).rejects.toBeInstanceOf(ForgeError);
  });

  it('asks again when a page was cut, and gives up when it always is', async () => {
    for (let index = 0; index < 150; index += 1) fake.seed();
    fake.failNext({ kind: 'cut' }, { path: /page=2/u });
    expect(await list()).toHaveLength(150);
    fake.failNext({ kind: 'cut' }, { times: 4, path: /page=2/u });
    await expect(list()).rejects.toBeInstanceOf(ForgeError);
  });

  it('never carries its token to another server', async () => {
    for (let index = 0; index < 150; index += 1) fake.seed();
    const fetch: typeof globalThis.fetch = async (url, init) => {
      expect(String(url)).toContain(fake.url);
      const answer = await globalThis.fetch(url, init);
      const headers = new Headers(answer.headers);
      headers.set('link', '<https://evil.example/next>; rel="next"');
      return new Response(await answer.text(), { status: answer.status, headers });
    };
    const reader = createGitHubReader(options({ fetch }));
    expect((await refusalOf(reader.listManaged('xmpp-tls'))).message).toContain('another server');
  });

  it('ends with an error when there is no end of pages', async () => {
    fake.seed();
    const fetch: typeof globalThis.fetch = async (url) =>
      new Response('[]', {
        headers: { 'content-type': 'application/json', link: `<${String(url)}>; rel="next"` },
      });
    const reader = createGitHubReader(options({ fetch }));
    expect((await refusalOf(reader.listManaged('xmpp-tls'))).message).toContain('too many pages');
  });
});

describe('comments since a moment', () => {
  const person = (login: string, association = 'NONE') => ({
    user: { login, type: 'User' as const },
    author_association: association,
  });
  const since = (needsRights?: NeedsRights) =>
    createGitHubReader(options()).listCommentsSince('2026-01-01T00:00:00Z', needsRights);

  it.each([
    ['admin', true],
    ['maintain', true],
    ['write', true],
    ['triage', true],
    ['read', false],
    ['none', false],
  ])('let a person with the role %s command: %s', async (role, may) => {
    fake.seed();
    fake.roles.set('ann', role);
    // A member may only be allowed to read, and one with a hidden membership may be allowed to write.
    fake.seedComment(1, '/xmpp ack', person('ann', may ? 'NONE' : 'MEMBER'));
    expect(await since()).toMatchObject([{ issue: 1, author: 'ann', isBot: false, mayCommand: may }]);
  });

  it('ask for roles once per author, never for bots and never for words that command nothing', async () => {
    fake.seed();
    for (const login of ['ann', 'ann', 'bob']) fake.seedComment(1, '/xmpp ack', person(login));
    fake.seedComment(1, 'Hello', person('eve'));
    fake.seedComment(1, '/xmpp ack');
    const heard = await since(({ body }) => body.startsWith('/xmpp'));
    expect(heard.map(({ isBot }) => isBot)).toEqual([false, false, false, false, true]);
    const asked = fake.requests.map(({ path }) => path).filter((path) => path.includes('/collaborators/'));
    expect(asked.map((path) => path.split('/').at(-2))).toEqual(['ann', 'bob']);
  });

  it('cost one call when nobody said anything, and one a page otherwise', async () => {
    expect(await since()).toEqual([]);
    expect(fake.requests).toHaveLength(1);
    fake.seed();
    for (let index = 0; index < 250; index += 1) fake.seedComment(1, `comment ${index}`);
    expect(await since()).toHaveLength(250);
    expect(fake.requests).toHaveLength(4);
  });

  it('let nobody command of whom the token may not ask, and do not take a rate limit for that', async () => {
    fake.seed();
    fake.seedComment(1, '/xmpp ack', person('ann'));
    fake.failNext({ kind: 'status', status: 403, message: 'Must have push access' }, { path: /permission$/u });
    expect(await since()).toMatchObject([{ mayCommand: false }]);
    const headers = { 'retry-after': '3600' };
    fake.failNext({ kind: 'status', status: 403, message: 'secondary rate limit', headers }, { path: /permission$/u });
    expect(await refusalOf(since())).toMatchObject({ limited: true });
  });
});

describe('an unsteady connection', () => {
  it.each([
    ['a 502', { kind: 'status', status: 502 } as const],
    ['a torn connection', { kind: 'reset' } as const],
    ['a lost answer', { kind: 'lost' } as const],
  ])('is tried again after %s, three times at most', async (_, fault) => {
    fake.seed();
    fake.failNext(fault, { times: 3 });
    expect(await list()).toHaveLength(1);
    expect(clock.slept).toEqual([1000, 2000, 4000]);
    fake.failNext(fault, { times: 4 });
    expect((await refusalOf(list())).hint).toContain('The next run goes on');
    expect(fake.requests).toHaveLength(8);
  });

  it('is tried again for a change, which can be made twice', async () => {
    fake.seed();
    fake.failNext({ kind: 'lost' }, { times: 2 });
    await writer().change(1, { body: 'new' });
    expect(fake.issues[0]?.body).toBe('new');
    expect(fake.writes()).toHaveLength(3);
  });

  it.each([
    ['creating', 'POST', () => writer().create(draft)],
    ['commenting', 'POST', () => writer().comment(1, 'hello')],
  ] as const)('is not tried again for %s, whose outcome is lost', async (_, method, write) => {
    fake.seed();
    for (const fault of [{ kind: 'status', status: 503 }, { kind: 'lost' }, { kind: 'reset' }] as const) {
      fake.failNext(fault, { method });
      expect(await refusalOf(write())).toMatchObject({ outcome: 'lost', stops: false });
    }
    expect(fake.writes()).toHaveLength(3);
    expect(clock.slept).toEqual([]);
  });

  it('is a lost outcome as well when the answer to a creation is cut', async () => {
    fake.failNext({ kind: 'cut' });
    expect(await refusalOf(writer().create(draft))).toMatchObject({ outcome: 'lost' });
    expect(fake.issues).toHaveLength(1);
  });

  it('is tried again for everything when the server was never reached', async () => {
    const closed = await startFakeGitHub();
    await closed.close();
    const error = await refusalOf(writer({ apiUrl: closed.url }).create(draft));
    expect(error).toMatchObject({ outcome: 'refused', status: undefined });
    expect(error.message).toContain('ECONNREFUSED');
    expect(clock.slept).toEqual([1000, 2000, 4000]);
  });
});

describe('a rate limit', () => {
  const limited = (
    headers: Record<string, string>,
    status = 403,
    message = 'You have exceeded a secondary rate limit',
  ) => fake.failNext({ kind: 'status', status, message, headers });

  it('is waited for as long as GitHub says, for creations too', async () => {
    limited({ 'retry-after': '17' });
    expect((await writer().create(draft)).number).toBe(1);
    limited({}, 429, 'Too Many Requests');
    limited(
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(clock.now() / 1000 + 60 + 42) },
      403,
      'Forbidden',
    );
    await writer().comment(1, 'hello');
    expect(clock.slept).toEqual([17_000, 60_000, 42_000]);
    expect(fake.issues).toHaveLength(1);
  });

  it('ends the writing when the wait would be too long', async () => {
    limited({ 'retry-after': '3600' });
    const error = await refusalOf(writer().create(draft));
    expect(error).toMatchObject({ outcome: 'refused', stops: true });
    expect(error.hint).toContain('rate limit');
    expect(clock.slept).toEqual([]);
  });
});

describe('a refusal', () => {
  const sentence = async (promise: Promise<unknown>) => describeForgeError(await refusalOf(promise));

  it('for want of permission names the call, the cause and the lines to add', async () => {
    fake.permission = 'read';
    expect(await sentence(writer().create(draft))).toBe(
      'GitHub did not let us open an issue (403: Resource not accessible by integration). The token lacks permission: add "permissions: { contents: read, issues: write }" to the job. The check itself is not affected.',
    );
    fake.permission = 'none';
    expect(await refusalOf(list())).toMatchObject({ status: 403, stops: true });
  });

  it('because issues are turned off says where to turn them on, or us off', async () => {
    fake.issuesEnabled = false;
    for (const write of [list(), writer().create(draft), writer().change(1, { body: '' })]) {
      const error = await refusalOf(write);
      expect(error).toMatchObject({ status: 410, stops: true });
      expect(error.hint).toMatch(/Issues are turned off in this repository.*manage-issues: false/u);
    }
  });

  it('because the repository is not there stops everything; because one issue is not there, nothing else', async () => {
    const elsewhere = createGitHubReader(options({ repository: 'acme/other' }));
    expect(await refusalOf(elsewhere.listManaged('xmpp-tls'))).toMatchObject({ status: 404, stops: true });
    expect(await refusalOf(writer().change(99, { body: '' }))).toMatchObject({ status: 404, stops: false });
  });

  it('of a wrong token says which input to look at', async () => {
    const guarded = await startFakeGitHub({ token: 'right' });
    const error = await refusalOf(writer({ apiUrl: guarded.url }).create(draft));
    await guarded.close();
    expect(error).toMatchObject({ status: 401, stops: true });
    expect(error.hint).toContain('"token"');
  });

  it('of a locked issue stops nothing else', async () => {
    fake.seed();
    fake.failNext({ kind: 'status', status: 403, message: 'Unable to create comment because issue is locked.' });
    expect(await refusalOf(writer().comment(1, 'x'))).toMatchObject({ stops: false, hint: 'The issue is locked.' });
  });

  it('shows what the forge says as one inert line', async () => {
    fake.failNext({ kind: 'status', status: 422, message: '::error::x\r\n##[set-output name=a]b' });
    const { message } = await refusalOf(writer().comment(1, 'x'));
    expect(message).not.toMatch(/[\r\n]|##\[/u);
    expect(message).toContain('422');
  });
});

describe('an issue that was moved to another repository', () => {
  /** GitHub answers 301 to the old address, and fetch would follow. */
  const moved = (answer: () => Response) => options({ fetch: async () => answer() });
  const json = (body: unknown, status = 200) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  const redirect = () =>
    new Response('{"message":"Moved Permanently"}', {
      status: 301,
      headers: { 'content-type': 'application/json', location: `${fake.url}/repos/acme/other/issues/7` },
    });

  it.each([
    ['number', { number: 7, labels: [] }],
    ['repository', { number: 1, labels: [], repository_url: 'https://api.github.com/repos/acme/other' }],
  ])('is gone for us, as its other %s shows', async (_, item) => {
    expect(await createGitHubReader(moved(() => json(item))).readIssue(1)).toBeUndefined();
    const own = { number: 1, repository_url: 'https://api.github.com/repos/ACME/Watch' };
    expect(await createGitHubReader(moved(() => json(own))).readIssue(1)).toMatchObject({ number: 1 });
  });

  it('is not written to where it is now', async () => {
    const other = createGitHubWriter(moved(redirect));
    for (const write of [other.change(1, { body: 'x' }), other.comment(1, 'x')]) {
      const error = await refusalOf(write);
      expect(error).toMatchObject({ status: 301, outcome: 'refused', stops: false });
      expect(describeForgeError(error)).toContain('it was moved');
    }
    const asked: (string | undefined)[] = [];
    const fetch: typeof globalThis.fetch = async (_url, init) => {
      asked.push(init?.redirect);
      return redirect();
    };
    await refusalOf(createGitHubWriter(options({ fetch })).change(1, { body: 'x' }));
    expect(asked).toEqual(['manual']);
  });

  it('has no comment of ours because a list of comments was answered', async () => {
    const error = await refusalOf(createGitHubWriter(moved(() => json([]))).comment(1, 'x'));
    expect(error.outcome).toBe('lost');
  });
});

describe('a sub-issue', () => {
  it('may be below already: a run that died has done that', async () => {
    fake.seed();
    fake.seed();
    await writer().addSubIssue(1, 2);
    await writer().addSubIssue(1, 2);
    expect(fake.subIssues.get(1)).toEqual([1002]);
  });

  it('that cannot be, since this GitHub has none, is not called deleted', async () => {
    const old = await startFakeGitHub({ subIssues: false });
    old.seed();
    old.seed();
    const error = await refusalOf(writer({ apiUrl: old.url }).addSubIssue(1, 2));
    await old.close();
    expect(describeForgeError(error)).toContain('has no sub-issues');
    expect(describeForgeError(error)).not.toContain('deleted');
  });
});

describe('writing', () => {
  it('opens the issue without those who cannot be assigned, and says so', async () => {
    const created = await writer().create({ ...draft, assignees: ['ann', 'bob'] });
    expect(created).toMatchObject({ number: 1, note: expect.stringContaining('bob') });
    expect(fake.issues[0]?.assignees).toEqual([{ login: 'ann' }]);
  });

  it('says when the next run will not recognise what was opened', async () => {
    const stranger = await startFakeGitHub({ author: { login: 'eve', type: 'User', association: 'NONE' } });
    expect((await writer({ apiUrl: stranger.url }).create(draft)).note).toBeUndefined();
    stranger.failNext({ kind: 'status', status: 403 }, { path: /\/user$/u });
    const created = await writer({ apiUrl: stranger.url }).create(draft);
    await stranger.close();
    expect(created.note).toContain('no collaborator');
  });

  it('does not hide another reason for a 422', async () => {
    const body = 'x'.repeat(70_000);
    expect((await refusalOf(writer().create({ ...draft, body, assignees: ['ann'] }))).status).toBe(422);
    expect(fake.issues).toEqual([]);
  });

  it('sends only what changes', async () => {
    fake.seed({ title: 'by a person', body: 'old' });
    await writer().change(1, { body: 'new', state: 'closed', stateReason: 'not_planned' });
    expect(fake.issues[0]).toMatchObject({
      title: 'by a person',
      body: 'new',
      state: 'closed',
      state_reason: 'not_planned',
    });
  });

  it('keeps its pace between writes where it is told to', async () => {
    fake.seed();
    const paced = writer({ writePaceMs: 1000 });
    await paced.comment(1, 'a');
    await paced.comment(1, 'b');
    await paced.change(1, { body: 'c' });
    expect(clock.slept).toEqual([1000, 1000]);
  });

  it.each([
    ['https://api.github.com', '2026-03-10', [1000]],
    ['https://api.acme.ghe.com', '2026-03-10', [1000]],
    ['https://git.example.org/api/v3', null, []],
  ])('names the API version and keeps the pace only on GitHub itself: %s', async (apiUrl, version, slept) => {
    const versions: (string | null)[] = [];
    const fetch: typeof globalThis.fetch = async (url, init) => {
      expect(String(url)).toBe(`${apiUrl}/repos/${fake.repository}/issues/1/comments`);
      const headers = new Headers(init?.headers);
      versions.push(headers.get('x-github-api-version'));
      expect(headers.get('authorization')).toBe('token secret');
      return new Response('{"id":1}', { status: 201, headers: { 'content-type': 'application/json' } });
    };
    const paced = writer({ apiUrl, fetch });
    await paced.comment(1, 'a');
    await paced.comment(1, 'b');
    expect(versions).toEqual([version, version]);
    expect(clock.slept).toEqual(slept);
  });

  it('says nothing on the console, not even when a call is deprecated', async () => {
    fake.seed();
    const written: unknown[] = [];
    const { warn, error } = console;
    Object.assign(console, {
      warn: (...words: unknown[]) => written.push(words),
      error: (...w: unknown[]) => written.push(w),
    });
    fake.failNext({ kind: 'status', status: 500, headers: { deprecation: 'true', sunset: 'soon' } });
    await writer()
      .change(1, { body: 'x' })
      .finally(() => Object.assign(console, { warn, error }));
    expect(written).toEqual([]);
  });
});

describe('a plan applied to GitHub', () => {
  const apply = () => {
    const plan = planIssues(anInput({ targets: ['a.example', 'b.example'].map(plaintext) }));
    return applyPlan(plan, {
      reader: createGitHubReader(options()),
      writer: writer(),
      clock,
      listed: [],
      label: 'xmpp-tls',
    });
  };

  it.each([
    ['was carried out', { kind: 'lost' } as const],
    ['was carried out, and cut', { kind: 'cut' } as const],
    ['was not carried out', { kind: 'reset' } as const],
    ['failed with a 502', { kind: 'status', status: 502 } as const],
  ])('opens each issue once when a creation without an answer %s', async (_, fault) => {
    fake.failNext(fault, { method: 'POST', path: /issues$/u });
    expect((await apply()).map(({ status, issue }) => [status, issue])).toEqual([
      ['done', 1],
      ['done', 2],
    ]);
    expect(fake.issues).toHaveLength(2);
  });

  it('asks once, and says one sentence, when it may not write', async () => {
    fake.permission = 'read';
    const applied = await apply();
    expect(applied.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(new Set(applied.map(({ error }) => error)).size).toBe(1);
    expect(fake.writes()).toEqual(['POST /repos/acme/watch/labels']);
  });
});
