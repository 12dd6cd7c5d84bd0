import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readBoshReply, writeRequest, writeSessionRequest } from '../../src/xmpp/bosh.js';
import { isElement, readDocument } from '../../src/xml/document.js';

const BOSH = "xmlns='http://jabber.org/protocol/httpbind'";

/** The failure of a reply that ends the session. */
function endingOf(text: string) {
  const reply = readBoshReply(text, 'header');
  return 'code' in reply ? reply : reply.ending;
}

describe('a BOSH session', () => {
  it('is asked for in well-formed XML, whatever the domain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (to) => {
        const body = readDocument(writeSessionRequest(7, to));
        expect(isElement(body) && body.attributes['to']).toBe(to);
      }),
    );
  });

  it('is ended with a terminate', () => {
    expect(writeRequest(8, "s'1", [], true)).toBe(`<body ${BOSH} rid='8' sid='s&apos;1' type='terminate'></body>`);
  });

  it('begins with a reply that has features inside, though the server forgot to declare the prefix', () => {
    const text = `<body ${BOSH} sid='s1' authid='a1' from='example.org' xmpp:version='1.0'><stream:features/></body>`;
    expect(readBoshReply(text, 'header')).toMatchObject({
      sid: 's1',
      header: { id: 'a1', from: 'example.org', version: '1.0' },
      elements: [{ name: 'features', namespace: 'http://etherx.jabber.org/streams' }],
    });
  });

  it.each([
    ["condition='host-unknown'", 'stream.host-unknown'],
    ["condition='improper-addressing'", 'stream.host-unknown'],
    ["condition='see-other-uri'", 'stream.redirected'],
    ["condition='internal-server-error'", 'stream.error'],
    ['', 'stream.closed'],
  ])('ends at once with %s', (condition, code) => {
    expect(endingOf(`<body ${BOSH} type='terminate' ${condition}/>`)).toMatchObject({ code, step: 'header' });
  });

  it('ends with the stream error that stands inside', () => {
    const error =
      "<stream:error><undefined-condition xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text>No stream features</text></stream:error>";
    expect(endingOf(`<body ${BOSH} type='terminate' condition='remote-stream-error'>${error}</body>`)?.code).toBe(
      'stream.no-features',
    );
  });

  it('ends with what ejabberd says to a banned address, though it declares a namespace twice', () => {
    const stream = "xmlns:stream='http://etherx.jabber.org/streams'";
    const text =
      `<body xmpp:version='1.0' type='terminate' condition='remote-stream-error' ${stream} ${BOSH} sid='s1' ${stream}>` +
      "<stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xmlns='urn:ietf:params:xml:ns:xmpp-streams'>Too many (20) failed authentications</text></stream:error></body>";
    expect(endingOf(text)).toMatchObject({
      code: 'stream.error',
      condition: 'policy-violation',
      detail: expect.stringContaining('Too many'),
    });
  });

  it.each([`<body ${BOSH}>`, `<body ${BOSH}></html>`])('is over with %j, which is BOSH all the same', (text) => {
    expect(readBoshReply(text, 'header')).toMatchObject({ ending: { code: 'xml.not-well-formed', step: 'header' } });
  });

  it.each(['', 'It works!', '<html/>', '<body/>', '<body><p></body>'])('is not begun by %j', (text) => {
    expect(readBoshReply(text, 'header')).toMatchObject({ code: 'stream.not-xmpp' });
  });

  it.each([' ', ' a', ' a="', "=' "])('takes no longer than its length for so many %j', (part) => {
    const before = performance.now();
    readBoshReply(`<body ${part.repeat((64 * 1024) / part.length)}>`, 'header');
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('survives any reply', () => {
    fc.assert(fc.property(fc.string(), (text) => void readBoshReply(`<body ${BOSH}${text}`, 'header')));
  });
});
