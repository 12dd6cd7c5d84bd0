import { CHECKS } from '../checks/index.js';
import { applyPlan, warningsOf } from '../forge/apply.js';
import { describeForgeError, ForgeError, type IssueReader, type IssueWriter } from '../forge/forge.js';
import { addCampaign, type CampaignInput, isCampaign } from '../issues/campaign.js';
import { limitPlan } from '../issues/limits.js';
import { issuesWithPendingComment, listenSince, planIssues } from '../issues/plan.js';
import { mayHoldCommand } from '../issues/words.js';
import type { Config } from '../model/config.js';
import type { Applied, Plan } from '../model/plan.js';
import type { Clock } from '../model/ports.js';
import type { Advice } from '../model/remediation.js';
import type { Report } from '../model/report.js';
import { REMEDIATIONS } from '../remediation/index.js';

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

/** The advice that issues and the summary give: which setting a check points at, and how each server spells it. */
export const ADVICE: Advice = {
  check: (id) => CHECKS.find((check) => check.id === id),
  remediation: (software) => REMEDIATIONS[software],
};

/** Compares the report with the issues there are, makes a plan, and carries it out where there is a writer. */
export async function track(report: Report, config: Config, ports: TrackPorts): Promise<Tracking> {
  const { reader, writer, clock, runUrl } = ports;
  const label = config.tracking.labelPrefix;
  try {
    const listed = await reader.listManaged(label);
    const comments = new Map<number, readonly string[]>();
    for (const issue of issuesWithPendingComment(listed)) comments.set(issue, await reader.listComments(issue));
    const since = listenSince(listed);
    const heard = since === undefined ? [] : await reader.listCommentsSince(since, mayHoldCommand);
    const decided = planIssues({
      listed: listed.filter((issue) => !isCampaign(issue)),
      comments,
      heard,
      dueDates: reader.capabilities.dueDates,
      closeReasons: reader.capabilities.closeReasons,
      targets: report.targets,
      tracking: config.tracking,
      advice: ADVICE,
      s2sFrom: config.probe.s2sFrom,
      now: report.startedAt,
      ...(runUrl === undefined ? {} : { runUrl }),
    });
    const limited = limitPlan(decided, config.tracking, listed);
    const plan =
      config.tracking.campaign === true
        ? addCampaign(limited, { ...reader.capabilities, listed, labelPrefix: label, ...limits(config) })
        : limited;
    ports.onPlan(plan);
    if (!writer) return { plan, warnings: [] };
    const applied = await applyPlan(plan, { reader, writer, clock, listed, label });
    return { plan, applied, warnings: warningsOf(applied) };
  } catch (error) {
    if (error instanceof ForgeError) return { warnings: [describeForgeError(error)] };
    throw error;
  }
}

function limits({ tracking: { maxIssueWrites } }: Config): Pick<CampaignInput, 'maxIssueWrites'> {
  return maxIssueWrites === undefined ? {} : { maxIssueWrites };
}
