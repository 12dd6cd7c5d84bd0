import { describe, expect, it } from '@jest/globals';
import { judgeDomain } from '../../src/judge/domain.js';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { ServiceDiscovery, UnresolvedHost } from '../../src/model/endpoint.js';
import { failure, type FailureCode } from '../../src/model/failure.js';
import type { EndpointObservation } from '../../src/model/observation.js';
import type { Target } from '../../src/model/target.js';
import { verdictWords } from '../../src/report/words.js';
import {
  anEndpoint,
  anObservation,
  anUnreachable,
  aStoppedLook,
  failedStep,
  notReached,
} from '../support/observations.js';

const domain = 'conference.example.org';
const ordinary: Target = {
  domain,
  unicodeDomain: domain,
  services: ['s2s'],
  endpoints: [],
  checks: {},
  waivers: [],
};
const component: Target = { ...ordinary, componentOf: 'example.org' };

const endpoint = anEndpoint({ service: 's2s' });
const elsewhere = anEndpoint({ service: 's2s', address: '192.0.2.2' });

function unknownAt(at: typeof endpoint): EndpointObservation {
  const after = notReached('header');
  return anObservation({
    endpoint: at,
    features: failedStep('stream.host-unknown', 'features', undefined, 'host-unknown'),
    starttls: after,
    handshake: after,
    securedHeader: after,
    securedFeatures: after,
    plaintext: aStoppedLook('features', 'stream.host-unknown'),
  });
}

function missing(code: FailureCode): UnresolvedHost {
  return { service: 's2s', transport: 'starttls', host: domain, port: 5269, failure: failure(code, 'addresses') };
}

function judge(target: Target, seen: readonly EndpointObservation[], unresolved: readonly UnresolvedHost[] = []) {
  const endpoints = seen.map((observation) => judgeEndpoint(observation, {}));
  const found = seen.map((observation) => observation.endpoint);
  const discovery: ServiceDiscovery = { state: 'found', service: 's2s', endpoints: found, unresolved, notes: [] };
  const judged = judgeDomain({ target, discoveries: [discovery], endpoints, waivers: [], now: '2026-11-22T12:00:00Z' });
  return judged.services.s2s;
}

describe('a component', () => {
  it('is not offered where every endpoint says host-unknown', () => {
    const verdict = judge(component, [unknownAt(endpoint), unknownAt(elsewhere)]);
    expect(verdict).toEqual({
      verdict: 'not-offered',
      proof: 'none',
      because: [`${domain} is not served to other servers there`],
    });
    expect(verdict && verdictWords('s2s', verdict)).toContain('is not served to other servers there');
  });

  it.each(['dns.nxdomain', 'dns.nodata'] as const)('is not offered without an address (%s)', (code) => {
    expect(judge(component, [], [missing(code)])).toMatchObject({ verdict: 'not-offered' });
  });

  it.each(['dns.servfail', 'dns.timeout'] as const)('stays open where the DNS does not say (%s)', (code) => {
    expect(judge(component, [], [missing(code)])).toMatchObject({ verdict: 'inconclusive' });
  });

  it('stays open while one endpoint could not be asked', () => {
    const seen = [unknownAt(endpoint), anUnreachable('tcp.timeout', elsewhere)];
    expect(judge(component, seen)).toMatchObject({ verdict: 'inconclusive' });
    expect(judge(component, [unknownAt(endpoint)], [missing('dns.servfail')])).toMatchObject({
      verdict: 'inconclusive',
    });
  });

  it('is judged like any receiving entity where it is served', () => {
    expect(judge(component, [anObservation({ endpoint })])).toMatchObject({ verdict: 'secure' });
  });
});

describe('a domain that is no component', () => {
  it('stays open where it is host-unknown or has no address: both are mistakes', () => {
    expect(judge(ordinary, [unknownAt(endpoint)])).toMatchObject({ verdict: 'inconclusive' });
    expect(judge(ordinary, [], [missing('dns.nxdomain')])).toMatchObject({ verdict: 'inconclusive' });
  });
});
