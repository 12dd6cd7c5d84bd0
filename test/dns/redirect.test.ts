import { describe, expect, it } from '@jest/globals';
import { followRedirect } from '../../src/dns/redirect.js';
import type { Endpoint } from '../../src/model/endpoint.js';
import { anEndpoint } from '../support/observations.js';
import { zoneResolver, type Zone } from '../support/zone.js';

const ZONE: Zone = {
  'other.example.org': { A: ['8.8.4.4'], AAAA: ['2001:4860:4860::8844'] },
  'inside.example.org': { A: ['192.168.1.1'] },
  'many.example.org': { A: ['8.8.4.1', '8.8.4.2', '8.8.4.3', '8.8.4.4', '8.8.4.5', '8.8.4.6'] },
};

function follow(location: string, allowPrivateAddresses = false): Promise<readonly Endpoint[]> {
  const ports = { resolver: zoneResolver(ZONE), signal: new AbortController().signal };
  return followRedirect(anEndpoint(), location, { allowPrivateAddresses }, ports);
}

const places = (endpoints: readonly Endpoint[]): string[] => endpoints.map(({ address, port }) => `${address} ${port}`);

describe('a redirect', () => {
  it('leads to every address of a host, on the port it names or the same one', async () => {
    expect(places(await follow('other.example.org:5333'))).toEqual(['8.8.4.4 5333', '2001:4860:4860::8844 5333']);
    expect(places(await follow('Other.Example.org.'))).toEqual(['8.8.4.4 5222', '2001:4860:4860::8844 5222']);
  });

  it('leads to literal addresses, of IPv6 in brackets', async () => {
    expect(places(await follow('8.8.8.8:5222'))).toEqual(['8.8.8.8 5222']);
    expect(places(await follow('[2001:4860:4860::8888]:9222'))).toEqual(['2001:4860:4860::8888 9222']);
  });

  it('keeps service and transport, and says where it came from', async () => {
    expect((await follow('other.example.org'))[0]).toMatchObject({
      service: 'c2s',
      transport: 'starttls',
      host: 'other.example.org',
      source: 'redirect',
    });
  });

  it('leads to no private address unless that is allowed', async () => {
    expect(await follow('inside.example.org')).toEqual([]);
    expect(await follow('127.0.0.1:22')).toEqual([]);
    expect(await follow('[::1]:22')).toEqual([]);
    expect(places(await follow('inside.example.org', true))).toEqual(['192.168.1.1 5222']);
  });

  it('leads to a few addresses at most', async () => {
    expect(await follow('many.example.org')).toHaveLength(4);
  });

  it.each(['', ' ', 'a b', 'other.example.org:0', 'other.example.org:70000', '::1', 'http://x/', 'nobody.example.org'])(
    'leads nowhere when it says %p',
    async (location) => expect(await follow(location)).toEqual([]),
  );
});
