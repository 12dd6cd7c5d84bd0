import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A leaf with its key, as `tls.createSecureContext` takes them, and the authority that vouches for it. All PEM. */
export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;

/**
 * Makes a certificate for `domains` (DNS-ID each, A-labels), valid from a day before `now` for a month, and a fresh
 * authority whose key is forgotten. `now` is in milliseconds since the epoch.
 */
export async function issueCertificate(domains: readonly string[], now: number): Promise<ServerCertificate> {
  const validity = { notBefore: new Date(now - DAY_MS), notAfter: new Date(now + 30 * DAY_MS) };
  const authorityName = 'CN=embedded authority';
  const authorityKeys = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: authorityName,
    keys: authorityKeys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
    ...validity,
  });
  const leaf = await X509CertificateGenerator.create({
    subject: 'CN=embedded server',
    issuer: authorityName,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new SubjectAlternativeNameExtension(domains.map((value) => ({ type: 'dns', value }))),
    ],
    ...validity,
  });
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { cert: leaf.toString('pem'), key: PemConverter.encode(key, 'PRIVATE KEY'), ca: authority.toString('pem') };
}
