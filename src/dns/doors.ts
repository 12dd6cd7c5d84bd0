import type { Endpoint, UnresolvedHost } from '../model/endpoint.js';
import { failure } from '../model/failure.js';
import { classifyAddress } from './addresses.js';
import { findAddresses, type HostAddresses } from './host-addresses.js';
import type { LookupPorts } from './resolver.js';

export interface DiscoverySettings {
  readonly allowPrivateAddresses: boolean;
  /** Families of addresses to follow; absent: both. Nothing is said of the others. */
  readonly families?: readonly (4 | 6)[];
}

/** A host and port whose addresses are still to be found. */
export type Door = Omit<Endpoint, 'address' | 'family'>;

/** What is behind doors. */
export interface Behind {
  readonly endpoints: readonly Endpoint[];
  readonly unresolved: readonly UnresolvedHost[];
  readonly notes: readonly string[];
}

/** Addresses followed per service: more than any real deployment has, few enough to bound a hostile one. */
export const MAX_ADDRESSES = 30;

/**
 * Finds the addresses behind all doors at the same time. Every address is an endpoint of its own, none is
 * there twice. What could not be learned, may not be connected to or is beyond {@link MAX_ADDRESSES} is `unresolved`.
 */
export async function openDoors(
  doors: readonly Door[],
  settings: DiscoverySettings,
  ports: LookupPorts,
): Promise<Behind> {
  const opened = await Promise.all(
    doors.map(async (door) => behind(door, await findAddresses(door.host, ports), settings)),
  );
  const endpoints = distinct(
    opened.flatMap((one) => one.endpoints),
    // XEP-0487 tells services behind one port apart by ALPN, and web servers tell doors apart by host and path.
    ({ service, transport, address, port, url = '' }) => [service, transport, address, port, url].join(' '),
  );
  const unresolved = opened.flatMap((one) => one.unresolved);
  const notes = new Set(opened.flatMap((one) => one.notes));

  const excess = endpoints.slice(MAX_ADDRESSES);
  if (excess[0]) {
    const beyond = failure('dns.limit', 'addresses', `${excess.length} addresses were left out`);
    unresolved.push({ ...placeOf(excess[0]), failure: beyond });
    notes.add(`only the first ${MAX_ADDRESSES} addresses are looked at; ${excess.length} more were left out`);
  }
  return { endpoints: endpoints.slice(0, MAX_ADDRESSES), unresolved, notes: [...notes] };
}

function behind(door: Door, host: HostAddresses, { allowPrivateAddresses, families }: DiscoverySettings): Behind {
  const followed = host.addresses.filter(({ family }) => families?.includes(family) ?? true);
  const others = host.addresses.filter((address) => !followed.includes(address)).map(({ address }) => address);
  const isRefused = ({ address }: { address: string }): boolean =>
    !allowPrivateAddresses && classifyAddress(address) !== 'public';
  const failures = [...host.failures];
  if (followed.length === 0 && others.length > 0) {
    failures.push(failure('config.address-family', 'addresses', others.join(', ')));
  }
  const refused = followed.filter(isRefused);
  if (refused.length > 0) {
    const named = refused.map(({ address }) => `${address} (${classifyAddress(address)})`);
    failures.push(failure('config.private-address', 'addresses', named.join(', ')));
  }
  return {
    endpoints: followed.filter((address) => !isRefused(address)).map((address) => ({ ...door, ...address })),
    unresolved: failures.map((reason) => ({ ...placeOf(door), failure: reason })),
    notes: [
      ...(door.source === 'srv' ? targetNotes(door.host, host) : []),
      ...(others.length === 0 ? [] : [`left out by address-families, and not judged: ${others.join(', ')}`]),
    ],
  };
}

function placeOf({ service, transport, host, port, url }: Door): Omit<UnresolvedHost, 'failure'> {
  return { service, transport, host, port, ...(url === undefined ? {} : { url }) };
}

/** SRV targets must be names with address records of their own (RFC 2782); clients follow the others all the same. */
function targetNotes(target: string, { aliases, addresses }: HostAddresses): string[] {
  if (aliases[0] !== undefined) return [`SRV target ${target} is an alias of ${aliases[0]}, which RFC 2782 forbids`];
  if (addresses[0]?.address === target) return [`SRV target ${target} is an address, where RFC 2782 wants a name`];
  return [];
}

/** Keeps the first of all items with the same key. */
export function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}
