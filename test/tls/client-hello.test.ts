import { describe, expect, it } from '@jest/globals';
import { writeClientHello } from '../../src/tls/client-hello.js';
import { WORTHLESS_SUITES } from '../../src/tls/suites.js';

const random = new Uint8Array(32).fill(7);
const suites = WORTHLESS_SUITES.null.filter(({ name }) => name === 'TLS_RSA_WITH_NULL_SHA256');

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

describe('a ClientHello', () => {
  it('is one handshake record that offers the suites and the renegotiation SCSV, byte for byte', () => {
    const hello = hex(writeClientHello({ suites, serverName: 'a.example', random }));
    expect(hello).toBe(
      [
        '1603010077', // record: handshake, TLS 1.0, 119 bytes
        '01000073', // ClientHello, 115 bytes
        '0303', // TLS 1.2
        '07'.repeat(32),
        '00', // no session
        '0004003b00ff', // two suites
        '0100', // no compression
        '0046', // extensions
        `0000000e000c000009${Buffer.from('a.example').toString('hex')}`,
        '000a000a0008001d001700190018',
        '000b00020100',
        '000d001c001a0804080508060403050306030401050106010402020302010202',
      ].join(''),
    );
  });

  it('names the protocol by ALPN where it is asked to', () => {
    const hello = hex(writeClientHello({ suites, serverName: 'a.example', alpn: 'xmpp-client', random }));
    expect(hello.endsWith(`0010000e000c0b${Buffer.from('xmpp-client').toString('hex')}`)).toBe(true);
  });

  it('fits into one segment with every worthless suite in it and the longest name there can be', () => {
    const all = Object.values(WORTHLESS_SUITES).flat();
    const serverName = `${'a'.repeat(63)}.`.repeat(4).slice(0, 253);
    expect(writeClientHello({ suites: all, serverName, alpn: 'xmpp-server', random }).length).toBeLessThan(1200);
  });
});

describe('the worthless suites', () => {
  it('are in one class each, by what their names say', () => {
    const all = Object.values(WORTHLESS_SUITES).flat();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { name } of WORTHLESS_SUITES.null) expect(name).toContain('_WITH_NULL_');
    for (const { name } of WORTHLESS_SUITES.anonymous) expect(name).toMatch(/^TLS_(?:DH|ECDH)_anon_(?!.*NULL)/u);
    for (const { name } of WORTHLESS_SUITES.export) expect(name).toMatch(/^(?!.*anon).*_EXPORT_/u);
  });
});
