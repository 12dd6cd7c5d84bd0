import { openDoors, type DiscoverySettings } from '../dns/doors.js';
import type { LookupPorts } from '../dns/resolver.js';
import type { Failure } from '../model/failure.js';
import { readHostMeta, type HostMetaLink } from '../xmpp/host-meta.js';
import type { HttpOrigin, HttpSession } from './http-client.js';
import type { ProbePorts, ProbeSettings } from './look.js';

/** The files of one domain (XEP-0156 section 3): XRD is the one everybody must have, JRD knows more (XEP-0487). */
const FILES = ['/.well-known/host-meta', '/.well-known/host-meta.json'] as const;

/** Connections to the web server of the domain: one for `https:`, one for `http:`, one more each if it hangs up. */
const MAX_CONNECTIONS = 2;

/** A link, and in which of the files it stands. */
export interface AdvertisedLink extends HostMetaLink {
  readonly overTls: boolean;
  readonly inPlaintext: boolean | 'unknown';
}

export interface HostMeta {
  readonly links: readonly AdvertisedLink[];
  readonly notes: readonly string[];
}

/**
 * Reads what the domain says of its BOSH and WebSocket doors: at `https:`, which alone counts (XEP-0156 section 3), and
 * at `http:`, to see whether it is said there too. One address of the domain is asked; redirects to another host are
 * not followed. No file, or no web server, is how most domains are and gives no note.
 */
export async function readHostMetaOf(
  domain: string,
  discovery: DiscoverySettings,
  settings: ProbeSettings,
  ports: ProbePorts & LookupPorts,
): Promise<HostMeta> {
  const door = { service: 'c2s', transport: 'bosh', host: domain, port: 443, source: 'host-meta' } as const;
  const [first] = (await openDoors([door], discovery, ports)).endpoints;
  if (first === undefined) return { links: [], notes: [] };
  const fetch = (scheme: Scheme): Promise<Fetched> => fetchFiles(scheme, domain, first, settings, ports);
  const [secured, plain] = await Promise.all([fetch('https'), fetch('http')]);
  return { links: mergeLinks(secured, plain), notes: [...secured.notes] };
}

type Scheme = 'https' | 'http';

interface Fetched {
  readonly links: readonly HostMetaLink[];
  readonly notes: readonly string[];
  /** Why it is not known whether there is a file. */
  readonly unknown?: Failure;
}

function fetchFiles(
  scheme: Scheme,
  domain: string,
  { address, family }: Pick<HttpOrigin, 'address' | 'family'>,
  { timeoutMs }: ProbeSettings,
  { http, pace, signal }: ProbePorts,
): Promise<Fetched> {
  const identity = { domain, unicodeDomain: domain, service: 'c2s' } as const;
  const origin = { address, family, ...(scheme === 'https' ? { port: 443, identity } : { port: 80 }) };
  return pace.run(address, async () => {
    const session = http.open(origin, { timeoutMs, maxConnections: MAX_CONNECTIONS, signal });
    try {
      const links: HostMetaLink[] = [];
      for (const path of FILES) {
        const answer = await fetchFile(new URL(`${scheme}://${domain}${path}`), session);
        if ('code' in answer) return { links, notes: [], unknown: answer };
        links.push(...answer.links);
      }
      const tls = session.tls();
      const untrusted = links.length > 0 && tls?.verified.state === 'not-verified' ? tls.verified.why : [];
      return { links, notes: untrusted.map((why) => `host-meta comes with a certificate that clients refuse: ${why}`) };
    } finally {
      session.close();
    }
  });
}

/** The links of one file; none where there is no file. A redirect from https to the same host is followed once. */
async function fetchFile(url: URL, session: HttpSession): Promise<Pick<Fetched, 'links'> | Failure> {
  const answer = await session.request({ url });
  if (answer.state !== 'done')
    return answer.state === 'failed' ? answer.failure : { code: 'stream.closed', step: 'header' };
  const { status, location = '', body } = answer.value;
  if (status === 200) return { links: readHostMeta(body) ?? [] };
  const moved = status >= 300 && status < 400 && URL.canParse(location, url.href) ? new URL(location, url) : undefined;
  if (moved === undefined || url.protocol !== 'https:' || moved.origin !== url.origin) return { links: [] };
  const second = await session.request({ url: moved });
  return {
    links: second.state === 'done' && second.value.status === 200 ? (readHostMeta(second.value.body) ?? []) : [],
  };
}

/** Every link once; one that stands in both files has the fields of both. */
function mergeLinks(secured: Fetched, plain: Fetched): readonly AdvertisedLink[] {
  const byKey = new Map<string, AdvertisedLink>();
  const nothing = plain.unknown !== undefined && !isNobody(plain.unknown) ? 'unknown' : false;
  const add = (link: HostMetaLink, overTls: boolean): void => {
    const key = [link.relation, link.href ?? `${link.ips.join(' ')} ${link.port ?? ''}`].join(' ');
    const known = byKey.get(key);
    byKey.set(key, {
      ...known,
      ...link,
      ips: [...new Set([...(known?.ips ?? []), ...link.ips])],
      overTls: overTls || known?.overTls === true,
      inPlaintext: overTls ? (known?.inPlaintext ?? nothing) : true,
    });
  };
  for (const link of secured.links) add(link, true);
  for (const link of plain.links) add(link, false);
  return [...byKey.values()];
}

/** Nobody there to say it in plaintext. */
function isNobody({ code }: Failure): boolean {
  return code === 'tcp.refused';
}
