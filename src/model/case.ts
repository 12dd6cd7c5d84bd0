import type { VerdictName } from './verdict.js';

/**
 * `open`: plaintext, being worked on; `regressed`: the same after a repair. `acknowledged`, `promised`, `overdue`: what
 * people said about it. `waived`: left alone until a date. `verifying`: seen secure, not often enough yet.
 * `fixed`: closed by us after proof. `untracked`: closed by us because the domain left the configuration.
 */
export const CASE_PHASES = [
  'open',
  'acknowledged',
  'promised',
  'overdue',
  'verifying',
  'fixed',
  'regressed',
  'waived',
  'untracked',
] as const;
export type CasePhase = (typeof CASE_PHASES)[number];

/** What somebody promised: a repair by a date, or at the next maintenance (then `due` is how long we wait for one). */
export interface RepairPromise {
  /** ISO date. */
  readonly due: string;
  readonly event?: 'next-maintenance';
  /** A login, `the configuration` or `the due date`: hostile. */
  readonly by: string;
  /** ISO date on which it was given. */
  readonly on: string;
}

/** A case left alone: plaintext counts again on the day `until`. */
export interface CaseWaiver {
  /** ISO date. */
  readonly until: string;
  /** Hostile. */
  readonly reason: string;
  readonly by: string;
}

/** One line of the story of a case, for people. `what` is our own sentence, with hostile names made inert. */
export interface CaseEvent {
  /** ISO date. */
  readonly on: string;
  readonly what: string;
}

/** A comment that must appear exactly once: noted beside the state before it is posted, cleared after. */
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
  /** How `findings` differ from what people were told last: `+key` is new, `-key` is gone. */
  readonly untold?: readonly string[];
  /** When a change of what is found was told last. */
  readonly changedAt?: string;
  /** Endpoints that offered STARTTLS, and those of which it was told that they stopped (issues/starttls-offers.ts). */
  readonly offers?: readonly string[];
  readonly withdrawn?: readonly string[];
  /** Endpoints in which something was found later than in the others (issues/sightings.ts). */
  readonly sightings?: readonly string[];
  /** The secure run counted last, so that a run that is finished after a crash counts once. */
  readonly secureAt?: string;
  /** The first of the secure runs in a row. */
  readonly secureSince?: string;
  readonly fixedAt?: string;
  /** Issue number this one continues, when the old one was too old or locked. */
  readonly continues?: number;
  /** Issue number by which this one was closed as a duplicate, by us. */
  readonly duplicateOf?: number;
  readonly pending?: PendingComment;
  /** Set while the labels of the issue are changed, where that takes a request of its own. */
  readonly relabel?: true;
  readonly regressedAt?: string;
  /** When it was followed again after a time in which nobody looked. */
  readonly returnedAt?: string;
  /** Comments from before are history: they were written while it was closed, and we reopened it. */
  readonly listensFrom?: string;
  /** Who said that the report was received, and when. */
  readonly acknowledgedBy?: string;
  readonly acknowledgedAt?: string;
  /** ISO date on which the operator was written to, by the configuration. */
  readonly contactedOn?: string;
  readonly promise?: RepairPromise;
  /** Promises given in this episode, and dates missed. */
  readonly promises?: number;
  readonly slips?: number;
  /** Promises kept and broken in all episodes. */
  readonly kept?: number;
  readonly broken?: number;
  /** The promise of the configuration that was taken over last: it is taken over once. */
  readonly configured?: string;
  readonly overdueSince?: string;
  /** When the promised maintenance was noticed; equal to `overdueSince` where that is why it is overdue. */
  readonly maintenanceAt?: string;
  readonly reminders?: number;
  readonly remindedAt?: string;
  /** When a silence was pointed out last. */
  readonly nudgedAt?: string;
  /** The silent night from which on silence is counted (issues/silence.ts). */
  readonly silentSince?: string;
  /** Set with the label, once nothing was reached for a week. */
  readonly unreachableSince?: string;
  readonly unreachableToldAt?: string;
  /** First inconclusive run after the promise of a maintenance. */
  readonly outageAt?: string;
  /** What the endpoints looked like when the next maintenance was promised (issues/maintenance.ts). */
  readonly fingerprint?: readonly string[];
  readonly waiver?: CaseWaiver;
  /** The run that found plaintext although a person had closed the issue as completed. */
  readonly claimedAt?: string;
  /** Times it was reopened after such a close. */
  readonly claims?: number;
  /** Highest id of the comments read, and the instant up to which all were read. */
  readonly heard?: number;
  readonly heardAt?: string;
  /** Duplicates that are still open and whose state was taken over, with the same: `7 4711` is comment 4711 of #7. */
  readonly heardBeside?: readonly string[];
  /** Last comment by a person. */
  readonly spokenAt?: string;
  /** Last answer to a `/xmpp retest`. */
  readonly answeredAt?: string;
  readonly history?: readonly CaseEvent[];
}

/** A comment as a forge lists it. All but `id` and the flags is text of others: hostile. */
export interface HeardComment {
  /** Grows with every comment of an issue, so that it can serve as a cursor. */
  readonly id: number;
  readonly issue: number;
  readonly body: string;
  readonly author: string;
  readonly isBot: boolean;
  /** Whether the author may write to the repository or triage its issues. */
  readonly mayCommand: boolean;
  /** ISO 8601 instant. */
  readonly createdAt: string;
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
  /** Set where it is known that no person closed it, which is asked only where it matters. */
  readonly closedByBot?: true;
  readonly createdAt?: string;
  /** When anybody last wrote to it, where the forge says so. */
  readonly updatedAt?: string;
  /** The date by which it is due (`2026-12-01`), where the forge has such dates. */
  readonly dueOn?: string;
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

const CASE_MARKER = /<!-- xmpp-tls-compliance (?:case|campaign)=v\d+ [\w-]+ -->/u;

/** The hidden line that carries a case (or the overview of them), if the text has one. It differs from case to case and from state to state. */
export function findCaseMarker(body: string): string | undefined {
  return CASE_MARKER.exec(body)?.[0];
}

/** The hidden line by which a comment of ours is found again, so that it is not posted twice. */
export function commentMarker(id: string): string {
  return `<!-- xmpp-tls-compliance comment=${id} -->`;
}

/** Whether a comment ends like one of ours; only its author can make that true. */
export function claimsToBeOurs(body: string): boolean {
  return /<!-- xmpp-tls-compliance comment=[a-z0-9-]+ -->\s*$/u.test(body);
}
