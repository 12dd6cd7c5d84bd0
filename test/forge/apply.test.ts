import { describe, expect, it } from '@jest/globals';
import { applyPlan, warningsOf } from '../../src/forge/apply.js';
import { ForgeError, type IssueWriter } from '../../src/forge/forge.js';
import { planIssues } from '../../src/issues/plan.js';
import type { Action, Plan } from '../../src/model/plan.js';
import { anInput, plaintext } from '../issues/builders.js';
import { memoryForge } from './memory-forge.js';
import { testClock } from './test-clock.js';

const refused = (over: Partial<ConstructorParameters<typeof ForgeError>[1]> = {}) =>
  new ForgeError('It was refused.', { outcome: 'refused', hint: 'Ask nicely.', ...over });
const lost = () => new ForgeError('No answer.', { outcome: 'lost' });

const openPlan = (...domains: string[]): Plan => planIssues(anInput({ targets: domains.map(plaintext) }));

const update = (issue: number, over: Partial<Extract<Action, { readonly issue: number }>> = {}): Action => ({
  kind: 'update',
  domain: `d${issue}.example`,
  because: 'a test',
  issue,
  change: { body: 'new' },
  ...over,
});
const comment = { id: 'fixed-1', body: 'Thanks!\n\n<!-- xmpp-tls-compliance comment=fixed-1 -->' };

function setUp(over: (writer: IssueWriter) => Partial<IssueWriter> = () => ({})) {
  const forge = memoryForge();
  const clock = testClock();
  const tools = { reader: forge.reader, writer: { ...forge.writer, ...over(forge.writer) }, clock, label: 'xmpp-tls' };
  return { forge, clock, apply: (plan: Plan) => applyPlan(plan, tools) };
}

describe('applying a plan', () => {
  it('reports every action in the order of the plan', async () => {
    const { apply } = setUp();
    const applied = await apply(openPlan('b.example', 'a.example'));
    expect(applied.map(({ action, status, issue, url }) => [action.domain, status, issue, url])).toEqual([
      ['a.example', 'done', 1, 'memory:1'],
      ['b.example', 'done', 2, 'memory:2'],
    ]);
    expect(warningsOf(applied)).toEqual([]);
  });

  it('writes nothing for what is kept', async () => {
    const { forge, apply } = setUp();
    const applied = await apply({
      actions: [{ kind: 'keep', domain: 'a.example', because: 'calm', issue: 3 }],
      notes: [],
    });
    expect(applied).toMatchObject([{ status: 'done', issue: 3 }]);
    expect(forge.writes).toEqual([]);
  });

  it('does not let one failure hide the others', async () => {
    const { forge, apply } = setUp(({ create }) => ({
      create: (draft) => (draft.domain === 'a.example' ? Promise.reject(refused()) : create(draft)),
    }));
    const applied = await apply(openPlan('a.example', 'b.example'));
    expect(applied.map(({ status }) => status)).toEqual(['failed', 'done']);
    expect(applied[0]?.error).toBe('It was refused. Ask nicely.');
    expect(forge.issues.size).toBe(1);
  });

  it('stops writing when every write would be refused, with one sentence', async () => {
    let asked = 0;
    const { apply } = setUp(() => ({
      create: () => {
        asked += 1;
        return Promise.reject(refused({ status: 403, stops: true }));
      },
    }));
    const applied = await apply(openPlan('a.example', 'b.example', 'c.example'));
    expect(asked).toBe(1);
    expect(applied.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
    expect(warningsOf(applied)).toEqual(['It was refused. Ask nicely.']);
  });

  it('opens nothing without its label, but goes on with what has one', async () => {
    const { forge, apply } = setUp(() => ({ ensureLabel: () => Promise.reject(refused()) }));
    await forge.writer.create({ title: 't', body: 'b', labels: ['xmpp-tls'], assignees: [] });
    const plan = openPlan('a.example');
    const applied = await apply({ ...plan, actions: [...plan.actions, update(1)] });
    expect(applied.map(({ status }) => status)).toEqual(['failed', 'done']);
    expect(forge.issues.size).toBe(1);
  });

  it('does not go on with an issue on which an earlier step failed', async () => {
    const { forge, apply } = setUp(({ comment: post }) => ({
      comment: (issue, body) => (issue === 1 ? Promise.reject(refused()) : post(issue, body)),
    }));
    for (let number = 0; number < 2; number += 1) {
      await forge.writer.create({ title: 't', body: 'b', labels: ['xmpp-tls'], assignees: [] });
    }
    const steps = [1, 2].flatMap((issue) => [update(issue, { change: {}, comment, settled: 's' }), update(issue)]);
    const applied = await apply({ actions: steps, notes: [] });
    expect(applied.map(({ status }) => status)).toEqual(['failed', 'failed', 'done', 'done']);
    expect(forge.issues.get(1)?.body).toBe('b');
    expect(forge.issues.get(2)?.body).toBe('new');
  });

  it('passes a bug on', async () => {
    const { apply } = setUp(() => ({ create: () => Promise.reject(new TypeError('a bug')) }));
    await expect(apply(openPlan('a.example'))).rejects.toThrow(TypeError);
  });

  it('passes the note of a forge on', async () => {
    const { apply } = setUp(() => ({ create: () => Promise.resolve({ number: 1, url: 'u', note: 'without ann' }) }));
    expect(warningsOf(await apply(openPlan('a.example')))).toEqual(['without ann']);
  });
});

describe('an answer that was lost', () => {
  it('makes no twin of an issue that was created', async () => {
    const { forge, clock, apply } = setUp(({ create }) => ({
      create: async (draft) => {
        await create(draft);
        throw lost();
      },
    }));
    const [applied] = await apply(openPlan('a.example'));
    expect(applied).toMatchObject({ status: 'done', issue: 1, url: 'memory:1' });
    expect(forge.writes).toEqual(['create']);
    expect(clock.slept).toEqual([2000]);
  });

  it('is followed by another try when nothing was created, a bounded number of times', async () => {
    let asked = 0;
    const { apply } = setUp(({ create }) => ({
      create: (draft) => {
        asked += 1;
        return asked < 3 ? Promise.reject(lost()) : create(draft);
      },
    }));
    expect(await apply(openPlan('a.example'))).toMatchObject([{ status: 'done', issue: 1 }]);
    asked = -10;
    expect(await apply(openPlan('b.example'))).toMatchObject([{ status: 'failed', error: 'No answer.' }]);
    expect(asked).toBe(-7);
  });

  it('adopts only a trusted issue with exactly this state', async () => {
    const { forge, apply } = setUp(() => ({ create: () => Promise.reject(lost()) }));
    const plan = openPlan('a.example');
    const [action] = plan.actions;
    if (action?.kind !== 'open') throw new Error('Nothing is opened.');
    const { number } = await forge.writer.create(action.draft);
    const issue = forge.issues.get(number);
    if (issue) forge.issues.set(number, { ...issue, trusted: false });
    expect(await apply(plan)).toMatchObject([{ status: 'failed' }]);
  });

  it('makes no second comment of one that was posted', async () => {
    const { forge, apply } = setUp(({ comment: post }) => ({
      comment: async (issue, body) => {
        await post(issue, body);
        throw lost();
      },
    }));
    await forge.writer.create({ title: 't', body: 'b', labels: ['xmpp-tls'], assignees: [] });
    const plan = { actions: [update(1, { comment, settled: 'settled' })], notes: [] };
    expect(await apply(plan)).toMatchObject([{ status: 'done' }]);
    expect(forge.comments.get(1)).toEqual([comment.body]);
    expect(forge.issues.get(1)?.body).toBe('settled');
  });
});
