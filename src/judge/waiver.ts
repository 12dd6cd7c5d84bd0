import type { Waiver } from '../model/target.js';
import type { Finding } from '../model/verdict.js';

/**
 * Marks the findings that a waiver covers at `now` (ISO 8601 instant, UTC). `until` is the first day on which a waiver
 * no longer counts. Only findings can be waived: not knowing stays not knowing.
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  now: string,
): readonly Finding[] {
  const today = now.slice(0, 10);
  const inForce = waivers.filter(({ until }) => today < until.slice(0, 10));
  return findings.map((finding) => {
    const waiver = inForce.find(({ checks }) => checks === 'all' || checks.includes(finding.check));
    if (waiver === undefined) return finding;
    return { ...finding, waived: { until: waiver.until, reason: waiver.reason } };
  });
}
