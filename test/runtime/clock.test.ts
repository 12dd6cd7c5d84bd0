import { describe, expect, it } from '@jest/globals';
import { createClock, createRandom } from '../../src/runtime/clock.js';

describe('the clock', () => {
  it('tells the time and never goes back', () => {
    const clock = createClock();
    const before = clock.monotonic();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000);
    expect(clock.monotonic()).toBeGreaterThanOrEqual(before);
  });

  it('sleeps as long as it is told', async () => {
    const clock = createClock();
    const startedAt = clock.monotonic();
    await clock.sleep(30);
    expect(clock.monotonic() - startedAt).toBeGreaterThanOrEqual(28);
  });

  it('wakes at once when the signal aborts, or has aborted', async () => {
    const clock = createClock();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 10);
    const startedAt = clock.monotonic();
    await clock.sleep(60_000, controller.signal);
    await clock.sleep(60_000, controller.signal);
    expect(clock.monotonic() - startedAt).toBeLessThan(5000);
  });
});

describe('a random token', () => {
  it('has the length that was asked for, of small letters and digits, and is never the same', () => {
    const { token } = createRandom();
    const tokens = Array.from({ length: 200 }, () => token(12));
    expect(tokens.every((made) => /^[a-z0-9]{12}$/.test(made))).toBe(true);
    expect(new Set(tokens).size).toBe(200);
  });
});
