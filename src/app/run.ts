import type { IssueReader, IssueWriter } from '../forge/forge.js';
import type { Annotation } from '../model/annotation.js';
import type { Config } from '../model/config.js';
import type { Log } from '../model/ports.js';
import type { DomainWaiver } from '../model/plan.js';
import type { Report, TargetReport } from '../model/report.js';
import { annotate } from '../report/annotations.js';
import { closingWords, type Reason } from '../report/closing.js';
import { renderApplied, renderPlan } from '../report/plan.js';
import { renderProgress } from '../report/progress.js';
import { renderSummary } from '../report/summary.js';
import { endingWaivers } from '../report/waivers.js';
import { ADVICE } from './advice.js';
import { type FilePorts, writeFiles } from './files.js';
import type { Gate } from './gate.js';
import { merge, type MergePorts } from './merge.js';
import { outputsOf } from './outputs.js';
import { printReport, type Printer, type PrintOptions } from './print.js';
import { EXIT, exitCodeOf, hasMistypedName, resultOf, sawNothing } from './result.js';
import { survey, type SurveyPorts } from './survey.js';
import type { Tracking } from './track.js';

/** Where issues are kept in this run, and what may be done to them. */
export interface Tracker {
  readonly reader: IssueReader;
  readonly writer?: IssueWriter;
}

export interface RunPorts extends Omit<SurveyPorts, 'onTarget' | 'onDetail'> {
  readonly log: Log & Printer;
  readonly outputs: {
    set(name: string, value: string): void;
    summarise(markdown: string): Promise<string | undefined>;
    annotate(annotations: readonly Annotation[]): void;
  };
  readonly files: MergePorts['files'];
  readonly writeFile: FilePorts['writeFile'];
  readonly console: PrintOptions;
  /** Absent where issues are not managed in this run. */
  readonly tracker?: Tracker;
  /** Present where the run is about a change. */
  readonly gate?: Gate;
  readonly runUrl?: string;
  readonly workflowFile?: string;
  /** Called last, with the reason in words, where the run fails. */
  readonly onFailure?: (why: string) => void;
}

/** One run from configuration to exit code: survey, report, track. Throws only for bugs and for the user's mistakes. */
export async function run(config: Config, ports: RunPorts): Promise<number> {
  const seen = throughGate(await look(config, ports), ports.gate);
  printReport(seen, ports.log, ports.console);

  const tracking = ports.tracker ? await trackIssues(seen, config, ports, ports.tracker) : undefined;
  const report = withWaiversOfIssues(seen, tracking?.plan?.waived ?? []);
  endingWaivers(report).forEach((sentence) => ports.log.notice(sentence));
  const { runUrl, workflowFile } = ports;
  const context = { advice: ADVICE, ...present({ runUrl, workflowFile }) };
  const files = await writeFiles(report, config, context, ports);
  if (config.output.annotations) ports.outputs.annotate(annotate(report));
  if (config.output.summary) await summarise(report, tracking, ports);
  return finish(report, config, { tracking, files }, ports);
}

/** Looks at every domain, those first that decide: the deadline of the run may cut off the others. Or merges. */
async function look(config: Config, { gate, ...ports }: RunPorts): Promise<Report> {
  if (config.merge !== undefined) return merge(config.merge, config, ports);
  const decides = ({ domain }: { readonly domain: string }): boolean => gate?.changed?.has(domain) ?? true;
  const targets = [...config.targets.filter(decides), ...config.targets.filter((target) => !decides(target))];
  return survey(
    { ...config, targets },
    {
      ...ports,
      onDetail: (line) => ports.log.debug(line),
      onTarget: (target, finished) => {
        const line = renderProgress(finished, targets.length, target);
        if (line !== undefined && ports.console.isQuiet !== true) ports.log.info(line);
      },
    },
  );
}

function throughGate(report: Report, gate: Gate | undefined): Report {
  if (gate === undefined) return report;
  const { changed } = gate;
  const targets = report.targets.map((target): TargetReport =>
    changed === undefined || changed.has(target.domain) ? target : { ...target, unchanged: true },
  );
  return { ...report, targets, result: resultOf(targets), ofChange: true };
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

async function trackIssues(report: Report, config: Config, ports: RunPorts, tracker: Tracker): Promise<Tracking> {
  const { log } = ports;
  const { track } = await import('./track.js');
  const tracking = await track(
    report,
    { ...config, tracking: trackingOf(config) },
    {
      ...ports,
      ...tracker,
      onPlan: (plan) => log.print(renderPlan(plan, tracker.writer !== undefined)),
    },
  );
  if (tracking.applied) log.print(renderApplied(tracking.applied));
  tracking.warnings.forEach((warning) => log.warning(warning));
  return tracking;
}

/** Who merges without a list of what was to be checked cannot tell a removed domain from a report that is missing. */
function trackingOf({ merge: merged, targets, tracking }: Config): Config['tracking'] {
  return merged !== undefined && targets.length === 0 ? { ...tracking, fullRun: false } : tracking;
}

async function summarise(report: Report, tracking: Tracking | undefined, ports: RunPorts): Promise<void> {
  const { plan, applied } = tracking ?? {};
  const markdown = renderSummary(report, { ...ADVICE, ...present({ plan, applied, runUrl: ports.runUrl }) });
  const problem = await ports.outputs.summarise(markdown);
  if (problem !== undefined) ports.log.warning(problem);
}

interface Ending {
  readonly tracking: Tracking | undefined;
  readonly files: Awaited<ReturnType<typeof writeFiles>>;
}

/** Sets the outputs, and says why where the run fails: a step that is red without a word helps nobody. */
function finish(report: Report, config: Config, { tracking, files }: Ending, ports: RunPorts): number {
  const judged = judge(report, config, tracking, ports.log);
  const code = judged === EXIT.secure && !files.isComplete ? EXIT.configuration : judged;
  const values = outputsOf({ report, code, tracking, files: files.paths });
  for (const [name, value] of Object.entries(values)) ports.outputs.set(name, value);
  if (code === EXIT.secure) return code;
  const { plan, applied } = tracking ?? {};
  const context = { hasSummary: config.output.summary, ...present({ plan, applied }) };
  ports.onFailure?.(closingWords(report, reasonFor(code, report, config), context));
  return code;
}

function judge(report: Report, { failOn }: Config, tracking: Tracking | undefined, log: Log): number {
  const plan = tracking?.plan;
  if (failOn === 'overdue' && plan === undefined)
    log.notice('fail-on is overdue, which only the issues tell, and they were not read in this run.');
  return exitCodeOf(report, failOn, (plan?.overdue ?? []).length > 0);
}

function reasonFor(code: number, report: Report, { failOn }: Config): Reason {
  if (code === EXIT.plaintext) return failOn === 'overdue' ? 'overdue' : 'plaintext';
  if (code === EXIT.configuration) return hasMistypedName(report) ? 'mistyped' : 'unwritten';
  return sawNothing(report) ? 'blind' : 'inconclusive';
}

/** Only what is there: absent values become absent keys. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const there = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
