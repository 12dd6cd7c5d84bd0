import type { PresentedIdentifier } from '../model/observation.js';
import type { Service } from '../model/target.js';

/**
 * Whom a certificate must name: the XMPP domain that was asked for, in both spellings, and the kind of link
 * (RFC 6120 section 13.7.2.1). Never the SRV target, which unsigned DNS could choose freely.
 */
export interface ReferenceIdentity {
  /** A-label, lower case: compared with DNS-ID and SRV-ID. */
  readonly domain: string;
  /** U-label: compared with XmppAddr. */
  readonly unicodeDomain: string;
  readonly service: Service;
}

/** RFC 6120 section 13.7.1.2.1; a client link is not authenticated by a name for the server link, nor the reverse. */
const SRV_SERVICE = { c2s: '_xmpp-client.', s2s: '_xmpp-server.' } as const;

/** Whether one of the presented identifiers matches (RFC 9525 section 6). The common name is never looked at. */
export function isNamed(identity: ReferenceIdentity, presented: readonly PresentedIdentifier[]): boolean {
  return presented.some((identifier) => names(identifier, identity));
}

function names({ type, value }: PresentedIdentifier, { domain, unicodeDomain, service }: ReferenceIdentity): boolean {
  const name = value.toLowerCase();
  const srvService = SRV_SERVICE[service];
  switch (type) {
    case 'dns':
      return matchesDomain(name, domain);
    case 'srv':
      return name.startsWith(srvService) && matchesDomain(name.slice(srvService.length), domain);
    case 'xmpp':
      return [unicodeDomain.normalize(), domain].includes(name.normalize());
  }
}

/** A wildcard stands for the whole left-most label and for one label only (RFC 9525 section 6.3). */
function matchesDomain(presented: string, domain: string): boolean {
  const parent = domain.slice(domain.indexOf('.'));
  return presented === domain || (domain.includes('.') && presented === `*${parent}`);
}
