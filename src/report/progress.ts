import { inertText } from '../model/inert.js';
import type { TargetReport } from '../model/report.js';
import { severityOf } from './severity.js';
import { domainName, SEVERITY_TITLES, TEXT_LIMIT } from './words.js';

/** Below so many domains the report comes soon enough, and a line for each would only say it twice. */
const FEWEST_FOR_PROGRESS = 5;

/** One line per finished domain, `[3/200] example.org plaintext`; undefined where there are too few to wait for. */
export function renderProgress(finished: number, total: number, target: TargetReport): string | undefined {
  if (total < FEWEST_FOR_PROGRESS) return undefined;
  return inertText(`[${finished}/${total}] ${domainName(target)} ${SEVERITY_TITLES[severityOf(target)]}`, TEXT_LIMIT);
}
