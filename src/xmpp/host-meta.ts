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

/** What an answer at the address of a host-meta file is. */
export type HostMetaFile =
  /** `leftOut`: links and addresses beyond what is followed. */
  | { readonly kind: 'links'; readonly links: readonly HostMetaLink[]; readonly leftOut: number }
  /** Something else: many web servers have a page for every address. */
  | { readonly kind: 'none' }
  /** It has links of XMPP for all we can see, and clients that read on where we cannot may find them. */
  | { readonly kind: 'unreadable'; readonly why: 'too-long' | 'malformed' };

const RELATION = 'urn:xmpp:alt-connections:';

/** Relations that lead to something we can look at: a hundred others do not crowd them out. */
const FOLLOWED: readonly string[] = ['xbosh', 'websocket', 'tls', 's2s-tls'];

/** Links of a file that are followed, at most. */
const MAX_LINKS = 16;
const MAX_IPS = 8;

/** Room for the longest answer that is read, whatever its characters take; more links than are followed. */
const XRD_LIMITS = { elementBytes: 256 * 1024, streamBytes: 256 * 1024, children: 1024 };

/** Reads a host-meta file, JRD or XRD (RFC 6415). Links that are not XMPP's are left out. `isCut`: its end is missing. */
export function readHostMeta(text: string, isCut = false): HostMetaFile {
  const json = parse(text);
  const links = json === undefined ? readXrd(text) : readJrd(json);
  if (links !== undefined) return limited(links);
  const mayNameXmpp = json === undefined && (text.includes(RELATION) || (isCut && looksLikeHostMeta(text)));
  if (!mayNameXmpp) return { kind: 'none' };
  return { kind: 'unreadable', why: isCut ? 'too-long' : 'malformed' };
}

interface ReadLink extends HostMetaLink {
  /** All the addresses that were named. */
  readonly named: readonly string[];
}

function limited(read: readonly ReadLink[]): HostMetaFile {
  const followed = read.filter(({ relation }) => FOLLOWED.includes(relation));
  const others = read.filter(({ relation }) => !FOLLOWED.includes(relation));
  const kept = followed.slice(0, MAX_LINKS);
  const leftOut = kept.reduce((sum, { named, ips }) => sum + named.length - ips.length, followed.length - kept.length);
  const links = [...kept, ...others.slice(0, MAX_LINKS)].map(({ named: _all, ...link }) => link);
  return { kind: 'links', links, leftOut };
}

/** Whether a text that breaks off began as a host-meta file, whatever its first links are. */
function looksLikeHostMeta(text: string): boolean {
  return /<(?:[\w-]{1,40}:)?XRD[\s>]/u.test(text) || text.includes('"links"');
}

/** The document is ordinary XML: unlike in a stream, comments, processing instructions and a DOCTYPE are allowed. */
function readXrd(text: string): readonly ReadLink[] | undefined {
  const bare = withoutDoctype(without(without(text, '<!--', '-->'), '<?', '?>'));
  const root = readDocument(bare, XRD_LIMITS);
  if (!isElement(root)) return undefined;
  // Well-formed, and something else: a page that mentions the relation is no host-meta file.
  if (root.name !== 'XRD') return [];
  return root.children.flatMap((link) => {
    const relation = relationOf(attribute(link, 'rel'));
    const href = attribute(link, 'href');
    if (link.name !== 'Link' || relation === undefined) return [];
    return [{ relation, ips: [], named: [], ...(href === undefined ? {} : { href }) }];
  });
}

/**
 * The text without everything between such marks; what is not ended stays, and is not well-formed. A pattern would do the
 * same in the square of the length of a hostile text.
 */
function without(text: string, begin: string, end: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const at = text.indexOf(begin, from);
    const over = at === -1 ? -1 : text.indexOf(end, at + begin.length);
    if (over === -1) return kept + text.slice(from);
    kept += text.slice(from, at);
    from = over + end.length;
  }
}

/** One with declarations inside stays: they can change what every link says, so that the file cannot be read. */
function withoutDoctype(text: string): string {
  const bare = text.replace(/^\uFEFF/u, '').trimStart();
  const end = bare.indexOf('>');
  const isPlain = /^<!DOCTYPE\s/u.test(bare) && !bare.slice(0, end).includes('[');
  return isPlain ? bare.slice(end + 1) : bare;
}

function readJrd(document: unknown): readonly ReadLink[] {
  const links = fieldsOf(document)?.['links'];
  if (!Array.isArray(links)) return [];
  return links.flatMap((link: unknown) => {
    const { rel, href, port, ips, sni } = fieldsOf(link) ?? {};
    const relation = relationOf(textOf(rel));
    if (relation === undefined) return [];
    const named = Array.isArray(ips) ? ips.flatMap((ip: unknown) => textOf(ip) ?? []) : [];
    return [
      {
        relation,
        named,
        ips: named.slice(0, MAX_IPS),
        ...(textOf(href) === undefined ? {} : { href: textOf(href) ?? '' }),
        ...(textOf(sni) === undefined ? {} : { sni: textOf(sni) ?? '' }),
        ...(typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536 ? { port } : {}),
      },
    ];
  });
}

/** Undefined where it is no JSON: then it may be XRD. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
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
