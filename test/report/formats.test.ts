import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/checks/index.js';
import { FAILURES } from '../../src/model/failure.js';
import type { Report, TargetReport } from '../../src/model/report.js';
import type { Check } from '../../src/model/verdict.js';
import type { Format, FormatContext } from '../../src/report/format.js';
import { FORMAT_NAMES, FORMATS, type FormatName } from '../../src/report/formats.js';
import { expectGolden } from '../support/golden.js';
import { aFinding, aRemediation, aReport, aTarget } from '../support/reports.js';
import { STORY, STORY_CHECKS } from './story.js';

/** Checks that change only with this test. */
const CHECKS_OF_STORY = STORY_CHECKS.map(({ id, mend }): Check => ({
  ...{ id, mend, title: `Title of ${id}`, why: `Why ${id} matters.`, how: `How ${id} is found out.` },
  ...{ group: id.includes('completes') ? 'tls' : 'plaintext', level: id.includes('completes') ? 'warn' : 'fail' },
  ...{ services: [id.startsWith('c2s') ? 'c2s' : 's2s'], transports: ['starttls'], needs: [] },
  ...{ specifications: [{ document: 'RFC 6120' }], evaluate: () => ({ outcome: 'inconclusive', because: 'a test' }) },
}));

const adviceOf = (checks: readonly Check[]): FormatContext['advice'] => ({
  checks,
  check: (id) => checks.find((check) => check.id === id),
  remediation: () => aRemediation(),
});

const STORY_CONTEXT: FormatContext = {
  advice: adviceOf(CHECKS_OF_STORY),
  runUrl: 'https://github.com/o/r/actions/runs/42',
};

function render(name: FormatName, report: Report, path = 'file', context: Partial<FormatContext> = {}): string {
  return FORMATS[name].render(report, path, { ...STORY_CONTEXT, ...context });
}

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly SarifRule[] } };
    readonly invocations: readonly { readonly executionSuccessful: boolean }[];
    readonly results: readonly SarifResult[];
  }[];
}
interface SarifRule {
  readonly id: string;
  readonly helpUri: string;
  readonly properties: { readonly 'security-severity': unknown; readonly tags: readonly string[] };
}
interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: Readonly<Record<string, number>>;
    };
  }[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly suppressions?: readonly object[];
}

function sarifOf(report: Report, context: Partial<FormatContext> = {}) {
  const log = JSON.parse(render('sarif-file', report, 'x.sarif', context)) as Sarif;
  const [run] = log.runs;
  if (!run) throw new Error('there is no run');
  return { log, run, rules: run.tool.driver.rules, results: run.results };
}

describe('every format', () => {
  it.each(FORMAT_NAMES)('%s is declared like an input, and ends with a line end', (name) => {
    const format: Format = FORMATS[name];
    expect(name).toMatch(/^[a-z]+-file$/u);
    expect(format.description).toMatch(/^Write .*\.$/u);
    expect(format.flag).toMatch(/^--[a-z]+ FILE$/u);
    expect(render(name, STORY, format.example)).toMatch(/\n$/u);
  });

  it.each(FORMAT_NAMES)('%s is the same for the same report', (name) => {
    expect(render(name, STORY)).toBe(render(name, STORY));
  });

  it('has a golden file', () => {
    expectGolden('report/report.sarif', render('sarif-file', STORY));
    expectGolden('report/badge.json', render('badge-file', STORY, 'badge.json'));
    expectGolden('report/badge.svg', render('badge-file', STORY, 'out/badge.SVG'));
    expectGolden('report/page.html', render('report-file', STORY));
  });
});

describe('the SARIF log', () => {
  const context = { advice: adviceOf(CHECKS) };

  it('has every check for a rule, whether it fired or not, with all that an upload needs', () => {
    const { log, rules } = sarifOf(STORY, context);
    expect(log.version).toBe('2.1.0');
    expect(rules.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id));
    for (const rule of rules) {
      expect(rule.properties['security-severity']).toMatch(/^(?:10|\d)\.\d$/u);
      expect(rule.properties.tags).toContain('security');
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
      expect(rule.helpUri).toMatch(new RegExp(`/docs/checks/${rule.id}\\.md$`, 'u'));
    }
    const severityOf = (id: string) => rules.find((rule) => rule.id === id)?.properties['security-severity'];
    expect(severityOf('c2s-requires-starttls')).toBe('8.1');
    expect(severityOf('s2s-requires-starttls')).toBe('7.4');
    expect(severityOf('c2s-completes-starttls')).toBe('4.3');
  });

  it('has one result per domain, service and check, on the line that names the domain', () => {
    const { results, rules } = sarifOf(STORY);
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['c2s-refuses-legacy-auth', 'error'],
      ['s2s-requires-starttls', 'error'],
      ['c2s-refuses-legacy-auth', 'error'],
      ['c2s-completes-starttls', 'warning'],
    ]);
    for (const result of results) {
      expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
      const [location] = result.locations;
      expect(location?.physicalLocation.artifactLocation.uri).toBe('.github/xmpp-tls.yml');
      expect(Object.keys(location?.physicalLocation.region ?? {})).toEqual([
        ...['startLine', 'startColumn', 'endLine', 'endColumn'],
      ]);
    }
    expect(results.map(({ suppressions = [] }) => suppressions.length)).toEqual([0, 0, 1, 0]);
  });

  it('knows an alert again wherever the line of its domain moves', () => {
    const at = (line: number) =>
      aReport([aTarget('a.example', { findings: [aFinding()], position: { file: 'f.yml', line, column: 5 } })]);
    const [here, there] = [sarifOf(at(3)), sarifOf(at(30))].map(({ results }) => results[0]?.partialFingerprints);
    expect(here).toEqual({ primaryLocationLineHash: 'c2s:a.example' });
    expect(there).toEqual(here);
  });

  it('points at the workflow where no file names the domain, and makes nothing up where there is none', () => {
    const report = aReport([aTarget('a.example', { findings: [aFinding()] })]);
    const workflowFile = '.github/workflows/watch tls.yml';
    const [location] = sarifOf(report, { workflowFile }).results[0]?.locations ?? [];
    expect(location?.physicalLocation.artifactLocation.uri).toBe('.github/workflows/watch%20tls.yml');
    expect(sarifOf(report).results[0]?.locations).toEqual([]);
    const outside = { file: '/etc/xmpp-tls.yml', line: 1, column: 1 };
    const elsewhere = aReport([aTarget('a.example', { findings: [aFinding()], position: outside })]);
    expect(sarifOf(elsewhere).results[0]?.locations).toEqual([]);
  });

  const inconclusive = (because: string): TargetReport =>
    aTarget('b.example', {
      verdict: 'inconclusive',
      services: { c2s: { verdict: 'inconclusive', proof: 'none', because: [because] } },
    });

  it('is not handed on where something was inconclusive, and says so itself', () => {
    const { withhold }: Format = FORMATS['sarif-file'];
    const doubtful = aReport([aTarget('a.example'), inconclusive('the port refused the connection: x')]);
    expect(withhold?.(doubtful)).toMatch(/would close the alerts of what is inconclusive: b\.example$/u);
    expect(sarifOf(doubtful).run.invocations).toEqual([
      expect.objectContaining({
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'warning', message: { text: expect.stringContaining('b.example, c2s') } },
        ],
      }),
    ]);
    expect(withhold?.(aReport([aTarget('a.example')]))).toBeUndefined();
    expect(sarifOf(aReport([aTarget('a.example')])).run.invocations[0]?.executionSuccessful).toBe(true);
  });

  it('is handed on where only IPv6 addresses could not be reached, from which no alert of this runner came', () => {
    const { withhold }: Format = FORMATS['sarif-file'];
    const report = aReport([inconclusive(`${FAILURES['net.no-ipv6-route']}: 2 addresses`)]);
    expect(withhold?.(report)).toBeUndefined();
  });

  it('leaves nothing in a message that a viewer makes a link of', () => {
    const report = aReport([
      aTarget('a.example', { findings: [aFinding({ evidence: ['[x](https://evil.example)'] })] }),
    ]);
    expect(sarifOf(report).results[0]?.message.text).toContain('\\[x\\](https://evil.example)');
  });
});

describe('the badge', () => {
  const messageOf = (targets: readonly TargetReport[], overrides: Partial<Report> = {}) => {
    const badge = JSON.parse(render('badge-file', aReport(targets, overrides), 'b.json')) as Record<string, unknown>;
    expect(badge).toMatchObject({ schemaVersion: 1, label: 'XMPP TLS' });
    return `${String(badge['message'])} ${String(badge['color'])}`;
  };
  const target = (domain: string, verdict: TargetReport['verdict']) => aTarget(domain, { verdict });

  it('says the worst, with the date of the run', () => {
    expect(messageOf([])).toBe('nothing checked, 2026-11-22 lightgrey');
    expect(messageOf([target('a', 'secure')])).toBe('enforced, 2026-11-22 brightgreen');
    expect(messageOf([target('a', 'secure'), target('b', 'secure')])).toBe('2 of 2 enforced, 2026-11-22 brightgreen');
    expect(messageOf([target('a', 'secure'), target('b', 'inconclusive')])).toMatch(/^1 of 2 inconclusive.* yellow$/u);
    expect(messageOf([target('b', 'inconclusive')])).toMatch(/^inconclusive.* lightgrey$/u);
    expect(messageOf([target('a', 'plaintext'), target('b', 'inconclusive')])).toMatch(/^1 of 2 plaintext.* red$/u);
    const failing = aTarget('a', { findings: [aFinding({ group: 'tls', level: 'fail' })] });
    expect(messageOf([failing])).toMatch(/^1 of 1 failing.* red$/u);
  });

  it('is an image that loads nothing where its name says so', () => {
    const svg = render('badge-file', STORY, 'badge.svg');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /u);
    expect(svg).toContain('<title>XMPP TLS: 1 of 6 plaintext, 2026-11-22</title>');
    expect(svg.match(/(?:href|src|url\((?!#)|<script|<image|<style)/gu)).toBeNull();
  });
});

describe('the page', () => {
  const page = render('report-file', STORY);

  it('loads nothing, runs nothing, and links to nothing but the project and the run', () => {
    expect(page).toContain("default-src 'none'");
    expect(page.match(/<(?:script|img|iframe|link|form|object|embed|base)\b|\bon[a-z]+=|@import|url\(/giu)).toBeNull();
    const links = [...page.matchAll(/(?:href|src)="([^"]*)"/gu)].map(([, url]) => url);
    expect(links.filter((url) => !url?.startsWith('https://github.com/'))).toEqual([]);
  });

  it('lists every domain once, the worst first', () => {
    const rows = [...page.matchAll(/<th scope="row">([^<(]+)/gu)].map(([, name]) => name?.trim());
    expect(rows).toEqual([
      ...['example.org', 'example.net', 'legacy.example', 'bücher.example', 'example.com', 'mail.example'],
    ]);
  });
});
