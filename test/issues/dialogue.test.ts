import { describe, expect, it } from '@jest/globals';
import { fingerprintOf, maintenanceSign } from '../../src/issues/maintenance.js';
import { aTarget, plaintext, targetWith } from './builders.js';
import { planFor } from './track.js';
import { DOMAIN, aWorld, type World } from './world.js';

const found = (world: World) => world.look('plaintext');

async function fixed(world: World): Promise<void> {
  await found(world);
  await world.look('secure', 2);
}

const promised =
  (what: string) =>
  async (world: World): Promise<unknown> => {
    await found(world);
    world.say(`/xmpp promise ${what}`);
    return world.look('plaintext');
  };

/** Promised for the fifth, and overdue since the seventh. */
async function late(world: World): Promise<void> {
  await promised('2026-11-05')(world);
  await world.look('plaintext', 5);
}

describe(`what people say about ${DOMAIN}`, () => {
  it('is answered with a reaction and one line, once', async () => {
    const world = aWorld();
    await found(world);
    world.say('Thank you for the report.\n\n/xmpp promise 2026-12-01');
    await world.look('plaintext', 3);
    expect(world.forge.reactions).toEqual([1]);
    expect(world.told()).toEqual(['promised']);
    expect(world.lastComment()).toContain('promised for 2026-12-01');
  });

  it('counts the slips, and says so in the thanks', async () => {
    const world = aWorld();
    await late(world);
    world.say('/xmpp promise 2026-11-20');
    await world.look('plaintext');
    expect(world.state()).toMatchObject({ promises: 2, slips: 1, phase: 'promised' });
    await world.look('secure', 2);
    expect(world.lastComment()).toContain('with 2 promised dates, 1 of them missed');
    expect(world.forge.comments.get(1)).toHaveLength(4);
  });

  it('is reminded of less and less, six times at most, and never while people talk', async () => {
    const world = aWorld();
    await late(world);
    const overdueOn = world.day;
    const remindedOn: number[] = [];
    for (let run = 0; run < 300; run += 1) {
      if (run === 30) world.say('We are on it, the vendor is slow.');
      const before = world.told().length;
      await world.look('plaintext');
      if (world.told().length > before) remindedOn.push(world.day - overdueOn);
    }
    // 7, 7, 14, then the comment on day 30 starts the next 30 days anew.
    expect(remindedOn).toEqual([7, 14, 28, 60, 90, 120]);
  });

  it('is remembered where a silence is measured, once, so that it ends that however long ago it is', async () => {
    const world = aWorld();
    world.tracking = { ...world.tracking, silenceDays: 60 };
    await found(world);
    world.say('I wrote to them.');
    const before = world.forge.writes.length;
    await world.look('plaintext', 45);
    expect(world.forge.writes.slice(before)).toEqual(['change 1']);
    await world.look('plaintext', 14);
    expect(world.told()).toEqual([]);
    await world.look('plaintext', 2);
    expect(world.told()).toEqual(['silence']);
  });

  it('costs no write where it asks for nothing', async () => {
    const world = aWorld();
    await found(world);
    world.say('I wrote to them.');
    await world.look('plaintext', 45);
    expect(world.forge.writes).toEqual(['create']);
  });

  it('is not reminded of on weekends where the user wants that', async () => {
    const world = aWorld();
    world.tracking = { ...world.tracking, skipWeekends: true };
    await late(world);
    await world.look('plaintext', 8);
    // The seventh day, 2026-11-14, is a Saturday.
    expect(world.told().filter((kind) => kind === 'reminder')).toEqual([]);
    await world.look('plaintext');
    expect(world.told().at(-1)).toBe('reminder');
  });

  it('does not count when they may not write, except for a wish to look again', async () => {
    const world = aWorld();
    await found(world);
    world.say('/xmpp waive until 2027-01-31 because I say so', { mayCommand: false });
    world.say('/xmpp nonsense', { mayCommand: false });
    world.say('/xmpp promise 2026-12-01', { isBot: true });
    await world.look('plaintext');
    expect(world.state().phase).toBe('open');
    expect(world.forge.writes).toEqual(['create']);
    world.say('/xmpp retest', { mayCommand: false });
    await world.look('plaintext');
    expect(world.lastComment()).toBe(
      'Re-tested on 2026-11-03 03:23 UTC: `example.org` can still be used without TLS. The description above is up to date.',
    );
    expect(world.told()).toEqual(['retested']);
  });

  it('is answered when it was not understood, all mistakes in one reply', async () => {
    const world = aWorld();
    await found(world);
    world.say('/xmpp promise yesterday\n/xmpp unwaive\n/xmpp dance');
    await world.look('plaintext', 2);
    expect(world.told()).toEqual(['mistaken']);
    expect(world.lastComment()).toContain(
      '- the promise needs a date such as 2026-12-01\n- there is no waiver to end\n- this command is unknown',
    );
    expect(world.forge.reactions).toEqual([]);
  });

  it('does not win over the configuration while its promise holds', async () => {
    const world = aWorld();
    world.configured = { promise: '2026-11-10' };
    await found(world);
    world.say('/xmpp promise 2026-12-24');
    await world.look('plaintext');
    expect(world.lastComment()).toContain('the promise in the configuration wins');
    await world.look('plaintext', 12);
    expect(world.state().phase).toBe('overdue');
    world.say('/xmpp promise 2026-12-24');
    await world.look('plaintext', 3);
    expect(world.state()).toMatchObject({ phase: 'promised', promise: { due: '2026-12-24' }, slips: 1 });
  });

  it('of an earlier episode is history', async () => {
    const world = aWorld();
    await fixed(world);
    world.say('/xmpp promise 2026-12-24');
    await world.look('secure');
    await world.look('plaintext', 2);
    expect(world.state().phase).toBe('regressed');
  });

  it('shows on a forge with due dates as the due date of the issue', async () => {
    const world = aWorld();
    world.forge.capabilities = { ...world.forge.capabilities, dueDates: true };
    await promised('2026-12-01')(world);
    expect(world.issue().dueOn).toBe('2026-12-01');
    await world.look('plaintext', 10);
    expect(world.told()).toEqual(['promised']);
  });
});

describe('a maintenance', () => {
  it('is not taken from an outage of ours: most of the domains were away', async () => {
    const world = aWorld();
    await promised('next-maintenance')(world);
    const away = ['a.example', 'b.example', 'c.example', DOMAIN].map((domain) => targetWith(domain, 'inconclusive'));
    const plan = await planFor(world.forge, { targets: away, now: '2026-11-03T03:23:00.000Z' });
    expect(plan.actions.map(({ kind }) => kind)).toEqual(['keep', 'keep', 'keep', 'keep']);
  });

  it('is seen by a changed certificate or changed stream features, and by nothing that changes from look to look', async () => {
    const before = plaintext(DOMAIN);
    const state = { fingerprint: fingerprintOf(before) };
    const withFeatures = (mechanisms: string[]) => ({
      ...before,
      endpoints: before.endpoints.map((endpoint) => {
        const { features } = endpoint.observation;
        if (features.state !== 'done') throw new Error('There are no features.');
        const changed = { ...features, value: { ...features.value, mechanisms } };
        return { ...endpoint, observation: { ...endpoint.observation, features: changed } };
      }),
    });
    expect(maintenanceSign(state, before)).toBeUndefined();
    expect(maintenanceSign(state, withFeatures(['', 'PLAIN']))).toBeUndefined();
    expect(maintenanceSign(state, aTarget(DOMAIN, [{ host: 'other.example.org' }]))).toBeUndefined();
    expect(maintenanceSign(state, withFeatures(['SCRAM-SHA-1']))).toBe('change');
    expect(maintenanceSign({ ...state, outageAt: '2026-11-01T03:23:00.000Z' }, before)).toBe('outage');
  });
});
