import { endpointName } from '../model/endpoint.js';
import { isForLackOfIpv6 } from '../model/failure.js';
import { worstFindingsFirst } from '../model/finding.js';
import { inertText } from '../model/inert.js';
import { checkUrl, PROJECT_URL } from '../model/links.js';
import type { Report, TargetReport } from '../model/report.js';
import type { Service } from '../model/target.js';
import type { Check, Finding } from '../model/verdict.js';
import type { Format, FormatContext } from './format.js';
import { inertJson } from './json.js';
import { worstFirst } from './severity.js';
import { domainName, sentence, serviceVerdicts, verdictWords } from './words.js';

/** GitHub takes so many results of one run. */
const MOST_RESULTS = 25_000;

const MESSAGE_LIMIT = 1000;

/** What a scanner of code calls a category: an upload replaces the one before of the same category. */
const CATEGORY = 'xmpp-tls/';

const LEVELS = { fail: 'error', warn: 'warning', note: 'note' } as const;

export const SARIF_FORMAT: Format = {
  description: 'Write the findings as SARIF 2.1.0 to this file, for code scanning.',
  flag: '--sarif FILE',
  example: 'xmpp-tls.sarif',
  output: 'Empty where something was inconclusive, because uploading the file would close alerts that nobody checked.',
  render: (report, _, context) => `${inertJson(JSON.stringify(sarifLog(report, context), null, 2))}\n`,
  withhold: (report) => {
    const doubtful = report.targets.filter((target) => doubtsOf(target).length > 0);
    if (doubtful.length === 0) return undefined;
    const names = doubtful.slice(0, 5).map(domainName).join(', ');
    const more = doubtful.length > 5 ? ` and ${doubtful.length - 5} more` : '';
    return `the file is not handed on for upload, which would close the alerts of what is inconclusive: ${names}${more}`;
  },
};

/** A SARIF log with one run: every check is a rule, and every failing check of a domain and a service is a result. */
function sarifLog(report: Report, context: FormatContext) {
  const doubts = worstFirst(report.targets).flatMap(doubtsOf);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            informationUri: PROJECT_URL,
            rules: context.advice.checks.map(rule),
          },
        },
        automationDetails: { id: CATEGORY },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: doubts.length === 0,
            startTimeUtc: report.startedAt,
            endTimeUtc: new Date(Date.parse(report.startedAt) + report.durationMs).toISOString(),
            toolExecutionNotifications: doubts.map((text) => ({ level: 'warning', message: { text: plain(text) } })),
          },
        ],
        results: worstFirst(report.targets)
          .flatMap((target) => results(target, context))
          .slice(0, MOST_RESULTS),
      },
    ],
  };
}

function rule(check: Check) {
  const { id, title, why, how, level } = check;
  const url = checkUrl(id);
  return {
    id,
    name: id.replace(/(?:^|-)(.)/gu, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: plain(title) },
    fullDescription: { text: plain(sentence(title)) },
    help: {
      text: plain(`${why} ${how}`),
      markdown: `${why}\n\n${how}${url === undefined ? '' : `\n\n[How to fix it on each server](${url})`}`,
    },
    ...(url === undefined ? {} : { helpUri: url }),
    defaultConfiguration: { level: LEVELS[level] },
    properties: {
      tags: ['security', 'xmpp', 'tls', ...(check.group === 'plaintext' ? ['external/cwe/cwe-319'] : [])],
      precision: 'very-high',
      'security-severity': severity(check),
    },
  };
}

/** A base score as of CVSS: what goes in clear between a client and its server holds passwords. */
function severity({ group, services, level }: Check): string {
  if (group === 'plaintext') return services.includes('c2s') ? '8.1' : '7.4';
  return level === 'fail' ? '5.9' : '4.3';
}

function results(target: TargetReport, context: FormatContext): object[] {
  const indexes = new Map(context.advice.checks.map(({ id }, index) => [id, index]));
  const sorted = worstFindingsFirst(target.findings);
  const keyOf = ({ check, service }: Finding): string => `${check} ${service}`;
  return [...new Set(sorted.map(keyOf))].flatMap((key) => {
    const [worst, ...others] = sorted.filter((finding) => keyOf(finding) === key);
    const ruleIndex = worst && indexes.get(worst.check);
    return worst && ruleIndex !== undefined ? [result(target, worst, ruleIndex, others.length, context)] : [];
  });
}

function result(target: TargetReport, finding: Finding, ruleIndex: number, others: number, context: FormatContext) {
  const { check, service, level, message, endpoint, evidence, waived } = finding;
  const place = `Seen at ${endpointName(endpoint)}${others > 0 ? ` and ${others} more` : ''}.`;
  const said = evidence.length > 0 ? `Evidence: ${evidence.join('; ')}` : '';
  const text = [`${domainName(target)}, ${service}: ${sentence(message)}`, place, said].filter(Boolean).join(' ');
  return {
    ruleId: check,
    ruleIndex,
    level: LEVELS[level],
    message: { text: plain(text) },
    locations: locations(target, context),
    // By this and the rule an alert is known again, wherever in its file the line moves.
    partialFingerprints: { primaryLocationLineHash: `${service}:${target.domain}` },
    properties: { domain: target.domain, service, endpoint: plain(endpointName(endpoint)) },
    ...(waived
      ? { suppressions: [{ kind: 'external', status: 'accepted', justification: plain(waived.reason) }] }
      : {}),
  };
}

/** The line that names the domain, or else the workflow that does; nothing is made up where neither is known. */
function locations({ position, domain }: TargetReport, { workflowFile }: FormatContext): object[] {
  const place = position ?? (workflowFile === undefined ? undefined : { file: workflowFile, line: 1, column: 1 });
  if (place === undefined || /^(?:[/\\]|[a-z]:|\.\.(?:[/\\]|$))/iu.test(place.file)) return [];
  const { file, line, column } = place;
  const endColumn = column + (position === undefined ? 1 : domain.length);
  return [
    {
      physicalLocation: {
        artifactLocation: { uri: file.split(/[/\\]/u).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
        region: { startLine: line, startColumn: column, endLine: line, endColumn },
      },
    },
  ];
}

/**
 * What could not be checked, in words. An address that is IPv6 on a runner that has none is left out: whatever was found
 * before was found without it.
 */
function doubtsOf(target: TargetReport): string[] {
  return serviceVerdicts(target)
    .filter(([, { verdict, because }]) => verdict === 'inconclusive' && !isForLackOfIpv6(because))
    .map(([service, verdict]) => sentence(inWords(target, service, verdict)));
}

function inWords(target: TargetReport, service: Service, verdict: Parameters<typeof verdictWords>[1]): string {
  return `${domainName(target)}, ${service}: ${verdictWords(service, verdict)}`;
}

/** Text of a message: GitHub makes links of what stands in brackets. */
function plain(text: string): string {
  return inertText(text, MESSAGE_LIMIT).replace(/[[\]\\]/gu, '\\$&');
}
