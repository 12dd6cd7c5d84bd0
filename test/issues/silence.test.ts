import { describe, expect, it } from '@jest/globals';
import { aWorld } from './world.js';

const UNREACHABLE = 'xmpp-tls:unreachable';

describe('a silence', () => {
  it('is counted from its first night on, however long ago anything was written', async () => {
    const world = aWorld();
    await world.look('plaintext', 40);
    await world.look('inconclusive', 7);
    expect(world.issue().labels).not.toContain(UNREACHABLE);
    await world.look('inconclusive');
    expect(world.issue().labels).toContain(UNREACHABLE);
    expect(world.forge.writes).toEqual(['create', 'change 1', 'change 1']);
  });

  it('is told once after 60 days, with the day on which it began', async () => {
    const world = aWorld();
    await world.look('plaintext', 40);
    await world.look('inconclusive', 60);
    expect(world.told()).toEqual([]);
    await world.look('inconclusive', 30);
    expect(world.told()).toEqual(['unreachable']);
    // Day 40 after 2026-11-01.
    expect(world.lastComment()).toContain('could be reached since 2026-12-11, so nobody can tell');
  });

  it('is over as soon as anything is reached, and the next one is counted anew', async () => {
    const world = aWorld();
    await world.look('plaintext', 40);
    await world.look('inconclusive', 9);
    await world.look('plaintext');
    expect(world.issue().labels).not.toContain(UNREACHABLE);
    await world.look('inconclusive', 13);
    expect(world.issue().labels).not.toContain(UNREACHABLE);
    await world.look('inconclusive');
    expect(world.issue().labels).toContain(UNREACHABLE);
  });

  it('on every other night is written down twice a week at most', async () => {
    const world = aWorld();
    await world.look('plaintext', 10);
    const before = world.forge.writes.length;
    for (let pair = 0; pair < 35; pair += 1) {
      await world.look('inconclusive');
      await world.look('plaintext');
    }
    expect(world.forge.writes.length - before).toBeLessThanOrEqual(20);
    expect(world.told()).toEqual([]);
    expect(world.issue().labels).not.toContain(UNREACHABLE);
  });
});
