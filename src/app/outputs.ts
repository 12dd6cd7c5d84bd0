import { OUTPUTS, type OutputName } from '../config/outputs.js';
import type { Action } from '../model/plan.js';
import type { Report } from '../model/report.js';
import { FORMAT_NAMES, type FormatName } from '../report/formats.js';
import { areComplete, compactResults, plaintextHosts } from '../report/json.js';
import { overdueIn } from '../report/overdue.js';
import { countVerdicts } from '../report/severity.js';
import type { Tracking } from './track.js';

export interface Finished {
  readonly report: Report;
  readonly code: number;
  readonly tracking: Tracking | undefined;
  /** Paths of the files that were written and may be handed on. */
  readonly files: Partial<Readonly<Record<FormatName, string>>>;
}

/** Every output of the Action for a finished run; numbers as decimal text, lists as JSON. */
export function outputsOf({ report, code, tracking, files }: Finished): Record<OutputName, string> {
  const counts = countVerdicts(report);
  const applied = tracking?.applied ?? [];
  const done = (kind: Action['kind']) =>
    JSON.stringify(
      applied.filter(({ action, status }) => action.kind === kind && status === 'done').map(({ issue }) => issue),
    );
  return {
    result: report.result,
    'exit-code': String(code),
    'hosts-total': String(report.targets.length),
    'hosts-secure': String(counts.secure),
    'hosts-plaintext': String(counts.plaintext),
    'hosts-inconclusive': String(counts.inconclusive),
    'hosts-not-offered': String(counts.notOffered),
    'hosts-waived': String(counts.waived),
    'plaintext-hosts': plaintextHosts(report),
    results: compactResults(report),
    'results-complete': String(areComplete(report)),
    'issues-opened': done('open'),
    'issues-closed': done('close'),
    'issues-reopened': done('reopen'),
    'issues-updated': done('update'),
    'issues-overdue': JSON.stringify(overdueIn(tracking?.plan, applied).flatMap(({ issue }) => issue ?? [])),
    'issues-failed': JSON.stringify(failedDomains(report, tracking)),
    ...(Object.fromEntries(FORMAT_NAMES.map((name) => [name, files[name] ?? ''])) as Record<FormatName, string>),
  };
}

/** Where the issues could not even be read, none of those that were called for could be written. */
function failedDomains({ targets }: Report, tracking: Tracking | undefined): string[] {
  if (tracking && !tracking.plan) {
    return targets.filter(({ verdict, waived }) => verdict === 'plaintext' && !waived).map(({ domain }) => domain);
  }
  const applied = tracking?.applied ?? [];
  return applied.filter(({ status }) => status === 'failed').map(({ action }) => action.domain);
}

/** What the outputs say when a run ended before it had a report: nothing was found out. */
export function outputsOfFailure(code: number): Record<OutputName, string> {
  const fixed: Readonly<Record<string, string>> = {
    result: 'inconclusive',
    'exit-code': String(code),
    'results-complete': 'false',
  };
  const values = Object.keys(OUTPUTS).map((name) => {
    if (name in fixed) return [name, fixed[name]];
    if (name.startsWith('hosts-')) return [name, '0'];
    return [name, name === 'results' || name.startsWith('issues-') ? '[]' : ''];
  });
  return Object.fromEntries(values) as Record<OutputName, string>;
}
