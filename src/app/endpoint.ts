import { CHECKS } from '../checks/index.js';
import type { Resolver } from '../dns/resolver.js';
import { judgeEndpoint, needsConfirmation, needsNullConfirmation } from '../judge/endpoint.js';
import { levelOf, type Profile } from '../judge/profile.js';
import type { Endpoint } from '../model/endpoint.js';
import type { EndpointObservation } from '../model/observation.js';
import type { EndpointReport } from '../model/report.js';
import { formsOfSecret, withoutSecret } from '../model/secret.js';
import type { CheckLevel, EndpointVerdict } from '../model/verdict.js';
import { confirmNullSuites, confirmPlaintext, observeEndpoint } from '../probe/observe.js';
import type { ProbePorts, ProbeSettings, Subject } from '../probe/observe.js';
import type { PortHistory } from '../probe/web-budget.js';

export interface LookPorts extends ProbePorts {
  readonly resolver: Resolver;
  /** Called with every endpoint that was looked at. */
  readonly onLooked: (looked: Looked) => void;
}

export interface Looked {
  readonly observation: EndpointObservation;
  readonly verdict: EndpointVerdict;
}

/** One look, and a second one on fresh connections before plaintext counts. `before`: of doors behind the same port. */
export async function lookAtEndpoint(
  endpoint: Endpoint,
  subject: Subject,
  settings: ProbeSettings,
  profile: Profile,
  ports: LookPorts,
  before?: PortHistory,
): Promise<Looked> {
  // A server that was given the password of an account may repeat it in whatever it says.
  const secret = settings.login === undefined ? [] : formsOfSecret(settings.login.password);
  const observation = withoutSecret(await observeEndpoint(endpoint, subject, settings, ports, before), secret);
  const verdict = judgeEndpoint(observation, profile);
  let seen = observation;
  if (needsNullConfirmation(verdict, seen)) seen = await confirmNullSuites(seen, subject, settings, ports, before);
  if (needsConfirmation(verdict, seen)) seen = await confirmPlaintext(seen, subject, settings, ports, before);
  if (seen !== observation) seen = withoutSecret(seen, secret);
  const looked = { observation: seen, verdict: seen === observation ? verdict : judgeEndpoint(seen, profile) };
  ports.onLooked(looked);
  return looked;
}

/** The report of one endpoint: its place, its verdict, and what was seen. */
export function endpointReport({ observation, verdict }: Looked, profile: Profile): EndpointReport {
  const { service, transport, host, port, address, source, url } = observation.endpoint;
  return {
    service,
    transport,
    host,
    port,
    address,
    source,
    ...(url === undefined ? {} : { url }),
    verdict: verdict.verdict,
    proof: verdict.proof,
    because: verdict.because,
    checks: verdict.outcomes.map(({ check, outcome }) => ({ check, level: levelOfCheck(check, profile), outcome })),
    observation,
  };
}

/** The effective level of a check, by its id. */
export function levelOfCheck(id: string, profile: Profile): CheckLevel {
  const check = CHECKS.find((candidate) => candidate.id === id);
  if (!check) throw new Error(`no check has the id ${id}`);
  return levelOf(check, profile);
}
