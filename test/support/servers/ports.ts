import { createServer } from 'node:net';

/** The only address a server of this harness ever listens on. */
export const LOOPBACK = '127.0.0.1';

/**
 * Below the range from which Linux picks source ports (32768 and up): a port found free here cannot be taken by some
 * outgoing connection before the server binds it.
 */
const FIRST_PORT = 12_000;
const LAST_PORT = 32_000;
const MAX_TRIES = 200;

const handedOut = new Set<number>();

/** Finds a free TCP port on the loopback address; never gives the same one twice in a process. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const port = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT));
    if (!handedOut.has(port) && (await isFree(port))) {
      handedOut.add(port);
      return port;
    }
  }
  throw new Error(`no free port on ${LOOPBACK} after ${MAX_TRIES} tries`);
}

/** Any failure to bind makes a port useless to us, whatever its reason. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, LOOPBACK, () => server.close(() => resolve(true)));
  });
}
