import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../src/config/load.js';
import { readListenAddress } from '../../src/config/readers.js';
import { ConfigurationError } from '../../src/model/ports.js';

function load(inputs: Readonly<Record<string, string>>) {
  return loadConfig({
    input: (name) => ({ hosts: 'example.org', ...inputs })[name],
    readFile: () => Promise.resolve(undefined),
    knownChecks: [],
    today: '2026-11-22',
    toUnicode: (domain) => domain,
    caller: 'command-line',
  });
}

async function problemOf(inputs: Readonly<Record<string, string>>): Promise<string> {
  const error: unknown = await load(inputs).catch((reason: unknown) => reason);
  return error instanceof ConfigurationError ? error.message : 'no mistake was found';
}

describe('readListenAddress', () => {
  it.each([
    ['0.0.0.0:5269', { address: '0.0.0.0', port: 5269 }],
    ['[::]:5269', { address: '::', port: 5269 }],
  ])('takes %s', (text, value) => {
    expect(readListenAddress(text)).toEqual({ value });
  });

  it.each(['5269', ':5269', 'localhost:5269', '0.0.0.0', '0.0.0.0:', '0.0.0.0:0', '0.0.0.0:65536', '::1:5269', ''])(
    'says of %j what to write instead',
    (text) => {
      expect(readListenAddress(text)).toEqual({
        problem: `"${text}" is not an address and a port: write them like "0.0.0.0:5269" or "[::]:5269"`,
      });
    },
  );
});

describe('the full s2s proof', () => {
  it('is off, and so is the active probe, unless asked for', async () => {
    const { config } = await load({});
    expect(config.probe.activeS2s).toBe(false);
    expect(config.probe.s2sListen).toBeUndefined();
  });

  it('listens where it is told to, with the certificate it is given', async () => {
    const own = { 's2s-from': 'probe.example.com', 's2s-listen': '192.0.2.1:5269' };
    expect((await load(own)).config.probe.s2sListen).toEqual({ address: '192.0.2.1', port: 5269 });
    expect((await load({ ...own, 's2s-certificate': 'own.pem' })).config.probe.s2sListen).toEqual({
      address: '192.0.2.1',
      port: 5269,
      certificateFile: 'own.pem',
    });
  });

  it('needs a domain that leads there', async () => {
    expect(await problemOf({ 's2s-listen': '192.0.2.1:5269' })).toContain(
      's2s-listen needs s2s-from: name a domain of yours whose _xmpp-server SRV record leads there',
    );
  });

  it('has no use for a certificate without a place to listen', async () => {
    expect(await problemOf({ 's2s-certificate': 'own.pem' })).toContain(
      's2s-certificate is for s2s-listen, which is not given: give both, or neither',
    );
  });

  it('cannot be asked for by the configuration file, which others may edit', async () => {
    const attempt = loadConfig({
      input: () => undefined,
      readFile: async (path) =>
        path === '.github/xmpp-tls.yml'
          ? "defaults: { s2s-listen: '0.0.0.0:5269' }\nhosts: [example.org]\n"
          : undefined,
      knownChecks: [],
      today: '2026-11-22',
      toUnicode: (domain) => domain,
      caller: 'action',
    });
    await expect(attempt).rejects.toThrow('s2s-listen');
  });
});
