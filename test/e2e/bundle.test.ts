import { readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const BUNDLES = ['dist/index.js', 'dist/cli/index.js', 'dist/demo/index.js'];

/** That they run where there is no node_modules is shown by every test beside this one: see downloadAction in site.ts. */
describe.each(BUNDLES)('%s', (bundle) => {
  const text = readFileSync(bundle, 'utf8');

  it('has every module inside that it needs', () => {
    // What ncc writes in the place of a module that it did not find: it fails only when it is reached.
    expect(text).not.toMatch(/var e = new Error\("Cannot find module|MODULE_NOT_FOUND/u);
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

it('action.yml runs the bundle on Node 24', () => {
  const { runs } = parse(readFileSync('action.yml', 'utf8')) as { runs: unknown };
  expect(runs).toEqual({ using: 'node24', main: BUNDLES[0] });
});
