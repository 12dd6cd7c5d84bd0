import { endpointName } from '../model/endpoint.js';
import { findingsOf, worstFindingsFirst } from '../model/finding.js';
import { inertText } from '../model/inert.js';
import type { EndpointReport, Report, TargetReport } from '../model/report.js';
import type { Finding } from '../model/verdict.js';
import { createPaint, wrap, type Paint, type Style } from './layout.js';
import { severityOf, worstFirst, type Severity } from './severity.js';
import {
  countLine,
  domainName,
  duration,
  headline,
  PROOF_TITLES,
  sentence,
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

interface Page {
  readonly columns: number;
  readonly paint: Paint;
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
 * worst first, on which evidence, and where to read how to mend it. Every line is inert.
 */
export function renderConsole(report: Report, { width, colour }: ConsoleOptions): string {
  const page = { columns: Math.max(60, width), paint: createPaint(colour) };
  const blocks = worstFirst(report.targets).map((target) => renderTarget(target, page));
  const lines = [
    ...page.paint(wrap('', shown(headline(report)), page.columns), 'strong'),
    '',
    ...spaced(blocks),
    '',
    `${countLine(report)}. Took ${duration(report.durationMs)}.`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Calm domains take one line, the others a block. */
function renderTarget(target: TargetReport, page: Page): string[] {
  const severity = severityOf(target);
  const style = SEVERITY_STYLES[severity];
  const title = `${SEVERITY_TITLES[severity].toUpperCase()}  `;
  if (severity === 'secure' || severity === 'not-offered') {
    const proofs = serviceVerdicts(target).map(([service, { verdict, proof }]) =>
      verdict === 'secure' ? `${service} ${PROOF_TITLES[proof]}` : `${service} ${VERDICT_TITLES[verdict]}`,
    );
    return page.paint(wrap(title, shown(`${domainName(target)}: ${proofs.join(', ')}`), page.columns), style);
  }
  return [
    ...page.paint(wrap(title, shown(domainName(target)), page.columns), style),
    ...serviceVerdicts(target).flatMap(([service, verdict]) =>
      wrap(`  ${service}  `, shown(sentence(verdictWords(service, verdict))), page.columns),
    ),
    ...target.endpoints.flatMap((endpoint) => renderEndpoint(endpoint, findingsOf(endpoint, target.findings), page)),
    ...target.notes.flatMap((note) => wrap('  note: ', shown(sentence(note)), page.columns)),
    ...renderServer(target, page),
  ];
}

function renderEndpoint(endpoint: EndpointReport, findings: readonly Finding[], page: Page): string[] {
  if (findings.length === 0) return [];
  const name = `${endpointName(endpoint)}, ${endpoint.service} over ${TRANSPORT_NAMES[endpoint.transport]}`;
  const told = new Set<string>();
  return [
    ...wrap('  ', shown(name), page.columns),
    ...worstFindingsFirst(findings).flatMap((finding) => {
      const news = finding.evidence.filter((evidence) => !told.has(evidence));
      news.forEach((evidence) => told.add(evidence));
      return renderFinding(finding, news, page);
    }),
  ];
}

/** `evidence`: what no finding before has told yet. */
function renderFinding(finding: Finding, evidence: readonly string[], { columns, paint }: Page): string[] {
  const level = finding.waived ? 'waived' : finding.level;
  const lead = `    ${level.toUpperCase()}  `;
  const under = ' '.repeat(lead.length);
  const { waived } = finding;
  const mend = wrap(under, `How to mend it: xmpp-tls --explain ${shown(finding.check)}`, columns);
  return [
    ...paint(
      wrap(lead, shown(`${finding.check}: ${sentence(finding.message)}`), columns),
      level === 'fail' ? 'bad' : 'unsure',
    ),
    ...(waived ? wrap(under, shown(`Waived until ${waived.until}: ${sentence(waived.reason)}`), columns) : []),
    ...evidence.flatMap((piece) => wrap(`${under}evidence: `, shown(piece), columns)),
    ...(level === 'fail' ? paint(mend, 'faint') : []),
  ];
}

function renderServer({ server, findings }: TargetReport, { columns }: Page): string[] {
  if (findings.length === 0 || server.confidence === 'unknown') return [];
  const by = server.by.length > 0 ? `: ${server.by.join(', ')}` : '';
  return wrap('  server: ', shown(`${server.software} (${server.confidence}${by}).`), columns);
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
