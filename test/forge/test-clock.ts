import type { Clock } from '../../src/model/ports.js';

/** A clock that stands still but for `sleep`, which takes no time and is written down. */
export function testClock(now = '2026-11-01T03:23:00.000Z'): Clock & { readonly slept: number[] } {
  const slept: number[] = [];
  const passed = (): number => slept.reduce((sum, ms) => sum + ms, 0);
  return {
    slept,
    now: () => Date.parse(now) + passed(),
    monotonic: passed,
    sleep: async (ms) => {
      slept.push(ms);
    },
  };
}
