import { describe, expect, it } from '@jest/globals';
import { createPaint, wrap } from '../../src/report/layout.js';
import { countLine, duration, headline, sentence, verdictWords } from '../../src/report/words.js';
import { aReport, aTarget } from '../support/reports.js';

const plaintext = (domain: string) => aTarget(domain, { verdict: 'plaintext' });

describe('headline', () => {
  it('names a single domain', () => {
    expect(headline(aReport([plaintext('a.example')]))).toBe('a.example allows connections without TLS.');
    expect(headline(aReport([aTarget('a.example')]))).toBe('a.example enforces TLS.');
  });

  it('speaks of all where all are the same', () => {
    expect(headline(aReport([aTarget('a.example'), aTarget('b.example')]))).toBe('Both domains enforce TLS.');
    expect(headline(aReport(['a', 'b', 'c'].map((name) => aTarget(name))))).toBe('All 3 domains enforce TLS.');
  });

  it('counts the worst first', () => {
    const targets = [aTarget('a.example'), plaintext('b.example'), plaintext('c.example')];
    expect(headline(aReport(targets))).toBe('2 of 3 domains allow connections without TLS; 1 enforces TLS.');
  });

  it('does not call an empty report a success', () => {
    expect(headline(aReport([]))).toBe('No domain was checked.');
    expect(countLine(aReport([]))).toBe('0 domains');
  });
});

describe('verdictWords', () => {
  it('tells what happened from what is only offered', () => {
    const because: string[] = [];
    expect(verdictWords('c2s', { verdict: 'plaintext', proof: 'behaviour', because })).toBe(
      'accepted a client connection without TLS (proven)',
    );
    expect(verdictWords('c2s', { verdict: 'plaintext', proof: 'advertised', because })).toBe(
      'offers login without TLS (advertised only)',
    );
  });

  it('proves nothing where nothing was decided', () => {
    expect(verdictWords('c2s', { verdict: 'inconclusive', proof: 'behaviour', because: ['a'] })).toBe(
      'inconclusive: a',
    );
  });

  it('names three reasons of doubt and counts the others', () => {
    expect(verdictWords('s2s', { verdict: 'inconclusive', proof: 'none', because: ['a', 'b', 'c', 'd', 'e'] })).toBe(
      'inconclusive: a; b; c; and 2 more reasons',
    );
    expect(verdictWords('s2s', { verdict: 'inconclusive', proof: 'none', because: [] })).toBe(
      'inconclusive: nothing conclusive was seen',
    );
  });
});

describe('sentence', () => {
  it('ends with one full stop', () => {
    expect([sentence('a'), sentence('a.'), sentence('cut…')]).toEqual(['a.', 'a.', 'cut…']);
  });
});

describe('duration', () => {
  it('uses the unit that reads well', () => {
    expect([duration(840), duration(2143), duration(185_000)]).toEqual(['840 ms', '2.1 s', '3 min 5 s']);
  });
});

describe('wrap', () => {
  it('breaks at blanks, hangs the lead, and breaks a word that is too long', () => {
    expect(wrap('- ', 'aaaa bbbb cccc dddd eeee', 22)).toEqual(['- aaaa bbbb cccc dddd', '  eeee']);
    expect(wrap('', 'x'.repeat(25), 20)).toEqual(['x'.repeat(20), 'x'.repeat(5)]);
  });

  it('lets no line start a workflow command that began in the middle of the text', () => {
    expect(wrap('  ', `${'x'.repeat(18)} ::stop-commands::x`, 20)).toEqual([
      `  ${'x'.repeat(18)}`,
      '  : :stop-commands::x',
    ]);
  });
});

describe('createPaint', () => {
  it('paints whole lines, and only where colour is wanted', () => {
    expect(createPaint(true)(['x'], 'bad')).toEqual(['\u001b[31mx\u001b[0m']);
    expect(createPaint(false)(['x'], 'bad')).toEqual(['x']);
  });
});
