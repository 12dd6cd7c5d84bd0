import type { XmlElement } from '../../src/xml/element.js';
import type { Limits } from '../../src/xml/limits.js';
import type { StreamToken } from '../../src/xml/stream-token.js';
import { createStreamTokenizer } from '../../src/xml/stream-tokenizer.js';
import { type Cut, uncut } from './converse.js';

/** A stream header with the prefixes that everybody uses. */
export const HEADER = `<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>`;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** All tokens of some bytes, read after each chunk. */
export function tokensOf(input: string | Uint8Array, cut: Cut = uncut, limits?: Partial<Limits>): StreamToken[] {
  const tokenizer = createStreamTokenizer(limits);
  const tokens: StreamToken[] = [];
  for (const chunk of cut(typeof input === 'string' ? bytesOf(input) : input)) {
    tokenizer.push(chunk);
    for (let token = tokenizer.next(); token !== undefined; token = tokenizer.next()) tokens.push(token);
  }
  return tokens;
}

/** One first-level element, as it is read in a client stream. */
export function elementOf(xml: string): XmlElement {
  const token = tokensOf(HEADER + xml)[1];
  if (token?.kind !== 'element') throw new Error(`not one element: ${JSON.stringify(token)}`);
  return token.element;
}

/** Tokens in short: `header`, `element proceed`, `end`, `failed xml.forbidden`. */
export function outline(tokens: readonly StreamToken[]): string[] {
  return tokens.map((token) => {
    if (token.kind === 'element') return `element ${token.element.name}`;
    return token.kind === 'failed' ? `failed ${token.failure.code}` : token.kind;
  });
}
