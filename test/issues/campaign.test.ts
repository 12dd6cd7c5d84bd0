import { describe, expect, it } from '@jest/globals';
import { renderCampaign } from '../../src/issues/campaign-text.js';
import type { CaseState } from '../../src/model/case.js';
import type { Plan } from '../../src/model/plan.js';
import type { TargetReport } from '../../src/model/report.js';
import { openForge } from '../../src/forge/open.js';
import { dyingWriter, memoryForge } from '../forge/memory-forge.js';
import { testClock } from '../forge/test-clock.js';
import { startFakeGitHub } from '../support/fake-github.js';
import { day, plaintext, secure } from './builders.js';
import { type Forge, track } from './track.js';
import { aWorld } from './world.js';

/** One run with a campaign. Gives back its plan. */
const run = (forge: Forge, targets: TargetReport[], at: number, maxIssueWrites?: number): Promise<Plan> =>
  track(forge, {
    targets,
    now: day(at),
    tracking: { campaign: true, ...(maxIssueWrites === undefined ? {} : { maxIssueWrites }) },
  });

const ofCampaign = ({ actions }: Plan) => actions.filter(({ domain }) => domain === 'campaign');
const kindsOf = (plan: Plan) => ofCampaign(plan).map(({ kind }) => kind);

describe('the overview of a campaign', () => {
  it('is not opened where there is nothing to tell', async () => {
    expect(kindsOf(await run(memoryForge(), [secure('a.example')], 0))).toEqual([]);
  });

  it('follows the cases to their end, and is quiet when none of them changes', async () => {
    const forge = memoryForge();
    const both = [plaintext('a.example'), plaintext('b.example')];
    expect(kindsOf(await run(forge, both, 0))).toEqual(['open']);
    const number = 3;
    expect(forge.issues.get(number)?.body).toContain('**Repaired: 0 of 2 domains.**');
    // Only now the new issues have numbers.
    expect(kindsOf(await run(forge, both, 1))).toEqual(['update']);
    expect(forge.issues.get(number)?.body).toContain('| `a.example` | 2026-11-01 | not answered yet |  | #1 |');
    const written = forge.writes.length;
    expect(kindsOf(await run(forge, both, 2))).toEqual(['keep']);
    expect(forge.writes).toHaveLength(written);
    await run(forge, [secure('a.example'), plaintext('b.example')], 3);
    await run(forge, [secure('a.example'), plaintext('b.example')], 4);
    const body = forge.issues.get(number)?.body ?? '';
    expect(body).toContain('**Repaired: 1 of 2 domains.**');
    expect(body).toContain('| `a.example` | 2026-11-01 | 2026-11-04 | 3 days | #1 |');
    expect(kindsOf(await run(forge, [secure('a.example'), plaintext('b.example')], 5))).toEqual(['keep']);
  });

  it('is no case and nothing to wonder about', async () => {
    const forge = memoryForge();
    await run(forge, [plaintext('a.example')], 0);
    const plan = await run(forge, [plaintext('a.example')], 1);
    expect(plan.notes).toEqual([]);
  });

  it('keeps what people write around it, and stays closed when they close it', async () => {
    const forge = memoryForge();
    await run(forge, [plaintext('a.example')], 0);
    const issue = forge.issues.get(2);
    if (issue) forge.issues.set(2, { ...issue, body: `Our goal: all by May.\n\n${issue.body}` });
    await run(forge, [plaintext('a.example')], 1);
    expect(forge.issues.get(2)?.body).toMatch(/^Our goal: all by May\.\n\n<!-- .* begin -->[^]*#1/u);
    await forge.writer.change(2, { state: 'closed' });
    expect(kindsOf(await run(forge, [plaintext('a.example'), plaintext('b.example')], 2))).toEqual([]);
  });

  it('is one again after two runs opened one each', async () => {
    const forge = memoryForge();
    await run(forge, [plaintext('a.example')], 0);
    const twin = forge.issues.get(2);
    if (twin) forge.issues.set(3, { ...twin, number: 3 });
    await run(forge, [plaintext('a.example')], 1);
    expect(forge.issues.get(2)?.state).toBe('open');
    expect(forge.issues.get(3)).toMatchObject({ state: 'closed', stateReason: 'duplicate' });
  });

  it('believes nobody who may not write', async () => {
    const forge = memoryForge();
    await run(forge, [plaintext('a.example')], 0);
    const issue = forge.issues.get(2);
    if (issue) forge.issues.set(2, { ...issue, trusted: false });
    expect(kindsOf(await run(forge, [plaintext('a.example')], 1))).toEqual(['open']);
  });

  it('has the issues of the domains below it on GitHub, and does without where that is refused', async () => {
    for (const subIssues of [true, false]) {
      const fake = await startFakeGitHub({ subIssues });
      const { reader, writer } = openForge(
        'github',
        { token: 't', repository: fake.repository, apiUrl: fake.url, clock: testClock() },
        true,
      );
      if (!writer) throw new Error('The forge was not opened for writing.');
      await run({ reader, writer }, [plaintext('a.example'), plaintext('b.example')], 0);
      await run({ reader, writer }, [plaintext('a.example'), plaintext('b.example')], 1);
      expect(fake.subIssues.get(3)).toEqual(subIssues ? [1001, 1002] : undefined);
      const writes = fake.writes().length;
      await run({ reader, writer }, [plaintext('a.example'), plaintext('b.example')], 2);
      expect(fake.writes()).toHaveLength(writes);
      await fake.close();
    }
  });
});

describe('the issues below an overview', () => {
  it('come there although a run died over them, and when the campaign begins after the cases', async () => {
    const forge = memoryForge();
    const targets = [plaintext('a.example'), plaintext('b.example')];
    await track(forge, { targets, now: day(0) });
    await run(forge, targets, 1);
    await run({ reader: forge.reader, writer: dyingWriter(forge.writer, 1) }, targets, 2).catch(() => undefined);
    expect(forge.writes.slice(-1)).toEqual(['below 3 1']);
    await run(forge, targets, 3);
    expect(forge.writes.slice(-3)).toEqual(['below 3 1', 'below 3 2', 'change 3']);
    const written = forge.writes.length;
    await run(forge, targets, 4);
    expect(forge.writes).toHaveLength(written);
  });

  it('come there over several runs, since each is a write as well', async () => {
    const forge = memoryForge();
    const targets = ['a', 'b', 'c', 'd', 'e'].map((name) => plaintext(`${name}.example`));
    const below = async (at: number, maxIssueWrites: number): Promise<readonly number[]> => {
      const plan = await run(forge, targets, at, maxIssueWrites);
      return ofCampaign(plan).flatMap((action) => ('subIssues' in action ? (action.subIssues ?? []) : []));
    };
    await run(forge, targets, 0);
    expect(await below(1, 3)).toEqual([1, 2]);
    expect(await below(2, 0)).toEqual([]);
    expect(await below(3, 1)).toEqual([]);
    expect(await below(4, 40)).toEqual([3, 4, 5]);
    expect(await below(5, 40)).toEqual([]);
  });
});

describe('its text', () => {
  const aState = (domain: string, over: Partial<CaseState> = {}): CaseState => ({
    version: 1,
    domain,
    phase: 'open',
    firstSeenAt: day(0),
    lastPlaintextAt: day(0),
    streak: 0,
    regressions: 0,
    evidence: '0123456789abcdef',
    ...over,
  });
  const promise = { due: '2026-12-01', by: 'ann', on: '2026-11-01' };

  it('counts promises that were kept, broken and are running', () => {
    const text = renderCampaign(
      [
        aState('kept.example', { phase: 'fixed', fixedAt: day(9), promises: 1, kept: 1, promise }),
        aState('late.example', { phase: 'fixed', fixedAt: day(9), promises: 2, slips: 1, broken: 1, promise }),
        aState('overdue.example', { phase: 'overdue', promises: 1, broken: 1, overdueSince: day(5), promise }),
        aState('running.example', { phase: 'promised', promises: 1, promise }),
      ].map((state) => ({ state })),
    );
    expect(text).toContain('Promises: 1 kept, 2 broken, 1 running.');
    expect(text).toContain('| `running.example` | 2026-11-01 | promised | 2026-12-01 |  |');
  });

  it('goes on counting them when a domain falls back', async () => {
    const world = aWorld();
    const line = () => /^Promises: .*$/mu.exec(renderCampaign([{ state: world.state() }]))?.[0];
    const promise2 = async (due: string) => {
      world.say(`/xmpp promise ${due}`);
      await world.look('plaintext');
    };
    await world.look('plaintext');
    await promise2('2026-12-01');
    await world.look('secure', 2);
    expect(line()).toBe('Promises: 1 kept, 0 broken, 0 running.');
    await world.look('plaintext');
    expect(line()).toBe('Promises: 1 kept, 0 broken, 0 running.');
    await promise2('2026-11-08');
    await world.look('plaintext', 4);
    expect(line()).toBe('Promises: 1 kept, 1 broken, 0 running.');
    await promise2('2026-12-20');
    await world.look('secure', 2);
    expect(line()).toBe('Promises: 2 kept, 1 broken, 0 running.');
  });

  it('puts the longest open and the fastest repaired first, whatever order the cases come in', () => {
    const cases = [
      aState('new.example', { firstSeenAt: day(5) }),
      aState('old.example'),
      aState('slow.example', { phase: 'fixed', fixedAt: day(30) }),
      aState('fast.example', { phase: 'fixed', fixedAt: day(2) }),
    ].map((state, index) => ({ state, issue: index + 1 }));
    const text = renderCampaign(cases);
    expect(renderCampaign([...cases].reverse())).toBe(text);
    expect([...text.matchAll(/^\| `([a-z]+)\.example`/gmu)].map(([, name]) => name)).toEqual([
      'old',
      'new',
      'fast',
      'slow',
    ]);
  });

  it('says how many rows are missing in a crowd, and stays within one issue', () => {
    const cases = Array.from({ length: 400 }, (_, index) => ({
      state: aState(`${index}.${'x'.repeat(245)}`, index % 2 === 0 ? { promise } : { phase: 'fixed', fixedAt: day(1) }),
      issue: index + 1,
    }));
    const text = renderCampaign(cases);
    expect(text).toContain('And 50 more.');
    expect(text.length).toBeLessThan(60_000);
  });
});
