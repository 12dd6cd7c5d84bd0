import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readCertificate, readChain } from '../../src/tls/certificate.js';
import { aCertificate, anAuthority } from '../support/test-certificate.js';

describe('the facts of a certificate', () => {
  it('hold DNS-ID, SRV-ID and XmppAddr in the order of the certificate, and no other names', () => {
    const names = [
      { dns: 'example.org' },
      { uri: 'https://example.org' },
      { srv: '_xmpp-client.example.org' },
      { xmpp: 'münchen.example' },
    ];
    expect(readCertificate(aCertificate({ names }).der, 'leaf').identifiers).toEqual([
      { type: 'dns', value: 'example.org' },
      { type: 'srv', value: '_xmpp-client.example.org' },
      { type: 'xmpp', value: 'münchen.example' },
    ]);
  });

  it('hold subject, issuer, validity and the hash of the DER encoding', () => {
    const { der } = aCertificate({
      subject: 'chat, the "server"',
      issuer: anAuthority('an authority'),
      notBefore: new Date('2026-01-02T03:04:05Z'),
      notAfter: new Date('2027-01-02T03:04:05Z'),
    });
    expect(readCertificate(der, 'leaf')).toEqual({
      der: Buffer.from(der).toString('base64'),
      sha256: createHash('sha256').update(der).digest('hex'),
      subject: 'CN=chat\\, the \\"server\\"',
      issuer: 'CN=an authority',
      notBefore: '2026-01-02T03:04:05.000Z',
      notAfter: '2027-01-02T03:04:05.000Z',
      identifiers: [],
    });
  });

  it('hold identifiers of the leaf only', () => {
    const names = [{ dns: 'example.org' }];
    const chain = readChain([aCertificate({ names }).der, aCertificate({ names }).der]);
    expect(chain.map((certificate) => certificate.identifiers.length)).toEqual([1, 0]);
  });

  it('hold no common name among the identifiers', () => {
    expect(readCertificate(aCertificate({ subject: 'example.org' }).der, 'leaf').identifiers).toEqual([]);
  });

  it('cannot be fooled into other names by what stands inside of one', () => {
    const hostile = [
      'a.example, DNS:example.org',
      'a.example", DNS:"example.org',
      'a.example\0.example.org',
      'a.example\\", DNS:example.org',
      '"example.org"',
    ];
    for (const dns of hostile) {
      expect(readCertificate(aCertificate({ names: [{ dns }] }).der, 'leaf').identifiers).toEqual([
        { type: 'dns', value: dns },
      ]);
    }
  });

  it('keep every name as one identifier, whatever characters it is made of', () => {
    const text = fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(text, text, (dns, srv) => {
        const { identifiers } = readCertificate(aCertificate({ names: [{ dns }, { srv }] }).der, 'leaf');
        expect(identifiers).toEqual([
          { type: 'dns', value: dns },
          { type: 'srv', value: srv },
        ]);
      }),
      { numRuns: 50 },
    );
  });

  it('are cut where a certificate brings names without end', () => {
    const names = Array.from({ length: 3000 }, (_, index) => ({ dns: `n${index}` }));
    expect(readCertificate(aCertificate({ names }).der, 'leaf').identifiers).toHaveLength(500);
    const [long] = readCertificate(aCertificate({ names: [{ dns: 'x'.repeat(5000) }] }).der, 'leaf').identifiers;
    expect(long?.value).toHaveLength(300);
  });

  it('are what can be read of bytes that are not a certificate', () => {
    const facts = readCertificate(Buffer.from('not DER'), 'leaf');
    expect(facts).toMatchObject({ der: 'bm90IERFUg==', subject: '', issuer: '', notBefore: '', notAfter: '' });
    expect(facts.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('never throw, wherever a certificate is damaged', () => {
    const { der } = aCertificate({ names: [{ dns: 'example.org' }, { xmpp: 'example.org' }] });
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Buffer.from(der);
        damaged.writeUInt8((damaged[at] ?? 0) ^ flip, at);
        expect(readCertificate(damaged, 'leaf').sha256).toHaveLength(64);
        expect(readCertificate(damaged.subarray(0, at), 'leaf').sha256).toHaveLength(64);
      }),
      { numRuns: 500 },
    );
  });
});
