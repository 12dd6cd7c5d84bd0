import { inertText } from '../model/inert.js';
import type { TargetReport } from '../model/report.js';
import { domainName, serviceVerdicts, TEXT_LIMIT, VERDICT_TITLES, verdictWords } from './words.js';

/** One line per finished domain: `[3/200] example.org plaintext: c2s offers login without TLS (advertised), s2s secure`. */
export function renderProgress(finished: number, total: number, target: TargetReport): string {
  const services = serviceVerdicts(target).map(([service, verdict]) =>
    verdict.verdict === 'secure' ? `${service} secure` : `${service} ${verdictWords(service, verdict)}`,
  );
  const title = VERDICT_TITLES[target.verdict] + (target.waived ? ' (waived)' : '');
  const line = `[${finished}/${total}] ${domainName(target)} ${title}`;
  return inertText(target.verdict === 'secure' ? line : `${line}: ${services.join(', ')}`, TEXT_LIMIT);
}
