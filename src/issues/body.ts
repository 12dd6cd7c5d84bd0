import { answerInWords } from '../checks/evidence/answers.js';
import { endpointName } from '../model/endpoint.js';
import { byteLength, inertCode, inertMarkdown } from '../model/inert.js';
import type { QuestionName } from '../model/observation.js';
import type { EndpointReport } from '../model/report.js';
import type { Transport } from '../model/target.js';
import type { Finding } from '../model/verdict.js';
import { fence, renderAdvice } from './advice.js';
import { digest } from './digest.js';
import { renderEvidence } from './evidence.js';
import { renderLetter } from './letter-section.js';
import { writeLetter } from './operator-letter.js';
import { renderProspect } from './prospect.js';
import { isServed, reproduce, reproduceTls, TLS_WORKS } from './reproduce.js';
import { type SectionContext, renderStory, renderTimes, renderVerdict } from './sentences.js';
import { accused, shownEndpoints, type ShownEndpoint } from './shown.js';

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

/** Questions of one endpoint whose answers are shown in the table. */
const TRIED_IN_TABLE = 2;

/** Our section of the issue, as Markdown of at most `maxBytes` of UTF-8 where the shortest form allows. */
export function renderSection(context: SectionContext, maxBytes: number): string {
  const [full, ...shorter] = DETAILS;
  return shorter.reduce(
    (text, detail) => (byteLength(text) <= maxBytes ? text : renderWith(context, detail)),
    renderWith(context, full),
  );
}

/**
 * Digest of what was found, in our words: what servers say in theirs may differ every night and be no news, and so may
 * what is guessed from it about the software.
 */
export function evidenceOf(context: SectionContext): string {
  return digest(renderWith(context, { times: false, transcripts: false, evidence: false, rows: Infinity }));
}

function renderWith(context: SectionContext, detail: Detail): string {
  const { target, advice } = context;
  const shown = shownEndpoints(target, advice);
  const failing = shown.filter(({ findings }) => findings.length > 0);
  const isOpen = !['verifying', 'fixed', 'untracked'].includes(context.state.phase);
  const story = renderStory(context);
  // The letter stands before what is long: mails of a forge show everything unfolded.
  const parts = [
    renderVerdict(context),
    renderTable(shown, detail),
    ...(detail.times ? [renderTimes(context)] : []),
    ...(story === '' ? [] : ['### So far', story]),
    ...(isOpen && (detail.times || isSure(target)) ? ['### How to fix it', renderFix(context, failing)] : []),
    // Apart from its dates it says what the rest of the section says, so it is not part of the evidence.
    ...(detail.times ? [renderLetter(writeLetter(context, accused(shown)), target)] : []),
    ...(isOpen ? renderProof(context, failing, detail) : []),
    '### What happens next',
    renderProspect(context, detail.times),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const isSure = ({ server: { confidence } }: SectionContext['target']): boolean =>
  confidence === 'configured' || confidence === 'likely';

function renderFix({ target, advice }: SectionContext, failing: readonly ShownEndpoint[]): string {
  const isAccused = accused(failing);
  // The settings that end the accusation come first; those of mere warnings after them.
  const findings = [...isAccused, ...failing].flatMap((one) => one.findings);
  return renderAdvice(target, findings, advice);
}

function renderTable(shown: readonly ShownEndpoint[], { rows, evidence }: Detail): string {
  if (shown.length === 0) return '';
  const left = shown.length - rows;
  return [
    '| Service | Endpoint | Verdict | Proof | What was found |',
    '|---|---|---|---|---|',
    ...shown.slice(0, rows).map((one) => renderRow(one, evidence)),
    ...(left > 0 ? [`| | and ${left} more | | | |`] : []),
  ].join('\n');
}

function renderRow({ endpoint, findings }: ShownEndpoint, withAnswers: boolean): string {
  const { service, transport, verdict, proof, because } = endpoint;
  const remarks = verdict === 'secure' && because.length === 0 ? ['requires TLS'] : because;
  const found = findings.length > 0 ? findings.map(findingWords) : remarks.map((remark) => inertMarkdown(remark, 300));
  const tried = verdict === 'plaintext' && withAnswers ? answersOf(endpoint) : [];
  const cells = [
    transport === 'starttls' ? service : `${service}, ${TRANSPORT_NAMES[transport]}`,
    inertCode(endpointName(endpoint), 330),
    verdict === 'plaintext' ? '**plaintext**' : verdict,
    proof === 'none' ? '' : proof,
    [...found, ...tried].join('<br>'),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** What was tried and not refused for lack of TLS, in the words of the server. */
function answersOf(endpoint: EndpointReport): string[] {
  const { answers } = endpoint.observation.plaintext;
  return (Object.keys(answers) as QuestionName[])
    .flatMap((question) => {
      const step = answers[question];
      return step?.state === 'done' && isServed(endpoint, question) ? [answerInWords(question, step.value)] : [];
    })
    .slice(0, TRIED_IN_TABLE)
    .map((line) => `Not refused for lack of TLS: ${inertCode(line, 120)}`);
}

function findingWords({ message, waived }: Finding): string {
  const until = waived ? ` (waived until ${waived.until}: ${inertMarkdown(waived.reason, 200)})` : '';
  return inertMarkdown(message, 300) + until;
}

function renderProof(context: SectionContext, failing: readonly ShownEndpoint[], detail: Detail): string[] {
  const shown = failing.slice(0, SHOWN_IN_FULL);
  const more = failing.length - shown.length;
  return [
    '### See it for yourself',
    ...shown.map((one) => renderReproduction(context, one)),
    ...(more > 0 ? [`The other ${more} can be seen in the same way.`] : []),
    renderTlsCheck(context, shown),
    ...(detail.evidence ? shown : []).map((one) => renderEvidence(one, context, detail)),
  ];
}

function renderReproduction({ target, s2sFrom }: SectionContext, { endpoint, findings }: ShownEndpoint): string {
  const reproduction = reproduce(target, endpoint, findings, s2sFrom);
  if (reproduction === undefined) return '';
  const name = `${endpoint.service} at ${inertCode(endpointName(endpoint), 330)}:`;
  return [name, fence(reproduction.command, 'sh'), reproduction.lookFor].join('\n\n');
}

/** One command per service that shows TLS at work, which is what has to be there after the fix. */
function renderTlsCheck({ target }: SectionContext, shown: readonly ShownEndpoint[]): string {
  const accusedOf = accused(shown).filter(({ endpoint }) => endpoint.url === undefined);
  const firsts = accusedOf.filter(
    ({ endpoint }, index) => accusedOf.findIndex((other) => other.endpoint.service === endpoint.service) === index,
  );
  const commands = firsts.flatMap(({ endpoint }) => reproduceTls(target, endpoint) ?? []);
  if (commands.length === 0) return '';
  return ['Before the fix and after it, TLS itself has to work:', fence(commands.join('\n'), 'sh'), TLS_WORKS].join(
    '\n\n',
  );
}

const TRANSPORT_NAMES: Readonly<Record<Exclude<Transport, 'starttls'>, string>> = {
  'direct-tls': 'direct TLS',
  bosh: 'BOSH',
  websocket: 'WebSocket',
  component: 'component port',
};
