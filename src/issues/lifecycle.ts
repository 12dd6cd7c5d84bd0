import type { CaseState, ListedIssue } from '../model/case.js';
import type { TrackingOptions } from '../model/config.js';
import type { IssueChange } from '../model/plan.js';
import type { TargetReport } from '../model/report.js';
import type { Occasion } from './comments.js';
import { type FindingChanges, compareFindings, findingKeys, servicesNotLookedAt } from './findings.js';
import { daysBetween } from './moments.js';

/** A case whose issue was found, without anything pending. */
export interface KnownCase {
  readonly issue: ListedIssue;
  readonly state: CaseState;
}

/** A state whose evidence is not yet known, since it is read off the text that is written from it. */
export type NextState = Omit<CaseState, 'evidence' | 'pending'>;

export type Rules = Pick<TrackingOptions, 'closeAfter' | 'reopenDays' | 'fullRun'>;

/** One step in the life of a case. Written to the forge unless it is a `keep`, or `quiet` and the text stays the same. */
export type Move =
  | { readonly kind: 'keep'; readonly because: string }
  | { readonly kind: 'open'; readonly target: TargetReport; readonly because: string; readonly state: NextState }
  | {
      readonly kind: 'update' | 'reopen' | 'close';
      readonly known: KnownCase;
      readonly because: string;
      readonly state: NextState;
      readonly quiet?: boolean;
      readonly stateReason?: NonNullable<IssueChange['stateReason']>;
      readonly occasion?: Occasion;
    };

/** The text is refreshed so often although nothing changed, so that it does not look abandoned. */
const REFRESH_DAYS = 7;

const keep = (because: string): Move => ({ kind: 'keep', because });

/** What becomes of one domain: its case if it has one, what this run saw of it (undefined: not configured any more). */
export function moveCase(
  known: KnownCase | undefined,
  target: TargetReport | undefined,
  rules: Rules,
  now: string,
): Move {
  if (known === undefined) return target ? moveUnknown(target, now) : keep('not in the configuration');
  if (target === undefined) return moveRemoved(known, rules);
  if (known.issue.state === 'closed') return moveClosed(known, target, rules, now);
  switch (target.verdict) {
    case 'plaintext':
      return movePlaintext(known, target, now);
    case 'secure':
    case 'not-offered':
      return moveSecure(known, target, rules, now);
    case 'inconclusive':
      return keep('could not be told in this run, which changes nothing');
  }
}

function moveUnknown(target: TargetReport, now: string): Move {
  if (target.verdict !== 'plaintext') return keep(`${target.verdict}, and there is no issue`);
  if (target.waived) return keep('plaintext, but waived');
  return { kind: 'open', target, because: 'plaintext was found and confirmed', state: newState(target, now) };
}

function moveRemoved(known: KnownCase, { fullRun }: Rules): Move {
  const { issue, state } = known;
  if (issue.state === 'closed') return keep('closed, and not in the configuration');
  if (!fullRun) return keep('not looked at in this run');
  if (isSettled(state)) return keep('a person reopened it, and the domain is not in the configuration');
  return {
    kind: 'close',
    known,
    because: 'the domain is no longer in the configuration',
    state: { ...state, phase: 'untracked' },
    stateReason: 'not_planned',
    occasion: { kind: 'removed' },
  };
}

function moveClosed(known: KnownCase, target: TargetReport, rules: Rules, now: string): Move {
  const { issue, state } = known;
  if (!isSettled(state)) return keep('a person closed it, which is respected');
  if (target.verdict !== 'plaintext') return keep(`closed, and ${target.verdict}`);
  if (target.waived) return keep('closed; plaintext again, but waived');
  const regressed = state.phase === 'fixed';
  const regressions = state.regressions + (regressed ? 1 : 0);
  const age = daysBetween(state.fixedAt ?? issue.closedAt ?? now, now);
  const tooOld = regressed && age > rules.reopenDays;
  if (issue.locked || tooOld) {
    const why = issue.locked ? 'is locked' : `was closed ${age} days ago`;
    return {
      kind: 'open',
      target,
      because: `plaintext again, and #${issue.number} ${why}`,
      state: { ...newState(target, now), regressions, continues: issue.number },
    };
  }
  return {
    kind: 'reopen',
    known,
    because: regressed ? 'plaintext came back after the repair' : 'in the configuration again, and still plaintext',
    state: plaintextState({ ...state, regressions }, findingKeys(target), now),
    stateReason: 'reopened',
    occasion: regressed ? { kind: 'regressed', fixedAt: state.fixedAt } : { kind: 'returned' },
  };
}

function movePlaintext(known: KnownCase, target: TargetReport, now: string): Move {
  const { state } = known;
  const changes = compareFindings(state.findings, target);
  const next = plaintextState(state, changes.standing, now);
  switch (state.phase) {
    case 'open':
      return moveStillOpen(known, next, changes, target.waived);
    case 'verifying':
      return { kind: 'update', known, because: 'plaintext again before the repair was proven', state: next };
    case 'untracked':
      return { kind: 'update', known, because: 'a person reopened it, and it is still plaintext', state: next };
    case 'fixed':
      return {
        kind: 'update',
        known,
        because: 'a person reopened it, and plaintext is back',
        state: { ...next, regressions: state.regressions + 1 },
        occasion: { kind: 'regressed', fixedAt: state.fixedAt },
      };
  }
}

function moveStillOpen(known: KnownCase, next: NextState, changes: FindingChanges, waived: boolean): Move {
  const changed = changes.gone.length + changes.fresh.length > 0;
  if (changed && !waived) {
    return {
      kind: 'update',
      known,
      because: 'what is found changed',
      state: next,
      occasion: { kind: 'changed', changes },
    };
  }
  const quiet = daysBetween(known.state.lastPlaintextAt, next.lastPlaintextAt) < REFRESH_DAYS;
  return { kind: 'update', known, because: waived ? 'plaintext, but waived' : 'still plaintext', state: next, quiet };
}

function moveSecure(known: KnownCase, target: TargetReport, rules: Rules, now: string): Move {
  const { state } = known;
  if (isSettled(state)) return keep(`a person reopened it; ${target.verdict} now`);
  if (state.secureAt === now) return keep('this run has been counted');
  const unseen = rules.fullRun ? [] : servicesNotLookedAt(state.findings, target);
  if (unseen.length > 0) return keep(`${target.verdict}, but ${unseen.join(' and ')} was not looked at in this run`);
  const streak = state.streak + 1;
  const next: NextState = { ...state, phase: 'verifying', streak, secureAt: now };
  if (streak < rules.closeAfter) {
    const because = `${target.verdict}, ${streak} of ${rules.closeAfter} runs in a row`;
    return { kind: 'update', known, because, state: next };
  }
  const { firstSeenAt, regressions } = state;
  return {
    kind: 'close',
    known,
    because: `${target.verdict} in ${streak} ${streak === 1 ? 'run' : 'runs in a row'}`,
    state: { ...next, phase: 'fixed', fixedAt: now },
    stateReason: 'completed',
    occasion: { kind: 'fixed', firstSeenAt, streak, regressions, retired: target.verdict === 'not-offered' },
  };
}

/** Whether we closed it ourselves: then an open issue was opened, and only then a closed one not closed, by a person. */
function isSettled({ phase }: CaseState): boolean {
  return phase === 'fixed' || phase === 'untracked';
}

function newState(target: TargetReport, now: string): NextState {
  const { domain } = target;
  const blank = { version: 1, domain, phase: 'open', firstSeenAt: now, streak: 0, regressions: 0 } as const;
  return { ...blank, lastPlaintextAt: now, findings: findingKeys(target) };
}

/** Plaintext again: whatever was counted or proven since is void. */
function plaintextState(state: CaseState, findings: readonly string[], now: string): NextState {
  const { version, domain, firstSeenAt, regressions, continues } = state;
  const kept = { version, domain, firstSeenAt, regressions, ...(continues === undefined ? {} : { continues }) };
  return { ...kept, phase: 'open', lastPlaintextAt: now, streak: 0, findings };
}
