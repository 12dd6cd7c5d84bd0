import { OUTPUTS, type OutputName } from '../config/inputs.js';
import type { Action } from '../model/plan.js';
import type { Report } from '../model/report.js';
import { compactResults } from '../report/json.js';
import { countVerdicts } from '../report/severity.js';
import type { Tracking } from './track.js';

/** Every output of the Action for a finished run; numbers as decimal text, lists as JSON. */
export function outputsOf(
  report: Report,
  tracking: Tracking | undefined,
  jsonFile: string | undefined,
): Record<OutputName, string> {
  const counts = countVerdicts(report);
  const applied = tracking?.applied ?? [];
  const done = (kind: Action['kind']) =>
    JSON.stringify(
      applied.filter(({ action, status }) => action.kind === kind && status === 'done').map(({ issue }) => issue),
    );
  const failed = applied.filter(({ status }) => status === 'failed').map(({ action }) => action.domain);
  const domainOf = ({ domain }: { readonly domain: string }): string => domain;
  // Where the issues could not even be read, none of those that were called for could be written.
  const plaintext = report.targets.filter(({ verdict, waived }) => verdict === 'plaintext' && !waived);
  return {
    result: report.result,
    'hosts-total': String(report.targets.length),
    'hosts-secure': String(counts.secure),
    'hosts-plaintext': String(counts.plaintext),
    'hosts-inconclusive': String(counts.inconclusive),
    'hosts-not-offered': String(counts.notOffered),
    'hosts-waived': String(counts.waived),
    'plaintext-hosts': plaintext.map(domainOf).join('\n'),
    results: compactResults(report),
    'issues-opened': done('open'),
    'issues-closed': done('close'),
    'issues-reopened': done('reopen'),
    'issues-updated': done('update'),
    'issues-overdue': JSON.stringify(tracking?.plan?.overdue ?? []),
    'issues-failed': JSON.stringify(tracking && !tracking.plan ? plaintext.map(domainOf) : failed),
    'json-file': jsonFile ?? '',
  };
}

/** What the outputs say when a run ended before it had a report: nothing was found out. */
export function outputsOfFailure(): Record<OutputName, string> {
  const values = Object.keys(OUTPUTS).map((name) => {
    if (name === 'result') return [name, 'inconclusive'];
    if (name.startsWith('hosts-')) return [name, '0'];
    return [name, name === 'results' || name.startsWith('issues-') ? '[]' : ''];
  });
  return Object.fromEntries(values) as Record<OutputName, string>;
}
