import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { issueCertificate, type ServerCertificate } from '../../src/demo/certificate.js';
import { startXmppServer, type EmbeddedServer, type XmppServerOptions } from '../../src/demo/xmpp-server.js';
import { writeStreamHeader } from '../../src/xmpp/stream-header.js';
import { STARTTLS } from '../../src/xmpp/starttls.js';
import { writeQuestion } from '../../src/xmpp/question-catalogue.js';

const DOMAIN = 'example.org';
const C2S = writeStreamHeader({ service: 'c2s', to: DOMAIN });
const S2S = writeStreamHeader({ service: 's2s', to: DOMAIN, from: 'tls-probe.invalid' });
const context = { to: DOMAIN, from: 'tls-probe.invalid', user: 'nobody', id: 'x' };
const EXTERNAL = writeQuestion('sasl-external', context);
const LEGACY = writeQuestion('legacy-auth', context);
const REGISTER = writeQuestion('registration', context);
const VERIFY = writeQuestion('dialback-verify', context);

let certificate: ServerCertificate;
const servers: EmbeddedServer[] = [];
const sockets: Socket[] = [];

beforeAll(async () => {
  certificate = await issueCertificate([DOMAIN], Date.now());
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function start(options: Partial<XmppServerOptions> = {}): Promise<EmbeddedServer> {
  const server = await startXmppServer({
    domains: [DOMAIN],
    service: 'c2s',
    policy: 'required',
    certificate,
    ...options,
  });
  servers.push(server);
  return server;
}

async function open(server: EmbeddedServer): Promise<Socket> {
  const socket = connect(server.port, server.host);
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

/** Sends text and reads until `end` was heard, or until the server hung up. */
async function converse(socket: Socket, text: string, end: string): Promise<string> {
  let heard = '';
  const hear = (bytes: Buffer) => {
    heard += bytes.toString();
    if (heard.includes(end)) socket.emit('heard');
  };
  socket.on('data', hear);
  socket.write(text);
  await Promise.race([once(socket, 'heard'), once(socket, 'close')]);
  socket.off('data', hear);
  return heard;
}

/** Everything a server says to a whole plaintext stream that ends politely. */
async function dialogue(server: EmbeddedServer, text: string): Promise<string> {
  const heard = await converse(await open(server), `${text}</stream:stream>`, '</stream:stream>');
  return heard.replace(/^.*?<stream:stream[^>]*>/u, '').replace('</stream:stream>', '');
}

async function secure(socket: Socket): Promise<TLSSocket> {
  const secured = connectTls({ socket, servername: DOMAIN, ca: certificate.ca });
  sockets.push(secured);
  await once(secured, 'secureConnect');
  return secured;
}

describe('an embedded server that requires TLS', () => {
  it('offers STARTTLS only and turns every question down', async () => {
    const server = await start();
    const heard = await dialogue(server, C2S + EXTERNAL + LEGACY + REGISTER);
    expect(heard).toContain(
      "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>",
    );
    expect(heard).not.toContain('mechanism>');
    expect(heard).toContain('<encryption-required/>');
    expect(heard).toMatch(/<iq type='error' id='x-legacy-auth'[^>]*><error type='modify'><not-acceptable/u);
    expect(heard).toMatch(/<iq type='error' id='x-registration'[^>]*><error type='modify'><policy-violation/u);
    expect(server.connections()).toBe(1);
  });

  it('upgrades to TLS and shows the login there', async () => {
    const server = await start();
    const socket = await open(server);
    expect(await converse(socket, C2S + STARTTLS, 'proceed')).toContain('<proceed ');
    const secured = await secure(socket);
    expect(secured.authorized).toBe(true);
    const heard = await converse(secured, C2S, '</stream:features>');
    expect(heard).toContain('<mechanism>SCRAM-SHA-1</mechanism>');
    expect(heard).not.toContain('<starttls');
    expect(await converse(secured, EXTERNAL, '</failure>')).toContain('<invalid-mechanism/>');
  });

  it('refuses SASL between servers, and answers db:verify as Prosody does', async () => {
    const heard = await dialogue(await start({ service: 's2s' }), S2S + EXTERNAL + VERIFY);
    expect(heard).toContain('<required/></starttls><dialback ');
    expect(heard).toContain('<encryption-required/>');
    expect(heard).toContain(
      "<db:verify id='x-dialback-verify' from='example.org' to='tls-probe.invalid' type='invalid'/>",
    );
  });
});

describe('an embedded server with optional TLS', () => {
  it('offers the login beside STARTTLS', async () => {
    const server = await start({ policy: 'optional' });
    const heard = await dialogue(server, C2S + EXTERNAL + LEGACY);
    expect(heard).toContain("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><mechanisms");
    expect(heard).toContain('<invalid-mechanism/>');
    expect(heard).toContain('<service-unavailable');
  });

  it('offers dialback beside STARTTLS', async () => {
    const heard = await dialogue(await start({ policy: 'optional', service: 's2s' }), S2S);
    expect(heard).toMatch(/<starttls [^>]*\/><dialback /u);
  });
});

describe('an embedded server without TLS', () => {
  it('answers the old login and refuses STARTTLS', async () => {
    const heard = await dialogue(await start({ policy: 'none' }), C2S + LEGACY + REGISTER + STARTTLS);
    expect(heard).not.toContain('<starttls');
    expect(heard).toContain("<query xmlns='jabber:iq:auth'><username/><password/><resource/></query>");
    expect(heard).toContain("<query xmlns='jabber:iq:register'><username/><password/></query>");
    expect(heard).toContain("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
  });

  it('lets servers begin EXTERNAL', async () => {
    expect(await dialogue(await start({ policy: 'none', service: 's2s' }), S2S + EXTERNAL)).toContain('<challenge ');
  });
});

describe('an embedded server that only advertises its policy', () => {
  it('says required and answers all the same', async () => {
    const heard = await dialogue(await start({ policy: 'advertised-only' }), C2S + EXTERNAL + LEGACY);
    expect(heard).toContain('<required/>');
    expect(heard).toContain('<invalid-mechanism/>');
    expect(heard).toContain('<password/>');
  });

  it('obeys its operator from the next connection on', async () => {
    const server = await start({ policy: 'advertised-only' });
    server.setPolicy('required');
    expect(await dialogue(server, C2S + EXTERNAL + LEGACY)).toContain('<encryption-required/>');
    expect(await dialogue(server, C2S + LEGACY)).not.toContain('<password/>');
    expect(server.connections()).toBe(2);
  });
});

describe('an embedded server that expects TLS from the first byte', () => {
  it('speaks XMPP inside TLS and agrees on the protocol', async () => {
    const server = await start({ policy: 'tls-only' });
    const secured = connectTls({ ...server, servername: DOMAIN, ca: certificate.ca, ALPNProtocols: ['xmpp-client'] });
    sockets.push(secured);
    await once(secured, 'secureConnect');
    expect(secured.alpnProtocol).toBe('xmpp-client');
    expect(await converse(secured, C2S, '</stream:features>')).toContain('<mechanism>');
  });

  it('says nothing in the clear', async () => {
    const server = await start({ policy: 'tls-only' });
    expect(await converse(await open(server), C2S, '<stream')).not.toContain('<');
  });
});

describe('any embedded server', () => {
  it('does not know other domains', async () => {
    const heard = await dialogue(await start(), writeStreamHeader({ service: 'c2s', to: 'other.example' }));
    expect(heard).toContain('<host-unknown');
    expect(heard).toContain('This server does not serve other.example');
  });

  it('serves many domains on one port', async () => {
    const domains = Array.from({ length: 200 }, (_, i) => `d${i}.example`);
    const server = await start({ domains });
    const last = await dialogue(server, writeStreamHeader({ service: 'c2s', to: 'd199.example' }));
    expect(last).toContain('<required/>');
  });

  it('ends a stream that is not XML, and one that holds the unknown', async () => {
    const server = await start();
    expect(await dialogue(server, `${C2S}<a></b>`)).toContain('<not-well-formed');
    expect(await dialogue(server, `${C2S}<message/>`)).toContain('<unsupported-stanza-type');
  });

  it('never takes a login or a registration', async () => {
    const set = `<iq type='set' id='s'><query xmlns='jabber:iq:register'><username>a</username></query></iq>`;
    const plain = `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGEAYg==</auth>`;
    const heard = await dialogue(await start({ policy: 'none' }), C2S + set + plain);
    expect(heard).toContain('<not-allowed');
    expect(heard).toContain('<not-authorized/>');
  });

  it('delays answers like a distance: those to one packet come together', async () => {
    const server = await start({ delayMs: 100 });
    const before = performance.now();
    await dialogue(server, C2S + EXTERNAL + LEGACY + REGISTER);
    const tookMs = performance.now() - before;
    expect(tookMs).toBeGreaterThanOrEqual(99);
    expect(tookMs).toBeLessThan(400);
  });

  it('cuts its writes', async () => {
    const server = await start({ chunkBytes: 7 });
    const socket = await open(server);
    let chunks = 0;
    socket.on('data', () => (chunks += 1));
    expect(await converse(socket, C2S, '</stream:features>')).toContain('<required/></starttls></stream:features>');
    expect(chunks).toBeGreaterThan(1);
  });

  it('says what a test puts into its mouth', async () => {
    const answers: XmppServerOptions['answers'] = {
      features: () => `<stream:features><x xmlns='urn:x'/></stream:features>`,
      'sasl-external': () => '',
      'legacy-auth': (usual) => usual.replace('not-acceptable', 'conflict'),
      registration: () => '<stream:error/></stream:stream>',
    };
    const server = await start({ answers });
    expect(await dialogue(server, C2S + EXTERNAL + LEGACY)).toMatch(
      /^<stream:features><x xmlns='urn:x'\/><\/stream:features><iq [^>]*><error type='modify'><conflict/u,
    );
    const socket = await open(server);
    expect(await converse(socket, C2S + REGISTER, 'never')).toMatch(/<stream:error\/><\/stream:stream>$/u);
  });
});

describe('issueCertificate', () => {
  it('vouches for its domains only', () => {
    const leaf = new X509Certificate(certificate.cert);
    expect(leaf.checkHost(DOMAIN)).toBe(DOMAIN);
    expect(leaf.checkHost('other.example')).toBeUndefined();
    expect(leaf.verify(new X509Certificate(certificate.ca).publicKey)).toBe(true);
    expect(new X509Certificate(certificate.ca).ca).toBe(true);
    expect(leaf.ca).toBe(false);
  });
});
