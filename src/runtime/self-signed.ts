import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate and its key, both PEM. */
export interface OwnCertificate {
  readonly cert: string;
  readonly key: string;
}

const DAY_MS = 24 * 3600 * 1000;
const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const COMMON_NAME = oid('2.5.4.3');
const SUBJECT_ALT_NAME = oid('2.5.29.17');
/** The common name of RFC 5280 holds 64 characters; whom the certificate is for stands in the DNS-ID. */
const SUBJECT = 'xmpp-tls';

/**
 * Makes a self-signed P-256 certificate (RFC 5280) with a DNS-ID for `domain`, an A-label, good for this run. Written by
 * hand because the X.509 library would be most of the start time of the command line.
 */
export function makeSelfSigned(domain: string): OwnCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const dnsId = sequence(der(0x82, Buffer.from(domain, 'latin1')));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    name(SUBJECT),
    sequence(time(Date.now() - DAY_MS), time(Date.now() + DAY_MS)),
    name(SUBJECT),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(SUBJECT_ALT_NAME, der(0x04, dnsId)))),
  );
  const signature = der(0x03, Buffer.concat([Buffer.of(0), sign('sha256', body, privateKey)]));
  return {
    cert: pem(sequence(body, ECDSA_WITH_SHA256, signature)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function name(text: string): Buffer {
  return sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(text, 'utf8')))));
}

/** DER (ITU-T X.690), as much of it as a certificate needs. */
function der(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const septets = (value: number): number[] =>
    value < 128 ? [value] : [...septets(value >> 7).map((septet) => septet | 128), value & 127];
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(septets)]));
}

/** UTCTime to the second, which RFC 5280 section 4.1.2.5 demands until 2049. */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/[-:T]|\.\d+/gu, '');
  return der(0x17, Buffer.from(digits.slice(2), 'ascii'));
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/gu) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
