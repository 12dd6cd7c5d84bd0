import { describe, expect, it } from '@jest/globals';
import { lookAtWebDoors, type WebDoors } from '../../src/app/web-doors.js';
import type { Looked } from '../../src/app/endpoint.js';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { Config } from '../../src/model/config.js';
import type { Endpoint } from '../../src/model/endpoint.js';
import { failed, failure, type FailureCode } from '../../src/model/failure.js';
import type { EndpointObservation } from '../../src/model/observation.js';
import type { Target } from '../../src/model/target.js';
import type { PortHistory } from '../../src/probe/web-budget.js';
import { loopbackEndpoint, probeSettings, realPorts } from '../support/loopback-look.js';
import { ANSWERS, someSuites, type Behaviour } from '../support/observations.js';
import { aClosedWebDoor, anEncryptedWebDoor, aWebDoor } from '../support/web-observations.js';
import { zoneResolver } from '../support/zone.js';

const DOMAIN = 'example.org';
const OPEN: Behaviour = { features: { mechanisms: ['PLAIN'] }, answers: { 'sasl-external': ANSWERS.invalidMechanism } };
const STRICT: Behaviour = {
  features: { mechanisms: ['PLAIN'] },
  answers: { 'sasl-external': ANSWERS.encryptionRequired },
};

type Kind = 'bosh' | 'websocket';

const closed = (code: FailureCode) => (kind: Kind) =>
  aClosedWebDoor(kind, code.startsWith('tcp.') && code !== 'tcp.reset' ? 'connect' : 'header', code);
const speaking = (behaviour: Behaviour) => (kind: Kind) => aWebDoor(kind, behaviour);

interface Circumstances {
  readonly ports?: readonly number[];
  /** What each door shows, by its URL as it is asked for; refused unless named. */
  readonly behind: Readonly<Record<string, (kind: Kind) => EndpointObservation>>;
  /** Links of host-meta. */
  readonly links?: readonly (string | Readonly<Record<string, unknown>>)[];
  readonly known?: readonly Endpoint[];
  readonly cost?: number;
  readonly levels?: Config['checks'];
  readonly services?: Target['services'];
  /** The web server of the domain is in trouble. */
  readonly isDown?: boolean;
}

interface Asked {
  readonly url: string;
  readonly before: PortHistory;
}

async function doorsOf(circumstances: Circumstances): Promise<WebDoors & { readonly asked: readonly Asked[] }> {
  const {
    ports = [5280],
    behind,
    links = [],
    known = [],
    cost = 1,
    levels = {},
    isDown = false,
    services = ['c2s'],
  } = circumstances;
  const asked: Asked[] = [];
  const look = async (endpoint: Endpoint, before?: PortHistory): Promise<Looked> => {
    const { url = '', transport } = endpoint;
    if (before !== undefined) asked.push({ url, before });
    const seen = (behind[url] ?? closed('tcp.refused'))(transport === 'websocket' ? 'websocket' : 'bosh');
    const observation = { ...seen, endpoint, cost: { connections: cost, bytesSent: 0, bytesReceived: 0 } };
    return { observation, verdict: judgeEndpoint(observation, {}) };
  };
  const target: Target = {
    domain: DOMAIN,
    unicodeDomain: DOMAIN,
    services,
    endpoints: [],
    checks: {},
    waivers: [],
  };
  const body = JSON.stringify({
    links: links.map((link) =>
      typeof link === 'string'
        ? { rel: `urn:xmpp:alt-connections:${link.startsWith('ws') ? 'websocket' : 'xbosh'}`, href: link }
        : link,
    ),
  });
  const config = {
    probe: { ...probeSettings(), httpPorts: ports, runTimeoutMs: 1000, parallel: 1 },
    network: { allowPrivateAddresses: true },
  } as unknown as Config;
  const http = {
    open: () => ({
      request: async ({ url }: { url: URL }) =>
        isDown
          ? ({ state: 'done', value: { status: 503, body: '' } } as const)
          : url.href === `https://${DOMAIN}/.well-known/host-meta.json` && links.length > 0
            ? ({ state: 'done', value: { status: 200, body } } as const)
            : ({ state: 'done', value: { status: 404, body: '' } } as const),
      upgrade: async () => failed(failure('http.closed', 'header')),
      tls: () => undefined,
      cost: () => ({ connections: 1, bytesSent: 0, bytesReceived: 0 }),
      close: () => undefined,
    }),
  };
  const resolver = zoneResolver({ [DOMAIN]: { A: ['127.0.0.1'] } });
  const found = await lookAtWebDoors(target, known, look, levels, config, {
    ...realPorts({ http }),
    resolver,
    onLooked: () => undefined,
  });
  return { ...found, asked };
}

const urlsOf = ({ looked }: WebDoors): string[] =>
  looked.map(({ observation: { endpoint }, verdict }) => `${endpoint.url} ${verdict.verdict}`);

const BOSH = `http://${DOMAIN}:5280/`;
const WS = `ws://${DOMAIN}:5280/`;
const guess = (bosh: (kind: Kind) => EndpointObservation, websocket: (kind: Kind) => EndpointObservation) => ({
  behind: { [BOSH]: bosh, [WS]: websocket },
});

describe('a guessed port', () => {
  it.each(['tcp.refused', 'tcp.timeout', 'net.unreachable'] as const)('that is %s is no door', async (code) => {
    const connect = () => aClosedWebDoor('bosh', 'connect', code);
    const { looked, notes, unclear, asked } = await doorsOf(guess(connect, connect));
    expect({ looked, notes, unclear }).toEqual({ looked: [], notes: [], unclear: [] });
    expect(asked).toHaveLength(1);
  });

  it.each([
    'http.refused',
    'http.denied',
    'http.elsewhere',
    'http.redirected',
    'stream.not-xmpp',
    'http.not-http',
  ] as const)('that answers with %s is no door, and a note says so', async (code) => {
    const { looked, notes, unclear } = await doorsOf(guess(closed(code), closed(code)));
    expect({ looked, unclear }).toEqual({ looked: [], unclear: [] });
    expect(notes).toEqual(['127.0.0.1 port 5280 is open, and no XMPP over HTTP without TLS was found there']);
  });

  it('at which this domain is not served is no door of it', async () => {
    expect(urlsOf(await doorsOf(guess(closed('stream.host-unknown'), closed('http.refused'))))).toEqual([]);
  });

  it.each(['http.closed', 'http.timeout', 'tcp.reset'] as const)(
    'that says nothing (%s) is no door, which a note does not claim to know',
    async (code) => {
      const { looked, notes, unclear } = await doorsOf(guess(closed(code), closed('http.refused')));
      expect(looked).toEqual([]);
      expect(notes).toEqual([expect.stringContaining('it could not be seen whether XMPP over HTTP is behind it')]);
      expect(unclear).toEqual([expect.objectContaining({ transport: 'bosh', port: 5280, address: '127.0.0.1' })]);
    },
  );

  it('that says nothing is a door in doubt where something behind it speaks XMPP', async () => {
    const found = await doorsOf(guess(closed('http.timeout'), speaking(STRICT)));
    expect(urlsOf(found)).toEqual([`${BOSH} inconclusive`, `${WS} secure`]);
  });

  it.each(['http.error', 'stream.error', 'stream.closed', 'stream.timeout'] as const)(
    'that answers with %s is a door in doubt',
    async (code) => {
      expect(urlsOf(await doorsOf(guess(closed(code), closed('http.refused'))))).toEqual([`${BOSH} inconclusive`]);
    },
  );

  it('that speaks XMPP is a door, and the kind that is missing is no news', async () => {
    const found = await doorsOf(guess(speaking(OPEN), closed('http.refused')));
    expect(urlsOf(found)).toEqual([`${BOSH} plaintext`]);
    expect(found.notes).toEqual([]);
  });

  it('that speaks nothing but TLS is asked no more', async () => {
    const { asked, looked } = await doorsOf(guess(closed('stream.speaks-tls'), speaking(OPEN)));
    expect(asked.map(({ url }) => url)).toEqual([BOSH]);
    expect(looked).toEqual([]);
  });
});

describe('doors behind one port', () => {
  const OLD = `http://${DOMAIN}:5280/old-bosh`;

  it('are all looked at, those that are named first, and the guess beside them', async () => {
    const behind = { [OLD]: closed('http.refused'), [BOSH]: speaking(OPEN), [WS]: closed('http.refused') };
    const found = await doorsOf({ behind, links: [OLD] });
    expect(urlsOf(found)).toEqual([`${OLD} secure`, `${BOSH} plaintext`]);
  });

  it('know what was done there before, and what is to come', async () => {
    const behind = { [OLD]: closed('http.refused'), [BOSH]: closed('http.refused'), [WS]: closed('http.refused') };
    const { asked } = await doorsOf({ behind, links: [OLD], cost: 2 });
    expect(asked.map(({ url, before: { connections, toCome } }) => [url, connections, toCome])).toEqual([
      [OLD, 0, 2],
      [BOSH, 2, 1],
      [WS, 4, 0],
    ]);
    expect(asked[1]?.before.urls).toContain(OLD);
  });

  it('count the connections for host-meta where they share its port', async () => {
    const secure = `https://${DOMAIN}/http-bind`;
    const { asked } = await doorsOf({ behind: { [secure]: anEncryptedWebDoor }, links: [secure], ports: [] });
    expect(asked.map(({ before }) => before.connections)).toEqual([1]);
  });

  it('share what was found of their TLS', async () => {
    const [bosh, ws] = [`https://${DOMAIN}/http-bind`, `wss://${DOMAIN}/ws`];
    const worthlessSuites = someSuites({ anonymous: 'TLS_DH_anon_WITH_AES_128_CBC_SHA' });
    const door = (kind: Kind) => anEncryptedWebDoor(kind, { worthlessSuites });
    const { asked } = await doorsOf({ behind: { [bosh]: door, [ws]: door }, links: [bosh, ws], ports: [] });
    expect(asked.map(({ before }) => before.suites)).toEqual([undefined, { worthlessSuites }]);
  });

  it('that the user named are looked at together as well', async () => {
    const named = (transport: Kind, path: string) =>
      loopbackEndpoint(5280, {
        transport,
        source: 'configured',
        url: `${transport === 'bosh' ? 'http' : 'ws'}://${DOMAIN}:5280${path}`,
      });
    const known = [named('bosh', '/a'), named('websocket', '/b'), loopbackEndpoint(5222)];
    const { asked } = await doorsOf({ behind: {}, known, ports: [] });
    expect(asked.map(({ before: { connections } }) => connections)).toEqual([0, 1]);
  });
});

describe('a host-meta file that could not be read', () => {
  const off = { 'c2s-bosh-requires-https': 'off', 'c2s-websocket-requires-wss': 'off' } as const;

  it('leaves doors unknown, of the kinds that somebody wants to know of', async () => {
    const unresolved = async (levels: Config['checks']): Promise<string[]> =>
      (await doorsOf({ behind: {}, isDown: true, levels })).unresolved.map(({ transport }) => transport);
    expect(await unresolved({})).toEqual(['bosh', 'websocket']);
    expect(await unresolved({ 'c2s-bosh-requires-https': 'off' })).toEqual(['websocket']);
    expect(await unresolved(off)).toEqual([]);
  });
});

describe('a kind of door whose check is off', () => {
  it('is not looked at', async () => {
    const levels = { 'c2s-bosh-requires-https': 'off' } as const;
    const { asked } = await doorsOf({ ...guess(speaking(OPEN), closed('http.refused')), levels });
    expect(asked.map(({ url }) => url)).toEqual([WS]);
  });
});

describe('a port for direct TLS that host-meta names', () => {
  const links = [
    { rel: 'urn:xmpp:alt-connections:s2s-tls', port: 5270, ips: ['127.0.0.7'] },
    { rel: 'urn:xmpp:alt-connections:tls', port: 5223, ips: ['127.0.0.8'] },
  ];

  it('is looked at whether or not anybody wants to know what is wrong with direct TLS', async () => {
    const levels = { 'c2s-direct-tls-speaks-xmpp': 'off', 's2s-direct-tls-speaks-xmpp': 'off' } as const;
    const { looked } = await doorsOf({ behind: {}, ports: [], links, levels, services: ['c2s', 's2s'] });
    expect(looked.map(({ observation: { endpoint } }) => [endpoint.service, endpoint.port])).toEqual([
      ['s2s', 5270],
      ['c2s', 5223],
    ]);
  });
});
