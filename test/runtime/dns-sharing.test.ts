import { describe, expect, it } from '@jest/globals';
import type { Resolver } from '../../src/dns/resolver.js';
import { shareLookups } from '../../src/runtime/dns-sharing.js';

const NEVER = new AbortController().signal;

/** A resolver whose lookups are counted by name and cost nothing. */
function counting(): { resolver: Resolver; lookups: Map<string, number> } {
  const lookups = new Map<string, number>();
  const resolver = shareLookups(
    (name) => {
      lookups.set(name, (lookups.get(name) ?? 0) + 1);
      return Promise.resolve({ state: 'nodata', aliases: [], authentic: false });
    },
    { monotonic: () => 0 },
  );
  return { resolver, lookups };
}

describe('the memory of a resolver', () => {
  it('keeps what ten thousand domains ask for, and forgets what only one did', async () => {
    const { resolver, lookups } = counting();
    for (let index = 0; index < 10_000; index += 1) {
      await resolver.resolve(`d${index}.example.org`, 'A', NEVER);
      await resolver.resolve('shared.example.net', 'A', NEVER);
    }
    await resolver.resolve('d0.example.org', 'A', NEVER);
    expect(lookups.get('shared.example.net')).toBe(1);
    expect(lookups.get('d0.example.org')).toBe(2);
  });

  it('tells types apart', async () => {
    const { resolver, lookups } = counting();
    await resolver.resolve('example.org', 'A', NEVER);
    await resolver.resolve('example.org', 'AAAA', NEVER);
    expect(lookups.get('example.org')).toBe(2);
  });
});
