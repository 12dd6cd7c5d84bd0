import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { createPace } from '../../src/probe/pace.js';
import { lookAt, realPorts } from '../support/loopback-look.js';
import { features, HEADER, STARTTLS_REQUIRED } from '../support/scripted-server.js';

/** A server that answers every stream header, and counts the connections that are open at the same time. */
async function startCounter() {
  let [open, most] = [0, 0];
  const server = createServer((socket) => {
    most = Math.max(most, (open += 1));
    socket.on('error', () => socket.destroy()).on('close', () => (open -= 1));
    socket.on('data', (bytes: Buffer) => {
      if (bytes.toString().includes('<stream:stream')) socket.write(HEADER + features(STARTTLS_REQUIRED));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, most: () => most, stop: () => server.close() };
}

it('no more than four connections to one port are open at once, however many domains live there', async () => {
  const server = await startCounter();
  const ports = realPorts({ pace: createPace() });
  await Promise.all(Array.from({ length: 20 }, () => lookAt(server, { ports, settings: { timeoutMs: 300 } })));
  expect(server.most()).toBeLessThanOrEqual(4);
  server.stop();
}, 30_000);
