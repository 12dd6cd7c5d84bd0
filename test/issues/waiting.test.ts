import { describe, expect, it } from '@jest/globals';
import { isWaitingList } from '../../src/issues/waiting.js';
import type { TargetReport } from '../../src/model/report.js';
import { type MemoryForge, memoryForge } from '../forge/memory-forge.js';
import { day, inconclusive, plaintext, secure } from './builders.js';
import { planFor, track } from './track.js';

const A = 'a.example';
const tracking = { openAfter: 3 };

async function live(
  looks: readonly (readonly TargetReport[])[],
  forge = memoryForge(),
  from = 0,
): Promise<MemoryForge> {
  for (const [index, targets] of looks.entries()) {
    forge.now = day(from + index);
    await track(forge, { targets, now: forge.now, tracking });
  }
  return forge;
}

const opened = ({ issues }: MemoryForge) =>
  [...issues.values()].filter((issue) => !isWaitingList(issue)).map(({ title }) => title);
const list = ({ issues }: MemoryForge) => [...issues.values()].find(isWaitingList);

describe('a domain that is plaintext', () => {
  it('gets its issue after as many runs in a row as the user wants, and is on a list until then', async () => {
    const forge = await live([[plaintext(A)], [plaintext(A)]]);
    expect(opened(forge)).toEqual([]);
    expect(list(forge)?.body).toContain('| `a.example` | 2026-11-01 | 2 |');
    await live([[plaintext(A)]], forge, 2);
    expect(opened(forge)).toEqual(['XMPP at a.example must require TLS']);
    expect(list(forge)?.body).toContain('Nothing waits at the moment.');
    const writes = forge.writes.length;
    await live([[plaintext(A)], [plaintext(A)]], forge, 3);
    expect(forge.writes).toHaveLength(writes);
  });

  it('is forgotten when it is secure in between, and not when it could not be told or was not looked at', async () => {
    const [seen, silent, good] = [[plaintext(A)], [inconclusive(A)], [secure(A)]];
    expect(opened(await live([seen, seen, silent, silent, seen]))).toHaveLength(1);
    expect(opened(await live([seen, seen, good, seen, seen]))).toHaveLength(0);
    const forge = await live([seen, seen]);
    await track(forge, { targets: [], now: day(2), tracking: { ...tracking, fullRun: false } });
    expect(opened(await live([seen], forge, 3))).toHaveLength(1);
    const removed = await live([seen, seen, [], seen]);
    expect(opened(removed)).toHaveLength(0);
  });

  it('counts once in a run that is repeated, and leaves nothing to do', async () => {
    const forge = await live([[plaintext(A)]]);
    await live([[plaintext(A)]], forge);
    await live([[plaintext(A)]], forge);
    expect(opened(forge)).toEqual([]);
    const plan = await planFor(forge, { targets: [plaintext(A)], now: day(0), tracking });
    expect(plan.actions).toEqual([{ kind: 'keep', domain: A, because: 'plaintext was found in 1 of 3 runs in a row' }]);
  });

  it('waits on the list also where people closed that, and keeps what they wrote', async () => {
    const forge = await live([[plaintext(A)]]);
    const issue = list(forge);
    if (issue) forge.issues.set(1, { ...issue, state: 'closed', body: `For later.\n\n${issue.body}` });
    expect(opened(await live([[plaintext(A)], [plaintext(A)]], forge, 1))).toHaveLength(1);
    expect(list(forge)).toMatchObject({ state: 'closed', body: expect.stringMatching(/^For later\./u) });
  });

  it('is counted anew where the list was broken, and believed to nobody who may not write', async () => {
    const forge = await live([[plaintext(A)], [plaintext(A)]]);
    const issue = list(forge);
    if (issue) forge.issues.set(1, { ...issue, body: issue.body.replace(/waiting=v1 \w+/u, 'waiting=v1 xyz') });
    expect(opened(await live([[plaintext(A)], [plaintext(A)]], forge, 2))).toHaveLength(0);
    const foreign = await live([[plaintext(A)], [plaintext(A)]]);
    const theirs = list(foreign);
    if (theirs) foreign.issues.set(1, { ...theirs, trusted: false });
    expect(opened(await live([[plaintext(A)]], foreign, 2))).toHaveLength(0);
  });

  it('is opened at once where the user does not say otherwise, and where the list is full', async () => {
    const forge = memoryForge();
    await track(forge, { targets: [plaintext(A)], now: day(0) });
    expect(opened(forge)).toHaveLength(1);
    const many = Array.from({ length: 120 }, (_, index) => plaintext(`${index}.${'x'.repeat(240)}`));
    const full = await live([many]);
    expect(opened(full).length).toBeGreaterThan(0);
    expect(list(full)?.body.length).toBeLessThan(65_000);
  });

  it('stays on the list, with what was counted, where a limit postpones its issue', async () => {
    const forge = await live([[plaintext(A), plaintext('b.example')]]);
    const over = { tracking: { openAfter: 2, maxIssueOpens: 1 }, targets: [plaintext(A), plaintext('b.example')] };
    await track(forge, { ...over, now: day(1) });
    expect(opened(forge)).toHaveLength(1);
    expect(list(forge)?.body).toContain('| `b.example` | 2026-11-01 | 2 |');
    await track(forge, { ...over, now: day(2) });
    expect(opened(forge)).toHaveLength(2);
    expect(list(forge)?.body).toContain('Nothing waits at the moment.');
  });
});

describe('two lists that two runs at once have opened', () => {
  it('become one: the older goes on with what both know, and the other is closed once', async () => {
    const forge = await live([[plaintext(A), plaintext('b.example')]]);
    const other = await live([[plaintext('b.example')], [plaintext('b.example')]]);
    const [first, twin] = [list(forge), list(other)];
    if (!first || !twin) throw new Error('There is no list.');
    forge.issues.set(2, { ...twin, number: 2 });
    await live([[plaintext(A), plaintext('b.example')]], forge, 2);
    expect(opened(forge)).toEqual(['XMPP at b.example must require TLS']);
    expect(forge.issues.get(1)?.body).toContain('| `a.example` | 2026-11-01 | 2 |');
    expect(forge.issues.get(2)).toMatchObject({ state: 'closed', stateReason: 'duplicate' });
    expect(forge.issues.get(2)?.body).toContain('Nothing waits at the moment.');
    const writes = forge.writes.length;
    await live([[plaintext(A), plaintext('b.example')]], forge, 2);
    expect(forge.writes).toHaveLength(writes);
  });
});
