import { describe, expect, it } from '@jest/globals';
import { outputsOf } from '../../src/app/outputs.js';
import { overdueIn } from '../../src/report/overdue.js';
import type { Applied } from '../../src/model/plan.js';
import { planIssues } from '../../src/issues/plan.js';
import { anInput, day, inconclusive } from './builders.js';
import { reportOf } from './track.js';
import { aWorld, DOMAIN, type World } from './world.js';

const PASSED = { promise: '2026-10-01' };
const isLate = async (world: World, verdict: 'plaintext' | 'inconclusive' = 'plaintext') =>
  (await world.foresee(verdict)).overdue;

async function late(): Promise<World> {
  const world = aWorld();
  await world.look('plaintext');
  world.say('/xmpp promise 2026-11-05');
  await world.look('plaintext', 10);
  return world;
}

describe('a run that fails where a promise was missed', () => {
  it('fails also in the night in which the issue is opened, and names it as soon as it has a number', async () => {
    const world = aWorld();
    world.configured = PASSED;
    const plan = await world.foresee('plaintext');
    expect(plan.overdue).toEqual([{ domain: DOMAIN }]);
    const [action] = plan.actions;
    const applied = action ? [{ action, status: 'done', issue: 7 } satisfies Applied] : [];
    expect(overdueIn(plan, applied)).toEqual([{ domain: DOMAIN, issue: 7 }]);
    const tracking = { plan, applied, warnings: [] };
    expect(outputsOf({ report: reportOf({}), code: 1, tracking, files: {} })['issues-overdue']).toBe('[7]');
    await world.look('plaintext');
    expect(await isLate(world)).toEqual([{ domain: DOMAIN, issue: 1 }]);
  });

  it('does not fail for what waits for another run', async () => {
    const world = aWorld();
    world.tracking = { openAfter: 2 };
    world.configured = PASSED;
    expect(await isLate(world)).toEqual([]);
    await world.look('plaintext');
    expect(await isLate(world)).toEqual([{ domain: DOMAIN }]);
  });

  it('does not fail for what the file waives, whatever was found', async () => {
    const world = await late();
    expect(await isLate(world)).toEqual([{ domain: DOMAIN, issue: 1 }]);
    expect(await isLate(world, 'inconclusive')).toEqual([{ domain: DOMAIN, issue: 1 }]);
    world.configured = { waived: true };
    expect(await isLate(world)).toBeUndefined();
    const listed = [world.issue()];
    const input = anInput({ listed, targets: [inconclusive(DOMAIN)], now: day(20), heard: [] });
    expect(planIssues(input).overdue).toHaveLength(1);
    expect(planIssues({ ...input, leftAlone: new Set([DOMAIN]) }).overdue).toBeUndefined();
  });

  it('does not fail for what a person closed as a duplicate, and is not followed any more', async () => {
    const world = await late();
    world.close('duplicate');
    expect(await isLate(world)).toBeUndefined();
    world.close('completed');
    expect(await isLate(world)).toEqual([{ domain: DOMAIN, issue: 1 }]);
  });
});
