import { endpointName } from '../model/endpoint.js';
import { inertCode, inertFence, inertMarkdown } from '../model/inert.js';
import type { EndpointReport } from '../model/report.js';
import { renderTranscript } from '../model/transcript.js';
import type { Finding } from '../model/verdict.js';
import { folded } from './advice.js';

const TRANSCRIPT_BYTES = 5000;
const EVIDENCE_LINES = 12;

/** What one endpoint said, folded: the facts behind each finding, and who said what. All of it is hostile text. */
export function renderEvidence(
  endpoint: EndpointReport,
  findings: readonly Finding[],
  withTranscript: boolean,
): string {
  const facts = findings.map(({ title, evidence }) =>
    [
      `- ${inertMarkdown(title, 200)}`,
      ...evidence.slice(0, EVIDENCE_LINES).map((line) => `  - ${inertCode(line, 300)}`),
    ].join('\n'),
  );
  const { transcript } = endpoint.observation;
  const said =
    withTranscript && transcript.length > 0 ? [inertFence(renderTranscript(transcript), TRANSCRIPT_BYTES)] : [];
  const summary = `Evidence: ${endpoint.service} at ${inertMarkdown(endpointName(endpoint), 330)}`;
  return folded(summary, [facts.join('\n'), ...said].join('\n\n'));
}
