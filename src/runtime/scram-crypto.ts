import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import type { ScramCrypto } from '../xmpp/scram.js';

const LENGTHS = { sha1: 20, sha256: 32, sha512: 64 } as const;

/** SCRAM by the cryptographic library of Node. */
export const scramCrypto: ScramCrypto = {
  digest: (hash, data) => createHash(hash).update(data).digest(),
  hmac: (hash, key, data) => createHmac(hash, key).update(data).digest(),
  pbkdf2: (hash, password, salt, iterations) => pbkdf2Sync(password, salt, iterations, LENGTHS[hash], hash),
};
