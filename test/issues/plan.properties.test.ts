import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyPlan } from '../../src/forge/apply.js';
import { readCase } from '../../src/issues/marker.js';
import { planIssues } from '../../src/issues/plan.js';
import type { TargetReport } from '../../src/model/report.js';
import { dyingWriter, type MemoryForge, memoryForge } from '../forge/memory-forge.js';
import { aTarget, anInput, day, inconclusive, targetWith } from './builders.js';
import { planFor, track } from './track.js';

const DOMAINS = ['a.example', 'b.example'];

/** One look at one domain: not configured, or any mixture of endpoints, waived or not. */
const look = (domain: string): fc.Arbitrary<TargetReport | undefined> => {
  const endpoint = fc.record({
    service: fc.constantFrom('c2s' as const, 's2s' as const),
    host: fc.constantFrom('x.example', 'y.example'),
    address: fc.constantFrom('192.0.2.1', '192.0.2.2'),
    verdict: fc.constantFrom('plaintext' as const, 'secure' as const, 'inconclusive' as const),
  });
  const place = ({ service, host, address }: { service: string; host: string; address: string }) =>
    [service, host, address].join();
  const mixture = fc
    .uniqueArray(endpoint, { minLength: 1, maxLength: 4, selector: place })
    .map((endpoints) => aTarget(domain, endpoints));
  const plain = fc.constantFrom('plaintext' as const, 'secure' as const, 'not-offered' as const);
  return fc.oneof(
    { weight: 4, arbitrary: plain.map((verdict) => targetWith(domain, verdict)) },
    { weight: 3, arbitrary: mixture },
    { weight: 1, arbitrary: mixture.map((target) => ({ ...target, waived: target.verdict === 'plaintext' })) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
};

/** The looks of several days, one list of targets for each. */
const days = (maxLength: number) =>
  fc.array(
    fc.tuple(...DOMAINS.map(look)).map((targets) => targets.filter((target) => target !== undefined)),
    { minLength: 1, maxLength },
  );

async function live(forge: MemoryForge, looks: readonly (readonly TargetReport[])[]): Promise<void> {
  for (const [index, targets] of looks.entries()) {
    forge.now = day(index);
    await track(forge, { targets, now: day(index) });
  }
}

function copy(forge: MemoryForge): MemoryForge {
  const twin = memoryForge(forge.now);
  for (const [number, issue] of forge.issues) twin.issues.set(number, issue);
  for (const [number, comments] of forge.comments) twin.comments.set(number, comments);
  return twin;
}

const contents = ({ issues, comments }: MemoryForge) => ({ issues: [...issues.values()], comments: [...comments] });

const idsOf = (comments: readonly string[]) => comments.map((body) => /comment=(\S+)/u.exec(body)?.[1]);

describe('planning', () => {
  it('has nothing left to do once it was applied', async () => {
    await fc.assert(
      fc.asyncProperty(days(6), async (looks) => {
        const forge = memoryForge();
        await live(forge, looks);
        const plan = await planFor(forge, { targets: looks.at(-1) ?? [], now: day(looks.length - 1) });
        expect(plan.actions.filter(({ kind }) => kind !== 'keep')).toEqual([]);
        expect(forge.issues.size).toBe(new Set([...forge.issues.values()].map(({ body }) => body)).size);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same plan for shuffled input, in plain data, sorted by domain', async () => {
    await fc.assert(
      fc.asyncProperty(days(4), fc.infiniteStream(fc.nat()), async (looks, numbers) => {
        const forge = memoryForge();
        await live(forge, looks.slice(0, -1));
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, key: numbers.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const targets = looks.at(-1) ?? [];
        const listed = [...forge.issues.values()];
        const plan = planIssues(anInput({ listed, targets, now: day(9) }));
        const shuffled = shuffle(targets).map((target) => ({
          ...target,
          endpoints: shuffle(target.endpoints),
          findings: shuffle(target.findings),
        }));
        expect(planIssues(anInput({ listed: shuffle(listed), targets: shuffled, now: day(9) }))).toEqual(plan);
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
        const domains = plan.actions.map(({ domain }) => domain);
        expect(domains).toEqual([...domains].sort());
      }),
      { numRuns: 50 },
    );
  });

  it('neither opens, closes nor changes anything on inconclusive verdicts', async () => {
    await fc.assert(
      fc.asyncProperty(days(4), fc.integer({ min: 1, max: 5 }), async (looks, silence) => {
        const forge = memoryForge();
        await live(forge, looks);
        const before = contents(copy(forge));
        for (let run = 0; run < silence; run += 1) {
          await track(forge, { targets: DOMAINS.map(inconclusive), now: day(looks.length + run) });
        }
        expect(contents(forge)).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});

/** What people may do on one day: say something, close or reopen the issue, set a label. */
const deed = fc.oneof(
  fc.constantFrom(
    '/xmpp ack',
    '/xmpp promise 2026-11-04',
    '/xmpp promise 2026-11-30',
    '/xmpp promise next-maintenance',
    '/xmpp waive until 2026-11-05 because of @you',
    '/xmpp waive until 2026-12-31 because it rains',
    '/xmpp unwaive',
    '/xmpp retest',
    '/xmpp dance',
    'done.',
  ),
  fc.constantFrom(
    'close completed',
    'close not_planned',
    'close duplicate',
    'reopen',
    'label waived',
    'label acknowledged',
  ),
);

function act(forge: MemoryForge, what: string): void {
  for (const [number, issue] of forge.issues) {
    const [verb, word = ''] = what.split(' ');
    if (what.startsWith('/xmpp') || what === 'done.') {
      const id = forge.said.length + 1;
      const by = { author: 'ann', isBot: false, mayCommand: true, createdAt: forge.now };
      forge.said.push({ id, issue: number, body: what, ...by });
    } else if (verb === 'close' && issue.state === 'open') {
      forge.issues.set(number, { ...issue, state: 'closed', stateReason: word, closedAt: forge.now });
    } else if (verb === 'reopen') {
      forge.issues.set(number, { ...issue, state: 'open' });
    } else if (verb === 'label') {
      forge.issues.set(number, { ...issue, labels: [...issue.labels, `xmpp-tls:${word}`] });
    }
  }
}

describe('whatever people say and do', () => {
  const verdict = fc.constantFrom('plaintext' as const, 'secure' as const, 'inconclusive' as const);
  const story = fc.array(
    fc.record({ verdict, deeds: fc.array(deed, { maxLength: 2 }), after: fc.integer({ min: 1, max: 20 }) }),
    {
      minLength: 1,
      maxLength: 10,
    },
  );

  it('a run that is repeated has nothing left to do, and no comment is made twice', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (days) => {
        const forge = memoryForge();
        let today = 0;
        for (const { verdict: seen, deeds, after } of days) {
          for (const what of deeds) act(forge, what);
          forge.now = day((today += after));
          const over = { targets: [targetWith('a.example', seen)], now: forge.now };
          await track(forge, over);
          const left = (await planFor(forge, over)).actions.filter(({ kind }) => kind !== 'keep');
          expect(left.map(({ because }) => because)).toEqual([]);
        }
        for (const comments of forge.comments.values()) expect(new Set(idsOf(comments)).size).toBe(comments.length);
      }),
      { numRuns: 60 },
    );
  });

  it('inconclusive runs neither open nor close anything', async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.integer({ min: 1, max: 80 }), async (days, silence) => {
        const forge = memoryForge();
        let today = 0;
        for (const { verdict: seen, deeds, after } of days) {
          for (const what of deeds) act(forge, what);
          forge.now = day((today += after));
          await track(forge, { targets: [targetWith('a.example', seen)], now: forge.now });
        }
        const states = () => [...forge.issues.values()].map(({ number, state }) => [number, state]);
        const before = states();
        const writes = forge.writes.length;
        for (let run = 0; run < silence; run += 1) {
          forge.now = day((today += 1));
          await track(forge, { targets: [inconclusive('a.example')], now: forge.now });
        }
        expect(states()).toEqual(before);
        // The outage after a promise, the label, and the one note with its three writes; and a human close as not planned.
        expect(forge.writes.length - writes).toBeLessThanOrEqual(8 * Math.max(1, forge.issues.size));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a run that dies between two writes', () => {
  const tools = { clock: { sleep: async () => undefined }, label: 'xmpp-tls' };

  async function die(forge: MemoryForge, targets: readonly TargetReport[], now: string, survives: number) {
    const plan = await planFor(forge, { targets, now });
    const writer = dyingWriter(forge.writer, survives);
    const listed = [...forge.issues.values()];
    await applyPlan(plan, { reader: forge.reader, writer, listed, ...tools }).catch((error: unknown) => {
      expect(error).toEqual(new Error('the process died'));
    });
  }

  it('ends like one that lives when it is finished', async () => {
    await fc.assert(
      fc.asyncProperty(days(6), fc.nat({ max: 8 }), async (looks, survives) => {
        const alive = memoryForge();
        await live(alive, looks.slice(0, -1));
        const killed = copy(alive);
        const today = { targets: looks.at(-1) ?? [], now: day(looks.length) };
        alive.now = killed.now = today.now;
        await track(alive, today);
        await die(killed, today.targets, today.now, survives);
        await track(killed, today);
        expect(contents(killed)).toEqual(contents(alive));
      }),
      { numRuns: 80 },
    );
  });

  it('leaves nothing twice and nothing undone, whatever is found next', async () => {
    await fc.assert(
      fc.asyncProperty(days(6), days(1), fc.nat({ max: 8 }), async (looks, next, survives) => {
        const forge = memoryForge();
        await live(forge, looks.slice(0, -1));
        await die(forge, looks.at(-1) ?? [], day(looks.length), survives);
        await track(forge, { targets: next[0] ?? [], now: day(looks.length + 1) });
        for (const comments of forge.comments.values()) expect(new Set(idsOf(comments)).size).toBe(comments.length);
        const readings = [...forge.issues.values()].map(({ body }) => readCase(body));
        const open = [...forge.issues.values()].filter(({ state }) => state === 'open');
        expect(readings.filter((reading) => reading.kind !== 'case' || reading.state.pending)).toEqual([]);
        expect(new Set(open.map(({ title }) => title)).size).toBe(open.length);
      }),
      { numRuns: 80 },
    );
  });
});
