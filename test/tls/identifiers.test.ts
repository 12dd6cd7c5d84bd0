import { describe, expect, it } from '@jest/globals';
import { readCertificate } from '../../src/tls/certificate.js';
import { isNamed, type ReferenceIdentity } from '../../src/tls/identifiers.js';
import { aCertificate, type TestName } from '../support/test-certificate.js';

function named(reference: Partial<ReferenceIdentity>, ...names: readonly TestName[]): boolean {
  const identity: ReferenceIdentity = {
    domain: 'example.org',
    unicodeDomain: reference.domain ?? 'example.org',
    service: 'c2s',
    ...reference,
  };
  return isNamed(identity, readCertificate(aCertificate({ subject: identity.domain, names }).der, 'leaf').identifiers);
}

describe('a domain', () => {
  it('is named by its DNS-ID in any case', () => {
    expect(named({}, { dns: 'other.example' }, { dns: 'EXAMPLE.org' })).toBe(true);
  });

  it('is not named by the common name (RFC 9525)', () => {
    expect(named({})).toBe(false);
  });

  it('is not named by the SRV target', () => {
    expect(named({}, { dns: 'xmpp.example.org' })).toBe(false);
  });

  it('is named by a wildcard for its whole left-most label', () => {
    expect(named({ domain: 'chat.example.org' }, { dns: '*.example.org' })).toBe(true);
  });

  it.each(['*.example.org', 'chat.*.org', 'c*.example.org', '*', '*.*.example.org', '*.org.'])(
    'is not named by the wildcard %s where it would stand for anything else',
    (dns) => {
      expect(named({ domain: 'a.chat.example.org' }, { dns })).toBe(false);
      expect(named({ domain: 'example.org' }, { dns })).toBe(false);
    },
  );

  it('of one label is not named by a wildcard', () => {
    expect(named({ domain: 'localhost' }, { dns: '*' }, { dns: '*.localhost' }, { dns: '*t' })).toBe(false);
  });

  it('is named by an SRV-ID of its kind of link only', () => {
    expect(named({ service: 'c2s' }, { srv: '_xmpp-client.example.org' })).toBe(true);
    expect(named({ service: 's2s' }, { srv: '_xmpp-client.example.org' })).toBe(false);
    expect(named({ service: 's2s' }, { srv: '_XMPP-server.example.org' })).toBe(true);
    expect(named({ service: 'c2s' }, { srv: 'example.org' })).toBe(false);
  });

  it('is named by an XmppAddr with its U-label, composed or not', () => {
    const idn = { domain: 'xn--mnchen-3ya.example', unicodeDomain: 'münchen.example' };
    expect(named(idn, { xmpp: 'münchen.example' })).toBe(true);
    expect(named(idn, { xmpp: 'MÜNCHEN.example'.normalize('NFD') })).toBe(true);
    expect(named(idn, { xmpp: 'munchen.example' })).toBe(false);
  });

  it('with U-labels is named by the A-labels of a DNS-ID', () => {
    const idn = { domain: 'xn--mnchen-3ya.example', unicodeDomain: 'münchen.example' };
    expect(named(idn, { dns: 'xn--mnchen-3ya.example' })).toBe(true);
  });

  it('is not named by a name that only begins or ends like it', () => {
    expect(
      named({}, { dns: 'example.org.evil.example' }, { dns: 'notexample.org' }, { dns: 'example.org\0.evil' }),
    ).toBe(false);
  });
});
