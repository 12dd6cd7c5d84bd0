import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFiles, type Files } from '../../src/runtime/files.js';

let folder: string;
let files: Files;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xmpp-tls-files-'));
  files = createFiles(folder);
  mkdirSync(join(folder, 'parts/2'), { recursive: true });
  for (const name of ['parts/b.json', 'parts/a.json', 'parts/2/c.json', 'parts/notes.txt', 'one.txt'])
    writeFileSync(join(folder, name), name);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the files of a workspace', () => {
  it('are listed by folder, JSON only and in a fixed order, or are what was named', async () => {
    expect(await files.list('parts')).toEqual(['parts/2/c.json', 'parts/a.json', 'parts/b.json']);
    expect(await files.list('one.txt')).toEqual(['one.txt']);
    expect(await files.list('none.json')).toEqual(['none.json']);
  });

  it('have a path from the root of the workspace on, unless they are outside', () => {
    expect(files.inside('.github/xmpp-tls.yml')).toBe('.github/xmpp-tls.yml');
    expect(files.inside('./a/../.github/x.yml')).toBe('.github/x.yml');
    expect(files.inside(join(folder, 'a.yml'))).toBe('a.yml');
    for (const path of ['../a.yml', '/etc/passwd', '.', 'a/../..']) expect(files.inside(path)).toBeUndefined();
  });
});
