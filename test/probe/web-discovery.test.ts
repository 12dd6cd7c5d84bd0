import { describe, expect, it } from '@jest/globals';
import type { Endpoint } from '../../src/model/endpoint.js';
import { done, failed, failure, type Failure } from '../../src/model/failure.js';
import type { Target } from '../../src/model/target.js';
import type { Dialer } from '../../src/probe/dialer.js';
import type { HttpClient, HttpOrigin, HttpResponse } from '../../src/probe/http-client.js';
import { discoverWeb, type WebDiscovery } from '../../src/probe/web-discovery.js';
import { loopbackEndpoint, probeSettings, realPorts } from '../support/loopback-look.js';
import { zoneResolver, type Zone } from '../support/zone.js';

type Files = Readonly<Record<string, Partial<HttpResponse> | Failure | readonly (Partial<HttpResponse> | Failure)[]>>;

const refused = failure('tcp.refused', 'connect');
const timeout = failure('tcp.timeout', 'connect');

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
  'www.example.org': { A: ['192.0.2.91'] },
  'inside.example.org': { A: ['10.0.0.1'] },
  'broken.example.org': 'SERVFAIL',
};

const KNOWN = loopbackEndpoint(5222, { host: 'xmpp.example.org', address: '192.0.2.1' });

/** A web that has these files, by URL; elsewhere 404. Several answers are given one after the other. */
function webOf(files: Files) {
  const asked: string[] = [];
  const http: HttpClient = {
    open: (origin: HttpOrigin) => ({
      request: async ({ url }) => {
        asked.push(`${origin.address} ${url.href}`);
        const times = asked.filter((line) => line.endsWith(` ${url.href}`)).length;
        const answers = [files[url.href] ?? { status: 404 }].flat();
        const file = answers[times - 1] ?? answers.at(-1) ?? {};
        return 'code' in file ? failed(file) : done({ status: 200, body: '', ...file });
      },
      upgrade: async () => failed(failure('http.closed', 'header')),
      tls: () => undefined,
      cost: () => ({ connections: 1, bytesSent: 0, bytesReceived: 0 }),
      close: () => undefined,
    }),
  };
  const dialer: Dialer = { connect: async () => failed(refused) };
  return { asked, ports: { http, dialer } };
}

interface Circumstances {
  readonly files?: Files;
  readonly retries?: number;
  readonly httpPorts?: readonly number[];
  readonly target?: Partial<Target>;
  readonly known?: readonly Endpoint[];
}

async function discover(circumstances: Circumstances): Promise<WebDiscovery & { readonly asked: readonly string[] }> {
  const { files = {}, retries = 0, httpPorts = [], target = {}, known = [KNOWN] } = circumstances;
  const { asked, ports } = webOf(files);
  const settings = { ...probeSettings({ retries }), allowPrivateAddresses: false, httpPorts };
  const clock = { ...realPorts().clock, sleep: () => Promise.resolve() };
  const all = { ...realPorts({ ...ports, clock }), resolver: publicResolver() };
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
    ['tcp.refused', refused, false],
    ['tcp.timeout', timeout, 'unknown'],
    ['http.error', { status: 503 }, 'unknown'],
  ] as const)('knows what a plain port says that is %s', async (_code, state, inPlaintext) => {
    const files = { [HOST_META]: xrd('websocket', 'wss://web.example.net/ws'), [PLAIN]: state };
    const { endpoints } = await discover({ files });
    expect(endpoints.map(({ advertised }) => advertised?.inPlaintext)).toEqual([inPlaintext]);
  });

  it('follows one redirect within its host, and none from http', async () => {
    const moved = 'https://example.org/files/host-meta';
    const files: Files = {
      [HOST_META]: { status: 301, location: '/files/host-meta' },
      [moved]: xrd('xbosh', 'http://web.example.net:5280/bosh'),
      [PLAIN]: { status: 301, location: 'http://www.example.org/.well-known/host-meta' },
    };
    const { endpoints, asked, notes } = await discover({ files });
    expect(endpoints.map(({ url, port }) => [url, port])).toEqual([['http://web.example.net:5280/bosh', 5280]]);
    expect(asked.filter((line) => line.includes('www.'))).toEqual([]);
    expect(notes).toEqual([]);
  });

  const WWW = 'https://www.example.org/.well-known/host-meta';

  it('is followed to another host over TLS, once', async () => {
    const files: Files = {
      [HOST_META]: { status: 301, location: WWW },
      [WWW]: xrd('websocket', 'ws://web.example.net/ws'),
      [`${HOST_META}.json`]: { status: 302, location: `${WWW}.json` },
      [`${WWW}.json`]: { status: 302, location: 'https://web.example.net/host-meta.json' },
    };
    const { endpoints, asked, notes, unresolved } = await discover({ files });
    expect(endpoints.map(({ url }) => url)).toEqual(['ws://web.example.net/ws']);
    expect(asked).toContain(`9.9.9.91 ${WWW}`);
    expect(asked.filter((line) => line.includes('web.example.net'))).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('host-meta.json, which was not followed')]);
    expect(unresolved).toEqual([]);
  });

  it.each([
    ['without TLS', 'http://www.example.org/host-meta', 0],
    ['to a private address', 'https://inside.example.org/host-meta', 0],
    ['to a host that does not exist', 'https://nobody.example.org/host-meta', 0],
    ['to a host that the DNS does not tell', 'https://broken.example.org/host-meta', 2],
  ])('is not followed %s, which a note says', async (_where, location, doubts) => {
    const { notes, unresolved, asked } = await discover({ files: { [HOST_META]: { status: 301, location } } });
    expect(notes).toEqual([expect.stringContaining(`is redirected to ${location}, which was not followed: `)]);
    expect(unresolved).toHaveLength(doubts);
    expect(asked.filter((line) => line.includes(location))).toEqual([]);
  });

  it.each([
    ['answers 503', { status: 503 }, true],
    ['answers 429', { status: 429 }, true],
    ['hangs up', failure('http.closed', 'header'), true],
    ['does not answer', failure('http.timeout', 'header'), true],
    ['resets the connection', failure('tcp.reset', 'header'), true],
    ['turns us away', { status: 403 }, false],
    ['breaks off the handshake', failure('tls.closed', 'handshake'), false],
  ])('that cannot be read because the web server %s is told of, and may be a doubt', async (_what, answer, doubt) => {
    const { notes, unresolved, endpoints } = await discover({ files: { [HOST_META]: answer } });
    expect(notes[0]).toMatch(/^host-meta at https:\/\/example\.org\/\.well-known\/host-meta could not be read: /u);
    expect(unresolved.map(({ host, failure: { code } }) => [host, code])).toEqual(
      doubt ? Array(2).fill(['example.org', 'host-meta.unread']) : [],
    );
    expect(endpoints).toEqual([]);
  });

  it.each([
    ['nobody listens', refused],
    ['the port is filtered', timeout],
    ['there is no file', { status: 404 }],
    ['there is a page for everything', { body: '<!DOCTYPE html><html><p>Welcome</html>' }],
    ['the server has no web site of that name', failure('tls.alert', 'handshake', 'unrecognized_name')],
    ['something else lives there', failure('http.not-http', 'header')],
  ])('is not missed where %s', async (_what, answer) => {
    const files = { [HOST_META]: answer, [`${HOST_META}.json`]: answer };
    expect(await discover({ files })).toMatchObject({ notes: [], unresolved: [], endpoints: [] });
  });

  it.each([
    ['is cut off', { body: "<XRD><Link rel='urn:xmpp:alt-connections:xbosh' href='http://a/'/>", isCut: true }],
    ['is not well-formed', { body: "<XRD><Link rel='urn:xmpp:alt-connections:xbosh' href='http://a/'>" }],
    [
      'has more links than are followed',
      { body: JSON.stringify({ links: Array.from({ length: 17 }, () => ({ rel: 'urn:xmpp:alt-connections:tls' })) }) },
    ],
  ])('that %s leaves a doubt and a note', async (_what, answer) => {
    const { notes, unresolved } = await discover({ files: { [HOST_META]: answer } });
    expect(notes).toEqual(expect.arrayContaining([expect.stringContaining('could not be read')]));
    expect(unresolved.map(({ transport, failure: { code } }) => [transport, code])).toEqual([
      ['bosh', 'host-meta.unread'],
      ['websocket', 'host-meta.unread'],
    ]);
  });

  it('is asked for once more where the web server is in trouble', async () => {
    const files = { [HOST_META]: [{ status: 503 }, xrd('xbosh', 'http://web.example.net/bosh')] };
    const { endpoints, unresolved, spent } = await discover({ files, retries: 1 });
    expect(endpoints).toHaveLength(1);
    expect(unresolved).toEqual([]);
    expect(spent.filter(({ port }) => port === 443)).toEqual([
      { address: '9.9.9.80', port: 443, connections: 1 },
      { address: '9.9.9.80', port: 443, connections: 1 },
    ]);
  });

  it('takes no more than four connections to one address, whatever the retries', async () => {
    const { spent } = await discover({ files: { [HOST_META]: failure('http.closed', 'header') }, retries: 9 });
    expect(spent.filter(({ port }) => port === 443)).toHaveLength(4);
  });

  it('that cannot be asked for, since the DNS does not tell where, is a doubt', async () => {
    const target = { domain: 'broken.example.org', unicodeDomain: 'broken.example.org' };
    const { unresolved } = await discover({ target, known: [] });
    expect(unresolved.map(({ host, failure: { code } }) => [host, code])).toEqual([
      ['broken.example.org', 'host-meta.unread'],
      ['broken.example.org', 'host-meta.unread'],
    ]);
  });

  it('names hosts that the DNS does not tell, which is a doubt where no TLS comes first', async () => {
    const lost = async (href: string) =>
      (await discover({ files: { [HOST_META]: xrd('xbosh', href) } })).unresolved.map(({ failure: { code } }) => code);
    expect(await lost('http://broken.example.org/bosh')).toEqual(['dns.servfail', 'dns.servfail']);
    expect(await lost('https://broken.example.org/bosh')).toEqual([]);
    expect(await lost('http://nobody.example.org/bosh')).toEqual([]);
  });

  it('keeps services apart that share a port, and addresses that share a place', async () => {
    const link = { port: 443, ips: ['9.9.9.7'], sni: 'example.org' };
    const links = [
      { ...link, rel: 'urn:xmpp:alt-connections:tls' },
      { ...link, rel: 'urn:xmpp:alt-connections:s2s-tls' },
      { rel: 'urn:xmpp:alt-connections:xbosh', href: 'http://web.example.net/one' },
      { rel: 'urn:xmpp:alt-connections:xbosh', href: 'http://web.example.net/two' },
      { rel: 'urn:xmpp:alt-connections:xbosh', href: 'http://web.example.net/one' },
    ];
    const { endpoints } = await discover({ files: { [`${HOST_META}.json`]: { body: JSON.stringify({ links }) } } });
    expect(endpoints.map(({ service, url, port }) => [service, url ?? port])).toEqual([
      ['c2s', 443],
      ['s2s', 443],
      ['c2s', 'http://web.example.net/one'],
      ['c2s', 'http://web.example.net/two'],
    ]);
  });

  it('leads to the addresses of a link beside those of its host', async () => {
    const href = 'ws://web.example.net/ws';
    const links = [{ rel: 'urn:xmpp:alt-connections:websocket', href, ips: ['9.9.9.7', 'nonsense', '9.9.9.90'] }];
    const { endpoints } = await discover({ files: { [`${HOST_META}.json`]: { body: JSON.stringify({ links }) } } });
    expect(endpoints.map(({ address, url }) => [address, url])).toEqual([
      ['9.9.9.90', href],
      ['9.9.9.7', href],
    ]);
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
  const guesses = (endpoints: readonly Endpoint[]): string[] =>
    endpoints.map(({ address, url, source }) => `${source} ${address} ${url}`);

  it('are guessed on the addresses of the domain and of its client hosts, once each', async () => {
    const peer = loopbackEndpoint(5269, { service: 's2s', address: '9.9.9.2' });
    const other = { ...KNOWN, address: '9.9.9.1' };
    const { endpoints } = await discover({ httpPorts, known: [other, { ...other, port: 5223 }, peer] });
    expect(guesses(endpoints)).toEqual(
      ['9.9.9.80', '9.9.9.1'].flatMap((address) => [
        `default-port ${address} http://example.org:5280/`,
        `default-port ${address} ws://example.org:5280/`,
        `default-port ${address} http://example.org:7070/`,
        `default-port ${address} ws://example.org:7070/`,
      ]),
    );
  });

  it('are guessed beside what host-meta names there, and behind it', async () => {
    const files = { [HOST_META]: xrd('xbosh', 'http://example.org:5280/my-bosh') };
    const { endpoints } = await discover({ httpPorts: [5280], files, known: [] });
    expect(guesses(endpoints)).toEqual([
      'host-meta 9.9.9.80 http://example.org:5280/my-bosh',
      'default-port 9.9.9.80 http://example.org:5280/',
      'default-port 9.9.9.80 ws://example.org:5280/',
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
