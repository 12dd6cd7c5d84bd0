import pLimit, { type LimitFunction } from 'p-limit';

export interface PaceLimits {
  readonly perListener: number;
  readonly perAddress: number;
}

/**
 * ejabberd listens with a backlog of 5: when seven connect to one of its ports at once, some wait a second and look like a
 * slow server. Four leave room for others; both services of a domain at one address need five for a moment.
 */
const LIMITS: PaceLimits = { perListener: 4, perAddress: 5 };

/** Keeps a run polite: one for all endpoints of all domains, since many of them can live behind one address. */
export interface Pace {
  /** Runs the task once few enough others hold a connection to that port, and to that address. */
  run<T>(where: { readonly address: string; readonly port: number }, task: () => Promise<T>): Promise<T>;
}

export function createPace({ perListener, perAddress }: PaceLimits = LIMITS): Pace {
  const limits = new Map<string, LimitFunction>();
  const limitOf = (key: string, most: number): LimitFunction => {
    const limit = limits.get(key) ?? pLimit(most);
    limits.set(key, limit);
    return limit;
  };
  return {
    // Who waits for the port keeps no place at the address from others.
    run: ({ address, port }, task) =>
      limitOf(`${address} ${port}`, perListener)(() => limitOf(address, perAddress)(task)),
  };
}
