import { createHash, X509Certificate } from 'node:crypto';
import { DETAIL_LIMIT } from '../model/failure.js';
import type { CertificateFacts, PresentedIdentifier } from '../model/observation.js';

/** More names than any honest certificate has; the handshake alone would let a hostile one bring tens of thousands. */
const IDENTIFIER_LIMIT = 500;

/** Longest subject or issuer kept, in UTF-16 units. */
const NAME_LIMIT = 2 * DETAIL_LIMIT;

/** Reads the certificates of a handshake, DER, leaf first. */
export function readChain(chain: readonly Uint8Array[]): readonly CertificateFacts[] {
  return chain.map((der, index) => readCertificate(der, index === 0 ? 'leaf' : 'issuer'));
}

/**
 * Facts of one DER certificate. Never throws: what cannot be read is '' or empty. Every string but `der`, `sha256` and
 * the instants is hostile.
 */
export function readCertificate(der: Uint8Array, position: 'leaf' | 'issuer'): CertificateFacts {
  const certificate = parse(der);
  return {
    der: Buffer.from(der).toString('base64'),
    sha256: createHash('sha256').update(der).digest('hex'),
    subject: distinguishedName(certificate?.subject),
    issuer: distinguishedName(certificate?.issuer),
    notBefore: instant(certificate?.validFrom),
    notAfter: instant(certificate?.validTo),
    identifiers: position === 'leaf' ? presentedIdentifiers(certificate?.subjectAltName) : [],
  };
}

function parse(der: Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined; // Not DER, or not a certificate: the caller shows the bytes and their hash.
  }
}

/** Node prints one attribute per line. */
function distinguishedName(lines: string | undefined): string {
  return (lines ?? '').replaceAll('\n', ', ').slice(0, NAME_LIMIT);
}

/** From `Nov 22 09:50:47 2026 GMT`. */
function instant(printed: string | undefined): string {
  const ms = Date.parse(printed ?? '');
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString();
}

/**
 * The names of a subjectAltName extension that XMPP knows. Node prints `kind:value` joined by `, ` and writes a value
 * that holds a comma, a quote or a control character as a JSON string without commas, so that the split is never fooled
 * (https://nodejs.org/api/crypto.html#x509subjectaltname). A name hidden behind an unreadable one is lost with it.
 */
function presentedIdentifiers(printed: string | undefined): readonly PresentedIdentifier[] {
  return (printed ?? '').split(', ', IDENTIFIER_LIMIT).flatMap((entry) => {
    const [, kind = '', printedValue = ''] = /^([^:]*):(.*)$/su.exec(entry) ?? [];
    const value = unquote(printedValue);
    if (kind === 'DNS') return [presented('dns', value)];
    if (kind !== 'othername') return [];
    if (value.startsWith('SRVName:')) return [presented('srv', value.slice('SRVName:'.length))];
    if (value.startsWith('XmppAddr:')) return [presented('xmpp', value.slice('XmppAddr:'.length))];
    return [];
  });
}

function presented(type: PresentedIdentifier['type'], value: string): PresentedIdentifier {
  return { type, value: value.slice(0, DETAIL_LIMIT) };
}

function unquote(printed: string): string {
  if (!printed.startsWith('"')) return printed;
  try {
    return String(JSON.parse(printed));
  } catch {
    return printed; // Kept as printed: with its quotes it equals no domain.
  }
}
