/** The hash functions by the names of their mechanisms (RFC 5802 section 4, RFC 7677), strongest first. */
export const SCRAM_HASHES = {
  'SCRAM-SHA-512': 'sha512',
  'SCRAM-SHA-256': 'sha256',
  'SCRAM-SHA-1': 'sha1',
} as const;
export type ScramMechanism = keyof typeof SCRAM_HASHES;
export type ScramHash = (typeof SCRAM_HASHES)[ScramMechanism];

/** What SCRAM asks of a cryptographic library. Implemented in `runtime/`. */
export interface ScramCrypto {
  digest(hash: ScramHash, data: Uint8Array): Uint8Array;
  hmac(hash: ScramHash, key: Uint8Array, data: Uint8Array): Uint8Array;
  /** PBKDF2 with HMAC (RFC 8018 section 5.2), as long as the hash. */
  pbkdf2(hash: ScramHash, password: Uint8Array, salt: Uint8Array, iterations: number): Uint8Array;
}

export interface ScramCredentials {
  readonly user: string;
  readonly password: string;
  /** Printable ASCII without a comma, never used before. */
  readonly nonce: string;
}

/** What answers a challenge, and what the server must say to show that it knows the password as well. */
export interface ScramAnswer {
  readonly message: string;
  readonly serverSignature: string;
}

/** So much work a server may ask for; more would keep us busy for seconds. */
const MOST_ITERATIONS = 500_000;

/** Nonce, salt in base64, and iteration count; extensions behind them are passed over. */
const SERVER_FIRST =
  /^r=([^,]+),s=((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?),i=([1-9]\d{0,8})(?:,|$)/u;

/** The client-first-message without channel binding (RFC 5802 section 7). */
export function scramFirstMessage(credentials: Pick<ScramCredentials, 'user' | 'nonce'>): string {
  return `n,,${firstBare(credentials)}`;
}

/** The client-final-message for a server-first-message; undefined where that is none, or none we want to answer. */
export function answerScram(
  mechanism: ScramMechanism,
  credentials: ScramCredentials,
  serverFirst: string,
  crypto: ScramCrypto,
): ScramAnswer | undefined {
  const [, nonce = '', salt = '', count = ''] = SERVER_FIRST.exec(serverFirst) ?? [];
  const iterations = Number(count);
  // A server that does not add to our nonce could have recorded an earlier login.
  const isFresh = nonce.startsWith(credentials.nonce) && nonce.length > credentials.nonce.length;
  if (!isFresh || iterations > MOST_ITERATIONS) return undefined;

  const hash = SCRAM_HASHES[mechanism];
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const salted = crypto.pbkdf2(hash, bytes(credentials.password.normalize('NFKC')), fromBase64(salt), iterations);
  const clientKey = crypto.hmac(hash, salted, bytes('Client Key'));
  const unproven = `c=${btoa('n,,')},r=${nonce}`;
  const signed = bytes(`${firstBare(credentials)},${serverFirst},${unproven}`);
  const signature = crypto.hmac(hash, crypto.digest(hash, clientKey), signed);
  const proof = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
  const serverKey = crypto.hmac(hash, salted, bytes('Server Key'));
  return {
    message: `${unproven},p=${toBase64(proof)}`,
    serverSignature: `v=${toBase64(crypto.hmac(hash, serverKey, signed))}`,
  };
}

/** `,` and `=` part the fields (RFC 5802 section 5.1). */
function firstBare({ user, nonce }: Pick<ScramCredentials, 'user' | 'nonce'>): string {
  return `n=${user.replaceAll('=', '=3D').replaceAll(',', '=2C')},r=${nonce}`;
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
