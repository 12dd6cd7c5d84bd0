import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '../../src/model/ports.js';
import { parseNameServer } from '../../src/runtime/dns-servers.js';

describe('a name server', () => {
  it.each([
    ['192.0.2.53', { address: '192.0.2.53', port: 53 }],
    ['192.0.2.53:5353', { address: '192.0.2.53', port: 5353 }],
    ['2001:db8::53', { address: '2001:db8::53', port: 53 }],
    ['[2001:db8::53]', { address: '2001:db8::53', port: 53 }],
    ['[2001:db8::53]:5353', { address: '2001:db8::53', port: 5353 }],
    ['fe80::1%eth0', { address: 'fe80::1%eth0', port: 53 }],
    ['[fe80::1%eth0]:53', { address: 'fe80::1%eth0', port: 53 }],
  ])('is plain when written %s', (text, expected) => {
    expect(parseNameServer(text)).toEqual({ kind: 'plain', ...expected });
  });

  it('is asked over HTTPS when written as an https URL', () => {
    const server = parseNameServer('https://dns.example.net/dns-query');
    expect(server).toEqual({ kind: 'https', url: new URL('https://dns.example.net/dns-query') });
  });

  it.each([
    '',
    'dns.example.net',
    'http://dns.example.net/dns-query',
    'https://',
    '192.0.2.53:0',
    '192.0.2.53:65536',
    '192.0.2.256',
    '192.0.2.53:',
    '[2001:db8::53',
    '[192.0.2.53]:x',
    'tls://192.0.2.53',
    '192.0.2.53 ',
  ])('is refused when written "%s", with a sentence that says what to write', (text) => {
    expect(() => parseNameServer(text)).toThrow(ConfigurationError);
    expect(() => parseNameServer(text)).toThrow(/^dns-servers: ".*" is not a name server; write an IP address \(.+\)/);
  });
});
