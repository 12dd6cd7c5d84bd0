import type { Endpoint, ServiceDiscovery } from '../model/endpoint.js';
import type { Service, Target, Waiver } from '../model/target.js';
import type { DomainVerdict, EndpointVerdict, Finding, ServiceVerdict, VerdictName } from '../model/verdict.js';
import { judgeService } from './service.js';
import { remarkOnUnevenOffer } from './uneven-offer.js';
import { applyWaivers } from './waiver.js';

export interface DomainEvidence {
  readonly target: Target;
  readonly discoveries: readonly ServiceDiscovery[];
  readonly endpoints: readonly EndpointVerdict[];
  readonly waivers: readonly Waiver[];
  /** ISO 8601 instant, UTC: decides which waivers are in force. */
  readonly now: string;
}

/**
 * The verdict of one domain: plaintext if one service is, not offered if all are declared absent, secure if all others
 * are secure, else inconclusive. The order of the evidence does not matter.
 */
export function judgeDomain({ target, discoveries, endpoints, waivers, now }: DomainEvidence): DomainVerdict {
  const sorted = [...endpoints].sort((a, b) => compare(sortKey(a.endpoint), sortKey(b.endpoint)));
  const judged = target.services.map((service) => ({
    service,
    ...judgeService(
      discoveries.find((discovery) => discovery.service === service),
      sorted.filter(({ endpoint }) => endpoint.service === service),
      target,
    ),
  }));
  const services: Partial<Record<Service, ServiceVerdict>> = {};
  for (const { service, verdict } of judged) services[service] = verdict;
  const verdict = fold(judged.map((one) => one.verdict.verdict));
  const findings = applyWaivers(
    sorted.flatMap((one) => one.findings),
    waivers,
    now,
  );
  const notes = judged.flatMap(({ service, notes: own }) => [
    ...own,
    ...remarkOnUnevenOffer(
      service,
      sorted.filter(({ endpoint }) => endpoint.service === service),
    ),
  ]);
  return {
    verdict,
    services,
    endpoints: sorted,
    findings,
    waived: verdict === 'plaintext' && areWaived(findings),
    notes,
  };
}

function fold(services: readonly VerdictName[]): VerdictName {
  if (services.includes('plaintext')) return 'plaintext';
  const offered = services.filter((verdict) => verdict !== 'not-offered');
  if (services.length > 0 && offered.length === 0) return 'not-offered';
  return offered.length > 0 && offered.every((verdict) => verdict === 'secure') ? 'secure' : 'inconclusive';
}

function areWaived(findings: readonly Finding[]): boolean {
  const accusing = findings.filter(({ group, level }) => group === 'plaintext' && level === 'fail');
  return accusing.every(({ waived }) => waived !== undefined);
}

function sortKey({ service, transport, host, port, address, url = '' }: Endpoint): string {
  return [service, transport, host, String(port).padStart(5, '0'), address, url].join(' ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
