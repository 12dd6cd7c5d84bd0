import type { CaseState, ListedIssue } from '../model/case.js';
import type { Action, IssueDraft, Plan } from '../model/plan.js';
import { SECTION_BEGIN, SECTION_END, findSection } from '../model/section.js';
import { type CampaignCase, renderCampaign } from './campaign-text.js';
import { digest } from './digest.js';
import { labelDrafts } from './labels.js';
import { writesOf } from './limits.js';
import { readRoster } from './roster.js';

export interface CampaignInput {
  /** Every issue with the managed label, the overview among them. */
  readonly listed: readonly ListedIssue[];
  readonly labelPrefix: string;
  /** Whether the forge can put issues below the overview. */
  readonly subIssues: boolean;
  /** What one run may write; the overview takes part in that. No limit where absent. */
  readonly maxIssueWrites?: number;
}

/** Stands where a plan names a domain. */
const NAME = 'campaign';
const TITLE = 'TLS on our XMPP domains: progress';
const MARKER = /^<!-- xmpp-tls-compliance campaign=v1 ([0-9a-f]{16})((?:-\d+)*) -->\r?$/u;
/** GitHub takes no more below one issue. */
const MOST_SUB_ISSUES = 100;
/** A new issue has no number before it is opened; it stands behind all that have. */
const NO_NUMBER = Number.MAX_SAFE_INTEGER;

/** What an overview remembers: a digest of its text, and the issues that were put below it. */
interface Memory {
  readonly digest: string;
  readonly below: readonly number[];
}

/** Whether an issue is the overview, which is no case and nothing to wonder about. */
export function isCampaign({ body }: Pick<ListedIssue, 'body'>): boolean {
  return readMemory(body) !== undefined;
}

/** A plan with what it means for the overview, which tells how things stand once the plan is carried out. */
export function addCampaign(plan: Plan, input: CampaignInput): Plan {
  const { actions } = plan;
  const { maxIssueWrites = Infinity } = input;
  const written = actions.reduce((sum, action) => sum + writesOf(action), 0);
  const overview = planCampaign(actions, { ...input, maxIssueWrites: Math.max(0, maxIssueWrites - written) });
  const opens = overview.some(({ kind }) => kind === 'open');
  const labels = plan.labels ?? [];
  const missing = labelDrafts(input.labelPrefix, opens ? [input.labelPrefix] : []).filter(
    ({ name }) => !labels.some((label) => label.name === name),
  );
  return { ...plan, labels: [...labels, ...missing], actions: [...actions, ...overview] };
}

/**
 * Keeps one issue that tells how all cases stand. Nothing is written unless a case changed: the text has dates and no
 * ages. An overview that a person closed stays closed. Pure.
 */
function planCampaign(
  actions: readonly Action[],
  { listed, labelPrefix, subIssues, maxIssueWrites = Infinity }: CampaignInput,
): readonly Action[] {
  const overviews = listed.filter((issue) => issue.trusted && isCampaign(issue)).sort((a, b) => a.number - b.number);
  const open = overviews.filter(({ state }) => state === 'open');
  const [first, ...others] = open;
  if (first === undefined && overviews.length > 0) return [];
  const cases = casesAfter(listed, actions);
  const text = renderCampaign(cases);
  if (first === undefined) {
    if (cases.length === 0) return [];
    const draft: IssueDraft = {
      title: TITLE,
      body: writeBody(undefined, text, { digest: digest(text), below: [] }),
      labels: [labelPrefix],
      assignees: [],
      domain: NAME,
    };
    const because = 'the overview of the campaign is new';
    return [{ kind: 'open', domain: NAME, because, draft }];
  }
  const duplicates = others.map((issue) => closeDuplicate(issue, first.number));
  return [refresh(first, text, subIssues ? openNumbers(cases) : [], maxIssueWrites), ...duplicates];
}

function refresh(issue: ListedIssue, text: string, wanted: readonly number[], maxWrites: number): Action {
  const before = readMemory(issue.body);
  const common = { domain: NAME, issue: issue.number };
  if (before === undefined) return { kind: 'keep', ...common, because: 'its hidden state cannot be read' };
  const fresh = wanted
    .filter((number) => !before.below.includes(number))
    .slice(0, Math.max(0, MOST_SUB_ISSUES - before.below.length));
  if (before.digest === digest(text) && fresh.length === 0) {
    return { kind: 'keep', ...common, because: 'no case changed' };
  }
  // The text is one write, and each issue put below it is another one: what does not fit is for the next run.
  if (maxWrites < 1)
    return { kind: 'keep', ...common, because: 'postponed to the next run, since max-issue-writes is reached' };
  const added = fresh.slice(0, maxWrites - 1);
  if (before.digest === digest(text) && added.length === 0) {
    return { kind: 'keep', ...common, because: 'issues are left to put below it, since max-issue-writes is reached' };
  }
  const memory = { digest: digest(text), below: [...before.below, ...added] };
  return {
    kind: 'update',
    ...common,
    because: before.digest === digest(text) ? 'more cases belong below it' : 'a case changed',
    change: { body: writeBody(issue.body, text, memory) },
    ...(added.length > 0 ? { subIssues: added } : {}),
  };
}

/** Two runs at the same time may both have opened one. */
function closeDuplicate({ number }: ListedIssue, original: number): Action {
  const because = `#${original} is the overview of the campaign`;
  return { kind: 'close', domain: NAME, because, issue: number, change: { state: 'closed', stateReason: 'duplicate' } };
}

/** The cases as they will be once the actions are carried out, one per domain. */
function casesAfter(listed: readonly ListedIssue[], actions: readonly Action[]): CampaignCase[] {
  const issues = new Map(listed.map((issue) => [issue.number, issue]));
  const opened: ListedIssue[] = [];
  for (const action of actions) {
    if (action.kind === 'open') opened.push(newIssue(action.draft));
    if (action.kind === 'open' || action.kind === 'keep') continue;
    const issue = issues.get(action.issue);
    const { body = issue?.body ?? '', state = issue?.state ?? 'open' } = action.change;
    if (issue) issues.set(action.issue, { ...issue, state, body: action.settled ?? body });
  }
  const { cases } = readRoster([...issues.values(), ...opened]);
  return [...cases.values()].flatMap(([known]): CampaignCase[] => {
    if (known === undefined || !isTold(known.state)) return [];
    const { number } = known.issue;
    return [{ state: known.state, ...(number === NO_NUMBER ? {} : { issue: number }) }];
  });
}

/** A domain that left the configuration is no part of the campaign any more. */
const isTold = ({ phase }: CaseState): boolean => phase !== 'untracked';

function newIssue({ title, body, labels }: IssueDraft): ListedIssue {
  return { number: NO_NUMBER, title, body, labels, state: 'open', locked: false, url: '', trusted: true };
}

const openNumbers = (cases: readonly CampaignCase[]): number[] =>
  cases
    .flatMap(({ state, issue }) => (state.phase === 'fixed' || issue === undefined ? [] : [issue]))
    .sort((a, b) => a - b);

function readMemory(body: string): Memory | undefined {
  const lines = findSection(body)?.lines ?? [];
  const [, hash, below = ''] = lines.map((line) => MARKER.exec(line)).find((found) => found !== null) ?? [];
  return hash === undefined ? undefined : { digest: hash, below: below.split('-').filter(Boolean).map(Number) };
}

function writeBody(body: string | undefined, text: string, memory: Memory): string {
  const { before = [], after = [] } = (body === undefined ? undefined : findSection(body)) ?? {};
  const marker = `<!-- xmpp-tls-compliance campaign=v1 ${[memory.digest, ...memory.below].join('-')} -->`;
  return [...before, SECTION_BEGIN, text, marker, SECTION_END, ...after].join('\n');
}
