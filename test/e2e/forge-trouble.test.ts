import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../support/fake-github.js';
import { withSite, type ActionRun, type Site } from './site.js';

const PLAINTEXT = { 'a.example': { c2s: 'optional' }, 'b.example': { c2s: 'none' } } as const;
const HOSTS = { hosts: 'a.example\nb.example' };
const PERMISSION = 'permissions: { contents: read, issues: write }';

const warnings = ({ commands }: ActionRun) => commands.filter(({ name }) => name === 'warning').map((c) => c.message);
const createdBy = ({ writes }: ActionRun) => writes.filter((write) => write.endsWith('/issues'));

/** Two issues that another run opened; the next run only has to find them. */
async function openTwo(site: Site): Promise<void> {
  const { outputs } = await site.run(HOSTS);
  expect(outputs['issues-opened']).toMatch(/^\[\d+,\d+\]$/u);
}

describe('a forge that refuses', () => {
  it.concurrent('costs one warning with the line to add when the token may only read', () =>
    withSite(PLAINTEXT, async (site) => {
      site.github.permission = 'read';
      const run = await site.run(HOSTS);
      expect(run.code).toBe(1);
      expect(run.outputs).toMatchObject({
        result: 'fail',
        'plaintext-hosts': 'a.example\nb.example',
        'issues-opened': '[]',
        'issues-failed': '["a.example","b.example"]',
      });
      expect(warnings(run)).toEqual([expect.stringContaining(PERMISSION)]);
      expect(run.writes).toHaveLength(1);
      expect(run.summary).toContain(PERMISSION);
    }),
  );

  it.concurrent('costs one warning when the token may not even read', () =>
    withSite(PLAINTEXT, async (site) => {
      site.github.permission = 'none';
      const run = await site.run(HOSTS);
      expect({ code: run.code, writes: run.writes }).toEqual({ code: 1, writes: [] });
      expect(warnings(run)).toEqual([expect.stringContaining(PERMISSION)]);
    }),
  );

  it.concurrent('costs one warning when issues are turned off', () =>
    withSite(PLAINTEXT, async (site) => {
      site.github.issuesEnabled = false;
      const run = await site.run(HOSTS);
      expect({ code: run.code, writes: run.writes }).toEqual({ code: 1, writes: [] });
      expect(warnings(run)).toEqual([expect.stringContaining('manage-issues: false')]);
    }),
  );

  it.concurrent('leaves a secure run green', () =>
    withSite({ 'a.example': { c2s: 'required' } }, async (site) => {
      site.github.permission = 'none';
      const run = await site.run({ hosts: 'a.example' });
      expect({ code: run.code, result: run.outputs.result }).toEqual({ code: 0, result: 'pass' });
      expect(warnings(run)).toHaveLength(1);
    }),
  );
});

describe('a forge that stumbles', () => {
  const once: readonly (readonly [string, Fault, string])[] = [
    ['a 503 to the list', { kind: 'status', status: 503 }, 'GET'],
    ['a reset connection of the list', { kind: 'reset' }, 'GET'],
    ['a list that is cut off in its middle', { kind: 'cut' }, 'GET'],
    ['a rate limit', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 'POST'],
  ];
  it.concurrent.each(once)('is asked again after %s', (_, fault, method) =>
    withSite(PLAINTEXT, async (site) => {
      site.github.failNext(fault, { method });
      const run = await site.run(HOSTS);
      expect(run.outputs['issues-opened']).toBe('[1,2]');
      expect(warnings(run)).toEqual([]);
    }),
  );

  const forever: readonly (readonly [string, Fault])[] = [
    ['answers 502', { kind: 'status', status: 502 }],
    ['tears connections', { kind: 'reset' }],
    ['answers with a page that is not a list', { kind: 'json', body: { message: 'hello' } }],
    ['answers with an empty page', { kind: 'json', body: '' }],
  ];
  it.concurrent.each(forever)('is given up, and nothing is created, when it always %s', (_, fault) =>
    withSite(PLAINTEXT, async (site) => {
      site.github.failNext(fault, { times: Infinity, method: 'GET' });
      const run = await site.run(HOSTS);
      expect({ code: run.code, writes: run.writes }).toEqual({ code: 1, writes: [] });
      expect(site.github.requests.length).toBeLessThanOrEqual(5);
      expect(warnings(run)).toEqual([expect.stringContaining('list the issues')]);
    }),
  );

  it.concurrent('makes no twin of an issue whose creation was never answered', () =>
    withSite(PLAINTEXT, async (site) => {
      site.github.failNext({ kind: 'lost' }, { method: 'POST', path: /\/issues$/u });
      site.github.failNext({ kind: 'cut' }, { method: 'POST', path: /\/issues$/u });
      const run = await site.run(HOSTS);
      expect(site.github.issues.map(({ title }) => title)).toEqual([
        'XMPP at a.example must require TLS',
        'XMPP at b.example must require TLS',
      ]);
      expect(createdBy(run)).toHaveLength(2);
      expect(run.outputs['issues-opened']).toBe('[1,2]');
    }),
  );

  it.concurrent('does not say the same twice when a comment was never answered', () =>
    withSite({ 'a.example': { c2s: 'optional' } }, async (site) => {
      const inputs = { hosts: 'a.example', 'close-after': '1' };
      await site.run(inputs);
      site.setPolicy('a.example', 'required');
      site.github.failNext({ kind: 'lost' }, { method: 'POST', path: /\/comments$/u });
      const run = await site.run(inputs);
      expect(run.outputs['issues-closed']).toBe('[1]');
      expect(site.github.comments.get(1)).toHaveLength(1);
    }),
  );

  it.concurrent('does not keep one refused issue from the others', () =>
    withSite(PLAINTEXT, async (site) => {
      site.github.failNext(
        { kind: 'status', status: 422, message: 'Validation Failed' },
        { method: 'POST', path: /\/issues$/u },
      );
      const run = await site.run(HOSTS);
      expect(run.outputs).toMatchObject({ 'issues-failed': '["a.example"]', 'issues-opened': '[1]' });
      expect((await site.run(HOSTS)).outputs).toMatchObject({ 'issues-failed': '[]', 'issues-opened': '[2]' });
    }),
  );
});

describe('a forge with much on it', () => {
  it.concurrent('has our issues found behind more than 300 others with the same label', () =>
    withSite(PLAINTEXT, async (site) => {
      for (let i = 0; i < 350; i += 1) site.github.seed({ state: i % 2 === 0 ? 'open' : 'closed' });
      await openTwo(site);
      const run = await site.run(HOSTS);
      expect(run.writes).toEqual([]);
      expect(site.github.issues).toHaveLength(352);
    }),
  );

  it.concurrent('has no stranger speak for us who copied the hidden state of an issue', () =>
    withSite(PLAINTEXT, async (site) => {
      await openTwo(site);
      const [ours] = site.github.issues.splice(0, 1);
      const stranger = { user: { login: 'mallory', type: 'User' }, author_association: 'NONE' } as const;
      site.github.seed({ ...stranger, number: 70, body: ours?.body ?? '' });
      const run = await site.run(HOSTS);
      expect(run.outputs['issues-opened']).toBe('[71]');
      expect(run.stdout).toContain('#70 looks like ours, but its author may not write to this repository');
    }),
  );
});
