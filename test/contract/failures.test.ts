import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FAILURES, failure, failureInWords, DETAIL_LIMIT, type FailureCode } from '../../src/model/failure.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const CODES = Object.keys(FAILURES) as FailureCode[];

/** Source files below a folder, as text with their path. */
function sources(folder: string): { path: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(root, folder, path), 'utf8') }));
}

const code = sources('src').filter(({ path }) => !path.startsWith('src/model'));
const tests = sources('test').filter(({ path }) => !/^test\/(contract|support)\//u.test(path));
const names = (files: typeof tests, one: FailureCode): string[] =>
  files.filter(({ text }) => text.includes(`'${one}'`)).map(({ path }) => path);

describe.each(CODES)('the failure %s', (one) => {
  it('is produced somewhere in the product', () => {
    expect(names(code, one)).not.toEqual([]);
  });

  it('is expected by a test that makes it happen', () => {
    expect(names(tests, one)).not.toEqual([]);
  });

  it('is a clause in the words of a user, to stand inside a sentence', () => {
    expect(FAILURES[one]).toMatch(/^(?:[a-z]|IPv6|TLS)[^\n]{9,140}[^.]$/u);
  });
});

describe('the failures', () => {
  it('have words of their own each', () => {
    expect(new Set(Object.values(FAILURES)).size).toBe(CODES.length);
  });

  it('show of remote text only a condition that looks like a defined one', () => {
    expect(failureInWords(failure('stream.error', 'features', '@all', 'policy-violation'))).toContain(
      '(policy-violation)',
    );
    expect(failureInWords(failure('stream.error', 'features', undefined, '##[set-output]'))).toBe(
      FAILURES['stream.error'],
    );
  });

  it('cut remote text', () => {
    expect(failure('stream.error', 'features', 'x'.repeat(5000)).detail).toHaveLength(DETAIL_LIMIT);
  });
});
