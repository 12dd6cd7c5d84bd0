import { describe, expect, it } from '@jest/globals';
import { createPace, type Pace } from '../../src/probe/pace.js';

const C2S = { address: '192.0.2.1', port: 5222 };
const S2S = { address: '192.0.2.1', port: 5269 };

/** Starts `count` tasks at one port and keeps them until they are let go. */
function crowd(pace: Pace, where: { readonly address: string; readonly port: number }, count: number) {
  const running: (() => void)[] = [];
  const all = Array.from({ length: count }, () =>
    pace.run(where, () => new Promise<void>((resolve) => running.push(resolve))),
  );
  return { running, all: Promise.all(all) };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the pace of a run', () => {
  it('lets four connections to one port live at once, and the next one when one has ended', async () => {
    const { running, all } = crowd(createPace(), C2S, 6);
    await settled();
    expect(running).toHaveLength(4);
    running[0]?.();
    await settled();
    expect(running).toHaveLength(5);
    running[1]?.();
    await settled();
    running.forEach((end) => end());
    await all;
    expect(running).toHaveLength(6);
  });

  it('lets five connections to one address live at once, whatever the ports', async () => {
    const pace = createPace();
    const [clients, servers] = [crowd(pace, C2S, 4), crowd(pace, S2S, 4)];
    await settled();
    expect(clients.running.length + servers.running.length).toBe(5);
    clients.running[0]?.();
    await settled();
    expect(clients.running.length + servers.running.length).toBe(6);
  });

  it('holds nobody up at another address', async () => {
    const pace = createPace({ perListener: 1, perAddress: 1 });
    const here = crowd(pace, C2S, 2);
    const there = crowd(pace, { address: '2001:db8::1', port: 5222 }, 1);
    await settled();
    expect([here.running.length, there.running.length]).toEqual([1, 1]);
  });

  it('goes on after a task that failed', async () => {
    const pace = createPace({ perListener: 1, perAddress: 1 });
    const failing = pace.run(C2S, () => Promise.reject(new Error('a bug')));
    await expect(failing).rejects.toThrow('a bug');
    expect(await pace.run(S2S, async () => 'next')).toBe('next');
  });
});
