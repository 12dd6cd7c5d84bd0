import type { Annotation } from '../model/annotation.js';
import { endpointName } from '../model/endpoint.js';
import { worstFindingsFirst } from '../model/finding.js';
import { inertText } from '../model/inert.js';
import type { Report, TargetReport } from '../model/report.js';
import type { SourcePosition } from '../model/target.js';
import type { Finding } from '../model/verdict.js';
import { worstFirst } from './severity.js';
import { domainName, sentence, serviceVerdicts, TEXT_LIMIT, verdictWords } from './words.js';

/** A runner shows ten annotations of each level per step and drops the rest; one is left for the failure of the step. */
const LIMIT_PER_LEVEL = 9;

/** GitHub cuts longer messages. */
const MESSAGE_LIMIT = 4096;

const LEVELS = ['error', 'warning', 'notice'] as const;

/**
 * One annotation per domain and failing check, and one per service that could not be decided, on the line of the
 * configuration that names the domain. A domain without such a line has none: there is no file to show it in.
 */
export function annotate(report: Report): Annotation[] {
  const all = worstFirst(report.targets).flatMap((target) =>
    target.position ? [...annotateFindings(target, target.position), ...annotateDoubts(target, target.position)] : [],
  );
  return LEVELS.flatMap((level) => limited(all.filter((annotation) => annotation.level === level)));
}

function annotateFindings(target: TargetReport, position: SourcePosition): Annotation[] {
  const findings = worstFindingsFirst(target.findings);
  return [...new Set(findings.map((finding) => finding.check))].flatMap((check) => {
    const [worst, ...others] = findings.filter((finding) => finding.check === check);
    return worst ? [{ ...annotateFinding(target, worst, others.length), position }] : [];
  });
}

function annotateFinding(target: TargetReport, finding: Finding, others: number): Annotation {
  const place = `Seen at ${endpointName(finding.endpoint)}${others > 0 ? ` and ${others} more` : ''}.`;
  const waived = finding.waived && `Waived until ${finding.waived.until}: ${sentence(finding.waived.reason)}`;
  return {
    level: annotationLevel(finding),
    title: inertText(`${domainName(target)} ${finding.check}`, TEXT_LIMIT),
    message: inertText([sentence(finding.message), place, waived].filter(Boolean).join(' '), MESSAGE_LIMIT),
  };
}

/** A service that nobody could look at is no error of the server, and no reason for calm either. */
function annotateDoubts(target: TargetReport, position: SourcePosition): Annotation[] {
  return serviceVerdicts(target)
    .filter(([, { verdict }]) => verdict === 'inconclusive')
    .map(([service, verdict]) => ({
      level: 'warning',
      title: inertText(`${domainName(target)} ${service} inconclusive`, TEXT_LIMIT),
      message: inertText(sentence(`${service} ${verdictWords(service, verdict)}`), MESSAGE_LIMIT),
      position,
    }));
}

function annotationLevel({ waived, level }: Finding): Annotation['level'] {
  if (waived || level === 'note') return 'notice';
  return level === 'fail' ? 'error' : 'warning';
}

function limited(annotations: readonly Annotation[]): Annotation[] {
  const [first] = annotations;
  if (!first || annotations.length <= LIMIT_PER_LEVEL) return [...annotations];
  const shown = annotations.slice(0, LIMIT_PER_LEVEL - 1);
  const more = `and ${annotations.length - shown.length} more`;
  const message = `${more}: the job summary and the JSON report have all of them.`;
  return [...shown, { level: first.level, title: more, message }];
}
