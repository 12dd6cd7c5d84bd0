import { inertText } from '../model/inert.js';
import type { Applied, Plan } from '../model/plan.js';
import { decidingTargets, type Report, type TargetReport } from '../model/report.js';
import { overdueIn } from './overdue.js';
import { severityOf, type Severity } from './severity.js';
import { domainName, headline, PREDICATES, TEXT_LIMIT } from './words.js';

/** Domains and issues that are named one by one. */
const NAMED = 5;

/** Why a run fails. */
export type Reason = 'plaintext' | 'overdue' | 'mistyped' | 'blind' | 'inconclusive' | 'unwritten';

export interface ClosingContext {
  readonly hasSummary: boolean;
  readonly plan?: Plan;
  readonly applied?: readonly Applied[];
}

/** The last words of a run that fails: why, and where to read on. A red job without them tells nothing. */
export function closingWords(report: Report, reason: Reason, context: ClosingContext): string {
  const words = [WORDS[reason](report, context), whereToRead(report, context)].filter((part) => part !== '');
  return inertText(words.join(' '), 4 * TEXT_LIMIT);
}

const WORDS: Readonly<Record<Reason, (report: Report, context: ClosingContext) => string>> = {
  plaintext: (report) => [countOf(report, 'plaintext'), countOf(report, 'failing')].filter(Boolean).join(' '),
  overdue: (_, { plan, applied }) => {
    const late = overdueIn(plan, applied).map(({ domain, issue }) => (issue === undefined ? domain : `#${issue}`));
    return `A promised repair did not come: ${listed(late)}. fail-on is "overdue".`;
  },
  mistyped: (report) => {
    const unknown = decidingTargets(report).filter(({ unknownName }) => unknownName === true);
    return `This change names what does not exist in the DNS: ${namesOf(unknown)}. Is it misspelt?`;
  },
  blind: () =>
    'Nothing could be checked. Is outgoing traffic on ports 5222 and 5269 blocked for this runner, or its name server out of reach?',
  inconclusive: (report) => `${countOf(report, 'inconclusive') || headline(report)} fail-on is "inconclusive".`,
  unwritten: () => 'The verdicts stand, but a file that was asked for could not be written.',
};

/** `2 of 4 domains allow connections without TLS: a.example, b.example.` */
function countOf(report: Report, severity: Severity): string {
  const deciding = decidingTargets(report);
  const found = deciding.filter((target) => severityOf(target) === severity);
  const [first] = found;
  if (!first) return '';
  const [one, several] = PREDICATES[severity];
  if (deciding.length === 1) return `${domainName(first)} ${one}.`;
  return `${found.length} of ${deciding.length} domains ${found.length === 1 ? one : several}: ${namesOf(found)}.`;
}

function namesOf(targets: readonly TargetReport[]): string {
  return listed(targets.map(domainName));
}

function numbersOf(issues: readonly number[]): string {
  return listed(issues.map((issue) => `#${issue}`));
}

function listed(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return [...names.slice(0, NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

function whereToRead(report: Report, { hasSummary, plan, applied = [] }: ClosingContext): string {
  const failing = decidingTargets(report).filter((target) => ['plaintext', 'failing'].includes(severityOf(target)));
  const domains = failing.map(({ domain }) => domain);
  const written = applied.flatMap(({ action, issue }) => (domains.includes(action.domain) && issue ? [issue] : []));
  const planned = plan?.actions ?? [];
  const kept = planned.flatMap((action) =>
    domains.includes(action.domain) && 'issue' in action && action.issue !== undefined ? [action.issue] : [],
  );
  const issues = [...new Set([...written, ...kept])].sort((a, b) => a - b);
  const places = [
    ...(hasSummary ? ['the job summary'] : ['the log above']),
    ...(issues.length > 0 ? [`${issues.length === 1 ? 'issue' : 'issues'} ${numbersOf(issues)}`] : []),
  ];
  return `Details and fixes: ${places.join(' and ')}.`;
}
