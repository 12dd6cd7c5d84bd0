import { endpointName } from '../model/endpoint.js';
import { byteLength } from '../model/inert.js';
import type { EndpointReport } from '../model/report.js';
import type { Language } from '../model/target.js';
import type { Finding } from '../model/verdict.js';
import { folded } from './advice.js';
import { LETTERS } from './letters/index.js';
import type { LetterKind } from './letters/letter.js';
import { dateOf, daysBetween } from './moments.js';
import { reproduce } from './reproduce.js';
import type { SectionContext } from './sentences.js';

/** A message to the operator that a person may send; we never do. Plain text, made of our own words and checked names. */
export interface OperatorLetter {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}

const READING = ['https://www.rfc-editor.org/rfc/rfc7590', 'https://www.rfc-editor.org/rfc/rfc6120#section-13.8.3'];
const LISTED_ENDPOINTS = 8;
/** Longer links are not opened by every mail program, and would crowd the issue. */
const LINK_BYTES = 6000;

/** The letter that fits the phase, with the failing endpoints; undefined where there is nothing to write about. */
export function writeLetter(
  context: SectionContext,
  failing: readonly EndpointReport[],
  findingsOf: (endpoint: EndpointReport) => readonly Finding[],
): OperatorLetter | undefined {
  const kind = kindOf(context);
  if (kind === undefined) return undefined;
  const { state, target, now } = context;
  const language = target.language ?? context.language ?? 'en';
  const texts = LETTERS[language];
  const { firstSeenAt, lastPlaintextAt, fixedAt = now } = state;
  const values = {
    domain: target.unicodeDomain,
    first: dateOf(firstSeenAt),
    last: dateOf(kind === 'thanks' ? fixedAt : lastPlaintextAt),
    due: state.promise?.due ?? '',
    days: String(daysBetween(firstSeenAt, fixedAt)),
  };
  const say = (template: string): string => fill(template, values);
  const paragraphs =
    kind === 'thanks'
      ? [texts.opening.thanks, texts.closing].map(say)
      : [
          ...[texts.opening[kind], texts.stake].map(say),
          ...renderFacts(context, failing, findingsOf, language),
          ...[texts.request[kind], texts.closing].map(say),
        ];
  return { language, subject: say(texts.subject[kind]), body: [say(texts.greeting), ...paragraphs].join('\n\n') };
}

/** The letter as Markdown: folded, with links that open it in a mail or XMPP program where a contact is known. */
export function renderLetter(letter: OperatorLetter | undefined, contact: string | undefined): string {
  if (letter === undefined) return '';
  const links = contact === undefined ? [] : linksTo(contact, letter);
  const open =
    links.length === 0 ? [] : [`Open it in your ${links.join(' or ')} program, and read it before you send it.`];
  const text = `${letter.subject}\n\n${letter.body}`;
  const fence = '`'.repeat(Math.max(3, ...(text.match(/`+/gu) ?? []).map((run) => run.length + 1)));
  const summary = `A letter to the operator (${letter.language}), ready to send; nothing is sent from here`;
  return folded(summary, [...open, `${fence}text\n${text}\n${fence}`].join('\n\n'));
}

function kindOf({ state }: SectionContext): LetterKind | undefined {
  switch (state.phase) {
    case 'open':
    case 'acknowledged':
    case 'regressed':
      return 'notice';
    case 'overdue':
      return state.promise?.event === undefined ? 'reminder' : 'maintenance';
    case 'fixed':
      return 'thanks';
    case 'promised':
    case 'verifying':
    case 'waived':
    case 'untracked':
      return undefined;
  }
}

/** Endpoints, the first command, the settings and what to read. Host names come from the DNS: odd ones are left out. */
function renderFacts(
  { target, advice, s2sFrom }: SectionContext,
  failing: readonly EndpointReport[],
  findingsOf: (endpoint: EndpointReport) => readonly Finding[],
  language: Language,
): string[] {
  const texts = LETTERS[language];
  const named = failing.filter(({ host }) => /^[\p{L}\p{M}\p{N}._:-]+$/u.test(host)).slice(0, LISTED_ENDPOINTS);
  const places = named.map((endpoint) => `- ${endpoint.service} ${endpointName(endpoint)}`);
  const [command] = named.flatMap(
    (endpoint) => reproduce(target, endpoint, findingsOf(endpoint), s2sFrom)?.command ?? [],
  );
  const remediation = advice.remediation(target.server.software);
  const names = new Set(failing.flatMap(findingsOf).flatMap(({ check }) => advice.check(check)?.mend ?? []));
  const settings = [...names].map((name) => remediation.settings[name]);
  const blocks = settings.map(({ file, code }) => `${fill(texts.inFile, { file })}\n\n${code.trimEnd()}`);
  return [
    ...(places.length === 0 ? [] : [`${texts.evidence}\n${places.join('\n')}`]),
    ...(command === undefined ? [] : [`${texts.reproduce}\n\n${command}`]),
    ...(blocks.length === 0 ? [] : [texts.settings, ...new Set(blocks), fill(texts.afterwards, remediation)]),
    `${texts.links}\n${[remediation.documentation, ...READING].map((link) => `- ${link}`).join('\n')}`,
  ];
}

function fill(template: string, values: object): string {
  const texts = new Map<string, unknown>(Object.entries(values));
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(texts.get(name) ?? whole));
}

/** A `mailto:` (RFC 6068) or `xmpp:` (RFC 5122) link; a contact that is a web page stays what it is. */
function linksTo(contact: string, { subject, body }: OperatorLetter): string[] {
  const [, scheme = '', address = ''] = /^(mailto|xmpp):([^?#]+)/iu.exec(contact) ?? [];
  if (address === '') return [];
  const isMail = scheme.toLowerCase() === 'mailto';
  const [question, separator, name] = isMail ? ['?', '&', 'mail'] : ['?message;', ';', 'XMPP'];
  const to = address.split('@').map(encode).join('@');
  const start = `${scheme.toLowerCase()}:${to}${question}subject=${encode(subject)}`;
  const whole = `${start}${separator}body=${encode(body.replaceAll('\n', '\r\n'))}`;
  return [`[${name}](<${byteLength(whole) <= LINK_BYTES ? whole : start}>)`];
}

/** Percent-encoded until nothing is left that means something in a URI or in Markdown. */
function encode(text: string): string {
  const wellFormed = text.replace(/\p{Cs}/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replace(
    /[!'()*_~]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
