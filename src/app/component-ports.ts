import { distinct } from '../dns/doors.js';
import type { Config } from '../model/config.js';
import type { Endpoint } from '../model/endpoint.js';
import type { Target } from '../model/target.js';
import type { Looked } from './endpoint.js';

/**
 * The ports of the s2s hosts at which external components are answered. All others are no finding of anybody's, and
 * left out.
 */
export async function lookAtComponentPorts(
  { componentOf }: Pick<Target, 'componentOf'>,
  known: readonly Endpoint[],
  look: (endpoint: Endpoint) => Promise<Looked>,
  { probe: { componentPorts = [] } }: Pick<Config, 'probe'>,
): Promise<readonly Looked[]> {
  // A component lives on the server of its domain, where this is looked at already.
  if (componentOf !== undefined) return [];
  const hosts = distinct(
    known.filter(({ service }) => service === 's2s'),
    ({ address }) => address,
  );
  const guesses = hosts.flatMap(({ host, address, family }) =>
    componentPorts.map((port): Endpoint => ({
      ...{ host, address, family, port },
      service: 's2s',
      transport: 'component',
      source: 'default-port',
    })),
  );
  // Some servers repeat whatever namespace they are opened with: a port of the service is none for components.
  const isKnown = ({ address, port }: Endpoint): boolean =>
    known.some((endpoint) => endpoint.address === address && endpoint.port === port);
  const looked = await Promise.all(guesses.filter((guess) => !isKnown(guess)).map(look));
  return looked.filter(({ observation }) => observation.header.state === 'done');
}
