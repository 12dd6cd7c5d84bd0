import type { Suite } from './suites.js';

export interface ClientHelloOffer {
  /** In this order. */
  readonly suites: readonly Suite[];
  /** SNI (RFC 6066 section 3): an A-label, without a trailing dot. */
  readonly serverName: string;
  /** ALPN protocol (RFC 7301). */
  readonly alpn?: string;
  /** 32 bytes. */
  readonly random: Uint8Array;
}

const TLS_1_0 = [3, 1] as const;
const TLS_1_2 = [3, 3] as const;
const HANDSHAKE_RECORD = 22;
const CLIENT_HELLO = 1;

/** TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746 section 3.3): some servers end a handshake without it. */
const RENEGOTIATION_SCSV = 0x00ff;

const EXTENSION = { serverName: 0, supportedGroups: 10, pointFormats: 11, signatureAlgorithms: 13, alpn: 16 } as const;
/** x25519, secp256r1, secp521r1, secp384r1 (RFC 8422 section 5.1.1). */
const GROUPS = [0x001d, 0x0017, 0x0019, 0x0018] as const;
/** RSA-PSS, ECDSA, RSA and DSA with SHA-2, then SHA-1 for servers that know nothing else (RFC 8446 section 4.2.3). */
const SIGNATURES = [
  0x0804, 0x0805, 0x0806, 0x0403, 0x0503, 0x0603, 0x0401, 0x0501, 0x0601, 0x0402, 0x0203, 0x0201, 0x0202,
] as const;

/**
 * A TLS 1.2 ClientHello in one record (RFC 5246 section 7.4.1.2) that offers exactly these suites. It has to be made by
 * hand, because TLS libraries refuse to offer suites that are worth nothing.
 */
export function writeClientHello({ suites, serverName, alpn, random }: ClientHelloOffer): Uint8Array {
  const extensions = [
    ...extension(EXTENSION.serverName, sized(2, [0, ...sized(2, ascii(serverName))])),
    ...extension(EXTENSION.supportedGroups, sized(2, GROUPS.flatMap(uint16))),
    ...extension(EXTENSION.pointFormats, sized(1, [0])),
    ...extension(EXTENSION.signatureAlgorithms, sized(2, SIGNATURES.flatMap(uint16))),
    ...(alpn === undefined ? [] : extension(EXTENSION.alpn, sized(2, sized(1, ascii(alpn))))),
  ];
  const offered = [...suites.map(({ id }) => id), RENEGOTIATION_SCSV];
  const noSession = [0];
  const noCompression = [1, 0];
  const body = [
    ...TLS_1_2,
    ...random,
    ...noSession,
    ...sized(2, offered.flatMap(uint16)),
    ...noCompression,
    ...sized(2, extensions),
  ];
  // RFC 5246 appendix E.1: the record says TLS 1.0, which no server is put off by.
  return Uint8Array.from([HANDSHAKE_RECORD, ...TLS_1_0, ...sized(2, [CLIENT_HELLO, ...sized(3, body)])]);
}

function extension(type: number, content: readonly number[]): readonly number[] {
  return [...uint16(type), ...sized(2, content)];
}

/** A vector: its length in so many bytes, then its content (RFC 5246 section 4.3). */
function sized(lengthBytes: 1 | 2 | 3, content: readonly number[]): readonly number[] {
  const length = [content.length >> 16, content.length >> 8, content.length].map((part) => part & 0xff);
  return [...length.slice(3 - lengthBytes), ...content];
}

function uint16(value: number): readonly number[] {
  return [value >> 8, value & 0xff];
}

function ascii(text: string): readonly number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
