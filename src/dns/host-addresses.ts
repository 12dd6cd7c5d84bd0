import { failure, type Failure } from '../model/failure.js';
import { addressFamily } from './addresses.js';
import type { DnsAnswer, LookupPorts } from './resolver.js';

export interface HostAddresses {
  /** IPv4 first, each family sorted: name servers shuffle, reports should not. */
  readonly addresses: readonly { readonly address: string; readonly family: 4 | 6 }[];
  /** Why there is no address, or why a family could not be learned. */
  readonly failures: readonly Failure[];
  /** The CNAME chain behind the name, usually empty. */
  readonly aliases: readonly string[];
}

/** Letters, digits, hyphens and, as practice has it, underscores: what a resolver can be asked about (RFC 1123 section 2.1). */
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/i;

/** Every address of a host, A and AAAA asked at the same time; a literal address is its own answer. Never rejects. */
export async function findAddresses(host: string, { resolver, signal }: LookupPorts): Promise<HostAddresses> {
  const family = addressFamily(host);
  if (family) return { addresses: [{ address: host, family }], failures: [], aliases: [] };
  if (!HOST_NAME.test(host)) {
    const unusable = failure('dns.malformed', 'addresses', 'the target is not a host name');
    return { addresses: [], failures: [unusable], aliases: [] };
  }
  const [ipv4, ipv6] = await Promise.all([resolver.resolve(host, 'A', signal), resolver.resolve(host, 'AAAA', signal)]);
  const addresses = [
    ...addressesIn(ipv4).map((address) => ({ address, family: 4 as const })),
    ...addressesIn(ipv6).map((address) => ({ address, family: 6 as const })),
  ];
  const failures = [...failureIn(ipv4), ...failureIn(ipv6)];
  if (addresses.length === 0 && failures.length === 0) {
    const gone = ipv4.state === 'nxdomain' && ipv6.state === 'nxdomain';
    failures.push(failure(gone ? 'dns.nxdomain' : 'dns.nodata', 'addresses'));
  }
  return { addresses, failures, aliases: longest(aliasesIn(ipv4), aliasesIn(ipv6)) };
}

function addressesIn(answer: DnsAnswer<'A' | 'AAAA'>): string[] {
  return answer.state === 'records' ? [...new Set(answer.records)].sort() : [];
}

function failureIn(answer: DnsAnswer): Failure[] {
  return answer.state === 'failed' ? [answer.failure] : [];
}

function aliasesIn(answer: DnsAnswer): readonly string[] {
  return answer.state === 'failed' ? [] : answer.aliases;
}

function longest(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.length >= b.length ? a : b;
}
