import { inertMarkdown } from '../model/inert.js';
import type { Report } from '../model/report.js';
import { domainName, TEXT_LIMIT } from './words.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** So long before its end a waiver is spoken of, while there is time to repair or to decide anew. */
const NOTICE_DAYS = 7;
const SHOWN = 20;

/**
 * One sentence for every waiver that covers something and ends within a week, whether it stands in the configuration or
 * was given in an issue. What it was given for is hostile.
 */
export function endingWaivers({ targets, startedAt }: Pick<Report, 'targets' | 'startedAt'>): string[] {
  const today = startedAt.slice(0, 10);
  return targets.flatMap((target) => {
    const waivers = new Map(target.findings.flatMap(({ waived }) => (waived ? [[waived.until, waived.reason]] : [])));
    return [...waivers].sort().flatMap(([until = '', reason = '']) => {
      const days = Math.round((Date.parse(until) - Date.parse(today)) / DAY_MS);
      if (Number.isNaN(days) || days > NOTICE_DAYS) return [];
      const when = days <= 1 ? 'tomorrow' : `in ${days} days`;
      return [`The waiver of ${domainName(target)} ends ${when}, on ${until}; it was given because: ${reason}.`];
    });
  });
}

/** The same for the job summary. */
export function renderEndingWaivers(report: Pick<Report, 'targets' | 'startedAt'>): string[] {
  const sentences = endingWaivers(report);
  if (sentences.length === 0) return [];
  const shown = sentences.slice(0, SHOWN).map((sentence) => `- ${inertMarkdown(sentence, 2 * TEXT_LIMIT)}`);
  const more = sentences.length > SHOWN ? [`- and ${sentences.length - SHOWN} more`] : [];
  return ['**Waivers that end soon**', [...shown, ...more].join('\n')];
}
