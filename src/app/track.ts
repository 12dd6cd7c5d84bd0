import { applyPlan, warningsOf } from '../forge/apply.js';
import { describeForgeError, ForgeError, type IssueReader, type IssueWriter } from '../forge/forge.js';
import { addCampaign, type CampaignInput, isCampaign } from '../issues/campaign.js';
import { limitPlan } from '../issues/limits.js';
import {
  issuesClosedByOthers,
  issuesWithPendingComment,
  type Listening,
  listenTo,
  type Scope,
} from '../issues/listening.js';
import { planIssues } from '../issues/plan.js';
import type { HeardComment, ListedIssue } from '../model/case.js';
import { holdBack, isWaitingList, keepList } from '../issues/waiting.js';
import type { Config } from '../model/config.js';
import type { Applied, Plan } from '../model/plan.js';
import type { Clock } from '../model/ports.js';
import type { Report } from '../model/report.js';
import { ADVICE } from './advice.js';

export interface TrackPorts {
  readonly reader: IssueReader;
  /** Absent on a dry run: what cannot be called cannot write. */
  readonly writer?: IssueWriter;
  readonly clock: Clock;
  readonly runUrl?: string;
  /** Called with the complete plan before the first write. */
  readonly onPlan: (plan: Plan) => void;
}

export interface Tracking {
  /** Absent where the issues could not be read. */
  readonly plan?: Plan;
  /** Absent on a dry run. */
  readonly applied?: readonly Applied[];
  /** What the forge refused, one sentence each, with the line that helps. The verdicts stand regardless. */
  readonly warnings: readonly string[];
}

/** Compares the report with the issues there are, makes a plan, and carries it out where there is a writer. */
export async function track(report: Report, config: Config, ports: TrackPorts): Promise<Tracking> {
  const { reader, writer, clock } = ports;
  const label = config.tracking.labelPrefix;
  try {
    const listed = await reader.listManaged(label);
    const { plan, warnings } = await planRun(report, config, listed, ports);
    ports.onPlan(plan);
    if (!writer) return { plan, warnings };
    const applied = await applyPlan(plan, { reader, writer, clock, listed, label });
    return { plan, applied, warnings: [...warnings, ...warningsOf(applied)] };
  } catch (error) {
    if (error instanceof ForgeError) return { warnings: [describeForgeError(error)] };
    throw error;
  }
}

/** Reads what the plan needs to know besides the issues, and makes it. */
async function planRun(
  report: Report,
  config: Config,
  listed: readonly ListedIssue[],
  { reader, runUrl }: TrackPorts,
): Promise<Required<Pick<Tracking, 'plan' | 'warnings'>>> {
  const { tracking } = config;
  const scope: Scope = { targets: report.targets, fullRun: tracking.fullRun };
  const ours = listed.filter((issue) => !isCampaign(issue) && !isWaitingList(issue));
  const cases = await withClosers(ours, scope, reader);
  const comments = new Map<number, readonly string[]>();
  for (const issue of issuesWithPendingComment(cases, scope)) comments.set(issue, await reader.listComments(issue));
  const { heard, warnings } = await listen(reader, listenTo(cases, scope, report.startedAt));
  const decided = planIssues({
    listed: cases,
    comments,
    ...(heard === undefined ? {} : { heard }),
    ...reader.capabilities,
    targets: report.targets,
    leftAlone: leftAloneBy(config, report.startedAt),
    tracking,
    advice: ADVICE,
    s2sFrom: config.probe.s2sFrom,
    now: report.startedAt,
    ...(runUrl === undefined ? {} : { runUrl }),
  });
  const { labelPrefix, openAfter = 1 } = tracking;
  const waiting = { ...scope, listed, labelPrefix, openAfter, now: report.startedAt };
  const limited = keepList(limitPlan(holdBack(decided, waiting), tracking, listed), decided, waiting);
  if (tracking.campaign !== true) return { plan: limited, warnings };
  const input = { ...reader.capabilities, listed, labelPrefix, ...limits(config) };
  return { plan: addCampaign(limited, input), warnings };
}

/** The issues, with a note on those that a bot closed. */
async function withClosers(
  cases: readonly ListedIssue[],
  scope: Scope,
  { capabilities, readIssue }: IssueReader,
): Promise<readonly ListedIssue[]> {
  const byBots = new Set<number>();
  for (const number of capabilities.closers ? issuesClosedByOthers(cases, scope) : []) {
    const issue = await readIssue(number);
    if (issue?.closedByBot === true) byBots.add(number);
  }
  return cases.map((issue) => (byBots.has(issue.number) ? { ...issue, closedByBot: true } : issue));
}

/** Domains that the file leaves alone: where nothing was found, the report does not show that. */
function leftAloneBy({ targets }: Config, now: string): ReadonlySet<string> {
  const waived = targets.filter(({ waivers }) => waivers.some(({ until }) => now.slice(0, 10) < until.slice(0, 10)));
  return new Set(waived.map(({ domain }) => domain));
}

/** What people said. Where that cannot be read it is heard by a later run, and everything else goes on. */
async function listen(
  reader: IssueReader,
  listening: Listening | undefined,
): Promise<{ readonly heard?: readonly HeardComment[]; readonly warnings: readonly string[] }> {
  if (listening === undefined) return { heard: [], warnings: [] };
  try {
    return { heard: await reader.listCommentsSince(listening.since, listening.needsRights), warnings: [] };
  } catch (error) {
    if (!(error instanceof ForgeError) || error.stops) throw error;
    return { warnings: [`${describeForgeError(error)} What people said is not heard in this run.`] };
  }
}

function limits({ tracking: { maxIssueWrites } }: Config): Pick<CampaignInput, 'maxIssueWrites'> {
  return maxIssueWrites === undefined ? {} : { maxIssueWrites };
}
