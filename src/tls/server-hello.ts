import { alertName } from './alerts.js';

/** What the first bytes of a server's answer to a ClientHello say. */
export type HelloAnswer =
  | { readonly kind: 'server-hello'; readonly version: string; readonly suite: number }
  | { readonly kind: 'alert'; readonly level: 'warning' | 'fatal'; readonly description: string }
  /** Not TLS, or TLS that no ServerHello can come of. */
  | { readonly kind: 'not-tls' }
  /** Too little to tell yet; also what is left when the server hangs up in the middle. */
  | { readonly kind: 'incomplete' };

const RECORD_HEADER_LENGTH = 5;
/** RFC 5246 section 6.2.3, for a record that is encrypted: no other may be longer. */
const RECORD_LIMIT = 2 ** 14 + 2048;
/** A ServerHello fits many times over; beyond it somebody is wasting our time. */
const ANSWER_LIMIT = 2 * RECORD_LIMIT;

const ALERT = 21;
const HANDSHAKE = 22;
const SERVER_HELLO = 2;
const CLOSE_NOTIFY = 0;
const FATAL = 2;

const VERSIONS: Readonly<Record<number, string>> = {
  0x0300: 'SSLv3',
  0x0301: 'TLSv1',
  0x0302: 'TLSv1.1',
  0x0303: 'TLSv1.2',
};

const NOT_TLS = { kind: 'not-tls' } as const;
const INCOMPLETE = { kind: 'incomplete' } as const;

/**
 * Reads everything a server has sent since our ClientHello, from the start. Ask again with more bytes while it is
 * `incomplete`. Warnings are passed over (a server that does not know the SNI may send one and go on, RFC 6066
 * section 3), except the one by which it takes its leave. Never throws.
 */
export function readServerHello(bytes: Uint8Array): HelloAnswer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const handshake: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const type = view.getUint8(at);
    if ((type !== ALERT && type !== HANDSHAKE) || (at + 1 < bytes.length && view.getUint8(at + 1) !== 3))
      return NOT_TLS;
    if (at + RECORD_HEADER_LENGTH > bytes.length) break;
    const length = view.getUint16(at + 3);
    if (length === 0 || length > RECORD_LIMIT) return NOT_TLS;
    at += RECORD_HEADER_LENGTH;
    const fragment = bytes.subarray(at, at + length);
    at += length;
    const answer = type === ALERT ? readAlert(fragment, length) : readHandshake(handshake, fragment);
    if (answer !== undefined) return answer;
  }
  return bytes.length > ANSWER_LIMIT ? NOT_TLS : INCOMPLETE;
}

function readAlert([level, description]: Uint8Array, length: number): HelloAnswer | undefined {
  if (length !== 2) return NOT_TLS;
  if (level === undefined || description === undefined) return INCOMPLETE;
  const isFatal = level === FATAL;
  if (!isFatal && description !== CLOSE_NOTIFY) return undefined;
  return { kind: 'alert', level: isFatal ? 'fatal' : 'warning', description: alertName(description) };
}

/** A handshake message may be spread over records (RFC 5246 section 6.2.1); `handshake` collects it. */
function readHandshake(handshake: number[], fragment: Uint8Array): HelloAnswer | undefined {
  handshake.push(...fragment);
  const [type] = handshake;
  if (type !== undefined && type !== SERVER_HELLO) return NOT_TLS;
  // Type and length, version, random, session id, suite (RFC 5246 section 7.4.1.3).
  const versionAt = 4;
  const sessionAt = versionAt + 2 + 32;
  const sessionLength = handshake[sessionAt];
  if (sessionLength === undefined) return undefined;
  if (sessionLength > 32) return NOT_TLS;
  const suite = uint16(handshake, sessionAt + 1 + sessionLength);
  if (suite === undefined) return undefined;
  const version = VERSIONS[uint16(handshake, versionAt) ?? 0];
  return version === undefined ? NOT_TLS : { kind: 'server-hello', version, suite };
}

function uint16(bytes: readonly number[], at: number): number | undefined {
  const [high, low] = bytes.slice(at, at + 2);
  return high === undefined || low === undefined ? undefined : high * 256 + low;
}
