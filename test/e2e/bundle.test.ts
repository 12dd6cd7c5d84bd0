import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const BUNDLES = ['dist/index.js', 'dist/cli/index.js', 'dist/demo/index.js'];

/** Native helpers that `ws` asks for and does without. */
const OPTIONAL = ['bufferutil', 'utf-8-validate'];

/** That they run where there is no node_modules is shown by every test beside this one (support/actions-runner.ts). */
describe.each(BUNDLES)('%s, with what it loads later', (bundle) => {
  const folder = dirname(bundle);
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');

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

  it('has every file that it may load later, and no others', () => {
    const loaded = [...text.matchAll(/__(?:nccwpck|webpack)_require__\.e\( *(\d+)\)/gu)].map(
      ([, id]) => `${id}.index.js`,
    );
    expect([...new Set(loaded)].sort()).toEqual(files.filter((name) => name !== 'index.js').sort());
  });

  it('is smaller than 3 MB', () => {
    expect(text.length).toBeLessThan(3_000_000);
  });

  it('is free of what slows the start: comments, and letters that make Node read everything twice', () => {
    expect(/[^\0-\x7f]/u.test(text)).toBe(false);
    expect(text).not.toMatch(/^\/\*{3}\//mu);
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

it('the command line carries no client of a forge, of which it has none to ask', () => {
  const files = readdirSync('dist/cli').filter((name) => name.endsWith('.js'));
  for (const file of files) expect(readFileSync(join('dist/cli', file), 'utf8')).not.toMatch(/octokit|undici/iu);
});

describe('what is loaded before it is known what to do', () => {
  const early = BUNDLES.slice(0, 2).map((bundle) => readFileSync(bundle, 'utf8'));

  it('has neither schemas nor YAML nor a client of a forge nor anything that probes', () => {
    for (const text of early) expect(text).not.toMatch(/\$ZodType|YAMLParseError|octokit|STARTTLS_NS|<starttls /u);
  });

  it('compiles at once the modules that it calls', () => {
    for (const text of early) expect(text.match(/^ *\((?:async )?function \(/gmu)?.length).toBeGreaterThan(20);
  });

  it('leaves undici alone, which only OpenID and forges need', () => {
    expect(early[0]).toMatch(/^var undici = lazily\(\d+\);$/mu);
  });
});

it('action.yml runs the bundle on Node 24', () => {
  const { runs } = parse(readFileSync('action.yml', 'utf8')) as { runs: unknown };
  expect(runs).toEqual({ using: 'node24', main: BUNDLES[0] });
});
