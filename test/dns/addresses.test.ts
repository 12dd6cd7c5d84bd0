import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressFamily, classifyAddress, type AddressClass } from '../../src/dns/addresses.js';

const TABLE: readonly (readonly [AddressClass, ...string[]])[] = [
  ['public', '1.1.1.1', '8.8.8.8', '172.15.255.255', '172.32.0.0', '100.63.255.255', '100.128.0.0', '223.255.255.255'],
  ['public', '2606:4700::1111', '2a01:4f8::1', '2001:4860:4860::8888', '2001:200::1'],
  ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '100.127.255.255'],
  ['private', 'fc00::1', 'fd12:3456::1', 'fec0::1', '64:ff9b:1::8.8.8.8'],
  ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
  ['link-local', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
  ['multicast', '224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
  ['unspecified', '0.0.0.0', '0.1.2.3', '::'],
  ['reserved', '192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '192.0.0.8', '192.88.99.1', '240.0.0.1'],
  ['reserved', '2001:db8::1', '3fff::1', '2001::1', '2001:20::1', '100::1', '5f00::1', '4000::1', '::808:808'],
  ['invalid', '', 'example.org', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '1.2.3.4.5', '1.2.3.256', ':::'],
];

describe('the class of an address', () => {
  it.each(TABLE.flatMap(([expected, ...addresses]) => addresses.map((address) => ({ address, expected }))))(
    'is $expected for "$address"',
    ({ address, expected }) => {
      expect(classifyAddress(address)).toBe(expected);
    },
  );

  it.each([
    { way: 'IPv4-mapped', embed: (ip: string) => `::ffff:${ip}` },
    { way: 'NAT64', embed: (ip: string) => `64:ff9b::${ip}` },
    { way: '6to4', embed: (ip: string) => `2002:${hex(ip)}::1` },
  ])('is that of the IPv4 address inside a $way address', ({ embed }) => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        expect(classifyAddress(embed(ip))).toBe(classifyAddress(ip));
      }),
    );
    expect(classifyAddress(embed('127.0.0.1'))).toBe('loopback');
    expect(classifyAddress(embed('169.254.169.254'))).toBe('link-local');
    expect(classifyAddress(embed('8.8.8.8'))).toBe('public');
  });

  it('is never public outside of 2000::/3, save for IPv4 in IPv6', () => {
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        const first = Number.parseInt(ip.split(':')[0] || '0', 16);
        const hidesIpv4 = /^(0*:|::|0*64:)/i.test(ip);
        if (!hidesIpv4 && (first < 0x2000 || first > 0x3fff)) expect(classifyAddress(ip)).not.toBe('public');
      }),
    );
  });

  it('is decided for any text without an exception', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(typeof classifyAddress(text)).toBe('string')));
  });
});

describe('the family of a host', () => {
  it.each([
    ['192.0.2.1', 4],
    ['2001:db8::1', 6],
    ['xmpp.example.org', undefined],
    ['127.1', undefined],
    ['1e100.net', undefined],
  ])('of "%s" is %s', (host, family) => {
    expect(addressFamily(host)).toBe(family);
  });
});

function hex(ip: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = ip.split('.').map(Number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}
