import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NODE_VERSIONS } from '../support/node-versions.js';
import { runPastedCommand } from './pasted-command.js';
import { startSite, type ActionRun, type Site } from './site.js';

const HOSTS = { hosts: 'a.example\nb.example' };
const NO_WRITES: readonly string[] = [];

describe.each(NODE_VERSIONS)('the life of a case on $name', (node) => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite({ 'a.example': 'optional', 'b.example': 'required' });
  });
  afterAll(() => site.close());

  const run = (): Promise<ActionRun> => site.run(HOSTS, { node });
  const theIssue = () => {
    const [issue, ...others] = site.github.issues;
    if (!issue || others.length > 0) throw new Error(`there are ${site.github.issues.length} issues`);
    return issue;
  };
  const comments = () => (site.github.comments.get(1) ?? []).map(({ body }) => body);

  it('fails the workflow and opens an issue for the domain that allows plaintext', async () => {
    const { code, outputs } = await run();
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ result: 'fail', 'plaintext-hosts': 'a.example', 'issues-opened': '[1]' });
    expect(theIssue()).toMatchObject({ title: 'XMPP at a.example must require TLS', state: 'open' });
    expect(theIssue().labels).toContainEqual({ name: 'xmpp-tls' });
  });

  it('shows the evidence and the exact setting in the issue', () => {
    expect(theIssue().body).toContain('STARTTLS offered; mechanisms SCRAM-SHA-1, PLAIN');
    expect(theIssue().body).toContain(
      '```lua\nc2s_require_encryption = true\nallow_unencrypted_plain_auth = false\ns2s_require_encryption = true\n```',
    );
  });

  it('shows a command that, pasted into a shell, lets everybody see it', async () => {
    const [c2s = '', s2s = ''] = await Promise.all(shellCommands(theIssue().body).map(runPastedCommand));
    expect(c2s).toContain("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
    expect(c2s).toContain('<mechanism>PLAIN</mechanism>');
    expect(s2s).toContain("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
  });

  it('writes nothing when a second run finds the same', async () => {
    const { code, writes, outputs } = await run();
    expect({ code, writes }).toEqual({ code: 1, writes: NO_WRITES });
    expect(outputs).toMatchObject({ 'issues-opened': '[]', 'issues-updated': '[]' });
  });

  it('is verifying after the first secure run, and keeps what people wrote into the issue', async () => {
    const issue = theIssue();
    issue.body = `@anna takes care of it.\n\n${issue.body}\n\nPromised for Friday.`;
    site.setPolicy('a.example', 'required');
    const { code, outputs } = await run();
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ result: 'pass', 'issues-updated': '[1]', 'issues-closed': '[]' });
    expect(issue.state).toBe('open');
    expect(issue.body).toMatch(/^@anna takes care of it\.\n\n<!--[^]*-->\n\nPromised for Friday\.$/u);
    expect(comments()).toEqual([]);
  });

  it('closes the issue with thanks after as many secure runs as close-after says', async () => {
    const { code, outputs } = await run();
    expect({ code, closed: outputs['issues-closed'] }).toEqual({ code: 0, closed: '[1]' });
    expect(theIssue()).toMatchObject({ state: 'closed', state_reason: 'completed' });
    expect(theIssue().body).toContain('Promised for Friday.');
    expect(comments()).toEqual([expect.stringContaining('Thank you!')]);
  });

  it('writes nothing while the domain stays secure', async () => {
    const { code, writes } = await run();
    expect({ code, writes }).toEqual({ code: 0, writes: NO_WRITES });
  });

  it('reopens the issue when plaintext is back', async () => {
    site.setPolicy('a.example', 'none');
    const { code, outputs } = await run();
    expect({ code, reopened: outputs['issues-reopened'] }).toEqual({ code: 1, reopened: '[1]' });
    expect(theIssue()).toMatchObject({ state: 'open', state_reason: 'reopened' });
    expect(comments()).toHaveLength(2);
    expect(comments()[1]).toContain('Plaintext is back');
    expect((await run()).writes).toEqual(NO_WRITES);
  });

  it('closes the issue as not planned when the domain left the configuration', async () => {
    const { code, outputs } = await site.run({ hosts: 'b.example' }, { node });
    expect({ code, closed: outputs['issues-closed'] }).toEqual({ code: 0, closed: '[1]' });
    expect(theIssue()).toMatchObject({ state: 'closed', state_reason: 'not_planned' });
    expect(comments()[2]).toContain('no longer in the configuration');
    expect((await site.run({ hosts: 'b.example' }, { node })).writes).toEqual(NO_WRITES);
  });
});

describe('an open case', () => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite({ 'a.example': { c2s: 'optional' }, 'b.example': { c2s: 'required' } });
    await site.run(HOSTS);
  });
  afterEach(() => site.close());

  it.each(['duplicate', 'not_planned'])('stays closed when a person closed it as %s', async (state_reason) => {
    const [issue] = site.github.issues;
    Object.assign(issue ?? {}, { state: 'closed', state_reason, closed_at: new Date().toISOString() });
    expect((await site.run(HOSTS)).stdout).toMatch(/a\.example #1: a person closed it/u);
    expect((await site.run(HOSTS)).writes).toEqual(NO_WRITES);
    expect(issue?.state).toBe('closed');
  });

  it('is left as it is by a run that could not tell', async () => {
    site.dns.set({ '_xmpp-client._tcp.a.example': 'SERVFAIL', '_xmpps-client._tcp.a.example': 'SERVFAIL' });
    const { code, writes, outputs } = await site.run({ hosts: 'a.example service=c2s' });
    expect({ code, writes }).toEqual({ code: 0, writes: NO_WRITES });
    expect(outputs).toMatchObject({ result: 'inconclusive', 'hosts-inconclusive': '1' });
  });

  it('is not closed for a missing domain by a run that does not have all domains', async () => {
    const { writes } = await site.run({ hosts: 'b.example', 'full-run': 'false' });
    expect(writes).toEqual(NO_WRITES);
  });

  it('that people leave alone in its issue is waived in everything the run says', async () => {
    site.github.seedComment(1, '/xmpp waive until 2999-01-01 because it rains', {
      user: { login: 'ann', type: 'User' },
    });
    site.github.roles.set('ann', 'write');
    const far = await site.run(HOSTS);
    expect(far.outputs.result).toBe('fail');
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const by = { user: { login: 'ann', type: 'User' } } as const;
    site.github.seedComment(1, `/xmpp waive until ${until} because it rains`, by);
    const { code, outputs, summary, commands } = await site.run({ ...HOSTS, 'json-file': 'report.json' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({
      result: 'pass',
      'hosts-plaintext': '0',
      'hosts-waived': '1',
      'plaintext-hosts': '',
    });
    expect(commands.filter(({ name }) => name === 'error')).toEqual([]);
    expect(summary).toContain(`waived until ${until}: it rains`);
    expect(summary).toMatch(/\*\*Waivers that end soon\*\*\s+- The waiver of a\.example ends in \d days/u);
    expect(JSON.parse(site.read('report.json'))).toMatchObject({ result: 'pass', targets: [{ waived: true }, {}] });
  });

  it('is not closed by two secure runs right after each other', async () => {
    site.setPolicy('a.example', 'required');
    const inputs = { ...HOSTS, 'close-after-hours': '' };
    await site.run(inputs);
    const second = await site.run(inputs);
    expect(second.writes).toEqual(NO_WRITES);
    expect(second.stdout).toContain('the run that counted last was less than an hour ago');
    expect(site.github.issues[0]?.state).toBe('open');
  });

  it('whose promise was missed is named, and fails a run that is to fail for nothing else', async () => {
    const overdue = { 'fail-on': 'overdue' };
    const early = await site.run({ ...HOSTS, ...overdue });
    expect({ code: early.code, overdue: early.outputs['issues-overdue'] }).toEqual({ code: 0, overdue: '[]' });
    site.write('.github/xmpp-tls.yml', 'hosts: [{ domain: a.example, promise: 2020-01-01 }, b.example]\n');
    const late = await site.run(overdue);
    expect({ code: late.code, overdue: late.outputs['issues-overdue'] }).toEqual({ code: 1, overdue: '[1]' });
    expect(late.commands).toContainEqual(
      expect.objectContaining({ name: 'warning', message: expect.stringContaining('2020-01-01, has passed') }),
    );
    expect(site.github.issues[0]?.labels).toContainEqual({ name: 'xmpp-tls:overdue' });
  });

  it('tells at once that STARTTLS is gone, and what else is found when that has held', async () => {
    site.setPolicy('a.example', 'none');
    await site.run(HOSTS);
    const kinds = () => (site.github.comments.get(1) ?? []).map(({ body }) => /comment=([a-z]+)/u.exec(body)?.[1]);
    expect(kinds()).toEqual(['withdrawn']);
    expect(site.github.issues[0]?.body).toContain('somebody strips it on the way');
    const { outputs } = await site.run(HOSTS);
    expect(outputs['issues-updated']).toBe('[1]');
    expect(kinds()).toEqual(['withdrawn', 'changed']);
    const [, comment] = site.github.comments.get(1) ?? [];
    expect(comment?.body).toMatch(/new problem: .*jabber:iq:auth/u);
  });
});

/** The lines of the issue that stand in blocks for a shell. */
function shellCommands(body: string): string[] {
  return [...body.matchAll(/^```sh\n([^]*?)\n```$/gmu)].map(([, command = '']) => command);
}
