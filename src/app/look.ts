import { discoverService, type DiscoverySettings } from '../dns/discover.js';
import { judgeDomain } from '../judge/domain.js';
import { isUnknownName, nextSteps } from '../judge/next-steps.js';
import { makeProfile } from '../judge/profile.js';
import type { Config } from '../model/config.js';
import type { Endpoint, ServiceDiscovery, UnresolvedHost } from '../model/endpoint.js';
import type { TargetReport } from '../model/report.js';
import type { Target } from '../model/target.js';
import type { PortHistory } from '../probe/web-budget.js';
import { isWebDoor } from '../probe/web-entrance.js';
import { recognise } from '../remediation/shared/recognise.js';
import { endpointReport, lookAtEndpoint, type Looked, type LookPorts } from './endpoint.js';
import { lookAtComponentPorts } from './component-ports.js';
import { contactToTell } from './operator.js';
import { followRedirects } from './redirects.js';
import { lookAtWebDoors } from './web-doors.js';

/** Discovers, probes and judges one domain: config -> discover -> probe -> judge, for every service and address of it. */
export async function lookAtTarget(target: Target, config: Config, ports: LookPorts): Promise<TargetReport> {
  const startedAt = ports.clock.monotonic();
  const profile = makeProfile(config.checks, target.checks);
  const settings: DiscoverySettings = config.network;
  const discoveries = await Promise.all(
    target.services.map((service) => discoverService(target, service, settings, ports)),
  );
  const endpoints = discoveries.flatMap((found) => (found.state === 'found' ? found.endpoints : []));
  const behindAbsence = discoveries.flatMap((found) => (found.state === 'failed' ? [] : (found.behindAbsence ?? [])));
  const look = (endpoint: Endpoint, before?: PortHistory): Promise<Looked> =>
    lookAtEndpoint(endpoint, target, config.probe, profile, ports, before);
  const streams = [...endpoints.filter((endpoint) => !isWebDoor(endpoint)), ...behindAbsence];
  const [listed, web, components] = await Promise.all([
    Promise.all(streams.map((endpoint) => look(endpoint))),
    lookAtWebDoors(target, endpoints, look, profile, config, ports),
    lookAtComponentPorts(target, endpoints, look, config),
  ]);
  const redirected = await followRedirects(listed, look, profile, settings, ports);
  const looked = [...redirected, ...web.looked, ...components];
  const judged = judgeDomain({
    target,
    discoveries: discoveries.map((found) => withUnresolved(found, web.unresolved)),
    endpoints: looked.map((look) => look.verdict),
    waivers: target.waivers,
    now: new Date(ports.clock.now()).toISOString(),
  });
  const foundContact = await contactToTell(target, judged, { ...config.probe, ...settings }, ports);
  const steps = nextSteps(judged, discoveries);
  // A component without an address is not offered to other servers, which is nobody's mistake.
  const isUnknown = judged.verdict === 'inconclusive' && isUnknownName(target.domain, discoveries);
  return {
    domain: target.domain,
    unicodeDomain: target.unicodeDomain,
    verdict: judged.verdict,
    waived: judged.waived,
    services: judged.services,
    endpoints: looked.map((look) => endpointReport(look, profile)),
    findings: judged.findings,
    ...(web.unclear.length === 0 ? {} : { unclear: web.unclear }),
    notes: [...discoveries.flatMap((found) => found.notes), ...web.notes, ...(judged.notes ?? [])],
    server: recognise(
      looked.map((look) => look.observation),
      target.server,
    ),
    durationMs: Math.round(ports.clock.monotonic() - startedAt),
    ...saidOf(target),
    ...(foundContact === undefined ? {} : { foundContact }),
    ...(steps.length === 0 ? {} : { nextSteps: steps }),
    ...(isUnknown ? { unknownName: true } : {}),
  };
}

/** What the configuration says of a domain beyond what decides its verdict. */
export function saidOf(
  target: Target,
): Pick<TargetReport, 'contact' | 'note' | 'promise' | 'contacted' | 'language' | 'componentOf' | 'position'> {
  return {
    ...(target.contact === undefined ? {} : { contact: target.contact }),
    ...(target.note === undefined ? {} : { note: target.note }),
    ...(target.promise === undefined ? {} : { promise: target.promise }),
    ...(target.contacted === undefined ? {} : { contacted: target.contacted }),
    ...(target.language === undefined ? {} : { language: target.language }),
    ...(target.componentOf === undefined ? {} : { componentOf: target.componentOf }),
    ...(target.position === undefined ? {} : { position: target.position }),
  };
}

/** What could not be looked at over HTTP keeps its service from being conclusive, like a host of an SRV record. */
function withUnresolved(found: ServiceDiscovery, more: readonly UnresolvedHost[]): ServiceDiscovery {
  if (found.state !== 'found') return found;
  return { ...found, unresolved: [...found.unresolved, ...more.filter(({ service }) => service === found.service)] };
}
