import { DETAIL_LIMIT } from '../model/failure.js';
import type { CertificateFacts, TlsFacts } from '../model/observation.js';
import { isNamed, type ReferenceIdentity } from './identifiers.js';

/** How many presented identifiers a reason quotes. */
const QUOTED_NAMES = 5;

const INCOMPLETE = 'the issuer of the certificate is not trusted here, or an intermediate certificate was not sent';

/** OpenSSL's chain verdicts (X509_V_ERR_*, as Node names them) that operators meet, in words. */
const CHAIN_ERRORS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'a certificate of the chain has expired',
  CERT_NOT_YET_VALID: 'a certificate of the chain is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the chain ends in a root certificate that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT: INCOMPLETE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: INCOMPLETE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: INCOMPLETE,
  CERT_SIGNATURE_FAILURE: 'a signature in the chain is wrong',
  CERT_REVOKED: 'a certificate of the chain was revoked',
  CERT_CHAIN_TOO_LONG: 'the chain is too long',
  INVALID_CA: 'an issuer in the chain is not allowed to issue certificates',
  INVALID_PURPOSE: 'the certificate is not meant for TLS servers',
  CERT_UNTRUSTED: 'the root certificate is not trusted for TLS servers',
};

/**
 * Puts the verdict on the chain (`chainError`: the name of OpenSSL's verdict, undefined when it was valid) and the
 * comparison of identifiers together. The reasons are our words, with names from the certificate inside.
 */
export function verify(
  chain: readonly CertificateFacts[],
  chainError: string | undefined,
  identity: ReferenceIdentity,
): TlsFacts['verified'] {
  const [leaf] = chain;
  if (leaf === undefined) return { state: 'not-verified', why: ['the server sent no certificate'] };
  const why = [
    ...(chainError === undefined ? [] : [CHAIN_ERRORS[chainError] ?? `the chain was not accepted (${chainError})`]),
    ...(isNamed(identity, leaf.identifiers) ? [] : [misnamed(leaf, identity)]),
  ];
  return why.length === 0 ? { state: 'verified' } : { state: 'not-verified', why };
}

function misnamed(leaf: CertificateFacts, { domain, service }: ReferenceIdentity): string {
  const names = leaf.identifiers.map((identifier) => identifier.value);
  const more = names.length > QUOTED_NAMES ? ` and ${names.length - QUOTED_NAMES} more` : '';
  const named = names.length === 0 ? 'names nobody' : `names ${names.slice(0, QUOTED_NAMES).join(', ')}${more}`;
  return `the certificate is not for ${domain} (${service}): it ${named}`.slice(0, 2 * DETAIL_LIMIT);
}
