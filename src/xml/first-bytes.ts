import type { XmlProblem } from './well-formed.js';

const TLS_ALERT = 0x15;
const TLS_HANDSHAKE = 0x16;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const WHITE_SPACE = [0x20, 0x09, 0x0a, 0x0d];
const LESS_THAN = 0x3c;

/**
 * How many bytes may be skipped on the way to the first `<`: a byte order mark and white space. Otherwise what speaks
 * here instead of XMPP: TLS by its record type (RFC 8446 section 5.1), or anything else. Undefined: too few bytes to
 * tell. `atStart`: whether these are the very first bytes.
 */
export function skipToMarkup(bytes: Uint8Array, atStart: boolean): number | XmlProblem | undefined {
  const mark = atStart ? skipMark(bytes) : 0;
  if (typeof mark !== 'number') return mark;
  for (let at = mark; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === LESS_THAN) return at;
    if (!WHITE_SPACE.includes(byte)) return { code: 'stream.not-xmpp' };
  }
  return bytes.length;
}

function skipMark(bytes: Uint8Array): number | XmlProblem | undefined {
  const [first] = bytes;
  if (first === TLS_ALERT || first === TLS_HANDSHAKE) return { code: 'stream.speaks-tls' };
  if (first !== BYTE_ORDER_MARK[0]) return 0;
  if (bytes.length < BYTE_ORDER_MARK.length) return undefined;
  const isMark = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte);
  return isMark ? BYTE_ORDER_MARK.length : { code: 'stream.not-xmpp' };
}
