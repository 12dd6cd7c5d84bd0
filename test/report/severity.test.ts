import { describe, expect, it } from '@jest/globals';
import { worstFindingsFirst } from '../../src/model/finding.js';
import { countVerdicts, severityOf, worstFirst } from '../../src/report/severity.js';
import { aFinding, aTarget } from '../support/reports.js';
import { STORY } from './story.js';

describe('severityOf', () => {
  it('counts a failing TLS check of a secure domain against the run', () => {
    expect(severityOf(aTarget('a.example', { findings: [aFinding({ group: 'tls', level: 'fail' })] }))).toBe('failing');
  });

  it('lets a waived finding be', () => {
    const waived = aFinding({ group: 'tls', level: 'fail', waived: { until: '2027-01-01', reason: 'known' } });
    expect(severityOf(aTarget('a.example', { findings: [waived] }))).toBe('secure');
  });
});

describe('worstFirst', () => {
  it('orders domains by severity and then by name', () => {
    expect(worstFirst(STORY.targets).map((target) => target.domain)).toEqual([
      'example.org',
      'example.net',
      'legacy.example',
      'xn--bcher-kva.example',
      'example.com',
      'mail.example',
    ]);
    expect(worstFirst([aTarget('b.example'), aTarget('a.example')]).map(({ domain }) => domain)).toEqual([
      'a.example',
      'b.example',
    ]);
  });
});

describe('worstFindingsFirst', () => {
  it('puts waived findings last', () => {
    const waived = { until: '2027-01-01', reason: 'known' };
    const findings = [aFinding({ waived }), aFinding({ level: 'note' }), aFinding({ level: 'warn' }), aFinding()];
    expect(worstFindingsFirst(findings).map(({ level, waived: w }) => (w ? 'waived' : level))).toEqual([
      'fail',
      'warn',
      'note',
      'waived',
    ]);
  });

  it('has among waived ones first what would count most: it is what the row of the domain says', () => {
    const waived = { until: '2027-01-01', reason: 'migration' };
    const findings = [aFinding({ level: 'warn', waived }), aFinding({ level: 'fail', waived })];
    expect(worstFindingsFirst(findings).map(({ level }) => level)).toEqual(['fail', 'warn']);
  });
});

describe('countVerdicts', () => {
  it('counts every domain once', () => {
    expect(countVerdicts(STORY)).toEqual({
      total: 6,
      secure: 2,
      plaintext: 1,
      inconclusive: 1,
      notOffered: 1,
      waived: 1,
    });
  });
});
