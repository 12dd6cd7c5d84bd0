import type { Specification } from './verdict.js';

/** `RFC 6120 section 5.3.1`, `XEP-0077`: how a clause is cited to people. */
export function specificationName({ document, section }: Specification): string {
  return section === undefined ? document : `${document} section ${section}`;
}

/**
 * Where a clause can be read. Sections of RFCs have anchors; those of XEPs are named too unevenly, so the link leads to
 * the document.
 */
export function specificationUrl({ document, section }: Specification): string {
  const number = document.slice(4);
  if (document.startsWith('XEP-')) return `https://xmpp.org/extensions/xep-${number}.html`;
  return `https://www.rfc-editor.org/rfc/rfc${number}${section === undefined ? '' : `#section-${section}`}`;
}
