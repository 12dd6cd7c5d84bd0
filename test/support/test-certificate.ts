import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate and its key, as `tls.createServer` takes them. */
export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
  readonly der: Uint8Array;
}

export interface CertificateRequest {
  /** Common name of the subject. */
  readonly subject?: string;
  readonly names?: readonly TestName[];
  /** Absent: self-signed. */
  readonly issuer?: Authority;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly isAuthority?: boolean;
}

export type TestName =
  | { readonly dns: string }
  /** SRV-ID, id-on-dnsSRV (RFC 4985). */
  | { readonly srv: string }
  /** XmppAddr, id-on-xmppAddr (RFC 6120 section 13.7.1.4). */
  | { readonly xmpp: string }
  | { readonly uri: string };

export interface Authority extends TestCertificate {
  readonly subject: string;
  readonly privateKey: KeyObject;
}

const DAY_MS = 24 * 3600 * 1000;

const TRUE = der(0x01, Buffer.of(0xff));

/** Makes an authority that can issue certificates. */
export function anAuthority(subject = 'test authority', issuer?: Authority): Authority {
  return { ...issue({ subject, isAuthority: true, ...(issuer === undefined ? {} : { issuer }) }), subject };
}

/** Makes a certificate for an elliptic key, self-signed unless an issuer is given. */
export function aCertificate(request: CertificateRequest = {}): TestCertificate {
  return issue(request);
}

function issue(request: CertificateRequest): Omit<Authority, 'subject'> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = request.subject ?? 'test';
  const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));
  const now = Date.now();
  const body = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ecdsaWithSha256,
    commonName(request.issuer?.subject ?? subject),
    sequence(time(request.notBefore ?? new Date(now - DAY_MS)), time(request.notAfter ?? new Date(now + 30 * DAY_MS))),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions(request))),
  );
  const signature = sign('sha256', body, request.issuer?.privateKey ?? privateKey);
  const certificate = sequence(body, ecdsaWithSha256, der(0x03, Buffer.concat([Buffer.of(0), signature])));
  return {
    cert: pem(certificate),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    der: certificate,
    privateKey,
  };
}

function extensions({ isAuthority, names }: CertificateRequest): Buffer[] {
  const found: Buffer[] = [];
  if (isAuthority) found.push(sequence(oid('2.5.29.19'), TRUE, octets(sequence(TRUE))));
  if (names) found.push(sequence(oid('2.5.29.17'), octets(sequence(...names.map(generalName)))));
  return found;
}

function generalName(name: TestName): Buffer {
  if ('dns' in name) return der(0x82, Buffer.from(name.dns, 'latin1'));
  if ('uri' in name) return der(0x86, Buffer.from(name.uri, 'latin1'));
  if ('srv' in name) return otherName('1.3.6.1.5.5.7.8.7', der(0x16, Buffer.from(name.srv, 'latin1')));
  return otherName('1.3.6.1.5.5.7.8.5', der(0x0c, Buffer.from(name.xmpp, 'utf8')));
}

function otherName(type: string, value: Buffer): Buffer {
  return der(0xa0, Buffer.concat([oid(type), der(0xa0, value)]));
}

function commonName(name: string): Buffer {
  return sequence(der(0x31, sequence(oid('2.5.4.3'), der(0x0c, Buffer.from(name, 'utf8')))));
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

function octets(content: Uint8Array): Buffer {
  return der(0x04, content);
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const septets = (value: number): number[] =>
    value < 128 ? [value] : [...septets(value >> 7).map((septet) => septet | 128), value & 127];
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(septets)]));
}

/** GeneralizedTime to the second. */
function time(at: Date): Buffer {
  return der(0x18, Buffer.from(at.toISOString().replace(/[-:T]|\.\d+/g, ''), 'ascii'));
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
