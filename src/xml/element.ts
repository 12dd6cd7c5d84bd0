import { DETAIL_LIMIT } from '../model/failure.js';

/** A namespace-aware, read-only XML element. Prefixes are gone: only namespace and local name count. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** Attributes without namespace declarations, by their written name (`xml:lang` keeps its prefix). */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Character data directly inside, joined. */
  readonly text: string;
}

/** The first child with that namespace and, where given, local name. */
export function child(element: XmlElement, namespace: string, name?: string): XmlElement | undefined {
  return element.children.find((c) => c.namespace === namespace && (name === undefined || c.name === name));
}

/** The character data of an element, trimmed and cut; undefined where there is none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  return cut(element?.text.trim() ?? '') || undefined;
}

/** The value of an attribute, cut; undefined where it is absent or empty. */
export function attribute(element: XmlElement, name: string): string | undefined {
  return Object.hasOwn(element.attributes, name) ? cut(element.attributes[name] ?? '') || undefined : undefined;
}

/** Remote text as long as an observation may keep it, never ending inside a surrogate pair. */
export function cut(text: string): string {
  const kept = text.slice(0, DETAIL_LIMIT);
  return kept.length < text.length && /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
}
