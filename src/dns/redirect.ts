import type { Endpoint } from '../model/endpoint.js';
import { openDoors, type DiscoverySettings } from './doors.js';
import type { LookupPorts } from './resolver.js';

/** Addresses followed from one redirect: whoever sends us there has not been shown to own them. */
const MAX_REDIRECT_ADDRESSES = 4;

/** A host name, an IPv4 address or an IPv6 address in brackets, and perhaps a port (RFC 6120 section 4.9.3.19). */
const LOCATION = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]]+))(?::([0-9]{1,5}))?$/iu;

/**
 * The endpoints that a `<see-other-host/>` with this text leads to, of the same service and transport as `from`; without
 * a port it is the same one. Empty where the text is none, leads nowhere, or only to addresses that are refused.
 */
export async function followRedirect(
  from: Endpoint,
  location: string,
  settings: DiscoverySettings,
  ports: LookupPorts,
): Promise<readonly Endpoint[]> {
  const [, ipv6, name, digits] = LOCATION.exec(location.trim()) ?? [];
  const host = (ipv6 ?? name)?.toLowerCase().replace(/\.$/u, '');
  const port = digits === undefined ? from.port : Number(digits);
  if (host === undefined || host === '' || port < 1 || port > 65535) return [];
  const { service, transport } = from;
  const { endpoints } = await openDoors([{ service, transport, host, port, source: 'redirect' }], settings, ports);
  return endpoints.slice(0, MAX_REDIRECT_ADDRESSES);
}
