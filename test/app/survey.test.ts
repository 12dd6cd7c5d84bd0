import { expect, it } from '@jest/globals';
import { survey } from '../../src/app/survey.js';
import type { Config } from '../../src/model/config.js';
import { realPorts } from '../support/loopback-look.js';
import { scramCrypto } from '../../src/runtime/scram-crypto.js';

const TARGET = {
  domain: 'a.example',
  unicodeDomain: 'a.example',
  services: ['c2s'],
  endpoints: [],
  checks: {},
  waivers: [],
} as const;

it('a survey that ends in a bug leaves no timer and no look behind', async () => {
  const { clock, ...ports } = realPorts();
  const sleeps: AbortSignal[] = [];
  const broken = { resolve: () => Promise.reject(new Error('a bug')) };
  const probe = { timeoutMs: 100, runTimeoutMs: 900_000, parallel: 1, retries: 0, s2sFrom: 'tls-probe.invalid' };
  const config = { targets: [TARGET], checks: {}, probe, network: { allowPrivateAddresses: true, dnsServers: [] } };
  const running = survey(config as unknown as Config, {
    ...ports,
    scram: scramCrypto,
    resolver: broken,
    clock: { ...clock, sleep: (ms, signal) => (signal && sleeps.push(signal), clock.sleep(ms, signal)) },
    version: 'test',
    onTarget: () => undefined,
  });
  await expect(running).rejects.toThrow('a bug');
  expect(sleeps.length).toBeGreaterThan(0);
  expect(sleeps.every(({ aborted }) => aborted)).toBe(true);
});
