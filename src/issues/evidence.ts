import { endpointName } from '../model/endpoint.js';
import { inertCode, inertFence, inertMarkdown } from '../model/inert.js';
import type { TranscriptLine } from '../model/observation.js';
import { renderTranscript } from '../model/transcript.js';
import type { Finding } from '../model/verdict.js';
import { folded } from './advice.js';
import { momentInWords } from './moments.js';
import type { SectionContext } from './sentences.js';
import type { ShownEndpoint } from './shown.js';
import { firstSeenOn } from './sightings.js';

const TRANSCRIPT_BYTES = 5000;
const EVIDENCE_LINES = 12;

/**
 * What one endpoint said, folded: the facts behind each finding, since when, and the connection that proves it. All of it
 * is hostile text.
 */
export function renderEvidence(
  { endpoint, findings }: ShownEndpoint,
  { state }: Pick<SectionContext, 'state'>,
  { transcripts }: { readonly transcripts: boolean },
): string {
  const facts = findings.map(({ title, evidence }) =>
    [
      `- ${inertMarkdown(title, 200)}`,
      ...evidence.slice(0, EVIDENCE_LINES).map((line) => `  - ${inertCode(line, 300)}`),
    ].join('\n'),
  );
  const first = firstSeenOn(endpoint, state);
  const last = momentInWords(state.lastPlaintextAt);
  const seen = last.startsWith(first) ? `Seen on ${last}.` : `First seen on ${first}, last on ${last}.`;
  const said = transcripts ? renderProvingConnection(endpoint.observation.transcript, findings) : [];
  const summary = `Evidence: ${endpoint.service} at ${inertMarkdown(endpointName(endpoint), 330)}`;
  return folded(summary, [seen, facts.join('\n'), ...said].join('\n\n'));
}

/** A mail cannot fold a thing, so of several connections the one is shown that says most. */
function renderProvingConnection(transcript: readonly TranscriptLine[], findings: readonly Finding[]): string[] {
  const numbers = [...new Set(transcript.map(({ connection }) => connection))];
  const proving = provingConnection(transcript, findings);
  if (proving === undefined) return [];
  const lines = transcript.filter(({ connection }) => connection === proving);
  const lead = numbers.length === 1 ? [] : [`What was said on connection ${proving} of ${numbers.length}:`];
  return [...lead, inertFence(renderTranscript(lines), TRANSCRIPT_BYTES)];
}

/** What goes furthest first: a message, a login, dialback, then the questions, over XMPP streams or HTTP. */
const TELLING: readonly RegExp[] = [
  /<message/u,
  /<db:result/u,
  /<(?:auth|authenticate) [^>]*mechanism='(?!EXTERNAL)/u,
  /<(?:auth|authenticate|db:verify|iq) /u,
  /<(?:body|open) /u,
];

function provingConnection(transcript: readonly TranscriptLine[], findings: readonly Finding[]): number | undefined {
  const holds = (from: TranscriptLine['from'], pattern: RegExp): number | undefined =>
    transcript.find((line) => line.from === from && pattern.test(line.text))?.connection;
  const isSuites = findings.some(({ check }) => check === 'tls-encrypts');
  const candidates = [
    ...(isSuites ? [holds('note', /^ClientHello/u)] : []),
    ...TELLING.map((pattern) => holds('us', pattern)),
    holds('server', /./u),
    transcript[0]?.connection,
  ];
  return candidates.find((connection) => connection !== undefined);
}
