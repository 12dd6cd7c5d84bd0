import type { Answer, QuestionName } from '../model/observation.js';
import { attribute, child, cut, type XmlElement } from '../xml/element.js';
import { NS } from './namespaces.js';
import { type QuestionContext, questionId } from './question-catalogue.js';
import { readCondition } from './stream-error.js';

/** An answer, and the question it answers. */
export interface Heard {
  readonly question: QuestionName;
  readonly answer: Answer;
}

/**
 * Reads an answer to one of the open questions; undefined where the element is none. Local names decide, not
 * namespaces: an answer in a wrong namespace is a server's slip, and taking it for silence would acquit that server.
 */
export function readAnswer(
  element: XmlElement,
  open: readonly QuestionName[],
  context: Pick<QuestionContext, 'id'>,
): Heard | undefined {
  const heard = (question: QuestionName | undefined, answer: Answer): Heard | undefined =>
    question !== undefined && open.includes(question) ? { question, answer } : undefined;
  const type = attribute(element, 'type');
  switch (element.name) {
    case 'challenge':
      return heard(matchSasl(element, open), { kind: 'sasl-challenge' });
    case 'success':
      return heard(matchSasl(element, open), { kind: 'sasl-success' });
    case 'failure':
      if (element.namespace === NS.tls) return undefined;
      return heard(matchSasl(element, open), {
        kind: 'sasl-failure',
        ...readCondition(element, NS.sasl, 'undefined-condition'),
      });
    case 'iq':
      if (type === 'result')
        return heard(matchIq(element, open, context), { kind: 'iq-result', fields: readFields(element) });
      if (type === 'error')
        return heard(matchIq(element, open, context), { kind: 'iq-error', ...readStanzaError(element) });
      return undefined;
    case 'verify':
      return type === undefined ? undefined : heard(matchVerify(open), readDialback(element, type));
    default:
      return undefined;
  }
}

function matchVerify(open: readonly QuestionName[]): QuestionName | undefined {
  return (['dialback-verify', 'versionless-verify'] as const).find((name) => open.includes(name));
}

const SASL_QUESTIONS = ['sasl-external', 'sasl-scram'] as const;
const SASL2_QUESTIONS = ['sasl2-external', 'sasl2-scram'] as const;

/** SASL2 answers in a namespace of its own (XEP-0388); whatever comes in any other answers the first that is open. */
function matchSasl({ namespace }: XmlElement, open: readonly QuestionName[]): QuestionName | undefined {
  const candidates =
    namespace === NS.sasl2 ? [...SASL2_QUESTIONS, ...SASL_QUESTIONS] : [...SASL_QUESTIONS, ...SASL2_QUESTIONS];
  return candidates.find((name) => open.includes(name));
}

const QUERIES = [
  ['legacy-auth', NS.legacyAuth],
  ['registration', NS.registration],
  ['versionless-auth', NS.legacyAuth],
] as const;

/** By id; by the namespace of the query; an error without either answers the first open question. */
function matchIq(
  iq: XmlElement,
  open: readonly QuestionName[],
  context: Pick<QuestionContext, 'id'>,
): QuestionName | undefined {
  const id = attribute(iq, 'id');
  const candidates = QUERIES.filter(([name]) => open.includes(name));
  const match =
    candidates.find(([name]) => id === questionId(name, context)) ??
    candidates.find(([, namespace]) => child(iq, namespace) !== undefined) ??
    (id === undefined && attribute(iq, 'type') === 'error' ? candidates[0] : undefined);
  return match?.[0];
}

/** Children of a query that explain or report, and ask for nothing. */
const NOT_FIELDS = ['instructions', 'registered'];
const NOT_FILLED_IN = ['hidden', 'fixed'];

/** What there is to fill in: children of the query and fields of a data form in it (XEP-0077 section 4, XEP-0004). */
function readFields(iq: XmlElement): string[] {
  const query = iq.children.find(({ name }) => name === 'query');
  if (query === undefined) return [];
  const children = query.children.filter(({ namespace }) => namespace === query.namespace).map(({ name }) => name);
  const form = child(query, NS.dataForm, 'x')?.children.filter(({ name }) => name === 'field') ?? [];
  const variables = form
    .filter((field) => !NOT_FILLED_IN.includes(attribute(field, 'type') ?? ''))
    .flatMap((field) => attribute(field, 'var') ?? []);
  const fields = [...children.filter((name) => !NOT_FIELDS.includes(name)), ...variables];
  return [...new Set(fields.map(cut))];
}

/** Conditions behind the numbers that servers before XMPP 1.0 sent instead (XEP-0086). */
const LEGACY_CODES: Readonly<Record<string, string>> = {
  400: 'bad-request',
  401: 'not-authorized',
  403: 'forbidden',
  404: 'item-not-found',
  405: 'not-allowed',
  406: 'not-acceptable',
  407: 'registration-required',
  500: 'internal-server-error',
  501: 'feature-not-implemented',
  503: 'service-unavailable',
};

function readStanzaError(stanza: XmlElement): { condition: string; text?: string } {
  const error = stanza.children.find(({ name }) => name === 'error');
  if (error === undefined) return { condition: 'undefined-condition' };
  const code = attribute(error, 'code') ?? '';
  const byCode = Object.hasOwn(LEGACY_CODES, code) ? LEGACY_CODES[code] : undefined;
  return readCondition(error, NS.stanzaErrors, byCode ?? 'undefined-condition');
}

/** An `<iq/>` that answers one of ours; undefined for one that asks. */
export function readIqAnswer(iq: XmlElement): Answer | undefined {
  if (iq.name !== 'iq') return undefined;
  const type = attribute(iq, 'type');
  if (type === 'result') return { kind: 'iq-result', fields: readFields(iq) };
  return type === 'error' ? { kind: 'iq-error', ...readStanzaError(iq) } : undefined;
}

/** A `<db:verify/>` or `<db:result/>` that answers one of ours (XEP-0220). */
export function readDialback(verify: XmlElement, type: string): Answer {
  return { kind: 'dialback', type, ...(type === 'error' ? readStanzaError(verify) : {}) };
}
