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
const LINKS = [
  { relation: 'xbosh', href: 'https://web.example.org:5280/bosh', ips: [] },
  { relation: 'websocket', href: 'ws://web.example.org/ws', ips: [] },
];

const jrd = (links: readonly unknown[]): string => JSON.stringify({ links });
const link = (relation: string, more: object = {}) => ({ rel: `urn:xmpp:alt-connections:${relation}`, ...more });
const linksOf = (text: string) => {
  const file = readHostMeta(text);
  return file.kind === 'links' ? file.links : undefined;
};

describe('readHostMeta', () => {
  it('reads the XMPP links of an XRD, comments and other links left out', () => {
    expect(readHostMeta(XRD)).toEqual({ kind: 'links', links: LINKS, leftOut: 0 });
  });

  it.each([
    ['a DOCTYPE', XRD.replace('<XRD', '<!DOCTYPE XRD>\n<XRD')],
    ['a style sheet', XRD.replace('<XRD', "<?xml-stylesheet href='a.xsl'?><XRD")],
    ['a byte order mark', `\uFEFF${XRD}`],
    ['a prefix', XRD.replace('<XRD xmlns', '<a:XRD xmlns:a').replaceAll('<Link', '<a:Link').replace('</', '</a:')],
  ])('reads an XRD with %s, as browsers do', (_what, text) => {
    expect(linksOf(text)).toEqual(LINKS);
  });

  it('reads a JRD with the fields of XEP-0487', () => {
    const fields = { port: 443, ips: ['192.0.2.1', 7], sni: 'example.org', priority: 1 };
    const text = JSON.stringify({ xmpp: { ttl: 3000 }, links: [{ rel: 'lrdd' }, link('s2s-tls', fields), null] });
    const read = [{ relation: 's2s-tls', port: 443, ips: ['192.0.2.1'], sni: 'example.org' }];
    expect(linksOf(text)).toEqual(read);
    expect(linksOf(`\uFEFF${text}`)).toEqual(read);
  });

  it('leaves out a port that is none', () => {
    const links = [70_000, -1, 1.5, '443'].map((port) => link('tls', { port }));
    expect(linksOf(jrd(links))?.map(({ port }) => port)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('follows no more than sixteen links with eight addresses each, and says how many are left', () => {
    const links = Array.from({ length: 99 }, () => link('xbosh', { href: 'https://a/' }));
    expect(readHostMeta(jrd(links))).toMatchObject({ kind: 'links', leftOut: 83 });
    expect(linksOf(jrd(links))).toHaveLength(16);
    const ips = Array.from({ length: 10 }, (_none, index) => `192.0.2.${index}`);
    expect(readHostMeta(jrd([link('tls', { ips })]))).toMatchObject({ leftOut: 2, links: [{ ips: ips.slice(0, 8) }] });
  });

  it('is not crowded out by links that lead to nothing it knows', () => {
    const links = [...Array.from({ length: 99 }, () => link('quic')), link('xbosh', { href: 'http://a/' })];
    expect(linksOf(jrd(links))?.[0]).toMatchObject({ relation: 'xbosh' });
    expect(readHostMeta(jrd(links))).toMatchObject({ leftOut: 0 });
  });

  it.each(['', '{', '<html><p>404</html>', '<!DOCTYPE html><html><br></html>', '<XRD>', 'urn:xmpp'])(
    'takes %j for no host-meta file',
    (text) => expect(readHostMeta(text)).toEqual({ kind: 'none' }),
  );

  it.each(['null', '{}', '{"links": 7}', '<other/>', '<p>urn:xmpp:alt-connections:xbosh</p>'])(
    'finds no links in %j',
    (text) => expect(readHostMeta(text)).toEqual({ kind: 'links', links: [], leftOut: 0 }),
  );

  it.each([
    ['breaks off', XRD.slice(0, -6), 'malformed'],
    ['breaks off in JSON', jrd([link('xbosh')]).slice(0, -1), 'malformed'],
    ['declares entities', XRD.replace('<XRD', '<!DOCTYPE XRD [<!ENTITY a "b">]><XRD'), 'malformed'],
    ['mixes marks', XRD.replace("ws'/>", "ws'>"), 'malformed'],
  ])('says that a file with links of XMPP cannot be read where it %s', (_how, text, why) => {
    expect(readHostMeta(text)).toEqual({ kind: 'unreadable', why });
  });

  it('says that a file is too long, though no link of XMPP was seen yet', () => {
    expect(readHostMeta(XRD.slice(0, 200), true)).toEqual({ kind: 'unreadable', why: 'too-long' });
    expect(readHostMeta('{"links":[{', true)).toEqual({ kind: 'unreadable', why: 'too-long' });
    expect(readHostMeta(`<!DOCTYPE html><html>${'<br>'.repeat(9)}`, true)).toEqual({ kind: 'none' });
  });

  it.each(['<!--', '<?', '<!DOCTYPE ', '<a', '"links"'])('takes no longer than its length for so many %j', (mark) => {
    const text = mark.repeat((64 * 1024) / mark.length);
    const before = performance.now();
    readHostMeta(text);
    // The square of the length took more than a second.
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readHostMeta(text, true)));
  });
});
