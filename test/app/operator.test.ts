import { describe, expect, it } from '@jest/globals';
import { contactToTell } from '../../src/app/operator.js';
import { failed, failure } from '../../src/model/failure.js';
import type { Target } from '../../src/model/target.js';
import type { HttpClient } from '../../src/probe/http-client.js';
import { probeSettings, realPorts } from '../support/loopback-look.js';
import { zoneResolver } from '../support/zone.js';

const TARGET: Target = {
  domain: 'example.org',
  unicodeDomain: 'example.org',
  services: ['c2s'],
  endpoints: [],
  checks: {},
  waivers: [],
};

/** The files that were asked for. */
async function askedFor(target: Partial<Target>, verdict: 'plaintext' | 'secure' | 'inconclusive', waived = false) {
  const asked: string[] = [];
  const http: HttpClient = {
    open: () => ({
      request: async ({ url }) => {
        asked.push(url.hostname);
        return failed(failure('tcp.refused', 'connect'));
      },
      upgrade: async () => failed(failure('tcp.refused', 'connect')),
      tls: () => undefined,
      cost: () => ({ connections: 1, bytesSent: 0, bytesReceived: 0 }),
      close: () => undefined,
    }),
  };
  const zone = { 'example.org': { A: ['9.9.9.80'] }, 'muc.example.org': { A: ['9.9.9.81'] } };
  const ports = { ...realPorts({ http }), resolver: zoneResolver(zone), onLooked: () => undefined };
  const settings = { ...probeSettings(), allowPrivateAddresses: false };
  await contactToTell({ ...TARGET, ...target }, { verdict, waived }, settings, ports);
  return asked;
}

describe('somebody to tell', () => {
  it('is looked for where plaintext counts and the configuration names nobody', async () => {
    expect(await askedFor({}, 'plaintext')).toEqual(['example.org']);
    expect(await askedFor({ domain: 'muc.example.org', componentOf: 'example.org' }, 'plaintext')).toEqual([
      'example.org',
    ]);
  });

  it('is not looked for where there is nothing to tell, or where the user has said whom', async () => {
    expect(await askedFor({}, 'secure')).toEqual([]);
    expect(await askedFor({}, 'inconclusive')).toEqual([]);
    expect(await askedFor({}, 'plaintext', true)).toEqual([]);
    expect(await askedFor({ contact: 'mailto:admin@example.org' }, 'plaintext')).toEqual([]);
  });
});
