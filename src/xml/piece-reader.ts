import { escapeXMLText } from 'ltx';
import { type Built, createElementBuilder } from './element-builder.js';
import type { ShapeLimits } from './limits.js';
import type { MarkupKind } from './markup-scanner.js';
import type { StreamToken } from './stream-token.js';
import {
  broken,
  decodePiece,
  findDeclarationProblem,
  findTagProblem,
  findTextProblem,
  type XmlProblem,
} from './well-formed.js';

export interface PieceReader {
  /** Takes one whole piece; `emit` is called before it returns. */
  read(kind: MarkupKind, bytes: Uint8Array): XmlProblem | undefined;
  /** Whether a piece was read already. */
  started(): boolean;
  /** Open elements: 0 before the stream header, 1 at stream level, more inside a first-level element. */
  depth(): number;
}

/** Decodes pieces of markup, refuses those that are wrong by themselves or in this place, and has elements built of them. */
export function createPieceReader(limits: ShapeLimits, emit: (token: StreamToken) => void): PieceReader {
  let pieces = 0;
  let xmlDeclaration = false;
  const builder = createElementBuilder(limits, (built: Built) =>
    emit(built.kind === 'header' ? { ...built, xmlDeclaration } : built),
  );

  function readDeclaration(declaration: string): XmlProblem | undefined {
    xmlDeclaration = true;
    return pieces === 1
      ? findDeclarationProblem(declaration)
      : { code: 'xml.forbidden', detail: 'a processing instruction' };
  }

  function readText(text: string): XmlProblem | undefined {
    if (builder.depth() === 0 && /[^ \t\n]/.test(text)) return broken('text before the stream header');
    // Text between first-level elements is white space that keeps the connection alive (RFC 6120 section 11.7).
    return findTextProblem(text) ?? (builder.depth() > 1 ? builder.feed(text) : undefined);
  }

  /** ltx loses the text behind a CDATA section; as escaped text it reads the same. */
  function readCdata(section: string): XmlProblem | undefined {
    if (builder.depth() === 0) return broken('CDATA before the stream header');
    return readText(escapeXMLText(section.slice('<![CDATA['.length, -']]>'.length)));
  }

  return {
    read(kind, bytes) {
      pieces += 1;
      const piece = decodePiece(bytes);
      if (typeof piece !== 'string') return piece;
      // White space in an attribute value counts as a space (XML 1.0 section 3.3.3), and between attributes as any other.
      if (kind === 'tag') return findTagProblem(piece) ?? builder.feed(piece.replace(/[\t\n]/g, ' '));
      if (kind === 'declaration') return readDeclaration(piece);
      return kind === 'cdata' ? readCdata(piece) : readText(piece);
    },
    started: () => pieces > 0,
    depth: builder.depth,
  };
}
