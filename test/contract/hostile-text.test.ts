import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { planIssues } from '../../src/issues/plan.js';
import type { Annotation } from '../../src/model/annotation.js';
import type { Plan } from '../../src/model/plan.js';
import type { Report } from '../../src/model/report.js';
import { annotate } from '../../src/report/annotations.js';
import { renderConsole } from '../../src/report/console.js';
import { compactResults, renderJson } from '../../src/report/json.js';
import { renderApplied, renderPlan } from '../../src/report/plan.js';
import { renderProgress } from '../../src/report/progress.js';
import { renderSummary } from '../../src/report/summary.js';
import { createActionsLog } from '../../src/runtime/actions-log.js';
import { createTerminalLog } from '../../src/runtime/log.js';
import { createActionsOutputs } from '../../src/runtime/actions-outputs.js';
import { HOSTILE_STRINGS } from '../support/hostile-strings.js';
import { aFinding, anEndpoint, anEndpointReport, aRemediation, aReport, aTarget } from '../support/reports.js';

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const STARTS_COMMAND = /^\s*::|##\[/u;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** What we put in to keep forges from reading names and numbers. */
const ZERO_WIDTH_SPACE = /\u200b/gu;

/** A report in which the string stands wherever a server, a certificate or a name server can put it. */
function hostileReport(text: string): Report {
  const position = { file: '.github/xmpp-tls.yml', line: 3, column: 5 };
  const endpoint = anEndpoint({ host: text });
  // A URL of host-meta is anybody's to write where it is read over http.
  const web = anEndpoint({
    transport: 'bosh',
    host: 'web.example.org',
    port: 5280,
    url: `http://web.example.org:5280/${text}`,
  });
  const doubt = { verdict: 'inconclusive', proof: 'none', because: [text, text] } as const;
  const transcript = [
    { connection: 1, atMs: 1, from: 'server', text: `<stream:error><text>${text}</text></stream:error>` },
    { connection: 1, atMs: 2, from: 'note', text },
  ] as const;
  return aReport([
    aTarget('example.org', {
      verdict: 'plaintext',
      services: { c2s: { verdict: 'plaintext', proof: 'behaviour', because: [text] }, s2s: doubt },
      endpoints: [
        anEndpointReport({ because: [text] }, { endpoint, transcript }),
        anEndpointReport({ verdict: 'inconclusive', because: [text] }),
        anEndpointReport({ url: web.url ?? '' }, { endpoint: web }),
      ],
      findings: [
        aFinding({ check: 'c2s-bosh-requires-https', endpoint: web }),
        aFinding({ endpoint, evidence: [`stream error text: ${text}`, text] }),
        aFinding({ check: 'c2s-no-mechanisms', evidence: [`mechanisms: ${text}`], proof: 'advertised' }),
        aFinding({
          check: 'c2s-completes-starttls',
          group: 'tls',
          level: 'warn',
          message: text,
          evidence: [`CN=${text}`],
        }),
        aFinding({ check: 'c2s-waived', waived: { until: '2027-01-01', reason: text } }),
      ],
      notes: [text],
      server: { software: 'prosody', confidence: 'likely', by: [text] },
      foundContact: { uri: `mailto:${text}`, source: 'security.txt', url: `https://example.org/${text}` },
      position,
    }),
    aTarget('example.net', { verdict: 'inconclusive', services: { s2s: doubt }, notes: [text], position }),
  ]);
}

function hostilePlan(text: string): Plan {
  return { actions: [{ kind: 'keep', domain: 'example.org', issue: 1, because: text }], notes: [text] };
}

function expectInertLines(text: string): void {
  for (const line of text.split(LINE_END)) {
    expect(line).not.toMatch(STARTS_COMMAND);
    expect(line).not.toMatch(UNSEEN);
  }
  expect(text.replaceAll('\n', '')).not.toMatch(LINE_END);
  expect(text.length).toBeLessThan(50_000);
}

/** Markdown without its code blocks; fails when one of them is not closed. */
function withoutFences(markdown: string): string {
  let fence = '';
  const outside = markdown.split('\n').filter((line) => {
    const [, run = ''] = /^(`{3,})[a-z]*$/u.exec(line) ?? [];
    const toggles = run !== '' && (fence === '' || run.length >= fence.length);
    if (!toggles) return fence === '';
    fence = fence === '' ? run : '';
    return false;
  });
  expect(fence).toBe('');
  return outside.join('\n');
}

/** Prose and tables, as a forge reads them once code spans are taken out (CommonMark section 6.1). */
function withoutCode(markdown: string): string {
  return withoutFences(markdown).replace(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/gu, 'code');
}

/**
 * What has to hold of any Markdown of ours, our own links and markers taken out; returns the prose without the tags that
 * fold a section.
 */
function expectMereMarkdown(markdown: string): string {
  for (const line of markdown.split(LINE_END)) expect(line).not.toMatch(STARTS_COMMAND);
  expect(markdown.replaceAll('\n', '')).not.toMatch(LINE_END);
  expect(markdown.replaceAll('\n', '').replace(ZERO_WIDTH_SPACE, '')).not.toMatch(UNSEEN);
  expect(markdown.length).toBeLessThan(100_000);
  const characters = markdown.replace(/^#+ /gmu, '').replace(/&(amp|lt|gt|#x[0-9a-f]{2});/gu, '_');
  expect(characters).not.toMatch(/[@#](?!\u200b)|GH-\d|!\d|:\/\/|www\.|<!--|--!?>/iu);

  const prose = withoutCode(markdown);
  expect(prose.match(/<details>/gu)?.length).toBe(prose.match(/<\/details>/gu)?.length);
  const words = prose.replace(/<\/?(details|summary)>/gu, '').replace(/\*\*([^*\n]+)\*\*/gu, '$1');
  expect(words.replace(/<\/?sub>/gu, '')).not.toMatch(/[<>`*_~$[\]\\]/u);
  return words;
}

describe.each(Object.entries(HOSTILE_STRINGS))('%s', (_, text) => {
  const report = hostileReport(text);

  it('is inert in everything that is printed as lines', () => {
    expectInertLines(renderConsole(report, { width: 80, colour: false }));
    expectInertLines(renderConsole(report, { width: 200, colour: true }).replace(/\u001b\[\d+m/gu, ''));
    expectInertLines(renderPlan(hostilePlan(text), true));
    const [action] = hostilePlan(text).actions;
    if (action) expectInertLines(renderApplied([{ action, status: 'failed', error: text, url: text }]));
    for (const target of report.targets) {
      const line = renderProgress(1, 2, target);
      expect(line).not.toContain('\n');
      expectInertLines(line);
    }
  });

  it('is mere text in the job summary', () => {
    const summary = renderSummary(report, {
      check: (id) => (id === 'c2s-refuses-legacy-auth' ? { title: 'A title', mend: 'legacy-auth' } : undefined),
      remediation: () => aRemediation(),
      plan: hostilePlan(text),
      runUrl: text,
    });
    const prose = expectMereMarkdown(
      summary
        .replaceAll('[Documentation of Prosody](https://prosody.im/doc/security)', '')
        .replaceAll('| #1 |', '|  |'),
    );
    expect(prose.replace(/<\/?sub>/gu, '')).not.toMatch(/[<>]/u);
    // Cells end at any pipe, even inside of code (GFM section 4.10).
    const rows = withoutFences(summary)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row.split('|')).toHaveLength(8);
  });

  it('is mere text in the issue', () => {
    const { actions } = planIssues({
      listed: [],
      comments: new Map(),
      targets: report.targets,
      tracking: { labelPrefix: 'x', labels: [], assignees: [], closeAfter: 2, reopenDays: 90, fullRun: true },
      advice: { check: () => ({ title: 'A title', mend: 'legacy-auth' }), remediation: () => aRemediation() },
      s2sFrom: 'tls-probe.invalid',
      now: '2026-11-22T09:00:00.000Z',
    });
    const [opening] = actions.filter((action) => action.kind === 'open');
    const body = opening?.draft.body ?? '';
    expect(body).toContain('example.org');
    expectMereMarkdown(
      body
        .replace(/<!-- xmpp-tls-compliance [^<>]*-->/gu, '')
        .replaceAll('http://etherx.jabber.org/streams', '')
        .replace(/\[(Prosody|documentation)\]\(https:\/\/prosody\.im\/[a-z/]*\)/gu, '')
        .replace('[security.txt](https://www.rfc-editor.org/rfc/rfc9116)', '')
        .replace(/\[Open as an e-mail\]\(<mailto:[\w%.@-]*\?subject=[\w%.-]*(?:&body=[\w%.-]*)?>\)/u, '')
        .replace(/^- https:\/\/(prosody\.im|www\.rfc-editor\.org)\/[\w/#.-]+$/gmu, '')
        // The one URL of a stranger that a letter may name, when nothing in it is odd.
        .replace(/^- http:\/\/web\.example\.org:5280(?:\/[\w.~%/-]*)?(?:\?[\w.=&%-]*)? \[/mu, '- [')
        .replaceAll('<br>', ' '),
    );
  });

  it('keeps its value in JSON and is inert when the file is printed', () => {
    const json = renderJson(report);
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(report)));
    for (const file of [json, compactResults(report)]) {
      expect(file).not.toContain('##[');
      expect(file.replaceAll('\n', '')).not.toMatch(UNSEEN);
      for (const line of file.split(LINE_END)) expect(line).not.toMatch(STARTS_COMMAND);
    }
  });

  it('is one line in every annotation', () => {
    const annotations = annotate(report);
    expect(annotations).toHaveLength(7);
    for (const { title, message } of annotations) {
      expectInertLines(`${title}\n${message}`);
      expect(`${title}${message}`).not.toContain('\n');
    }
  });
});

describe.each(Object.entries(HOSTILE_STRINGS))('%s at the door', (_, text) => {
  let written = '';
  beforeEach(() => {
    written = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      written += String(chunk);
      return true;
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is inert even where nobody rendered it', () => {
    const log = createActionsLog(true);
    log.info(text);
    log.print(text);
    expectInertLines(written.slice(0, 10_000));
    const lines: string[] = [];
    const terminal = createTerminalLog(
      { stdout: (line) => lines.push(line), stderr: (line) => lines.push(line) },
      true,
    );
    for (const level of ['info', 'debug', 'notice', 'warning', 'error'] as const) terminal[level](text);
    expect(lines).toHaveLength(5);
    expectInertLines(lines.join(''));
  });

  it('stays inside its own workflow command', () => {
    const position = { file: text, line: 1, column: 1 };
    const annotation: Annotation = { level: 'error', title: text, message: text, position };
    createActionsLog(true).warning(text);
    createActionsOutputs({}).annotate([annotation]);
    const lines = written.split(/[\n\r]/u).filter((line) => line !== '');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::warning::/u);
    expect(lines[1]).toMatch(/^::error title=[^:,]*,file=[^:,]*,line=1,col=1::/u);
  });
});
