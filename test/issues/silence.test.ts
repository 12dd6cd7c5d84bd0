import { describe, expect, it } from '@jest/globals';
import { ForgeError } from '../../src/forge/forge.js';
import { FAILURES } from '../../src/model/failure.js';
import type { EndpointReport } from '../../src/model/report.js';
import { aTarget } from './builders.js';
import { aWorld, DOMAIN, type World } from './world.js';

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

const at = (host: string, over: Partial<EndpointReport> = {}): EndpointReport => {
  const [endpoint] = aTarget(DOMAIN, [{ host, verdict: 'inconclusive' }]).endpoints;
  if (endpoint === undefined) throw new Error('There is no endpoint.');
  return { ...endpoint, ...over };
};

describe('what is no silence', () => {
  it('a run in which an address was reached, whatever is unclear about the others', async () => {
    const world = aWorld();
    await world.look('plaintext', 10);
    const [secure] = aTarget(DOMAIN, [{ host: 'four.example.org', verdict: 'secure' }]).endpoints;
    world.configured = { endpoints: [...(secure === undefined ? [] : [secure]), at('six.example.org')] };
    await world.look('inconclusive', 70);
    expect(world.forge.writes).toEqual(['create']);
  });

  it('a run that was cut off, or had no name server', async () => {
    for (const code of ['run.deadline', 'dns.unreachable'] as const) {
      const world = aWorld();
      await world.look('plaintext', 10);
      const because = [`${FAILURES[code]}: example.org`];
      world.configured = {
        endpoints: [],
        services: { c2s: { verdict: 'inconclusive', proof: 'none', because } },
      };
      await world.look('inconclusive', 70);
      expect(world.forge.writes).toEqual(['create']);
    }
  });

  it('a run that reached the service and could not count it as repaired', async () => {
    const world = aWorld();
    world.tracking = { closeAfterHours: 1000 };
    await world.look('plaintext', 10);
    await world.look('inconclusive', 2);
    expect(world.state().silentSince).toBeDefined();
    await world.look('secure', 3);
    expect(world.state().silentSince).toBeUndefined();
    await world.look('inconclusive', 3);
    expect(world.issue().labels).not.toContain(UNREACHABLE);
  });
});

describe('a maintenance that was promised', () => {
  const promised = async (world: World): Promise<void> => {
    await world.look('plaintext', 10);
    world.say('/xmpp promise next-maintenance');
    await world.look('plaintext', 3);
  };

  it('is noticed when the ports did not answer for a night', async () => {
    const world = aWorld();
    await promised(world);
    await world.look('inconclusive');
    await world.look('plaintext');
    expect(world.told()).toEqual(['promised', 'maintained']);
  });

  it('is not made up from a night on which we could not look', async () => {
    const world = aWorld();
    await promised(world);
    const because = [`${FAILURES['dns.unreachable']}: A example.org`];
    world.configured = { endpoints: [], services: { c2s: { verdict: 'inconclusive', proof: 'none', because } } };
    await world.look('inconclusive');
    world.configured = {};
    await world.look('plaintext');
    expect(world.told()).toEqual(['promised']);
  });

  it('is not missed by the end of an outage that was there when it was promised', async () => {
    const world = aWorld();
    await world.look('plaintext', 10);
    await world.look('inconclusive');
    world.say('/xmpp promise next-maintenance');
    await world.look('inconclusive', 2);
    await world.look('plaintext');
    expect(world.told()).toEqual(['promised']);
  });
});

it('nobody is told to be late, or silent, by a run that could not read what people said', async () => {
  const world = aWorld();
  world.tracking = { silenceDays: 3 };
  await world.look('plaintext');
  world.say('/xmpp promise 2026-11-05');
  await world.look('plaintext');
  const { listCommentsSince } = world.forge.reader;
  const refuse = () =>
    Promise.reject(new ForgeError('GET comments: 502 Bad Gateway', { status: 502, outcome: 'refused' }));
  Object.assign(world.forge.reader, { listCommentsSince: refuse });
  await world.look('plaintext', 10);
  expect(world.told()).toEqual(['promised']);
  Object.assign(world.forge.reader, { listCommentsSince });
  await world.look('plaintext');
  expect(world.told()).toEqual(['promised', 'overdue']);
});

describe('a domain that was out of the configuration', () => {
  it('for a night goes on with what was promised', async () => {
    const world = aWorld();
    await world.look('plaintext');
    world.say('/xmpp promise 2026-12-24');
    await world.look('plaintext', 2);
    await world.look('removed');
    await world.look('plaintext');
    expect(world.state()).toMatchObject({ phase: 'promised', promise: { due: '2026-12-24' } });
  });

  it('for long begins anew: nobody was silent, and nothing took time, while nobody looked', async () => {
    const world = aWorld();
    world.tracking = { silenceDays: 30 };
    await world.look('plaintext');
    await world.look('removed', 200);
    await world.look('plaintext', 2);
    expect(world.told()).toEqual(['removed', 'returned']);
    await world.look('secure', 2);
    expect(world.lastComment()).toContain('It took 2 days from the day it was checked again.');
  });
});
