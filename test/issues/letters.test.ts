import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/checks/index.js';
import type { Advice } from '../../src/model/remediation.js';
import { renderSection } from '../../src/issues/body.js';
import { LETTERS } from '../../src/issues/letters/index.js';
import { LETTER_KINDS, type LetterKind } from '../../src/issues/letters/letter.js';
import { renderLetter, writeLetter } from '../../src/issues/operator-letter.js';
import type { SectionContext } from '../../src/issues/sentences.js';
import { LANGUAGES, type Language } from '../../src/model/target.js';
import { REMEDIATIONS } from '../../src/remediation/index.js';
import { expectGolden } from '../support/golden.js';
import { HOSTILE_STRINGS } from '../support/hostile-strings.js';
import { type EndpointSketch, aTarget, day } from './builders.js';

const advice: Advice = {
  check: (id) => CHECKS.find((check) => check.id === id),
  remediation: (software) => REMEDIATIONS[software],
};

const STATES: Readonly<Record<LetterKind, Partial<SectionContext['state']>>> = {
  notice: { phase: 'open' },
  reminder: { phase: 'overdue', promise: { due: '2026-11-09', by: 'ann', on: '2026-11-03' } },
  maintenance: {
    phase: 'overdue',
    promise: { due: '2027-01-02', event: 'next-maintenance', by: 'ann', on: '2026-11-03' },
  },
  thanks: { phase: 'fixed', fixedAt: day(12) },
};

function aContext(kind: LetterKind, language: Language, sketch: EndpointSketch = {}): SectionContext {
  const target = { ...aTarget('example.org', [sketch]), language };
  const blank = { version: 1, domain: 'example.org', firstSeenAt: day(0), lastPlaintextAt: day(10) } as const;
  const state = { ...blank, phase: 'open', streak: 0, regressions: 0, ...STATES[kind] } as const;
  return { state, target, advice, closeAfter: 2, reopenDays: 90, s2sFrom: 'tls-probe.invalid', now: day(12) };
}

function letterOf(context: SectionContext) {
  const { target } = context;
  const letter = writeLetter(context, target.endpoints, () => target.findings);
  if (letter === undefined) throw new Error('There is no letter.');
  return letter;
}

/** Every text of a language, by where it stands. */
function textsOf(language: Language): Map<string, string> {
  const flatten = (value: unknown, path: string): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value as object).flatMap(([name, inner]) => flatten(inner, `${path}.${name}`));
  return new Map(flatten(LETTERS[language], language).map(([path, text]) => [path.slice(language.length), text]));
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/gu) ?? [])].sort();

describe('letters', () => {
  it.each(LANGUAGES)('say the same in %s, with the same facts', (language) => {
    expect(LETTERS[language].language).toBe(language);
    const english = textsOf('en');
    const texts = textsOf(language);
    expect([...texts.keys()]).toEqual([...english.keys()]);
    for (const [path, text] of texts) {
      expect({ path, placeholders: placeholders(text) }).toEqual({
        path,
        placeholders: placeholders(english.get(path) ?? ''),
      });
      expect(text.trim()).toBe(text);
    }
  });

  it.each(LANGUAGES.flatMap((language) => LETTER_KINDS.map((kind) => [kind, language] as const)))(
    'are ready to send: %s in %s',
    (kind, language) => {
      const { subject, body } = letterOf(aContext(kind, language));
      expect(`${subject}${body}`).not.toMatch(/\{\w+\}|undefined/u);
      expectGolden(`issues/letters/${kind}-${language}.txt`, `${subject}\n\n${body}\n`);
    },
  );

  it('are offered where there is something to say, and not while a promise holds', () => {
    const context = aContext('notice', 'en');
    const phases = ['promised', 'verifying', 'waived', 'untracked'] as const;
    for (const phase of phases) {
      expect(writeLetter({ ...context, state: { ...context.state, phase } }, [], () => [])).toBeUndefined();
    }
    expect(renderSection(context, 60_000)).toContain('A letter to the operator (en), ready to send');
  });

  it('are in the language of the domain, or else of the run, or else English', () => {
    const { target, ...context } = aContext('notice', 'ja');
    const silent = aTarget('example.org', [{}]);
    expect(letterOf({ ...context, target, language: 'de' }).language).toBe('ja');
    expect(letterOf({ ...context, target: silent, language: 'de' }).language).toBe('de');
    expect(letterOf({ ...context, target: silent }).language).toBe('en');
  });

  it('open in a mail or XMPP program, percent-encoded until nothing is left that means anything', () => {
    const letter = { language: 'en', subject: 'a & b (c) #1 @d', body: "x?y=z\n\n'*_~`<>[]!\ud800" } as const;
    const mail = renderLetter(letter, 'mailto:ad+min@example.org?bcc=x@y');
    const url = /\]\(<([^>]*)>\)/u.exec(mail)?.[1] ?? '';
    expect(url).toMatch(/^mailto:ad%2Bmin@example\.org\?subject=[\w%.-]+&body=[\w%.-]+$/u);
    const { searchParams } = new URL(url);
    expect(searchParams.get('subject')).toBe(letter.subject);
    expect(searchParams.get('body')).toBe("x?y=z\r\n\r\n'*_~`<>[]!\ufffd");
    expect(renderLetter(letter, 'xmpp:admin@example.org')).toMatch(
      /\(<xmpp:admin@example\.org\?message;subject=[\w%.-]+;body=[\w%.-]+>\)/u,
    );
    expect(renderLetter(letter, 'https://example.org/contact')).not.toContain('](<');
  });

  it.each(Object.entries(HOSTILE_STRINGS))('hold nothing of what a server says: %s', (_, hostile) => {
    const calm = letterOf(aContext('notice', 'en'));
    expect(letterOf(aContext('notice', 'en', { hostile }))).toEqual(calm);
    const named = letterOf(aContext('notice', 'en', { host: `x${hostile} y` }));
    expect(named.body).not.toContain(`x${hostile}`);
  });
});
