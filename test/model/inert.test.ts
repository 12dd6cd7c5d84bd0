import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byteLength, inertCode, inertFence, inertLine, inertMarkdown, inertText } from '../../src/model/inert.js';

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const STARTS_COMMAND = /^\s*::|##\[/u;
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u;
const MENTION = /@(?!\u200b)/u;
const REFERENCE = /(?<!&)#(?!\u200b)|GH-\d|!\d/iu;
const ADDRESS = /:\/\/|www\./iu;
const ENTITY = /&(amp|lt|gt|#x[0-9a-f]{2});/gu;

/** Arbitrary Unicode, thick with the pieces attacks are made of. */
const pieces = [
  '::',
  ':',
  '##[',
  '#',
  '[',
  '@',
  'a',
  '1',
  '`',
  '``',
  '|',
  '<',
  '>',
  '!--',
  '-->',
  '--!>',
  '&#64;',
  '\\',
  '~',
];
const blanks = [
  ' ',
  '\t',
  '\n',
  '\r',
  '\u0085',
  '\u2028',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u00a0',
  '\0',
  '\ud83d',
  '😀',
];
const words = [
  'GH-',
  'www.',
  'http://',
  'set-output',
  'Fixes ',
  'o/r',
  '*',
  '_',
  '$',
  '-',
  '=',
  '+',
  '.',
  ')',
  '!',
  '~~~',
  '```',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces, ...blanks, ...words), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));
const lengths = fc.integer({ min: 1, max: 120 });

describe('inertText', () => {
  it('never starts a workflow command, spans lines, hides a character or exceeds its length', () => {
    fc.assert(
      fc.property(hostile, lengths, (text, maxLength) => {
        const inert = inertText(text, maxLength);
        expect(inert).not.toMatch(LINE_END);
        expect(inert).not.toMatch(STARTS_COMMAND);
        expect(inert).not.toMatch(UNSEEN);
        expect(inert).not.toMatch(/\p{Cs}/u);
        expect(inert.length).toBeLessThanOrEqual(maxLength);
      }),
    );
  });

  it('is idempotent', () => {
    fc.assert(fc.property(hostile, (text) => expect(inertText(inertText(text, 500), 500)).toBe(inertText(text, 500))));
  });

  it('shows what could not be seen, and folds blanks', () => {
    expect(inertText('a\u202eb\u200bc\0', 99)).toBe('a\\u{202e}b\\u{200b}c\\u{0}');
    expect(inertText('  two\r\nlines\u2028and\tmore ', 99)).toBe('two lines and more');
  });

  it('breaks both syntaxes of workflow commands', () => {
    expect(inertText('\n::set-output name=a::b', 99)).toBe(': :set-output name=a::b');
    expect(inertText('x ###[error]', 99)).toBe('x ### [error]');
  });

  it('cuts between characters', () => {
    expect(inertText('ab😀cd', 4)).toBe('ab…');
    expect(inertText('abcd', 4)).toBe('abcd');
  });
});

describe('inertLine', () => {
  it('keeps the layout and nothing else', () => {
    expect(inertLine('  a   b\tc')).toBe('  a   b  c');
    expect(inertLine('   ::error::x\r')).toBe('   : :error::x\\u{d}');
  });
});

/** What a forge would read: the property of every Markdown output. */
function expectSilence(inert: string): void {
  expect(inert).not.toMatch(MENTION);
  expect(inert).not.toMatch(REFERENCE);
  expect(inert).not.toMatch(ADDRESS);
  expect(inert).not.toMatch(/<!--|--!?>/u);
  expect(inert).not.toMatch(/\p{Bidi_Control}/u);
}

describe('inertMarkdown', () => {
  it('leaves no mention, reference, address, tag, entity, table break or emphasis', () => {
    fc.assert(
      fc.property(hostile, lengths, (text, maxLength) => {
        const inert = inertMarkdown(text, maxLength);
        expectSilence(inert);
        expect(inert).not.toMatch(LINE_END);
        expect(inert).not.toMatch(STARTS_COMMAND);
        expect(inert).not.toMatch(/[<>`|*_~[\]\\$"]/u);
        expect(inert.replace(ENTITY, '')).not.toContain('&');
        expect(inert).not.toMatch(/^([-+=:/]|#(?!\u200b)|\d+[.)]( |$))/u);
      }),
    );
  });

  it('shows the same text when its entities are read back', () => {
    expect(inertMarkdown('Fixes #1 @me <b>|`x`', 99)).toBe('Fixes #\u200b1 @\u200bme &lt;b&gt;&#x7c;&#x60;x&#x60;');
    expect(inertMarkdown('&#64;me', 99)).toBe('&amp;#\u200b64;me');
    expect(inertMarkdown('no harm: example.org', 99)).toBe('no harm: example.org');
  });
});

describe('inertCode', () => {
  it('cannot be left, breaks no table and calls nobody', () => {
    fc.assert(
      fc.property(hostile, lengths, (text, maxLength) => {
        const inert = inertCode(text, maxLength);
        const [, fence = '', inner = ''] = /^(`+)([^]*)\1$/u.exec(inert) ?? [];
        expect(fence).not.toBe('');
        expect(inner.match(/`+/gu) ?? []).not.toContain(fence);
        expect(inner).not.toMatch(/^`|`$/u);
        expect(inner).not.toContain('|');
        expect(inner).not.toMatch(LINE_END);
        expectSilence(inert);
      }),
    );
  });

  it('reads like the text it shows', () => {
    expect(inertCode('PLAIN', 99)).toBe('`PLAIN`');
    expect(inertCode('a ` b', 99)).toBe('``a ` b``');
    expect(inertCode('`', 99)).toBe('`` ` ``');
    expect(inertCode('', 99)).toBe('` `');
  });
});

describe('inertFence', () => {
  it('cannot be left, starts no command and calls nobody', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 0, max: 200 }), (text, maxBytes) => {
        const lines = inertFence(text, maxBytes, 'xml').split('\n');
        const fence = lines.at(-1) ?? '';
        expect(fence).toMatch(/^`{3,}$/u);
        expect(lines[0]).toBe(`${fence}xml`);
        for (const line of lines.slice(1, -1)) {
          expect(line.match(/`+/gu) ?? []).not.toContain(fence);
          expect((line.match(/`+/gu) ?? []).every((run) => run.length < fence.length)).toBe(true);
          expect(line).not.toMatch(STARTS_COMMAND);
          expect(line).not.toMatch(LINE_END);
        }
        expectSilence(lines.join('\n'));
      }),
    );
  });

  it('says how many lines it left out', () => {
    expect(inertFence('one\ntwo\nthree', 8)).toBe('```\none\ntwo\n… lines left out: 1\n```');
  });

  it('takes no words from a language', () => {
    expect(inertFence('x', 9, 'lua`\n')).toBe('```lua\nx\n```');
  });
});

describe('byteLength', () => {
  it('counts UTF-8', () => {
    expect(byteLength('é😀')).toBe(6);
  });
});
