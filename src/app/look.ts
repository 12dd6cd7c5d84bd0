import { discoverService, type DiscoverySettings } from '../dns/discover.js';
import { judgeDomain } from '../judge/domain.js';
import { makeProfile } from '../judge/profile.js';
import type { Config } from '../model/config.js';
import type { Endpoint } from '../model/endpoint.js';
import type { TargetReport } from '../model/report.js';
import type { Target } from '../model/target.js';
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
  const settings: DiscoverySettings = { allowPrivateAddresses: config.network.allowPrivateAddresses };
  const discoveries = await Promise.all(
    target.services.map((service) => discoverService(target, service, settings, ports)),
  );
  const endpoints = discoveries.flatMap((found) => (found.state === 'found' ? found.endpoints : []));
  const behindAbsence = discoveries.flatMap((found) => (found.state === 'failed' ? [] : (found.behindAbsence ?? [])));
  const look = (endpoint: Endpoint): Promise<Looked> => lookAtEndpoint(endpoint, target, config.probe, profile, ports);
  const [listed, web, components] = await Promise.all([
    Promise.all([...endpoints, ...behindAbsence].map(look)),
    lookAtWebDoors(target, endpoints, look, profile, config, ports),
    lookAtComponentPorts(target, endpoints, look, config),
  ]);
  const redirected = await followRedirects(listed, look, profile, settings, ports);
  const looked = [...redirected, ...web.looked, ...components];
  const judged = judgeDomain({
    target,
    discoveries,
    endpoints: looked.map((look) => look.verdict),
    waivers: target.waivers,
    now: new Date(ports.clock.now()).toISOString(),
  });
  const foundContact = await contactToTell(target, judged, { ...config.probe, ...settings }, ports);
  return {
    domain: target.domain,
    unicodeDomain: target.unicodeDomain,
    verdict: judged.verdict,
    waived: judged.waived,
    services: judged.services,
    endpoints: looked.map((look) => endpointReport(look, profile)),
    findings: judged.findings,
    notes: [...discoveries.flatMap((found) => found.notes), ...web.notes, ...(judged.notes ?? [])],
    server: recognise(
      looked.map((look) => look.observation),
      target.server,
    ),
    durationMs: Math.round(ports.clock.monotonic() - startedAt),
    ...(target.contact === undefined ? {} : { contact: target.contact }),
    ...(foundContact === undefined ? {} : { foundContact }),
    ...(target.note === undefined ? {} : { note: target.note }),
    ...(target.promise === undefined ? {} : { promise: target.promise }),
    ...(target.contacted === undefined ? {} : { contacted: target.contacted }),
    ...(target.language === undefined ? {} : { language: target.language }),
    ...(target.componentOf === undefined ? {} : { componentOf: target.componentOf }),
    ...(target.position === undefined ? {} : { position: target.position }),
  };
}
