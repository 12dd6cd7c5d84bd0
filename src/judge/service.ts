import { endpointName, type Endpoint, type ServiceDiscovery } from '../model/endpoint.js';
import { failureInWords } from '../model/failure.js';
import type { Target } from '../model/target.js';
import { PROOFS, type EndpointVerdict, type Proof, type ServiceVerdict } from '../model/verdict.js';
import { absenceOfComponent } from './component.js';
import { groupReasons, type Reason } from './reasons.js';

export interface JudgedService {
  readonly verdict: ServiceVerdict;
  readonly notes: readonly string[];
}

/**
 * The verdict of one service: plaintext if one endpoint is; secure only if every endpoint that was found is, and none
 * could not be found. `looked` are verdicts of this service. A component that other servers cannot reach is not offered.
 */
export function judgeService(
  discovery: ServiceDiscovery | undefined,
  looked: readonly EndpointVerdict[],
  target: Pick<Target, 'domain' | 'componentOf'>,
): JudgedService {
  // A port for components serves nobody of this service.
  const endpoints = looked.filter(({ verdict }) => verdict !== 'not-offered');
  if (discovery === undefined) return { verdict: inconclusive(['the service was not looked at']), notes: [] };
  const open = endpoints.filter(({ verdict }) => verdict === 'plaintext');
  if (open.length > 0) return { verdict: { verdict: 'plaintext', proof: weakestProof(open), because: [] }, notes: [] };
  const absence = absenceOfComponent(target, discovery, endpoints);
  if (absence !== undefined)
    return { verdict: { verdict: 'not-offered', proof: 'none', because: [absence] }, notes: [] };
  switch (discovery.state) {
    case 'declared-absent':
      return { verdict: { verdict: 'not-offered', proof: 'none', because: [] }, notes: [] };
    case 'failed':
      return { verdict: inconclusive([failureInWords(discovery.failure)]), notes: [] };
    case 'found':
      return judgeFound(discovery, endpoints);
  }
}

function judgeFound(
  { endpoints: found, unresolved }: Extract<ServiceDiscovery, { readonly state: 'found' }>,
  endpoints: readonly EndpointVerdict[],
): JudgedService {
  const shut = endpoints.some(isRecordedAndSecure) ? endpoints.filter(isRefusedFallback) : [];
  const unentered = endpoints.filter(isUnenteredExtra);
  const replaced = endpoints.filter((one) => isReplaced(one, endpoints));
  const left = [...shut, ...unentered, ...replaced, ...endpoints.filter(isDeclaredAbsent)];
  const counting = endpoints.filter((one) => !left.includes(one));
  const reasons: Reason[] = [
    ...counting.filter(({ verdict }) => verdict !== 'secure').flatMap(reasonsOf),
    ...found.filter((one) => !endpoints.some(({ endpoint }) => isSame(endpoint, one))).map(notLookedAt),
    ...unresolved.map(({ failure, host }) => ({ why: failureInWords(failure), where: host })),
  ];
  const notes = [
    ...shut.map(
      ({ endpoint }) => `${endpointName(endpoint)} refuses connections, so there is no way in without TLS: left out`,
    ),
    ...replaced.map(
      ({ endpoint }) => `${endpointName(endpoint)} sends us to another host, which was looked at instead`,
    ),
    ...counting.flatMap(({ endpoint, remarks = [] }) =>
      remarks.map((remark) => `${endpointName(endpoint)}: ${remark}`),
    ),
    ...unentered.map(({ endpoint, because }) => `${endpointName(endpoint)} is left out: ${because.join('; ')}`),
  ];
  if (reasons.length > 0) return { verdict: inconclusive(groupReasons(reasons)), notes };
  if (counting.length === 0) return { verdict: inconclusive(['no endpoint was found']), notes };
  return { verdict: { verdict: 'secure', proof: weakestProof(counting), because: [] }, notes };
}

function inconclusive(because: readonly string[]): ServiceVerdict {
  return { verdict: 'inconclusive', proof: 'none', because };
}

function weakestProof(endpoints: readonly EndpointVerdict[]): Proof {
  return PROOFS.find((proof) => endpoints.some((one) => one.proof === proof)) ?? 'none';
}

/** A direct TLS endpoint that the DNS names and that is secure: what clients use where nothing listens for STARTTLS. */
function isRecordedAndSecure({ endpoint, verdict }: EndpointVerdict): boolean {
  return verdict === 'secure' && endpoint.transport === 'direct-tls' && endpoint.source === 'srv';
}

/** The fallback of RFC 6120 section 3.2.2 with nobody listening: a port that refuses connections lets no plaintext in. */
function isRefusedFallback({ endpoint, obstacle }: EndpointVerdict): boolean {
  return endpoint.source === 'fallback' && obstacle?.code === 'tcp.refused';
}

/** A door that no SRV record names and that could not be entered: it accuses nobody, and puts nothing in doubt either. */
function isUnenteredExtra({ endpoint, verdict, obstacle }: EndpointVerdict): boolean {
  const extra = endpoint.source === 'host-meta' || endpoint.source === 'default-port';
  return extra && verdict === 'inconclusive' && obstacle !== undefined;
}

/**
 * An endpoint that did nothing but send us elsewhere, and all of elsewhere was looked at. One that showed its features on
 * any connection is a server like others, whatever it said on the next: behind a load balancer clients meet both.
 */
function isReplaced(
  { endpoint: here, redirectedTo = [], obstacle }: EndpointVerdict,
  endpoints: readonly EndpointVerdict[],
): boolean {
  const leadsAway = redirectedTo.some((one) => !isSamePlace(one, here));
  return (
    obstacle?.code === 'stream.redirected' &&
    leadsAway &&
    redirectedTo.every((one) => endpoints.some(({ endpoint }) => isSamePlace(endpoint, one)))
  );
}

/** Not part of the service unless it lets plaintext in: then it was counted before. */
function isDeclaredAbsent({ endpoint }: EndpointVerdict): boolean {
  return endpoint.source === 'declared-absent';
}

function reasonsOf({ endpoint, because, obstacle }: EndpointVerdict): readonly Reason[] {
  const where = endpointName(endpoint);
  if (obstacle?.code === 'net.no-ipv6-route') return because.map((why) => ({ why, where, counted: true }));
  return because.map((why) => ({ why, where }));
}

function notLookedAt(endpoint: Endpoint): Reason {
  return { why: 'not looked at', where: endpointName(endpoint) };
}

function isSame(a: Endpoint, b: Endpoint): boolean {
  return a.host === b.host && isSamePlace(a, b);
}

function isSamePlace(a: Endpoint, b: Endpoint): boolean {
  return a.transport === b.transport && a.port === b.port && a.address === b.address;
}
