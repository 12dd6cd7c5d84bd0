import { describe, expect, it } from '@jest/globals';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deadlineAfter } from '../../src/runtime/deadline.js';

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}

describe('a deadline', () => {
  it('comes although the garbage collector runs before it', async () => {
    const { signal } = deadlineAfter(50, new AbortController().signal);
    const end = aborted(signal);
    for (let i = 0; i < 5; i++) collectGarbage();
    await end;
    expect(signal.aborted).toBe(true);
  });

  it('comes early when the whole run ends', async () => {
    const run = new AbortController();
    const { signal, clear } = deadlineAfter(60_000, run.signal);
    const end = aborted(signal);
    run.abort();
    await end;
    expect(signal.aborted).toBe(true);
    clear();
  });

  it('has passed where the run has ended already', () => {
    const { signal, clear } = deadlineAfter(60_000, AbortSignal.abort());
    expect(signal.aborted).toBe(true);
    clear();
  });

  it('does not come after it was cleared', async () => {
    const { signal, clear } = deadlineAfter(10, new AbortController().signal);
    clear();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(signal.aborted).toBe(false);
  });
});
