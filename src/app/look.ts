import { CHECKS } from '../checks/index.js';
import { discoverService, type DiscoverySettings } from '../dns/discover.js';
import type { Resolver } from '../dns/resolver.js';
import { judgeDomain } from '../judge/domain.js';
import { judgeEndpoint, needsConfirmation } from '../judge/endpoint.js';
import { levelOf, makeProfile, type Profile } from '../judge/profile.js';
import type { Config } from '../model/config.js';
import type { Endpoint } from '../model/endpoint.js';
import type { EndpointObservation } from '../model/observation.js';
import type { EndpointReport, TargetReport } from '../model/report.js';
import type { Target } from '../model/target.js';
import type { CheckLevel, EndpointVerdict } from '../model/verdict.js';
import { confirmPlaintext, observeEndpoint, type ProbePorts } from '../probe/observe.js';
import { recognise } from '../remediation/recognise.js';

export interface LookPorts extends ProbePorts {
  readonly resolver: Resolver;
}

interface Looked {
  readonly observation: EndpointObservation;
  readonly verdict: EndpointVerdict;
}

/** Discovers, probes and judges one domain: config -> discover -> probe -> judge, for every service and address of it. */
export async function lookAtTarget(target: Target, config: Config, ports: LookPorts): Promise<TargetReport> {
  const startedAt = ports.clock.monotonic();
  const profile = makeProfile(config.checks, target.checks);
  const settings: DiscoverySettings = { allowPrivateAddresses: config.network.allowPrivateAddresses };
  const discoveries = await Promise.all(
    target.services.map((service) => discoverService(target, service, settings, ports)),
  );
  const endpoints = discoveries.flatMap((found) => (found.state === 'found' ? found.endpoints : []));
  const looked = await Promise.all(
    endpoints.map((endpoint) => lookAtEndpoint(endpoint, target, profile, config, ports)),
  );
  const judged = judgeDomain({
    target,
    discoveries,
    endpoints: looked.map((look) => look.verdict),
    waivers: target.waivers,
    now: new Date(ports.clock.now()).toISOString(),
  });
  return {
    domain: target.domain,
    unicodeDomain: target.unicodeDomain,
    verdict: judged.verdict,
    waived: judged.waived,
    services: judged.services,
    endpoints: looked.map((look) => endpointReport(look, profile)),
    findings: judged.findings,
    notes: [...discoveries.flatMap((found) => found.notes), ...(judged.notes ?? [])],
    server: recognise(
      looked.map((look) => look.observation),
      target.server,
    ),
    durationMs: Math.round(ports.clock.monotonic() - startedAt),
    ...(target.contact === undefined ? {} : { contact: target.contact }),
    ...(target.note === undefined ? {} : { note: target.note }),
    ...(target.componentOf === undefined ? {} : { componentOf: target.componentOf }),
    ...(target.position === undefined ? {} : { position: target.position }),
  };
}

/** One look, and a second one on fresh connections before plaintext counts. */
async function lookAtEndpoint(
  endpoint: Endpoint,
  target: Target,
  profile: Profile,
  config: Config,
  ports: LookPorts,
): Promise<Looked> {
  const observation = await observeEndpoint(endpoint, target, config.probe, ports);
  const verdict = judgeEndpoint(observation, profile);
  if (!needsConfirmation(verdict, observation)) return { observation, verdict };
  const confirmed = await confirmPlaintext(observation, target, config.probe, ports);
  return { observation: confirmed, verdict: judgeEndpoint(confirmed, profile) };
}

function endpointReport({ observation, verdict }: Looked, profile: Profile): EndpointReport {
  const { service, transport, host, port, address, source } = observation.endpoint;
  return {
    service,
    transport,
    host,
    port,
    address,
    source,
    verdict: verdict.verdict,
    proof: verdict.proof,
    because: verdict.because,
    checks: verdict.outcomes.map(({ check, outcome }) => ({ check, level: levelOfCheck(check, profile), outcome })),
    observation,
  };
}

function levelOfCheck(id: string, profile: Profile): CheckLevel {
  const check = CHECKS.find((candidate) => candidate.id === id);
  if (!check) throw new Error(`no check has the id ${id}`);
  return levelOf(check, profile);
}
