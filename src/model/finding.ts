import type { Endpoint } from './endpoint.js';
import type { EndpointReport } from './report.js';
import type { Finding } from './verdict.js';

/** The findings that were made on one endpoint. */
export function findingsOf(endpoint: EndpointReport, findings: readonly Finding[]): Finding[] {
  return findings.filter(({ endpoint: found }) => PLACE.every((name) => found[name] === endpoint[name]));
}

const PLACE = ['service', 'transport', 'host', 'port', 'address', 'url'] as const satisfies readonly (keyof Endpoint)[];

const LEVELS = ['fail', 'warn', 'note'];

/** Findings by what they count for: failures of the run first, waived ones last, and among these what would count most. */
export function worstFindingsFirst(findings: readonly Finding[]): Finding[] {
  const rank = ({ level, waived }: Finding): number => LEVELS.indexOf(level) + (waived ? LEVELS.length : 0);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}
