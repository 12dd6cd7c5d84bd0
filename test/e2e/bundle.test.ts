import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const BUNDLES = ['dist/index.js', 'dist/cli/index.js', 'dist/demo/index.js'];

/** Native helpers that `ws` asks for and does without. */
const OPTIONAL = ['bufferutil', 'utf-8-validate'];

/** That they run where there is no node_modules is shown by every test beside this one (support/actions-runner.ts). */
describe.each(BUNDLES)('%s', (bundle) => {
  const text = readFileSync(bundle, 'utf8');

  it('has every module inside that it needs', () => {
    // What ncc writes in the place of a module that it did not find: it fails only when it is reached.
    const missing = [...text.matchAll(/eval\("require"\)\("([^"]+)"\)/gu)].map(([, name]) => name);
    expect(missing.filter((name) => !OPTIONAL.includes(name ?? ''))).toEqual([]);
  });

  it('takes nothing from outside but what Node brings along', () => {
    const imported = text.matchAll(/^(?:import|export) [^;]*?from ["']([^"']+)["']/gmu);
    const required = text.matchAll(/createRequire\(import\.meta\.url\)\("([^"]+)"\)/gu);
    const names = [...imported, ...required].map(([, name = '']) => name.replace(/^node:/u, ''));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !builtinModules.includes(name))).toEqual([]);
  });

  it('names no folder of the machine that built it', () => {
    expect(text).not.toContain(process.cwd());
  });

  it('is smaller than 3 MB', () => {
    expect(statSync(bundle).size).toBeLessThan(3 * 1024 * 1024);
  });
});

it('package.json names a program that runs by its name, as npm links it', () => {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };
  const folder = mkdtempSync(join(tmpdir(), 'xmpp-tls-bin-'));
  const link = join(folder, 'xmpp-tls');
  symlinkSync(resolve(bin['xmpp-tls'] ?? ''), link);
  try {
    expect(execFileSync(link, ['--version'], { encoding: 'utf8' })).toMatch(/^xmpp-tls \d+\.\d+\.\d+\n$/u);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('action.yml runs the bundle on Node 24', () => {
  const { runs } = parse(readFileSync('action.yml', 'utf8')) as { runs: unknown };
  expect(runs).toEqual({ using: 'node24', main: BUNDLES[0] });
});
