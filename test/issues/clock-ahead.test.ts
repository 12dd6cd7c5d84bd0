import { describe, expect, it } from '@jest/globals';
import { aWorld } from './world.js';

describe('a run whose clock was ahead', () => {
  it('loses no command that is said before the date it wrote', async () => {
    const world = aWorld();
    await world.look('plaintext');
    world.day = 20;
    world.say('/xmpp ack');
    await world.look('plaintext');
    world.day = 1;
    world.say('/xmpp promise 2026-12-24');
    await world.look('plaintext');
    expect(world.state()).toMatchObject({ phase: 'promised', promise: { due: '2026-12-24' } });
  });

  it('does not keep a repaired case open until that date', async () => {
    const world = aWorld();
    world.tracking = { closeAfterHours: 1 };
    await world.look('plaintext');
    world.day = 20;
    await world.look('secure');
    world.day = 1;
    await world.look('secure');
    expect(world.issue().state).toBe('closed');
  });
});
