import type { HeardComment, ListedIssue } from '../model/case.js';
import type { TargetReport } from '../model/report.js';
import type { VerdictName } from '../model/verdict.js';
import { isSettled } from './phases.js';
import { type ListedCase, readRoster } from './roster.js';
import { isRecent } from './hearing.js';
import { readWords } from './words.js';

/** What one run is about: the domains it looked at, and whether these are all there are. */
export interface Scope {
  readonly targets: readonly TargetReport[];
  readonly fullRun: boolean;
}

/** What has to be read of comments before planning. */
export interface Listening {
  /** ISO 8601 instant: the oldest cursor of all cases that listen. */
  readonly since: string;
  /** Whether it matters what the author of a comment may do; asking costs a request for every author. */
  readonly needsRights: (comment: Pick<HeardComment, 'id' | 'issue' | 'body'>) => boolean;
}

/** Clocks of forges and runners differ, and a comment may be written while we read: so much is read twice. */
const OVERLAP_MS = 3_600_000;
/** Nobody waits longer for an answer; older comments are not gone through any more. */
const LOOK_BACK_MS = 30 * 86_400_000;

/** Whether this run may do anything about a domain: another job may look at those that it does not know. */
export function isInScope(domain: string, { targets, fullRun }: Scope): boolean {
  return fullRun || targets.some((target) => target.domain === domain);
}

function casesInScope(listed: readonly ListedIssue[], scope: Scope): ListedCase[] {
  const cases = [...readRoster(listed).cases.values()].flat();
  return cases.filter(({ state }) => isInScope(state.domain, scope));
}

/** Issues whose comments must be read before planning, since an interrupted run may or may not have posted one. */
export function issuesWithPendingComment(listed: readonly ListedIssue[], scope: Scope): number[] {
  const interrupted = casesInScope(listed, scope).filter(({ owed }) => owed.pending !== undefined);
  return interrupted.map(({ issue }) => issue.number);
}

/**
 * Closed issues that we left open, where it matters tonight whether a person or a bot closed them: what people say by
 * closing is written down at once, so each is asked about once.
 */
export function issuesClosedByOthers(listed: readonly ListedIssue[], scope: Scope): number[] {
  const targets = new Map(scope.targets.map((target) => [target.domain, target]));
  const leading = [...readRoster(listed).cases.values()].flatMap(([first]) => first ?? []);
  const closed = leading.filter(({ issue, state }) => {
    if (issue.state === 'open' || issue.locked || isSettled(state) || state.waiver !== undefined) return false;
    const { verdict, waived = false } = targets.get(state.domain) ?? {};
    if (issue.stateReason === 'duplicate') return false;
    if (issue.stateReason !== 'not_planned')
      return verdict === 'plaintext' && !waived && (state.claimedAt ?? '') < (issue.closedAt ?? '');
    return verdict === 'plaintext' || (verdict === 'inconclusive' && state.phase !== 'verifying');
  });
  return closed.map(({ issue }) => issue.number);
}

/** A run whose clock was ahead does not tell when it heard: then everything is read again, and the cursor knows what is new. */
function heardUntil({ heardAt, firstSeenAt }: ListedCase['state'], now: string): string {
  if (heardAt !== undefined && heardAt <= now) return heardAt;
  return firstSeenAt <= now ? firstSeenAt : new Date(0).toISOString();
}

/** Which comments have to be read; undefined where no case listens. `now` is the instant of the run. */
export function listenTo(listed: readonly ListedIssue[], scope: Scope, now: string): Listening | undefined {
  const verdicts = new Map(scope.targets.map(({ domain, verdict }) => [domain, verdict]));
  const listening = casesInScope(listed, scope).filter((known) => isListening(known, verdicts.get(known.state.domain)));
  const [oldest] = listening.map(({ state }) => heardUntil(state, now)).sort();
  if (oldest === undefined) return undefined;
  const since = Math.max(Date.parse(oldest) - OVERLAP_MS, Date.parse(now) - LOOK_BACK_MS);
  const states = new Map(listening.map(({ issue, state }) => [issue.number, state]));
  return {
    since: new Date(since).toISOString(),
    needsRights: ({ id, issue, body }) => {
      const state = states.get(issue);
      if (state === undefined || id <= (state.heard ?? 0)) return false;
      // Anybody may ask for a re-test, but only people with rights twice within the hour.
      return readWords(body, now).some(({ kind }) => kind !== 'retest' || isRecent(state.answeredAt, now));
    },
  };
}

/**
 * Not where the case is over, unless a person reopened it and was right, or may ask for another look; nor where a person
 * closed it as a duplicate.
 */
function isListening({ issue, state }: ListedCase, verdict: VerdictName | undefined): boolean {
  const mayBeAsked = state.phase === 'fixed' && verdict !== undefined;
  if (isSettled(state)) return issue.state === 'open' && (verdict === 'plaintext' || mayBeAsked);
  return issue.state === 'open' || issue.stateReason !== 'duplicate';
}
