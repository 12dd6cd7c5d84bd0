import type { Failure } from '../model/failure.js';
import type { XmlElement } from './element.js';

/** The stream namespace (RFC 6120 section 4.8.1). */
export const STREAM_NAMESPACE = 'http://etherx.jabber.org/streams';

/** What the bytes of an XML stream mean, in order. After `end` or `failed` nothing more comes. */
export type StreamToken =
  /** The opening stream tag: an element without children. `contentNamespace` is the default one inside (RFC 6120 section 4.8.2). */
  | {
      readonly kind: 'header';
      readonly tag: XmlElement;
      readonly xmlDeclaration: boolean;
      readonly contentNamespace: string;
    }
  /** One first-level child of the stream, complete. */
  | { readonly kind: 'element'; readonly element: XmlElement }
  /** The closing stream tag (RFC 6120 section 4.4). */
  | { readonly kind: 'end' }
  /** A limit was passed or the XML broke. `step` is `header`: whoever knows the step under way replaces it. */
  | { readonly kind: 'failed'; readonly failure: Failure };
