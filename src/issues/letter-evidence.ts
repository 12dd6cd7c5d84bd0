import type { Answer, QuestionName } from '../model/observation.js';
import type { EndpointReport } from '../model/report.js';
import type { LetterTexts } from './letters/letter.js';
import { isServed } from './reproduce.js';
import type { ShownEndpoint } from './shown.js';

/** Fills `{name}` in; what there is no value for stays, which a test would see. */
export function fill(template: string, values: object): string {
  const texts = new Map<string, unknown>(Object.entries(values));
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(texts.get(name) ?? whole));
}

/** More endpoints than these are counted, not listed. */
const LISTED = 8;
const MECHANISMS = 6;

/** Letters are read outside of any code span: a name may hold nothing that a mail program or a forge would follow. */
const SAFE_HOST = /^[\p{L}\p{M}\p{N}._:-]+$/u;
const SAFE_URL = /^(?:https?|wss?):\/\/[\w.:-]+(?:\/(?!\/)[\w.~%-]*)*(?:\?[\w.=&%-]*)?$/u;

/** What was seen at each endpoint, as plain text; endpoints with odd names are left out. */
export function evidenceLines(
  shown: readonly ShownEndpoint[],
  texts: Pick<LetterTexts, 'place' | 'evidence'>,
): readonly string[] {
  return nameable(shown).flatMap(({ endpoint, findings }) => [
    `- ${fill(texts.place[endpoint.service], { place: placeName(endpoint) })}`,
    ...seenAt({ endpoint, findings }, texts).map((fact) => `  - ${fact}`),
  ]);
}

/** The endpoints that a letter may name. */
export function nameable(shown: readonly ShownEndpoint[]): readonly ShownEndpoint[] {
  return shown.filter(({ endpoint }) => SAFE_HOST.test(endpoint.host)).slice(0, LISTED);
}

/** A URL of host-meta is anybody's to write where it is read over http: what is odd in it is left away. */
function placeName({ url, host, port, address }: EndpointReport): string {
  if (url === undefined) return `${host}:${port} [${address}]`;
  const scheme = /^(?:https?|wss?)(?=:)/u.exec(url)?.[0] ?? 'http';
  return `${SAFE_URL.test(url) ? url : `${scheme}://${host}:${port}`} [${address}]`;
}

/** Facts in the words of the letter; of the server's own words only names from closed or harmless alphabets. */
function seenAt({ endpoint, findings }: ShownEndpoint, { evidence: texts }: Pick<LetterTexts, 'evidence'>): string[] {
  const { transport, observation } = endpoint;
  const suite = nullSuiteOf(endpoint);
  const nullSuites = findings.some(({ check }) => check === 'tls-encrypts') && suite !== undefined;
  const facts = nullSuites ? [fill(texts.nullSuite, { suite })] : [];
  if (findings.every(({ check }) => check === 'tls-encrypts')) return facts;
  if (endpoint.url !== undefined) {
    facts.push(fill(texts.web, { transport: transport === 'bosh' ? 'BOSH' : 'WebSocket' }));
  }
  const { features } = observation.plaintext;
  if (features.state === 'done') {
    const { starttls, mechanisms, sasl2 = [], dialback } = features.value;
    const names = [...new Set([...mechanisms, ...sasl2])].filter((name) => /^[A-Z0-9_-]{1,32}$/u.test(name));
    if (endpoint.url === undefined) facts.push(texts[starttls]);
    if (names.length > 0) facts.push(fill(texts.mechanisms, { mechanisms: names.slice(0, MECHANISMS).join(', ') }));
    if (dialback) facts.push(texts.dialback);
  }
  return [...facts, ...triedAt(endpoint, texts)];
}

function nullSuiteOf({ observation }: EndpointReport): string | undefined {
  const answer = observation.worthlessSuites?.null;
  if (answer?.state !== 'done' || answer.value.kind !== 'picked') return undefined;
  return /^\w{1,80}$/u.test(answer.value.suite) ? answer.value.suite : undefined;
}

/** What was tried, and what came of it. */
function triedAt(endpoint: EndpointReport, texts: LetterTexts['evidence']): string[] {
  const { answers, dialback } = endpoint.observation.plaintext;
  const answerTo = (question: QuestionName): string | undefined => {
    const step = answers[question];
    return isServed(endpoint, question) && step?.state === 'done' ? token(step.value) : undefined;
  };
  const [external, scram] = [answerTo('sasl-external'), answerTo('sasl-scram') ?? answerTo('sasl2-scram')];
  const { login } = endpoint.observation;
  return [
    ...(external === undefined ? [] : [fill(texts.external, { answer: external })]),
    ...(scram === undefined ? [] : [fill(texts.scram, { answer: scram })]),
    ...(isServed(endpoint, 'legacy-auth') || isServed(endpoint, 'versionless-auth') ? [texts.legacyAuth] : []),
    ...(isServed(endpoint, 'registration') ? [texts.registration] : []),
    ...(login?.bound.state === 'done' ? [texts.login] : []),
    ...(dialback?.ping.state === 'done' ? [texts.server] : []),
  ];
}

/** The name of an answer; a condition that no specification could have is not repeated. */
function token(answer: Answer): string | undefined {
  switch (answer.kind) {
    case 'sasl-challenge':
      return 'challenge';
    case 'sasl-success':
      return 'success';
    case 'sasl-failure':
      return /^[a-z]+(?:-[a-z]+){0,4}$/u.test(answer.condition) && answer.condition.length <= 40
        ? answer.condition
        : undefined;
    default:
      return undefined;
  }
}
