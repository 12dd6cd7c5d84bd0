import pLimit, { type LimitFunction } from 'p-limit';

/**
 * ejabberd listens with a backlog of 5, in which six connections have room (Linux): beyond it, connections wait a second
 * and look like a slow server. Five leave room for somebody else's, and let both services of a domain at one address be
 * looked at without waiting for each other.
 */
const CONNECTIONS_PER_ADDRESS = 5;

/** Keeps a run polite: one for all endpoints of all domains, since many of them can live behind one address. */
export interface Pace {
  /** Runs the task once fewer than the allowed number of others hold a connection to that address. */
  run<T>(address: string, task: () => Promise<T>): Promise<T>;
}

export function createPace(perAddress = CONNECTIONS_PER_ADDRESS): Pace {
  const limits = new Map<string, LimitFunction>();
  return {
    run(address, task) {
      const limit = limits.get(address) ?? pLimit(perAddress);
      limits.set(address, limit);
      return limit(task);
    },
  };
}
