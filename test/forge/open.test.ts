import { describe, expect, it } from '@jest/globals';
import { detectForge, openForge } from '../../src/forge/open.js';
import { startFakeForgejo } from '../support/fake-forgejo.js';
import { startFakeGitHub } from '../support/fake-github.js';
import { testClock } from './test-clock.js';

describe('a forge', () => {
  it.each([
    ['https://api.github.com', false, 'github'],
    ['https://api.github.com', true, 'github'],
    ['https://ghe.example.org/api/v3', false, 'github'],
    ['https://ghe.example.org/api/v3', true, 'github'],
    ['https://api.acme.ghe.com', false, 'github'],
    ['https://api.acme.ghe.com', true, 'github'],
    ['https://codeberg.org/api/v1', false, 'forgejo'],
    ['https://git.example.org/forgejo/api/v1/', false, 'forgejo'],
    ['https://git.example.org/proxied', true, 'forgejo'],
  ])('at %s, on a runner of Forgejo: %s, is %s', (apiUrl, onForgejo, kind) => {
    expect(detectForge(apiUrl, onForgejo)).toBe(kind);
  });

  it('is opened with the adapter that fits, and for writing only where asked to', async () => {
    const github = await startFakeGitHub({ basePath: '/api/v3' });
    const forgejo = await startFakeForgejo();
    const options = { token: 't', repository: 'acme/watch', clock: testClock() };
    const onGitHub = openForge('github', { ...options, apiUrl: github.url }, false);
    const onForgejo = openForge('forgejo', { ...options, apiUrl: forgejo.url }, true);
    expect(onGitHub.reader.capabilities).toMatchObject({ closeReasons: true, dueDates: false });
    expect(onForgejo.reader.capabilities).toMatchObject({ closeReasons: false, dueDates: true });
    expect(onGitHub.writer).toBeUndefined();
    expect(onForgejo.writer).toBeDefined();
    await github.close();
    await forgejo.close();
  });
});

describe('GitHub Enterprise Server', () => {
  it('is served below /api/v3, page by page', async () => {
    const fake = await startFakeGitHub({ basePath: '/api/v3', token: 'secret' });
    const options = { token: 'secret', repository: fake.repository, apiUrl: fake.url, clock: testClock() };
    const { reader, writer } = openForge('github', options, true);
    for (let index = 0; index < 120; index += 1) fake.seed();
    await writer?.change(7, { body: 'new' });
    const listed = await reader.listManaged('xmpp-tls');
    expect(listed).toHaveLength(120);
    expect(listed[6]?.body).toBe('new');
    expect(fake.requests.every(({ path }) => path.startsWith('/api/v3/repos/acme/watch/'))).toBe(true);
    await fake.close();
  });
});
