import type { ServiceDiscovery } from '../model/endpoint.js';
import type { Failure } from '../model/failure.js';
import type { Target } from '../model/target.js';
import type { EndpointVerdict } from '../model/verdict.js';

/**
 * Why a component is not there for other servers; undefined where it is, or where that cannot be told. Many components
 * are for the users of their own server only: they have no address in the DNS, or the server does not know them on its
 * s2s port. For a whole domain either would be a mistake, and leaves everything open.
 */
export function absenceOfComponent(
  { domain, componentOf }: Pick<Target, 'domain' | 'componentOf'>,
  discovery: ServiceDiscovery,
  endpoints: readonly EndpointVerdict[],
): string | undefined {
  if (componentOf === undefined || discovery.state !== 'found') return undefined;
  const { endpoints: found, unresolved } = discovery;
  if (found.length === 0 && unresolved.length > 0 && unresolved.every(({ failure }) => isAbsentFromDns(failure))) {
    return `${domain} has no address in the DNS, so that other servers cannot reach it`;
  }
  const isUnknown = endpoints.length > 0 && endpoints.every(({ obstacle }) => obstacle?.code === 'stream.host-unknown');
  if (isUnknown && unresolved.length === 0 && endpoints.length === found.length) {
    return `${domain} is not served to other servers there`;
  }
  return undefined;
}

function isAbsentFromDns({ code }: Failure): boolean {
  return code === 'dns.nxdomain' || code === 'dns.nodata';
}
