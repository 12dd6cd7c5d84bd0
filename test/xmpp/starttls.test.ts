import { describe, expect, it } from '@jest/globals';
import { done, failed, failure } from '../../src/model/failure.js';
import { openStream } from '../../src/xmpp/negotiation.js';
import { requestStarttls } from '../../src/xmpp/starttls.js';
import { scriptPeer } from '../support/converse.js';
import { HEADER } from '../support/xml.js';

const TLS = 'urn:ietf:params:xml:ns:xmpp-tls';

/** Asks for TLS on a stream that has just been opened. */
function ask(reply: string, ending: Parameters<typeof scriptPeer>[1] = {}) {
  const peer = scriptPeer([`${HEADER}<stream:features/>`, reply], ending);
  peer.converse(openStream({ service: 'c2s', to: 'example.org' }));
  return { step: peer.converse(requestStarttls()), sent: peer.sent[1], rest: peer.rest() };
}

describe('asking for TLS', () => {
  it('sends <starttls/> and nothing else', () => {
    expect(ask('').sent).toBe(`<starttls xmlns='${TLS}'/>`);
  });

  it('goes on at <proceed/>, and leaves what was sent after it to be looked at', () => {
    expect(ask(`<proceed xmlns='${TLS}'/>`)).toMatchObject({ step: done('proceed'), rest: '' });
    expect(ask(` <t:proceed xmlns:t='${TLS}'></t:proceed >\n<iq/>`)).toMatchObject({
      step: done('proceed'),
      rest: '\n<iq/>',
    });
  });

  it('passes over elements that are no answer', () => {
    expect(ask(`<message/><proceed/><proceed xmlns='${TLS}'/>`).step).toEqual(done('proceed'));
  });

  it.each([
    ['a failure', `<failure xmlns='${TLS}'/></stream:stream>`, failure('starttls.failure', 'starttls')],
    ['a close', '', failure('stream.closed', 'starttls')],
    ['the end of the stream', '</stream:stream>', failure('stream.closed', 'starttls')],
    ['broken XML', '<proceed', failure('stream.closed', 'starttls')],
    [
      'a stream error',
      `<stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>`,
      failure('stream.error', 'starttls', undefined, 'unsupported-stanza-type'),
    ],
  ])('fails at %s', (_, reply, reason) => {
    expect(ask(reply).step).toEqual(failed(reason));
  });

  it('fails when time runs out', () => {
    expect(ask('', { ending: 'stream.timeout' }).step).toEqual(failed(failure('stream.timeout', 'starttls')));
  });
});
