import { endpointName } from '../model/endpoint.js';
import { findingsOf, worstFindingsFirst } from '../model/finding.js';
import { inertCode, inertFence, inertMarkdown } from '../model/inert.js';
import { changesOf, inForce, settingsFor, type Advice, type Remediation } from '../model/remediation.js';
import type { EndpointReport, Recognition, TargetReport } from '../model/report.js';
import type { Finding, SettingName } from '../model/verdict.js';
import { renderTranscript } from '../model/transcript.js';
import { severityOf } from './severity.js';
import {
  domainName,
  PROOF_TITLES,
  sentence,
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
      ([service, verdict]) => `**${service}**: ${prose(sentence(verdictWords(service, verdict)))}`,
    ),
    ...target.endpoints.flatMap((endpoint) => renderEndpoint(endpoint, findingsOf(endpoint, target.findings))),
    ...(target.notes.length > 0 ? [target.notes.map((note) => `- ${prose(sentence(note))}`).join('\n')] : []),
    ...renderAdvice(target, advice),
  ].join('\n\n');
  return { body, transcripts: target.endpoints.flatMap(renderEndpointTranscript).join('\n\n') };
}

export const DETAILS_END = '</details>';

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
    `- ${inertCode(finding.check, TEXT_LIMIT)} (${level}; ${PROOF_TITLES[finding.proof]}): ${prose(sentence(finding.message))}`,
    ...finding.evidence.map((evidence) => `  - ${inertCode(evidence, TEXT_LIMIT)}`),
  ].join('\n');
}

/** Software that was only guessed comes with others that fit, at most so many in all. */
const GUESSES_SHOWN = 3;

/** The exact settings to change, for the software that was named or recognised; only a guess is called one. */
function renderAdvice({ domain, findings, server }: TargetReport, advice: Advice): string[] {
  const names = settingsFor(worstFindingsFirst(findings), advice);
  if (names.length === 0) return [];
  const certain = server.confidence === 'configured' || server.confidence === 'likely';
  const others = certain ? [] : (server.alternatives ?? []).filter((software) => software !== server.software);
  return [server.software, ...others]
    .slice(0, GUESSES_SHOWN)
    .flatMap((software) => renderSettings(advice.remediation(software), names, domain, server.confidence));
}

/** Settings are our own text, there to be pasted: nothing in them is escaped. */
function renderSettings(
  remediation: Remediation,
  names: readonly SettingName[],
  domain: string,
  confidence: Recognition['confidence'],
): string[] {
  const { title, reloadNotes, documentation } = remediation;
  const blocks = changesOf(remediation, names, domain).map(({ file, code, language, notes }) => {
    const block = `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
    return [`In ${inertCode(file, TEXT_LIMIT)}:`, block, ...notes].join('\n\n');
  });
  const afterwards = inForce(remediation, (command) => inertCode(command, TEXT_LIMIT));
  return [
    `**What to change** (${nameWithDoubt(remediation, confidence)}):`,
    ...blocks,
    [afterwards, ...reloadNotes].join('\n\n'),
    `[Documentation of ${title}](${documentation})`,
  ];
}

function nameWithDoubt({ software, title }: Remediation, confidence: Recognition['confidence']): string {
  if (confidence === 'configured' || software === 'generic') return title;
  return confidence === 'likely' ? `this looks like ${title}` : `if it is ${title}`;
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
