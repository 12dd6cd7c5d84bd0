import type { StreamFeatures } from '../../model/observation.js';

const STARTTLS_WEAKEST_FIRST = [
  'absent',
  'offered',
  'required',
] as const satisfies readonly StreamFeatures['starttls'][];

/** Two sets of features as one that is no better than either: behind a load balancer both may be met. */
export function worse(a: StreamFeatures, b: StreamFeatures): StreamFeatures {
  const sasl2 = (a.sasl2 ?? b.sasl2) ? { sasl2: union(a.sasl2 ?? [], b.sasl2 ?? []) } : {};
  return {
    all: [...a.all, ...b.all],
    starttls: STARTTLS_WEAKEST_FIRST.find((offer) => offer === a.starttls || offer === b.starttls) ?? a.starttls,
    mechanisms: union(a.mechanisms, b.mechanisms),
    ...sasl2,
    legacyAuth: a.legacyAuth || b.legacyAuth,
    registration: a.registration || b.registration,
    compression: union(a.compression, b.compression),
    dialback: a.dialback || b.dialback,
  };
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}

/** Mechanisms by which somebody without a client certificate could log in: all, of SASL and of SASL2, but EXTERNAL. */
export function loginMechanisms({ mechanisms, sasl2 = [] }: StreamFeatures): readonly string[] {
  return union(mechanisms, sasl2).filter((name) => !isExternal(name));
}

export function offersExternal({ mechanisms }: StreamFeatures): boolean {
  return mechanisms.some(isExternal);
}

/** EXTERNAL needs a certificate, and so TLS. */
export function isExternal(mechanism: string): boolean {
  return mechanism.toUpperCase() === 'EXTERNAL';
}

/** The offer as one line of evidence. Names of mechanisms are the server's words. */
export function offerInWords(features: StreamFeatures): string {
  const { starttls, mechanisms, sasl2, compression } = features;
  const parts = [
    starttls === 'absent' ? 'no STARTTLS' : `STARTTLS ${starttls}`,
    mechanisms.length > 0 ? `mechanisms ${mechanisms.join(', ')}` : '',
    sasl2 !== undefined ? `SASL2 mechanisms ${sasl2.join(', ')}` : '',
    features.legacyAuth ? 'jabber:iq:auth' : '',
    features.registration ? 'registration' : '',
    features.dialback ? 'dialback' : '',
    compression.length > 0 ? `compression ${compression.join(', ')}` : '',
  ];
  return `stream features before TLS: ${parts.filter((part) => part !== '').join('; ')}`;
}

/**
 * Whether an offer is weaker than another one of the same server: STARTTLS less insisted on, or more ways to log in.
 * Dialback beside `<required/>` is harmless.
 */
export function isWeaker(offer: StreamFeatures, than: StreamFeatures): boolean {
  const insists = ({ starttls }: StreamFeatures): number => STARTTLS_WEAKEST_FIRST.indexOf(starttls);
  const known = loginMechanisms(than);
  const dialback = ({ dialback: isOffered, starttls }: StreamFeatures): boolean => isOffered && starttls !== 'required';
  return (
    insists(offer) < insists(than) ||
    loginMechanisms(offer).some((name) => !known.includes(name)) ||
    (offer.legacyAuth && !than.legacyAuth) ||
    (offer.registration && !than.registration) ||
    (dialback(offer) && !dialback(than))
  );
}
