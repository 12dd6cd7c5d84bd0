import { openDoors, type DiscoverySettings } from '../dns/doors.js';
import type { LookupPorts } from '../dns/resolver.js';
import type { FoundContact } from '../model/report.js';
import type { HttpResponse } from './http-client.js';
import type { ProbePorts, ProbeSettings } from './look.js';
import { readSecurityTxt } from './security-txt.js';

/** RFC 9116 section 3. */
const PATH = '/.well-known/security.txt';

/**
 * Whom the domain itself names as its contact: the security.txt file at `https:`, with a certificate that clients accept,
 * on one address of the domain. A redirect is followed once, as far as a name of the same domain. No file, no web server
 * and a file that must not be used are how most domains are: undefined.
 */
export async function findOperatorContact(
  domain: string,
  settings: ProbeSettings & DiscoverySettings,
  ports: ProbePorts & LookupPorts,
): Promise<FoundContact | undefined> {
  const asked = new URL(`https://${domain}${PATH}`);
  const first = await fetchFile(asked, settings, ports);
  const moved = first === undefined ? undefined : redirectWithin(domain, asked, first);
  const answer = moved === undefined ? first : await fetchFile(moved, settings, ports);
  if (answer?.status !== 200) return undefined;
  const now = new Date(ports.clock.now()).toISOString();
  const url = (moved ?? asked).href;
  const read = readSecurityTxt(answer.body, [asked.href, url], now);
  if (read === undefined) return undefined;
  const { contact, language } = read;
  return { uri: contact, source: 'security.txt', url, ...(language === undefined ? {} : { language }) };
}

async function fetchFile(
  url: URL,
  settings: ProbeSettings & DiscoverySettings,
  ports: ProbePorts & LookupPorts,
): Promise<HttpResponse | undefined> {
  const host = url.hostname;
  const door = { service: 'c2s', transport: 'bosh', host, port: 443, source: 'host-meta' } as const;
  const [first] = (await openDoors([door], settings, ports)).endpoints;
  if (first === undefined) return undefined;
  const { http, pace, signal } = ports;
  const { address, family } = first;
  const identity = { domain: host, unicodeDomain: host, service: 'c2s' } as const;
  return pace.run(first, async () => {
    const patience = { timeoutMs: settings.timeoutMs, maxConnections: 1, signal };
    const session = http.open({ address, family, port: 443, identity }, patience);
    try {
      const answer = await session.request({ url });
      // Who can pose as the web server could also name himself as the operator.
      const isTrusted = session.tls()?.verified.state === 'verified';
      return answer.state === 'done' && isTrusted ? answer.value : undefined;
    } finally {
      session.close();
    }
  });
}

/** RFC 9116 section 5.1 wants redirects looked at: another name of the domain is still the domain. */
function redirectWithin(domain: string, from: URL, { status, location = '' }: HttpResponse): URL | undefined {
  if (status < 300 || status >= 400 || !URL.canParse(location, from.href)) return undefined;
  const to = new URL(location, from);
  const isOurs = to.hostname === domain || to.hostname.endsWith(`.${domain}`);
  const isPlain = to.protocol === 'https:' && to.port === '' && to.username === '' && to.password === '';
  return isOurs && isPlain ? to : undefined;
}
