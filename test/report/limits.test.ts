import { describe, expect, it } from '@jest/globals';
import { byteLength } from '../../src/model/inert.js';
import type { TargetReport } from '../../src/model/report.js';
import { annotate } from '../../src/report/annotations.js';
import { compactResults } from '../../src/report/json.js';
import { renderSummary } from '../../src/report/summary.js';
import { aFinding, anEndpointReport, aReport, aTarget } from '../support/reports.js';
import { CONTEXT } from './story.js';

const position = { file: '.github/xmpp-tls.yml', line: 1, column: 1 };

function plaintext(i: number): TargetReport {
  const services = { c2s: { verdict: 'plaintext', proof: 'behaviour', because: [] } } as const;
  const findings = [aFinding(), aFinding()];
  return aTarget(`d${i}.example`, {
    verdict: 'plaintext',
    services,
    findings,
    position,
    endpoints: [anEndpointReport()],
  });
}

const many = (count: number) => Array.from({ length: count }, (_, i) => plaintext(i));

describe('annotate', () => {
  it('leaves a place for the failure of the step among the ten a runner shows', () => {
    expect(annotate(aReport(many(9)))).toHaveLength(9);
    const annotations = annotate(aReport(many(30)));
    expect(annotations).toHaveLength(9);
    expect(annotations.at(-1)).toMatchObject({ level: 'error', title: 'and 22 more' });
    expect(annotations.at(-1)).not.toHaveProperty('position');
  });

  it('says a check once per domain and counts the endpoints', () => {
    expect(annotate(aReport(many(1)))[0]?.message).toContain('Seen at xmpp.example.org:5222 [192.0.2.1] and 1 more.');
  });

  it('is silent about domains that no file names', () => {
    const nowhere = aTarget('d1.example', { verdict: 'plaintext', findings: [aFinding()] });
    expect(annotate(aReport([nowhere]))).toEqual([]);
  });
});

describe('compactResults', () => {
  it('leaves out the calmest domains when the output would be too large', () => {
    const report = aReport([aTarget('secure.example'), plaintext(1)]);
    const all = compactResults(report);
    const results: unknown = JSON.parse(compactResults(report, byteLength(all) - 1));
    expect(results).toEqual([expect.objectContaining({ schema: 1, domain: 'd1.example', verdict: 'plaintext' })]);
  });
});

describe('renderSummary', () => {
  const report = aReport([...many(20), ...['a', 'b', 'c'].map((name) => aTarget(`${name}.example`))]);
  const context = { ...CONTEXT, applied: [], plan: { actions: [], notes: [] } };
  const full = byteLength(renderSummary(report, context));

  it('stays within every budget', () => {
    for (let maxBytes = 1200; maxBytes <= full + 400; maxBytes += 499) {
      expect(byteLength(renderSummary(report, { ...context, maxBytes }))).toBeLessThanOrEqual(maxBytes);
    }
  });

  it('gives up transcripts first, then secure rows, then sections, and says so', () => {
    const without = (maxBytes: number) => {
      const text = renderSummary(report, { ...context, maxBytes });
      return {
        transcripts: text.split('What was said').length - 1,
        secureRows: text.split('| secure |').length - 1,
        sections: text.split(': plaintext</summary>').length - 1,
        said: /^Left out .*$/mu.exec(text)?.[0],
      };
    };
    expect(without(2 * full)).toEqual({ transcripts: 20, secureRows: 6, sections: 20, said: undefined });
    const fewTranscripts = without(full - 2000);
    expect(fewTranscripts).toMatchObject({ secureRows: 6, sections: 20 });
    expect(fewTranscripts.transcripts).toBeLessThan(20);
    expect(fewTranscripts.said).toMatch(/^Left out to keep this page readable: \d+ domains without transcript\./u);
    const small = without(8000);
    expect(small).toMatchObject({ transcripts: 0, secureRows: 0 });
    expect(small.sections).toBeGreaterThan(0);
    expect(small.said).toMatch(/20 domains without transcript, 3 domains without row, \d+ domains without section/u);
  });

  it('links the issue of a dry run and says what would be done', () => {
    const action = { kind: 'update', domain: 'd1.example', because: 'new evidence', issue: 3, change: {} } as const;
    const text = renderSummary(aReport([plaintext(1)]), {
      check: CONTEXT.check,
      remediation: CONTEXT.remediation,
      plan: { actions: [action], notes: [] },
    });
    expect(text).toContain('| #3 would update |');
  });
});
