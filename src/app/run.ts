import type { IssueReader, IssueWriter } from '../forge/forge.js';
import type { Annotation } from '../model/annotation.js';
import type { Config } from '../model/config.js';
import { ConfigurationError, type Log } from '../model/ports.js';
import type { DomainWaiver } from '../model/plan.js';
import type { Report, TargetReport } from '../model/report.js';
import { annotate } from '../report/annotations.js';
import { renderConsole, type ConsoleOptions } from '../report/console.js';
import { renderJson } from '../report/json.js';
import { renderApplied, renderPlan } from '../report/plan.js';
import { renderProgress } from '../report/progress.js';
import { renderSummary } from '../report/summary.js';
import { endingWaivers } from '../report/waivers.js';
import { outputsOf } from './outputs.js';
import { EXIT, exitCodeOf, resultOf } from './result.js';
import { survey, type SurveyPorts } from './survey.js';
import { ADVICE, track, type Tracking } from './track.js';

/** Where issues are kept in this run, and what may be done to them. */
export interface Tracker {
  readonly reader: IssueReader;
  readonly writer?: IssueWriter;
}

export interface RunPorts extends Omit<SurveyPorts, 'onTarget' | 'onDetail'> {
  readonly log: Log & { print(text: string): void };
  readonly outputs: {
    set(name: string, value: string): void;
    summarise(markdown: string): Promise<string | undefined>;
    annotate(annotations: readonly Annotation[]): void;
  };
  readonly writeFile: (path: string, text: string) => Promise<void>;
  readonly console: ConsoleOptions;
  /** Absent where issues are not managed in this run. */
  readonly tracker?: Tracker;
  readonly runUrl?: string;
}

/** One run from configuration to exit code: survey, report, track. Throws only for bugs and for the user's mistakes. */
export async function run(config: Config, ports: RunPorts): Promise<number> {
  const { log, outputs } = ports;
  const total = config.targets.length;
  const seen = await survey(config, {
    ...ports,
    onDetail: (line) => log.debug(line),
    onTarget: (target, finished) => log.info(renderProgress(finished, total, target)),
  });
  log.print(renderConsole(seen, ports.console));

  const tracking = ports.tracker ? await trackIssues(seen, config, ports, ports.tracker) : undefined;
  const report = withWaiversOfIssues(seen, tracking?.plan?.waived ?? []);
  endingWaivers(report).forEach((sentence) => log.notice(sentence));
  const { jsonFile } = config.output;
  const isWritten = jsonFile === undefined || (await writeReport(jsonFile, report, ports));
  if (config.output.annotations) outputs.annotate(annotate(report));
  if (config.output.summary) await summarise(report, tracking, ports);
  const values = outputsOf(report, tracking, isWritten ? jsonFile : undefined);
  for (const [name, value] of Object.entries(values)) outputs.set(name, value);
  const code = exitCode(report, config, tracking, log);
  return code === EXIT.secure && !isWritten ? EXIT.configuration : code;
}

function exitCode(report: Report, { failOn }: Config, tracking: Tracking | undefined, log: Log): number {
  const plan = tracking?.plan;
  if (failOn === 'overdue' && plan === undefined)
    log.notice('fail-on is overdue, which only the issues tell, and they were not read in this run.');
  return exitCodeOf(report.result, failOn, (plan?.overdue ?? []).length > 0);
}

/** The report as it counts: a domain that people left alone in its issue is waived like one of the configuration. */
function withWaiversOfIssues(report: Report, waivers: readonly DomainWaiver[]): Report {
  if (waivers.length === 0) return report;
  const targets = report.targets.map((target): TargetReport => {
    const waiver = waivers.find(({ domain }) => domain === target.domain);
    if (waiver === undefined || target.verdict !== 'plaintext') return target;
    const { until, reason } = waiver;
    const findings = target.findings.map((finding) =>
      finding.group === 'plaintext' ? { waived: { until, reason }, ...finding } : finding,
    );
    return { ...target, waived: true, findings };
  });
  return { ...report, targets, result: resultOf(targets) };
}

/** Whether the JSON report could be written. Where it could not, the verdicts stand, and the run goes on to its end. */
async function writeReport(path: string, report: Report, { writeFile, log }: RunPorts): Promise<boolean> {
  try {
    await writeFile(path, renderJson(report));
    return true;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    log.error(`There is no JSON report: ${error.message}`);
    return false;
  }
}

async function trackIssues(report: Report, config: Config, ports: RunPorts, tracker: Tracker): Promise<Tracking> {
  const { log } = ports;
  const tracking = await track(report, config, {
    ...ports,
    ...tracker,
    onPlan: (plan) => log.print(renderPlan(plan, tracker.writer !== undefined)),
  });
  if (tracking.applied) log.print(renderApplied(tracking.applied));
  tracking.warnings.forEach((warning) => log.warning(warning));
  return tracking;
}

async function summarise(report: Report, tracking: Tracking | undefined, ports: RunPorts): Promise<void> {
  const { runUrl } = ports;
  const markdown = renderSummary(report, {
    ...ADVICE,
    ...(tracking?.plan ? { plan: tracking.plan } : {}),
    ...(tracking?.applied ? { applied: tracking.applied } : {}),
    ...(runUrl === undefined ? {} : { runUrl }),
  });
  const problem = await ports.outputs.summarise(markdown);
  if (problem !== undefined) ports.log.warning(problem);
}
