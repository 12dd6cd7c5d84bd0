import { describe, expect, it } from '@jest/globals';
import { compareFindings, describeKey, findingKeys } from '../../src/issues/findings.js';
import { failed, failure } from '../../src/model/failure.js';
import { type EndpointSketch, aTarget } from './builders.js';

const a = (over: EndpointSketch = {}): EndpointSketch => ({ service: 's2s', host: 'a.example.org', ...over });
const b = (over: EndpointSketch = {}): EndpointSketch => ({ service: 's2s', host: 'b.example.org', ...over });
const target = (...sketches: EndpointSketch[]) => aTarget('example.org', sketches);
const key = (host: string, address = '192.0.2.1') => `s2s-requires-starttls s2s starttls ${host}:5269 ${address}`;

describe('findings', () => {
  it('are what lets plaintext through, without remarks and without TLS that does not work', () => {
    const both = target(a(), b());
    const [first, second] = both.findings;
    if (!first || !second) throw new Error('There are no findings.');
    const findings = [first, { ...first, level: 'note' as const }, { ...second, group: 'tls' as const }];
    expect(findingKeys({ ...both, findings })).toEqual([key('a.example.org')]);
  });

  it('are described as people name an endpoint', () => {
    expect(describeKey(key('a.example.org'))).toEqual({
      check: 's2s-requires-starttls',
      endpoint: 's2s a.example.org:5269 [192.0.2.1]',
    });
  });

  it('cannot be confused by blanks in a host name', () => {
    expect(findingKeys(target(a({ host: 'a b\tc' })))).toEqual([key('a?b?c')]);
  });
});

describe('comparing findings', () => {
  const compare = (before: EndpointSketch[], now: EndpointSketch[]) => {
    const { gone, fresh, standing } = compareFindings(findingKeys(target(...before)), target(...now));
    return { gone: gone.length, fresh: fresh.length, standing: standing.length };
  };

  it.each<[string, EndpointSketch[], EndpointSketch[], ReturnType<typeof compare>]>([
    ['nothing changed', [a(), b()], [b(), a()], { gone: 0, fresh: 0, standing: 2 }],
    ['one was repaired', [a(), b()], [a({ verdict: 'secure' }), b()], { gone: 1, fresh: 0, standing: 1 }],
    ['one is no longer announced', [a(), b()], [b()], { gone: 1, fresh: 0, standing: 1 }],
    ['one could not be reached', [a(), b()], [a({ verdict: 'inconclusive' }), b()], { gone: 0, fresh: 0, standing: 2 }],
    ['one is new', [a()], [a(), b()], { gone: 0, fresh: 1, standing: 2 }],
    ['a second address is new', [a()], [a(), a({ address: '192.0.2.2' })], { gone: 0, fresh: 1, standing: 2 }],
    ['an address moved', [a()], [a({ address: '192.0.2.2' })], { gone: 0, fresh: 0, standing: 1 }],
    [
      'one of two addresses was repaired',
      [a(), a({ address: '192.0.2.2' })],
      [a(), a({ address: '192.0.2.2', verdict: 'secure' })],
      { gone: 1, fresh: 0, standing: 1 },
    ],
  ])('sees that %s', (_, before, now, expected) => {
    expect(compare(before, now)).toEqual(expected);
  });

  it('keeps what was found in a service that could not be found', () => {
    const now = target({ service: 'c2s' });
    const doubtful = {
      ...now,
      services: { ...now.services, s2s: { verdict: 'inconclusive', proof: 'none', because: [] } as const },
    };
    expect(compareFindings([key('a.example.org')], doubtful)).toMatchObject({ gone: [] });
    expect(compareFindings([key('a.example.org')], doubtful).standing).toContain(key('a.example.org'));
  });

  it('has no news of a check that was switched off', () => {
    const now = target(a());
    const silenced = {
      ...now,
      findings: [],
      endpoints: now.endpoints.map((endpoint) => ({ ...endpoint, checks: [] })),
    };
    expect(compareFindings([key('a.example.org')], silenced)).toEqual({ gone: [], fresh: [], standing: [] });
  });

  it('has no news where nothing was remembered', () => {
    expect(compareFindings(undefined, target(a()))).toEqual({ gone: [], fresh: [], standing: [key('a.example.org')] });
  });
});

describe('a door over HTTP in which something was found', () => {
  const door = { service: 'c2s', transport: 'bosh', host: 'example.org', port: 5280, address: '192.0.2.1' } as const;
  const remembered = ['c2s-bosh-requires-https c2s bosh example.org:5280 192.0.2.1'];
  const clients = aTarget('example.org', [{ verdict: 'secure' }]);
  const withDoor = (sketch: EndpointSketch, url: string) => {
    const seen = aTarget('example.org', [{ verdict: 'secure' }, { ...door, ...sketch }]);
    const endpoints = seen.endpoints.map((one) => (one.transport === 'bosh' ? { ...one, url } : one));
    return { ...seen, endpoints };
  };

  it('and whose port says nothing now may be there still', () => {
    const target = { ...clients, unclear: [door] };
    expect(compareFindings(remembered, target)).toMatchObject({ gone: [], standing: remembered });
    const elsewhere = { ...clients, unclear: [{ ...door, port: 7070 }] };
    expect(compareFindings(remembered, elsewhere)).toMatchObject({ gone: remembered, standing: [] });
  });

  it('and that was left out behind TLS may be there still', () => {
    const seen = withDoor({ verdict: 'inconclusive' }, 'https://example.org:5280/http-bind');
    expect(compareFindings(remembered, seen)).toMatchObject({ gone: [], standing: remembered });
    const entered = withDoor({ verdict: 'secure' }, 'https://example.org:5280/x');
    expect(compareFindings(remembered, entered)).toMatchObject({ standing: [] });
  });

  it('and that is gone is gone', () => {
    expect(compareFindings(remembered, clients)).toMatchObject({ gone: remembered, standing: [] });
    const [, bosh] = withDoor({ verdict: 'inconclusive' }, 'http://example.org:5280/http-bind').endpoints;
    if (bosh === undefined) throw new Error('there is no door');
    const connected = failed(failure('tcp.refused', 'connect'));
    const refused = { ...bosh, observation: { ...bosh.observation, connected } };
    const deserted = { ...clients, endpoints: [refused] };
    expect(compareFindings(remembered, deserted)).toMatchObject({ gone: remembered, standing: [] });
  });
});
