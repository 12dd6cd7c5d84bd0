import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/checks/index.js';
import { renderSection } from '../../src/issues/body.js';
import { letterKind } from '../../src/issues/letter-kind.js';
import { renderLetter } from '../../src/issues/letter-section.js';
import { LETTERS } from '../../src/issues/letters/index.js';
import { GENERAL_SETTINGS, LETTER_KINDS, type LetterKind } from '../../src/issues/letters/letter.js';
import { type OperatorLetter, writeLetter } from '../../src/issues/operator-letter.js';
import type { SectionContext } from '../../src/issues/sentences.js';
import { accused, shownEndpoints } from '../../src/issues/shown.js';
import { byteLength } from '../../src/model/inert.js';
import type { Advice } from '../../src/model/remediation.js';
import type { Recognition, TargetReport } from '../../src/model/report.js';
import { LANGUAGES, type Language } from '../../src/model/target.js';
import { REMEDIATIONS } from '../../src/remediation/index.js';
import { expectGolden } from '../support/golden.js';
import { HOSTILE_STRINGS } from '../support/hostile-strings.js';
import { type EndpointSketch, aTarget, day } from './builders.js';

const advice: Advice = {
  check: (id) => CHECKS.find((check) => check.id === id),
  remediation: (software) => REMEDIATIONS[software],
};

const ISSUE = 'https://github.com/acme/watch/issues/7';
const promise = { due: '2026-11-09', by: 'ann', on: '2026-11-03' } as const;
const maintenance = { due: '2027-01-02', event: 'next-maintenance', by: 'ann', on: '2026-11-03' } as const;

const STATES: Readonly<Record<LetterKind, Partial<SectionContext['state']>>> = {
  notice: { phase: 'open' },
  contacted: { phase: 'acknowledged', acknowledgedBy: 'the configuration' },
  followup: { phase: 'acknowledged', acknowledgedBy: 'ann' },
  promised: { phase: 'promised', promise },
  awaited: { phase: 'promised', promise: maintenance },
  reminder: { phase: 'overdue', promise, overdueSince: day(10) },
  maintenance: { phase: 'overdue', promise: maintenance, overdueSince: day(9), maintenanceAt: day(9) },
  unnoticed: { phase: 'overdue', promise: maintenance, overdueSince: day(64) },
  regressed: { phase: 'regressed', regressions: 1, regressedAt: day(8) },
  verifying: { phase: 'verifying', streak: 1, secureAt: day(12), secureSince: day(12) },
  thanks: { phase: 'fixed', streak: 2, secureAt: day(13), secureSince: day(12), fixedAt: day(13) },
};

interface Circumstances {
  readonly language?: Language;
  readonly sketches?: readonly EndpointSketch[];
  readonly target?: Partial<TargetReport>;
  readonly state?: Partial<SectionContext['state']>;
  readonly issueUrl?: string;
}

/** Clients' and servers' ports of one Prosody, as they are found most often. */
const SKETCHES: readonly EndpointSketch[] = [{}, { service: 's2s' }];

function aContext(kind: LetterKind, circumstances: Circumstances = {}): SectionContext {
  const { language, sketches = SKETCHES, target = {}, state = {}, issueUrl = ISSUE } = circumstances;
  const isSecure = kind === 'verifying' || kind === 'thanks';
  const seen = sketches.map(
    (sketch) => ({ ...sketch, verdict: isSecure ? ('secure' as const) : 'plaintext' }) as const,
  );
  const blank = { version: 1, domain: 'example.org', firstSeenAt: day(0), lastPlaintextAt: day(10) } as const;
  return {
    state: { ...blank, phase: 'open', streak: 0, regressions: 0, ...STATES[kind], ...state },
    target: {
      ...aTarget('example.org', seen),
      ...(kind === 'contacted' ? { contacted: '2026-11-05' } : {}),
      ...(language === undefined ? {} : { language }),
      ...target,
    },
    advice,
    closeAfter: 2,
    reopenDays: 90,
    s2sFrom: 'tls-probe.invalid',
    now: day(13),
    issueUrl,
  };
}

function letterOf(context: SectionContext): OperatorLetter {
  const letter = writeLetter(context, accused(shownEndpoints(context.target, context.advice)));
  if (letter === undefined) throw new Error('There is no letter.');
  return letter;
}

function omit<T extends object, Name extends keyof T>(whole: T, name: Name): Omit<T, Name> {
  const left = { ...whole };
  delete left[name];
  return left;
}

const bodyOf = (kind: LetterKind, circumstances: Circumstances = {}): string =>
  letterOf(aContext(kind, circumstances)).body;

/** Every text of a language, by where it stands. */
function textsOf(language: Language): Map<string, string> {
  const flatten = (value: unknown, path: string): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value as object).flatMap(([name, inner]) => flatten(inner, `${path}.${name}`));
  return new Map(flatten(LETTERS[language], language).map(([path, text]) => [path.slice(language.length), text]));
}

/** The domain may stand wherever the language wants it. */
const placeholders = (text: string): string[] =>
  [...new Set(text.match(/\{\w+\}/gu) ?? [])].filter((name) => name !== '{domain}').sort();

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
      if (path !== '.and') expect(text.trim()).toBe(text);
    }
  });

  it.each(LANGUAGES.flatMap((language) => LETTER_KINDS.map((kind) => [kind, language] as const)))(
    'are ready to send: %s in %s',
    (kind, language) => {
      const { subject, body } = letterOf(aContext(kind, { language }));
      expect(`${subject}${body}`).not.toMatch(/\{\w+\}|undefined|NaN|Invalid/u);
      expectGolden(`issues/letters/${kind}-${language}.txt`, `${subject}\n\n${body}\n`);
    },
  );

  it.each(LANGUAGES)('speak %s throughout where the server is not known', (language) => {
    const server: Recognition = { software: 'generic', confidence: 'unknown', by: [] };
    const checks = CHECKS.filter(({ group }) => group === 'plaintext').map(({ id }) => id);
    const [finding] = aTarget('example.org', [{}]).findings;
    const findings = checks.map((check) => ({ ...finding!, check }));
    const body = bodyOf('notice', { language, sketches: [{}], target: { server, findings } });
    expectGolden(`issues/letters/unknown-server-${language}.txt`, `${body}\n`);
    for (const name of GENERAL_SETTINGS) expect(body).toContain(LETTERS[language].general[name]);
    if (language !== 'en') {
      for (const name of GENERAL_SETTINGS) expect(body).not.toContain(LETTERS.en.general[name]);
      expect(body).not.toMatch(/configuration of the server|restart the server/u);
    }
  });

  it('have words for every setting that mends plaintext', () => {
    const mends = CHECKS.filter(({ group }) => group === 'plaintext').map(({ mend }) => mend);
    expect([...new Set(mends)].sort()).toEqual([...GENERAL_SETTINGS].sort());
  });

  it('begin with a capital letter after the greeting where the language wants one', () => {
    const firstLetters = LANGUAGES.map((language) => [language, bodyOf('notice', { language }).split('\n\n')[1]?.[0]]);
    expect(Object.fromEntries(firstLetters)).toEqual({ en: 'T', de: 'v', fr: 'N', es: 'G', ja: 'X' });
    for (const language of ['en', 'fr', 'es'] as const) {
      for (const text of Object.values(LETTERS[language].opening)) expect(text).toMatch(/^\p{Lu}/u);
    }
  });
});

describe('a letter tells no more than is true', () => {
  it('fits the phase, and there is none where nobody waits for one', () => {
    for (const kind of LETTER_KINDS) expect(letterKind(aContext(kind))).toBe(kind);
    const context = aContext('notice');
    for (const phase of ['waived', 'untracked'] as const) {
      expect(letterKind({ ...context, state: { ...context.state, phase } })).toBeUndefined();
    }
    expect(letterKind(aContext('notice', { target: { waived: true } }))).toBeUndefined();
  });

  it('thanks nobody for a service that was retired', () => {
    for (const kind of ['verifying', 'thanks'] as const) {
      const context = aContext(kind, { target: { verdict: 'not-offered', endpoints: [], services: {} } });
      expect(letterKind(context)).toBeUndefined();
      expect(renderSection(context, 60_000)).not.toContain('Draft message');
    }
  });

  it('does not claim a maintenance that nobody noticed', () => {
    expect(bodyOf('unnoticed')).toContain('We noticed no maintenance until 2 January 2027');
    expect(bodyOf('unnoticed')).not.toContain('looks as if');
    expect(bodyOf('maintenance')).toContain('It looks as if there has been one');
  });

  it('counts an episode from its own beginning', () => {
    expect(bodyOf('regressed')).toContain('Our check of 9 November 2026, however');
    expect(bodyOf('regressed')).not.toMatch(/\b1 November/u);
    const relapse = { regressions: 1, regressedAt: day(10) };
    expect(bodyOf('thanks', { state: relapse })).not.toContain('from our first report');
    expect(bodyOf('notice', { state: { regressions: 1, continues: 3 } })).toContain('After an earlier report');
    const earlier = { target: { contacted: '2026-11-05' }, state: { phase: 'acknowledged' as const } };
    expect(letterKind(aContext('regressed', earlier))).toBe('followup');
  });

  it('gives thanks from the first secure run on, in numbers that are grammar', () => {
    expect(bodyOf('thanks')).toContain('Since 13 November 2026');
    expect(bodyOf('thanks', { state: { secureSince: day(1) } })).toContain('It took one day from');
    expect(bodyOf('thanks', { language: 'de', state: { secureSince: day(1) } })).toContain('einen Tag gedauert');
    for (const language of LANGUAGES) {
      expect(bodyOf('thanks', { language, state: { secureSince: day(0) } })).not.toMatch(
        /\b[01] ?(?:days|Tage|jours)/u,
      );
      expect(bodyOf('thanks', { language, state: { secureSince: day(0) } })).not.toContain('0 日');
    }
  });

  it('speaks of one check where there was one', () => {
    expect(bodyOf('notice', { state: { lastPlaintextAt: day(0) } })).toContain('Our check of 1 November 2026 found');
    expect(bodyOf('notice')).toContain('Since 1 November 2026, our regular check has found');
  });

  it('says "offers" where nothing more was shown, and "accepts" where it was', () => {
    const offered: EndpointSketch = { service: 's2s' };
    expect(bodyOf('notice', { sketches: [offered] })).toContain('offers other servers unencrypted connections');
    expect(bodyOf('notice', { sketches: [{}] })).toContain('accepts unencrypted connections from clients');
    expect(bodyOf('notice')).toContain(
      'accepts unencrypted connections from clients and offers other servers unencrypted connections',
    );
  });

  it('says nothing of passwords where only servers are concerned', () => {
    for (const language of LANGUAGES) {
      const body = bodyOf('notice', { language, sketches: [{ service: 's2s' }] });
      expect(body).toContain(LETTERS[language].stake.s2s);
      expect(body).not.toMatch(/passwords\.|Passwörter|mots de passe\.|contraseñas\.|パスワードが/u);
    }
  });

  it('accuses only those endpoints that let plaintext in', () => {
    const warned = { host: 'fine.example.org' };
    const target = aTarget('example.org', [{ host: 'bad.example.org' }, warned]);
    const findings = target.findings.map((finding) =>
      finding.endpoint.host === warned.host ? ({ ...finding, group: 'tls', level: 'warn' } as const) : finding,
    );
    const body = bodyOf('notice', { target: { ...target, findings } });
    expect(body).toContain('bad.example.org');
    expect(body).not.toContain('fine.example.org');
  });

  it('calls a guess a guess', () => {
    const settings = (confidence: Recognition['confidence']): string =>
      bodyOf('notice', { target: { server: { software: 'tigase', confidence, by: [] } } });
    expect(settings('configured')).toContain('How to fix it, on Tigase XMPP Server:');
    expect(settings('likely')).toContain('if your server is Tigase XMPP Server, as it seems to be:');
    expect(settings('possible')).toContain('(this is only a guess)');
  });

  it('keeps what breaks when it is not read, in every language', () => {
    for (const language of LANGUAGES) {
      const { cautions } = LETTERS[language];
      const body = bodyOf('notice', { language });
      for (const caution of [cautions.certificate, cautions['each-host'], cautions.federation]) {
        expect(body).toContain(caution);
      }
      expect(body).toContain('0.12.0');
      expect(body).toContain('systemctl restart prosody');
    }
  });

  it('names who checks, where more is to be read, and leaves a place for a name', () => {
    const body = bodyOf('notice');
    expect(body).toContain(`Details and history: ${ISSUE}`);
    expect(body).toContain('This check is run by https://github.com/acme/watch.');
    expect(body).toMatch(/\n\[your name\]$/u);
    const context = omit(aContext('notice'), 'issueUrl');
    const run = 'https://github.com/acme/watch/actions/runs/42';
    expect(letterOf({ ...context, runUrl: run }).body).toContain(`Details and history: ${run}`);
    expect(letterOf(context).body).not.toContain('Details');
    expect(letterOf({ ...context, issueUrl: 'javascript:alert(1)' }).body).not.toContain('Details');
  });
});

describe('the language of a letter', () => {
  it('is that of the domain, or of the run, or one that the operator prefers, or English', () => {
    const foundContact = {
      uri: 'mailto:a@example.org',
      source: 'security.txt',
      url: 'https://example.org/.well-known/security.txt',
      language: 'fr',
    } as const;
    const context = aContext('notice', { language: 'ja', target: { foundContact } });
    const silent = omit(context.target, 'language');
    const unknown = omit(silent, 'foundContact');
    expect(letterOf({ ...context, language: 'de' }).language).toBe('ja');
    expect(letterOf({ ...context, target: silent, language: 'de' }).language).toBe('de');
    expect(letterOf({ ...context, target: silent }).language).toBe('fr');
    expect(letterOf({ ...context, target: unknown }).language).toBe('en');
  });

  it('decides how dates are written', () => {
    const dates = LANGUAGES.map((language) => bodyOf('notice', { language }));
    expect(dates.map((body) => /1(?:er)?\.? (?:de )?\p{L}+ (?:de )?2026|2026年11月1日/u.exec(body)?.[0])).toEqual([
      '1 November 2026',
      '1. November 2026',
      '1er novembre 2026',
      '1 de noviembre de 2026',
      '2026年11月1日',
    ]);
  });
});

const linkIn = (markdown: string): string => /\]\(<([^>]*)>\)/u.exec(markdown)?.[1] ?? '';

describe('the link that opens a letter', () => {
  const letter = {
    kind: 'notice',
    language: 'en',
    subject: 'a & b (c) #1 @d',
    body: 'the long one',
    brief: ["x?y=z\n\n'*_~`<>[]!\ud800"],
  } as const;
  const domain = 'example.org';

  it('is percent-encoded until nothing is left that means anything', () => {
    const mail = renderLetter(letter, { domain, contact: 'mailto:ad+min@example.org?bcc=x@y' });
    const url = linkIn(mail);
    expect(url).toMatch(/^mailto:ad%2Bmin@example\.org\?subject=[\w%.-]+&body=[\w%.-]+$/u);
    const { searchParams } = new URL(url);
    expect(searchParams.get('subject')).toBe(letter.subject);
    expect(searchParams.get('body')).toBe("x?y=z\r\n\r\n'*_~`<>[]!\ufffd");
    expect(linkIn(renderLetter(letter, { domain, contact: 'xmpp:admin@example.org' }))).toMatch(
      /^xmpp:admin@example\.org\?message;subject=[\w%.-]+;body=[\w%.-]+$/u,
    );
    expect(renderLetter(letter, { domain, contact: 'https://example.org/contact' })).not.toContain('](<');
  });

  it.each(LANGUAGES.flatMap((language) => LETTER_KINDS.map((kind) => [kind, language] as const)))(
    'is opened by every mail program, and says what matters: %s in %s',
    (kind, language) => {
      const contact = 'mailto:administrators@chat.university.example';
      const url = linkIn(renderLetter(letterOf(aContext(kind, { language })), { domain, contact }));
      expect(byteLength(url)).toBeLessThanOrEqual(1900);
      const body = new URL(url).searchParams.get('body') ?? '';
      expect(body).toContain(LETTERS[language].closing.replace('\n', '\r\n'));
      const isThanks = kind === 'thanks' || kind === 'verifying';
      if (!isThanks) expect(body).toContain(ISSUE);
    },
  );

  it('is left without a body before it is cut', () => {
    const long = { ...letter, brief: ['x'.repeat(3000), 'y'.repeat(2000)] };
    expect(linkIn(renderLetter(long, { domain, contact: 'mailto:a@example.org' }))).toBe(
      'mailto:a@example.org?subject=a%20%26%20b%20%28c%29%20%231%20%40d',
    );
  });

  it('leads to whom the domain names itself, and says where that stands', () => {
    const url = 'https://example.org/.well-known/security.txt';
    const foundContact = { uri: 'mailto:security@example.org', source: 'security.txt', url } as const;
    const shown = renderLetter(letter, { domain, foundContact });
    expect(shown).toContain('Contact: `security@example.org`, from the [security.txt]');
    expect(shown).toContain('https:\u200b//example.org/.well-known/security.txt`');
    expect(linkIn(shown)).toMatch(/^mailto:security@example\.org\?/u);
    const configured = renderLetter(letter, { domain, foundContact, contact: 'mailto:admin@example.org' });
    expect(configured).toContain('Contact: `admin@example.org`, from the configuration.');
  });

  it('follows the convention where nobody is named, and calls it one', () => {
    const shown = renderLetter(letter, { domain });
    expect(shown).toContain('No contact is known. By convention ([XEP-0157]');
    expect(linkIn(shown)).toMatch(/^mailto:xmpp@example\.org\?/u);
  });
});

describe.each(Object.entries(HOSTILE_STRINGS))('a letter about a server that says %s', (_, hostile) => {
  it('holds nothing of it', () => {
    const calm = letterOf(aContext('notice'));
    const spiteful = aContext('notice', { sketches: [{ hostile }, { service: 's2s', hostile }] });
    expect(letterOf(spiteful)).toEqual(calm);
    expect(bodyOf('notice', { sketches: [{ host: `x${hostile} y` }, {}] })).not.toContain(`x${hostile}`);
  });

  it('holds no URL of it that leads anywhere else', () => {
    const urls = [`http://a.example:5280/${hostile}`, `http://a.example:5280/?x=${hostile}`, hostile];
    for (const url of urls) {
      const target = aTarget('example.org', [{ transport: 'bosh', host: 'a.example', port: 5280 }]);
      const endpoints = target.endpoints.map((endpoint) => ({ ...endpoint, url }));
      const findings = target.findings.map((finding) => ({ ...finding, endpoint: { ...finding.endpoint, url } }));
      const body = bodyOf('notice', { target: { ...target, endpoints, findings } });
      const place = /^- (.*) \(for clients\)$/mu.exec(body)?.[1] ?? '';
      expect(place).toMatch(/^(?:https?|wss?):\/\/a\.example:5280(?:\/[\w.~%/?=&-]*)? \[192\.0\.2\.1\]$/u);
      expect(place).not.toMatch(/[@#<>()[\]](?!192|$)/u);
    }
  });
});
