import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { discoverService, MAX_SRV_RECORDS } from '../../src/dns/discover.js';
import { MAX_ADDRESSES } from '../../src/dns/doors.js';
import type { ServiceDiscovery } from '../../src/model/endpoint.js';
import type { Random } from '../../src/model/ports.js';
import type { ConfiguredEndpoint, Service, Target } from '../../src/model/target.js';
import { zoneResolver, type Zone } from '../support/zone.js';

const DOMAIN = 'example.org';
const IPV4 = '8.8.4.4';
const IPV6 = '2001:4860:4860::8844';
const random: Random = { token: (length) => '0'.repeat(length) };

interface Options {
  service?: Service;
  endpoints?: readonly ConfiguredEndpoint[];
  allowPrivateAddresses?: boolean;
  families?: readonly (4 | 6)[];
  signal?: AbortSignal;
}

function discover(zone: Zone, options: Options = {}): Promise<ServiceDiscovery> {
  return discoverWith(zoneResolver(zone), options);
}

function discoverWith(resolver: ReturnType<typeof zoneResolver>, options: Options): Promise<ServiceDiscovery> {
  const target: Target = {
    domain: DOMAIN,
    unicodeDomain: DOMAIN,
    services: ['c2s', 's2s'],
    endpoints: options.endpoints ?? [],
    checks: {},
    waivers: [],
  };
  const { service = 'c2s', allowPrivateAddresses = false, signal = new AbortController().signal } = options;
  const { families = [4, 6] } = options;
  return discoverService(target, service, { allowPrivateAddresses, families }, { resolver, random, signal });
}

/** `starttls xmpp.example.org:5222 8.8.4.4 srv` and `starttls xmpp.example.org:5222 dns.timeout`: short enough to read. */
function digest(found: ServiceDiscovery): { state: string; endpoints: string[]; unresolved: string[] } {
  const listed = found.state === 'found' ? found : { endpoints: [], unresolved: [] };
  return {
    state: found.state === 'failed' ? `failed ${found.failure.code}` : found.state,
    endpoints: listed.endpoints.map((e) => `${e.transport} ${e.host}:${e.port} ${e.address} ${e.source}`),
    unresolved: listed.unresolved.map((u) => `${u.transport} ${u.host}:${u.port} ${u.failure.code}`),
  };
}

const HOSTS: Zone = {
  'xmpp.example.org': { A: [IPV4] },
  'tls.example.org': { AAAA: [IPV6] },
  'example.org': { A: ['1.1.1.1'] },
};
const STARTTLS = '_xmpp-client._tcp.example.org';
const DIRECT_TLS = '_xmpps-client._tcp.example.org';
const XMPP = { SRV: ['5 0 5222 xmpp.example.org'] };
const TLS = { SRV: ['5 0 5223 tls.example.org'] };
const ABSENT = { SRV: ['0 0 0 .'] };

const AT_XMPP = `starttls xmpp.example.org:5222 ${IPV4} srv`;
const AT_TLS = `direct-tls tls.example.org:5223 ${IPV6} srv`;
const AT_DOMAIN = 'starttls example.org:5222 1.1.1.1 fallback';

describe('a family of addresses that is left out', () => {
  const both: Zone = { [STARTTLS]: XMPP, 'xmpp.example.org': { A: [IPV4], AAAA: [IPV6] } };

  it('is not followed, and a note says which addresses nobody judged', async () => {
    const found = await discover(both, { families: [4] });
    expect(digest(found)).toEqual({ state: 'found', endpoints: [AT_XMPP], unresolved: [] });
    expect(found.notes).toContainEqual(`left out by address-families, and not judged: ${IPV6}`);
  });

  it('leaves a host without others unresolved, so that nobody is acquitted', async () => {
    const found = await discover({ [STARTTLS]: XMPP, 'xmpp.example.org': { AAAA: [IPV6] } }, { families: [4] });
    expect(found).toMatchObject({ endpoints: [], unresolved: [{ failure: { code: 'config.address-family' } }] });
  });
});

describe('discovery by SRV records', () => {
  it.each<[starttls: Zone[string], directTls: Zone[string], state: string, endpoints: string[], unresolved: string[]]>([
    [XMPP, TLS, 'found', [AT_XMPP, AT_TLS], []],
    [XMPP, ABSENT, 'found', [AT_XMPP], []],
    [XMPP, 'NXDOMAIN', 'found', [AT_XMPP], []],
    [XMPP, 'SERVFAIL', 'found', [AT_XMPP], [`direct-tls ${DIRECT_TLS}:0 dns.servfail`]],
    [ABSENT, TLS, 'found', [AT_TLS], []],
    [ABSENT, ABSENT, 'declared-absent', [], []],
    [ABSENT, 'NODATA', 'declared-absent', [], []],
    [ABSENT, 'TIMEOUT', 'failed dns.timeout', [], []],
    ['NXDOMAIN', TLS, 'found', [AT_TLS, AT_DOMAIN], []],
    ['NXDOMAIN', ABSENT, 'found', [AT_DOMAIN], []],
    ['NODATA', 'NXDOMAIN', 'found', [AT_DOMAIN], []],
    ['NODATA', 'REFUSED', 'found', [AT_DOMAIN], [`direct-tls ${DIRECT_TLS}:0 dns.refused`]],
    ['SERVFAIL', TLS, 'found', [AT_TLS], [`starttls ${STARTTLS}:0 dns.servfail`]],
    ['SERVFAIL', ABSENT, 'failed dns.servfail', [], []],
    ['REFUSED', 'NXDOMAIN', 'failed dns.refused', [], []],
    ['TIMEOUT', 'SERVFAIL', 'failed dns.timeout', [], []],
  ])('of STARTTLS %j and direct TLS %j is %s', async (starttls, directTls, state, endpoints, unresolved) => {
    const found = await discover({ ...HOSTS, [STARTTLS]: starttls, [DIRECT_TLS]: directTls });
    expect(digest(found)).toEqual({ state, endpoints, unresolved });
  });

  it.each([
    { service: 'c2s', names: ['_xmpp-client._tcp', '_xmpps-client._tcp'], port: 5222 },
    { service: 's2s', names: ['_xmpp-server._tcp', '_xmpps-server._tcp'], port: 5269 },
  ] as const)('asks the names of $service and falls back to port $port', async ({ service, names, port }) => {
    const resolver = zoneResolver(HOSTS);
    const found = await discoverWith(resolver, { service });
    expect(resolver.queries.filter((query) => query.startsWith('SRV'))).toEqual(
      names.map((name) => `SRV ${name}.example.org`),
    );
    expect(digest(found).endpoints).toEqual([`starttls example.org:${port} 1.1.1.1 fallback`]);
  });

  it('asks everything that can be asked at the same time at the same time', async () => {
    const inner = zoneResolver({ ...HOSTS, [STARTTLS]: XMPP, [DIRECT_TLS]: TLS });
    let open = 0;
    const peaks: number[] = [];
    const resolver: typeof inner = {
      queries: inner.queries,
      resolve: async (name, type, signal) => {
        peaks.push((open += 1));
        await new Promise(setImmediate);
        open -= 1;
        return inner.resolve(name, type, signal);
      },
    };
    await discoverWith(resolver, {});
    expect(peaks).toEqual([1, 2, 1, 2, 3, 4]);
  });

  it('lists both transports in one order of priorities', async () => {
    const found = await discover({
      ...HOSTS,
      [STARTTLS]: { SRV: ['20 0 5222 xmpp.example.org', '0 0 5224 xmpp.example.org'] },
      [DIRECT_TLS]: { SRV: ['10 0 5223 tls.example.org'] },
    });
    expect(digest(found).endpoints).toEqual([
      `starttls xmpp.example.org:5224 ${IPV4} srv`,
      AT_TLS,
      `starttls xmpp.example.org:5222 ${IPV4} srv`,
    ]);
  });

  it('ignores "." beside real records and says so', async () => {
    const found = await discover({ ...HOSTS, [STARTTLS]: { SRV: ['0 0 0 .', ...XMPP.SRV] }, [DIRECT_TLS]: ABSENT });
    expect(digest(found).endpoints).toEqual([AT_XMPP]);
    expect(found.notes).toEqual([expect.stringContaining('"." is ignored')]);
  });

  it('says where it fell back to, and why', async () => {
    const found = await discover({ ...HOSTS, [DIRECT_TLS]: TLS });
    expect(found.notes).toEqual([
      '_xmpp-client._tcp.example.org has no SRV record, so clients use example.org:5222 (RFC 6120 section 3.2.2)',
    ]);
    const servers = await discover({ 'example.org': { A: ['1.1.1.1'] } }, { service: 's2s' });
    expect(servers.notes[0]).toMatch(/^_xmpp-server\._tcp\.example\.org .* other servers use example\.org:5269/u);
  });

  it('does not hold a fallback without addresses against a service that has direct TLS', async () => {
    const found = await discover({ ...HOSTS, 'example.org': 'NODATA', [DIRECT_TLS]: TLS });
    expect(digest(found)).toEqual({ state: 'found', endpoints: [AT_TLS], unresolved: [] });
  });

  it('holds a fallback whose addresses could not be learned against it', async () => {
    const found = await discover({ ...HOSTS, 'example.org': { A: 'SERVFAIL' }, [DIRECT_TLS]: TLS });
    expect(digest(found).unresolved).toEqual(['starttls example.org:5222 dns.servfail']);
  });

  it('finds nothing to connect to where neither records nor the domain exist', async () => {
    const unresolved = ['starttls example.org:5222 dns.nxdomain'];
    expect(digest(await discover({}))).toEqual({ state: 'found', endpoints: [], unresolved });
  });
});

describe('the addresses of a target', () => {
  const withHost = (host: Zone[string], options: Options = {}): Promise<ServiceDiscovery> =>
    discover({ [STARTTLS]: XMPP, [DIRECT_TLS]: ABSENT, 'xmpp.example.org': host }, options);

  it('are endpoints of their own, of both families, in a stable order', async () => {
    const found = await withHost({ A: ['8.8.8.8', '1.1.1.1', '8.8.8.8'], AAAA: [IPV6] });
    expect(found).toMatchObject({
      endpoints: [
        { address: '1.1.1.1', family: 4 },
        { address: '8.8.8.8', family: 4 },
        { address: IPV6, family: 6 },
      ],
    });
  });

  it.each<[Zone[string], endpoints: number, unresolved: string[]]>([
    [{ A: [IPV4] }, 1, []],
    [{ A: [IPV4], AAAA: 'SERVFAIL' }, 1, ['dns.servfail']],
    [{ A: 'TIMEOUT', AAAA: [IPV6] }, 1, ['dns.timeout']],
    [{ A: 'REFUSED', AAAA: 'NODATA' }, 0, ['dns.refused']],
    [{ A: 'TIMEOUT', AAAA: 'SERVFAIL' }, 0, ['dns.timeout', 'dns.servfail']],
    [{}, 0, ['dns.nodata']],
    ['NXDOMAIN', 0, ['dns.nxdomain']],
    [{ A: 'NXDOMAIN', AAAA: 'NODATA' }, 0, ['dns.nodata']],
  ])('given as %j are %i, unresolved %j', async (host, endpoints, unresolved) => {
    const found = await withHost(host);
    expect(digest(found).endpoints).toHaveLength(endpoints);
    expect(digest(found).unresolved).toEqual(unresolved.map((code) => `starttls xmpp.example.org:5222 ${code}`));
  });

  it('are followed through an alias, which is noted', async () => {
    const found = await discover({
      [STARTTLS]: XMPP,
      [DIRECT_TLS]: ABSENT,
      'xmpp.example.org': { CNAME: 'host.example.net' },
      'host.example.net': { A: [IPV4] },
    });
    expect(digest(found).endpoints).toEqual([AT_XMPP]);
    expect(found.notes).toEqual([
      'SRV target xmpp.example.org is an alias of host.example.net, which RFC 2782 forbids',
    ]);
  });

  it('are not noted as an alias on fallback, where an alias is allowed', async () => {
    const zone = { 'example.org': { CNAME: 'host.example.net' }, 'host.example.net': { A: [IPV4] } };
    expect((await discover(zone)).notes).not.toContainEqual(expect.stringContaining('alias'));
  });

  it('are the target itself where it is an address, which is noted', async () => {
    const found = await discover({ [STARTTLS]: { SRV: [`0 0 5222 ${IPV4}`] }, [DIRECT_TLS]: ABSENT });
    expect(digest(found).endpoints).toEqual([`starttls ${IPV4}:5222 ${IPV4} srv`]);
    expect(found.notes).toEqual([`SRV target ${IPV4} is an address, where RFC 2782 wants a name`]);
  });

  it('are there once for each port, not once for each record', async () => {
    const found = await discover({
      ...HOSTS,
      'twin.example.org': { A: [IPV4] },
      [STARTTLS]: {
        SRV: [
          '1 0 5222 xmpp.example.org',
          '2 0 5222 twin.example.org',
          '3 0 80 twin.example.org',
          '4 0 80 twin.example.org',
        ],
      },
      [DIRECT_TLS]: { SRV: ['5 0 5222 xmpp.example.org'] },
    });
    expect(digest(found).endpoints).toEqual([
      AT_XMPP,
      `starttls twin.example.org:80 ${IPV4} srv`,
      `direct-tls xmpp.example.org:5222 ${IPV4} srv`,
    ]);
  });

  it.each(['127.0.0.1', '10.1.2.3', '169.254.169.254', '100.64.0.1', '192.0.2.1', '0.0.0.0'])(
    'are refused when they are like %s, by name, while the public ones are kept',
    async (address) => {
      const found = await withHost({ A: [address, IPV4] });
      expect(digest(found).endpoints).toEqual([AT_XMPP]);
      expect(found).toMatchObject({
        unresolved: [{ failure: { code: 'config.private-address', detail: expect.stringContaining(address) } }],
      });
    },
  );

  it('are connected to whatever they are when private addresses are allowed', async () => {
    const found = await withHost({ A: ['127.0.0.1'], AAAA: ['::1'] }, { allowPrivateAddresses: true });
    expect(digest(found)).toMatchObject({
      endpoints: ['starttls xmpp.example.org:5222 127.0.0.1 srv', 'starttls xmpp.example.org:5222 ::1 srv'],
      unresolved: [],
    });
  });

  it.each(['<script>.example.org', 'a b.example.org', '::set-output', 'x'.repeat(64), 'ü.example.org', 'a..b'])(
    'of the target "%s" are never asked for',
    async (target) => {
      const resolver = zoneResolver({});
      const records = [{ priority: 0, weight: 0, port: 5222, target }];
      const hostile: typeof resolver = {
        queries: resolver.queries,
        resolve: (name, type, signal) =>
          name === STARTTLS
            ? Promise.resolve({ state: 'records', records: records as never, aliases: [], authentic: false })
            : resolver.resolve(name, type, signal),
      };
      const found = await discoverWith(hostile, {});
      expect(digest(found).unresolved).toEqual([`starttls ${target}:5222 dns.malformed`]);
      expect(resolver.queries).toEqual([`SRV ${DIRECT_TLS}`]);
    },
  );
});

describe('configured endpoints', () => {
  const endpoints: readonly ConfiguredEndpoint[] = [
    { service: 'c2s', transport: 'direct-tls', host: 'tls.example.org', port: 443 },
    { service: 'c2s', transport: 'starttls', host: '8.8.8.8', port: 5222 },
  ];

  it('replace the SRV records of their service', async () => {
    const resolver = zoneResolver({ ...HOSTS, [STARTTLS]: XMPP });
    const found = await discoverWith(resolver, { endpoints });
    expect(digest(found).endpoints).toEqual([
      `direct-tls tls.example.org:443 ${IPV6} configured`,
      'starttls 8.8.8.8:5222 8.8.8.8 configured',
    ]);
    expect(found.notes).toEqual([]);
    expect(resolver.queries).toEqual(['A tls.example.org', 'AAAA tls.example.org']);
  });

  it('carry the address of BOSH and WebSocket without TLS, under the name of the domain', async () => {
    const web: readonly ConfiguredEndpoint[] = [
      { service: 'c2s', transport: 'bosh', host: '8.8.8.8', port: 8080, path: '/my-bosh' },
      { service: 'c2s', transport: 'websocket', host: '8.8.8.8', port: 80 },
      { service: 'c2s', transport: 'websocket', host: '8.8.8.8', port: 81, path: '/' },
    ];
    const found = await discover({}, { endpoints: web });
    const urls = found.state === 'found' ? found.endpoints.map(({ url, anyPath }) => [url, anyPath]) : [];
    expect(urls).toEqual([
      ['http://example.org:8080/my-bosh', undefined],
      ['ws://example.org/', true],
      ['ws://example.org:81/', undefined],
    ]);
  });

  it('leave the other service to discovery', async () => {
    const found = await discover(HOSTS, { service: 's2s', endpoints });
    expect(digest(found).endpoints).toEqual(['starttls example.org:5269 1.1.1.1 fallback']);
  });

  it('are held to the same rule about private addresses', async () => {
    const loopback: ConfiguredEndpoint = { service: 'c2s', transport: 'starttls', host: '127.0.0.1', port: 5222 };
    const found = await discover({}, { endpoints: [loopback] });
    expect(digest(found)).toMatchObject({
      endpoints: [],
      unresolved: ['starttls 127.0.0.1:5222 config.private-address'],
    });
  });
});

describe('the limits of discovery', () => {
  it('leave out SRV records beyond the limit, the last in order, and keep the service from being conclusive', async () => {
    const names = Array.from({ length: MAX_SRV_RECORDS + 5 }, (_, index) => `h${index}.example.org`);
    const found = await discover({
      ...Object.fromEntries(names.map((name, index) => [name, { A: [`8.8.8.${index % 20}`] }])),
      [STARTTLS]: { SRV: names.map((name, index) => `${index} 0 ${1000 + index} ${name}`) },
      [DIRECT_TLS]: ABSENT,
    });
    expect(found).toMatchObject({
      unresolved: [{ host: STARTTLS, port: 0, failure: { code: 'dns.limit', detail: '5 records were left out' } }],
      notes: [`${STARTTLS} has too many SRV records: 5 were left out`],
    });
    expect(digest(found).endpoints).toHaveLength(MAX_SRV_RECORDS);
    expect(digest(found).endpoints.at(-1)).toContain(`h${MAX_SRV_RECORDS - 1}.example.org`);
  });

  it('leave out addresses beyond the limit and keep the service from being conclusive', async () => {
    const A = Array.from({ length: MAX_ADDRESSES + 7 }, (_, index) => `8.8.8.${index}`);
    const found = await discover({ [STARTTLS]: XMPP, [DIRECT_TLS]: ABSENT, 'xmpp.example.org': { A } });
    expect(digest(found).endpoints).toHaveLength(MAX_ADDRESSES);
    expect(found).toMatchObject({
      unresolved: [{ host: 'xmpp.example.org', failure: { code: 'dns.limit', detail: '7 addresses were left out' } }],
    });
    expect(found.notes).toHaveLength(1);
  });

  it('include the deadline of the run', async () => {
    const found = await discover(HOSTS, { signal: AbortSignal.abort() });
    expect(digest(found).state).toBe('failed run.deadline');
  });
});

describe('discovery of any zone', () => {
  const trouble = fc.constantFrom('NXDOMAIN', 'NODATA', 'SERVFAIL', 'REFUSED', 'TIMEOUT');
  const host = fc.constantFrom('xmpp.example.org', 'tls.example.org', 'example.org', 'gone.example.org', '.');
  const srv = fc.array(
    fc.tuple(fc.nat(2), fc.nat(2), fc.constantFrom(5222, 5223), host).map((fields) => fields.join(' ')),
    { minLength: 1, maxLength: 40 },
  );
  const addresses = fc.array(
    fc.ipV4().filter((ip) => /^\d/.test(ip)),
    { maxLength: 40 },
  );
  const zones = fc.record({
    [STARTTLS]: fc.oneof(
      trouble,
      srv.map((SRV) => ({ SRV })),
    ),
    [DIRECT_TLS]: fc.oneof(
      trouble,
      srv.map((SRV) => ({ SRV })),
    ),
    'xmpp.example.org': fc.oneof(
      trouble,
      addresses.map((A) => ({ A })),
    ),
    'example.org': fc.oneof(
      trouble,
      addresses.map((A) => ({ A })),
    ),
  }) as fc.Arbitrary<Zone>;

  it('is bounded, without doubles, and never looks conclusive with nothing to look at', async () => {
    await fc.assert(
      fc.asyncProperty(zones, async (zone) => {
        const found = await discover(zone);
        if (found.state !== 'found') return;
        const keys = found.endpoints.map(({ transport, address, port }) => `${transport} ${address} ${port}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.length).toBeLessThanOrEqual(MAX_ADDRESSES);
        expect(found.endpoints.length + found.unresolved.length).toBeGreaterThan(0);
      }),
    );
  });

  it('never falls back when the lookup failed', async () => {
    await fc.assert(
      fc.asyncProperty(zones, fc.constantFrom('SERVFAIL', 'REFUSED', 'TIMEOUT'), async (zone, lookup) => {
        const found = await discover({ ...zone, [STARTTLS]: lookup });
        expect(digest(found).endpoints.filter((endpoint) => endpoint.endsWith('fallback'))).toEqual([]);
      }),
    );
  });
});
