import { endpointName } from '../model/endpoint.js';
import { findingsOf, worstFindingsFirst } from '../model/finding.js';
import { inertCode, inertFence, inertMarkdown } from '../model/inert.js';
import { checkUrl } from '../model/links.js';
import { inForce, type Advice, type Setting } from '../model/remediation.js';
import type { EndpointReport, TargetReport } from '../model/report.js';
import type { Finding } from '../model/verdict.js';
import { renderTranscript } from '../model/transcript.js';
import { fixesFor, type Fix } from './fix.js';
import { severityOf } from './severity.js';
import {
  domainName,
  PROOF_TITLES,
  sentence,
  SERVICE_TITLES,
  serviceVerdicts,
  SEVERITY_TITLES,
  TEXT_LIMIT,
  TRANSPORT_NAMES,
  verdictWords,
} from './words.js';

/** Longest transcript of one endpoint in the summary. */
const TRANSCRIPT_LIMIT_BYTES = 16_384;

/** The folded section of one domain in two parts, because transcripts are the first that has to go. */
export interface Details {
  readonly body: string;
  readonly transcripts: string;
}

/** Verdicts, findings with evidence, the setting to change, and what was said. The caller adds {@link DETAILS_END}. */
export function renderDetails(target: TargetReport, advice: Advice): Details {
  // Inside <summary> backticks mean nothing, so the name is escaped as HTML.
  const title = `${inertMarkdown(domainName(target), TEXT_LIMIT)}: ${SEVERITY_TITLES[severityOf(target)]}`;
  const body = [
    `<details><summary>${title}</summary>`,
    ...serviceVerdicts(target).map(
      ([service, verdict]) => `**${SERVICE_TITLES[service]}**: ${prose(sentence(verdictWords(service, verdict)))}`,
    ),
    ...target.endpoints.flatMap((endpoint) => renderEndpoint(endpoint, findingsOf(endpoint, target.findings))),
    ...(target.note === undefined ? [] : [`Note on file: ${prose(target.note)}`]),
    ...list(target.notes.map(sentence)),
    ...((target.nextSteps ?? []).length > 0 ? ['**What to try**:', ...list(target.nextSteps ?? [])] : []),
    ...fixesFor(target, advice).flatMap(renderFix),
  ].join('\n\n');
  return { body, transcripts: target.endpoints.flatMap(renderEndpointTranscript).join('\n\n') };
}

export const DETAILS_END = '</details>';

function list(sentences: readonly string[]): string[] {
  return sentences.length > 0 ? [sentences.map((one) => `- ${prose(one)}`).join('\n')] : [];
}

function renderEndpoint(endpoint: EndpointReport, findings: readonly Finding[]): string[] {
  const name = `**${prose(endpointName(endpoint))}**, ${endpoint.service} over ${TRANSPORT_NAMES[endpoint.transport]}`;
  const words = prose(sentence(verdictWords(endpoint.service, endpoint)));
  return [
    `${name}: ${words}`,
    ...(findings.length > 0 ? [worstFindingsFirst(findings).map(renderFinding).join('\n')] : []),
  ];
}

function renderFinding(finding: Finding): string {
  const { waived } = finding;
  const level = waived ? `waived until ${prose(waived.until)}: ${prose(waived.reason)}` : finding.level;
  return [
    `- ${checkLink(finding.check)} (${level}; ${PROOF_TITLES[finding.proof]}): ${prose(sentence(finding.message))}`,
    ...finding.evidence.map((evidence) => `  - ${inertCode(evidence, TEXT_LIMIT)}`),
  ].join('\n');
}

/** The id of a check, leading to the page that explains it. */
function checkLink(id: string): string {
  const url = checkUrl(id);
  return url === undefined ? inertCode(id, TEXT_LIMIT) : `[${id}](${url})`;
}

/** Settings are our own text, there to be pasted: nothing in them is escaped. */
function renderFix({ name, changes, software }: Fix): string[] {
  const { title, documentation } = software;
  const afterwards = inForce(software, changes, (command) => `${inertCode(command, TEXT_LIMIT)}.`);
  return [
    `**How to fix it** (${name}):`,
    ...changes.map(renderChange),
    ...(afterwards.length > 0 ? [afterwards.join(' ')] : []),
    `[Documentation of ${title}](${documentation})`,
  ];
}

function renderChange({ file, code, language, notes }: Setting): string {
  const block = `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
  const remarks = notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : [];
  return [`In ${inertCode(file, TEXT_LIMIT)}:`, block, ...remarks].join('\n\n');
}

function renderEndpointTranscript({ service, observation }: EndpointReport): string[] {
  if (observation.transcript.length === 0) return [];
  const name = `${prose(endpointName(observation.endpoint))}, ${service}`;
  const fence = inertFence(renderTranscript(observation.transcript), TRANSCRIPT_LIMIT_BYTES);
  return [`<details><summary>What was said: ${name}</summary>`, fence, '</details>'];
}

function prose(text: string): string {
  return inertMarkdown(text, TEXT_LIMIT);
}
