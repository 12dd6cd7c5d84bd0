import { endpointName } from '../model/endpoint.js';
import { findingsOf, worstFindingsFirst } from '../model/finding.js';
import { inertLine, inertText } from '../model/inert.js';
import { checkUrl } from '../model/links.js';
import { needsRestart, type Advice, type Setting } from '../model/remediation.js';
import type { EndpointReport, Report, TargetReport } from '../model/report.js';
import type { Finding } from '../model/verdict.js';
import { fixesFor, type Fix } from './fix.js';
import { createPaint, wrap, type Paint, type Style } from './layout.js';
import { severityOf, worstFirst, type Severity } from './severity.js';
import {
  bystandersLine,
  countLine,
  domainName,
  duration,
  headline,
  PROOF_TITLES,
  sentence,
  SERVICE_TITLES,
  serviceVerdicts,
  SEVERITY_TITLES,
  TEXT_LIMIT,
  TRANSPORT_NAMES,
  VERDICT_TITLES,
  verdictWords,
} from './words.js';

export interface ConsoleOptions {
  /** Columns; at least 60 are used. */
  readonly width: number;
  readonly colour: boolean;
}

/** The report as it is printed: every line is inert. */
export interface ConsolePage {
  readonly head: readonly string[];
  /** One per domain, worst first: a line that says it all, and what is behind it, where something is. */
  readonly domains: readonly { readonly title: readonly string[]; readonly details: readonly string[] }[];
  readonly tail: readonly string[];
}

interface Page {
  readonly columns: number;
  readonly paint: Paint;
  readonly advice: Advice;
}

const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = {
  plaintext: 'bad',
  failing: 'bad',
  inconclusive: 'unsure',
  waived: 'unsure',
  warned: 'unsure',
  secure: 'good',
  'not-offered': 'faint',
};

/**
 * The report as people read it on a terminal or in a job log, and understand it without anything else: what was found,
 * worst first, on which evidence, and how to fix it.
 */
export function layOutConsole(report: Report, { width, colour }: ConsoleOptions, advice: Advice): ConsolePage {
  const page = { columns: Math.max(60, width), paint: createPaint(colour), advice };
  const aside = bystandersLine(report);
  return {
    head: [
      ...page.paint(wrap('', shown(headline(report)), page.columns), 'strong'),
      ...(aside === undefined ? [] : wrap('', shown(aside), page.columns)),
    ],
    domains: worstFirst(report.targets).map((target) => renderTarget(target, page)),
    tail: [`${countLine(report)}. Finished in ${duration(report.durationMs)}.`],
  };
}

/** The page as one text: an empty line around every domain with details. */
export function renderConsole(report: Report, options: ConsoleOptions, advice: Advice): string {
  const { head, domains, tail } = layOutConsole(report, options, advice);
  const blocks = domains.map(({ title, details }) => [...title, ...details]);
  return `${[...head, '', ...spaced(blocks), '', ...tail].join('\n')}\n`;
}

/** The page with one line per domain. */
export function renderConsoleQuietly(report: Report, options: ConsoleOptions, advice: Advice): string {
  const { head, domains, tail } = layOutConsole(report, options, advice);
  return `${[...head, ...domains.flatMap(({ title }) => title), ...tail].join('\n')}\n`;
}

/** Calm domains have no details. */
function renderTarget(target: TargetReport, page: Page): ConsolePage['domains'][number] {
  const severity = severityOf(target);
  const lead = `${SEVERITY_TITLES[severity].toUpperCase()}  `;
  const aside = target.unchanged === true ? ' (not part of this change)' : '';
  const name = `${domainName(target)}${aside}`;
  const isCalm = severity === 'secure' || severity === 'not-offered';
  const said = isCalm ? `${name}: ${serviceVerdicts(target).map(calmWords).join(', ')}` : name;
  return {
    title: page.paint(wrap(lead, shown(said), page.columns), SEVERITY_STYLES[severity]),
    details: isCalm ? [] : renderDetails(target, page),
  };
}

function calmWords([service, { verdict, proof }]: ReturnType<typeof serviceVerdicts>[number]): string {
  return `${SERVICE_TITLES[service]} ${verdict === 'secure' ? PROOF_TITLES[proof] : VERDICT_TITLES[verdict]}`;
}

function renderDetails(target: TargetReport, page: Page): string[] {
  const linked = new Set<string>();
  return [
    ...serviceVerdicts(target).flatMap(([service, verdict]) =>
      wrap(`  ${SERVICE_TITLES[service]}  `, shown(sentence(verdictWords(service, verdict))), page.columns),
    ),
    ...target.endpoints.flatMap((endpoint) =>
      renderEndpoint(endpoint, findingsOf(endpoint, target.findings), page, linked),
    ),
    ...(target.note === undefined ? [] : wrap('  on file: ', shown(target.note), page.columns)),
    ...target.notes.flatMap((note) => wrap('  note: ', shown(sentence(note)), page.columns)),
    ...(target.nextSteps ?? []).flatMap((step) => wrap('  try: ', shown(step), page.columns)),
    ...renderServer(target, page),
    ...renderFix(target, page),
  ];
}

function renderEndpoint(
  endpoint: EndpointReport,
  findings: readonly Finding[],
  page: Page,
  linked: Set<string>,
): string[] {
  if (findings.length === 0) return [];
  const name = `${endpointName(endpoint)}, ${endpoint.service} over ${TRANSPORT_NAMES[endpoint.transport]}`;
  const told = new Set<string>();
  return [
    ...wrap('  ', shown(name), page.columns),
    ...worstFindingsFirst(findings).flatMap((finding) => {
      const news = finding.evidence.filter((evidence) => !told.has(evidence));
      news.forEach((evidence) => told.add(evidence));
      const isNew = !linked.has(finding.check);
      linked.add(finding.check);
      return renderFinding(finding, news, isNew ? checkUrl(finding.check) : undefined, page);
    }),
  ];
}

/** `evidence`: what no finding before has told yet. The link is not broken into lines: it is there to be opened. */
function renderFinding(
  finding: Finding,
  evidence: readonly string[],
  link: string | undefined,
  { columns, paint }: Page,
): string[] {
  const level = finding.waived ? 'waived' : finding.level;
  const lead = `    ${level.toUpperCase()}  `;
  const under = ' '.repeat(lead.length);
  const { waived } = finding;
  return [
    ...paint(
      wrap(lead, shown(`${finding.check}: ${sentence(finding.message)}`), columns),
      level === 'fail' ? 'bad' : 'unsure',
    ),
    ...(waived ? wrap(under, shown(`Waived until ${waived.until}: ${sentence(waived.reason)}`), columns) : []),
    ...evidence.flatMap((piece) => wrap(`${under}evidence: `, shown(piece), columns)),
    ...(link === undefined || level !== 'fail' ? [] : paint([`${under}about: ${link}`], 'faint')),
  ];
}

function renderServer({ server, findings }: TargetReport, { columns }: Page): string[] {
  if (findings.length === 0 || server.confidence === 'unknown') return [];
  const by = server.by.length > 0 ? `: ${server.by.join(', ')}` : '';
  return wrap('  server: ', shown(`${server.software} (${server.confidence}${by}).`), columns);
}

/** The lines to paste, where the software is known well enough to name them; the links lead to those of all others. */
function renderFix(target: TargetReport, page: Page): string[] {
  const [fix] = fixesFor(target, page.advice);
  return fix?.isCertain === true ? [...fix.changes.flatMap((change) => renderChange(change, fix)), ...then(fix)] : [];
}

function renderChange({ file, code }: Setting, { name }: Fix): string[] {
  const lines = code.trimEnd().split('\n');
  return [`  fix (${name}), in ${file}:`, ...lines.map((line) => `      ${line}`)].map(inertLine);
}

function then({ software: { reload }, changes }: Fix): string[] {
  return needsRestart(changes) ? [inertLine(`    then: ${reload ?? 'restart the server'}`)] : [];
}

/** An empty line around every block of more than one line. */
function spaced(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((block, i) => {
    const before = blocks[i - 1];
    return before && (before.length > 1 || block.length > 1) ? ['', ...block] : block;
  });
}

function shown(text: string): string {
  return inertText(text, TEXT_LIMIT);
}
