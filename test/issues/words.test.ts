import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Word, listen, readWords, usage } from '../../src/issues/words.js';
import type { HeardComment } from '../../src/model/case.js';
import { HOSTILE_STRINGS } from '../support/hostile-strings.js';
import { ours } from './world.js';

const AT = '2026-11-22T12:00:00Z';
const words = (body: string): Word[] => readWords(body, AT);

const aComment = (over: Partial<HeardComment> = {}): HeardComment => ({
  id: 1,
  issue: 1,
  body: '/xmpp ack',
  author: 'ann',
  isBot: false,
  mayCommand: true,
  createdAt: AT,
  ...over,
});

describe('a command', () => {
  it.each<[string, Word]>([
    ['/xmpp ack', { kind: 'ack' }],
    ['/xmpp Ack.', { kind: 'ack' }],
    ['/xmpp promise 2026-12-01', { kind: 'promise', due: '2026-12-01' }],
    ['/xmpp  promise\t2027-12-27', { kind: 'promise', due: '2027-12-27' }],
    ['/xmpp promise next-maintenance', { kind: 'promise', due: undefined }],
    ['/xmpp promise Next maintenance', { kind: 'promise', due: undefined }],
    [
      '/xmpp waive until 2027-01-31 because the new server comes then',
      { kind: 'waive', until: '2027-01-31', reason: 'the new server comes then' },
    ],
    ['/xmpp unwaive', { kind: 'unwaive' }],
    ['/xmpp retest', { kind: 'retest' }],
  ])('is read from %j', (line, word) => {
    expect(words(line)).toEqual([word]);
  });

  it.each([
    ['/xmpp', 'the command is missing'],
    ['/xmpp dance', 'this command is unknown'],
    ['/xmpp ack at once', '"ack" stands alone on its line'],
    ['/xmpp promise', 'the promise needs a date such as 2026-12-22'],
    ['/xmpp promise soon', 'the promise needs a date such as 2026-12-22'],
    ['/xmpp promise 2026-02-30', 'the promise needs a date such as 2026-12-22'],
    ['/xmpp promise 2026-11-22', 'the promise needs a date in the future'],
    ['/xmpp promise 2027-12-28', 'the promise may be at most 400 days ahead'],
    ['/xmpp waive', 'a waiver needs "until", a date, "because" and a reason'],
    ['/xmpp waive until 2027-01-31', 'a waiver needs a reason: write "because" and why'],
    ['/xmpp waive until 2027-11-23 because x', 'the waiver may be at most 365 days ahead'],
  ])('is a mistake in %j: %s', (line, problem) => {
    expect(words(line)).toEqual([{ kind: 'mistake', problem }]);
  });

  it.each([
    ['a quote', '> /xmpp ack'],
    ['the rest of a quoted paragraph', '> she wrote\n/xmpp ack'],
    ['a fenced block', '```\n/xmpp ack\n```'],
    ['a fenced block with a language', '~~~~sh\n```\n/xmpp ack\n~~~~'],
    ['a fence that is never closed', '```\n/xmpp ack'],
    ['an indented block', '    /xmpp ack'],
    ['a code span', '`/xmpp ack`'],
    ['the middle of a line', 'Please /xmpp ack'],
    ['a hidden comment', '<!--\n/xmpp ack\n-->'],
    ['a hidden comment that is never closed', '<!--\n/xmpp ack'],
    ['preformatted HTML', '<pre>\n/xmpp ack\n</pre>'],
    ['another word', '/xmppack'],
    ['a blank in front', ' /xmpp ack'],
  ])('is not spoken in %s', (_, body) => {
    expect(words(body)).toEqual([]);
  });

  it('is spoken again after a quote, a block or a hidden comment', () => {
    const body = '> /xmpp ack\r\n\r\n```\r\n/xmpp ack\r\n```\r\n<!-- /xmpp ack -->\r\n/xmpp retest\r\n\r\nThanks!';
    expect(words(body)).toEqual([{ kind: 'retest' }]);
  });

  it('may stand beside others, of which a few are read', () => {
    expect(words('/xmpp ack\n/xmpp retest')).toHaveLength(2);
    expect(words('/xmpp ack\n'.repeat(50))).toHaveLength(5);
  });

  it.each(['2026-11-01T03:23:00.000Z', '2027-06-01T03:23:00.000Z', '2028-02-29T23:59:59.999Z'])(
    'is what the usage of %s says it is, word for word',
    (now) => {
      const read = Object.values(usage(now)).flatMap((line) => readWords(line, now));
      expect(read.map(({ kind }) => kind)).toEqual(['ack', 'promise', 'promise', 'waive', 'unwaive', 'retest']);
    },
  );

  it('is told with open dates where the same text has to stand tomorrow', () => {
    expect(usage(undefined).promise).toBe('/xmpp promise DATE');
  });

  it.each(Object.entries(HOSTILE_STRINGS))('cannot be made to do harm by %s', (_, hostile) => {
    const [word] = words(`/xmpp waive until 2027-01-31 because x${hostile}`);
    if (word?.kind === 'waive') expect(word.reason.length).toBeLessThanOrEqual(200);
    for (const line of words(`/xmpp ${hostile}`))
      if (line.kind === 'mistake') expect(line.problem).toMatch(/^[\x20-\x7e]+$/u);
  });

  it('is read in time, whatever the comment', () => {
    const piece = fc.constantFrom(
      '/xmpp ack',
      '\n',
      '> ',
      '```',
      '~~~',
      '<!--',
      '-->',
      '<pre>',
      '</pre>',
      'x',
      ' ',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const body = pieces.join('');
        expect(words(body).length).toBeLessThanOrEqual(5);
      }),
    );
    const started = performance.now();
    words('<!--'.repeat(16_000));
    words('<pre>'.repeat(13_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('listening', () => {
  it('goes by the order in which comments were written', () => {
    const comments = [aComment({ id: 9, isBot: true }), aComment({ id: 7, body: '/xmpp retest' }), aComment({ id: 5 })];
    const said = { by: 'ann', mayCommand: true, at: AT };
    expect(listen(comments)).toEqual({
      words: [
        { word: { kind: 'ack' }, comment: 5, ...said },
        { word: { kind: 'retest' }, comment: 7, ...said },
      ],
      spokenAt: AT,
    });
  });

  it('hears neither bots nor ourselves', () => {
    const bot = aComment({ id: 2, isBot: true });
    const self = aComment({ id: 3, body: ours('/xmpp ack') });
    expect(listen([bot, self])).toEqual({ words: [] });
  });

  it('hears people who say nothing in particular: the time of the last reminder counts from then', () => {
    expect(listen([aComment({ body: 'done.' })])).toMatchObject({ words: [], spokenAt: AT });
  });
});
