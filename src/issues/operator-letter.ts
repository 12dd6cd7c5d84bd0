import { SERVICES, type Language } from '../model/target.js';
import { evidenceLines, fill, nameable } from './letter-evidence.js';
import { fixInWords } from './letter-fix.js';
import { letterKind } from './letter-kind.js';
import { episodeStart } from './phases.js';
import { LETTERS } from './letters/index.js';
import type { Affected, LetterKind, LetterTexts } from './letters/letter.js';
import { dateOf, daysBetween } from './moments.js';
import { reproduce } from './reproduce.js';
import type { SectionContext } from './sentences.js';
import type { ShownEndpoint } from './shown.js';

/**
 * A message to the operator that a person may send; we never do. Plain text, made of our own words and checked names.
 * `brief` says the same in a few lines, and in fewer and fewer, for links.
 */
export interface OperatorLetter {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly brief: readonly string[];
}

const READING = ['https://www.rfc-editor.org/rfc/rfc7590', 'https://www.rfc-editor.org/rfc/rfc6120#section-13.8.3'];

/** How much a letter says: all that is known, the settings only, or nothing but its first words. */
const EXTENT: Readonly<Record<LetterKind, 'report' | 'settings' | 'words'>> = {
  notice: 'report',
  contacted: 'report',
  followup: 'report',
  reminder: 'report',
  maintenance: 'report',
  unnoticed: 'report',
  regressed: 'report',
  promised: 'settings',
  awaited: 'settings',
  verifying: 'words',
  thanks: 'words',
};

/** The letter that fits the phase; undefined where there is nothing that could be written and be true. */
export function writeLetter(context: SectionContext, accused: readonly ShownEndpoint[]): OperatorLetter | undefined {
  const kind = letterKind(context);
  if (kind === undefined) return undefined;
  const extent = EXTENT[kind];
  if (extent !== 'words' && accused.length === 0) return undefined;
  const language = languageOf(context);
  const texts = LETTERS[language];
  const values = valuesOf(context, accused, texts);
  const say = (template: string): string => fill(template, values);
  const first = [opening(kind, context, texts), ...(kind === 'thanks' ? [thanks(context, texts), texts.safer] : [])]
    .filter((sentence) => sentence !== '')
    .map(say)
    .join(language === 'ja' ? '' : ' ');
  const ask = requestOf(kind, texts);
  const asks = ask === undefined ? [] : [ask];
  const stake = extent === 'report' ? [texts.stake[affected(accused)]] : [];
  const facts = extent === 'words' ? [] : report(context, accused, texts, extent === 'report').map(say);
  const who = extent === 'words' ? [] : [imprint(context, texts)];
  const more = extent === 'words' ? [] : [moreToRead(context, texts)];
  const framed = (...paragraphs: readonly string[]): string =>
    [say(texts.greeting), ...paragraphs, texts.closing].join('\n\n');
  const letter = (...paragraphs: readonly string[]): string => framed(first, ...paragraphs);
  return {
    kind,
    language,
    subject: say(texts.subject[kind]),
    body: letter(...stake, ...facts, ...asks, ...who),
    brief: [
      letter(...stake, ...more, ...asks, ...who),
      letter(...stake, ...more, ...asks),
      letter(...more, ...asks),
      letter(...more),
      // The subject and what there is to read: a language of three bytes a letter leaves no room for more.
      ...(more.length === 0 ? [] : [framed(...more)]),
    ],
  };
}

/** What the user chose for the domain, or for all; what the operator asks for in security.txt; English. */
function languageOf({ target, language }: SectionContext): Language {
  return target.language ?? language ?? target.foundContact?.language ?? 'en';
}

function valuesOf(context: SectionContext, accused: readonly ShownEndpoint[], texts: LetterTexts): object {
  const { state, target } = context;
  const on = (instant: string | undefined): string => (instant === undefined ? '' : dateIn(texts.language, instant));
  return {
    domain: target.unicodeDomain,
    claim: claim(context, accused, texts),
    first: on(episodeStart(state)),
    last: on(state.lastPlaintextAt),
    due: on(state.promise?.due),
    contacted: on(target.contacted),
    secured: on(securedAt(context)),
  };
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES', ja: 'ja-JP' };

/** Making one takes longer than writing the rest of a letter. */
const FORMATS = new Map<Language, Intl.DateTimeFormat>();

/** `1 November 2026`, as the language writes it, in UTC. */
function dateIn(language: Language, instant: string): string {
  const options = { dateStyle: 'long', timeZone: 'UTC' } as const;
  const format = FORMATS.get(language) ?? new Intl.DateTimeFormat(LOCALES[language], options);
  FORMATS.set(language, format);
  const date = format.format(new Date(instant));
  return language === 'fr' ? date.replace(/^1 /u, '1er ') : date;
}

/** The first of the secure runs in a row. */
function securedAt({ state, now }: SectionContext): string {
  return state.secureSince ?? state.secureAt ?? state.fixedAt ?? now;
}

function opening(kind: LetterKind, { state }: SectionContext, texts: LetterTexts): string {
  const isFirst = dateOf(state.lastPlaintextAt) === dateOf(episodeStart(state));
  return texts.opening[kind === 'notice' && isFirst ? 'once' : kind];
}

/** How long it took, where that is worth a sentence. After a relapse it is not: the first report was long ago. */
function thanks(context: SectionContext, { language, took }: LetterTexts): string {
  const days = daysBetween(episodeStart(context.state), securedAt(context));
  if (days === 0 || context.state.regressions > 0) return '';
  const isOne = new Intl.PluralRules(LOCALES[language]).select(days) === 'one';
  return fill(isOne ? took.one : took.other, { days });
}

function affected(accused: readonly ShownEndpoint[]): Affected {
  const services = SERVICES.filter((service) => accused.some(({ endpoint }) => endpoint.service === service));
  return services.length > 1 ? 'both' : (services[0] ?? 'c2s');
}

/** What the service does, no stronger than it was shown. */
function claim({ target }: SectionContext, accused: readonly ShownEndpoint[], texts: LetterTexts): string {
  const claims = SERVICES.filter((service) => accused.some(({ endpoint }) => endpoint.service === service)).map(
    (service) => [service, target.services[service]?.proof === 'behaviour' ? 'behaviour' : 'advertised'] as const,
  );
  const [first, second] = claims;
  if (first !== undefined && first[1] === second?.[1]) return texts.claim.both[first[1]];
  return claims.map(([service, proof]) => texts.claim[service][proof]).join(texts.and);
}

function requestOf(kind: LetterKind, { request }: LetterTexts): string | undefined {
  switch (kind) {
    case 'notice':
    case 'contacted':
    case 'followup':
    case 'regressed':
      return request.date;
    case 'reminder':
    case 'maintenance':
    case 'unnoticed':
      return request.newDate;
    case 'promised':
    case 'awaited':
      return request.help;
    case 'verifying':
    case 'thanks':
      return undefined;
  }
}

/** Endpoints and what was seen there, the first command, the settings, and what to read. */
function report(
  context: SectionContext,
  accused: readonly ShownEndpoint[],
  texts: LetterTexts,
  withEvidence: boolean,
): readonly string[] {
  const { target, advice, s2sFrom } = context;
  const lines = withEvidence ? evidenceLines(accused, texts) : [];
  const [command] = nameable(accused).flatMap(
    ({ endpoint, findings }) => reproduce(target, endpoint, findings, s2sFrom)?.command ?? [],
  );
  const details = detailsUrl(context);
  const { documentation } = advice.remediation(target.server.software);
  const reading = [...new Set([documentation, ...READING])].map((link) => `- ${link}`);
  return [
    ...(lines.length === 0 ? [] : [[texts.seen, ...lines].join('\n')]),
    ...(command === undefined ? [] : [`${texts.reproduce}\n\n${command}`]),
    ...fixInWords(
      target,
      accused.flatMap(({ findings }) => findings),
      advice,
      texts,
    ),
    [texts.links, ...reading].join('\n'),
    ...(details === undefined ? [] : [fill(texts.details, { url: details })]),
  ];
}

/** The issue, or, before it has a number, the run that found it. */
function detailsUrl({ issueUrl, runUrl }: SectionContext): string | undefined {
  return [issueUrl, runUrl].find((url) => url !== undefined && /^https?:\/\/[\w.~:/?#%=&-]+$/u.test(url));
}

function moreToRead(context: SectionContext, { brief }: LetterTexts): string {
  const url = detailsUrl(context);
  return url === undefined ? brief.offer : fill(brief.link, { url });
}

function imprint(context: SectionContext, { imprint }: LetterTexts): string {
  const [, repository] = /^(https?:\/\/.+?)\/(?:issues|actions)\//u.exec(detailsUrl(context) ?? '') ?? [];
  return repository === undefined ? imprint.unknown : fill(imprint.known, { repository });
}
