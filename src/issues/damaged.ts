import type { ListedIssue } from '../model/case.js';
import type { KnownCase } from './steps.js';

/** No look has such a digest, so that the text is written anew. */
const NO_EVIDENCE = '0'.repeat(16);

/**
 * Row 28: a case in the place of one that cannot be read any more. What people said before is forgotten with it, and is
 * not heard again, so that nothing is carried out twice.
 */
export function adopt(issue: ListedIssue, domain: string, now: string): KnownCase {
  const firstSeenAt = issue.createdAt ?? now;
  const blank = { version: 1, domain, phase: 'open', streak: 0, regressions: 0, evidence: NO_EVIDENCE } as const;
  return { issue, state: { ...blank, firstSeenAt, lastPlaintextAt: firstSeenAt, listensFrom: now, heardAt: now } };
}
