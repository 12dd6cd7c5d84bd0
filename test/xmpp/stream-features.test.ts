import { describe, expect, it } from '@jest/globals';
import { DETAIL_LIMIT } from '../../src/model/failure.js';
import { readStreamFeatures } from '../../src/xmpp/stream-features.js';
import { elementOf } from '../support/xml.js';

const read = (children: string) =>
  readStreamFeatures(elementOf(`<features xmlns='http://etherx.jabber.org/streams'>${children}</features>`));
const STARTTLS = `<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`;

describe('stream features', () => {
  it('are empty when the element is', () => {
    expect(read('')).toEqual({
      all: [],
      starttls: 'absent',
      mechanisms: [],
      legacyAuth: false,
      registration: false,
      compression: [],
      dialback: false,
    });
  });

  it('are all kept, known or not', () => {
    expect(read(`${STARTTLS}<limits xmlns='urn:xmpp:stream-limits:0'><max-bytes>1</max-bytes></limits>`).all).toEqual([
      { name: 'starttls', namespace: 'urn:ietf:params:xml:ns:xmpp-tls', required: false, children: [] },
      { name: 'limits', namespace: 'urn:xmpp:stream-limits:0', required: false, children: ['max-bytes'] },
    ]);
  });

  it('are read out where we judge by them', () => {
    const features = read(
      `<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-1</mechanism><mechanism> PLAIN </mechanism><mechanism/><hostname>x</hostname></mechanisms>` +
        `<authentication xmlns='urn:xmpp:sasl:2'><mechanism>SCRAM-SHA-256</mechanism><inline/></authentication>` +
        `<auth xmlns='http://jabber.org/features/iq-auth'/><register xmlns='http://jabber.org/features/iq-register'/>` +
        `<compression xmlns='http://jabber.org/features/compress'><method>zlib</method><method>lzw</method></compression>` +
        `<dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback>`,
    );
    expect(features).toMatchObject({
      starttls: 'absent',
      mechanisms: ['SCRAM-SHA-1', 'PLAIN'],
      sasl2: ['SCRAM-SHA-256'],
      legacyAuth: true,
      registration: true,
      compression: ['zlib', 'lzw'],
      dialback: true,
    });
  });

  it.each([
    ['offered without <required/>', STARTTLS, 'offered'],
    [
      'required with it',
      `<t:starttls xmlns:t='urn:ietf:params:xml:ns:xmpp-tls'><t:required/></t:starttls>`,
      'required',
    ],
    [
      'offered when <required/> is of another namespace',
      `<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required xmlns='urn:other'/></starttls>`,
      'offered',
    ],
    [
      'offered when <required/> belongs to dialback, as jabberd2 writes it',
      `${STARTTLS}<dialback xmlns='urn:xmpp:features:dialback'><required></required></dialback>`,
      'offered',
    ],
    ['absent when only something else has its name', `<starttls xmlns='urn:other'/>`, 'absent'],
  ])('say STARTTLS is %s', (_, xml, starttls) => {
    expect(read(xml).starttls).toBe(starttls);
  });

  it('are cut where a name is longer than an observation may keep', () => {
    const long = 'x'.repeat(2000);
    const { all, mechanisms } = read(
      `<${long} xmlns='${long}'><${long}/></${long}><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>${long}</mechanism></mechanisms>`,
    );
    const [feature] = all;
    expect(
      [feature?.name, feature?.namespace, feature?.children[0], mechanisms[0]].map((text) => text?.length),
    ).toEqual([DETAIL_LIMIT, DETAIL_LIMIT, DETAIL_LIMIT, DETAIL_LIMIT]);
  });
});
