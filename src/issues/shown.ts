import { endpointName } from '../model/endpoint.js';
import { findingsOf, worstFindingsFirst } from '../model/finding.js';
import type { Advice } from '../model/remediation.js';
import type { EndpointReport, TargetReport } from '../model/report.js';
import type { Finding } from '../model/verdict.js';

/** An endpoint, and those of its findings that are worth telling, worst first. */
export interface ShownEndpoint {
  readonly endpoint: EndpointReport;
  readonly findings: readonly Finding[];
}

/** Worst endpoints first, then by name: the DNS gives them out in an order that changes (RFC 2782 weights). */
export function shownEndpoints(
  { endpoints, findings }: Pick<TargetReport, 'endpoints' | 'findings'>,
  advice: Pick<Advice, 'check'>,
): readonly ShownEndpoint[] {
  const key = (endpoint: EndpointReport): string =>
    [RANKS.indexOf(endpoint.verdict), endpoint.service, endpoint.transport, endpointName(endpoint)].join(' ');
  return [...endpoints]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map((endpoint) => ({ endpoint, findings: shownFindings(findingsOf(endpoint, findings), advice) }));
}

const RANKS = ['plaintext', 'inconclusive', 'secure'];

/** Those that count, or would without a waiver. A warning that is mended by the setting of an accusation says it again. */
function shownFindings(findings: readonly Finding[], { check }: Pick<Advice, 'check'>): Finding[] {
  const mended = new Set(findings.filter(isAccusing).map((finding) => check(finding.check)?.mend));
  const told = findings.filter(
    (finding) => finding.level !== 'note' && (isAccusing(finding) || !mended.has(check(finding.check)?.mend)),
  );
  return worstFindingsFirst(told.sort((a, b) => (a.check < b.check ? -1 : 1)));
}

const isAccusing = ({ group, level }: Finding): boolean => group === 'plaintext' && level === 'fail';

/** The endpoints that let plaintext in, with nothing but what shows it: what may be said of a stranger's server. */
export function accused(shown: readonly ShownEndpoint[]): readonly ShownEndpoint[] {
  return shown
    .map(({ endpoint, findings }) => ({
      endpoint,
      findings: findings.filter((finding) => isAccusing(finding) && finding.waived === undefined),
    }))
    .filter(({ findings }) => findings.length > 0);
}
