import ipaddr from 'ipaddr.js';

/**
 * What kind of place an address is.
 * - `public`: globally reachable unicast, the only kind that is connected to without `allow-private-addresses`.
 * - `private`: RFC 1918, unique local (RFC 4193), shared address space of carriers (RFC 6598), deprecated site-local,
 *   local NAT64 (RFC 8215).
 * - `unspecified`: 0.0.0.0/8 and `::`, which many systems take for themselves.
 * - `reserved`: everything else in the special-purpose registries of IANA (documentation, benchmarking, Teredo, ORCHID,
 *   anycast services), and all of IPv6 outside 2000::/3, which nobody has been given.
 * - `invalid`: not an address.
 */
export type AddressClass =
  'public' | 'private' | 'loopback' | 'link-local' | 'multicast' | 'unspecified' | 'reserved' | 'invalid';

/** Ranges of ipaddr.js; what is not named here is `reserved`. */
const CLASS_OF_RANGE: Readonly<Record<string, AddressClass>> = {
  unicast: 'public',
  private: 'private',
  carrierGradeNat: 'private',
  uniqueLocal: 'private',
  deprecatedSiteLocal: 'private',
  loopback: 'loopback',
  linkLocal: 'link-local',
  multicast: 'multicast',
  broadcast: 'multicast',
  unspecified: 'unspecified',
};

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** Well-known NAT64 prefix (RFC 6052 section 2.1): how runners with IPv6 only reach IPv4. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
const LOCAL_NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48');

/**
 * Classifies a literal address. An IPv6 address that leads to an IPv4 address (mapped, NAT64, 6to4) is of the class of
 * that one, so that no notation hides a private address.
 */
export function classifyAddress(address: string): AddressClass {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return classifyIpv4(ipaddr.IPv4.parse(address));
  return ipaddr.IPv6.isValid(address) ? classifyIpv6(ipaddr.IPv6.parse(address)) : 'invalid';
}

/** The family of a literal address; undefined for names and for short forms like `127.1`, which only some systems read. */
export function addressFamily(host: string): 4 | 6 | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(host)) return 4;
  return ipaddr.IPv6.isValid(host) ? 6 : undefined;
}

function classifyIpv4(address: ipaddr.IPv4): AddressClass {
  return CLASS_OF_RANGE[address.range()] ?? 'reserved';
}

function classifyIpv6(address: ipaddr.IPv6): AddressClass {
  const embedded = embeddedIpv4(address);
  if (embedded) return classifyIpv4(embedded);
  if (address.match(LOCAL_NAT64)) return 'private';
  const kind = CLASS_OF_RANGE[address.range()] ?? 'reserved';
  return kind === 'public' && !address.match(GLOBAL_UNICAST) ? 'reserved' : kind;
}

function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const bytes = address.toByteArray();
  if (address.isIPv4MappedAddress() || address.match(NAT64)) return new ipaddr.IPv4(bytes.slice(12));
  return address.range() === '6to4' ? new ipaddr.IPv4(bytes.slice(2, 6)) : undefined;
}
