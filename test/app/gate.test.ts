import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { domainToUnicode } from 'node:url';
import { openGate, type Gate } from '../../src/app/gate.js';
import { loadConfig } from '../../src/config/load.js';
import type { ConfigSources } from '../../src/config/sources.js';
import { startFakeForgejo, type FakeForgejo } from '../support/fake-forgejo.js';
import { testClock } from '../forge/test-clock.js';

const BASE = 'b'.repeat(40);
const FILE = '.forgejo/xmpp-tls.yml';
const BEFORE = 'hosts:\n  - old.example\n  - bad.example\n';
const AFTER = `${BEFORE}  - new.example\n`;

let forge: FakeForgejo;
beforeEach(async () => {
  forge = await startFakeForgejo({ token: 'secret' });
});
afterEach(() => forge.close());

interface Circumstances {
  readonly before?: string | undefined;
  readonly base?: string | undefined;
  readonly token?: string;
  readonly ownApiUrl?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

async function gate(after: string, circumstances: Circumstances = {}): Promise<Gate> {
  const { token = 'secret', ownApiUrl = forge.url, inputs = {} } = circumstances;
  const before = 'before' in circumstances ? circumstances.before : BEFORE;
  if (before !== undefined) forge.files.set(`${BASE} ${FILE}`, before);
  const sources: ConfigSources = {
    input: (name) => inputs[name],
    readFile: async (path) => (path === FILE ? after : undefined),
    knownChecks: [],
    today: '2026-11-22',
    toUnicode: domainToUnicode,
  };
  return openGate(await loadConfig(sources), sources, {
    base: 'base' in circumstances ? circumstances.base : BASE,
    forge: { token, repository: forge.repository, apiUrl: forge.url, clock: testClock() },
    ownApiUrl,
    inside: (path) => path,
  });
}

describe('the gate of a change', () => {
  it('lets only what was added decide, and says so', async () => {
    const { changed, because } = await gate(AFTER);
    expect([...(changed ?? [])]).toEqual(['new.example']);
    expect(because).toBe('Only what this change adds or changes decides: 1 of 3 domains (new.example).');
    expect(forge.writes()).toEqual([]);
  });

  it('lets nothing decide where nothing of the list was changed', async () => {
    const { changed, because } = await gate(`# a remark\n${BEFORE}`);
    expect(changed?.size).toBe(0);
    expect(because).toContain('none decides');
  });

  it.each<[string, Circumstances, RegExp]>([
    ['there was no configuration before', { before: undefined }, /there was no configuration/u],
    ['the configuration before was broken', { before: 'hosts: [' }, /there was no configuration that could be read/u],
    ['the event names no commit', { base: undefined }, /names no commit/u],
    ['the token may not read', { token: 'other' }, /401/u],
    ['the token is for another forge', { ownApiUrl: 'https://api.github.com' }, /there is no token/u],
  ])('lets every domain decide where %s', async (_, circumstances, why) => {
    const { changed, because } = await gate(AFTER, circumstances);
    expect(changed).toBeUndefined();
    expect(because).toMatch(/^All domains decide: .*\.$/u);
    expect(because).toMatch(why);
  });

  it('shows the token to no other forge than the one it is for', async () => {
    await gate(AFTER, { ownApiUrl: 'https://api.github.com' });
    expect(forge.requests).toEqual([]);
  });

  it('lets domains of the workflow decide, because nobody can tell whether they were changed', async () => {
    const { changed } = await gate(BEFORE, { inputs: { hosts: 'inline.example' } });
    expect([...(changed ?? [])]).toEqual(['inline.example']);
  });
});
