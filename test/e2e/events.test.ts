import { describe, expect, it } from '@jest/globals';
import { withSite } from './site.js';

const PLAINTEXT = { 'a.example': { c2s: 'optional' } } as const;
const HOSTS = { hosts: 'a.example' };

describe('whether a run writes issues', () => {
  it.concurrent.each([
    { event: 'schedule', ref: 'refs/heads/main' },
    { event: 'workflow_dispatch', ref: 'refs/heads/main' },
    { event: 'push', ref: 'refs/heads/main' },
  ])('does on $event to $ref', (circumstances) =>
    withSite(PLAINTEXT, async (site) => {
      const { code, outputs } = await site.run(HOSTS, circumstances);
      expect({ code, opened: outputs['issues-opened'] }).toEqual({ code: 1, opened: '[1]' });
    }),
  );

  it.concurrent.each([
    { event: 'push', ref: 'refs/heads/feature', manage: 'auto', because: 'not one of the default branch' },
    { event: 'push', ref: 'refs/tags/v1', manage: 'auto', because: 'not one of the default branch' },
    { event: 'workflow_dispatch', ref: 'refs/heads/feature', manage: 'auto', because: 'not one of the default branch' },
    { event: 'issues', ref: 'refs/heads/main', manage: 'auto', because: 'manage-issues is auto' },
    { event: 'pull_request', ref: 'refs/pull/5/merge', manage: 'auto', because: 'belongs to a pull request' },
    { event: 'pull_request', ref: 'refs/pull/5/merge', manage: 'true', because: 'belongs to a pull request' },
    { event: 'pull_request_review', ref: 'refs/pull/5/merge', manage: 'true', because: 'belongs to a pull request' },
    { event: 'schedule', ref: 'refs/heads/main', manage: 'false', because: 'manage-issues switches them off' },
  ])('does not on $event to $ref when manage-issues is $manage, and says why', ({ event, ref, manage, because }) =>
    withSite(PLAINTEXT, async (site) => {
      const { code, stdout } = await site.run({ ...HOSTS, 'manage-issues': manage }, { event, ref });
      expect(code).toBe(1);
      expect(site.github.requests).toEqual([]);
      expect(stdout).toMatch(new RegExp(`Issues are left alone: .*${because}`, 'u'));
    }),
  );

  it.concurrent('does not on pull_request_target, which is refused before anybody is asked anything', () =>
    withSite(PLAINTEXT, async (site) => {
      const { code, commands, outputs } = await site.run(HOSTS, { event: 'pull_request_target' });
      expect(code).toBe(2);
      expect(commands.map(({ name, message }) => `${name} ${message}`)).toEqual([
        expect.stringMatching(/^error .*pull_request_target.*`on: pull_request`/u),
      ]);
      expect(outputs.result).toBe('inconclusive');
      expect({ forge: site.github.requests, dns: site.dns.queries }).toEqual({ forge: [], dns: [] });
    }),
  );

  it.concurrent('does not on a dry run, which prints the plan', () =>
    withSite(PLAINTEXT, async (site) => {
      const { code, stdout, summary, writes, outputs } = await site.run({ ...HOSTS, 'dry-run': 'true' });
      expect({ code, writes, opened: outputs['issues-opened'] }).toEqual({ code: 1, writes: [], opened: '[]' });
      expect(stdout).toContain('Issues (dry run, nothing is written):');
      expect(stdout).toMatch(/open +a\.example: plaintext was found and confirmed/u);
      expect(summary).toContain('would open');
      expect(site.github.requests.map(({ method }) => method)).toEqual(['GET']);
    }),
  );

  it.concurrent('does not without a token, and says what to do', () =>
    withSite(PLAINTEXT, async (site) => {
      const { code, commands } = await site.run({ ...HOSTS, token: '' });
      expect(code).toBe(1);
      expect(commands.map(({ name, message }) => `${name} ${message}`)).toEqual([
        expect.stringMatching(/^warning Issues are left alone: .*set the input token, or manage-issues: false/u),
      ]);
      expect(site.github.requests).toEqual([]);
    }),
  );

  it.concurrent('does to a folder when issues-dir says so, and leaves the forge alone', () =>
    withSite(PLAINTEXT, async (site) => {
      const { outputs } = await site.run({ ...HOSTS, 'issues-dir': 'cases' });
      expect(outputs['issues-opened']).toBe('[1]');
      expect(site.read('cases/0001-a.example.md')).toContain('title: XMPP at a.example must require TLS');
      expect(site.github.requests).toEqual([]);
    }),
  );
});
