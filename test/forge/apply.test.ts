import { describe, expect, it } from '@jest/globals';
import { applyPlan, warningsOf } from '../../src/forge/apply.js';
import { ForgeError, type IssueWriter, type ListedIssue } from '../../src/forge/forge.js';
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
  const writer = { ...forge.writer, ...over(forge.writer) };
  const apply = async (plan: Plan, meanwhile: () => void = () => undefined) => {
    const listed = [...forge.issues.values()];
    meanwhile();
    return applyPlan(plan, { reader: forge.reader, writer, clock, listed, label: 'xmpp-tls' });
  };
  return { forge, clock, apply };
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

describe('an issue that somebody else changed during the run', () => {
  const section = (words: string) => `<!-- xmpp-tls-compliance begin -->\n${words}\n<!-- xmpp-tls-compliance end -->`;
  const change = { title: 'ours', body: `Before.\n${section('new')}\n`, labels: ['xmpp-tls', 'xmpp-tls:promised'] };

  async function applyOn(edit: Partial<ListedIssue> | undefined, over: Parameters<typeof update>[1] = {}) {
    const { forge, apply } = setUp();
    const labels = ['xmpp-tls', 'xmpp-tls:open'];
    await forge.writer.create({ title: 't', body: `Before.\n${section('old')}\n`, labels, assignees: [] });
    forge.writes.length = 0;
    const plan = {
      actions: [update(1, { change, ...over }), update(1, { change: { body: section('newer') } })],
      notes: [],
    };
    const [first, second] = await apply(plan, () => {
      const issue = forge.issues.get(1);
      if (edit === undefined) forge.issues.delete(1);
      else if (issue) forge.issues.set(1, { ...issue, ...edit });
    });
    return { first, second, issue: forge.issues.get(1), writes: forge.writes };
  }

  it('keeps what people wrote around our section, their title, and the labels they set', async () => {
    const body = `After a call.\r\n${section('old')}\r\nThanks.`;
    const { first, issue } = await applyOn({ title: 'theirs', body, labels: ['xmpp-tls', 'xmpp-tls:open', 'urgent'] });
    expect(first?.status).toBe('done');
    expect(issue).toMatchObject({
      title: 'theirs',
      body: `After a call.\r\n${section('newer')}\nThanks.`,
      labels: ['xmpp-tls', 'urgent', 'xmpp-tls:promised'],
    });
  });

  it.each([
    ['our section', { body: section('edited') }],
    ['the state', { state: 'closed' as const }],
  ])('is left alone, comment and all, when %s changed, and so is what builds on it', async (_, edit) => {
    const { first, second, writes } = await applyOn(edit, { comment, settled: 's' });
    expect([first, second]).toMatchObject([
      { status: 'skipped', issue: 1, note: expect.stringContaining('somebody else') },
      { status: 'skipped' },
    ]);
    expect(writes).toEqual([]);
  });

  it('is not written to when it is gone', async () => {
    const { first, writes } = await applyOn(undefined);
    expect(first).toMatchObject({ status: 'skipped', note: expect.stringContaining('deleted or moved') });
    expect(writes).toEqual([]);
  });

  it('keeps a date that people set', async () => {
    const { issue } = await applyOn({ dueOn: '2027-01-01' }, { change: { ...change, dueOn: '2026-12-01' } });
    expect(issue?.dueOn).toBe('2027-01-01');
    const untouched = await applyOn({}, { change: { ...change, dueOn: '2026-12-01' } });
    expect(untouched.issue?.dueOn).toBe('2026-12-01');
  });

  it('is finished by the next run when it changed between a change and its comment', async () => {
    const { forge, apply } = setUp(({ comment: post }) => ({
      comment: async (number, body) => {
        await post(number, body);
        const issue = forge.issues.get(1);
        if (issue) forge.issues.set(1, { ...issue, body: section('edited') });
      },
    }));
    await forge.writer.create({ title: 't', body: section('old'), labels: ['xmpp-tls'], assignees: [] });
    const action = update(1, { change: { body: section('pending') }, comment, settled: section('settled') });
    const [applied] = await apply({ actions: [action], notes: [] });
    expect(applied).toMatchObject({ status: 'done', note: expect.stringContaining('the next run') });
    expect(forge.issues.get(1)?.body).toBe(section('edited'));
  });
});

describe('two runs at the same time', () => {
  it('make one comment where they decided the same', async () => {
    const { forge, apply } = setUp();
    await forge.writer.create({ title: 't', body: 'b', labels: ['xmpp-tls'], assignees: [] });
    forge.comments.set(1, [comment.body]);
    await apply({ actions: [update(1, { change: {}, comment, settled: 'b' })], notes: [] });
    expect(forge.comments.get(1)).toEqual([comment.body]);
  });

  it('leave the comment to the one whose change was the last', async () => {
    const { forge, apply } = setUp(({ change }) => ({
      change: async (issue, what) => {
        await change(issue, what);
        await change(issue, { body: 'of another run' });
      },
    }));
    await forge.writer.create({ title: 't', body: 'b', labels: ['xmpp-tls'], assignees: [] });
    const [applied] = await apply({ actions: [update(1, { comment, settled: 'settled' })], notes: [] });
    expect(applied).toMatchObject({ status: 'done', note: expect.stringContaining('another run') });
    expect(forge.comments.size).toBe(0);
    expect(forge.issues.get(1)?.body).toBe('of another run');
  });
});

describe('an action that takes something away', () => {
  it('is not carried out where what has to come before failed', async () => {
    const { forge, apply } = setUp(({ change }) => ({
      change: (issue, what) => (issue === 1 ? Promise.reject(refused()) : change(issue, what)),
    }));
    for (let number = 0; number < 2; number += 1) {
      await forge.writer.create({ title: 't', body: 'b', labels: ['xmpp-tls'], assignees: [] });
    }
    const applied = await apply({ actions: [update(1), update(2, { after: 1 })], notes: [] });
    expect(applied.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(forge.issues.get(2)?.body).toBe('b');
  });
});

describe('sub-issues', () => {
  const plan: Plan = { actions: [update(1, { subIssues: [2, 3] })], notes: [] };
  const opened = async (over: Parameters<typeof setUp>[0]) => {
    const { forge, apply } = setUp(over);
    await forge.writer.create({ title: 't', body: 'b', labels: ['xmpp-tls'], assignees: [] });
    return { forge, applied: await apply(plan) };
  };

  it('are not remembered before they are there: where one may yet succeed, the text is not written', async () => {
    for (const error of [lost(), refused({ status: 502 }), refused({ status: 403, stops: true })]) {
      const { forge, applied } = await opened(() => ({ addSubIssue: () => Promise.reject(error) }));
      expect(applied).toMatchObject([{ status: 'failed' }]);
      expect(forge.issues.get(1)?.body).toBe('b');
    }
  });

  it('that are refused for good are told once, and remembered', async () => {
    const { forge, applied } = await opened(() => ({ addSubIssue: () => Promise.reject(refused({ status: 404 })) }));
    expect(applied).toMatchObject([{ status: 'done', note: 'It was refused. Ask nicely.' }]);
    expect(forge.issues.get(1)?.body).toBe('new');
  });
});

describe('receipts', () => {
  it('are given after the change, and a refused one spoils nothing', async () => {
    const { forge, apply } = setUp(({ react }) => ({
      react: (id) => (id === 5 ? Promise.reject(refused({ status: 403 })) : react(id)),
    }));
    await forge.writer.create({ title: 't', body: 'b', labels: ['xmpp-tls'], assignees: [] });
    const [applied] = await apply({ actions: [update(1, { receipts: [5, 6] })], notes: [] });
    expect(applied).toMatchObject({ status: 'done', note: 'It was refused. Ask nicely.' });
    expect(forge.writes).toEqual(['create', 'change 1', 'react 6']);
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

  it('makes no twin where the list lags behind', async () => {
    const { forge, clock, apply } = setUp(({ create }) => ({
      create: async (draft) => {
        await create(draft);
        throw lost();
      },
    }));
    let looked = 0;
    const { listManaged } = forge.reader;
    Object.assign(forge.reader, {
      listManaged: async (label: string) => ((looked += 1) < 3 ? [] : listManaged(label)),
    });
    expect(await apply(openPlan('a.example'))).toMatchObject([{ status: 'done', issue: 1 }]);
    expect({ writes: forge.writes, slept: clock.slept }).toEqual({ writes: ['create'], slept: [2000, 4000, 8000] });
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
