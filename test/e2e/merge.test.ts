import { existsSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/model/report.js';
import { startSite, type Site } from './site.js';

const FILE = '.github/xmpp-tls.yml';
const DOMAINS = ['bad.example', 'good.example', 'fine.example'];
const LIST = `hosts:\n${DOMAINS.map((domain) => `  - ${domain}\n`).join('')}`;

let site: Site;
beforeAll(async () => {
  site = await startSite({ 'bad.example': 'optional', 'good.example': 'required', 'fine.example': 'required' });
  site.write(FILE, LIST);
});
afterAll(() => site.close());

/** One job of a matrix: it checks its part, hands on its report, and leaves everything else to the job that merges. */
const part = (shard: string) =>
  site.run({
    ...{ shard, 'json-file': `parts/${shard.replace('/', '-of-')}.json`, 'fail-on': 'never' },
    ...{ 'manage-issues': 'false', summary: 'false', annotations: 'false', 'full-run': 'false' },
  });

describe('the jobs of a matrix', () => {
  it('check a part each, and are one run where their reports are merged', async () => {
    const parts = await Promise.all([part('1/2'), part('2/2')]);
    expect(parts.map(({ code, outputs }) => [code, outputs['hosts-total']])).toEqual([
      [0, '2'],
      [0, '1'],
    ]);
    expect(parts.flatMap(({ commands }) => commands)).toEqual([]);

    const queries = site.dns.queries.length;
    const run = await site.run({ merge: 'parts', 'json-file': 'all.json', 'sarif-file': 'out/all.sarif' });
    expect(site.dns.queries).toHaveLength(queries);
    expect(run.code).toBe(1);
    expect(run.outputs).toMatchObject({
      ...{ result: 'fail', 'hosts-total': '3', 'hosts-plaintext': '1', 'plaintext-hosts': 'bad.example' },
      ...{ 'issues-opened': '[1]', 'json-file': 'all.json', 'sarif-file': 'out/all.sarif' },
    });
    expect(run.commands[0]).toMatchObject({ name: 'error', properties: { file: FILE, line: '2' } });
    expect(run.summary).toContain('1 of 3 domains allows connections without TLS');
    expect((JSON.parse(site.read('all.json')) as Report).targets).toHaveLength(3);
    expect(site.read('out/all.sarif')).toContain('"primaryLocationLineHash": "c2s:bad.example"');
  });

  it('forget nobody when one of them handed nothing on', async () => {
    rmSync(site.locate('parts/1-of-2.json'));
    const run = await site.run({ merge: 'parts', 'sarif-file': 'all.sarif' });
    expect(run.outputs).toMatchObject({ 'hosts-inconclusive': '2', 'issues-closed': '[]', 'sarif-file': '' });
    expect(run.stdout).toContain('none of the merged reports has this domain');
    expect(run.stdout).toMatch(/sarif-file: the file is not handed on for upload.*bad\.example/u);
    expect(existsSync(site.locate('all.sarif'))).toBe(true);
    expect(site.github.issues[0]?.state).toBe('open');
  });

  it('close the issue of a domain that left the list, once all have reported', async () => {
    site.write(FILE, LIST.replace('  - bad.example\n', ''));
    rmSync(site.locate('parts'), { recursive: true });
    await Promise.all([part('1/2'), part('2/2')]);
    const run = await site.run({ merge: 'parts' });
    expect(run.outputs['issues-closed']).toBe('[1]');
    expect(site.github.issues[0]).toMatchObject({ state: 'closed', state_reason: 'not_planned' });
  });

  it('are merged on the command line too, into whatever is asked for', async () => {
    await site.cli('good.example', '--json', 'a.json', ...site.network);
    await site.cli('bad.example', '--json', 'b.json', ...site.network);
    const files = ['--json', 'both.json', '--html', 'both.html', '--badge', 'both.svg'];
    const { code, stdout } = await site.cli('merge', 'a.json', 'b.json', ...files);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^1 of 2 domains allows connections without TLS/u);
    expect((JSON.parse(site.read('both.json')) as Report).targets.map(({ domain }) => domain)).toEqual([
      ...['good.example', 'bad.example'],
    ]);
    expect(site.read('both.html')).toContain('bad.example');
    expect(site.read('both.svg')).toContain('1 of 2 plaintext');
    expect(await site.cli('merge', 'none.json')).toMatchObject({
      code: 2,
      stderr: 'error: merge: "none.json" does not exist\n',
    });
  });
});
