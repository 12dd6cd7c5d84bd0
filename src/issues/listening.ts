import type { HeardComment, ListedIssue } from '../model/case.js';
import type { TargetReport } from '../model/report.js';
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

/** Which comments have to be read; undefined where no case listens. `now` is the instant of the run. */
export function listenTo(listed: readonly ListedIssue[], scope: Scope, now: string): Listening | undefined {
  const verdicts = new Map(scope.targets.map(({ domain, verdict }) => [domain, verdict]));
  const listening = casesInScope(listed, scope).filter((known) =>
    isListening(known, verdicts.get(known.state.domain) === 'plaintext'),
  );
  const [oldest] = listening.map(({ state }) => state.heardAt ?? state.firstSeenAt).sort();
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

/** Not where the case is over, unless a person reopened it and was right; nor where a person closed it as a duplicate. */
function isListening({ issue, state }: ListedCase, isPlaintext: boolean): boolean {
  if (isSettled(state)) return issue.state === 'open' && isPlaintext;
  return issue.state === 'open' || issue.stateReason !== 'duplicate';
}
