import pLimit from 'p-limit';
import type { Config } from '../model/config.js';
import { REPORT_SCHEMA, type Report, type TargetReport } from '../model/report.js';
import { openDialbackDesk, type DialbackDesk } from '../probe/dialback-desk.js';
import type { Listen } from '../probe/listener.js';
import { createPace } from '../probe/pace.js';
import type { LookPorts } from './endpoint.js';
import { describeLook, tellLookups } from './detail.js';
import { lookAtTarget } from './look.js';
import { resultOf } from './result.js';

export type SurveyPorts = Omit<LookPorts, 'signal' | 'pace' | 'dialbackDesk' | 'onLooked'> & {
  /** Opens the listener of the full s2s proof; called only where the configuration asks for it. */
  readonly listen?: Listen;
  readonly version: string;
  /** Called with what was asked of the DNS and said to servers, a line each. Hostile. */
  readonly onDetail?: (line: string) => void;
  /** Called once per domain, in the order in which they are finished. */
  readonly onTarget: (report: TargetReport, finished: number) => void;
};

/**
 * Looks at every configured domain, `parallel` at a time, within the deadline of the run. Domains that the deadline
 * cut off are in the report as inconclusive: a report always has one entry per configured target, in their order.
 */
export async function survey(config: Config, ports: SurveyPorts): Promise<Report> {
  const { clock } = ports;
  const desk = await openDesk(config, ports);
  const startedAt = clock.now();
  const start = clock.monotonic();
  const deadline = new AbortController();
  const finished = new AbortController();
  void clock.sleep(config.probe.runTimeoutMs, finished.signal).then(() => deadline.abort());
  const { onDetail = () => undefined } = ports;
  const lookPorts: LookPorts = {
    ...ports,
    resolver: tellLookups(ports.resolver, onDetail),
    onLooked: (looked) => describeLook(looked).forEach(onDetail),
    pace: createPace(),
    signal: deadline.signal,
    ...(desk === undefined ? {} : { dialbackDesk: desk }),
  };
  const limit = pLimit(config.probe.parallel);
  let count = 0;
  const looks = config.targets.map((target) =>
    limit(async () => {
      const report = await lookAtTarget(target, config, lookPorts);
      ports.onTarget(report, ++count);
      return report;
    }),
  );
  const targets = await Promise.all(looks).finally(async () => {
    // After a bug as well: neither the timer of the deadline nor a listener may keep the process alive.
    finished.abort();
    deadline.abort();
    await desk?.close();
  });
  return {
    schema: REPORT_SCHEMA,
    tool: { name: 'xmpp-tls-compliance', version: ports.version },
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Math.round(clock.monotonic() - start),
    result: resultOf(targets),
    targets,
  };
}

/** Where servers that verify our domain are answered, if the user wants the full s2s proof. */
async function openDesk({ probe }: Config, ports: SurveyPorts): Promise<DialbackDesk | undefined> {
  if (probe.s2sListen === undefined || ports.listen === undefined) return undefined;
  const listener = await ports.listen({ ...probe.s2sListen, domain: probe.s2sFrom });
  return openDialbackDesk(listener, probe.timeoutMs, ports);
}
