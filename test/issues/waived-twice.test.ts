import { describe, expect, it } from '@jest/globals';
import { aWorld } from './world.js';

const WAIVED = '**Waived** in the configuration, until the date in the table.';

describe('a waiver of the configuration', () => {
  it('goes on when the one of the issue ends, which is told only once both are over', async () => {
    const world = aWorld();
    await world.look('plaintext');
    world.say('/xmpp waive until 2026-11-10 because of the move');
    await world.look('plaintext');
    world.configured = { waived: true };
    await world.look('plaintext', 20);
    expect(world.told()).toEqual(['waived']);
    expect(world.issue().body).toContain('It is waived in the configuration as well, until the date in the table.');
    world.configured = {};
    await world.look('plaintext');
    expect(world.told()).toEqual(['waived', 'waiver-over']);
    expect(world.state().phase).toBe('open');
  });

  it('goes on when somebody ends the one of the issue', async () => {
    const world = aWorld();
    await world.look('plaintext');
    world.say('/xmpp waive until 2026-12-10 because of the move');
    await world.look('plaintext');
    world.configured = { waived: true };
    world.say('/xmpp unwaive');
    await world.look('plaintext');
    expect(world.told()).toEqual(['waived']);
    expect(world.state().waiver).toBeUndefined();
    expect(world.issue().body).toContain(WAIVED);
    expect(world.forge.reactions).toEqual([1, 2]);
  });

  it('stands above what was promised, and above that the date was missed', async () => {
    const world = aWorld();
    await world.look('plaintext');
    world.configured = { waived: true };
    world.say('/xmpp promise 2026-11-05');
    await world.look('plaintext');
    expect(world.issue().body).toMatch(/\*\*Waived\*\* in the configuration[^]*\*\*Promised\*\*/u);
    world.configured = {};
    await world.look('plaintext', 10);
    expect(world.issue().body).not.toContain(WAIVED);
    world.configured = { waived: true };
    await world.look('plaintext');
    expect(world.state().phase).toBe('overdue');
    expect(world.issue().body).toMatch(/\*\*Waived\*\* in the configuration[^]*\*\*Overdue\*\*/u);
  });
});
