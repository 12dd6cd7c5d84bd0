import type { ServiceDiscovery } from '../model/endpoint.js';
import { NEXT_STEPS, type FailureCode } from '../model/failure.js';
import type { DomainVerdict, EndpointVerdict } from '../model/verdict.js';

/** What can be tried where a service is inconclusive: one sentence per cause, in the order in which causes were met. */
export function nextSteps(
  { services, endpoints }: Pick<DomainVerdict, 'services' | 'endpoints'>,
  discoveries: readonly ServiceDiscovery[],
): readonly string[] {
  const codes = discoveries
    .filter(({ service }) => services[service]?.verdict === 'inconclusive')
    .flatMap((discovery) => [
      ...inTheDns(discovery),
      ...endpoints.filter(({ endpoint }) => endpoint.service === discovery.service).flatMap(obstacleOf),
    ]);
  return [...new Set(codes.flatMap((code) => NEXT_STEPS[code] ?? []))];
}

/** Whether nobody could look at anything because the domain itself does not exist in the DNS. */
export function isUnknownName(domain: string, discoveries: readonly ServiceDiscovery[]): boolean {
  return (
    discoveries.length > 0 &&
    discoveries.every(
      (discovery) =>
        discovery.state === 'found' &&
        discovery.endpoints.length === 0 &&
        discovery.unresolved.length > 0 &&
        discovery.unresolved.every(({ host, failure }) => host === domain && failure.code === 'dns.nxdomain'),
    )
  );
}

function inTheDns(discovery: ServiceDiscovery): readonly FailureCode[] {
  if (discovery.state === 'failed') return [discovery.failure.code];
  return discovery.state === 'found' ? discovery.unresolved.map(({ failure }) => failure.code) : [];
}

/** Guessed doors that were not entered leave no doubt, so there is nothing to do about them. */
function obstacleOf({ endpoint: { source }, verdict, obstacle }: EndpointVerdict): readonly FailureCode[] {
  const isExtra = source === 'host-meta' || source === 'default-port' || source === 'declared-absent';
  return verdict === 'inconclusive' && obstacle !== undefined && !isExtra ? [obstacle.code] : [];
}
