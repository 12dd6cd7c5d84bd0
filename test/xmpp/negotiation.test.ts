import { describe, expect, it } from '@jest/globals';
import { done, failed, failure, notReached } from '../../src/model/failure.js';
import { openStream } from '../../src/xmpp/negotiation.js';
import { writeStreamHeader } from '../../src/xmpp/stream-header.js';
import { scriptPeer } from '../support/converse.js';
import { HEADER } from '../support/xml.js';

const REQUEST = { service: 'c2s', to: 'example.org' } as const;
const FEATURES = `<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>`;
const HOST_UNKNOWN = `<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>`;

/** Opens a stream to a peer that says `reply` and then ends. */
function open(reply: string, ending: Parameters<typeof scriptPeer>[1] = {}) {
  return scriptPeer([reply], ending).converse(openStream(REQUEST));
}

describe('opening a stream', () => {
  it('sends the initial stream header and nothing else', () => {
    const peer = scriptPeer([HEADER + FEATURES]);
    peer.converse(openStream(REQUEST));
    expect(peer.sent).toEqual([writeStreamHeader(REQUEST)]);
  });

  it('reads the response stream header and the features', () => {
    const { header, features } = open(HEADER + FEATURES);
    expect(header).toEqual(done({ version: '1.0', xmlDeclaration: false }));
    expect(features).toMatchObject({ state: 'done', value: { starttls: 'required' } });
  });

  it.each([
    ['white space', ' \r\n '],
    ['elements that are not features', `<features xmlns='urn:other'/><message/>`],
    ['a second stream header', HEADER.replace(`'1.0'>`, `'0.9' id='second'>`)],
  ])('passes over %s before the features', (_, between) => {
    const { header, features } = open(HEADER + between + FEATURES);
    expect(header).toEqual(done({ version: '1.0', xmlDeclaration: false }));
    expect(features.state).toBe('done');
  });

  it('leaves what follows the features for whoever comes next', () => {
    const peer = scriptPeer([`${HEADER}${FEATURES}<next/>`]);
    peer.converse(openStream(REQUEST));
    expect(peer.rest()).toBe('<next/>');
  });

  it.each([
    ['before the header', '', { header: failed(failure('stream.closed', 'header')), features: notReached('header') }],
    ['inside the header', HEADER.slice(0, 20), { header: failed(failure('stream.closed', 'header')) }],
    ['after the header', HEADER, { features: failed(failure('stream.closed', 'features')) }],
    ['by a closing tag', `${HEADER}</stream:stream>`, { features: failed(failure('stream.closed', 'features')) }],
  ])('fails when the server closes %s', (_, reply, steps) => {
    expect(open(reply)).toMatchObject(steps);
  });

  it('fails at the step that was under way when the stream breaks', () => {
    expect(open('<?xml').header).toMatchObject({ failure: { code: 'stream.closed' } });
    expect(open('HTTP/1.1 400').header).toEqual(failed(failure('stream.not-xmpp', 'header')));
    expect(open(`${HEADER}<!-- -->`).features).toEqual(failed(failure('xml.forbidden', 'features', 'a comment')));
    expect(open(HEADER, { ending: 'stream.timeout' }).features).toEqual(failed(failure('stream.timeout', 'features')));
  });

  it('files failures under the steps it was given', () => {
    const steps = { header: 'secured-features', features: 'secured-features' } as const;
    const inside = (reply: string) => scriptPeer([reply]).converse(openStream({ ...REQUEST, steps }));
    expect(inside('')).toEqual({
      header: failed(failure('stream.closed', 'secured-features')),
      features: notReached('secured-features'),
    });
    expect(inside(HEADER).features).toEqual(failed(failure('stream.closed', 'secured-features')));
  });

  it('fails with the stream error that came instead of features', () => {
    const hostUnknown = (step: 'header' | 'features') =>
      failed(failure('stream.host-unknown', step, undefined, 'host-unknown'));
    expect(open(HEADER + HOST_UNKNOWN).features).toEqual(hostUnknown('features'));
    expect(open(HOST_UNKNOWN)).toEqual({ header: hostUnknown('header'), features: notReached('header') });
  });

  it('takes features from a server that forgot the version', () => {
    expect(open(HEADER.replace(` version='1.0'`, '') + FEATURES).features.state).toBe('done');
  });

  it('says that a server without version may be too old for features, and never that it has none', () => {
    const { features } = open(HEADER.replace(` version='1.0'`, ''), { ending: 'stream.timeout' });
    expect(features).toMatchObject({
      state: 'failed',
      failure: { code: 'stream.timeout', step: 'features', detail: expect.stringContaining('no version') },
    });
  });
});
