import type { EndpointObservation } from '../model/observation.js';
import type { Look } from './look.js';
import { triesDialback } from './plaintext-dialback.js';

/** Connections an endpoint may cost, the second look included. Without trouble it is 3 to 5, and 1 or 2 for that. */
const CONNECTIONS = 6;

/** How many connections the looks at an endpoint may take in all; dialback, which is opt-in, gets one more. */
export function connectionsFor(look: Pick<Look, 'endpoint' | 'settings' | 'ports'>): number {
  return CONNECTIONS + (triesDialback(look) ? 1 : 0);
}

/** How many are left for a second look; what else was asked for had connections of its own. */
export function connectionsLeftAfter(
  { endpoint, cost, injection, login }: EndpointObservation,
  { settings, ports }: Pick<Look, 'settings' | 'ports'>,
): number {
  const extra = [injection, login].filter((one) => one !== undefined).length;
  return connectionsFor({ endpoint, settings, ports }) + extra - cost.connections;
}
