import { endpointName } from '../model/endpoint.js';
import { byteLength, inertCode, inertMarkdown } from '../model/inert.js';
import type { CasePhase } from '../model/case.js';
import type { EndpointReport, TargetReport } from '../model/report.js';
import type { Transport } from '../model/target.js';
import type { Finding } from '../model/verdict.js';
import { fence, renderAdvice } from './advice.js';
import { digest } from './digest.js';
import { renderEvidence } from './evidence.js';
import { momentInWords } from './moments.js';
import { renderLetter, writeLetter } from './operator-letter.js';
import { reproduce } from './reproduce.js';
import { type SectionContext, renderProspect, renderStory, renderVerdict } from './sentences.js';

/** How much is shown: whatever does not fit is dropped in this order. */
interface Detail {
  readonly times: boolean;
  readonly transcripts: boolean;
  readonly evidence: boolean;
  readonly rows: number;
}

const DETAILS: readonly [Detail, ...Detail[]] = [
  { times: true, transcripts: true, evidence: true, rows: 60 },
  { times: true, transcripts: false, evidence: true, rows: 60 },
  { times: true, transcripts: false, evidence: false, rows: 20 },
  { times: true, transcripts: false, evidence: false, rows: 5 },
];

/** Failing endpoints that get a command and evidence of their own. */
const SHOWN_IN_FULL = 8;

/** Phases in which there is nothing to mend. */
const REPAIRED: readonly CasePhase[] = ['verifying', 'fixed', 'untracked'];

/** Our section of the issue, as Markdown of at most `maxBytes` of UTF-8 where the shortest form allows. */
export function renderSection(context: SectionContext, maxBytes: number): string {
  const [full, ...shorter] = DETAILS;
  return shorter.reduce(
    (text, detail) => (byteLength(text) <= maxBytes ? text : renderWith(context, detail)),
    renderWith(context, full),
  );
}

/** Digest of what was found, in our words: what servers say in theirs may differ every night and be no news. */
export function evidenceOf(context: SectionContext): string {
  return digest(renderWith(context, { times: false, transcripts: false, evidence: false, rows: Infinity }));
}

function renderWith(context: SectionContext, detail: Detail): string {
  const { state, target } = context;
  const endpoints = sortedEndpoints(target);
  const failing = endpoints.filter((endpoint) => findingsOf(target, endpoint).length > 0);
  const story = renderStory(context);
  const parts = [
    renderVerdict(context),
    renderTable(target, endpoints, detail.rows),
    ...(detail.times ? [renderTimes(context)] : []),
    ...(story === '' ? [] : ['### So far', story]),
    ...(REPAIRED.includes(state.phase) ? [] : renderRepair(context, failing, detail)),
    ...(detail.times ? [renderOperatorLetter(context, failing)] : []),
    '### What happens next',
    renderProspect(context),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Apart from its dates it says what the rest of the section says, so it is not part of the evidence. */
function renderOperatorLetter(context: SectionContext, failing: readonly EndpointReport[]): string {
  const { target } = context;
  return renderLetter(
    writeLetter(context, failing, (endpoint) => findingsOf(target, endpoint)),
    target.contact,
  );
}

function renderTable(target: TargetReport, endpoints: readonly EndpointReport[], rows: number): string {
  if (endpoints.length === 0) return '';
  const left = endpoints.length - rows;
  return [
    '| Service | Endpoint | Verdict | Proof | What was found |',
    '|---|---|---|---|---|',
    ...endpoints.slice(0, rows).map((endpoint) => renderRow(target, endpoint)),
    ...(left > 0 ? [`| | and ${left} more | | | |`] : []),
  ].join('\n');
}

function renderRow(target: TargetReport, endpoint: EndpointReport): string {
  const { service, transport, verdict, proof, because } = endpoint;
  const findings = findingsOf(target, endpoint);
  const remarks = verdict === 'secure' && because.length === 0 ? ['asks for TLS first'] : because;
  const found = findings.length > 0 ? findings.map(findingWords) : remarks.map((remark) => inertMarkdown(remark, 300));
  const cells = [
    transport === 'starttls' ? service : `${service}, ${TRANSPORT_NAMES[transport]}`,
    inertCode(endpointName(endpoint), 330),
    verdict === 'plaintext' ? '**plaintext**' : verdict,
    proof === 'none' ? '' : proof,
    found.join('<br>'),
  ];
  return `| ${cells.join(' | ')} |`;
}

function findingWords({ message, waived }: Finding): string {
  const until = waived ? ` (waived until ${waived.until}: ${inertMarkdown(waived.reason, 200)})` : '';
  return inertMarkdown(message, 300) + until;
}

function renderTimes({ state, now, runUrl }: SectionContext): string {
  const run = runUrl === undefined ? '' : ` ([the run](${runUrl}))`;
  const first = `Plaintext was first seen on ${momentInWords(state.firstSeenAt)}`;
  if (state.lastPlaintextAt === state.firstSeenAt) return `${first}${REPAIRED.includes(state.phase) ? '' : run}.`;
  const last = `and last on ${momentInWords(state.lastPlaintextAt)}`;
  return state.lastPlaintextAt === now
    ? `${first} ${last}${run}.`
    : `${first} ${last}. Looked at again on ${momentInWords(now)}${run}.`;
}

function renderRepair(context: SectionContext, failing: readonly EndpointReport[], detail: Detail): string[] {
  const { target, advice } = context;
  const shown = failing.slice(0, SHOWN_IN_FULL);
  const more = failing.length - shown.length;
  return [
    '### What to change',
    renderAdvice(
      target,
      failing.flatMap((endpoint) => findingsOf(target, endpoint)),
      advice,
    ),
    '### See it for yourself',
    ...shown.map((endpoint) => renderReproduction(context, endpoint)),
    ...(more > 0 ? [`The other ${more} can be seen in the same way.`] : []),
    ...(detail.evidence ? shown : []).map((endpoint) =>
      renderEvidence(endpoint, findingsOf(target, endpoint), detail.transcripts),
    ),
  ];
}

function renderReproduction({ target, s2sFrom }: SectionContext, endpoint: EndpointReport): string {
  const reproduction = reproduce(target, endpoint, findingsOf(target, endpoint), s2sFrom);
  if (reproduction === undefined) return '';
  const name = `${endpoint.service} at ${inertCode(endpointName(endpoint), 330)}:`;
  return [name, fence(reproduction.command, 'sh'), reproduction.lookFor].join('\n\n');
}

const TRANSPORT_NAMES: Readonly<Record<Exclude<Transport, 'starttls'>, string>> = {
  'direct-tls': 'direct TLS',
  bosh: 'BOSH',
  websocket: 'WebSocket',
  component: 'component port',
};

const RANKS = ['plaintext', 'inconclusive', 'secure'];

/** Worst first, then by name: the DNS gives endpoints out in an order that changes (RFC 2782 weights). */
function sortedEndpoints({ endpoints }: TargetReport): EndpointReport[] {
  const key = (endpoint: EndpointReport): string =>
    [RANKS.indexOf(endpoint.verdict), endpoint.service, endpoint.transport, endpointName(endpoint)].join(' ');
  return [...endpoints].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The findings of one endpoint that count, or would without a waiver. */
function findingsOf(target: TargetReport, endpoint: EndpointReport): Finding[] {
  const name = placeOf(endpoint);
  return target.findings
    .filter((finding) => finding.level !== 'note' && placeOf(finding.endpoint) === name)
    .sort((a, b) => (a.check < b.check ? -1 : 1));
}

function placeOf(
  endpoint: Pick<EndpointReport, 'service' | 'transport' | 'host' | 'port' | 'address' | 'url'>,
): string {
  return `${endpoint.service} ${endpoint.transport} ${endpointName(endpoint)}`;
}
