import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActionsOutputs } from '../../src/runtime/actions-outputs.js';
import { createNoOutputs } from '../../src/runtime/outputs.js';

let folder = '';
const written: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outputs-'));
  written.length = 0;
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
});

afterEach(async () => {
  jest.restoreAllMocks();
  delete process.env['GITHUB_OUTPUT'];
  await rm(folder, { recursive: true });
});

describe('the outputs of a workflow step', () => {
  it('sets an output that cannot forge another one', async () => {
    const file = join(folder, 'output');
    await writeFile(file, '');
    process.env['GITHUB_OUTPUT'] = file;
    createActionsOutputs({}).set('results', 'a\nEOF\nforged=1');
    expect(await readFile(file, 'utf8')).toMatch(/^results<<(ghadelimiter_\S+)\na\nEOF\nforged=1\n\1\n$/u);
  });

  it('appends to the job summary', async () => {
    const stepSummaryFile = join(folder, 'summary');
    await writeFile(stepSummaryFile, '# Before\n');
    expect(await createActionsOutputs({ stepSummaryFile }).summarise('# Ours\n')).toBeUndefined();
    expect(await readFile(stepSummaryFile, 'utf8')).toBe('# Before\n# Ours\n');
  });

  it('leaves a summary alone that would become too large for the runner', async () => {
    const stepSummaryFile = join(folder, 'summary');
    await writeFile(stepSummaryFile, 'x'.repeat(1024 * 1024 - 3));
    expect(await createActionsOutputs({ stepSummaryFile }).summarise('four')).toContain('1 MiB');
    expect(await createActionsOutputs({ stepSummaryFile }).summarise('new')).toBeUndefined();
  });

  it('is silent where the runner has no summary, and says why one could not be written', async () => {
    expect(await createActionsOutputs({}).summarise('x')).toBeUndefined();
    const stepSummaryFile = join(folder, 'nowhere', 'summary');
    expect(await createActionsOutputs({ stepSummaryFile }).summarise('x')).toMatch(/could not be written: .*ENOENT/u);
  });

  it('annotates a line of a file', () => {
    createActionsOutputs({}).annotate([
      { level: 'error', title: 'a,b', message: 'm%', position: { file: 'f:1', line: 3, column: 5 } },
      { level: 'notice', title: 'and 2 more', message: 'more' },
    ]);
    expect(written.join('')).toBe(
      '::error title=a%2Cb,file=f%3A1,line=3,col=5::m%25\n::notice title=and 2 more::more\n',
    );
  });
});

describe('the outputs of a command line', () => {
  it('leaves nothing behind', async () => {
    const outputs = createNoOutputs();
    outputs.set('a', 'b');
    outputs.annotate([{ level: 'error', title: 't', message: 'm' }]);
    expect(await outputs.summarise('x')).toBeUndefined();
    expect(written).toEqual([]);
  });
});
