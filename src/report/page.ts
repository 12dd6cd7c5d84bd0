import { endpointName } from '../model/endpoint.js';
import { worstFindingsFirst } from '../model/finding.js';
import { inertHtml } from '../model/inert.js';
import { checkUrl, PROJECT_URL } from '../model/links.js';
import { decidingTargets, type Report, type TargetReport } from '../model/report.js';
import { SERVICES, type Service } from '../model/target.js';
import type { Finding } from '../model/verdict.js';
import type { Format } from './format.js';
import { PAGE_STYLE } from './page-style.js';
import { countVerdicts, SEVERITIES, severityOf, worstFirst, type Severity } from './severity.js';
import {
  domainName,
  domains,
  duration,
  headline,
  moment,
  PREDICATES,
  PROOF_TITLES,
  sentence,
  SERVICE_TITLES,
  SEVERITY_TITLES,
  TEXT_LIMIT,
  VERDICT_TITLES,
  verdictPhrase,
} from './words.js';

export const PAGE_FORMAT: Format = {
  description:
    'Write a page for people to this file: one HTML file that needs nothing else, with all domains in a table.',
  flag: '--html FILE',
  example: 'xmpp-tls.html',
  render: (report, _, { runUrl }) => renderPage(report, runUrl),
};

/** Nothing is loaded and nothing is run, whatever a server managed to have said. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function renderPage(report: Report, runUrl: string | undefined): string {
  const targets = worstFirst(report.targets);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<title>XMPP servers and TLS</title>',
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
    '<body>',
    ...renderHead(report),
    ...renderTable(targets),
    ...renderFoot(report, runUrl),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function renderHead(report: Report): string[] {
  const targets = decidingTargets(report);
  const kinds = SEVERITIES.map((severity) => ({
    severity,
    count: targets.filter((target) => severityOf(target) === severity).length,
  })).filter(({ count }) => count > 0);
  return [
    '<header>',
    '<h1>Can anyone still talk to these XMPP servers without TLS?</h1>',
    `<p class="lead">${shown(leadOf(report))}</p>`,
    '<ul class="counts">',
    ...kinds.map(({ severity, count }) => {
      const [one, several] = PREDICATES[severity];
      return `<li class="${severity}"><b>${count}</b> ${count === 1 ? one : several}</li>`;
    }),
    '</ul>',
    '</header>',
  ];
}

/** How far a list has come; of a single domain, its verdict. */
function leadOf(report: Report): string {
  const { secure, total, notOffered } = countVerdicts({ targets: decidingTargets(report) });
  const offered = total - notOffered;
  if (offered < 2) return headline(report);
  return `${secure} of ${domains(offered)} were seen to require TLS: ${Math.round((100 * secure) / offered)} %.`;
}

function renderTable(targets: readonly TargetReport[]): string[] {
  if (targets.length === 0) return [];
  return [
    '<table>',
    '<caption>The domains that need attention come first.</caption>',
    `<thead><tr><th scope="col">Domain</th><th scope="col">Verdict</th>${SERVICES.map(
      (service) => `<th scope="col">${shown(capital(SERVICE_TITLES[service]))}</th>`,
    ).join('')}</tr></thead>`,
    '<tbody>',
    ...targets.flatMap(renderTarget),
    '</tbody>',
    '</table>',
  ];
}

function renderTarget(target: TargetReport): string[] {
  const severity = severityOf(target);
  const aside = target.unchanged === true ? ' <small>(not part of this change)</small>' : '';
  return [
    `<tr class="${severity}">`,
    `<th scope="row">${shown(domainName(target))}${renderMore(target)}</th>`,
    `<td>${chip(severity)}${aside}</td>`,
    ...SERVICES.map((service) => `<td data-service="${service}">${renderService(target, service)}</td>`),
    '</tr>',
  ];
}

function chip(severity: Severity): string {
  return `<span class="chip">${shown(SEVERITY_TITLES[severity])}</span>`;
}

function renderService({ services }: TargetReport, service: Service): string {
  const verdict = services[service];
  if (verdict === undefined) return '<span class="none">not checked</span>';
  const isProven = verdict.proof !== 'none' && ['plaintext', 'secure'].includes(verdict.verdict);
  const proof = isProven ? ` <small>(${shown(PROOF_TITLES[verdict.proof])})</small>` : '';
  const phrase =
    verdict.verdict === 'inconclusive' ? '' : `<br><small>${shown(verdictPhrase(service, verdict))}</small>`;
  const reason =
    verdict.verdict === 'inconclusive' && verdict.because.length > 0
      ? `<br><small>${shown(verdict.because.join('; '))}</small>`
      : '';
  return `${shown(VERDICT_TITLES[verdict.verdict])}${proof}${phrase}${reason}`;
}

/** What stands behind the verdict, folded: findings with evidence, remarks, and what the list says of the domain. */
function renderMore({ findings, notes, note, nextSteps = [] }: TargetReport): string {
  const items = [
    ...(note === undefined ? [] : [`<li>${shown(sentence(note))}</li>`]),
    ...worstFindingsFirst(findings).map(renderFinding),
    ...[...notes.map(sentence), ...nextSteps].map((text) => `<li>${shown(text)}</li>`),
  ];
  return items.length === 0 ? '' : `<details><summary>More</summary><ul>${items.join('')}</ul></details>`;
}

function renderFinding({ check, message, endpoint, evidence, waived, level }: Finding): string {
  const url = checkUrl(check);
  const about = url === undefined ? shown(check) : `<a href="${url}">${shown(check)}</a>`;
  const state = waived ? `waived until ${shown(waived.until)}: ${shown(waived.reason)}` : level;
  const pieces = evidence.map((piece) => `<code>${shown(piece)}</code>`);
  const seen = `${shown(endpoint.service)} at ${shown(endpointName(endpoint))}`;
  return `<li><b>${shown(sentence(message))}</b> ${seen} (${state}). ${about}${pieces.length > 0 ? `<br>${pieces.join('<br>')}` : ''}</li>`;
}

function renderFoot({ tool, startedAt, durationMs, targets }: Report, runUrl: string | undefined): string[] {
  const run =
    runUrl !== undefined && /^https?:\/\/[\w.:/?=&%~+-]+$/u.test(runUrl)
      ? ` in <a href="${shown(runUrl)}">this run</a>`
      : '';
  const when = `<time datetime="${shown(startedAt)}">${shown(moment(startedAt))}</time>`;
  return [
    '<footer>',
    '<p><b>proven</b>: the server was seen to refuse, or to accept, a connection without TLS. <b>advertised only</b>: it says so, and could not be made to show it. <b>inconclusive</b>: something could not be checked; that accuses nobody.</p>',
    `<p><a href="${PROJECT_URL}">${shown(tool.name)}</a> ${shown(tool.version)} checked ${domains(targets.length)}${run} on ${when}, in ${duration(durationMs)}.</p>`,
    '</footer>',
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shown(text: string): string {
  return inertHtml(text, TEXT_LIMIT);
}
