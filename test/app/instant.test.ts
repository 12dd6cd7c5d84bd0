import { describe, expect, it } from '@jest/globals';
import { answerable, type NewComment } from '../../src/app/instant.js';
import type { Config } from '../../src/model/config.js';
import type { Target } from '../../src/model/target.js';
import { ForgeError } from '../../src/forge/forge.js';
import { type MemoryForge, memoryForge } from '../forge/memory-forge.js';
import { day, plaintext, secure } from '../issues/builders.js';
import { configOf, track } from '../issues/track.js';

const NOW = day(0.5);

const aTarget = (domain: string): Target => ({
  domain,
  unicodeDomain: domain,
  services: ['c2s'],
  endpoints: [],
  checks: {},
  waivers: [],
});
const config: Config = { ...configOf({}), targets: ['a.example', 'b.example'].map(aTarget) };

/** Two cases, and a comment on the second one. */
async function asked(
  body: string,
  mayCommand: boolean,
  edit: (forge: MemoryForge) => void = () => undefined,
  over: Partial<NewComment> = {},
) {
  const forge = memoryForge();
  await track(forge, { targets: [plaintext('a.example'), plaintext('b.example')], now: day(0) });
  const comment = { issue: 2, id: 1, body, createdAt: NOW, ...over };
  forge.said.push({ ...comment, author: 'ann', isBot: false, mayCommand });
  edit(forge);
  const part = await answerable(comment, config, forge.reader, NOW);
  return 'config' in part
    ? { domains: part.config.targets.map(({ domain }) => domain), fullRun: part.config.tracking.fullRun }
    : part.because;
}

const change = (over: object) => (forge: MemoryForge) => {
  const issue = forge.issues.get(2);
  if (issue) forge.issues.set(2, { ...issue, ...over });
};

describe('a comment that starts a run', () => {
  it('looks at the domain of its issue only, and nobody else is missing in that', async () => {
    const part = { domains: ['b.example'], fullRun: false };
    expect(await asked('/xmpp promise 2026-12-01', true)).toEqual(part);
    expect(await asked('Done.\n\n/xmpp retest', true)).toEqual(part);
  });

  it('of a stranger can ask for a re-test, and that once an hour', async () => {
    expect(await asked('/xmpp retest', false)).toMatchObject({ domains: ['b.example'] });
    const answered = async (forge: MemoryForge) => {
      forge.said.push({
        id: 9,
        issue: 2,
        body: '/xmpp retest',
        author: 'x',
        isBot: false,
        mayCommand: false,
        createdAt: day(0.1),
      });
      await track(forge, { targets: [plaintext('b.example')], now: NOW, tracking: { fullRun: false } });
    };
    const forge = memoryForge();
    await track(forge, { targets: [plaintext('a.example'), plaintext('b.example')], now: day(0) });
    await answered(forge);
    const comment = { issue: 2, id: 20, body: '/xmpp retest', createdAt: NOW };
    forge.said.push({ ...comment, author: 'eve', isBot: false, mayCommand: false });
    const soon = new Date(Date.parse(NOW) + 60_000).toISOString();
    expect(await answerable(comment, config, forge.reader, soon)).toEqual({
      because: 'who wrote the comment may not write or triage here',
    });
    const later = new Date(Date.parse(NOW) + 3_600_000).toISOString();
    expect(await answerable(comment, config, forge.reader, later)).toHaveProperty('config');
  });

  it.each([
    ['commands nothing', 'Thank you!', 'the comment holds no command'],
    ['only quotes a command', '> /xmpp retest', 'the comment holds no command'],
    [
      'commands without a right to',
      '/xmpp waive until 2027-01-01 because I say so',
      'who wrote the comment may not write',
    ],
  ])('is not answered when it %s', async (_, body, because) => {
    expect(await asked(body, false)).toMatch(because);
  });

  it.each([
    ['is not trusted', change({ trusted: false }), '#2 is not an issue of ours'],
    ['lost our label', change({ labels: [] }), '#2 is not an issue of ours'],
    ['has no hidden state', change({ body: 'Hello' }), '#2 is not an issue of ours'],
    ['is gone', (forge: MemoryForge) => void forge.issues.delete(2), '#2 is not an issue of ours'],
  ])('is not answered when its issue %s', async (_, edit, because) => {
    expect(await asked('/xmpp retest', true, edit)).toBe(because);
  });

  it('is not answered where the case is over, or the domain is not looked at any more', async () => {
    const forge = memoryForge();
    const both = (look: typeof plaintext) => [look('a.example'), look('c.example')];
    await track(forge, { targets: both(plaintext), now: day(-3) });
    expect(
      await answerable({ issue: 2, id: 1, body: '/xmpp retest', createdAt: NOW }, config, forge.reader, NOW),
    ).toEqual({
      because: 'the domain of the issue is not in the configuration',
    });
    for (const at of [-2, -1]) await track(forge, { targets: both(secure), now: day(at) });
    expect(
      await answerable({ issue: 1, id: 1, body: '/xmpp retest', createdAt: NOW }, config, forge.reader, NOW),
    ).toEqual({
      because: '#1 is closed, and its case is over',
    });
  });

  it('is not answered where the forge does not let us read, which is said', async () => {
    const { reader } = memoryForge();
    const refusing = { ...reader, readIssue: () => Promise.reject(new ForgeError('No.', { outcome: 'refused' })) };
    const comment = { issue: 2, id: 1, body: '/xmpp retest', createdAt: NOW };
    expect(await answerable(comment, config, refusing, NOW)).toEqual({ because: 'No.' });
  });
});
