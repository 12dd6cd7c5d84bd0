/** FNV-1a of 64 bits: the offset basis in words of 32 bits, and the prime, which is 2 ** 40 + 435. */
const OFFSET_BASIS = { high: 0xcbf29ce4, low: 0x84222325 };
const PRIME_LOW = 435;
const PRIME_SHIFT = 8;
const HALF = 16;
const HALF_MASK = 0xffff;

/**
 * 64-bit FNV-1a over the UTF-16 units of `text`, as 16 hex digits. It tells texts apart; it protects nothing, and need
 * not: who could forge a collision would only keep an issue from being refreshed. Counted in small numbers: every
 * description goes through it, and a BigInt for every letter takes longer than writing the text.
 */
export function digest(text: string): string {
  let { high, low } = OFFSET_BASIS;
  for (let index = 0; index < text.length; index += 1) {
    const mixed = low ^ text.charCodeAt(index);
    const lower = (mixed & HALF_MASK) * PRIME_LOW;
    const upper = (mixed >>> HALF) * PRIME_LOW + (lower >>> HALF);
    low = (upper << HALF) | (lower & HALF_MASK);
    high = (Math.imul(high, PRIME_LOW) + (upper >>> HALF) + (mixed << PRIME_SHIFT)) | 0;
  }
  return [high, low].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
