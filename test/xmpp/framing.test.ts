import { describe, expect, it } from '@jest/globals';
import { CLOSE, isOpen, readFrame, writeOpen } from '../../src/xmpp/framing.js';

describe('framing of RFC 7395', () => {
  it('opens a stream with an element of its own', () => {
    const opened = readFrame(writeOpen("a'b.example"), 'header');
    expect(opened).toMatchObject({ name: 'open', attributes: { to: "a'b.example", version: '1.0' } });
    expect('code' in opened || isOpen(opened)).toBe(true);
  });

  it('reads a close as the end of the stream', () => {
    expect(readFrame(CLOSE, 'features')).toEqual({ code: 'stream.closed', step: 'features' });
  });

  it('reads a close that names another place as a redirect', () => {
    const close = "<close xmlns='urn:ietf:params:xml:ns:xmpp-framing' see-other-uri='wss://a/'/>";
    expect(readFrame(close, 'header')).toEqual({ code: 'stream.redirected', step: 'header' });
  });

  it('files what is not XML under the step under way', () => {
    expect(readFrame('<open', 'question')).toMatchObject({ code: 'xml.not-well-formed', step: 'question' });
  });

  it('takes no other element for an answer to open', () => {
    const element = readFrame('<open/>', 'header');
    expect('code' in element || isOpen(element)).toBe(false);
  });
});
