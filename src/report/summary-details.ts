import { endpointName } from '../model/endpoint.js';
import { inertCode, inertFence, inertMarkdown } from '../model/inert.js';
import type { Remediation } from '../model/remediation.js';
import type { EndpointReport, Recognition, TargetReport } from '../model/report.js';
import type { Software } from '../model/target.js';
import type { Check, Finding, SettingName } from '../model/verdict.js';
import { renderTranscript } from '../model/transcript.js';
import { severityOf, worstFindingsFirst } from './severity.js';
import {
  domainName,
  findingsOf,
  PROOF_TITLES,
  sentence,
  serviceVerdicts,
  SEVERITY_TITLES,
  TEXT_LIMIT,
  TRANSPORT_NAMES,
  verdictWords,
} from './words.js';

/** What is known about mending: which setting a check points at, and the settings of each server. */
export interface Advice {
  readonly checks: readonly Pick<Check, 'id' | 'mend'>[];
  readonly remediation: (software: Software) => Remediation;
}

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
function renderAdvice({ findings, server }: TargetReport, { checks, remediation }: Advice): string[] {
  const mends = new Map(checks.map(({ id, mend }) => [id, mend]));
  const names = new Set(worstFindingsFirst(findings).flatMap(({ check }) => mends.get(check) ?? []));
  if (names.size === 0) return [];
  const certain = server.confidence === 'configured' || server.confidence === 'likely';
  const others = certain ? [] : (server.alternatives ?? []).filter((software) => software !== server.software);
  return [server.software, ...others]
    .slice(0, GUESSES_SHOWN)
    .flatMap((software) => renderSettings(remediation(software), [...names], server.confidence));
}

/** Settings are our own text, there to be pasted: nothing in them is escaped. */
function renderSettings(
  remediation: Remediation,
  names: readonly SettingName[],
  confidence: Recognition['confidence'],
): string[] {
  const { title, settings, reload, documentation } = remediation;
  const blocks = names.map((name) => {
    const { file, code, language, notes } = settings[name];
    const block = `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
    return [`In ${inertCode(file, TEXT_LIMIT)}:`, block, ...notes].join('\n\n');
  });
  return [
    `**What to change** (${nameWithDoubt(remediation, confidence)}):`,
    ...new Set(blocks),
    `Then make it take effect: ${inertCode(reload, TEXT_LIMIT)}. [Documentation of ${title}](${documentation})`,
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
