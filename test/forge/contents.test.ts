import { afterEach, describe, expect, it } from '@jest/globals';
import { createContentReader } from '../../src/forge/contents.js';
import { ForgeError } from '../../src/forge/forge.js';
import { startFakeForgejo, type FakeForgejo } from '../support/fake-forgejo.js';
import { startFakeGitHub, type FakeGitHub } from '../support/fake-github.js';
import { testClock } from './test-clock.js';

const BASE = 'b'.repeat(40);
const PATH = '.github/xmpp-tls.yml';
const TEXT = `hosts:\n  - bücher.example\n${'# a long list\n'.repeat(20)}`;

const FORGES = {
  GitHub: () => startFakeGitHub({ token: 'secret', basePath: '/api/v3' }),
  Forgejo: () => startFakeForgejo({ token: 'secret' }),
} as const;

describe.each(Object.entries(FORGES))('a file on %s', (_, start) => {
  let forge: FakeGitHub | FakeForgejo;
  afterEach(() => forge.close());

  async function reader(token = 'secret') {
    forge = await start();
    forge.files.set(`${BASE} ${PATH}`, TEXT);
    return createContentReader({ token, repository: forge.repository, apiUrl: forge.url, clock: testClock() });
  }

  it('is read as it was at a commit, with one request that only reads', async () => {
    expect(await (await reader()).readAt(PATH, BASE)).toBe(TEXT);
    expect(forge.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('is undefined where it was not there', async () => {
    const files = await reader();
    expect(await files.readAt(PATH, 'c'.repeat(40))).toBeUndefined();
    expect(await files.readAt('odd name?ref=main', BASE)).toBeUndefined();
  });

  it('is an error where the token may not read, and where the answer is a folder', async () => {
    await expect((await reader('other')).readAt(PATH, BASE)).rejects.toBeInstanceOf(ForgeError);
    await forge.close();
    const files = await reader();
    forge.failNext({ kind: 'json', body: [{ type: 'file', path: PATH }] }, { times: 9 });
    await expect(files.readAt('.github', BASE)).rejects.toBeInstanceOf(ForgeError);
  });

  it('is asked for again after an error of the server', async () => {
    const files = await reader();
    forge.failNext({ kind: 'status', status: 502 });
    expect(await files.readAt(PATH, BASE)).toBe(TEXT);
  });
});
