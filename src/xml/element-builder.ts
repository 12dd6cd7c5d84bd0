import SaxLtx from 'ltx/src/parsers/ltx.js';
import { cut, type XmlElement } from './element.js';
import type { ShapeLimits } from './limits.js';
import { declareNamespaces, isDeclaration, type NamespaceScope, resolveName, ROOT_SCOPE } from './namespace-scope.js';
import { STREAM_NAMESPACE } from './stream-token.js';
import { broken, type XmlProblem } from './well-formed.js';

/** What a whole piece of markup completed. */
export type Built =
  | { readonly kind: 'header'; readonly tag: XmlElement; readonly contentNamespace: string }
  | { readonly kind: 'element'; readonly element: XmlElement }
  | { readonly kind: 'end' };

export interface ElementBuilder {
  /** Takes one whole, well-formed tag or run of character data; `emit` is called before it returns. */
  feed(xml: string): XmlProblem | undefined;
  /** Open elements: 0 before the stream header, 1 at stream level, more inside a first-level element. */
  depth(): number;
}

/** An element that is still open. */
interface Open extends Omit<XmlElement, 'children' | 'text'> {
  readonly written: string;
  readonly scope: NamespaceScope;
  readonly children: XmlElement[];
  text: string;
}

/** Builds first-level elements out of well-formed pieces: ltx reads them, this pairs the tags and knows the namespaces. */
export function createElementBuilder(limits: ShapeLimits, emit: (built: Built) => void): ElementBuilder {
  const sax = new SaxLtx();
  const path: Open[] = [];
  let problem: XmlProblem | undefined;

  sax.on('text', (text) => {
    const inner = path.at(-1);
    if (inner !== undefined && path.length > 1) inner.text += text;
  });
  sax.on('startElement', (written, attributes) => {
    problem ??= open(written, attributes);
  });
  sax.on('endElement', (written) => {
    problem ??= close(written);
  });

  function open(written: string, attributes: Record<string, string>): XmlProblem | undefined {
    const element = readTag(written, Object.entries(attributes), path.at(-1)?.scope ?? ROOT_SCOPE, limits);
    if ('code' in element) return element;
    const isHeader = element.namespace === STREAM_NAMESPACE && element.name === 'stream';
    if (path.length === 0 && !isHeader) {
      if (element.namespace !== STREAM_NAMESPACE || element.name !== 'error') return notXmpp(written);
      // Some servers end a stream they never opened (jabberd2#126): the error counts as if a header had come before.
      path.push(newElement('stream:stream', 'stream', STREAM_NAMESPACE, ROOT_SCOPE));
    }
    if (isHeader && path.length <= 1) {
      // A second header at stream level begins the stream anew instead of nesting it for ever.
      path.splice(0, path.length, element);
      emit({ kind: 'header', tag: seal(element), contentNamespace: element.scope.get('') ?? '' });
      return undefined;
    }
    if (path.length > limits.depth) return tooMuch(`more than ${limits.depth} levels of elements`);
    path.push(element);
    return undefined;
  }

  function close(written: string): XmlProblem | undefined {
    const element = path.pop();
    if (element?.written !== written) return broken('an end tag without its start tag');
    const parent = path.at(-1);
    if (parent === undefined) emit({ kind: 'end' });
    else if (path.length === 1) emit({ kind: 'element', element: seal(element) });
    else if (parent.children.length === limits.children)
      return tooMuch(`more than ${limits.children} children of one element`);
    else parent.children.push(seal(element));
    return undefined;
  }

  return {
    feed(xml) {
      sax.write(xml);
      return problem;
    },
    depth: () => path.length,
  };
}

function readTag(
  written: string,
  attributes: readonly [string, string][],
  outer: NamespaceScope,
  limits: ShapeLimits,
): Open | XmlProblem {
  if (attributes.length > limits.attributes) return tooMuch(`more than ${limits.attributes} attributes on one tag`);
  const scope = declareNamespaces(outer, attributes);
  if (scope === undefined) return broken('an illegal namespace declaration');
  const proper = attributes.filter(([name]) => !isDeclaration(name));
  const prefixed = proper.filter(([name]) => name.includes(':')).map(([name]) => resolveName(scope, name));
  if (prefixed.some(({ namespace }) => namespace === undefined))
    return broken('an attribute with an undeclared prefix');
  if (new Set(prefixed.map(({ namespace, name }) => `${name} ${namespace}`)).size < prefixed.length)
    return broken('an attribute given twice');
  const { namespace, name } = resolveName(scope, written);
  if (namespace !== undefined) return newElement(written, name, namespace, scope, Object.fromEntries(proper));
  // The one tolerated slip: a stream error whose prefix was never declared (jabberd2#126).
  if (written === 'stream:error') return newElement(written, name, STREAM_NAMESPACE, scope);
  return broken('an element with an undeclared prefix');
}

function newElement(
  written: string,
  name: string,
  namespace: string,
  scope: NamespaceScope,
  attributes: Record<string, string> = {},
): Open {
  return { written, name, namespace, attributes, scope, children: [], text: '' };
}

function seal({ name, namespace, attributes, children, text }: Open): XmlElement {
  return { name, namespace, attributes, children, text };
}

function notXmpp(written: string): XmlProblem {
  return { code: 'stream.not-xmpp', detail: `the first element is <${cut(written)}>` };
}

function tooMuch(detail: string): XmlProblem {
  return { code: 'stream.limit', detail };
}
