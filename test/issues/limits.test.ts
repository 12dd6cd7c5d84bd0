import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { limitPlan, writesOf } from '../../src/issues/limits.js';
import type { ListedIssue } from '../../src/model/case.js';
import type { Action, Plan } from '../../src/model/plan.js';

const open = (domain: string): Action => ({
  kind: 'open',
  domain,
  because: 'plaintext was found',
  draft: { title: domain, body: '', labels: [], assignees: [] },
});
const update = (domain: string, issue: number): Action => ({
  kind: 'update',
  domain,
  because: 'news',
  issue,
  change: { body: 'new' },
});
const refresh = (domain: string, issue: number): Action => ({ ...update(domain, issue), isRoutine: true }) as Action;
const planOf = (...actions: Action[]): Plan => ({ actions, notes: [] });
const listed = (number: number, updatedAt?: string): ListedIssue => ({
  number,
  title: '',
  body: '',
  state: 'open',
  labels: [],
  locked: false,
  url: '',
  trusted: true,
  ...(updatedAt === undefined ? {} : { updatedAt }),
});
const kinds = ({ actions }: Plan): string[] => actions.map(({ kind, domain }) => `${kind} ${domain}`);

describe('what one run may write', () => {
  it('leaves a plan alone that fits', () => {
    const plan = planOf(open('a'), update('b', 1));
    expect(limitPlan(plan, { maxIssueWrites: 2, maxIssueOpens: 1 }, [])).toEqual(plan);
    expect(limitPlan(plan, {}, [])).toEqual(plan);
  });

  it('opens so many issues at most, and says what waits', () => {
    const plan = limitPlan(planOf(open('a'), open('b'), open('c')), { maxIssueOpens: 1 }, []);
    expect(kinds(plan)).toEqual(['open a', 'keep b', 'keep c']);
    expect(plan.actions[1]?.because).toBe('postponed to the next run, since max-issue-opens is 1: plaintext was found');
    expect(plan.notes).toEqual([
      '2 domains are postponed to the next run: at most 1 are opened in one run (max-issue-opens)',
    ]);
  });

  it('writes first to the issues that were written longest ago, and keeps the order of the plan', () => {
    const issues = [listed(1, '2026-11-03T00:00:00.000Z'), listed(2, '2026-11-01T00:00:00.000Z'), listed(3)];
    const plan = planOf(update('a', 1), update('b', 2), update('c', 3));
    expect(kinds(limitPlan(plan, { maxIssueWrites: 2 }, issues))).toEqual(['keep a', 'update b', 'update c']);
  });

  it('goes by the number where no times are known', () => {
    const plan = planOf(update('a', 12), update('b', 3));
    expect(kinds(limitPlan(plan, { maxIssueWrites: 1 }, []))).toEqual(['keep a', 'update b']);
  });

  it('keeps what belongs to one domain together', () => {
    const plan = planOf(update('a', 1), update('a', 4), update('b', 2));
    expect(kinds(limitPlan(plan, { maxIssueWrites: 2 }, []))).toEqual(['update a', 'update a', 'keep b']);
    expect(kinds(limitPlan(plan, { maxIssueWrites: 1 }, []))).toEqual(['update a', 'update a', 'keep b']);
  });

  it('counts what the forge counts: the change, the comment with its settling, and every receipt', () => {
    const comment = { id: 'fixed-1', body: 'Thanks!' };
    const told = { ...update('a', 1), comment, settled: 'settled', receipts: [7, 8] } as Action;
    expect(writesOf(told)).toBe(5);
    expect(kinds(limitPlan(planOf(told, update('b', 2)), { maxIssueWrites: 5 }, []))).toEqual(['update a', 'keep b']);
    expect(kinds(limitPlan(planOf(told, update('b', 2)), { maxIssueWrites: 6 }, []))).toEqual(['update a', 'update b']);
  });

  it('writes what is news to somebody before it refreshes texts, however old those are', () => {
    const issues = [listed(1, '2026-11-01T00:00:00.000Z'), listed(2, '2026-11-03T00:00:00.000Z')];
    const plan = planOf(refresh('a', 1), update('b', 2), open('c'));
    expect(kinds(limitPlan(plan, { maxIssueWrites: 2 }, issues))).toEqual(['keep a', 'update b', 'open c']);
  });

  it('reaches every domain in the end, whatever the limits', () => {
    const domains = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/u), fc.boolean()), {
      selector: ([domain]) => domain,
      maxLength: 30,
    });
    const limit = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(domains, limit, limit, (wanted, maxIssueWrites, maxIssueOpens) => {
        let left = wanted.map(([domain, isNew], index) => (isNew ? open(domain) : update(domain, index + 1)));
        for (let run = 0; left.length > 0; run += 1) {
          expect(run).toBeLessThanOrEqual(wanted.length);
          const { actions } = limitPlan(planOf(...left), { maxIssueWrites, maxIssueOpens }, []);
          const done = actions.filter(({ kind }) => kind !== 'keep').map(({ domain }) => domain);
          expect(done.length).toBeLessThanOrEqual(maxIssueWrites);
          left = left.filter(({ domain }) => !done.includes(domain));
        }
      }),
    );
  });
});
