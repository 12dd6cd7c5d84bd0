import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TlsOptions } from 'node:tls';
import type { ByteStream, TlsRequest } from '../../src/probe/dialer.js';
import { createDialer, type DialerOptions } from '../../src/runtime/dialer.js';
import { troubleOf } from '../../src/runtime/network-failure.js';
import { startPeer, type PeerConnection, type ScriptedPeer } from '../support/scripted-peer.js';
import { aCertificate, anAuthority, type Authority } from '../support/test-certificate.js';

const SHORT_MS = 150;
const never = new AbortController().signal;
const identity = { domain: 'example.org', unicodeDomain: 'example.org', service: 'c2s' } as const;
const request: TlsRequest = { identity, timeoutMs: 2000 };
const certificate = aCertificate({ names: [{ dns: 'example.org' }] });

let peer: ScriptedPeer | undefined;
let streams: ByteStream[] = [];

afterEach(async () => {
  await Promise.all(streams.map((stream) => stream.close()));
  streams = [];
  await peer?.close();
  peer = undefined;
});

/** Connects to a peer that follows the script. */
async function dial(
  script: (connection: PeerConnection) => Promise<void>,
  options: DialerOptions & { signal?: AbortSignal } = {},
): Promise<ByteStream> {
  peer = await startPeer(script);
  const address = { address: '127.0.0.1', port: peer.port, family: 4 } as const;
  const opened = await createDialer(options).connect(address, 2000, options.signal ?? never);
  if (opened.state !== 'done') throw new Error(`not connected: ${JSON.stringify(opened)}`);
  streams.push(opened.value);
  return opened.value;
}

/** Runs a handshake with a peer that serves TLS with these options and then goes on with the script. */
async function handshake(options: TlsOptions, more: Partial<TlsRequest> = {}, dialer: DialerOptions = {}) {
  const stream = await dial(async (connection) => {
    if (await connection.startTls({ ...certificate, ...options })) await connection.hold();
  }, dialer);
  return stream.startTls({ ...request, ...more });
}

/** The handshake with a peer that answers the ClientHello with these bytes. */
async function handshakeAnswered(bytes: Uint8Array | string, leave: 'end' | 'reset' | 'hold' = 'end') {
  const stream = await dial(async (connection) => {
    await connection.expect('\x16\x03');
    await connection.send(bytes);
    await connection[leave]();
  });
  return stream.startTls({ ...request, timeoutMs: SHORT_MS });
}

async function readAll(stream: ByteStream): Promise<{ text: string; last: unknown }> {
  let text = '';
  for (;;) {
    const received = await stream.read(SHORT_MS);
    if (received.kind !== 'bytes') return { text, last: received };
    text += Buffer.from(received.bytes).toString();
  }
}

describe('a connection', () => {
  it('is refused by a port where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const opened = await createDialer().connect({ address: '127.0.0.1', port, family: 4 }, 2000, never);
    expect(opened).toEqual({
      state: 'failed',
      failure: { code: 'tcp.refused', step: 'connect', detail: 'ECONNREFUSED' },
    });
  });

  it('is not begun once the run is out of time', async () => {
    const opened = await createDialer().connect(
      { address: '127.0.0.1', port: 9, family: 4 },
      2000,
      AbortSignal.abort(),
    );
    expect(opened).toEqual({ state: 'failed', failure: { code: 'run.deadline', step: 'connect' } });
  });

  it('hands out what was sent before the end, and then the end again and again', async () => {
    const stream = await dial(async (connection) => {
      await connection.send('one');
      await connection.send('two');
      connection.end();
    });
    expect(await readAll(stream)).toEqual({ text: 'onetwo', last: { kind: 'end' } });
    expect(await stream.read(SHORT_MS)).toEqual({ kind: 'end' });
  });

  it('hands out what was sent before a reset, and then the reset', async () => {
    const stream = await dial(async (connection) => {
      await connection.send('one');
      await connection.expect('now');
      connection.reset();
    });
    const first = await stream.read(SHORT_MS);
    stream.write('now');
    const rest = await readAll(stream);
    expect(first).toMatchObject({ kind: 'bytes' });
    expect(rest).toEqual({ text: '', last: { kind: 'failed', code: 'tcp.reset', detail: 'ECONNRESET' } });
  });

  it('can be read again after a read ran out of time', async () => {
    const stream = await dial(async (connection) => {
      await connection.expect('now');
      await connection.send('late');
      await connection.hold();
    });
    expect(await stream.read(20)).toEqual({ kind: 'failed', code: 'stream.timeout' });
    stream.write('now');
    expect((await readAll(stream)).text).toBe('late');
  });

  it('stops a sender that is not read', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(256 * 1024, 'x');
    const stream = await dial(async (connection) => {
      await connection.expect('go');
      for (; sent < 64; sent++) await connection.send(chunk);
      connection.end();
    });
    stream.write('go');
    await new Promise((resolve) => setTimeout(resolve, SHORT_MS));
    const received = await stream.read(SHORT_MS);
    expect(received.kind === 'bytes' && received.bytes.length).toBeLessThan(256 * 1024);
    expect(stream.traffic().received).toBeLessThan(1024 * 1024);
  });

  it('fails with the deadline of the run, also while it is waited for', async () => {
    const run = new AbortController();
    const stream = await dial((connection) => connection.hold(), { signal: run.signal });
    const reading = stream.read(5000);
    run.abort();
    expect(await reading).toEqual({ kind: 'failed', code: 'run.deadline' });
  });

  it('may be closed twice and written to afterwards', async () => {
    const stream = await dial((connection) => connection.hold());
    await Promise.all([stream.close(), stream.close()]);
    await stream.close();
    stream.write('too late');
    expect(stream.traffic().received).toBe(0);
  });

  it('counts its bytes, also after it was closed', async () => {
    const stream = await dial(async (connection) => {
      await connection.expect('12345');
      await connection.send('123');
      connection.end();
    });
    stream.write('12345');
    await readAll(stream);
    await stream.close();
    expect(stream.traffic()).toEqual({ sent: 5, received: 3 });
  });
});

describe('a TLS handshake', () => {
  it('brings version, cipher, ALPN and the chain as it was sent', async () => {
    const root = anAuthority('root');
    const middle = anAuthority('middle', root);
    const leaf = aCertificate({ subject: 'leaf', names: [{ dns: 'example.org' }], issuer: middle });
    const step = await handshake(
      { cert: leaf.cert + root.cert + middle.cert, key: leaf.key, ALPNProtocols: ['xmpp-client'] },
      { alpn: 'xmpp-client' },
    );
    expect(step).toMatchObject({
      state: 'done',
      value: {
        version: 'TLSv1.3',
        cipher: 'TLS_AES_256_GCM_SHA384',
        alpn: 'xmpp-client',
        chain: [{ subject: 'CN=leaf' }, { subject: 'CN=root' }, { subject: 'CN=middle' }],
        verified: { state: 'not-verified' },
      },
    });
  });

  it('carries the domain as SNI', async () => {
    let name: string | false = false;
    const stream = await dial(async (connection) => {
      await connection.startTls({
        ...certificate,
        SNICallback: (servername, respond) => {
          name = servername;
          respond(null);
        },
      });
    });
    await stream.startTls(request);
    expect(name).toBe('example.org');
  });

  it.each(['', '192.0.2.1', '2001:db8::1'])('carries no SNI for %j, which is no DNS name', async (domain) => {
    const step = await handshake({}, { identity: { ...identity, domain, unicodeDomain: domain } });
    expect(step.state).toBe('done');
  });

  it('is followed by reads and writes inside TLS, counted as they are on the wire', async () => {
    const stream = await dial(async (connection) => {
      await connection.expect('<starttls/>');
      await connection.send('<proceed/>');
      await connection.startTls({ ...certificate });
      await connection.expect('ping');
      await connection.send('pong', { bytes: 1 });
      connection.end();
    });
    stream.write('<starttls/>');
    await stream.read(SHORT_MS);
    expect((await stream.startTls(request)).state).toBe('done');
    stream.write('ping');
    expect(await readAll(stream)).toEqual({ text: 'pong', last: { kind: 'end' } });
    expect(stream.traffic().received).toBeGreaterThan(500);
    expect(stream.traffic().sent).toBeGreaterThan(300);
  });

  it.each(['TLSv1', 'TLSv1.1', 'TLSv1.2'] as const)('completes with a server that knows only %s', async (version) => {
    const step = await handshake({ minVersion: version, maxVersion: version, ciphers: 'DEFAULT:@SECLEVEL=0' });
    expect(step).toMatchObject({ state: 'done', value: { version } });
  });

  it('completes with a server that has only NULL suites', async () => {
    const options = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0' } as const;
    expect(await handshake(options)).toMatchObject({ state: 'done', value: { cipher: 'ECDHE-ECDSA-NULL-SHA' } });
  });

  it.each([
    ['an alert', Buffer.from('15030100020228', 'hex'), { code: 'tls.alert', detail: 'handshake_failure' }],
    ['XML', "<?xml version='1.0'?><stream:stream", { code: 'tls.not-tls' }],
    ['HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n', { code: 'tls.not-tls' }],
    ['nothing', '', { code: 'tls.closed' }],
    [
      'a version nobody can speak',
      Buffer.concat([Buffer.from('160300002a020000260300', 'hex'), Buffer.alloc(32), Buffer.from('00002f00', 'hex')]),
      { code: 'tls.local-refusal', detail: 'unsupported protocol' },
    ],
  ])('fails when it is answered with %s', async (_, bytes, trouble) => {
    expect(await handshakeAnswered(bytes)).toEqual({ state: 'failed', failure: { step: 'handshake', ...trouble } });
  });

  it('fails when it is reset', async () => {
    expect(await handshakeAnswered('', 'reset')).toMatchObject({ state: 'failed', failure: { code: 'tcp.reset' } });
  });

  it('fails when the server stays silent', async () => {
    expect(await handshakeAnswered('', 'hold')).toEqual({
      state: 'failed',
      failure: { code: 'tls.timeout', step: 'handshake' },
    });
  });

  it('fails when the server has spoken first', async () => {
    const stream = await dial(async (connection) => {
      await connection.send('SSH-2.0-x\r\n');
      await connection.hold();
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await stream.startTls(request)).toMatchObject({ state: 'failed', failure: { code: 'tls.not-tls' } });
    expect(await stream.read(SHORT_MS)).toEqual({ kind: 'end' });
  });

  it.each([
    ['end', 'tls.closed'],
    ['reset', 'tcp.reset'],
  ] as const)('fails at once when the server has left before it, by %s', async (leave, code) => {
    const stream = await dial(async (connection) => {
      await connection.expect('<starttls/>');
      connection[leave]();
    });
    stream.write('<starttls/>');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await stream.startTls(request)).toMatchObject({ state: 'failed', failure: { code, step: 'handshake' } });
  });

  it('begins with a ClientHello of one segment', async () => {
    const stream = await dial((connection) => connection.hold());
    await stream.startTls({ ...request, timeoutMs: SHORT_MS });
    expect(stream.traffic().sent).toBeGreaterThan(100);
    expect(stream.traffic().sent).toBeLessThan(1000);
  });

  it('fails with the alert when no ALPN protocol is shared', async () => {
    expect(await handshake({ ALPNProtocols: ['h2'] }, { alpn: 'xmpp-client' })).toMatchObject({
      state: 'failed',
      failure: { code: 'tls.alert', detail: 'no_application_protocol' },
    });
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'meets a server that wants a client certificate with %s without harm',
    async (version) => {
      const stream = await dial(async (connection) => {
        await connection.startTls({
          ...certificate,
          requestCert: true,
          rejectUnauthorized: true,
          minVersion: version,
          maxVersion: version,
        });
      });
      const step = await stream.startTls(request);
      const last = step.state === 'done' ? (await readAll(stream)).last : step;
      expect(JSON.stringify(last)).toMatch(/tls\.alert.*(certificate_required|handshake_failure)/);
    },
  );
});

describe('a certificate', () => {
  let folder: string | undefined;

  afterEach(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
    folder = undefined;
  });

  function caFile(content: string): string {
    folder = mkdtempSync(join(tmpdir(), 'dialer-'));
    const file = join(folder, 'ca.pem');
    writeFileSync(file, content);
    return file;
  }

  async function verifiedBy(authority: Authority, leaf: Parameters<typeof aCertificate>[0]) {
    const { cert, key } = aCertificate(leaf);
    const step = await handshake({ cert, key }, {}, { caFile: caFile(authority.cert) });
    return step.state === 'done' ? step.value.verified : step;
  }

  it('is verified against the CA file', async () => {
    const issuer = anAuthority();
    expect(await verifiedBy(issuer, { issuer, names: [{ dns: 'example.org' }] })).toEqual({ state: 'verified' });
  });

  it('with an SRV-ID and no DNS-ID is verified', async () => {
    const issuer = anAuthority();
    const names = [{ srv: '_xmpp-client.example.org' }];
    expect(await verifiedBy(issuer, { issuer, names })).toEqual({ state: 'verified' });
  });

  it('that names the domain in its common name only is not verified', async () => {
    const issuer = anAuthority();
    expect(await verifiedBy(issuer, { issuer, subject: 'example.org' })).toEqual({
      state: 'not-verified',
      why: ['the certificate is not for example.org (c2s): it names nobody'],
    });
  });

  it('that has expired is not verified', async () => {
    const issuer = anAuthority();
    const leaf = { issuer, names: [{ dns: 'example.org' }], notAfter: new Date('2020-01-01') };
    expect(await verifiedBy(issuer, { ...leaf, notBefore: new Date('2019-01-01') })).toEqual({
      state: 'not-verified',
      why: ['a certificate of the chain has expired'],
    });
  });

  it('that signed itself is not verified', async () => {
    expect(await verifiedBy(anAuthority(), { names: [{ dns: 'example.org' }] })).toEqual({
      state: 'not-verified',
      why: ['the certificate is self-signed'],
    });
  });

  it.each([
    ['that is missing', '/nowhere/ca.pem'],
    ['without a certificate', undefined],
  ])('cannot be verified by a CA file %s, which is a mistake of the configuration', (_, file) => {
    expect(() => createDialer({ caFile: file ?? caFile('hello') })).toThrow(/^The CA file .* cannot be used/);
  });
});

describe('an error of the platform', () => {
  const error = (code: string, more: object = {}) => Object.assign(new Error(code), { code }, more);

  it.each([
    ['ECONNREFUSED', 'tcp.refused'],
    ['ETIMEDOUT', 'tcp.timeout'],
    ['EPIPE', 'tcp.reset'],
    ['ENETUNREACH', 'net.unreachable'],
    ['EHOSTUNREACH', 'net.unreachable'],
    ['EACCES', 'net.unreachable'],
    ['EMFILE', 'tcp.failed'],
  ])('%s on IPv4 is %s', (name, code) => {
    expect(troubleOf(error(name), 4)).toEqual({ code, detail: name });
  });

  it.each(['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'])('%s on IPv6 says that there is no IPv6 here', (name) => {
    expect(troubleOf(error(name), 6)).toEqual({ code: 'net.no-ipv6-route', detail: name });
  });

  it.each(['EHOSTUNREACH', 'EPERM'])(
    '%s on IPv6 speaks of that host alone: other addresses may well answer',
    (name) => {
      expect(troubleOf(error(name), 6)).toEqual({ code: 'net.unreachable', detail: name });
    },
  );

  it('is found behind the causes and parts of another', () => {
    const wrapped = new Error('outer', { cause: new AggregateError([new Error('x'), error('ECONNREFUSED')]) });
    expect(troubleOf(wrapped, 4)).toEqual({ code: 'tcp.refused', detail: 'ECONNREFUSED' });
  });

  it('that says nothing is still a failure', () => {
    expect(troubleOf('what', 4)).toEqual({ code: 'tcp.failed', detail: '' });
    expect(troubleOf(new Error('what'), 4)).toEqual({ code: 'tcp.failed', detail: 'what' });
  });
});
