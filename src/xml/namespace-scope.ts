/** Prefixes in force at one element; the default namespace stands under the empty prefix. */
export type NamespaceScope = ReadonlyMap<string, string>;

/** What is bound without being declared (Namespaces in XML 1.0 section 3). */
export const ROOT_SCOPE: NamespaceScope = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

/** The scope inside a tag; undefined where a declaration is illegal (`xmlns:p=''`, or the prefix `xmlns` itself). */
export function declareNamespaces(
  scope: NamespaceScope,
  attributes: readonly (readonly [string, string])[],
): NamespaceScope | undefined {
  const declarations = attributes.filter(([name]) => isDeclaration(name));
  if (declarations.length === 0) return scope;
  const inner = new Map(scope);
  for (const [name, namespace] of declarations) {
    const prefix = name.slice('xmlns:'.length);
    if (prefix === 'xmlns' || (prefix !== '' && namespace === '')) return undefined;
    inner.set(prefix, namespace);
  }
  return inner;
}

export function isDeclaration(attributeName: string): boolean {
  return attributeName === 'xmlns' || attributeName.startsWith('xmlns:');
}

/** Namespace and local name of a written element name; the namespace is undefined where its prefix is not declared. */
export function resolveName(scope: NamespaceScope, written: string): { namespace: string | undefined; name: string } {
  const colon = written.indexOf(':');
  return { namespace: scope.get(written.slice(0, Math.max(colon, 0))), name: written.slice(colon + 1) };
}
