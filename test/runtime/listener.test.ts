import { afterEach, describe, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { ConfigurationError } from '../../src/model/ports.js';
import type { CallerStream, Listener } from '../../src/probe/listener.js';
import { listen } from '../../src/runtime/listener.js';
import { makeSelfSigned } from '../../src/runtime/self-signed.js';
import { freePort } from '../support/servers/ports.js';

const HERE = { address: '127.0.0.1', domain: 'prober.example' };
let open: Listener | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** A listener that hands each caller to `serve`, and a connection to it. */
async function callOf(serve: (caller: CallerStream) => Promise<void>): Promise<Socket> {
  const port = await freePort();
  open = await listen({ ...HERE, port });
  open.onCall(serve);
  const socket = connect(port, HERE.address);
  await once(socket, 'connect');
  return socket;
}

describe('a listener', () => {
  it('reads and answers a caller, and serves TLS for the domain', async () => {
    const socket = await callOf(async (caller) => {
      const first = await caller.read(2000);
      caller.write(first.kind === 'bytes' ? `heard ${Buffer.from(first.bytes).toString()}` : first.kind);
      if (await caller.serveTls(2000)) caller.write('inside');
      caller.close();
    });
    socket.write('hello');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toBe('heard hello');
    const secure = connectTls({ socket, rejectUnauthorized: false });
    const [inside] = (await once(secure, 'data')) as [Buffer];
    expect(inside.toString()).toBe('inside');
    expect(secure.getPeerX509Certificate()?.checkHost('prober.example')).toBe('prober.example');
    secure.destroy();
  });

  it('gives up on a caller that does not make the handshake in time', async () => {
    let served: boolean | undefined;
    const socket = await callOf(async (caller) => {
      served = await caller.serveTls(100);
      caller.close();
    });
    socket.on('data', () => undefined);
    await once(socket, 'close');
    expect(served).toBe(false);
  });

  it('drops everybody when it is closed', async () => {
    const socket = await callOf((caller) => caller.read(5000).then(() => undefined));
    await open?.close();
    socket.on('error', () => undefined).resume();
    if (!socket.closed) await once(socket, 'close');
    expect(socket.closed).toBe(true);
  });

  it('names the port that is taken', async () => {
    const taken = createServer().listen(0, HERE.address);
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const attempt = listen({ ...HERE, port });
    await expect(attempt).rejects.toThrow(ConfigurationError);
    await expect(attempt).rejects.toThrow(`s2s-listen: 127.0.0.1 port ${port} cannot be listened on (EADDRINUSE)`);
    taken.close();
  });

  it('takes a certificate from a file, and names one that is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xmpp-tls-listener-'));
    try {
      const file = join(folder, 'own.pem');
      const { cert, key } = makeSelfSigned('prober.example');
      writeFileSync(file, cert + key);
      open = await listen({ ...HERE, port: await freePort(), certificateFile: file });
      writeFileSync(file, 'no certificate');
      const attempt = listen({ ...HERE, port: await freePort(), certificateFile: file });
      await expect(attempt).rejects.toThrow(/^s2s-certificate: .*own\.pem cannot be used/);
      const missing = listen({ ...HERE, port: await freePort(), certificateFile: join(folder, 'gone.pem') });
      await expect(missing).rejects.toThrow('(ENOENT)');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a certificate made for the run', () => {
  it('is self-signed, for the domain, and valid now', () => {
    const certificate = new X509Certificate(makeSelfSigned('xn--bcher-kva.example').cert);
    expect(certificate.checkHost('xn--bcher-kva.example')).toBe('xn--bcher-kva.example');
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
    expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
  });

  it('holds the longest domain there is', () => {
    const domain = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`;
    expect(new X509Certificate(makeSelfSigned(domain).cert).subjectAltName).toBe(`DNS:${domain}`);
  });
});
