import { readFileSync } from 'node:fs';
import { isIP, type Socket } from 'node:net';
import {
  connect,
  createSecureContext,
  rootCertificates,
  type ConnectionOptions,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import type { TlsFacts } from '../model/observation.js';
import { ConfigurationError } from '../model/ports.js';
import type { TlsRequest } from '../probe/dialer.js';
import { readChain } from '../tls/certificate.js';
import type { ReferenceIdentity } from '../tls/identifiers.js';
import { verify } from '../tls/verification.js';

/**
 * We offer all that OpenSSL still speaks, so that an old server completes its handshake and is seen. NULL suites stand
 * last: only a server that has nothing else picks one, and then its TLS hides nothing. Anonymous suites are left out,
 * because no client offers them; so are post-quantum groups, because their key shares make a ClientHello of two
 * segments, which some servers cannot read.
 */
const OFFER = {
  minVersion: 'TLSv1',
  ciphers: 'ALL:COMPLEMENTOFALL:!aNULL:@SECLEVEL=0',
  ecdhCurve: 'X25519:P-256:X448:P-521:P-384',
} as const;

/** Trust anchors of the platform and of `caFile`. Throws a `ConfigurationError` when that file holds none. */
export function createTlsContext(caFile: string | undefined): SecureContext {
  if (caFile === undefined) return createSecureContext(OFFER);
  try {
    const anchors = readFileSync(caFile, 'utf8');
    if (!anchors.includes('-----BEGIN CERTIFICATE-----')) throw new Error('there is no PEM certificate in it');
    return createSecureContext({ ...OFFER, ca: [...rootCertificates, anchors] });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`The CA file ${caFile} cannot be used (${why}): name a file of PEM certificates.`);
  }
}

/**
 * Begins a handshake on a connected socket. Nothing is refused on our side for the sake of the certificate: it is looked
 * at afterwards. No session is ever resumed, since that would skip it.
 */
export function wrapInTls(socket: Socket, context: SecureContext, { identity, alpn }: TlsRequest): TLSSocket {
  const options: ConnectionOptions = {
    socket,
    secureContext: context,
    rejectUnauthorized: false,
    // Node falls back to the common name and knows no SRV-ID (RFC 9525 section 2, RFC 6120 section 13.7.1.2.1).
    checkServerIdentity: () => undefined,
  };
  // RFC 6066 section 3: SNI holds DNS host names only.
  if (identity.domain !== '' && isIP(identity.domain) === 0) options.servername = identity.domain;
  if (alpn !== undefined) options.ALPNProtocols = [alpn];
  return connect(options);
}

/** What a finished handshake shows. */
export function tlsFacts(socket: TLSSocket, identity: ReferenceIdentity): TlsFacts {
  const chain = readChain(sentChain(socket));
  // Typed as an Error, but it is the name of OpenSSL's verdict.
  const chainError = socket.authorized ? undefined : String(socket.authorizationError);
  return {
    version: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().name,
    ...(socket.alpnProtocol ? { alpn: socket.alpnProtocol } : {}),
    chain,
    verified: verify(chain, chainError, identity),
  };
}

/** DER, in the order in which they were sent: `issuerCertificate` is the next one of the message, not the issuer. */
function sentChain(socket: TLSSocket): readonly Uint8Array[] {
  const chain: Uint8Array[] = [];
  let certificate = socket.getPeerX509Certificate();
  while (certificate !== undefined) {
    chain.push(certificate.raw);
    certificate = certificate.issuerCertificate;
  }
  return chain;
}
