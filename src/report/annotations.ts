import type { Annotation } from '../model/annotation.js';
import { endpointName } from '../model/endpoint.js';
import { worstFindingsFirst } from '../model/finding.js';
import { inertText } from '../model/inert.js';
import { checkUrl } from '../model/links.js';
import type { Report, TargetReport } from '../model/report.js';
import type { Finding } from '../model/verdict.js';
import { severityOf, worstFirst, type Severity } from './severity.js';
import {
  domainName,
  sentence,
  SERVICE_TITLES,
  serviceVerdicts,
  SEVERITY_TITLES,
  TEXT_LIMIT,
  verdictWords,
} from './words.js';

/** A runner shows ten annotations of each level per step and drops the rest; one is left for the failure of the step. */
const LIMIT_PER_LEVEL = 9;

/** GitHub cuts longer messages. */
export const MESSAGE_LIMIT = 4096;

const ELSEWHERE = 'the job summary and the JSON report have all of them';

const LEVELS = ['error', 'warning', 'notice'] as const;

/**
 * One annotation per domain that has something to tell, on the line of the configuration that names it, where one does.
 * In a run about a change what it touches comes first, passing domains included, so that a reviewer is never left without
 * an answer on a line; all others are notices.
 */
export function annotate(report: Report): Annotation[] {
  const all = worstFirst(report.targets).flatMap((target) => annotateTarget(target, report.ofChange === true));
  return LEVELS.flatMap((level) =>
    limited(
      all.filter((annotation) => annotation.level === level),
      ELSEWHERE,
    ),
  );
}

function annotateTarget(target: TargetReport, isOfChange: boolean): Annotation[] {
  const severity = severityOf(target);
  const level = levelOf(target, severity, isOfChange);
  if (level === undefined) return [];
  const message = [...opening(target, severity), ...findingsInWords(target), ...doubtsInWords(target)];
  return [
    {
      level,
      title: inertText(`${domainName(target)}: ${titleOf(target, severity)}`, TEXT_LIMIT),
      message: inertText(message.join(' '), MESSAGE_LIMIT),
      ...(target.position === undefined ? {} : { position: target.position }),
    },
  ];
}

/** How loudly a domain is told; undefined: it goes without saying. */
function levelOf(target: TargetReport, severity: Severity, isOfChange: boolean): Annotation['level'] | undefined {
  const isCalm = severity === 'secure' || severity === 'not-offered';
  const hasDoubt = serviceVerdicts(target).some(([, { verdict }]) => verdict === 'inconclusive');
  if (target.unchanged === true) return isCalm ? undefined : 'notice';
  if (severity === 'plaintext' || severity === 'failing') return 'error';
  if (isOfChange && target.unknownName === true) return 'error';
  if (severity === 'inconclusive' || hasDoubt) return 'warning';
  if (target.findings.some(({ level, waived }) => level !== 'note' && !waived)) return 'warning';
  if (target.findings.length > 0) return 'notice';
  return isOfChange ? 'notice' : undefined;
}

function titleOf(target: TargetReport, severity: Severity): string {
  return target.unchanged === true
    ? `${SEVERITY_TITLES[severity]}, not part of this change`
    : SEVERITY_TITLES[severity];
}

function opening(target: TargetReport, severity: Severity): string[] {
  if (target.unknownName === true) return ['The name does not exist in the DNS; is it misspelt?'];
  if (severity === 'secure' || severity === 'warned') return ['TLS is enforced.'];
  return severity === 'not-offered' ? ['The service is not offered, so there is nothing to enforce.'] : [];
}

/** Every failing check once, worst first, with the place where it was seen and the page that explains it. */
function findingsInWords({ findings }: TargetReport): string[] {
  const sorted = worstFindingsFirst(findings);
  return [...new Set(sorted.map(({ check }) => check))].flatMap((check) => {
    const [worst, ...others] = sorted.filter((finding) => finding.check === check);
    return worst ? [findingInWords(worst, others.length)] : [];
  });
}

function findingInWords(finding: Finding, others: number): string {
  const place = `Seen at ${endpointName(finding.endpoint)}${others > 0 ? ` and ${others} more` : ''}.`;
  const waived = finding.waived && `Waived until ${finding.waived.until}: ${sentence(finding.waived.reason)}`;
  const url = checkUrl(finding.check);
  const about = url === undefined ? finding.check : `${finding.check}: ${url}`;
  return [sentence(finding.message), place, waived, `(${about})`].filter(Boolean).join(' ');
}

/** A service that nobody could look at is no error of the server, and no reason for calm either. */
function doubtsInWords(target: TargetReport): string[] {
  if (target.unknownName === true) return [];
  const doubts = serviceVerdicts(target)
    .filter(([, { verdict }]) => verdict === 'inconclusive')
    .map(([service, verdict]) => sentence(`${SERVICE_TITLES[service]} ${verdictWords(service, verdict)}`));
  return [...doubts, ...(target.nextSteps ?? [])];
}

/** The first annotations of one level, as many as a runner shows, and where the others are. */
export function limited(annotations: readonly Annotation[], elsewhere: string): Annotation[] {
  const [first] = annotations;
  if (!first || annotations.length <= LIMIT_PER_LEVEL) return [...annotations];
  const shown = annotations.slice(0, LIMIT_PER_LEVEL - 1);
  const more = `and ${annotations.length - shown.length} more`;
  const message = `${more}: ${elsewhere}.`;
  return [...shown, { level: first.level, title: more, message }];
}
