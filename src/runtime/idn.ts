import { domainToUnicode } from 'node:url';

/** U-labels of a domain (RFC 5890); what cannot be converted stays as it is. */
export function toUnicode(domain: string): string {
  return domainToUnicode(domain) || domain;
}
