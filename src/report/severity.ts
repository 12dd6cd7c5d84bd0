import type { Report, TargetReport } from '../model/report.js';

/** How much attention a domain needs, worst first: the one order in which every report lists domains. */
export const SEVERITIES = [
  'plaintext',
  'failing',
  'inconclusive',
  'waived',
  'warned',
  'secure',
  'not-offered',
] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * `plaintext` and `failing` (a TLS check set to `fail`) count against the run, as `exitCodeOf` does. `waived` is
 * plaintext that the user excepted for a while; `warned` is secure with remarks.
 */
export function severityOf(target: TargetReport): Severity {
  const counting = target.findings.filter((finding) => !finding.waived);
  if (target.verdict === 'plaintext' && !target.waived) return 'plaintext';
  if (counting.some((finding) => finding.group === 'tls' && finding.level === 'fail')) return 'failing';
  if (target.verdict === 'inconclusive') return 'inconclusive';
  if (target.verdict === 'plaintext') return 'waived';
  if (target.verdict === 'not-offered') return 'not-offered';
  return counting.length > 0 ? 'warned' : 'secure';
}

/** Domains by severity, then by name. */
export function worstFirst(targets: readonly TargetReport[]): TargetReport[] {
  const key = (target: TargetReport) => `${SEVERITIES.indexOf(severityOf(target))} ${target.domain}`;
  return [...targets].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

export interface Counts {
  readonly total: number;
  readonly secure: number;
  /** Without the waived ones. */
  readonly plaintext: number;
  readonly inconclusive: number;
  readonly notOffered: number;
  /** Plaintext, and every finding of it waived. */
  readonly waived: number;
}

/** The domains of a report by verdict; the five kinds add up to `total`. */
export function countVerdicts({ targets }: Pick<Report, 'targets'>): Counts {
  const count = (counts: (target: TargetReport) => boolean) => targets.filter(counts).length;
  return {
    total: targets.length,
    secure: count((target) => target.verdict === 'secure'),
    plaintext: count((target) => target.verdict === 'plaintext' && !target.waived),
    inconclusive: count((target) => target.verdict === 'inconclusive'),
    notOffered: count((target) => target.verdict === 'not-offered'),
    waived: count((target) => target.verdict === 'plaintext' && target.waived),
  };
}
