import { describe, expect, it } from '@jest/globals';
import { readCase, replaceState } from '../../src/issues/marker.js';
import type { CaseState } from '../../src/model/case.js';
import type { TrackingOptions } from '../../src/model/config.js';
import type { Action } from '../../src/model/plan.js';
import type { TargetReport } from '../../src/model/report.js';
import { type MemoryForge, memoryForge } from '../forge/memory-forge.js';
import { aTarget, anInput, day, inconclusive, plaintext, secure, targetWith } from './builders.js';
import { planFor, track } from './track.js';

const DOMAIN = 'example.org';

interface Seen {
  readonly kinds: string[];
  readonly because: string;
}

/** Lives through one look a day. Gives back the forge and the last plan in short. */
async function live(looks: readonly TargetReport[], forge = memoryForge(), from = 0): Promise<[MemoryForge, Seen]> {
  let actions: readonly Action[] = [];
  for (const [index, target] of looks.entries()) {
    forge.now = day(from + index);
    actions = (await track(forge, { targets: [target], now: forge.now })).actions;
  }
  return [forge, { kinds: actions.map(({ kind }) => kind), because: actions.map(({ because }) => because).join('; ') }];
}

function only(forge: MemoryForge) {
  const [issue, ...others] = forge.issues.values();
  if (issue === undefined || others.length > 0) throw new Error(`There are ${forge.issues.size} issues.`);
  return issue;
}

function stateOf(body: string): CaseState {
  const reading = readCase(body);
  if (reading.kind !== 'case') throw new Error(`The issue is ${reading.kind}.`);
  return reading.state;
}

function edit(forge: MemoryForge, change: Record<string, unknown>, number = 1): void {
  const issue = forge.issues.get(number);
  if (issue) forge.issues.set(number, { ...issue, ...change });
}

const tracking = (over: Partial<TrackingOptions>) => ({ tracking: over });

describe('a domain without an issue', () => {
  it('gets one when plaintext was found, with label, assignees and a title of our own words', async () => {
    const plan = await planFor(memoryForge(), {
      targets: [plaintext(DOMAIN)],
      ...tracking({ labels: ['security', 'xmpp-tls'], assignees: ['ann', 'ann', 'bob'] }),
    });
    expect(plan.labels?.map(({ name }) => name)).toEqual(['xmpp-tls', 'xmpp-tls:plaintext']);
    expect(plan.actions).toMatchObject([
      {
        kind: 'open',
        domain: DOMAIN,
        draft: {
          title: 'XMPP at example.org must require TLS',
          labels: ['xmpp-tls', 'security', 'xmpp-tls:plaintext'],
          assignees: ['ann', 'bob'],
        },
      },
    ]);
  });

  it.each(['secure', 'inconclusive', 'not-offered'] as const)('gets none when it is %s', async (verdict) => {
    const [forge, { kinds, because }] = await live([targetWith(DOMAIN, verdict)]);
    expect(kinds).toEqual(['keep']);
    expect(because).toContain(verdict);
    expect(forge.writes).toEqual([]);
  });

  it('gets none while its plaintext is waived', async () => {
    const [forge, { because }] = await live([{ ...plaintext(DOMAIN), waived: true }]);
    expect(because).toBe('plaintext, but waived');
    expect(forge.issues.size).toBe(0);
  });
});

describe('an open issue', () => {
  it('is not written to while the same is found again', async () => {
    const [forge, { because }] = await live([plaintext(DOMAIN), plaintext(DOMAIN)]);
    expect(because).toBe('still plaintext, nothing changed');
    expect(forge.writes).toEqual(['create']);
  });

  it('is not written to for a hundred nights on which nothing changes', async () => {
    const [forge] = await live(Array.from({ length: 100 }, () => plaintext(DOMAIN)));
    expect(forge.writes).toEqual(['create']);
  });

  it('is written anew after so many days as the user wants, without a comment', async () => {
    const forge = memoryForge();
    for (let night = 0; night < 9; night += 1) {
      const tracking = { refreshDays: 7 };
      await track(forge, { targets: [aTarget(DOMAIN, [{ verdict: 'plaintext' }])], tracking, now: day(night) });
    }
    expect(forge.writes).toEqual(['create', 'change 1']);
    expect(stateOf(only(forge).body).lastPlaintextAt).toBe(day(7));
  });

  it('does not change when the DNS only gives the endpoints out in another order', async () => {
    const endpoints = [{ host: 'a.example.org' }, { host: 'b.example.org' }, { service: 's2s' }] as const;
    const [forge] = await live([aTarget(DOMAIN, endpoints), aTarget(DOMAIN, [...endpoints].reverse())]);
    expect(forge.writes).toEqual(['create']);
  });

  it('says so when one of two nodes was repaired', async () => {
    const both = aTarget(DOMAIN, [{ host: 'a.example.org' }, { host: 'b.example.org' }]);
    const one = aTarget(DOMAIN, [{ host: 'a.example.org', verdict: 'secure' }, { host: 'b.example.org' }]);
    const [forge] = await live([both, one]);
    expect(forge.writes).toEqual(['create', 'change 1']);
    // Once it has held for another run.
    await live([one, one], forge, 2);
    expect(forge.writes.slice(2)).toEqual(['change 1', 'comment 1', 'change 1']);
    expect(forge.comments.get(1)?.[0]).toContain('- fixed: `c2s a.example.org:5222');
    expect(forge.comments.get(1)?.[0]).toContain('a.example.org:5222');
    expect(forge.comments.get(1)?.[0]).not.toContain('b.example.org');
  });

  it('says so when another door is found', async () => {
    const before = aTarget(DOMAIN, [{ host: 'a.example.org' }]);
    const after = aTarget(DOMAIN, [{ host: 'a.example.org' }, { service: 's2s' }]);
    const [forge] = await live([before, after, after]);
    expect(forge.comments.get(1)).toHaveLength(1);
    expect(forge.comments.get(1)?.[0]).toContain('- new problem: `s2s xmpp.example.org:5269 [192.0.2.1]`');
  });

  it('takes an endpoint that could not be reached for neither repaired nor new', async () => {
    const both = aTarget(DOMAIN, [{ host: 'a.example.org' }, { host: 'b.example.org' }]);
    const half = aTarget(DOMAIN, [{ host: 'a.example.org', verdict: 'inconclusive' }, { host: 'b.example.org' }]);
    const [forge] = await live([both, half, both]);
    expect(forge.comments.size).toBe(0);
  });

  it('is updated without a comment when only the address behind a name moved', async () => {
    const [forge] = await live([
      aTarget(DOMAIN, [{ address: '192.0.2.1' }]),
      aTarget(DOMAIN, [{ address: '192.0.2.9' }]),
    ]);
    expect(forge.writes).toEqual(['create', 'change 1']);
    expect(only(forge).body).toContain('192.0.2.9');
  });

  it('keeps what people wrote, their title and their labels', async () => {
    const [forge] = await live([plaintext(DOMAIN)]);
    const { body } = only(forge);
    edit(forge, {
      body: `Asked the admin.\r\n\r\n${body}\n\nHe answered.`,
      title: 'Ask again',
      labels: ['xmpp-tls', 'mine'],
    });
    await live([aTarget(DOMAIN, [{ host: 'other.example.org' }])], forge, 1);
    expect(only(forge)).toMatchObject({ title: 'Ask again', labels: ['xmpp-tls', 'mine', 'xmpp-tls:plaintext'] });
    expect(only(forge).body).toMatch(/^Asked the admin\.\r\n\r\n<!--[^]*other\.example\.org[^]*-->\n\nHe answered\.$/u);
  });

  it('is told about, but not commented on, under a waiver', async () => {
    const both = aTarget(DOMAIN, [{ host: 'a.example.org' }, { host: 'b.example.org' }]);
    const one = aTarget(DOMAIN, [{ host: 'a.example.org', verdict: 'secure' }, { host: 'b.example.org' }]);
    const [forge] = await live([both, { ...one, waived: true }]);
    expect(forge.writes).toEqual(['create', 'change 1']);
  });

  it('is kept whatever happens while the verdict is inconclusive', async () => {
    const [forge, { because }] = await live([plaintext(DOMAIN), inconclusive(DOMAIN)]);
    expect(because).toBe('inconclusive in this run, which changes nothing');
    expect(forge.writes).toEqual(['create']);
  });
});

describe('a repair', () => {
  it('is verified quietly, and thanked for when it is proven', async () => {
    const [forge] = await live([plaintext(DOMAIN), secure(DOMAIN)]);
    expect(only(forge).state).toBe('open');
    expect(stateOf(only(forge).body)).toMatchObject({ phase: 'verifying', streak: 1 });
    const [, { kinds }] = await live([secure(DOMAIN)], forge, 2);
    expect(kinds).toEqual(['close']);
    expect(only(forge)).toMatchObject({ state: 'closed', stateReason: 'completed' });
    expect(forge.comments.get(1)).toHaveLength(1);
    expect(forge.comments.get(1)?.[0]).toMatch(/^\*\*Thank you!\*\*.*It took 1 day from/u);
    expect(stateOf(only(forge).body)).toMatchObject({ phase: 'fixed', fixedAt: day(2) });
    expect(stateOf(only(forge).body).pending).toBeUndefined();
  });

  it('is proven by a service that is declared absent, too', async () => {
    const absent = targetWith(DOMAIN, 'not-offered');
    const [forge] = await live([plaintext(DOMAIN), absent, absent]);
    expect(only(forge).state).toBe('closed');
    expect(forge.comments.get(1)?.[0]).toContain('not offered to the outside');
  });

  it('starts again after plaintext, without a comment', async () => {
    const [forge] = await live([plaintext(DOMAIN), secure(DOMAIN), plaintext(DOMAIN), secure(DOMAIN)]);
    expect(stateOf(only(forge).body)).toMatchObject({ phase: 'verifying', streak: 1 });
    expect(forge.comments.size).toBe(0);
  });

  it('is neither advanced nor reset by an inconclusive run', async () => {
    const [forge] = await live([plaintext(DOMAIN), secure(DOMAIN), inconclusive(DOMAIN)]);
    expect(stateOf(only(forge).body)).toMatchObject({ phase: 'verifying', streak: 1 });
    await live([secure(DOMAIN)], forge, 3);
    expect(only(forge).state).toBe('closed');
  });

  it('is not closed while most domains could not be decided: the fault may be ours', async () => {
    const others = ['b.example', 'c.example', 'd.example', 'e.example'].map(inconclusive);
    const forge = memoryForge();
    for (const [index, targets] of [[plaintext(DOMAIN)], [secure(DOMAIN)], [secure(DOMAIN), ...others]].entries()) {
      await track(forge, { targets, now: day(index) });
    }
    expect(forge.issues.get(1)?.state).toBe('open');
    await track(forge, { targets: [secure(DOMAIN), ...others.slice(0, 1)], now: day(3) });
    expect(forge.issues.get(1)?.state).toBe('closed');
  });

  it('is not closed where what had been found could not be looked at again', async () => {
    const both = aTarget(DOMAIN, [{}, { host: 'y.example' }]);
    const lost = {
      ...aTarget(DOMAIN, [{ verdict: 'secure' }, { host: 'y.example', verdict: 'inconclusive' }]),
      verdict: 'secure',
    } as const;
    const [forge, { because }] = await live([both, lost, lost, lost]);
    expect(because).toBe('secure, but what had been found could not be looked at again');
    expect(forge.issues.get(1)?.state).toBe('open');
  });

  it('is reset by waived plaintext as well', async () => {
    const [forge] = await live([plaintext(DOMAIN), secure(DOMAIN), { ...plaintext(DOMAIN), waived: true }]);
    expect(stateOf(only(forge).body)).toMatchObject({ phase: 'open', streak: 0 });
  });

  it.each([true, false])('is not believed of a service that was not looked at (full run: %s)', async (fullRun) => {
    const both = aTarget(DOMAIN, [{ verdict: 'plaintext' }, { service: 's2s', verdict: 'plaintext' }]);
    const [forge] = await live([both]);
    const partial = { targets: [secure(DOMAIN)], now: day(1) };
    const plan = await track(forge, { ...partial, ...tracking({ fullRun }) });
    expect(plan.actions).toMatchObject([{ kind: 'keep', because: 'secure, but s2s was not looked at in this run' }]);
  });

  it('is not believed of a door over HTTP whose port says nothing now', async () => {
    const door = { service: 'c2s', transport: 'bosh', host: DOMAIN, port: 5280, address: '192.0.2.1' } as const;
    const [forge] = await live([aTarget(DOMAIN, [{ ...door, verdict: 'plaintext' }])]);
    const silent = { ...secure(DOMAIN), unclear: [door] };
    const plan = await track(forge, { targets: [silent], now: day(1), ...tracking({}) });
    expect(plan.actions).toMatchObject([{ kind: 'keep', because: expect.stringContaining('could not be looked at') }]);
  });
});

describe('a regression', () => {
  const fixed = [plaintext(DOMAIN), secure(DOMAIN), secure(DOMAIN)];

  it('reopens the issue with a comment', async () => {
    const [forge, { kinds }] = await live([...fixed, plaintext(DOMAIN)]);
    expect(kinds).toEqual(['reopen']);
    expect(only(forge)).toMatchObject({ state: 'open', stateReason: 'reopened' });
    expect(forge.comments.get(1)?.[1]).toContain('Plaintext is back on `example.org`');
    expect(stateOf(only(forge).body)).toMatchObject({ phase: 'regressed', streak: 0, regressions: 1 });
    expect(stateOf(only(forge).body).fixedAt).toBeUndefined();
  });

  it('reopens nothing while it is waived', async () => {
    const [forge, { kinds }] = await live([...fixed, { ...plaintext(DOMAIN), waived: true }]);
    expect(kinds).toEqual(['keep']);
    expect(only(forge).state).toBe('closed');
  });

  it.each([
    ['was closed too long ago', { days: 200, locked: false }],
    ['is locked', { days: 1, locked: true }],
  ])('opens a new issue that names the old one when that %s', async (_, { days, locked }) => {
    const [forge] = await live(fixed);
    edit(forge, { locked });
    const [, { kinds, because }] = await live([plaintext(DOMAIN)], forge, 2 + days);
    expect(kinds).toEqual(['open']);
    expect(because).toContain('#1');
    expect(forge.issues.get(1)?.state).toBe('closed');
    expect(forge.issues.get(2)?.body).toContain('An earlier episode was #1.');
    const [, again] = await live([plaintext(DOMAIN)], forge, 3 + days);
    expect(again).toEqual({ kinds: ['keep'], because: 'still plaintext, nothing changed' });
  });

  it('continues the issue that was closed last', async () => {
    const [forge] = await live(fixed);
    await live(fixed, forge, 200);
    await live([plaintext(DOMAIN)], forge, 210);
    expect([...forge.issues.values()].map(({ state }) => state)).toEqual(['closed', 'open']);
  });
});

describe('the configuration', () => {
  it('closes the issue of a domain that left it, as not planned', async () => {
    const [forge] = await live([plaintext(DOMAIN)]);
    await track(forge, { now: day(1) });
    expect(only(forge)).toMatchObject({ state: 'closed', stateReason: 'not_planned' });
    expect(forge.comments.get(1)?.[0]).toContain('no longer in the configuration');
    expect(only(forge).body).toContain('How to fix it');
    expect((await planFor(forge, { now: day(2) })).actions).toEqual([]);
  });

  it('closes nothing on a run that does not cover it', async () => {
    const [forge] = await live([plaintext(DOMAIN)]);
    const plan = await track(forge, { now: day(1), ...tracking({ fullRun: false }) });
    expect(plan.actions).toMatchObject([{ kind: 'keep', because: 'not looked at in this run' }]);
  });

  it('reopens the issue of a domain that came back and is still plaintext', async () => {
    const [forge] = await live([plaintext(DOMAIN)]);
    await track(forge, { now: day(1) });
    await live([secure(DOMAIN)], forge, 2);
    expect(only(forge).state).toBe('closed');
    await live([plaintext(DOMAIN)], forge, 400);
    expect(only(forge).state).toBe('open');
    expect(forge.comments.get(1)?.[1]).toContain('in the configuration again');
    expect(stateOf(only(forge).body)).toMatchObject({ phase: 'open', regressions: 0 });
  });
});

describe('people', () => {
  it('close an issue as not planned, and it stays closed for a while, whatever is found', async () => {
    const [forge] = await live([plaintext(DOMAIN)]);
    edit(forge, { state: 'closed', stateReason: 'not_planned', closedAt: day(1) });
    const [, first] = await live([plaintext(DOMAIN)], forge, 2);
    const because = 'a person closed it, which is respected until 2027-02-01';
    expect(first).toEqual({ kinds: ['update'], because });
    for (const target of [plaintext(DOMAIN), inconclusive(DOMAIN)]) {
      const [, { kinds }] = await live([target], forge, 3);
      expect(kinds).toEqual(['keep']);
    }
    await live([secure(DOMAIN)], forge, 4);
    expect(only(forge).state).toBe('closed');
  });

  it('reopen a repaired issue, and it stays open until there is something to tell', async () => {
    const [forge] = await live([plaintext(DOMAIN), secure(DOMAIN), secure(DOMAIN)]);
    edit(forge, { state: 'open' });
    const [, { because }] = await live([secure(DOMAIN), secure(DOMAIN)], forge, 3);
    expect(because).toBe('a person reopened it; secure now');
    await track(forge, { now: day(5) });
    expect(only(forge).state).toBe('open');
    await live([plaintext(DOMAIN)], forge, 6);
    expect(forge.comments.get(1)?.[1]).toContain('Plaintext is back');
  });

  it('delete our section, and the issue is not ours any more', async () => {
    const [forge] = await live([plaintext(DOMAIN)]);
    edit(forge, { body: 'We talk about the server here.' });
    const plan = await track(forge, { targets: [plaintext(DOMAIN)], now: day(1) });
    expect(plan.notes).toEqual(['#1 has our label, but is not ours: left alone']);
    expect(forge.issues.get(1)?.body).toBe('We talk about the server here.');
    expect(forge.issues.get(2)?.state).toBe('open');
  });

  const damage = (forge: MemoryForge) =>
    edit(forge, { body: forge.issues.get(1)?.body.replace('case=v1 ', 'case=v1 x') });

  it('damage our state, and the case begins anew in the same issue, with a word', async () => {
    const [forge] = await live([plaintext(DOMAIN)]);
    damage(forge);
    const [, silent] = await live([inconclusive(DOMAIN)], forge, 1);
    expect(silent).toEqual({ kinds: ['keep'], because: 'its hidden line cannot be read' });
    await live([secure(DOMAIN)], forge, 2);
    expect(forge.comments.get(1)).toEqual([expect.stringContaining('begins anew')]);
    await live([secure(DOMAIN)], forge, 3);
    expect(only(forge)).toMatchObject({ state: 'closed', stateReason: 'completed' });
    expect(forge.comments.get(1)?.[1]).toContain('It took 2 days');
  });

  it('damage a closed issue or one of another title, and it is left alone with a note', async () => {
    for (const change of [{ state: 'closed' as const }, { title: 'Our server' }]) {
      const [forge] = await live([plaintext(DOMAIN)]);
      damage(forge);
      edit(forge, change);
      const plan = await planFor(forge, { targets: [secure(DOMAIN)], now: day(1) });
      expect(plan.actions).toMatchObject([{ kind: 'keep', because: 'secure, and there is no issue' }]);
      expect(plan.notes).toEqual(['the hidden state of #1 was edited and cannot be read: left alone']);
    }
  });

  it('damage one of two issues, and it is closed as the duplicate that it is', async () => {
    const [forge] = await live([plaintext(DOMAIN)]);
    const [issue] = forge.issues.values();
    if (issue) forge.issues.set(2, { ...issue, number: 2 });
    damage(forge);
    await live([plaintext(DOMAIN), plaintext(DOMAIN)], forge, 1);
    expect([...forge.issues.values()].map(({ state }) => state)).toEqual(['closed', 'open']);
    expect(forge.comments.get(1)).toEqual([expect.stringContaining('followed in #2')]);
  });

  it('who may not write cannot speak for us', async () => {
    const [forge] = await live([plaintext(DOMAIN)]);
    edit(forge, { trusted: false });
    const plan = await planFor(forge, { targets: [secure(DOMAIN)], now: day(1) });
    expect(plan.actions).toMatchObject([{ kind: 'keep', because: 'secure, and there is no issue' }]);
    expect(plan.notes[0]).toMatch(/^#1 looks like ours, but its author may not write/u);
  });
});

describe('several issues of one domain', () => {
  it('become one: the oldest open one goes on, the others are closed as duplicates', async () => {
    const forge = memoryForge();
    await live([plaintext(DOMAIN)], forge);
    for (const number of [2, 3]) forge.issues.set(number, { ...only2(forge), number });
    const [, { kinds }] = await live([plaintext(DOMAIN)], forge, 1);
    expect(kinds).toEqual(['update', 'keep', 'close', 'close']);
    expect([...forge.issues.values()].map(({ state, stateReason }) => [state, stateReason])).toEqual([
      ['open', undefined],
      ['closed', 'duplicate'],
      ['closed', 'duplicate'],
    ]);
    expect(forge.comments.get(3)).toEqual([expect.stringContaining('`example.org` is followed in #1.')]);
    await live([secure(DOMAIN), secure(DOMAIN), plaintext(DOMAIN)], forge, 2);
    expect([...forge.issues.values()].map(({ state }) => state)).toEqual(['open', 'closed', 'closed']);
  });

  function only2(forge: MemoryForge) {
    const issue = forge.issues.get(1);
    if (issue === undefined) throw new Error('There is no issue.');
    return issue;
  }
});

describe('an issue of a newer version', () => {
  it('is left alone, and no other is opened beside it', async () => {
    const [forge] = await live([plaintext(DOMAIN)]);
    const { body } = only(forge);
    const newer = Buffer.from(JSON.stringify({ domain: DOMAIN, mood: 'new' })).toString('base64url');
    edit(forge, { body: body.replace(/case=v1 \w+/u, `case=v2 ${newer}`) });
    const plan = await planFor(forge, { targets: [plaintext(DOMAIN)], now: day(1) });
    expect(plan.actions).toEqual([
      { kind: 'keep', domain: DOMAIN, issue: 1, because: 'its issue was written by a newer version of this tool' },
    ]);
    expect(plan.notes).toEqual(['#1 was written by a newer version of this tool: left alone']);
  });
});

describe('a run that was interrupted', () => {
  const pending = {
    id: 'fixed-0123456789abcdef',
    body: 'Thank you!\n\n<!-- xmpp-tls-compliance comment=fixed-0123456789abcdef -->',
  };

  async function interrupted(posted: boolean): Promise<MemoryForge> {
    const [forge] = await live([plaintext(DOMAIN)]);
    const state = stateOf(only(forge).body);
    edit(forge, { body: replaceState(only(forge).body, { ...state, pending }) });
    if (posted) forge.comments.set(1, ['People talk.', pending.body]);
    forge.writes.length = 0;
    return forge;
  }

  it('is finished: the comment is posted and the promise taken back', async () => {
    const forge = await interrupted(false);
    const [, { kinds }] = await live([plaintext(DOMAIN)], forge, 1);
    expect(kinds).toEqual(['update', 'keep']);
    expect(forge.writes).toEqual(['comment 1', 'change 1']);
    expect(forge.comments.get(1)).toEqual([pending.body]);
    expect(stateOf(only(forge).body).pending).toBeUndefined();
  });

  it('is finished without a second comment when that is there', async () => {
    const forge = await interrupted(true);
    await live([plaintext(DOMAIN)], forge, 1);
    expect(forge.writes).toEqual(['change 1']);
    expect(forge.comments.get(1)).toHaveLength(2);
  });

  it('does not keep today from happening', async () => {
    const forge = await interrupted(false);
    const [, { kinds }] = await live([secure(DOMAIN)], forge, 1);
    expect(kinds).toEqual(['update', 'update']);
    expect(stateOf(only(forge).body)).toMatchObject({ phase: 'verifying', streak: 1 });
    expect(forge.comments.get(1)).toEqual([pending.body]);
  });

  it('cannot be planned without having read the comments', async () => {
    const forge = await interrupted(false);
    const listed = [...forge.issues.values()];
    const { planIssues } = await import('../../src/issues/plan.js');
    expect(() => planIssues(anInput({ listed }))).toThrow('The comments of #1 were not read before planning.');
  });
});
