import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeDomain, type DomainEvidence } from '../../src/judge/domain.js';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { Endpoint, ServiceDiscovery } from '../../src/model/endpoint.js';
import { failure } from '../../src/model/failure.js';
import type { EndpointObservation } from '../../src/model/observation.js';
import type { Service, Target, Waiver } from '../../src/model/target.js';
import type { EndpointVerdict } from '../../src/model/verdict.js';
import {
  aDirectTlsObservation,
  anEndpoint,
  anObservation,
  ANSWERS,
  anUnreachable,
  aStoppedLook,
  behaving,
} from '../support/observations.js';
import {
  aClosedWebDoor,
  anEncryptedWebDoor,
  aWebDoor,
  aWebEndpoint,
  HANDSHAKE_FAILED,
} from '../support/web-observations.js';

const NOW = '2026-11-22T12:00:00.000Z';

const target: Target = {
  domain: 'example.org',
  unicodeDomain: 'example.org',
  services: ['c2s', 's2s'],
  endpoints: [],
  checks: {},
  waivers: [],
};

const at = (address: string, overrides: Partial<Endpoint> = {}): Endpoint => anEndpoint({ address, ...overrides });
const judged = (observation: EndpointObservation): EndpointVerdict => judgeEndpoint(observation, {});
const secureAt = (endpoint: Endpoint) => judged(anObservation({ endpoint }));
const plaintextAt = (endpoint: Endpoint) =>
  judged(behaving({ endpoint, features: { starttls: 'required' }, answers: { 'legacy-auth': ANSWERS.passwordAsked } }));
const unreachableAt = (endpoint: Endpoint, code: Parameters<typeof anUnreachable>[0] = 'tcp.timeout') =>
  judged(anUnreachable(code, endpoint));

function found(service: Service, endpoints: readonly Endpoint[]): ServiceDiscovery {
  return { state: 'found', service, endpoints, unresolved: [], notes: [] };
}

/** Judges c2s endpoints, with the discovery that found exactly those; s2s is declared absent. */
function judgeClients(endpoints: readonly EndpointVerdict[], more: Partial<DomainEvidence> = {}) {
  const c2s = found(
    'c2s',
    endpoints.map(({ endpoint }) => endpoint),
  );
  const absent: ServiceDiscovery = { state: 'declared-absent', service: 's2s', notes: [] };
  return judgeDomain({ target, discoveries: [c2s, absent], endpoints, waivers: [], now: NOW, ...more });
}

describe('a domain', () => {
  it('passes on what a secure endpoint could not be asked', () => {
    const endpoint = at('192.0.2.1');
    const { verdict, notes } = judgeClients([
      judged(anObservation({ endpoint, plaintext: aStoppedLook('connect', 'tcp.timeout') })),
    ]);
    expect(verdict).toBe('secure');
    expect(notes).toEqual([
      expect.stringMatching(/^xmpp\.example\.org:5222 \[192\.0\.2\.1\]: nothing could be asked without TLS: /u),
    ]);
  });

  const doorAt = (
    source: Endpoint['source'],
    ...stop: Parameters<typeof aClosedWebDoor> extends [unknown, ...infer S] ? S : never
  ) => judged({ ...aClosedWebDoor('bosh', ...stop), endpoint: aWebEndpoint('bosh', { source }) });

  describe.each(['default-port', 'host-meta', 'configured'] as const)('with a door of source %s', (source) => {
    it.each([
      ['connect', 'tcp.timeout'],
      ['header', 'tcp.reset'],
      ['header', 'http.error'],
      ['header', 'http.denied'],
      ['header', 'http.elsewhere'],
      ['header', 'http.closed'],
      ['header', 'stream.error'],
      ['features', 'stream.closed'],
    ] as const)('cannot be told when it stops at step %s with %s', (step, code) => {
      const door = doorAt(source, step, code);
      const { verdict, services } = judgeClients([secureAt(at('192.0.2.1')), door]);
      expect(door.verdict).toBe('inconclusive');
      expect(verdict).toBe('inconclusive');
      expect(services.c2s?.because.join()).toContain('http://example.org:5280/http-bind [192.0.2.1]');
    });

    it.each(['http.refused', 'http.redirected', 'stream.speaks-tls'] as const)('is secure when it is %s', (code) => {
      const { verdict, notes } = judgeClients([secureAt(at('192.0.2.1')), doorAt(source, 'header', code)]);
      expect(verdict).toBe('secure');
      // That nothing is where the user said it is may be a mistake of theirs.
      const isMissing = source === 'configured' && code === 'http.refused';
      expect(notes).toEqual(isMissing ? [expect.stringContaining('does not serve XMPP')] : []);
    });

    it('leaves it out when nobody listens there', () => {
      const { verdict, notes } = judgeClients([secureAt(at('192.0.2.1')), doorAt(source, 'connect', 'tcp.refused')]);
      expect(verdict).toBe('secure');
      expect(notes).toEqual([expect.stringContaining('http-bind [192.0.2.1] refuses connections')]);
    });
  });

  it('is not secure by doors alone at which nobody listens', () => {
    expect(judgeClients([doorAt('configured', 'connect', 'tcp.refused')]).verdict).toBe('inconclusive');
  });

  it('leaves out a door behind TLS that could not be entered, with a note', () => {
    const door = judged(anEncryptedWebDoor('bosh', HANDSHAKE_FAILED));
    const { verdict, notes } = judgeClients([secureAt(at('192.0.2.1')), door]);
    expect(door.verdict).toBe('inconclusive');
    expect(verdict).toBe('secure');
    expect(notes).toEqual([expect.stringContaining('https://example.org/http-bind [192.0.2.1] is left out')]);
  });

  it('depends on a port for direct TLS that host-meta names, unless nobody listens there', () => {
    const endpoint = at('192.0.2.9', { transport: 'direct-tls', source: 'host-meta' });
    const verdictWith = (code: 'tcp.timeout' | 'tcp.refused') =>
      judgeClients([secureAt(at('192.0.2.1')), unreachableAt(endpoint, code)]).verdict;
    expect([verdictWith('tcp.timeout'), verdictWith('tcp.refused')]).toEqual(['inconclusive', 'secure']);
  });

  it('is plaintext through WebSocket alone, whatever the other ports require', () => {
    const door = judged(
      aWebDoor('websocket', {
        features: { mechanisms: ['PLAIN'] },
        answers: { 'sasl-external': ANSWERS.invalidMechanism },
      }),
    );
    const { verdict, findings } = judgeClients([secureAt(at('192.0.2.1')), door]);
    expect(verdict).toBe('plaintext');
    expect(findings.map(({ check, endpoint }) => [check, endpoint.transport])).toEqual([
      ['c2s-websocket-requires-wss', 'websocket'],
    ]);
  });

  it('is secure when every endpoint of every offered service is', () => {
    const verdict = judgeClients([secureAt(at('192.0.2.1')), secureAt(at('192.0.2.2'))]);
    expect(verdict.verdict).toBe('secure');
    expect(verdict.services).toEqual({
      c2s: { verdict: 'secure', proof: 'behaviour', because: [] },
      s2s: { verdict: 'not-offered', proof: 'none', because: [] },
    });
  });

  it('is plaintext when one endpoint of one service is', () => {
    const endpoints = [secureAt(at('192.0.2.1')), plaintextAt(at('192.0.2.2')), unreachableAt(at('192.0.2.3'))];
    const verdict = judgeClients(endpoints);
    expect(verdict.verdict).toBe('plaintext');
    expect(verdict.findings.map(({ endpoint }) => endpoint.address)).toEqual(['192.0.2.2']);
    expect(verdict.waived).toBe(false);
  });

  it('is plaintext even where discovery lost a host', () => {
    const open = plaintextAt(at('192.0.2.2'));
    const lost = { service: 'c2s', transport: 'starttls', host: 'b.example.org', port: 5222 } as const;
    const discovery = {
      ...found('c2s', [open.endpoint]),
      unresolved: [{ ...lost, failure: failure('dns.servfail', 'addresses') }],
    };
    expect(judgeClients([open], { discoveries: [discovery] }).verdict).toBe('plaintext');
  });

  it('is not offered when every service is declared absent', () => {
    const absent = (service: Service): ServiceDiscovery => ({ state: 'declared-absent', service, notes: [] });
    expect(judgeClients([], { discoveries: [absent('c2s'), absent('s2s')] }).verdict).toBe('not-offered');
  });

  it('takes the weakest proof among the endpoints of a service', () => {
    const saysSo = judged(behaving({ endpoint: at('192.0.2.2'), features: { starttls: 'required' } }));
    expect(judgeClients([secureAt(at('192.0.2.1')), saysSo]).services.c2s?.proof).toBe('advertised');
  });

  it('looks only at the services that were asked for', () => {
    const verdict = judgeClients([secureAt(at('192.0.2.1'))], { target: { ...target, services: ['c2s'] } });
    expect(Object.keys(verdict.services)).toEqual(['c2s']);
  });
});

describe('a domain that is not conclusive', () => {
  const because = (endpoints: readonly EndpointVerdict[], more: Partial<DomainEvidence> = {}) =>
    judgeClients(endpoints, more).services.c2s?.because;

  it('counts addresses this machine cannot reach, and names ports that are filtered', () => {
    const endpoints = [
      secureAt(at('192.0.2.1')),
      unreachableAt(at('2001:db8::1', { family: 6 }), 'net.no-ipv6-route'),
      unreachableAt(at('2001:db8::2', { family: 6 }), 'net.no-ipv6-route'),
      unreachableAt(at('192.0.2.4')),
    ];
    expect(judgeClients(endpoints).verdict).toBe('inconclusive');
    expect(because(endpoints)).toEqual([
      'only reachable over IPv6, which this runner does not have: 2 addresses',
      'the port did not answer in time (filtered by a firewall, or the host is down): xmpp.example.org:5222 [192.0.2.4]',
    ]);
  });

  it('counts a single address as one', () => {
    expect(because([unreachableAt(at('2001:db8::1', { family: 6 }), 'net.no-ipv6-route')])).toEqual([
      'only reachable over IPv6, which this runner does not have: 1 address',
    ]);
  });

  it('names three places and counts the rest', () => {
    const endpoints = [1, 2, 3, 4, 5].map((n) => unreachableAt(at(`192.0.2.${n}`), 'stream.host-unknown'));
    expect(because(endpoints)).toEqual([
      'the host is not served there: xmpp.example.org:5222 [192.0.2.1], xmpp.example.org:5222 [192.0.2.2], ' +
        'xmpp.example.org:5222 [192.0.2.3] and 2 more',
    ]);
  });

  it('says so when discovery failed, found nothing, lost a host or was not made', () => {
    const failed: ServiceDiscovery = {
      state: 'failed',
      service: 'c2s',
      failure: failure('dns.servfail', 'srv'),
      notes: [],
    };
    expect(because([], { discoveries: [failed] })).toEqual([
      'the name server could not answer (SERVFAIL: a broken zone, DNSSEC, or trouble of its own)',
    ]);
    expect(because([], { discoveries: [found('c2s', [])] })).toEqual(['no endpoint was found']);
    expect(because([], { discoveries: [] })).toEqual(['the service was not looked at']);
    const lost: ServiceDiscovery = {
      ...found('c2s', []),
      state: 'found',
      endpoints: [],
      unresolved: [
        {
          service: 'c2s',
          transport: 'starttls',
          host: 'b.example.org',
          port: 5222,
          failure: failure('dns.nxdomain', 'addresses'),
        },
      ],
    };
    expect(because([], { discoveries: [lost] })).toEqual(['the name does not exist in the DNS: b.example.org']);
  });

  it('names an endpoint that was found and never judged', () => {
    const looked = secureAt(at('192.0.2.1'));
    const discoveries = [found('c2s', [looked.endpoint, at('192.0.2.2')])];
    expect(because([looked], { discoveries })).toEqual(['not looked at: xmpp.example.org:5222 [192.0.2.2]']);
  });
});

describe('a fallback port that refuses connections', () => {
  const fallback = at('192.0.2.9', { host: 'example.org', source: 'fallback' });
  const shut = unreachableAt(fallback, 'tcp.refused');
  const direct = judged(aDirectTlsObservation());

  it('does not count beside secure direct TLS from the DNS, and is noted', () => {
    const verdict = judgeClients([shut, direct]);
    expect(verdict.verdict).toBe('secure');
    expect(verdict.services.c2s).toEqual({ verdict: 'secure', proof: 'behaviour', because: [] });
    expect(verdict.notes).toEqual([
      'example.org:5222 [192.0.2.9] refuses connections, so there is no way in without TLS: left out',
    ]);
  });

  it('counts when it is all there is', () => {
    expect(judgeClients([shut]).verdict).toBe('inconclusive');
  });

  it('counts when it is filtered instead of refusing', () => {
    expect(judgeClients([unreachableAt(fallback), direct]).verdict).toBe('inconclusive');
  });

  it('counts when an SRV record names it', () => {
    expect(judgeClients([unreachableAt(at('192.0.2.9'), 'tcp.refused'), direct]).verdict).toBe('inconclusive');
  });

  it('does not make up for another endpoint that is not conclusive', () => {
    const elsewhere = unreachableAt(at('192.0.2.7', { transport: 'direct-tls', port: 5223 }));
    expect(judgeClients([shut, direct, elsewhere]).verdict).toBe('inconclusive');
  });
});

describe('waivers', () => {
  const waiver: Waiver = { checks: ['c2s-refuses-legacy-auth'], until: '2026-12-31', reason: 'migration' };
  const open = plaintextAt(at('192.0.2.1'));

  it('mark findings and leave the verdict', () => {
    const verdict = judgeClients([open], { waivers: [waiver] });
    expect(verdict.verdict).toBe('plaintext');
    expect(verdict.waived).toBe(true);
    expect(verdict.findings).toMatchObject([{ waived: { until: '2026-12-31', reason: 'migration' } }]);
  });

  it('do not waive the domain while one accusing finding is left', () => {
    const other = judged(
      behaving({
        endpoint: at('192.0.2.2'),
        features: { starttls: 'required' },
        answers: { registration: ANSWERS.registrationForm },
      }),
    );
    expect(judgeClients([open, other], { waivers: [waiver] }).waived).toBe(false);
    expect(judgeClients([open, other], { waivers: [{ ...waiver, checks: 'all' }] }).waived).toBe(true);
  });

  it('end on the day they name', () => {
    const on = (now: string) => judgeClients([open], { waivers: [waiver], now }).waived;
    expect(on('2026-12-30T23:59:59.999Z')).toBe(true);
    expect(on('2026-12-31T00:00:00.000Z')).toBe(false);
  });
});

describe('whatever the endpoints', () => {
  const make = { secure: secureAt, plaintext: plaintextAt, inconclusive: unreachableAt } as const;
  const kind = fc.constantFrom('secure', 'plaintext', 'inconclusive');
  const endpoints = fc
    .array(fc.record({ kind, transport: fc.constantFrom('starttls', 'direct-tls') }), { minLength: 1, maxLength: 6 })
    .map((drawn) => drawn.map(({ kind, transport }, n) => make[kind](at(`192.0.2.${n + 1}`, { transport }))));
  const everything: Waiver = { checks: 'all', until: '2099-01-01', reason: 'test' };

  it('one that is not conclusive keeps the domain from being secure', () => {
    fc.assert(
      fc.property(endpoints, fc.nat(5), (some, n) => {
        const all = [...some, unreachableAt(at(`198.51.100.${n}`))];
        expect(judgeClients(all).verdict).not.toBe('secure');
      }),
    );
  });

  it('their order does not matter', () => {
    fc.assert(
      fc.property(
        endpoints.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length })),
        ),
        ([some, shuffled]) => {
          expect(judgeClients(shuffled)).toEqual(judgeClients(some));
        },
      ),
    );
  });

  it('waivers change neither the verdict nor what is known', () => {
    fc.assert(
      fc.property(endpoints, (some) => {
        const before = judgeClients(some);
        const after = judgeClients(some, { waivers: [everything] });
        expect(after.verdict).toBe(before.verdict);
        expect(after.services).toEqual(before.services);
        expect(after.waived).toBe(before.verdict === 'plaintext');
      }),
    );
  });
});
