import type { Config } from '../model/config.js';
import { ConfigurationError, type Log } from '../model/ports.js';
import { REPORT_SCHEMA, type Report, type TargetReport } from '../model/report.js';
import type { Target } from '../model/target.js';
import type { ServiceVerdict } from '../model/verdict.js';
import { saidOf } from './look.js';
import { resultOf } from './result.js';

export interface MergePorts {
  readonly version: string;
  readonly log: Pick<Log, 'warning'>;
  readonly files: {
    /** The JSON files behind a path: itself, or all below a folder. */
    list(path: string): Promise<readonly string[]>;
    read(path: string): Promise<string | undefined>;
  };
}

/**
 * One report of the reports of several runs, as if one run had checked all of it. A configured domain that none of them
 * has is inconclusive: the job that was to check it may have failed, which is no reason to forget its issue.
 */
export async function merge(
  paths: readonly string[],
  { targets }: Pick<Config, 'targets'>,
  ports: MergePorts,
): Promise<Report> {
  const reports = await readAll(paths, ports);
  const newestFirst = [...reports].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  const found = new Map<string, TargetReport>();
  const twice = new Set<string>();
  for (const target of newestFirst.flatMap((report) => report.targets)) {
    if (found.has(target.domain)) twice.add(target.domain);
    else found.set(target.domain, target);
  }
  if (twice.size > 0) {
    ports.log.warning(`In several reports, of which the newest counts: ${[...twice].sort().join(', ')}`);
  }
  const missing = targets.filter(({ domain }) => !found.has(domain)).map(unreported);
  // In the order in which the reports were named: reading a folder gives the same report every time.
  const order = [...new Set(reports.flatMap((report) => report.targets.map(({ domain }) => domain)))];
  return asOne(reports, [...order.flatMap((domain) => found.get(domain) ?? []), ...missing], ports.version);
}

function asOne(reports: readonly Report[], targets: readonly TargetReport[], version: string): Report {
  const starts = reports.map(({ startedAt }) => Date.parse(startedAt));
  const ends = reports.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs);
  const start = Math.min(...starts);
  return {
    schema: REPORT_SCHEMA,
    tool: { name: 'xmpp-tls-compliance', version },
    startedAt: new Date(start).toISOString(),
    durationMs: Math.max(...ends) - start,
    result: resultOf(targets),
    targets,
    ...(reports.some(({ ofChange }) => ofChange === true) ? { ofChange: true } : {}),
  };
}

async function readAll(paths: readonly string[], { files }: MergePorts): Promise<readonly Report[]> {
  const { readReport } = await import('../config/report-file.js');
  const problems: string[] = [];
  const reports: Report[] = [];
  for (const path of paths) {
    const found = await files.list(path);
    if (found.length === 0) problems.push(`merge: there is no JSON report in "${path}"`);
    for (const file of found) {
      const text = await files.read(file);
      const read = text === undefined ? { problem: `"${file}" does not exist` } : readReport(file, text);
      if ('problem' in read) problems.push(`merge: ${read.problem}`);
      else reports.push(read.value);
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  return reports;
}

/** A domain that was to be checked and is in no report. */
function unreported(target: Target): TargetReport {
  const { domain, unicodeDomain, services } = target;
  const nothing: ServiceVerdict = {
    verdict: 'inconclusive',
    proof: 'none',
    because: ['none of the merged reports has this domain'],
  };
  return {
    domain,
    unicodeDomain,
    verdict: 'inconclusive',
    waived: false,
    services: Object.fromEntries(services.map((service) => [service, nothing])),
    endpoints: [],
    findings: [],
    notes: [],
    server: { software: target.server ?? 'generic', confidence: target.server ? 'configured' : 'unknown', by: [] },
    durationMs: 0,
    nextSteps: ['Did the job that checks it fail, or was its report not handed on?'],
    ...saidOf(target),
  };
}
