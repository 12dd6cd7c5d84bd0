import type { FailOn } from '../model/config.js';
import type { Report, TargetReport } from '../model/report.js';

/** Exit codes of the command line; the Action fails on every one but 0. */
export const EXIT = { secure: 0, plaintext: 1, configuration: 2, internal: 3, inconclusive: 4 } as const;

/** Whether a domain counts against the run: plaintext that nobody waived, or a fault of TLS at level `fail`. */
export function countsAgainst(target: TargetReport): boolean {
  return (
    (target.verdict === 'plaintext' && !target.waived) ||
    target.findings.some((finding) => finding.level === 'fail' && finding.group === 'tls' && !finding.waived)
  );
}

/** The truth about all targets, whatever `fail-on` makes of it. */
export function resultOf(targets: readonly TargetReport[]): Report['result'] {
  if (targets.some(countsAgainst)) return 'fail';
  return targets.some(leavesDoubt) ? 'inconclusive' : 'pass';
}

/** A waiver covers what was found, not what could not be looked at. */
function leavesDoubt({ verdict, services }: TargetReport): boolean {
  return verdict === 'inconclusive' || Object.values(services).some((service) => service.verdict === 'inconclusive');
}

/** What a run ends with: `inconclusive` fails only where it was asked to. `isOverdue`: a promised repair did not come. */
export function exitCodeOf(result: Report['result'], failOn: FailOn, isOverdue = false): number {
  if (failOn === 'overdue') return isOverdue ? EXIT.plaintext : EXIT.secure;
  if (failOn === 'never' || result === 'pass') return EXIT.secure;
  if (result === 'fail') return EXIT.plaintext;
  return failOn === 'inconclusive' ? EXIT.inconclusive : EXIT.secure;
}
