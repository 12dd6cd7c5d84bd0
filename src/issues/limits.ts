import type { ListedIssue } from '../model/case.js';
import type { TrackingOptions } from '../model/config.js';
import type { Action, Plan } from '../model/plan.js';

type Limits = Pick<TrackingOptions, 'maxIssueWrites' | 'maxIssueOpens'>;

/** All actions of one domain: they build on each other, so they are carried out or postponed together. */
interface Group {
  readonly domain: string;
  /** Writes, as the forge counts them. */
  readonly cost: number;
  readonly opens: boolean;
  /** Nothing but refreshed texts and moved cursors. */
  readonly isRoutine: boolean;
  /** Sorts the one that waited longest first. */
  readonly age: string;
}

/**
 * Keeps a plan within what one run may write. New issues come first, since each is opened only once; then whatever is
 * news to somebody; then what is only refreshed, however many there are of those. Among equals the issues that were
 * written longest ago come first, so that nobody waits for ever. What does not fit stays in the plan as a `keep` that
 * says so; it is decided anew by the next run. Pure.
 */
export function limitPlan(plan: Plan, limits: Limits, listed: readonly ListedIssue[]): Plan {
  const { maxIssueWrites = Infinity, maxIssueOpens = Infinity } = limits;
  const groups = groupsOf(plan, new Map(listed.map((issue) => [issue.number, issue])));
  const tooManyOpens = new Set(
    groups
      .filter(({ opens }) => opens)
      .slice(maxIssueOpens)
      .map(({ domain }) => domain),
  );
  const tooManyWrites = new Set<string>();
  let written = 0;
  for (const { domain, cost } of groups.filter((group) => !tooManyOpens.has(group.domain))) {
    // The first one is carried out whatever it costs, or it would never be.
    if (written > 0 && written + cost > maxIssueWrites) tooManyWrites.add(domain);
    else written += cost;
  }
  const postpone = (action: Action): Action => {
    if (tooManyOpens.has(action.domain)) return postponed(action, `max-issue-opens is ${maxIssueOpens}`);
    if (tooManyWrites.has(action.domain)) return postponed(action, `max-issue-writes is ${maxIssueWrites}`);
    return action;
  };
  const notes = [
    ...noteOn(tooManyOpens, `at most ${maxIssueOpens} are opened in one run (max-issue-opens)`),
    ...noteOn(tooManyWrites, `at most ${maxIssueWrites} are written to in one run (max-issue-writes)`),
  ];
  return { ...plan, actions: plan.actions.map(postpone), notes: [...plan.notes, ...notes] };
}

function groupsOf({ actions }: Plan, issues: ReadonlyMap<number, ListedIssue>): Group[] {
  const writing = actions.filter(({ kind }) => kind !== 'keep');
  const domains = [...new Set(writing.map(({ domain }) => domain))];
  return domains
    .map((domain): Group => {
      const own = writing.filter((action) => action.domain === domain);
      const opens = own.some(({ kind }) => kind === 'open');
      const ages = own.map((action) => ageOf('issue' in action ? action.issue : undefined, issues)).sort();
      const cost = own.reduce((sum, action) => sum + writesOf(action), 0);
      const isRoutine = own.every((action) => 'isRoutine' in action && action.isRoutine === true);
      return { domain, cost, opens, isRoutine, age: ages[0] ?? '' };
    })
    .sort((a, b) => rank(a) - rank(b) || compare(a.age, b.age) || compare(a.domain, b.domain));
}

const rank = ({ opens, isRoutine }: Group): number => (opens ? 0 : isRoutine ? 2 : 1);

/** Requests that an action makes, beside looking. */
export function writesOf(action: Action): number {
  if (action.kind === 'keep') return 0;
  if (action.kind === 'open') return 1;
  const { change, comment, settled, receipts = [], subIssues = [] } = action;
  const changes = [Object.keys(change).length > 0, comment !== undefined, settled !== undefined].filter(Boolean);
  return Math.max(1, changes.length + receipts.length + subIssues.length);
}

/** Time of the last write, then the number, as text that sorts: forges without such times go by the number. */
function ageOf(number: number | undefined, issues: ReadonlyMap<number, ListedIssue>): string {
  if (number === undefined) return '';
  return `${issues.get(number)?.updatedAt ?? ''} ${String(number).padStart(10, '0')}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function postponed(action: Action, limit: string): Action {
  const issue = 'issue' in action && action.issue !== undefined ? { issue: action.issue } : {};
  const because = `postponed to the next run, since ${limit}: ${action.because}`;
  return action.kind === 'keep' ? action : { kind: 'keep', domain: action.domain, because, ...issue };
}

function noteOn(domains: ReadonlySet<string>, why: string): string[] {
  if (domains.size === 0) return [];
  return [`${domains.size === 1 ? '1 domain is' : `${domains.size} domains are`} postponed to the next run: ${why}`];
}
