import { isElement, readDocument } from '../xml/document.js';
import { attribute, cut } from '../xml/element.js';

/** One XMPP link of a host-meta file (XEP-0156 section 3, XEP-0487 section 3). All strings are hostile, and cut. */
export interface HostMetaLink {
  /** What follows `urn:xmpp:alt-connections:`, such as `xbosh`, `websocket`, `tls`. */
  readonly relation: string;
  readonly href?: string;
  /** XEP-0487: where and how to connect. */
  readonly port?: number;
  readonly ips: readonly string[];
  readonly sni?: string;
}

const RELATION = 'urn:xmpp:alt-connections:';

/** Links of a file that are followed, at most. */
const MAX_LINKS = 16;
const MAX_IPS = 8;

/** Reads a host-meta file, JRD or XRD (RFC 6415); undefined where it is neither. Links that are not XMPP's are left out. */
export function readHostMeta(text: string): readonly HostMetaLink[] | undefined {
  return (readJrd(text) ?? readXrd(text))?.slice(0, MAX_LINKS);
}

/** The document is ordinary XML: unlike in a stream, comments are allowed. */
function readXrd(text: string): readonly HostMetaLink[] | undefined {
  const root = readDocument(text.replaceAll(/<!--[^]*?-->/gu, ''), { elementBytes: 64 * 1024 });
  if (!isElement(root) || root.name !== 'XRD') return undefined;
  return root.children.flatMap((link) => {
    const relation = relationOf(attribute(link, 'rel'));
    const href = attribute(link, 'href');
    if (link.name !== 'Link' || relation === undefined) return [];
    return [{ relation, ips: [], ...(href === undefined ? {} : { href }) }];
  });
}

function readJrd(text: string): readonly HostMetaLink[] | undefined {
  const document = parse(text);
  const links = fieldsOf(document)?.['links'];
  if (!Array.isArray(links)) return undefined;
  return links.flatMap((link: unknown) => {
    const { rel, href, port, ips, sni } = fieldsOf(link) ?? {};
    const relation = relationOf(textOf(rel));
    if (relation === undefined) return [];
    const addresses = Array.isArray(ips) ? ips.flatMap((ip: unknown) => textOf(ip) ?? []) : [];
    return [
      {
        relation,
        ips: addresses.slice(0, MAX_IPS),
        ...(textOf(href) === undefined ? {} : { href: textOf(href) ?? '' }),
        ...(textOf(sni) === undefined ? {} : { sni: textOf(sni) ?? '' }),
        ...(typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536 ? { port } : {}),
      },
    ];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: it may be XRD.
    return undefined;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? cut(value) : undefined;
}

function relationOf(rel: string | undefined): string | undefined {
  return rel?.startsWith(RELATION) ? rel.slice(RELATION.length) : undefined;
}
