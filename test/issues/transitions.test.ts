import { describe, expect, it } from '@jest/globals';
import { TRANSITIONS } from '../../src/issues/transitions.js';
import type { Plan } from '../../src/model/plan.js';
import { found, promised, TRANSITION_EXAMPLES } from './transition-examples.js';
import { aWorld } from './world.js';

const rowsOf = ({ actions }: Plan): readonly number[] => actions.flatMap(({ rows = [] }) => rows);

describe('a case', () => {
  it.each(TRANSITION_EXAMPLES.map((example) => [example.row, example.when, example] as const))(
    'goes through transition %d when %s',
    async (row, _, { past, today, phase, issue = 'open', told = [], labels }) => {
      const world = aWorld();
      await past(world);
      const issues = [...world.forge.issues.keys()];
      const before = world.forge.comments.get(1)?.length ?? 0;
      expect(rowsOf(await world.foresee(today))).toContain(row);
      await world.look(today);
      expect(world.told().slice(before)).toEqual(told);
      const opened = [...world.forge.issues.keys()].filter((number) => !issues.includes(number));
      if (phase === undefined) return expect(opened).toEqual([]);
      const number = opened[0] ?? 1;
      expect(world.state(number).phase).toBe(phase);
      expect(world.issue(number).state).toBe(issue);
      if (labels) expect(world.issue(number).labels.slice(1)).toEqual(labels);
      // A run that is repeated finds everything as it should be.
      world.day -= 1;
      expect(await world.look(today)).toEqual(today === 'removed' ? [] : ['keep']);
    },
  );

  it('goes through transition 22 when its issue was deleted: a new one is opened only for plaintext', async () => {
    const world = aWorld();
    await found(world);
    world.forge.issues.delete(1);
    await world.look('secure');
    expect(world.forge.issues.size).toBe(0);
    expect((await world.foresee('plaintext')).actions).toMatchObject([{ kind: 'open', rows: [1] }]);
    await world.look('plaintext');
    expect(world.forge.issues.size).toBe(1);
  });

  it('goes through transition 23 when there are two: the older one goes on with what both know', async () => {
    const world = aWorld();
    await promised('2026-12-01')(world);
    const twin = { ...world.issue(), number: 2 };
    world.forge.issues.delete(1);
    await found(world);
    world.forge.issues.set(2, twin);
    expect(world.state(1).phase).toBe('open');
    await world.look('plaintext');
    expect(world.issue(2)).toMatchObject({ state: 'closed', stateReason: 'duplicate' });
    expect(world.told(2)).toEqual(['duplicate']);
    expect(world.state(1)).toMatchObject({ phase: 'promised', promises: 1, promise: { due: '2026-12-01' } });
    expect(world.state(1).firstSeenAt).toBe('2026-11-01T03:23:00.000Z');
    expect(await world.look('plaintext')).toEqual(['keep']);
  });
});

describe('the table of transitions', () => {
  const tested = new Set<number>([...TRANSITION_EXAMPLES.map(({ row }) => row), 22, 23]);

  it.each(Object.entries(TRANSITIONS))('has an example of transition %s, as it says', (number, transition) => {
    expect(tested.has(Number(number))).toBe(true);
    for (const { row, phase, told = [] } of TRANSITION_EXAMPLES.filter((example) => String(example.row) === number)) {
      const { to, comment } = transition;
      if (to.length > 0 && phase !== undefined)
        expect({ row, phases: [...to] }).toEqual({ row, phases: expect.arrayContaining([phase]) });
      if (comment.is !== 'sometimes')
        expect({ row, told: told.length > 0 }).toEqual({ row, told: comment.is === 'written' });
    }
  });

  it('is numbered without a gap, and says of each one sentence or two', () => {
    const numbers = Object.keys(TRANSITIONS).map(Number);
    expect(numbers).toEqual(Array.from(numbers, (_, index) => index + 1));
    for (const { effect } of Object.values(TRANSITIONS)) expect(effect).toMatch(/^[A-Z].*\.$/u);
  });
});
