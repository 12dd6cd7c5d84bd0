import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { COMMAND, REPOSITORY } from '../../src/model/tool.js';
import { VERSION } from '../../src/model/version.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Relative targets of the links of a page. */
function links(page: string): string[] {
  return [...read(page).matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/u.test(target));
}

/** What can stand behind the # of a link to a page: its headings, as forges spell them, and anchors of its own. */
function anchors(page: string): string[] {
  const prose = read(page).replace(/^```[^]*?^```$/gmu, '');
  const headings = [...prose.matchAll(/^#+ (.*)$/gmu)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...headings, ...[...prose.matchAll(/<a id="([^"]+)">/gu)].map(([, id = '']) => id)];
}

function isDead(page: string, link: string): boolean {
  const [path = '', fragment] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return true;
  return fragment !== undefined && !anchors(target).includes(fragment);
}

describe('the repository', () => {
  it('has one version', () => {
    expect(VERSION).toBe((JSON.parse(read('package.json')) as { version: string }).version);
  });

  it('is called in one way by whoever has not cloned it, wherever that is told', () => {
    const { repository } = JSON.parse(read('package.json')) as { repository: { url: string } };
    expect(repository.url).toBe(`https://github.com/${REPOSITORY}.git`);
    expect(COMMAND).toBe(`npx --yes github:${REPOSITORY}`);
    expect(read('src/cli.ts')).toMatch(/^#!\/usr\/bin\/env node\n/u);
    for (const page of ['README.md', 'docs/login-test.md', '.github/ISSUE_TEMPLATE/false-verdict.yml']) {
      expect(read(page)).toContain(COMMAND);
    }
    const installed = pages.filter((page) => /(?:^|`|\.\.\. )xmpp-tls [\w-]/mu.test(read(page)));
    expect(installed).toEqual([]);
  });

  it('names entry points that are there', () => {
    const action = parse(read('action.yml')) as { runs: { using: string; main: string } };
    const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> };
    expect(action.runs.using).toBe('node24');
    for (const entry of [action.runs.main, bin['xmpp-tls'] ?? ''])
      expect([entry, existsSync(join(root, entry))]).toEqual([entry, true]);
  });

  it('shows the two commands that matter at the top of the README', () => {
    const top = read('README.md').split('\n').slice(0, 12).join('\n');
    expect(top).toContain('npm start');
    expect(top).toContain('npm cit');
  });

  it.each(pages)('has no dead link in %s', (page) => {
    expect(links(page).filter((link) => isDead(page, link))).toEqual([]);
  });

  it.each(pages)('shows in %s every tag that it speaks of, in code, where no forge swallows it', (page) => {
    const prose = read(page)
      .replace(/^```[^]*?^```$/gmu, '')
      .replace(/`[^`\n]*`/gu, '')
      .replace(/<!--[^]*?-->/gu, '');
    expect(prose.match(/<(?!\/?(?:a|br|details|summary|img|p|picture|source)\b)[a-z/][^>]*>/giu)).toBeNull();
  });

  it('names only paths that exist where a page speaks of src/ or scripts/', () => {
    const dead = pages.flatMap((page) =>
      [...read(page).matchAll(/`((?:src|scripts|test)\/[\w./-]+)`/gu)]
        .map(([, path = '']) => path)
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${page}: ${path}`),
    );
    expect(dead).toEqual([]);
  });
});
