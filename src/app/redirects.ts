import type { DiscoverySettings } from '../dns/doors.js';
import { followRedirect } from '../dns/redirect.js';
import type { LookupPorts } from '../dns/resolver.js';
import { judgeEndpoint } from '../judge/endpoint.js';
import type { Profile } from '../judge/profile.js';
import type { Endpoint } from '../model/endpoint.js';
import type { EndpointObservation } from '../model/observation.js';
import type { Looked, LookPorts } from './endpoint.js';

/**
 * Where the server of a STARTTLS endpoint sends us before TLS, in the words of `<see-other-host/>`; undefined where it
 * does not. A redirect that we got by following one is not followed: once is what RFC 6120 section 4.9.3.19 asks for.
 */
function redirectOf({ endpoint, header, features, plaintext }: EndpointObservation): string | undefined {
  if (endpoint.source === 'redirect' || endpoint.transport !== 'starttls') return undefined;
  for (const step of [header, features, plaintext.header, plaintext.features]) {
    if (step.state === 'failed' && step.failure.code === 'stream.redirected') return step.failure.detail;
  }
  return undefined;
}

/** The endpoints behind every redirect of the observations, by observation; only those that lead somewhere. */
async function findRedirects(
  observations: readonly EndpointObservation[],
  settings: DiscoverySettings,
  ports: LookupPorts,
): Promise<ReadonlyMap<EndpointObservation, readonly Endpoint[]>> {
  const found = new Map<EndpointObservation, readonly Endpoint[]>();
  for (const observation of observations) {
    const location = redirectOf(observation);
    const behind = location === undefined ? [] : await followRedirect(observation.endpoint, location, settings, ports);
    if (behind.length > 0) found.set(observation, behind);
  }
  return found;
}

/** Every look, and one at each endpoint that a server sent us to and that was not looked at yet. */
export async function followRedirects(
  listed: readonly Looked[],
  look: (endpoint: Endpoint) => Promise<Looked>,
  profile: Profile,
  settings: DiscoverySettings,
  ports: LookPorts,
): Promise<readonly Looked[]> {
  const observations = listed.map(({ observation }) => observation);
  const redirects = await findRedirects(observations, settings, ports);
  const place = ({ transport, address, port }: Endpoint): string => `${transport} ${address} ${port}`;
  const known = new Set(observations.map(({ endpoint }) => place(endpoint)));
  const unknown = [...redirects.values()].flat().filter((endpoint) => !known.has(place(endpoint)));
  const distinct = [...new Map(unknown.map((endpoint) => [place(endpoint), endpoint])).values()];
  const sent = listed.map((one): Looked => {
    const redirectedTo = redirects.get(one.observation);
    if (redirectedTo === undefined) return one;
    const observation = { ...one.observation, redirectedTo };
    return { observation, verdict: judgeEndpoint(observation, profile) };
  });
  return [...sent, ...(await Promise.all(distinct.map(look)))];
}
