import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { CHECKS } from '../../src/checks/index.js';
import { readConfigFile } from '../../src/config/file.js';
import { INPUT_NAMES } from '../../src/config/inputs.js';
import { REPOSITORY } from '../../src/model/tool.js';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly if?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: Record<string, unknown> }[];
}

const textOf = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../.github/workflows/${name}`, import.meta.url)), 'utf8');
const read = (name: string): Workflow => parse(textOf(name)) as Workflow;
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

const EXAMPLES = ['nightly.yml', 'retest.example.yml'];

describe.each(EXAMPLES)('the example %s', (name) => {
  const workflow = read(name);

  it('has no more rights than it needs', () => {
    expect(workflow.permissions).toEqual({});
    for (const { permissions } of Object.values(workflow.jobs))
      expect(permissions).toEqual({ contents: 'read', issues: 'write' });
  });

  it('runs no script, and gives us only inputs that there are', () => {
    for (const { run, uses, with: given = {} } of stepsOf(workflow)) {
      expect(run).toBeUndefined();
      if (uses === './') expect(INPUT_NAMES).toEqual(expect.arrayContaining(Object.keys(given)));
      else expect(given).toMatchObject({ 'persist-credentials': false });
    }
  });
});

describe.each(['README.md', 'action.md', 'forges.md', 'login-test.md', 'recipes.md'])('the examples in %s', (name) => {
  const path = name === 'README.md' ? name : `docs/${name}`;
  const page = readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
  const blocks = [...page.matchAll(/^```yaml\n([^]*?)^```$/gmu)].map(([, text = '']) => text);
  const stepsIn = (example: unknown): Job['steps'] => {
    if (Array.isArray(example)) return example as Job['steps'];
    const { jobs, steps = [] } = example as Partial<Workflow & Job>;
    return jobs ? Object.values(jobs).flatMap((job) => job.steps) : steps;
  };

  it('give the Action only inputs that there are', () => {
    const ours = blocks
      .flatMap((text) => stepsIn(parse(text)))
      .filter(({ uses }) => uses?.includes(`${REPOSITORY}@v1`));
    expect(ours.length).toBeGreaterThan(0);
    for (const { with: given = {} } of ours) expect(INPUT_NAMES).toEqual(expect.arrayContaining(Object.keys(given)));
  });

  it('are configuration files that can be read, where they are such', () => {
    const files = blocks.filter((text) => /^hosts:/mu.test(text));
    const ids = CHECKS.map(({ id }) => id);
    for (const text of files) expect(readConfigFile(name, text, ids)).not.toHaveProperty('problems');
  });
});

describe('the example that answers comments', () => {
  const workflow = read('retest.example.yml');
  const [job] = Object.values(workflow.jobs);

  it('is started by new comments, and by nothing that runs code of others', () => {
    expect(workflow.on).toEqual({ issue_comment: { types: ['created'] } });
  });

  it('is for people of the repository, in issues of ours, never in pull requests', () => {
    const conditions = (job?.if ?? '').split('&&').map((part) => part.trim());
    expect(conditions).toEqual([
      '!github.event.issue.pull_request',
      "contains(github.event.issue.labels.*.name, 'xmpp-tls')",
      "contains(github.event.comment.body, '/xmpp ')",
      `contains(fromJSON('["OWNER", "MEMBER", "COLLABORATOR"]'), github.event.comment.author_association)`,
    ]);
  });

  it('uses the text of a comment in its condition and nowhere else', () => {
    expect(textOf('retest.example.yml').match(/comment\.body/gu)).toHaveLength(1);
    expect(JSON.stringify(job?.steps)).not.toContain('github.event');
  });

  it('waits for itself in its own issue, and never pushes the nightly run out of its queue', () => {
    expect(workflow.concurrency).toEqual({
      group: 'xmpp-tls-comment-${{ github.event.issue.number }}',
      'cancel-in-progress': false,
    });
    expect(read('nightly.yml').concurrency.group).toBe('xmpp-tls');
  });
});
