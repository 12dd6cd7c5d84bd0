import { describe, expect, it } from '@jest/globals';
import { alternatives, nearest, quote, suggestion } from '../../src/config/reading.js';

describe('quote', () => {
  it('keeps any text on one line', () => {
    expect(quote('a\n::error::b\r\u0000"')).toBe('"a\\n::error::b\\r\\u0000\\""');
  });

  it('cuts long text', () => {
    expect(quote('a'.repeat(1000))).toBe(`"${'a'.repeat(60)}…"`);
  });
});

describe('nearest', () => {
  const keys = ['domain', 'services', 'endpoints', 'components', 'contact', 'server', 'note', 'checks', 'waive'];

  it.each([
    ['servces', 'services'],
    ['Services', 'services'],
    ['service', 'services'],
    ['endpoitns', 'endpoints'],
    ['waiv', 'waive'],
    ['waived', 'waive'],
    ['noet', 'note'],
    ['comp', 'components'],
    ['contact-address', 'contact'],
  ])('finds behind %s the word %s', (typed, meant) => {
    expect(nearest(typed, keys)).toBe(meant);
  });

  it.each(['port', 'x', '', 'promise', 'hosts', 'a'.repeat(100_000)])('finds nothing near %.20s', (typed) => {
    expect(nearest(typed, keys)).toBeUndefined();
  });

  it('prefers the word with the fewest differences', () => {
    expect(nearest('labesl', ['label-prefix', 'labels'])).toBe('labels');
  });
});

describe('suggestion', () => {
  it('names the nearest word, or all words where none is near', () => {
    expect(suggestion('of', ['off', 'note'])).toBe('; did you mean "off"?');
    expect(suggestion('quiet', ['off', 'note', 'warn'])).toBe('; use off, note or warn');
    expect(suggestion('anything', [])).toBe('');
  });
});

describe('alternatives', () => {
  it('joins words as a sentence does', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(alternatives)).toEqual(['', 'a', 'a or b', 'a, b or c']);
  });
});
