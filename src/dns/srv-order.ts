import type { Random } from '../model/ports.js';
import type { SrvRecord } from './resolver.js';

type Rank = Pick<SrvRecord, 'priority' | 'weight'>;

/**
 * Orders records as a client would try them (RFC 2782): lower priorities first; within one priority by chance, a record
 * with twice the weight being twice as likely to come next. Returns a new array.
 */
export function orderSrvRecords<T extends Rank>(records: readonly T[], random: Random): T[] {
  const priorities = [...new Set(records.map((record) => record.priority))].sort((a, b) => a - b);
  return priorities.flatMap((priority) =>
    shuffleByWeight(
      records.filter((record) => record.priority === priority),
      random,
    ),
  );
}

/**
 * The selection of RFC 2782: records of weight 0 stand first, a number from 0 to the sum of weights is drawn, and the
 * first record whose running sum reaches it is taken; so weight 0 has a small chance while others are left.
 */
function shuffleByWeight<T extends Rank>(records: readonly T[], random: Random): T[] {
  const left = [...records].sort((a, b) => Math.min(a.weight, 1) - Math.min(b.weight, 1));
  const ordered: T[] = [];
  while (left.length > 0) {
    const sum = left.reduce((total, record) => total + record.weight, 0);
    const drawn = Math.floor(fraction(random) * (sum + 1));
    let reached = 0;
    const index = left.findIndex((record) => (reached += record.weight) >= drawn);
    ordered.push(...left.splice(index, 1));
  }
  return ordered;
}

const DIGITS = 8;

/** A number from 0 up to, but not including, 1: a token of [a-z0-9] read as a fraction in base 36. */
function fraction(random: Random): number {
  return Number.parseInt(random.token(DIGITS), 36) / 36 ** DIGITS;
}

/** Whether a record says that the service is not offered at all: the target is the root (RFC 2782). */
export function declaresAbsence(record: Pick<SrvRecord, 'target'>): boolean {
  return record.target === '.' || record.target === '';
}
