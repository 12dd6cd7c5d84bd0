import { describe, expect, it } from '@jest/globals';
import { merge } from '../../src/app/merge.js';
import { readReport } from '../../src/config/report-file.js';
import { ConfigurationError } from '../../src/model/ports.js';
import type { Report } from '../../src/model/report.js';
import type { Target } from '../../src/model/target.js';
import { renderJson } from '../../src/report/json.js';
import { aReport, aTarget } from '../support/reports.js';
import { CHANGE, STORY } from '../report/story.js';

const listed = (domain: string): Target => ({
  ...{ domain, unicodeDomain: domain, services: ['c2s', 's2s'], endpoints: [], checks: {}, waivers: [] },
  contact: `mailto:admin@${domain}`,
});

async function mergeAll(reports: Readonly<Record<string, Report | string>>, targets: readonly Target[] = []) {
  const warnings: string[] = [];
  const texts = new Map(
    Object.entries(reports).map(([path, one]) => [path, typeof one === 'string' ? one : renderJson(one)]),
  );
  const merged = await merge(
    ['parts'],
    { targets },
    {
      version: '9.9.9',
      log: { warning: (line) => void warnings.push(line) },
      files: { list: async () => [...texts.keys()], read: async (path) => texts.get(path) },
    },
  );
  return { merged, warnings };
}

const plaintext = aTarget('bad.example', { verdict: 'plaintext' });

describe('merging reports', () => {
  it('gives one report with the domains of all, judged as one, over the whole time', async () => {
    const first = aReport([aTarget('a.example')], { startedAt: '2026-11-22T09:00:00.000Z', durationMs: 60_000 });
    const second = aReport([plaintext], { startedAt: '2026-11-22T09:02:00.000Z', durationMs: 30_000 });
    const { merged, warnings } = await mergeAll({ 'a.json': first, 'b.json': second });
    expect(merged).toMatchObject({
      ...{ result: 'fail', startedAt: '2026-11-22T09:00:00.000Z', durationMs: 150_000 },
      tool: { version: '9.9.9' },
    });
    expect(merged.targets.map(({ domain }) => domain)).toEqual(['a.example', 'bad.example']);
    expect(warnings).toEqual([]);
  });

  it('takes the newest of several reports of one domain, and says so', async () => {
    const old = aReport([plaintext, aTarget('a.example')], { startedAt: '2026-11-21T09:00:00.000Z' });
    const fresh = aReport([aTarget('bad.example')], { startedAt: '2026-11-22T09:00:00.000Z' });
    for (const order of [
      { 'a.json': old, 'b.json': fresh },
      { 'a.json': fresh, 'b.json': old },
    ]) {
      const { merged, warnings } = await mergeAll(order);
      expect(merged.result).toBe('pass');
      expect(merged.targets).toHaveLength(2);
      expect(warnings).toEqual(['In several reports, of which the newest counts: bad.example']);
    }
  });

  it('calls a listed domain that no report has inconclusive, and does not forget what is known about it', async () => {
    const { merged } = await mergeAll({ 'a.json': aReport([aTarget('a.example')]) }, [
      listed('a.example'),
      listed('lost.example'),
    ]);
    expect(merged.result).toBe('inconclusive');
    expect(merged.targets[1]).toMatchObject({
      ...{ domain: 'lost.example', verdict: 'inconclusive', contact: 'mailto:admin@lost.example' },
      services: { c2s: { because: ['none of the merged reports has this domain'] } },
    });
  });

  it('keeps what a change decided', async () => {
    const { merged } = await mergeAll({ 'a.json': CHANGE });
    expect(merged.ofChange).toBe(true);
    expect(merged.targets.filter(({ unchanged }) => unchanged)).toHaveLength(3);
  });

  it.each([
    ['no report at all', {}, /^merge: there is no JSON report in "parts"$/u],
    ['something that is not JSON', { 'a.json': 'PK' }, /"a\.json" is no JSON report of this tool: it is not JSON$/u],
    ['another JSON', { 'a.json': '[]' }, /it is something else$/u],
    ['another version', { 'a.json': '{"schema":2}' }, /schema is not what it should be$/u],
  ])('refuses %s', async (_, reports, sentence) => {
    const failure = await mergeAll(reports).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConfigurationError);
    expect((failure as Error).message).toMatch(sentence);
  });
});

describe('a JSON report', () => {
  it.each([
    ['a night', STORY],
    ['a pull request', CHANGE],
  ])('of %s comes back as it was written', (_, report) => {
    expect(readReport('r.json', renderJson(report))).toEqual({ value: JSON.parse(JSON.stringify(report)) });
  });

  it.each([
    ['a domain that is none', 'domain', 'https://a.example'],
    ['a verdict that is none', 'verdict', 'insecure'],
    ['a server that is none', 'server', { software: 'constructor', confidence: 'likely', by: [] }],
    ['a finding without evidence', 'findings', [{ check: 'a-b' }]],
    ['a service that is none', 'services', { mail: { verdict: 'secure', proof: 'none', because: [] } }],
  ])('with %s is refused', (_, key, value) => {
    const text = JSON.stringify(aReport([{ ...aTarget('a.example'), [key]: value }]));
    expect(readReport('r.json', text)).toEqual({
      problem: expect.stringMatching(
        new RegExp(`^"r\\.json" is no JSON report of this tool: targets\\[0\\]\\.${key}`, 'u'),
      ),
    });
  });
});
