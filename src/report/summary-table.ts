import { inertCode, inertMarkdown } from '../model/inert.js';
import type { Action, Applied, Plan } from '../model/plan.js';
import type { TargetReport } from '../model/report.js';
import type { Service } from '../model/target.js';
import type { ServiceVerdict } from '../model/verdict.js';
import { ACTION_DONE } from './plan.js';
import { worstFindingsFirst } from '../model/finding.js';
import {
  domainName,
  PROOF_TITLES,
  sentence,
  serviceVerdicts,
  TEXT_LIMIT,
  VERDICT_TITLES,
  verdictPhrase,
} from './words.js';

/** What became of the issues: `applied` is absent on a dry run, `plan` where issues are not managed. */
export interface IssueOutcome {
  readonly plan?: Plan;
  readonly applied?: readonly Applied[];
}

export const TABLE_HEAD =
  '| Host | Service | Verdict | Proof | Evidence | Issue |\n| --- | --- | --- | --- | --- | --- |';

/** The rows of one domain, one per service, joined: a domain is in the table as a whole or not at all. */
export function renderRows(target: TargetReport, issues: IssueOutcome): string {
  return serviceVerdicts(target)
    .map(([service, verdict], i) => {
      const cells = [
        inertMarkdown(domainName(target), TEXT_LIMIT),
        service,
        VERDICT_TITLES[verdict.verdict] + (target.waived && verdict.verdict === 'plaintext' ? ' (waived)' : ''),
        verdict.proof === 'none' ? '' : PROOF_TITLES[verdict.proof],
        evidenceCell(target, service, verdict),
        i === 0 ? issueCell(target.domain, issues) : '',
      ];
      return `| ${cells.join(' | ')} |`;
    })
    .join('\n');
}

function evidenceCell(target: TargetReport, service: Service, verdict: ServiceVerdict): string {
  const [worst] = worstFindingsFirst(target.findings.filter((finding) => finding.service === service));
  if (!worst) return inertMarkdown(capitalised(sentence(verdictPhrase(service, verdict))), TEXT_LIMIT);
  const [evidence] = worst.evidence;
  return [inertMarkdown(sentence(worst.message), TEXT_LIMIT), ...(evidence ? [inertCode(evidence, 160)] : [])].join(
    ' ',
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
