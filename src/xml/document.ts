import { failure, type Failure } from '../model/failure.js';
import type { XmlElement } from './element.js';
import type { Limits } from './limits.js';
import { STREAM_NAMESPACE } from './stream-token.js';
import { createStreamTokenizer } from './stream-tokenizer.js';

/** Declares what BOSH documents use and some servers forget to declare (XEP-0206 section 2). */
const FRAME = `<stream:stream xmlns='' xmlns:stream='${STREAM_NAMESPACE}' xmlns:xmpp='urn:xmpp:xbosh'>`;

/**
 * Reads a whole document with one root element, as strictly and with the same limits as a stream. An XML declaration may
 * come first. The failure is filed under `header`: whoever knows the step under way replaces it.
 */
export function readDocument(text: string, limits: Partial<Limits> = {}): XmlElement | Failure {
  const tokenizer = createStreamTokenizer(limits);
  tokenizer.push(new TextEncoder().encode(FRAME + text.replace(/^\uFEFF?\s*<\?xml\s[^?]*\?>/u, '')));
  for (let token = tokenizer.next(); token !== undefined; token = tokenizer.next()) {
    if (token.kind === 'element') return token.element;
    if (token.kind === 'failed') return token.failure;
  }
  return failure('xml.not-well-formed', 'header', 'the document ends early');
}

/** Whether reading gave an element. */
export function isElement(read: XmlElement | Failure): read is XmlElement {
  return 'children' in read;
}
