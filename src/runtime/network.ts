import { readFileSync } from 'node:fs';
import type { Resolver } from '../dns/resolver.js';
import type { NetworkOptions } from '../model/config.js';
import type { Clock, Random } from '../model/ports.js';
import type { Dialer } from '../probe/dialer.js';
import type { Listen } from '../probe/listener.js';
import { createClock, createRandom } from './clock.js';
import type { HttpClient } from '../probe/http-client.js';
import { createDialer } from './dialer.js';
import { listen } from './listener.js';
import { createHttpClient } from './http.js';
import { createResolver } from './resolver.js';
import { scramCrypto } from './scram-crypto.js';
import type { ScramCrypto } from '../xmpp/scram.js';

export interface NetworkPorts {
  readonly dialer: Dialer;
  readonly http: HttpClient;
  readonly resolver: Resolver;
  readonly clock: Clock;
  readonly random: Random;
  readonly listen: Listen;
  readonly scram: ScramCrypto;
}

/** The real network as one run sees it. Throws a ConfigurationError for a CA file or name server that cannot be used. */
export function openNetwork(
  network: NetworkOptions,
  timeoutMs: number,
  locate: (path: string) => string,
): NetworkPorts {
  const caFile = network.caFile === undefined ? undefined : locate(network.caFile);
  const clock = createClock();
  // The dialer goes first: it says what is wrong with a CA file.
  const dialer = createDialer(caFile === undefined ? {} : { caFile });
  const ca = caFile === undefined ? {} : { ca: [readFileSync(caFile, 'utf8')] };
  const resolver = createResolver({ servers: network.dnsServers, timeoutMs, clock, ...ca });
  const listenHere: Listen = ({ certificateFile, ...where }) =>
    listen(certificateFile === undefined ? where : { ...where, certificateFile: locate(certificateFile) });
  const http = createHttpClient(caFile === undefined ? {} : { caFile });
  return { dialer, http, resolver, clock, random: createRandom(), listen: listenHere, scram: scramCrypto };
}
