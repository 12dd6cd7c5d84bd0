import type { CaseState, ListedIssue } from '../model/case.js';
import type { OverdueDomain } from '../model/plan.js';
import type { TargetReport } from '../model/report.js';
import { isSettled } from './phases.js';

/** What one domain adds to what fails a run that is patient until a promise is missed. */
export interface Lateness {
  readonly overdue?: OverdueDomain;
}

type Standing = Pick<CaseState, 'domain' | 'phase'>;

/**
 * Whether a promise counts as missed in this run: not where the domain is left alone, in the file or in its issue, and
 * not where a person stopped following it. `leftAlone`: domains with a waiver of the file, which the report shows only
 * where plaintext was found. Without an issue, one is opened right now.
 */
export function latenessOf(
  { domain, phase }: Standing,
  issue: ListedIssue | undefined,
  target: TargetReport | undefined,
  leftAlone: ReadonlySet<string> = new Set(),
): Lateness {
  if (phase !== 'overdue' || target === undefined || target.waived) return {};
  if (target.verdict !== 'plaintext' && leftAlone.has(domain)) return {};
  if (issue !== undefined && isDropped(issue, { phase })) return {};
  return { overdue: { domain, ...(issue === undefined ? {} : { issue: issue.number }) } };
}

/** Row 20: closed as a duplicate, and not by us. */
export function isDropped({ state, stateReason }: ListedIssue, known: Pick<CaseState, 'phase'>): boolean {
  return state === 'closed' && stateReason === 'duplicate' && !isSettled(known);
}
