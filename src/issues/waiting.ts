import type { ListedIssue } from '../model/case.js';
import { inertCode } from '../model/inert.js';
import type { Action, Plan } from '../model/plan.js';
import { SECTION_BEGIN, SECTION_END, findSection } from '../model/section.js';
import { labelDrafts } from './labels.js';
import { type Scope, isInScope } from './listening.js';
import { asciiJson } from './marker.js';
import { dateOf } from './moments.js';

export interface WaitingInput extends Scope {
  /** Every issue with the managed label, the list of those that wait among them. */
  readonly listed: readonly ListedIssue[];
  readonly labelPrefix: string;
  /** Consecutive plaintext runs after which an issue is opened. */
  readonly openAfter: number;
  /** ISO 8601 instant of this run. */
  readonly now: string;
}

/** A domain that was seen in plaintext, not often enough yet. */
interface Waiting {
  readonly domain: string;
  readonly runs: number;
  /** The run that was counted last, and the first one. */
  readonly at: string;
  readonly first: string;
}

/** Stands where a plan names a domain. */
const NAME = 'waiting list';
const TITLE = 'XMPP domains seen without TLS, not reported yet';
const MARKER = /^<!-- xmpp-tls-compliance waiting=v1 ([\w-]+) -->\r?$/u;
/** Characters that the list may take in an issue of 65,536; what does not fit is opened at once. */
const MOST_CHARACTERS = 55_000;

/** Whether an issue is the list of those that wait, which is no case and nothing to wonder about. */
export function isWaitingList({ body }: Pick<ListedIssue, 'body'>): boolean {
  return readList(body) !== undefined;
}

/**
 * A plan that opens an issue only for what was plaintext in so many runs in a row. Before there is an issue there is
 * nothing to remember that in, so an issue of its own does; it works as well when people close it. Runs that could not
 * tell neither count nor reset. Pure.
 */
export function holdBack(plan: Plan, input: WaitingInput): Plan {
  const runsOf = new Map(waitingIn(plan, input).map(({ domain, runs }) => [domain, runs]));
  const actions = plan.actions.map((action) => waitOrOpen(action, runsOf, input.openAfter));
  const opened = new Set(actions.flatMap(({ kind, domain }) => (kind === 'open' ? [domain] : [])));
  const overdue = plan.overdue?.filter(({ domain, issue }) => issue !== undefined || opened.has(domain));
  return { ...plan, actions, ...(overdue ? { overdue } : {}) };
}

/**
 * The plan with its list, once it is known what is opened in this run and what a limit postpones. Where two runs at once
 * opened a list each, the older one goes on with what both know. Pure.
 */
export function keepList(plan: Plan, decided: Plan, input: WaitingInput): Plan {
  const [list, ...twins] = listsIn(input);
  const opened = new Set(plan.actions.flatMap(({ kind, domain }) => (kind === 'open' ? [domain] : [])));
  const waiting = waitingIn(decided, input).filter(({ domain }) => !opened.has(domain));
  const kept = withList(plan, list, waiting, input);
  return { ...kept, actions: [...kept.actions, ...twins.flatMap((twin) => closeTwin(twin, list))] };
}

function listsIn({ listed }: WaitingInput): ListedIssue[] {
  return listed.filter((issue) => issue.trusted && isWaitingList(issue)).sort((a, b) => a.number - b.number);
}

/** What was counted in this run, and what is remembered because nothing could be told of it; by domain. */
function waitingIn(plan: Plan, input: WaitingInput): readonly Waiting[] {
  if (input.openAfter <= 1) return [];
  const before = knownIn(listsIn(input));
  const counted = plan.actions.flatMap((action) => (action.kind === 'open' ? [count(action, before, input.now)] : []));
  const left = before.filter(
    ({ domain }) => !counted.some((one) => one.domain === domain) && isUndecided(domain, input),
  );
  return fitting([...counted, ...left].sort((a, b) => (a.domain < b.domain ? -1 : 1)));
}

/** What all lists know; of two that know a domain the one that counted further. */
function knownIn(lists: readonly ListedIssue[]): readonly Waiting[] {
  const known = new Map<string, Waiting>();
  for (const one of lists.flatMap(({ body }) => readList(body) ?? [])) {
    if (one.runs > (known.get(one.domain)?.runs ?? 0)) known.set(one.domain, one);
  }
  return [...known.values()];
}

/** Emptied and closed after the other one has taken over what it knew. */
function closeTwin(twin: ListedIssue, list: ListedIssue | undefined): readonly Action[] {
  if (list === undefined || (twin.state === 'closed' && readList(twin.body)?.length === 0)) return [];
  const because = `#${list.number} is the same list`;
  const change = { body: writeList(twin.body, []), state: 'closed', stateReason: 'duplicate' } as const;
  return [{ kind: 'close', domain: NAME, because, issue: twin.number, change, after: list.number }];
}

/** A name stands once in the table, and once in Base64 beside two instants. */
function fitting(waiting: readonly Waiting[]): readonly Waiting[] {
  let room = MOST_CHARACTERS;
  return waiting.filter(({ domain }) => (room -= 2.5 * domain.length + 180) >= 0);
}

function count({ domain }: Action, before: readonly Waiting[], now: string): Waiting {
  const known = before.find((one) => one.domain === domain);
  if (known === undefined) return { domain, runs: 1, at: now, first: now };
  return known.at === now ? known : { ...known, runs: known.runs + 1, at: now };
}

/** Not looked at, or it could not be told. */
function isUndecided(domain: string, scope: Scope): boolean {
  const target = scope.targets.find((one) => one.domain === domain);
  return target === undefined ? !isInScope(domain, scope) : target.verdict === 'inconclusive';
}

function waitOrOpen(action: Action, runsOf: ReadonlyMap<string, number>, openAfter: number): Action {
  const runs = runsOf.get(action.domain);
  if (action.kind !== 'open' || runs === undefined || runs >= openAfter) return action;
  const because = `plaintext was found in ${runs} of ${openAfter} runs in a row`;
  return { kind: 'keep', domain: action.domain, because };
}

function withList(
  plan: Plan,
  list: ListedIssue | undefined,
  waiting: readonly Waiting[],
  { labelPrefix }: WaitingInput,
): Plan {
  const before = list === undefined ? [] : readList(list.body);
  if (JSON.stringify(before) === JSON.stringify(waiting)) return plan;
  const because = 'what waits for another run has changed';
  if (list !== undefined) {
    const change = { body: writeList(list.body, waiting) };
    return {
      ...plan,
      actions: [...plan.actions, { kind: 'update', domain: NAME, because, issue: list.number, change }],
    };
  }
  const draft = {
    title: TITLE,
    body: writeList(undefined, waiting),
    labels: [labelPrefix],
    assignees: [],
    domain: NAME,
  };
  const labels = plan.labels ?? [];
  const missing = labelDrafts(labelPrefix, [labelPrefix]).filter(
    ({ name }) => !labels.some((one) => one.name === name),
  );
  return {
    ...plan,
    labels: [...labels, ...missing],
    actions: [...plan.actions, { kind: 'open', domain: NAME, because, draft }],
  };
}

function readList(body: string): readonly Waiting[] | undefined {
  const lines = findSection(body)?.lines ?? [];
  const [, payload] = lines.map((line) => MARKER.exec(line)).find((found) => found !== null) ?? [];
  if (payload === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value.filter(isWaiting) : [];
  } catch {
    return []; // Somebody edited it: counting begins anew.
  }
}

function isWaiting(value: unknown): value is Waiting {
  if (typeof value !== 'object' || value === null) return false;
  const { domain, runs, at, first } = value as Partial<Record<keyof Waiting, unknown>>;
  return Number.isSafeInteger(runs) && [domain, at, first].every((text) => typeof text === 'string');
}

function writeList(body: string | undefined, waiting: readonly Waiting[]): string {
  const { before = [], after = [] } = (body === undefined ? undefined : findSection(body)) ?? {};
  const rows = waiting.map(({ domain, runs, first }) => `| ${inertCode(domain, 253)} | ${dateOf(first)} | ${runs} |`);
  const text =
    waiting.length === 0
      ? 'Nothing waits at the moment.'
      : ['| Domain | First seen | Runs |', '|---|---|---|', ...rows].join('\n');
  const about =
    'Each of these domains gets an issue of its own once it was seen without TLS in as many runs in a row as `open-after` asks for. This page is the memory of the check until then; you can close it, and it works all the same.';
  const marker = `<!-- xmpp-tls-compliance waiting=v1 ${Buffer.from(asciiJson(waiting), 'ascii').toString('base64url')} -->`;
  return [...before, SECTION_BEGIN, text, '', about, marker, SECTION_END, ...after].join('\n');
}
