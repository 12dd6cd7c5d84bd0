import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCase } from '../../src/issues/marker.js';
import { planIssues } from '../../src/issues/plan.js';
import type { TargetReport } from '../../src/model/report.js';
import type { ListedIssue } from '../../src/forge/forge.js';
import type { VerdictName } from '../../src/model/verdict.js';
import { dyingWriter, type MemoryForge, memoryForge } from '../forge/memory-forge.js';
import { aTarget, anInput, day, inconclusive, targetWith } from './builders.js';
import { planFor, track, type TestRun } from './track.js';

const DOMAINS = ['a.example', 'b.example'];

/** More of them with `PROPERTY_RUNS=100`: so many times the usual number. */
const RUNS = 60 * Number(process.env['PROPERTY_RUNS'] ?? 1);

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
  twin.capabilities = forge.capabilities;
  twin.said.push(...forge.said);
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
      { numRuns: RUNS },
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
      { numRuns: RUNS },
    );
  });

  it('neither opens, closes nor changes anything on inconclusive verdicts', async () => {
    await fc.assert(
      // After a week it would be written down that comments were read.
      fc.asyncProperty(days(4), fc.integer({ min: 1, max: 3 }), async (looks, silence) => {
        const forge = memoryForge();
        await live(forge, looks);
        const before = contents(copy(forge));
        for (let run = 0; run < silence; run += 1) {
          await track(forge, { targets: DOMAINS.map(inconclusive), now: day(looks.length + run) });
        }
        expect(contents(forge)).toEqual(before);
      }),
      { numRuns: RUNS },
    );
  });
});

/** What people may do on one day, to every issue there is: `!` marks words of those who may not command. */
const deed = fc.constantFrom(
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
  '!/xmpp retest',
  '!/xmpp ack',
  'close completed',
  'close not_planned',
  'close duplicate',
  'reopen',
  'label waived',
  'label acknowledged',
  'unlabel',
  'due 2026-12-20',
  'due 2026-11-20',
  'nodue',
  'lock',
  'unlock',
  'twin',
  'damage',
);

/** Comments are numbered in the whole repository, or within each issue as in a folder. */
function act(forge: MemoryForge, what: string, perIssue: boolean): void {
  for (const [number, issue] of [...forge.issues]) {
    const [verb = '', word = ''] = what.split(' ');
    const change = (over: Partial<ListedIssue>) => forge.issues.set(number, { ...issue, ...over });
    const { dueOn, closedAt, ...rest } = issue;
    const reason = forge.capabilities.closeReasons ? { stateReason: word } : {};
    if (what.includes('/xmpp') || what === 'done.') {
      const id = perIssue ? number * 1000 + forge.said.length : forge.said.length + 1;
      const by = { author: 'ann', isBot: false, mayCommand: !what.startsWith('!'), createdAt: forge.now };
      forge.said.push({ id, issue: number, body: what.replace('!', ''), ...by });
    } else if (verb === 'close' && issue.state === 'open') {
      change({ state: 'closed', closedAt: forge.now, ...reason });
    } else if (verb === 'reopen') forge.issues.set(number, { ...rest, ...(dueOn ? { dueOn } : {}), state: 'open' });
    else if (verb === 'label') change({ labels: [...new Set([...issue.labels, `xmpp-tls:${word}`])] });
    else if (verb === 'unlabel') change({ labels: ['xmpp-tls'] });
    else if (verb === 'due') change({ dueOn: word });
    else if (verb === 'nodue') forge.issues.set(number, { ...rest, ...(closedAt ? { closedAt } : {}) });
    else if (verb.endsWith('lock')) change({ locked: verb === 'lock' });
    else if (verb === 'damage') change({ body: issue.body.replace(/case=v1 .{200}/u, '$& ') });
    else if (verb === 'twin' && issue.state === 'open' && forge.issues.size < 4) {
      const next = Math.max(...forge.issues.keys()) + 1;
      forge.issues.set(next, { ...issue, number: next });
      return;
    }
  }
}

type Seen = VerdictName | 'waived' | 'removed';
const verdict = fc.constantFrom<Seen>(
  'plaintext',
  'plaintext',
  'plaintext',
  'secure',
  'inconclusive',
  'not-offered',
  'waived',
  'removed',
);
const configured = fc.constantFrom<Partial<TargetReport>>(
  {},
  {},
  {},
  { promise: '2026-11-25' },
  { promise: '2026-10-25' },
  { promise: 'next-maintenance' },
  { contacted: '2026-11-02' },
);
const story = fc.array(
  fc.record({
    seen: verdict,
    configured,
    deeds: fc.array(deed, { maxLength: 3 }),
    after: fc.integer({ min: 1, max: 20 }),
  }),
  { minLength: 1, maxLength: 9 },
);
type Story = typeof story extends fc.Arbitrary<infer Told> ? Told : never;

/** Forges as they differ: GitHub, Forgejo and a folder. */
const forges = fc.constantFrom(
  { closeReasons: true, closers: true, dueDates: false, subIssues: true, atomicLabels: true, reactions: true },
  { closeReasons: false, closers: false, dueDates: true, subIssues: false, atomicLabels: false, reactions: true },
  { closeReasons: true, closers: false, dueDates: true, subIssues: false, atomicLabels: true, reactions: false },
);
type Capabilities = MemoryForge['capabilities'];

const TRACKING = { silenceDays: 30, closeAfterHours: 1 };

function targetsOf(seen: Seen, more: Partial<TargetReport>): TargetReport[] {
  if (seen === 'removed') return [];
  const target = targetWith('a.example', seen === 'waived' ? 'plaintext' : seen);
  return [{ ...target, waived: seen === 'waived', ...more }];
}

/** Lives through a story, and calls `check` after the run of every day. */
async function tell(
  capabilities: Capabilities,
  told: Story,
  check: (forge: MemoryForge, run: TestRun) => Promise<void> = async () => undefined,
): Promise<{ forge: MemoryForge; today: number }> {
  const forge = memoryForge();
  forge.capabilities = capabilities;
  let today = 0;
  for (const { seen, configured: more, deeds, after } of told) {
    for (const what of deeds) act(forge, what, !capabilities.reactions);
    forge.now = day((today += after));
    const run = { targets: targetsOf(seen, more), now: forge.now, tracking: TRACKING };
    await track(forge, run);
    await check(forge, run);
  }
  return { forge, today };
}

const openIssues = ({ issues }: MemoryForge) => [...issues.values()].filter(({ state }) => state === 'open');

describe('whatever people say and do, and the configuration says', () => {
  it('a run that is repeated has nothing left to do, no comment is made twice, and one issue is open at most', async () => {
    await fc.assert(
      fc.asyncProperty(forges, story, async (capabilities, told) => {
        const { forge } = await tell(capabilities, told, async (after, run) => {
          const left = (await planFor(after, run)).actions.filter(({ kind }) => kind !== 'keep');
          expect(left.map(({ because }) => because)).toEqual([]);
          if (run.targets?.[0]?.verdict === 'plaintext') expect(openIssues(after).length).toBeLessThanOrEqual(1);
        });
        for (const comments of forge.comments.values()) expect(new Set(idsOf(comments)).size).toBe(comments.length);
      }),
      { numRuns: RUNS },
    );
  });

  it('inconclusive runs neither open nor close anything', async () => {
    await fc.assert(
      fc.asyncProperty(forges, story, fc.integer({ min: 1, max: 80 }), async (capabilities, told, silence) => {
        const { forge, ...last } = await tell(capabilities, told);
        const states = () => [...forge.issues.values()].map(({ number, state }) => [number, state]);
        // Of two open issues one is closed as what it is, a duplicate, whatever is found.
        fc.pre(openIssues(forge).length <= 1);
        const before = states();
        const writes = forge.writes.length;
        for (let run = 1; run <= silence; run += 1) {
          forge.now = day(last.today + run);
          await track(forge, { targets: [inconclusive('a.example')], now: forge.now });
        }
        expect(states()).toEqual(before);
        // The outage after a promise, the label, and the one note with its three writes; and a human close as not planned.
        // Once a week it is written down that comments were read.
        const most = 8 + Math.ceil(silence / 7);
        expect(forge.writes.length - writes).toBeLessThanOrEqual(most * Math.max(1, forge.issues.size));
      }),
      { numRuns: RUNS },
    );
  });

  it('nobody is nagged: on 200 nights of the same plaintext there are few comments', async () => {
    await fc.assert(
      fc.asyncProperty(forges, story, async (capabilities, told) => {
        const { forge, today } = await tell(capabilities, told);
        const count = () => [...forge.comments.values()].flat().length;
        const before = count();
        for (let night = 1; night <= 200; night += 1) {
          forge.now = day(today + night);
          await track(forge, { targets: [targetWith('a.example', 'plaintext')], now: forge.now, tracking: TRACKING });
        }
        // A date that was missed with its six reminders, the end of a waiver, a closed claim, a silence or two.
        expect(count() - before).toBeLessThanOrEqual(12);
      }),
      { numRuns: Math.ceil(RUNS / 6) },
    );
  });

  it('nobody is nagged: whatever comes and goes among the endpoints, it is told once a week at most', async () => {
    const endpoint = (verdicts: readonly ('plaintext' | 'secure' | 'inconclusive')[]) => fc.constantFrom(...verdicts);
    const nights = fc.array(
      fc.tuple(
        endpoint(['plaintext']),
        endpoint(['plaintext', 'secure']),
        endpoint(['plaintext', 'secure', 'inconclusive']),
      ),
      { minLength: 10, maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(nights, async (looks) => {
        const forge = memoryForge();
        await live(
          forge,
          looks.map((look) => [
            aTarget(
              'a.example',
              look.map((seen, index) => ({ host: `${index}.a.example`, verdict: seen })),
            ),
          ]),
        );
        expect(forge.comments.get(1)?.length ?? 0).toBeLessThanOrEqual(Math.ceil(looks.length / 7));
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });
});

describe('a run that dies between two writes', () => {
  async function die(forge: MemoryForge, targets: readonly TargetReport[], now: string, survives: number) {
    const writer = dyingWriter(forge.writer, survives);
    await track({ reader: forge.reader, writer }, { targets, now }).catch((error: unknown) => {
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
      { numRuns: RUNS },
    );
  });

  const endOf = ({ issues, comments }: MemoryForge) => ({
    issues: [...issues.values()].map(({ number, state, labels, dueOn, body }) => {
      const reading = readCase(body);
      // How far duplicates were heard is forgotten once they are closed, which may have been in the run that died.
      const kept = reading.kind === 'case' ? { ...reading.state, heardBeside: undefined } : reading.kind;
      return { number, state, labels: [...labels].sort(), dueOn, kept };
    }),
    comments: [...comments].map(([number, said]) => [number, said]),
  });

  it('ends like one that lives, whatever people said and did before it', async () => {
    await fc.assert(
      fc.asyncProperty(forges, story, fc.nat({ max: 9 }), async (capabilities, told, survives) => {
        const last = told.at(-1);
        if (last === undefined) return;
        const { forge: alive, today } = await tell(capabilities, told.slice(0, -1));
        for (const what of last.deeds) act(alive, what, !capabilities.reactions);
        const killed = copy(alive);
        alive.now = killed.now = day(today + last.after);
        const run = { targets: targetsOf(last.seen, last.configured), now: alive.now, tracking: TRACKING };
        await track(alive, run);
        const writer = dyingWriter(killed.writer, survives, capabilities.atomicLabels);
        await track({ reader: killed.reader, writer }, run).catch((error: unknown) => {
          expect(error).toEqual(new Error('the process died'));
        });
        await track(killed, run);
        expect(endOf(killed)).toEqual(endOf(alive));
      }),
      { numRuns: RUNS },
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
      { numRuns: RUNS },
    );
  });
});
