import { worstFindingsFirst } from '../model/finding.js';
import { inertMarkdown } from '../model/inert.js';
import type { Action, Applied, Plan } from '../model/plan.js';
import type { TargetReport } from '../model/report.js';
import type { Service } from '../model/target.js';
import type { ServiceVerdict } from '../model/verdict.js';
import { ACTION_DONE } from './plan.js';
import { severityOf, type Severity } from './severity.js';
import {
  domainName,
  PROOF_TITLES,
  sentence,
  serviceVerdicts,
  SEVERITY_TITLES,
  TEXT_LIMIT,
  verdictPhrase,
} from './words.js';

/** What became of the issues: `applied` is absent on a dry run, `plan` where issues are not managed. */
export interface IssueOutcome {
  readonly plan?: Plan;
  readonly applied?: readonly Applied[];
}

export const TABLE_HEAD = '| Domain | Verdict | What was found | Issue |\n| --- | --- | --- | --- |';

/** What catches the eye in a long table; of one code point each, because a variation selector is nothing to see. */
const MARKS: Readonly<Record<Severity, string>> = {
  plaintext: '❌',
  failing: '❌',
  inconclusive: '❓',
  waived: '💤',
  warned: '🟡',
  secure: '✅',
  'not-offered': '➖',
};

/** The row of one domain. */
export function renderRow(target: TargetReport, issues: IssueOutcome): string {
  const severity = severityOf(target);
  const aside = target.unchanged === true ? ' (not part of this change)' : '';
  const cells = [
    inertMarkdown(domainName(target), TEXT_LIMIT),
    `${MARKS[severity]}&nbsp;${SEVERITY_TITLES[severity]}${aside}`,
    foundCell(target),
    issueCell(target.domain, issues),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** What was found of each service, services of which the same is to be said together. */
function foundCell(target: TargetReport): string {
  const found = serviceVerdicts(target).map(([service, verdict]) => ({
    service,
    text: phrase(target, service, verdict),
  }));
  const texts = [...new Set(found.map(({ text }) => text))];
  return texts
    .map((text) => {
      const services = found.filter((one) => one.text === text).map(({ service }) => service);
      return `${services.join(', ')}: ${inertMarkdown(text, TEXT_LIMIT)}`;
    })
    .join('<br>');
}

function phrase(target: TargetReport, service: Service, verdict: ServiceVerdict): string {
  const [worst] = worstFindingsFirst(target.findings.filter((finding) => finding.service === service));
  if (verdict.verdict === 'inconclusive') return sentence(verdictPhrase(service, verdict));
  if (verdict.verdict === 'plaintext') return proven(worst?.message ?? verdictPhrase(service, verdict), verdict);
  const said = verdict.verdict === 'secure' ? proven('TLS is required', verdict) : verdictPhrase(service, verdict);
  return [sentence(said), ...(worst ? [sentence(worst.message)] : [])].join(' ');
}

/** `STARTTLS is optional (proven).` */
function proven(text: string, { proof }: ServiceVerdict): string {
  const plain = text.replace(/\.$/u, '');
  return sentence(proof === 'none' ? plain : `${plain} (${PROOF_TITLES[proof]})`);
}

function issueCell(domain: string, { plan, applied }: IssueOutcome): string {
  const results = applied?.filter(({ action }) => action.domain === domain) ?? [];
  const result =
    results.find(({ status }) => status === 'failed') ?? results.find(({ action }) => action.kind !== 'keep');
  const planned = plan?.actions.filter((action) => action.domain === domain) ?? [];
  const action = result?.action ?? planned.find(({ kind }) => kind !== 'keep') ?? planned[0];
  const issue = result?.issue ?? (action && 'issue' in action ? action.issue : undefined);
  return [issueLink(issue, result?.url), deed(action, result, applied !== undefined)]
    .filter((part) => part !== '')
    .join(' ');
}

function issueLink(issue: number | undefined, url: string | undefined): string {
  if (issue === undefined) return '';
  return url !== undefined && isSafeUrl(url) ? `[#${issue}](${url})` : `#${issue}`;
}

function deed(action: Action | undefined, result: Applied | undefined, applies: boolean): string {
  if (!action || action.kind === 'keep') return '';
  if (!applies) return `would ${action.kind}`;
  if (!result) return '';
  return result.status === 'done' ? ACTION_DONE[action.kind] : `could not ${action.kind}`;
}

/** Whether an address of the forge may stand in a Markdown link as it is. */
export function isSafeUrl(url: string): boolean {
  return /^https?:\/\/[\w.:/?=&%~+-]+(#[\w-]+)?$/u.test(url);
}
