import { describe, expect, it } from '@jest/globals';
import { readStreamHeader, writeStreamHeader } from '../../src/xmpp/stream-header.js';
import { tokensOf } from '../support/xml.js';

describe('the initial stream header', () => {
  it('names only the domain on c2s, even if it is told who we are', () => {
    const header =
      `<?xml version='1.0'?><stream:stream to='example.org' version='1.0' xml:lang='en' xmlns='jabber:client'` +
      ` xmlns:stream='http://etherx.jabber.org/streams'>`;
    expect(writeStreamHeader({ service: 'c2s', to: 'example.org' })).toBe(header);
    expect(writeStreamHeader({ service: 'c2s', to: 'example.org', from: 'tls-probe.invalid' })).toBe(header);
  });

  it('names both domains and the dialback namespace on s2s', () => {
    expect(writeStreamHeader({ service: 's2s', to: 'example.org', from: 'tls-probe.invalid' })).toBe(
      `<?xml version='1.0'?><stream:stream to='example.org' from='tls-probe.invalid' version='1.0' xml:lang='en'` +
        ` xmlns='jabber:server' xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams'>`,
    );
  });

  it('arrives as it was meant, whatever the domain holds', () => {
    const [to, from] = [`a'b"c<d>&e\u00e9😀`, `'/><x y='`];
    const [token] = tokensOf(writeStreamHeader({ service: 's2s', to, from }));
    expect(token).toMatchObject({ kind: 'header', tag: { attributes: { to, from } } });
  });
});

describe('the response stream header', () => {
  const read = (xml: string) => {
    const [token] = tokensOf(xml);
    if (token?.kind !== 'header') throw new Error('no header');
    return readStreamHeader(token);
  };

  it('is read attribute by attribute, empty ones as absent', () => {
    const attributes = `id='42' from='example.org' to='' version='1.0' xml:lang='de'`;
    expect(read(`<?xml version='1.0'?><s:stream xmlns:s='http://etherx.jabber.org/streams' ${attributes}>`)).toEqual({
      id: '42',
      from: 'example.org',
      version: '1.0',
      lang: 'de',
      xmlDeclaration: true,
    });
  });

  it('is read without an XML declaration and without attributes', () => {
    expect(read(`<stream:stream xmlns:stream='http://etherx.jabber.org/streams'>`)).toEqual({ xmlDeclaration: false });
  });
});
