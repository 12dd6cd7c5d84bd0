import { afterEach, describe, expect, it } from '@jest/globals';
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { startDnsServer, type DnsServer, type Zone } from '../../src/demo/dns-server.js';

let server: DnsServer | undefined;
afterEach(() => server?.stop());

/** The resolver of Node itself, so that the server is held to somebody else's idea of the DNS. */
async function ask(zone: Zone): Promise<Resolver> {
  server = await startDnsServer(zone);
  const resolver = new Resolver({ timeout: 300, tries: 1 });
  resolver.setServers([server.address]);
  return resolver;
}

const ZONE: Zone = {
  '_xmpp-client._tcp.example.org': { SRV: ['5 10 5222 xmpp.example.org'] },
  'xmpp.example.org': { A: ['127.0.0.1', '127.0.0.2'], AAAA: ['::1'] },
  'alias.example.org': { CNAME: 'xmpp.example.org' },
  'big.example.org': { A: ['127.0.0.3'], truncated: true },
  'broken.example.org': { A: 'SERVFAIL', AAAA: 'REFUSED', SRV: 'TIMEOUT' },
};

describe('the name server of the demo', () => {
  it('answers with the records of its zone', async () => {
    const resolver = await ask(ZONE);
    expect(await resolver.resolveSrv('_xmpp-client._tcp.example.org')).toEqual([
      expect.objectContaining({ priority: 5, weight: 10, port: 5222, name: 'xmpp.example.org' }),
    ]);
    expect((await resolver.resolve4('xmpp.example.org')).sort()).toEqual(['127.0.0.1', '127.0.0.2']);
    expect(await resolver.resolve6('XMPP.example.org')).toEqual(['::1']);
    expect(await resolver.resolve6('alias.example.org')).toEqual(['::1']);
    expect(await resolver.resolve4('big.example.org')).toEqual(['127.0.0.3']);
  });

  it.each<[string, 'A' | 'AAAA' | 'SRV', string]>([
    ['nobody.example.org', 'A', 'ENOTFOUND'],
    ['xmpp.example.org', 'SRV', 'ENODATA'],
    ['_tcp.example.org', 'A', 'ENODATA'],
    ['broken.example.org', 'A', 'ESERVFAIL'],
    ['broken.example.org', 'AAAA', 'EREFUSED'],
    ['broken.example.org', 'SRV', 'ETIMEOUT'],
  ])('tells troubles apart: %s %s is %s', async (name, type, code) => {
    const resolver = await ask(ZONE);
    await expect(resolver.resolve(name, type)).rejects.toMatchObject({ code });
  });

  it('records the questions and takes another zone while it runs', async () => {
    const resolver = await ask(ZONE);
    await resolver.resolve4('xmpp.example.org');
    server?.set({ 'xmpp.example.org': { A: ['127.0.0.9'] } });
    expect(await resolver.resolve4('xmpp.example.org')).toEqual(['127.0.0.9']);
    expect(server?.queries).toEqual(['A xmpp.example.org', 'A xmpp.example.org']);
  });

  it('outlives noise on both transports, and stops with connections open', async () => {
    const resolver = await ask(ZONE);
    const port = Number(server?.address.split(':')[1]);
    const udp = createSocket('udp4');
    await new Promise((sent) => udp.send('noise', port, '127.0.0.1', sent));
    udp.close();
    const tcp = connect(port, '127.0.0.1');
    tcp.on('error', () => tcp.destroy());
    tcp.write('\u0000\u0005noise');
    await once(tcp, 'connect');
    expect(await resolver.resolve6('xmpp.example.org')).toEqual(['::1']);
    await server?.stop();
    server = undefined;
    await once(tcp, 'close');
    expect(tcp.destroyed).toBe(true);
  });
});
