import { escapeXML } from 'ltx';
import { failure, type Failure, type StepName } from '../model/failure.js';
import { isElement, readDocument } from '../xml/document.js';
import { attribute, type XmlElement } from '../xml/element.js';
import { NS } from './namespaces.js';

/** Ends a stream over WebSocket (RFC 7395 section 3.6). */
export const CLOSE = `<close xmlns='${NS.framing}'/>`;

/** Opens a stream over WebSocket (RFC 7395 section 3.4). */
export function writeOpen(to: string): string {
  return `<open xmlns='${NS.framing}' to='${escapeXML(to)}' version='1.0' xml:lang='en'/>`;
}

/** What one frame brings: an element, or the end of the stream. Each frame is a document (RFC 7395 section 3.3.3). */
export function readFrame(text: string, step: StepName): XmlElement | Failure {
  const element = readDocument(text);
  if (!isElement(element)) return { ...element, step };
  if (element.namespace !== NS.framing || element.name !== 'close') return element;
  const redirected = attribute(element, 'see-other-uri') !== undefined;
  return failure(redirected ? 'stream.redirected' : 'stream.closed', step);
}

/** Whether it is the `<open/>` that answers ours. */
export function isOpen({ namespace, name }: XmlElement): boolean {
  return namespace === NS.framing && name === 'open';
}
