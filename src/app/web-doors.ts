import type { Profile } from '../judge/profile.js';
import type { Config } from '../model/config.js';
import type { Endpoint } from '../model/endpoint.js';
import type { Target, Transport } from '../model/target.js';
import { discoverWeb } from '../probe/web-discovery.js';
import { levelOfCheck, type Looked, type LookPorts } from './endpoint.js';

/** The check that judges what is behind a door: where it is off, nobody wants the door to be looked at. */
const DECIDING: Readonly<Record<Exclude<Transport, 'component'>, string>> = {
  starttls: 'c2s-requires-starttls',
  'direct-tls': 'c2s-direct-tls-speaks-xmpp',
  bosh: 'c2s-bosh-requires-https',
  websocket: 'c2s-websocket-requires-wss',
};

/** The doors that no SRV record names. A guess that leads to no XMPP is no door, and is left out with a note. */
export async function lookAtWebDoors(
  target: Target,
  known: readonly Endpoint[],
  look: (endpoint: Endpoint) => Promise<Looked>,
  profile: Profile,
  config: Config,
  ports: LookPorts,
): Promise<{ readonly looked: readonly Looked[]; readonly notes: readonly string[] }> {
  const { allowPrivateAddresses } = config.network;
  const { endpoints, notes } = await discoverWeb(target, known, { ...config.probe, allowPrivateAddresses }, ports);
  const wanted = endpoints.filter(
    ({ transport }) => transport !== 'component' && levelOfCheck(DECIDING[transport], profile) !== 'off',
  );
  const looked = await Promise.all(wanted.map(look));
  const isDoor = ({ observation: { endpoint, plaintext } }: Looked): boolean =>
    endpoint.source !== 'default-port' || plaintext.header.state === 'done';
  const open = looked.filter((one) => !isDoor(one)).map(({ observation }) => observation.endpoint);
  const elsewhere = [...new Set(open.map(({ port, address }) => `${address} port ${port}`))];
  return {
    looked: looked.filter(isDoor),
    notes: [
      ...notes,
      ...elsewhere.map((place) => `${place} is open, and no XMPP over HTTP without TLS was found there`),
    ],
  };
}
