import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { domainToASCII } from 'node:url';
import { readDomain, readHost } from '../../src/config/domain.js';

const PORT_BELONGS = ', and name the port under "endpoints" in the configuration file';
const ADDRESS =
  'is an IP address: write the XMPP domain that is served there, and name the address under "endpoints" in the configuration file where the DNS does not';

describe('readDomain', () => {
  it.each([
    ['example.org', 'example.org'],
    ['EXAMPLE.Org', 'example.org'],
    ['example.org.', 'example.org'],
    ['  example.org\t', 'example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['BÜCHER.example.', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['日本。jp', 'xn--wgv71a.jp'],
    ['faß.example', 'xn--fa-hia.example'],
    ['my_server.example', 'my_server.example'],
    ['localhost', 'localhost'],
    [`${'a'.repeat(63)}.example`, `${'a'.repeat(63)}.example`],
  ])('takes %j as %s', (text, domain) => {
    expect(readDomain(text)).toEqual({ value: domain });
  });

  it.each([
    ['', 'is no domain: write one such as "example.org"'],
    ['https://example.org/', 'is a URL: write only the domain, "example.org"'],
    ['https://user:pass@EXAMPLE.org:8443/a?b#c', 'is a URL: write only the domain, "example.org"'],
    ['http://', 'is a URL: write only the domain, such as "example.org"'],
    ['xmpp:juliet@example.org?message', 'is an XMPP URI: write only the domain, "example.org"'],
    ['xmpp:example.org', 'is an XMPP URI: write only the domain, "example.org"'],
    ['juliet@example.org', 'is a JID: write only the domain, "example.org"'],
    ['juliet@example.org/balcony', 'is a JID: write only the domain, "example.org"'],
    ['@', 'is a JID: write only the domain, such as "example.org"'],
    ['example.org/balcony', 'has a resource or a path behind it: write only the domain, "example.org"'],
    ['example.org:5222', `names a port: write only the domain, "example.org"${PORT_BELONGS}`],
    ['example.org:', `names a port: write only the domain, "example.org"${PORT_BELONGS}`],
    ['_xmpp-client._tcp.example.org', 'is the name of an SRV record: write only the domain, "example.org"'],
    [
      '*.example.org',
      'is a wildcard: write only the domain, "example.org", and every other domain on a line of its own',
    ],
    ['"example.org"', 'stands in quotes: write only the domain, "example.org"'],
    ['- example.org', 'begins like an item of a YAML list: write only the domain, "example.org"'],
    ['example.org,example.net', 'holds more than one domain: write one domain per line'],
    ['192.0.2.1', ADDRESS],
    ['192.0.2.1:5222', ADDRESS],
    ['2001:db8::1', ADDRESS],
    ['[2001:db8::1]:5222', ADDRESS],
    ['127.1', ADDRESS],
    ['0x7f000001', ADDRESS],
    ['１２７.0.0.1', ADDRESS],
    ['example..org', 'has an empty label: two dots in a row, or one at the start'],
    ['.example.org', 'has an empty label: two dots in a row, or one at the start'],
    ['example.org..', 'has an empty label: two dots in a row, or one at the start'],
    ['-example.org', 'has a label that begins or ends with a hyphen'],
    ['example-.org', 'has a label that begins or ends with a hyphen'],
    ['exam ple.org', 'contains " ", which no domain does'],
    ['ex%61mple.org', 'contains "%", which no domain does'],
    ['example\\.org', 'contains "\\\\", which no domain does'],
    ['xn--a.example', 'is not a valid domain name'],
    ['\u00ad', 'is not a valid domain name'],
    ['example.1', 'is not a valid domain name'],
    ['a\uFE14b.example', 'is not a valid domain name'],
  ])('says of %j what to write instead', (text, sentence) => {
    expect(readDomain(text)).toEqual({ problem: `${JSON.stringify(text)} ${sentence}` });
  });

  it.each([
    ['a label', `${'a'.repeat(64)}.example`, 'has a label of more than 63 characters'],
    ['a name', `${'a.'.repeat(130)}example`, 'has more than 253 characters'],
    ['a text', 'a'.repeat(1001), 'is too long for a domain'],
  ])('refuses %s that is too long, and repeats only its beginning', (_what, text, sentence) => {
    expect(readDomain(text)).toEqual({ problem: `"${text.slice(0, 60)}…" ${sentence}` });
  });

  it('takes only names that the DNS can be asked for, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.domain(), fc.webUrl(), fc.emailAddress()), (text) => {
        const read = readDomain(text);
        if ('problem' in read) return read.problem.length > 0 && !read.problem.includes('\n');
        return /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/u.test(read.value);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves what it has read once as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (label) => {
        const once = readDomain(`${label}.example`);
        return 'problem' in once || JSON.stringify(readDomain(once.value)) === JSON.stringify(once);
      }),
    );
  });

  it('agrees with the IDNA of node:url', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (label) => {
        const read = readDomain(`${label}.example`);
        return 'problem' in read || read.value === domainToASCII(`${label.trim()}.example`);
      }),
    );
  });
});

describe('readHost', () => {
  it.each([
    ['xmpp.example.org', 'xmpp.example.org'],
    ['192.0.2.1', '192.0.2.1'],
    ['2001:DB8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
  ])('takes %s as %s', (text, host) => {
    expect(readHost(text)).toEqual({ value: host });
  });

  it.each(['127.1', 'fe80::1%eth0', '192.0.2.256', 'xmpp.example.org:5222'])('refuses %s', (text) => {
    expect(readHost(text)).toHaveProperty('problem');
  });
});
