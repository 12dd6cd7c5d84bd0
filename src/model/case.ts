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
  /** Keys of the plaintext findings (issues/findings.ts), to tell what changed; absent when they would not fit. */
  readonly findings?: readonly string[];
  /** The secure run counted last, so that a run that is finished after a crash counts once. */
  readonly secureAt?: string;
  readonly fixedAt?: string;
  /** Issue number this one continues, when the old one was too old or locked. */
  readonly continues?: number;
  readonly pending?: PendingComment;
}

/** An issue with the managed label, as a forge shows it. */
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

/** An issue as listed, before its state is read: `trusted` says whether its hidden state may be believed. */
export interface ListedIssue extends ManagedIssue {
  readonly trusted: boolean;
}

/** What the last run learned about one domain, as far as its case is concerned. */
export interface CaseVerdict {
  readonly domain: string;
  readonly verdict: VerdictName;
  readonly waived: boolean;
}

const CASE_MARKER = /<!-- xmpp-tls-compliance case=v\d+ [\w-]+ -->/u;

/** The hidden line that carries a case, if the text has one. It differs from case to case and from state to state. */
export function findCaseMarker(body: string): string | undefined {
  return CASE_MARKER.exec(body)?.[0];
}

/** The hidden line by which a comment of ours is found again, so that it is not posted twice. */
export function commentMarker(id: string): string {
  return `<!-- xmpp-tls-compliance comment=${id} -->`;
}
