import { describe, expect, it } from '@jest/globals';
import type { Endpoint } from '../../src/model/endpoint.js';
import { done, failed, failure } from '../../src/model/failure.js';
import type { Target } from '../../src/model/target.js';
import type { Dialer } from '../../src/probe/dialer.js';
import type { HttpClient, HttpOrigin, HttpResponse } from '../../src/probe/http-client.js';
import { discoverWeb, type WebDiscovery } from '../../src/probe/web-discovery.js';
import { loopbackEndpoint, probeSettings, realPorts } from '../support/loopback-look.js';
import { zoneResolver, type Zone } from '../support/zone.js';

type Files = Readonly<Record<string, Partial<HttpResponse> | 'refused' | 'timeout'>>;

const TARGET: Target = {
  domain: 'example.org',
  unicodeDomain: 'example.org',
  services: ['c2s', 's2s'],
  endpoints: [],
  checks: {},
  waivers: [],
};

const ZONE: Zone = {
  'example.org': { A: ['192.0.2.80'] },
  'web.example.net': { A: ['192.0.2.90'] },
  'inside.example.org': { A: ['10.0.0.1'] },
};

const KNOWN = loopbackEndpoint(5222, { host: 'xmpp.example.org', address: '192.0.2.1' });

/** A web that has these files, by URL; elsewhere 404. Only connections to open ports succeed, as `address port`. */
function webOf(files: Files, open: readonly string[]) {
  const asked: string[] = [];
  const http: HttpClient = {
    open: (origin: HttpOrigin) => ({
      request: async ({ url }) => {
        asked.push(`${origin.address} ${url.href}`);
        const file = files[url.href] ?? { status: 404 };
        if (file === 'refused') return failed(failure('tcp.refused', 'connect'));
        if (file === 'timeout') return failed(failure('tcp.timeout', 'connect'));
        return done({ status: 200, body: '', ...file });
      },
      upgrade: async () => failed(failure('stream.closed', 'header')),
      tls: () => undefined,
      cost: () => ({ connections: 1, bytesSent: 0, bytesReceived: 0 }),
      close: () => undefined,
    }),
  };
  const dialer: Dialer = {
    connect: async ({ address, port }) => {
      asked.push(`${address} ${port}`);
      if (!open.includes(`${address} ${port}`)) return failed(failure('tcp.refused', 'connect'));
      const close = async (): Promise<void> => undefined;
      const stream = { read: async () => ({ kind: 'end' }) as const, write: () => undefined, close };
      const startTls = async () => failed(failure('tls.closed', 'handshake'));
      return done({ ...stream, startTls, traffic: () => ({ sent: 0, received: 0 }) });
    },
  };
  return { asked, ports: { http, dialer } };
}

interface Circumstances {
  readonly files?: Files;
  readonly open?: readonly string[];
  readonly httpPorts?: readonly number[];
  readonly target?: Partial<Target>;
  readonly known?: readonly Endpoint[];
}

async function discover(circumstances: Circumstances): Promise<WebDiscovery & { readonly asked: readonly string[] }> {
  const { files = {}, open = [], httpPorts = [], target = {}, known = [KNOWN] } = circumstances;
  const { asked, ports } = webOf(files, open);
  const settings = { ...probeSettings(), allowPrivateAddresses: false, httpPorts };
  const all = { ...realPorts(ports), resolver: publicResolver() };
  return { ...(await discoverWeb({ ...TARGET, ...target }, known, settings, all)), asked };
}

/** The documentation addresses of this test stand for public ones. */
function publicResolver() {
  const zone = JSON.parse(JSON.stringify(ZONE).replaceAll('192.0.2.', '9.9.9.')) as Zone;
  return zoneResolver(zone);
}

const HOST_META = 'https://example.org/.well-known/host-meta';
const PLAIN = 'http://example.org/.well-known/host-meta';
const xrd = (relation: string, href: string): Partial<HttpResponse> => ({
  body: `<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'><Link rel='urn:xmpp:alt-connections:${relation}' href='${href}'/></XRD>`,
});

describe('host-meta', () => {
  it('names endpoints at every address of the host of a link', async () => {
    const { endpoints, notes } = await discover({
      files: { [HOST_META]: xrd('xbosh', 'https://web.example.net/bosh') },
    });
    expect(endpoints).toEqual([
      {
        service: 'c2s',
        transport: 'bosh',
        host: 'web.example.net',
        port: 443,
        address: '9.9.9.90',
        family: 4,
        source: 'host-meta',
        url: 'https://web.example.net/bosh',
        advertised: { overTls: true, inPlaintext: false },
      },
    ]);
    expect(notes).toEqual([]);
  });

  it('tells what is said over plain HTTP, too', async () => {
    const link = xrd('websocket', 'wss://web.example.net/ws');
    const { endpoints } = await discover({ files: { [HOST_META]: link, [PLAIN]: link } });
    expect(endpoints.map(({ advertised }) => advertised)).toEqual([{ overTls: true, inPlaintext: true }]);
  });

  it.each([
    ['refused', false],
    ['timeout', 'unknown'],
  ] as const)('knows what a plain port that is %s says', async (state, inPlaintext) => {
    const files = { [HOST_META]: xrd('websocket', 'wss://web.example.net/ws'), [PLAIN]: state };
    const { endpoints } = await discover({ files });
    expect(endpoints.map(({ advertised }) => advertised?.inPlaintext)).toEqual([inPlaintext]);
  });

  it('follows one redirect from https to the same host, and none elsewhere', async () => {
    const moved = 'https://example.org/files/host-meta';
    const files: Files = {
      [HOST_META]: { status: 301, location: '/files/host-meta' },
      [moved]: xrd('xbosh', 'http://web.example.net:5280/bosh'),
      [PLAIN]: { status: 301, location: HOST_META },
      [`${HOST_META}.json`]: { status: 302, location: 'https://web.example.net/host-meta.json' },
    };
    const { endpoints, asked } = await discover({ files });
    expect(endpoints.map(({ url, port }) => [url, port])).toEqual([['http://web.example.net:5280/bosh', 5280]]);
    expect(asked.filter((line) => line.includes('web.example.net'))).toEqual([]);
  });

  it('reads direct TLS of XEP-0487, and says what it does not look at', async () => {
    const link = { port: 443, ips: ['9.9.9.7'], sni: 'example.org' };
    const links = [
      { ...link, rel: 'urn:xmpp:alt-connections:s2s-tls' },
      { ...link, rel: 'urn:xmpp:alt-connections:tls', sni: 'other.example' },
      { ...link, rel: 'urn:xmpp:alt-connections:quic' },
    ];
    const { endpoints, notes } = await discover({
      files: { [`${HOST_META}.json`]: { body: JSON.stringify({ xmpp: { ttl: 1 }, links }) } },
    });
    expect(endpoints.map(({ service, transport, address, port }) => [service, transport, address, port])).toEqual([
      ['s2s', 'direct-tls', '9.9.9.7', 443],
    ]);
    expect(notes).toEqual([
      'host-meta names a tls link that is not looked at',
      'host-meta names a quic link that is not looked at',
    ]);
  });

  it('leads to no private address', async () => {
    const links = [{ rel: 'urn:xmpp:alt-connections:tls', port: 443, ips: ['127.0.0.1'] }];
    const { endpoints, notes } = await discover({
      files: {
        [HOST_META]: xrd('xbosh', 'http://inside.example.org/bosh'),
        [`${HOST_META}.json`]: { body: JSON.stringify({ links }) },
      },
    });
    expect(endpoints).toEqual([]);
    expect(notes).toEqual([
      'host-meta names inside.example.org:80: config.private-address',
      'host-meta names 127.0.0.1:443: config.private-address',
    ]);
  });

  it.each(['javascript:alert(1)', 'ftp://example.org/', '', 'https://', 'file:///etc/passwd'])(
    'is not followed to %j',
    async (href) => {
      const { endpoints, notes } = await discover({ files: { [HOST_META]: xrd('xbosh', href) } });
      expect(endpoints).toEqual([]);
      expect(notes).toEqual(['host-meta names a xbosh link that is not looked at']);
    },
  );

  it('takes no password out of a link', async () => {
    const { endpoints } = await discover({
      files: { [HOST_META]: xrd('xbosh', 'https://me:secret@web.example.net/bosh#x') },
    });
    expect(endpoints.map(({ url }) => url)).toEqual(['https://web.example.net/bosh']);
  });
});

describe('ports in common use', () => {
  const httpPorts = [5280, 7070];

  it('are tried once on the addresses of the domain and of its client hosts', async () => {
    const peer = loopbackEndpoint(5269, { service: 's2s', address: '9.9.9.2' });
    const known = [{ ...KNOWN, address: '9.9.9.1' }, peer];
    const { endpoints, asked } = await discover({ httpPorts, known });
    expect(endpoints).toEqual([]);
    expect(asked.filter((line) => !line.includes('://')).sort()).toEqual([
      '9.9.9.1 5280',
      '9.9.9.1 7070',
      '9.9.9.80 5280',
      '9.9.9.80 7070',
    ]);
  });

  it('are endpoints of both kinds where they accept a connection', async () => {
    const { endpoints } = await discover({ httpPorts, open: ['9.9.9.80 5280'] });
    expect(endpoints.map(({ transport, source, url }) => [transport, source, url])).toEqual([
      ['bosh', 'default-port', 'http://example.org:5280/'],
      ['websocket', 'default-port', 'ws://example.org:5280/'],
    ]);
  });

  it('are not guessed where host-meta names them', async () => {
    const files = { [HOST_META]: xrd('xbosh', 'http://example.org:5280/my-bosh') };
    const { endpoints } = await discover({ httpPorts, open: ['9.9.9.80 5280'], files });
    expect(endpoints.map(({ source, url }) => [source, url])).toEqual([
      ['host-meta', 'http://example.org:5280/my-bosh'],
      ['default-port', 'ws://example.org:5280/'],
    ]);
  });
});

describe('what the user wants', () => {
  const files = { [HOST_META]: xrd('xbosh', 'https://web.example.net/bosh') };

  it.each([
    [
      'names the endpoints of clients',
      { endpoints: [{ service: 'c2s', transport: 'starttls', host: 'a.b', port: 1 }] },
    ],
    ['looks at servers only', { services: ['s2s'] }],
  ] as const)('asks nothing where the configuration %s', async (_what, target) => {
    const { endpoints, asked } = await discover({ files, target, httpPorts: [5280] });
    expect(endpoints).toEqual([]);
    expect(asked).toEqual([]);
  });
});
