import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { INPUT_NAMES, INPUTS } from '../../src/config/inputs.js';
import {
  duration,
  ports,
  reminderDays,
  listOf,
  oneOf,
  services,
  wholeNumber,
  yesOrNo,
} from '../../src/config/kinds.js';
import { quote } from '../../src/config/reading.js';

describe('yesOrNo', () => {
  it('takes exactly true and false', () => {
    expect(yesOrNo().read('true')).toEqual({ value: true });
    expect(yesOrNo().read('false')).toEqual({ value: false });
  });

  it.each(['yes', 'no', 'True', '1', '0', 'on'])('refuses %s', (text) => {
    expect(yesOrNo().read(text)).toEqual({ problem: `"${text}" is neither true nor false` });
  });
});

describe('oneOf', () => {
  const kind = oneOf({ auto: 0, true: 1, false: 2 });

  it('turns a word into its value', () => {
    expect(['auto', 'true', 'false'].map(kind.read)).toEqual([{ value: 0 }, { value: 1 }, { value: 2 }]);
  });

  it.each(['atuo', 'AUTO'])('names the word nearest to %s', (text) => {
    expect(kind.read(text)).toEqual({ problem: `unknown value "${text}"; did you mean "auto"?` });
  });

  it('names all words where none is near, and does not know inherited names', () => {
    expect(kind.read('toString')).toEqual({ problem: 'unknown value "toString"; use auto, true or false' });
  });

  it('takes true and false of YAML for the words', () => {
    expect(kind.yaml(z).parse(true)).toBe(1);
    expect(kind.yaml(z).parse('auto')).toBe(0);
    expect(kind.yaml(z).safeParse('true').success).toBe(false);
  });
});

describe('wholeNumber', () => {
  const kind = wholeNumber(1, 64);

  it('takes both ends of its range', () => {
    expect([kind.read('1'), kind.read('64')]).toEqual([{ value: 1 }, { value: 64 }]);
    expect([kind.yaml(z).parse(1), kind.yaml(z).parse(64)]).toEqual([1, 64]);
  });

  it.each(['0', '65', '-1', '1.5', '1e1', '0x10', '٣', '8 ', '9'.repeat(400), 'two'])('refuses %.20s', (text) => {
    expect(kind.read(text)).toEqual({ problem: `${quote(text)} is not a whole number from 1 to 64` });
  });
});

describe('duration', () => {
  const kind = duration('100ms', '2m');

  it.each([
    ['10', 10_000],
    ['10s', 10_000],
    ['10 s', 10_000],
    ['0.5', 500],
    ['100ms', 100],
    ['1.5s', 1500],
    ['2m', 120_000],
  ])('reads %s as %d ms', (text, value) => {
    expect(kind.read(text)).toEqual({ value });
  });

  it('takes numbers of YAML for seconds', () => {
    expect([kind.yaml(z).parse(5), kind.yaml(z).parse(0.5), kind.yaml(z).parse('5s')]).toEqual([5000, 500, 5000]);
  });

  it.each(['99ms', '121s', '1h', '0'])('refuses %s as out of range', (text) => {
    expect(kind.read(text)).toEqual({ problem: `"${text}" is out of range: write something from 100ms to 2m` });
  });

  it.each(['5x', 's', '-5s', '5 minutes', '1e3', 'NaN', 'Infinity'])('refuses %s as no length of time', (text) => {
    expect(kind.read(text)).toEqual({ problem: `"${text}" is not a length of time: write it like 10s, 500ms or 2m` });
  });
});

describe('listOf', () => {
  const kind = listOf((word) => (word === 'bad' ? { problem: '"bad" is bad' } : { value: word }), 3);

  it.each(['a,b', 'a\nb', ' a , b ,', '\na\r\n\r\nb\n', 'a,b,a'])(
    'splits %j at commas and line ends, each value once',
    (text) => {
      expect(kind.read(text)).toEqual({ value: ['a', 'b'] });
    },
  );

  it('takes lists and text of YAML', () => {
    expect([kind.yaml(z).parse(['a', 'b']), kind.yaml(z).parse('a, b')]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('says what is wrong with an item, or with their number', () => {
    expect(kind.read('a,bad')).toEqual({ problem: '"bad" is bad' });
    expect(kind.read('a,b,c,d')).toEqual({ problem: '4 values are too many: write at most 3' });
  });
});

describe('ports', () => {
  it('takes ports, or the word none', () => {
    expect(ports.read('5280, 7070')).toEqual({ value: [5280, 7070] });
    expect(ports.read('none')).toEqual({ value: [] });
    expect(ports.yaml(z).parse([5280, '7070'])).toEqual([5280, 7070]);
    expect(ports.yaml(z).parse(8080)).toEqual([8080]);
    expect(ports.yaml(z).parse('none')).toEqual([]);
  });

  it.each(['0', '65536', 'http', '5280,none', '1,2,3,4,5,6,7,8,9'])('does not take %j', (text) => {
    expect(ports.read(text)).toHaveProperty('problem');
  });
});

describe('days to remind on', () => {
  it('takes days after a date, the last of which is the time between all others', () => {
    expect(reminderDays.read('7, 14, 28, 30')).toEqual({ value: [7, 14, 28, 30] });
    expect(reminderDays.read('90, 30')).toEqual({ value: [90, 30] });
    expect(reminderDays.read('7')).toEqual({ value: [7] });
    expect(reminderDays.read('none')).toEqual({ value: [] });
    expect(reminderDays.yaml(z).parse([7, 14])).toEqual([7, 14]);
  });

  it.each(['0', '366', 'weekly', '14,7,30', '1,2,3,4,5,6,7'])('does not take %j', (text) => {
    expect(reminderDays.read(text)).toHaveProperty('problem');
    expect(reminderDays.yaml(z).safeParse(text).success).toBe(false);
  });
});

describe('services', () => {
  it('puts services into one order', () => {
    expect(services.read('s2s, c2s')).toEqual({ value: ['c2s', 's2s'] });
  });

  it('wants at least one', () => {
    expect(services.read(',')).toEqual({ problem: 'no service is named: write c2s or s2s' });
  });
});

describe('every input', () => {
  it.each(INPUT_NAMES.filter((name) => name !== 'hosts'))(
    '%s reads any text to a value or to one line that explains',
    (name) => {
      fc.assert(
        fc.property(
          fc.oneof(fc.string({ unit: 'binary' }), fc.integer().map(String), fc.ipV6(), fc.webUrl()),
          (text) => {
            const read = INPUTS[name].kind.read(text);
            return 'value' in read || /^[^\r\n]+$/u.test(read.problem);
          },
        ),
      );
    },
  );
});
