import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { declaresAbsence, orderSrvRecords } from '../../src/dns/srv-order.js';
import type { Random } from '../../src/model/ports.js';

/** Draws the given fractions of 1 one after the other, then starts again. */
function drawing(...fractions: number[]): Random {
  let drawn = 0;
  return {
    token: (length) => {
      const fraction = fractions[drawn++ % fractions.length] ?? 0;
      return Math.floor(fraction * 36 ** length)
        .toString(36)
        .padStart(length, '0');
    },
  };
}

/** A different fraction at every draw, the same ones in every run. */
function evenly(draws: number): Random {
  return drawing(...Array.from({ length: draws }, (_, index) => ((index * 0.618033988749895) % 1) * 0.999999));
}

const record = (
  name: string,
  priority: number,
  weight: number,
): { name: string; priority: number; weight: number } => ({
  name,
  priority,
  weight,
});
const names = (records: readonly { name: string }[]): string => records.map(({ name }) => name).join(' ');

const srvRecords = fc.array(fc.record({ priority: fc.nat(3), weight: fc.nat(65_535), id: fc.nat() }), {
  maxLength: 40,
});
const randoms = fc
  .array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 1, maxLength: 20 })
  .map((fractions) => drawing(...fractions));

describe('the order of SRV records', () => {
  it('puts lower priorities first whatever the weights', () => {
    const records = [record('third', 20, 65_535), record('first', 0, 0), record('second', 10, 1)];
    expect(names(orderSrvRecords(records, drawing(0.5)))).toBe('first second third');
  });

  it.each([
    { drawn: 0, expected: 'none heavy light' },
    { drawn: 0.5, expected: 'heavy light none' },
    { drawn: 0.999999, expected: 'light heavy none' },
  ])('takes the record whose running sum of weights reaches the drawn number ($drawn)', ({ drawn, expected }) => {
    // The running sums are none 0, heavy 3, light 4; of 0 to 4 the number 0, 2 or 4 is drawn.
    const records = [record('heavy', 5, 3), record('light', 5, 1), record('none', 5, 0)];
    expect(names(orderSrvRecords(records, drawing(drawn)))).toBe(expected);
  });

  it('starts with a record of three times the weight about three times as often', () => {
    const random = evenly(4_000);
    let heavyFirst = 0;
    for (let round = 0; round < 2_000; round += 1) {
      const [first] = orderSrvRecords([record('light', 0, 1000), record('heavy', 0, 3000)], random);
      if (first?.name === 'heavy') heavyFirst += 1;
    }
    expect(heavyFirst / 2_000).toBeCloseTo(0.75, 1);
  });

  it('keeps every record exactly once', () => {
    fc.assert(
      fc.property(srvRecords, randoms, (records, random) => {
        const ordered = orderSrvRecords(records, random);
        expect(ordered).toHaveLength(records.length);
        expect(new Set(ordered)).toEqual(new Set(records));
      }),
    );
  });

  it('never puts a higher priority before a lower one', () => {
    fc.assert(
      fc.property(srvRecords, randoms, (records, random) => {
        const priorities = orderSrvRecords(records, random).map(({ priority }) => priority);
        expect(priorities).toEqual([...priorities].sort((a, b) => a - b));
      }),
    );
  });

  it('gives the same order for the same chance and leaves its input alone', () => {
    fc.assert(
      fc.property(srvRecords, fc.double({ min: 0, max: 0.999999, noNaN: true }), (records, fraction) => {
        const before = [...records];
        expect(orderSrvRecords(records, drawing(fraction))).toEqual(orderSrvRecords(records, drawing(fraction)));
        expect(records).toEqual(before);
      }),
    );
  });
});

describe('a declared absence', () => {
  it.each(['.', ''])('is the root as target, written "%s"', (target) => {
    expect(declaresAbsence({ target })).toBe(true);
  });

  it('is not any other target', () => {
    expect(declaresAbsence({ target: 'xmpp.example.org' })).toBe(false);
  });
});
