import { track as trackForReal } from '../../src/app/track.js';
import type { IssueReader, IssueWriter } from '../../src/forge/forge.js';
import type { Config, TrackingOptions } from '../../src/model/config.js';
import type { Plan } from '../../src/model/plan.js';
import { REPORT_SCHEMA, type Report, type TargetReport } from '../../src/model/report.js';
import { testClock } from '../forge/test-clock.js';
import { anInput } from './builders.js';

export interface Forge {
  readonly reader: IssueReader;
  readonly writer: IssueWriter;
}

/** What is worth saying about a run in a test. */
export interface TestRun {
  readonly targets?: readonly TargetReport[];
  /** ISO 8601 instant. */
  readonly now?: string;
  readonly tracking?: Partial<TrackingOptions>;
  readonly runUrl?: string;
}

/** The plan of a run that has no writer: nothing is written. */
export async function planFor({ reader }: Pick<Forge, 'reader'>, run: TestRun): Promise<Plan> {
  return carryOut(run, { reader });
}

/** One whole run, by the same function that the Action calls. Gives back the plan. */
export async function track({ reader, writer }: Forge, run: TestRun): Promise<Plan> {
  return carryOut(run, { reader, writer });
}

async function carryOut(run: TestRun, forge: Pick<Forge, 'reader'> & Partial<Forge>): Promise<Plan> {
  const { runUrl } = run;
  const {
    plan,
    applied = [],
    warnings,
  } = await trackForReal(reportOf(run), configOf(run), {
    ...forge,
    clock: testClock(),
    onPlan: () => undefined,
    ...(runUrl === undefined ? {} : { runUrl }),
  });
  const failure = applied.find(({ status }) => status === 'failed');
  if (failure) throw new Error(failure.error);
  if (plan === undefined) throw new Error(warnings.join(' '));
  return plan;
}

export function reportOf({ targets = [], now = anInput().now }: TestRun): Report {
  const tool = { name: 'xmpp-tls-compliance', version: 'test' } as const;
  return { schema: REPORT_SCHEMA, tool, startedAt: now, durationMs: 1, result: 'fail', targets };
}

export function configOf({ tracking = {} }: TestRun): Config {
  return {
    targets: [],
    checks: {},
    services: ['c2s', 's2s'],
    failOn: 'plaintext',
    probe: { timeoutMs: 3000, runTimeoutMs: 60_000, parallel: 1, retries: 0, s2sFrom: 'tls-probe.invalid' },
    network: { dnsServers: [], allowPrivateAddresses: true },
    tracking: { manageIssues: 'always', dryRun: false, ...anInput().tracking, ...tracking },
    output: { summary: false, annotations: false },
  };
}
