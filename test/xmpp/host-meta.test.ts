import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readHostMeta } from '../../src/xmpp/host-meta.js';

const XRD = `<?xml version='1.0' encoding='utf-8'?>
<!-- how to reach us -->
<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>
  <Link rel='lrdd' href='https://example.org/who'/>
  <Link rel="urn:xmpp:alt-connections:xbosh" href="https://web.example.org:5280/bosh"/>
  <Link rel='urn:xmpp:alt-connections:websocket' href='ws://web.example.org/ws'/>
</XRD>`;

describe('readHostMeta', () => {
  it('reads the XMPP links of an XRD, comments and other links left out', () => {
    expect(readHostMeta(XRD)).toEqual([
      { relation: 'xbosh', href: 'https://web.example.org:5280/bosh', ips: [] },
      { relation: 'websocket', href: 'ws://web.example.org/ws', ips: [] },
    ]);
  });

  it('reads a JRD with the fields of XEP-0487', () => {
    const link = {
      rel: 'urn:xmpp:alt-connections:s2s-tls',
      port: 443,
      ips: ['192.0.2.1', 7],
      sni: 'example.org',
      priority: 1,
    };
    expect(readHostMeta(JSON.stringify({ xmpp: { ttl: 3000 }, links: [{ rel: 'lrdd' }, link, null] }))).toEqual([
      { relation: 's2s-tls', port: 443, ips: ['192.0.2.1'], sni: 'example.org' },
    ]);
  });

  it('leaves out a port that is none', () => {
    const links = [70_000, -1, 1.5, '443'].map((port) => ({ rel: 'urn:xmpp:alt-connections:tls', port }));
    for (const link of readHostMeta(JSON.stringify({ links })) ?? []) expect(link.port).toBeUndefined();
  });

  it('follows no more than sixteen links', () => {
    const links = Array.from({ length: 99 }, () => ({ rel: 'urn:xmpp:alt-connections:xbosh', href: 'https://a/' }));
    expect(readHostMeta(JSON.stringify({ links }))).toHaveLength(16);
  });

  it.each(['', 'null', '{}', '{"links": 7}', '<html><p>404</html>', '<!DOCTYPE x><XRD/>', '<other/>'])(
    'takes %j for no host-meta file',
    (text) => expect(readHostMeta(text)).toBeUndefined(),
  );

  it('survives any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readHostMeta(text)));
  });
});
