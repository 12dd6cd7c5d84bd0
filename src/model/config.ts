import type { Language, Target, Service } from './target.js';
import type { CheckLevel } from './verdict.js';

/**
 * When a run fails: `inconclusive` implies `plaintext`; `overdue` only for plaintext whose promised repair did not come.
 * A check set to level `fail` counts like plaintext.
 */
export const FAIL_ON = ['never', 'plaintext', 'inconclusive', 'overdue'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** How hosts are looked at. Times in milliseconds. */
export interface ProbeOptions {
  /** For connecting, and again for each answer that is waited for. */
  readonly timeoutMs: number;
  /** The whole run; what is not reached by then is inconclusive (`run.deadline`). */
  readonly runTimeoutMs: number;
  /** Domains looked at at the same time. */
  readonly parallel: number;
  /** Repeated looks at an endpoint whose main connection failed for a passing reason. */
  readonly retries: number;
  /** `from` of s2s streams (RFC 6120 section 4.7.1); `tls-probe.invalid` unless the user owns a domain. */
  readonly s2sFrom: string;
  /** Try dialback before TLS, which makes servers look up `s2sFrom`. */
  readonly activeS2s?: boolean;
  /** Begin an offered SCRAM login without TLS: it can count as a failed login. */
  readonly proveLoginOffer?: boolean;
  /** Send plaintext behind `<starttls/>` and see whether it is carried out inside TLS. */
  readonly starttlsInjection?: boolean;
  /** Try to log in without TLS at the client endpoints of this account's domain. */
  readonly login?: LoginAccount;
  /** Where servers that verify `s2sFrom` reach us; undefined: nothing listens, and nothing can be proven that way. */
  readonly s2sListen?: S2sListenOptions;
  /** Ports of the domain and its c2s hosts where BOSH and WebSocket without TLS are looked for unasked; absent: none. */
  readonly httpPorts?: readonly number[];
  /** Ports of the domain's s2s hosts where external components would log in; absent or empty: they are left alone. */
  readonly componentPorts?: readonly number[];
}

/** An account to log in with, where that is possible without TLS. */
export interface LoginAccount {
  readonly user: string;
  /** A-label. */
  readonly domain: string;
  /** Secret: it is never written anywhere. */
  readonly password: string;
  /** Whether the password itself may be sent in plaintext; otherwise only what SCRAM makes of it. */
  readonly allowPlain: boolean;
}

/** The listener of the full s2s proof. */
export interface S2sListenOptions {
  /** Literal address of this machine. */
  readonly address: string;
  readonly port: number;
  /** PEM file with a certificate chain and its private key; without one, a certificate is made for the run. */
  readonly certificateFile?: string;
}

export interface NetworkOptions {
  /** `ip`, `ip:port`, `[ip6]:port` or an https URL; empty: the system's. */
  readonly dnsServers: readonly string[];
  readonly allowPrivateAddresses: boolean;
  /** Families of addresses that are looked at; absent: both. */
  readonly families?: readonly (4 | 6)[];
  /** PEM file of additional trust anchors. */
  readonly caFile?: string;
}

/** The life of issues. */
export interface TrackingOptions {
  readonly manageIssues: 'auto' | 'always' | 'never';
  readonly dryRun: boolean;
  /** Name of the managed label and prefix of the others. */
  readonly labelPrefix: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** Consecutive secure runs before an issue is closed. */
  readonly closeAfter: number;
  /** Hours between two secure runs that both count; 0 where absent. */
  readonly closeAfterHours?: number;
  /** Consecutive plaintext runs before an issue is opened; 1 where absent. */
  readonly openAfter?: number;
  /** A regression within so many days reopens the old issue; later ones open a new one that names it. */
  readonly reopenDays: number;
  /** Days after a promised date before it counts as overdue; 1 where absent. */
  readonly graceDays?: number;
  /** Days without an answer after which writing again is suggested, once; absent or 0: never. */
  readonly silenceDays?: number;
  /** Days after a missed date on which to remind; the last one is the time between all that follow. Empty: never. */
  readonly remindDays?: readonly number[];
  /** Days after which the text of an open issue is written anew although nothing changed; absent or 0: never. */
  readonly refreshDays?: number;
  /** No reminders on Saturdays and Sundays (UTC). */
  readonly skipWeekends?: boolean;
  /** Language of the letters, where a target names none; English where absent. */
  readonly language?: Language;
  /** Changes of issues in one run at most, and new issues among them; no limit where absent. */
  readonly maxIssueWrites?: number;
  readonly maxIssueOpens?: number;
  /** Percentage of domains that may be inconclusive before nothing is closed; 50 where absent. */
  readonly maxInconclusive?: number;
  /** Keep an overview of all cases in an issue of its own. */
  readonly campaign?: boolean;
  /** Whether this run covers every domain of the configuration, so that a missing one was removed. */
  readonly fullRun: boolean;
  /** Keep the cases as Markdown files in this folder instead of on a forge. */
  readonly issuesDir?: string;
}

export interface OutputOptions {
  readonly summary: boolean;
  readonly annotations: boolean;
  /** Paths of the files to write, by the input that asks for each (report/formats.ts). `-` is stdout. */
  readonly files: Readonly<Record<string, string>>;
}

/** Everything one run was told, validated: input > file > default. */
export interface Config {
  readonly targets: readonly Target[];
  /** Check levels for all targets, by check id. */
  readonly checks: Readonly<Record<string, CheckLevel>>;
  readonly services: readonly Service[];
  readonly failOn: FailOn;
  /** Whether only the domains decide that a change touches; `auto`: on pull requests and in merge groups. */
  readonly changedOnly: 'auto' | 'always' | 'never';
  readonly probe: ProbeOptions;
  readonly network: NetworkOptions;
  readonly tracking: TrackingOptions;
  readonly output: OutputOptions;
  /** JSON reports to put together instead of looking at anything: files or folders. Then `targets` may be empty. */
  readonly merge?: readonly string[];
  /** The configuration file that was read, if one was: workspace-relative. */
  readonly file?: string;
}
