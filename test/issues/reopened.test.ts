import { describe, expect, it } from '@jest/globals';
import { aWorld, type World } from './world.js';

async function reopened(): Promise<World> {
  const world = aWorld();
  await world.look('plaintext');
  await world.look('secure', 2);
  world.edit({ state: 'open', stateReason: 'reopened' });
  return world;
}

describe('a repaired case that a person reopened', () => {
  it('is closed again with an answer where somebody asks for another look', async () => {
    const world = await reopened();
    world.say('/xmpp retest');
    expect(await world.look('secure')).toEqual(['close']);
    expect(world.issue()).toMatchObject({ state: 'closed', stateReason: 'completed' });
    expect(world.lastComment()).toMatch(/^Re-tested on 2026-11-04 .* required TLS, so this issue is closed again\./u);
    expect(world.forge.reactions).toEqual([1]);
    world.edit({ state: 'open' });
    expect(await world.look('secure', 3)).toEqual(['keep']);
    expect(world.told()).toEqual(['fixed', 'still-fixed']);
  });

  it('stays as it is where nobody asks', async () => {
    const world = await reopened();
    world.say('I doubt it.');
    expect(await world.look('secure', 3)).toEqual(['keep']);
    expect(world.issue().state).toBe('open');
  });

  it('is answered once where the look was inconclusive, and stays open with all that was said', async () => {
    const world = await reopened();
    world.say('/xmpp promise 2026-12-24\n/xmpp retest');
    await world.look('inconclusive', 3);
    expect(world.told()).toEqual(['fixed', 'retested']);
    expect(world.lastComment()).toContain('inconclusive');
    expect(world.issue().state).toBe('open');
    await world.look('plaintext');
    expect(world.state()).toMatchObject({ phase: 'promised', promise: { due: '2026-12-24' } });
  });
});
