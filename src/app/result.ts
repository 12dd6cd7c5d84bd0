import type { FailOn } from '../model/config.js';
import { decidingTargets, type Report, type TargetReport } from '../model/report.js';

/** Exit codes of the command line; the Action fails on every one but 0. */
export const EXIT = { secure: 0, plaintext: 1, configuration: 2, internal: 3, inconclusive: 4 } as const;

/** Whether a domain counts against the run: plaintext that nobody waived, or a failing check that the user set to `fail`. */
function countsAgainst(target: TargetReport): boolean {
  return (
    (target.verdict === 'plaintext' && !target.waived) ||
    target.findings.some((finding) => finding.level === 'fail' && finding.group === 'tls' && !finding.waived)
  );
}

/** The truth about all domains that decide, whatever `fail-on` makes of it. */
export function resultOf(targets: readonly TargetReport[]): Report['result'] {
  const deciding = decidingTargets({ targets });
  if (deciding.some(countsAgainst)) return 'fail';
  return deciding.some(leavesDoubt) ? 'inconclusive' : 'pass';
}

/** A waiver covers what was found, not what could not be looked at. */
function leavesDoubt({ verdict, services }: TargetReport): boolean {
  return verdict === 'inconclusive' || Object.values(services).some((service) => service.verdict === 'inconclusive');
}

/**
 * What a run ends with. `inconclusive` fails where it was asked to, and where nothing at all was seen: a watch that is
 * blind must not look like one that finds nothing. A change may not add a name that does not exist. `isOverdue`: a promised
 * repair did not come.
 */
export function exitCodeOf(
  report: Pick<Report, 'result' | 'targets' | 'ofChange'>,
  failOn: FailOn,
  isOverdue = false,
): number {
  if (failOn === 'overdue') return isOverdue ? EXIT.plaintext : EXIT.secure;
  if (failOn === 'never' || report.result === 'pass') return EXIT.secure;
  if (report.result === 'fail') return EXIT.plaintext;
  if (hasMistypedName(report)) return EXIT.configuration;
  return failOn === 'inconclusive' || sawNothing(report) ? EXIT.inconclusive : EXIT.secure;
}

/** Whether the change that the run is about names a domain that is not in the DNS. */
export function hasMistypedName(report: Pick<Report, 'targets' | 'ofChange'>): boolean {
  return report.ofChange === true && decidingTargets(report).some(({ unknownName }) => unknownName === true);
}

/**
 * Whether there was something to look at, and not one endpoint showed anything. Endpoints and not services are asked:
 * on a runner without IPv6 a service is inconclusive as soon as one of its addresses is IPv6.
 */
export function sawNothing(report: Pick<Report, 'targets'>): boolean {
  const offered = decidingTargets(report).filter(({ verdict }) => verdict !== 'not-offered');
  return offered.length > 0 && offered.every(isDark);
}

function isDark({ verdict, endpoints }: TargetReport): boolean {
  return (
    verdict === 'inconclusive' && !endpoints.some((one) => one.verdict === 'secure' || one.verdict === 'plaintext')
  );
}
