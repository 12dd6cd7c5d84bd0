import { describe, expect, it } from '@jest/globals';
import { aWorld, type World } from './world.js';

async function closedByBot(reason = 'not_planned'): Promise<World> {
  const world = aWorld();
  await world.look('plaintext');
  world.close(reason);
  world.edit({ closedByBot: true });
  return world;
}

describe('an issue that a bot closed', () => {
  it.each(['not_planned', 'completed'])('as %s is open again at once, and is no waiver', async (reason) => {
    const world = await closedByBot(reason);
    expect(await world.look('plaintext')).toEqual(['reopen']);
    expect(world.issue()).toMatchObject({ state: 'open', stateReason: 'reopened' });
    expect(world.state()).toMatchObject({ phase: 'open' });
    expect(world.state().waiver ?? world.state().claims).toBeUndefined();
    expect(world.lastComment()).toContain('exempt the label `xmpp-tls`');
    expect((await world.foresee('plaintext')).waived).toBeUndefined();
    expect(await world.look('plaintext', 5)).toEqual(['keep']);
    expect(world.told()).toEqual(['closed-by-bot']);
  });

  it('stays closed while it cannot be told, and where it is repaired', async () => {
    const world = await closedByBot();
    expect(await world.look('inconclusive')).toEqual(['keep']);
    expect(world.state().waiver).toBeUndefined();
    await world.look('secure', 2);
    expect(world.state().phase).toBe('fixed');
    expect(world.issue().state).toBe('closed');
  });

  it('is asked about once, and nothing is asked on other nights', async () => {
    const world = aWorld();
    await world.look('plaintext');
    world.close('not_planned');
    await world.look('plaintext');
    expect(world.state().phase).toBe('waived');
    const asked = world.forge.readings.length;
    await world.look('plaintext', 5);
    await world.look('inconclusive', 5);
    expect(world.forge.readings).toHaveLength(asked);
  });

  it('is taken for one that a person closed where the forge cannot say who did it', async () => {
    const world = await closedByBot();
    world.forge.capabilities = { ...world.forge.capabilities, closers: false };
    await world.look('plaintext');
    expect(world.state().phase).toBe('waived');
  });
});
