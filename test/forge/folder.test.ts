import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createFolderReader, createFolderWriter } from '../../src/forge/folder.js';
import { issueFileName, issueNumber, readIssueFile, writeIssueFile } from '../../src/forge/issue-file.js';
import { testClock } from './test-clock.js';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'xmpp-tls-')), 'cases');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const reader = () => createFolderReader({ folder });
const writer = () => createFolderWriter({ folder, clock: testClock() });
const draft = { title: 'example.org can be used without TLS', body: 'Body', labels: ['xmpp-tls'], assignees: [] };
const read = async (name: string) => readFile(join(folder, name), 'utf8');

describe('a folder of issues', () => {
  it('holds one readable file for each issue', async () => {
    const { number, url } = await writer().create({ ...draft, domain: 'example.org' });
    await writer().comment(number, 'Done, thanks.');
    await writer().change(number, { state: 'closed', stateReason: 'completed' });
    expect(url).toBe(join(folder, '0001-example.org.md'));
    expect(await read('0001-example.org.md')).toBe(
      `---
number: 1
title: example.org can be used without TLS
state: closed
stateReason: completed
labels:
  - xmpp-tls
closedAt: 2026-11-01T03:23:00.000Z
---

Body

<!-- xmpp-tls-compliance comment of 2026-11-01T03:23:00.000Z below -->

Done, thanks.
`,
    );
    expect(await readdir(folder)).toEqual(['0001-example.org.md']);
  });

  it('is read as people edited it', async () => {
    await mkdir(folder);
    const text = '---\r\ntitle: 2026\r\nstate: closed\r\nlabels: [xmpp-tls, mine]\r\n---\r\nHello\r\n';
    await writeFile(join(folder, '0007-anything at all.md'), text);
    expect(await reader().listManaged('xmpp-tls')).toEqual([
      {
        number: 7,
        title: '2026',
        state: 'closed',
        labels: ['xmpp-tls', 'mine'],
        locked: false,
        body: 'Hello',
        url: join(folder, '0007-anything at all.md'),
        trusted: true,
      },
    ]);
    expect((await writer().create(draft)).number).toBe(8);
  });

  it('is read as people edited it by hand: one label without a list, a state in capitals', async () => {
    await mkdir(folder);
    await writeFile(join(folder, '0001-a.example.md'), '---\nstate: Closed\nlabels: xmpp-tls\n---\n');
    expect(await reader().listManaged('xmpp-tls')).toMatchObject([{ state: 'closed', labels: ['xmpp-tls'] }]);
  });

  it('names a state that nobody knows, instead of taking the issue for open', async () => {
    await mkdir(folder);
    await writeFile(join(folder, '0001-a.example.md'), '---\nstate: done\nlabels: [xmpp-tls]\n---\n');
    await expect(reader().listManaged('xmpp-tls')).rejects.toMatchObject({
      message: `The state of ${join(folder, '0001-a.example.md')} is "done".`,
      hint: 'Write "open" or "closed".',
    });
  });

  it('gives each of several writers a number of its own', async () => {
    const domains = Array.from({ length: 8 }, (_, index) => `${index}.example`);
    const made = await Promise.all(domains.map((domain) => writer().create({ ...draft, domain })));
    expect(new Set(made.map(({ number }) => number)).size).toBe(domains.length);
    const names = await readdir(folder);
    expect(names.map(issueNumber).sort()).toEqual(made.map(({ number }) => number).sort());
  });

  it('names two files with one number, and how to mend that', async () => {
    const { number } = await writer().create({ ...draft, domain: 'a.example' });
    await writeFile(join(folder, issueFileName(number, 'b.example')), await read('0001-a.example.md'));
    await expect(reader().listManaged('xmpp-tls')).rejects.toMatchObject({
      message: `In ${folder} the same number is used twice: 0001-a.example.md and 0001-b.example.md.`,
      hint: 'Rename 0001-b.example.md to 0002-b.example.md.',
    });
  });

  it('ignores files that are no issues', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'README.md'), 'Hello');
    await writeFile(join(folder, '.0001-a.md.new'), 'half a fi');
    expect(await reader().listManaged('xmpp-tls')).toEqual([]);
  });

  it.each([
    ['without front matter', 'Hello'],
    ['with front matter that is no YAML', '---\na: [\n---\n'],
    ['with front matter that is a list', '---\n- a\n---\n'],
  ])('does not pass over a file %s', async (_, text) => {
    await mkdir(folder);
    await writeFile(join(folder, '0001-example.org.md'), text);
    await expect(reader().listManaged('xmpp-tls')).rejects.toMatchObject({
      name: 'ForgeError',
      message: expect.stringContaining('0001-example.org.md'),
      hint: expect.stringContaining('Mend'),
    });
  });

  it('that cannot be used is an error that says so', async () => {
    await writeFile(folder, 'a file');
    const refusal = { name: 'ForgeError', stops: true, hint: expect.stringContaining('another folder') };
    await expect(reader().listManaged('xmpp-tls')).rejects.toMatchObject(refusal);
    await expect(writer().create(draft)).rejects.toMatchObject(refusal);
  });
});

describe('an issue file', () => {
  it('gives back what was written', () => {
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/u.test(text));
    const words = fc
      .array(fc.oneof(line, fc.constant('---'), fc.constant('')))
      .map((lines) => lines.join('\n').replace(/^\n+|\n+$/gu, ''));
    const file = fc.record({
      number: fc.integer({ min: 1, max: 99_999 }),
      title: line,
      body: words,
      state: fc.constantFrom('open' as const, 'closed' as const),
      labels: fc.array(line),
      locked: fc.boolean(),
      comments: fc.array(
        fc.record(
          { body: words, at: fc.constant('2026-11-01T03:23:00.000Z') },
          { requiredKeys: ['body'], noNullPrototype: true },
        ),
      ),
    });
    fc.assert(
      fc.property(file, (issue) => {
        expect(readIssueFile(writeIssueFile(issue), issueFileName(issue.number, 'a.example'))).toEqual(issue);
      }),
    );
  });

  it('has a name that leads nowhere else', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999 }), fc.string({ unit: 'binary' }), (number, domain) => {
        const name = issueFileName(number, domain);
        expect(name).toMatch(/^\d{4,5}-[a-z0-9][a-z0-9.-]*\.md$/iu);
        expect(issueNumber(name)).toBe(number);
      }),
    );
  });
});
