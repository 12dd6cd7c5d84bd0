import { describe, expect, it } from '@jest/globals';
import type { Applied, Plan } from '../../src/model/plan.js';
import { closingWords } from '../../src/report/closing.js';
import { aFinding, aReport, aTarget } from '../support/reports.js';

const plaintext = (domain: string) => aTarget(domain, { verdict: 'plaintext', findings: [aFinding()] });
const CONTEXT = { hasSummary: true };

describe('the last words of a run that fails', () => {
  it('name the domains, the summary and the issues', () => {
    const report = aReport([aTarget('good.example'), plaintext('bad.example'), plaintext('liar.example')]);
    const keep = { kind: 'keep', domain: 'liar.example', issue: 7, because: 'nothing changed' } as const;
    const open = { kind: 'open', domain: 'bad.example', because: 'found', draft: {} } as unknown as Applied['action'];
    const plan: Plan = { actions: [open, keep], notes: [] };
    const applied: Applied[] = [{ action: open, status: 'done', issue: 12 }];
    expect(closingWords(report, 'plaintext', { ...CONTEXT, plan, applied })).toBe(
      '2 of 3 domains allow connections without TLS: bad.example, liar.example. Details and fixes: the job summary and issues #7, #12.',
    );
  });

  it('name one domain by itself, and a few of many', () => {
    expect(closingWords(aReport([plaintext('bad.example')]), 'plaintext', { hasSummary: false })).toBe(
      'bad.example allows connections without TLS. Details and fixes: the log above.',
    );
    const many = Array.from({ length: 30 }, (_, i) => plaintext(`d${i}.example`));
    expect(closingWords(aReport(many), 'plaintext', CONTEXT)).toContain('d4.example, 25 more. ');
  });

  it('leave out what does not decide', () => {
    const report = aReport([{ ...plaintext('old.example'), unchanged: true }, plaintext('new.example')]);
    expect(closingWords(report, 'plaintext', CONTEXT)).toMatch(/^new\.example allows connections without TLS\./u);
  });

  it('ask about the runner where nothing could be checked, and about spelling where a name does not exist', () => {
    const gone = aTarget('goood.example', { verdict: 'inconclusive', unknownName: true });
    expect(closingWords(aReport([gone]), 'blind', CONTEXT)).toMatch(/^Nothing could be checked\. .*5222 and 5269/u);
    expect(closingWords(aReport([gone]), 'mistyped', CONTEXT)).toContain('goood.example. Is it misspelt?');
    expect(closingWords(aReport([gone]), 'inconclusive', CONTEXT)).toMatch(/^goood\.example is inconclusive\./u);
  });
});
