import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSite, type ActionRun, type Inputs, type Site } from './site.js';

const FILE = '.github/xmpp-tls.yml';
const BASE = 'b0'.repeat(20);
const OLD = ['old1.example', 'old2.example'];

const listing = (...domains: readonly string[]) => `hosts:\n${domains.map((domain) => `  - ${domain}\n`).join('')}`;

let site: Site;
beforeAll(async () => {
  const old = Object.fromEntries(OLD.map((domain) => [domain, 'optional' as const]));
  site = await startSite({ ...old, 'zebra.example': 'optional', 'zgood.example': 'required' });
  site.github.files.set(`${BASE} ${FILE}`, listing(...OLD));
});
afterAll(() => site.close());

/** A pull request that leaves the file like this. */
function propose(text: string, inputs: Inputs = {}, base = BASE): Promise<ActionRun> {
  site.write(FILE, text);
  const payload = { pull_request: { base: { sha: base } } };
  return site.run(inputs, { event: 'pull_request', ref: 'refs/pull/7/merge', payload });
}

const annotations = ({ commands }: ActionRun) =>
  commands.map(({ name, properties }) => `${name} ${properties['line'] ?? '-'} ${properties['title'] ?? ''}`);

describe('a pull request to a list in which domains are plaintext already', () => {
  it('passes when it adds a domain that enforces TLS, and says so on its line', async () => {
    const run = await propose(listing(...OLD, 'zgood.example'));
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ result: 'pass', 'exit-code': '0', 'hosts-total': '3', 'hosts-plaintext': '2' });
    expect(annotations(run)).toEqual([
      'notice 4 zgood.example: secure',
      'notice 2 old1.example: plaintext, not part of this change',
      'notice 3 old2.example: plaintext, not part of this change',
    ]);
    expect(run.stdout).toContain('Only what this change adds or changes decides: 1 of 3 domains (zgood.example).');
    expect(run.summary).toMatch(/^## zgood\.example enforces TLS\.\n\nNot part of this change, and not counted: 2 /u);
    expect(run.writes).toEqual([]);
  });

  it('fails when it adds one that does not, with an error on that line alone', async () => {
    const run = await propose(listing('zebra.example', ...OLD));
    expect(run.code).toBe(1);
    expect(run.outputs.result).toBe('fail');
    expect(annotations(run).filter((one) => one.startsWith('error'))).toEqual([
      'error 2 zebra.example: plaintext',
      'error - ',
    ]);
    expect(run.commands.at(-1)?.message).toMatch(/^zebra\.example allows connections without TLS\./u);
  });

  it('fails when it adds a name that does not exist, and asks whether it is misspelt', async () => {
    const run = await propose(listing(...OLD, 'zgoood.example'));
    expect(run.code).toBe(2);
    expect(run.outputs).toMatchObject({ result: 'inconclusive', 'exit-code': '2' });
    const [first] = run.commands;
    expect(first).toMatchObject({ name: 'error', properties: { file: FILE, line: '4' } });
    expect(first?.message).toBe('The name does not exist in the DNS; is it misspelt?');
  });

  it('passes when it touches no domain', async () => {
    const run = await propose(`# ours\n${listing(...OLD)}`);
    expect(run.code).toBe(0);
    expect(run.summary).toContain('This change touches no domain.');
  });

  it('fails like any other run where changed-only is false', async () => {
    const run = await propose(listing(...OLD, 'zgood.example'), { 'changed-only': 'false' });
    expect(run.code).toBe(1);
    expect(run.stdout).not.toContain('decides');
  });

  it('lets every domain decide where it cannot be compared, and says why', async () => {
    const run = await propose(listing(...OLD, 'zgood.example'), {}, 'f'.repeat(40));
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('All domains decide: before this change there was no configuration');
    expect(annotations(run)).toContain('notice 4 zgood.example: secure');
  });
});

describe('an error that nobody catches', () => {
  it('fails the step as what it is, and starts no command of its own', async () => {
    const bomb = `throw new Error('x\\r::add-path::/evil\\n##[group]y')`;
    // As soon as the bundle is there to notice.
    site.write('bomb.cjs', `setInterval(() => { if (process.listenerCount('uncaughtException') > 0) ${bomb}; }, 1);`);
    const run = await site.run(
      { hosts: 'zgood.example' },
      { variables: { NODE_OPTIONS: `--require ${site.locate('bomb.cjs')}` } },
    );
    expect(run.code).toBe(3);
    expect(run.outputs['exit-code']).toBe('3');
    expect(run.commands.map(({ name }) => name)).toEqual(['error']);
    expect(run.commands[0]?.message).toMatch(/^Internal error, please report it: Error: x/u);
    expect(run.stderr).toBe('');
  });
});
