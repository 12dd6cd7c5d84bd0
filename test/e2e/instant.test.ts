import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startSite, type ActionRun, type Site } from './site.js';

const HOSTS = 'a.example\nb.example\nc.example';
const NOBODY: readonly string[] = [];

describe('a comment in an issue', () => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite({
      'a.example': { c2s: 'optional' },
      'b.example': { c2s: 'optional' },
      'c.example': { c2s: 'optional' },
    });
    await site.run({ hosts: HOSTS });
    site.github.roles.set('ann', 'triage');
  });
  afterEach(() => site.close());

  const comment = (body: string, login: string, issue = 1, over: object = {}): Promise<ActionRun> => {
    const by = { user: { login, type: 'User' }, author_association: 'NONE' } as const;
    const { id, created_at } = site.github.seedComment(issue, body, by);
    const payload = { action: 'created', issue: { number: issue }, comment: { id, body, created_at }, ...over };
    return site.run({ hosts: HOSTS, 'fail-on': 'never' }, { event: 'issue_comment', payload });
  };
  const lastOf = (issue: number) => site.github.comments.get(issue)?.at(-1);

  it('is answered at once, by a look at its domain only, and leaves the other issues alone', async () => {
    site.dns.queries.length = 0;
    const { code, outputs, writes } = await comment('/xmpp retest', 'ann');
    expect({ code, total: outputs['hosts-total'], closed: outputs['issues-closed'] }).toEqual({
      code: 0,
      total: '1',
      closed: '[]',
    });
    expect(lastOf(1)?.body).toMatch(/^Re-tested on .*`a\.example` can still be used without TLS/u);
    expect(writes.every((write) => /issues\/(?:1|comments)(?:$|\/)/u.test(write))).toBe(true);
    expect(site.dns.queries.join()).not.toMatch(/[bc]\.example/u);
  });

  it('of somebody without rights asks for a re-test, and commands nothing', async () => {
    const refused = await comment('/xmpp waive until 2027-01-01 because I want', 'eve');
    expect({ code: refused.code, writes: refused.writes }).toEqual({ code: 0, writes: NOBODY });
    expect(refused.stdout).toContain('not answered: who wrote the comment may not write or triage here.');
    expect((await comment('/xmpp retest', 'eve')).writes.length).toBeGreaterThan(0);
    const again = await comment('/xmpp retest', 'eve');
    expect(again.writes).toEqual(NOBODY);
  });

  it.each([
    ['in a pull request', '/xmpp retest', 1, { issue: { number: 1, pull_request: { url: 'x' } } }],
    ['that was edited', '/xmpp retest', 1, { action: 'edited' }],
    ['in an issue of others', '/xmpp retest', 9, {}],
    ['without a command', '$(touch /tmp/x) ::error::x', 1, {}],
  ])('%s starts nothing', async (_, body, issue, over) => {
    site.github.seed({ number: 9, labels: [] });
    site.dns.queries.length = 0;
    const { code, writes, commands, outputs } = await comment(body, 'ann', issue, over);
    expect({ code, writes, commands, asked: site.dns.queries }).toEqual({
      code: 0,
      writes: [],
      commands: [],
      asked: [],
    });
    expect(outputs.result).toBe('inconclusive');
  });
});

describe('a run for one domain', () => {
  it('by hand, with the domain as an input, closes no issue of another', async () => {
    const site = await startSite({ 'a.example': { c2s: 'optional' }, 'b.example': { c2s: 'optional' } });
    await site.run({ hosts: 'a.example\nb.example' });
    const byHand = await site.run({ hosts: 'a.example' }, { event: 'workflow_dispatch' });
    expect(byHand.writes).toEqual(NOBODY);
    site.write('.github/xmpp-tls.yml', 'hosts: [a.example, b.example]\n');
    const only = await site.run({ only: 'b.example' });
    expect({ total: only.outputs['hosts-total'], writes: only.writes }).toEqual({ total: '1', writes: NOBODY });
    await site.close();
  });
});
