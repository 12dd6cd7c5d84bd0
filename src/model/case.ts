import type { VerdictName } from './verdict.js';

/**
 * `open`: plaintext, being worked on. `verifying`: seen secure, not often enough yet.
 * `fixed`: closed by us after proof. `untracked`: closed by us because the domain left the configuration.
 */
export const CASE_PHASES = ['open', 'verifying', 'fixed', 'untracked'] as const;
export type CasePhase = (typeof CASE_PHASES)[number];

/** A comment that must appear exactly once: noted in the state before it is posted, cleared after. */
export interface PendingComment {
  readonly id: string;
  readonly body: string;
}

/** The remembered repair of one domain; it lives in the marker of its issue and nowhere else. Instants are ISO 8601. */
export interface CaseState {
  readonly version: 1;
  readonly domain: string;
  readonly phase: CasePhase;
  readonly firstSeenAt: string;
  readonly lastPlaintextAt: string;
  /** Consecutive secure runs. */
  readonly streak: number;
  /** Times it came back after having been fixed. */
  readonly regressions: number;
  /** Hash over what was found, without times: equal means nothing to tell. */
  readonly evidence: string;
  readonly fixedAt?: string;
  /** Issue number this one continues, when the old one was too old or locked. */
  readonly continues?: number;
  readonly pending?: PendingComment;
}

/** An issue as a forge shows it, after the trust rule: ours, with readable state. */
export interface ManagedIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly stateReason?: string;
  readonly labels: readonly string[];
  readonly locked: boolean;
  readonly closedAt?: string;
  readonly url: string;
}

/** What the last run learned about one domain, as far as its case is concerned. */
export interface CaseVerdict {
  readonly domain: string;
  readonly verdict: VerdictName;
  readonly waived: boolean;
}
