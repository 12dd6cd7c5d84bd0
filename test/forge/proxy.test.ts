import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createGitHubReader } from '../../src/forge/github.js';
import { startFakeGitHub, type FakeGitHub } from '../support/fake-github.js';
import { testClock } from './test-clock.js';

let forge: FakeGitHub;
let proxy: Server;
afterEach(async () => {
  delete process.env['http_proxy'];
  delete process.env['no_proxy'];
  proxy.closeAllConnections();
  await Promise.all([forge.close(), new Promise((resolve) => proxy.close(resolve))]);
});

/** A proxy that leads every tunnel to the fake forge, and tells where each was to go. */
async function startProxy(): Promise<string[]> {
  const asked: string[] = [];
  forge = await startFakeGitHub({ token: 'secret' });
  proxy = createServer().on('connect', (request, client) => {
    asked.push(request.url ?? '');
    const server = connect(Number(new URL(forge.url).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      server.pipe(client).pipe(server);
    });
    for (const end of [client, server]) end.on('error', () => server.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  process.env['http_proxy'] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return asked;
}

describe('a forge behind the proxy of a runner', () => {
  it('is reached through it', async () => {
    const asked = await startProxy();
    const options = { token: 'secret', repository: forge.repository, clock: testClock() };
    const reader = createGitHubReader({ ...options, apiUrl: 'http://forge.example' });
    expect(await reader.listManaged('xmpp-tls')).toEqual([]);
    expect(asked).toEqual(['forge.example:80']);
    expect(forge.requests).toHaveLength(1);
  });

  it('is reached without it where it needs none', async () => {
    const asked = await startProxy();
    process.env['no_proxy'] = '127.0.0.1';
    const options = { token: 'secret', repository: forge.repository, clock: testClock() };
    expect(await createGitHubReader({ ...options, apiUrl: forge.url }).listManaged('xmpp-tls')).toEqual([]);
    expect(asked).toEqual([]);
  });
});
