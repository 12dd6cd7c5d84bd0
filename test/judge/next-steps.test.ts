import { describe, expect, it } from '@jest/globals';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import { isUnknownName, nextSteps } from '../../src/judge/next-steps.js';
import type { ServiceDiscovery, UnresolvedHost } from '../../src/model/endpoint.js';
import { failure, FAILURES, NEXT_STEPS, type FailureCode } from '../../src/model/failure.js';
import { SERVICES } from '../../src/model/target.js';
import type { VerdictName } from '../../src/model/verdict.js';
import { anUnreachable } from '../support/observations.js';
import { aClosedWebDoor, aWebEndpoint } from '../support/web-observations.js';

const unresolved = (code: FailureCode, host = 'example.org'): UnresolvedHost => ({
  ...{ service: 'c2s', transport: 'starttls', host, port: 5222 },
  failure: failure(code, 'addresses'),
});

const found = (hosts: readonly UnresolvedHost[], service: 'c2s' | 's2s' = 'c2s'): ServiceDiscovery => ({
  ...{ state: 'found', service, endpoints: [], unresolved: hosts, notes: [] },
});

const services = (verdict: VerdictName) => ({ c2s: { verdict, proof: 'none', because: [] } }) as const;
const unreachable = (code: Parameters<typeof anUnreachable>[0]) => judgeEndpoint(anUnreachable(code), {});

describe('nextSteps', () => {
  it('says once for each cause what can be tried', () => {
    const endpoints = [unreachable('tcp.refused'), unreachable('tcp.refused'), unreachable('net.no-ipv6-route')];
    expect(nextSteps({ services: services('inconclusive'), endpoints }, [found([unresolved('dns.nxdomain')])])).toEqual(
      [
        'Is the name misspelt?',
        'Nothing listens there: is the SRV record out of date, or the service down?',
        'Use a runner that has IPv6, or judge IPv4 alone (address-families: ipv4).',
      ],
    );
  });

  it('has nothing to say of a service that was decided, nor of a guessed door that was not entered', () => {
    const endpoints = [unreachable('tcp.refused')];
    expect(nextSteps({ services: services('plaintext'), endpoints }, [found([])])).toEqual([]);
    const door = aClosedWebDoor('bosh', 'connect', 'tcp.timeout');
    const guessed = judgeEndpoint({ ...door, endpoint: aWebEndpoint('bosh', { source: 'default-port' }) }, {});
    expect(nextSteps({ services: services('inconclusive'), endpoints: [guessed] }, [found([])])).toEqual([]);
  });

  it('has a sentence for every cause that a user of the runner can do something about', () => {
    const codes = Object.keys(NEXT_STEPS);
    expect(Object.keys(FAILURES)).toEqual(expect.arrayContaining(codes));
    expect(codes).toEqual(
      expect.arrayContaining(['dns.nxdomain', 'tcp.refused', 'tcp.timeout', 'net.no-ipv6-route', 'run.deadline']),
    );
    for (const step of Object.values(NEXT_STEPS)) expect(step).toMatch(/^[A-Z].*[.?]$/u);
  });
});

describe('isUnknownName', () => {
  it('holds where the domain itself is not in the DNS, for every service', () => {
    const both = SERVICES.map((service) => found([unresolved('dns.nxdomain')], service));
    expect(isUnknownName('example.org', both)).toBe(true);
  });

  it.each<[string, ServiceDiscovery]>([
    ['a host behind a record does not exist', found([unresolved('dns.nxdomain', 'gone.example.org')])],
    ['the name exists and has no address', found([unresolved('dns.nodata')])],
    ['the name server failed', { state: 'failed', service: 'c2s', failure: failure('dns.servfail', 'srv'), notes: [] }],
  ])('does not hold where %s', (_, discovery) => {
    expect(isUnknownName('example.org', [discovery])).toBe(false);
    expect(isUnknownName('example.org', [found([unresolved('dns.nxdomain')], 's2s'), discovery])).toBe(false);
  });
});
