import { describe, expect, it } from '@jest/globals';
import { createPace } from '../../src/probe/pace.js';

/** Starts `count` tasks at one address and keeps them until they are let go. */
function crowd(pace: ReturnType<typeof createPace>, address: string, count: number) {
  const running: (() => void)[] = [];
  const all = Array.from({ length: count }, () =>
    pace.run(address, () => new Promise<void>((resolve) => running.push(resolve))),
  );
  return { running, all: Promise.all(all) };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the pace of a run', () => {
  it('lets five connections to one address live at once, and the next one when one has ended', async () => {
    const { running, all } = crowd(createPace(), '192.0.2.1', 7);
    await settled();
    expect(running).toHaveLength(5);
    running[0]?.();
    await settled();
    expect(running).toHaveLength(6);
    running[1]?.();
    await settled();
    running.forEach((end) => end());
    await all;
    expect(running).toHaveLength(7);
  });

  it('holds nobody up at another address', async () => {
    const pace = createPace(1);
    const here = crowd(pace, '192.0.2.1', 2);
    const there = crowd(pace, '2001:db8::1', 1);
    await settled();
    expect([here.running.length, there.running.length]).toEqual([1, 1]);
  });

  it('goes on after a task that failed', async () => {
    const pace = createPace(1);
    const failing = pace.run('192.0.2.1', () => Promise.reject(new Error('a bug')));
    await expect(failing).rejects.toThrow('a bug');
    expect(await pace.run('192.0.2.1', async () => 'next')).toBe('next');
  });
});
