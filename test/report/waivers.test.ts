import { describe, expect, it } from '@jest/globals';
import { renderSummary } from '../../src/report/summary.js';
import { endingWaivers } from '../../src/report/waivers.js';
import { aFinding, aReport, aTarget } from '../support/reports.js';
import { CONTEXT } from './story.js';

const waivedUntil = (until: string, reason = 'migration') =>
  aReport([
    aTarget('a.example', {
      verdict: 'plaintext',
      waived: true,
      findings: [aFinding({ waived: { until, reason } }), aFinding({ waived: { until, reason } })],
    }),
    aTarget('b.example'),
  ]);

describe('a waiver', () => {
  it.each([
    ['2026-11-30', []],
    ['2026-11-29', ['The waiver of a.example ends in 7 days, on 2026-11-29; it was given because: migration.']],
    ['2026-11-23', ['The waiver of a.example ends tomorrow, on 2026-11-23; it was given because: migration.']],
  ])('that ends on %s is spoken of a week before, once for its domain', (until, sentences) => {
    expect(endingWaivers(waivedUntil(until))).toEqual(sentences);
    expect(renderSummary(waivedUntil(until), CONTEXT).includes('Waivers that end soon')).toBe(sentences.length > 0);
  });

  it('says nothing in the summary that its reason would like to say', () => {
    const summary = renderSummary(waivedUntil('2026-11-24', '@everyone <b>\n::error::x'), CONTEXT);
    expect(summary).not.toMatch(/@everyone|<b>|^::error/mu);
  });
});
