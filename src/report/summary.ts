import { byteLength, inertMarkdown } from '../model/inert.js';
import type { Advice } from '../model/remediation.js';
import type { Report, TargetReport } from '../model/report.js';
import { createBudget } from './budget.js';
import { severityOf, worstFirst } from './severity.js';
import { DETAILS_END, renderDetails } from './summary-details.js';
import { isSafeUrl, renderRow, TABLE_HEAD, type IssueOutcome } from './summary-table.js';
import { renderEndingWaivers } from './waivers.js';
import { bystandersLine, domains, duration, headline, moment, sentence, TEXT_LIMIT } from './words.js';

/** Below the 1 MiB at which a runner refuses the whole summary, with room for what others wrote in the same step. */
export const SUMMARY_LIMIT_BYTES = 900 * 1024;

/** For the sentence that counts what was left out. */
const OMISSIONS_RESERVE_BYTES = 300;

const ISSUE_NOTES_SHOWN = 20;

export interface SummaryContext extends Advice, IssueOutcome {
  /** Address of the workflow run. */
  readonly runUrl?: string;
  readonly maxBytes?: number;
}

/**
 * The job summary in GitHub Markdown, at most `maxBytes` of UTF-8: headline, a table of all domains worst first,
 * and a folded section for every domain that is not plainly secure. When it would not fit, transcripts go first, then
 * the rows of secure domains, then sections, then other rows; what was left out is counted.
 */
export function renderSummary(report: Report, context: SummaryContext): string {
  const targets = worstFirst(report.targets);
  // On a change the answer for a domain that passes is as much news as any other.
  const isNews = (target: TargetReport): boolean =>
    !isCalm(target) || (report.ofChange === true && target.unchanged !== true);
  const details = targets.filter((target) => !isCalm(target)).map((target) => renderDetails(target, context));
  const rowsOf = (some: readonly TargetReport[]) => some.map((target) => renderRow(target, context));
  const aside = bystandersLine(report);
  const head = [`## ${inertMarkdown(headline(report), TEXT_LIMIT)}`, ...(aside === undefined ? [] : [aside])].join(
    '\n\n',
  );
  const tail = [...renderEndingWaivers(report), ...renderIssueNotes(context), renderFooter(report, context)].join(
    '\n\n',
  );

  const fixed = byteLength(head + TABLE_HEAD + tail) + OMISSIONS_RESERVE_BYTES;
  const budget = createBudget((context.maxBytes ?? SUMMARY_LIMIT_BYTES) - fixed);
  const rows = budget.take(rowsOf(targets.filter(isNews)));
  const bodies = budget.take(details.map(({ body }) => body + DETAILS_END));
  const calmRows = budget.take(rowsOf(targets.filter((target) => !isNews(target))));
  const transcripts = budget.take(details.slice(0, bodies.length).map((section) => section.transcripts));

  const omissions = renderOmissions([
    [details.length - transcripts.length, 'transcript'],
    [targets.length - rows.length - calmRows.length, 'row'],
    [details.length - bodies.length, 'section'],
  ]);
  const sections = details
    .slice(0, bodies.length)
    .map(({ body }, i) => [body, transcripts[i], DETAILS_END].filter(Boolean).join('\n\n'));
  const table = [TABLE_HEAD, ...rows, ...calmRows].join('\n');
  return `${[head, table, ...omissions, ...sections, tail].join('\n\n')}\n`;
}

/** Domains of which the table says all there is to say. */
function isCalm(target: TargetReport): boolean {
  return ['secure', 'not-offered'].includes(severityOf(target));
}

function renderOmissions(omissions: readonly (readonly [count: number, what: string])[]): string[] {
  const parts = omissions.filter(([count]) => count > 0).map(([count, what]) => `${domains(count)} without ${what}`);
  return parts.length > 0
    ? [`Left out to keep this page readable: ${parts.join(', ')}. The JSON report has all of it.`]
    : [];
}

/** What went wrong with issues, and which were left alone; verdicts do not depend on it. */
function renderIssueNotes({ plan, applied = [] }: IssueOutcome): string[] {
  const remarks = applied.flatMap(({ error, note, action }) =>
    [error, note].flatMap((remark) => (remark === undefined ? [] : [`${action.domain}: ${remark}`])),
  );
  const notes = [...new Set([...remarks, ...(plan?.notes ?? [])])];
  if (notes.length === 0) return [];
  const shown = notes.slice(0, ISSUE_NOTES_SHOWN).map((note) => `- ${inertMarkdown(sentence(note), 2 * TEXT_LIMIT)}`);
  const more = notes.length > shown.length ? [`- and ${notes.length - shown.length} more`] : [];
  return [`**Issues**`, [...shown, ...more].join('\n')];
}

function renderFooter(report: Report, { runUrl }: SummaryContext): string {
  const run = runUrl !== undefined && isSafeUrl(runUrl) ? ` in [this run](${runUrl})` : '';
  const { name, version } = report.tool;
  return `<sub>${name} ${version} checked ${domains(report.targets.length)}${run}, ${moment(report.startedAt)}, ${duration(report.durationMs)}.</sub>`;
}
