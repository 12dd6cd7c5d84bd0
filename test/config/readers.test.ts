import { describe, expect, it } from '@jest/globals';
import {
  readApiUrl,
  readAssignee,
  readContact,
  readDnsServer,
  readLabel,
  readLabelPrefix,
  readPath,
  readToken,
} from '../../src/config/readers.js';

describe('readDnsServer', () => {
  it.each([
    '192.0.2.53',
    '192.0.2.53:5353',
    '2001:db8::53',
    '[2001:db8::53]',
    '[2001:db8::53]:53',
    'https://dns.example/dns-query',
  ])('takes %s', (text) => {
    expect(readDnsServer(text)).toEqual({ value: text });
  });

  const NO_ADDRESS = 'is not an IP address: write one, with ":53" behind it or not, or an https URL';
  it.each([
    ['dns.example', NO_ADDRESS],
    ['dns.example:53', NO_ADDRESS],
    ['192.0.2', NO_ADDRESS],
    ['[192.0.2.53', NO_ADDRESS],
    ['fe80::1%eth0', NO_ADDRESS],
    ['', NO_ADDRESS],
    ['192.0.2.53:0', 'has no port from 1 to 65535'],
    ['192.0.2.53:', 'has no port from 1 to 65535'],
    ['[2001:db8::53]:65536', 'has no port from 1 to 65535'],
    ['http://dns.example/', 'is not an https URL: write one such as "https://dns.example/dns-query"'],
    ['https://user@dns.example/', 'is not an https URL: write one such as "https://dns.example/dns-query"'],
    ['https://', 'is not an https URL: write one such as "https://dns.example/dns-query"'],
  ])('says of %j what to write instead', (text, sentence) => {
    expect(readDnsServer(text)).toEqual({ problem: `"${text}" ${sentence}` });
  });
});

describe('readApiUrl', () => {
  it('drops slashes at the end', () => {
    expect(readApiUrl('https://forge.example/api/v3//')).toEqual({ value: 'https://forge.example/api/v3' });
  });

  it.each(['forge.example', 'ftp://forge.example', 'https://', 'https://me@forge.example'])('refuses %s', (text) => {
    expect(readApiUrl(text)).toEqual({
      problem: `"${text}" is not a URL: write one such as "https://forge.example/api/v3"`,
    });
  });
});

describe('readToken', () => {
  it('takes tokens of any length', () => {
    expect(readToken('ghs_'.padEnd(520, 'x'))).toEqual({ value: 'ghs_'.padEnd(520, 'x') });
  });

  it('never repeats a token that it refuses', () => {
    expect(JSON.stringify(readToken('ghs_mine\nghs_other'))).not.toContain('ghs_');
  });
});

describe('readLabel', () => {
  it.each(['xmpp-tls', 'good first issue', 'x'.repeat(50)])('takes %s', (text) => {
    expect(readLabel(text)).toEqual({ value: text });
  });

  it.each(['a,b', 'x'.repeat(51), 'a\u0000'])('refuses %j', (text) => {
    expect(readLabel(text)).toHaveProperty('problem');
  });

  it('wants a prefix to leave room', () => {
    expect(readLabelPrefix('x'.repeat(30))).toHaveProperty('value');
    expect(readLabelPrefix('x'.repeat(31))).toHaveProperty('problem');
  });
});

describe('readAssignee', () => {
  it.each(['octocat', 'some-one', 'some.one_else'])('takes %s', (text) => {
    expect(readAssignee(text)).toEqual({ value: text });
  });

  it.each([
    ['@octocat', '"@octocat" is not a user name: write it without the @, "octocat"'],
    ['two words', '"two words" is not a user name: write the name as the forge shows it'],
    ['a/b', '"a/b" is not a user name: write the name as the forge shows it'],
  ])('says of %s what to write instead', (text, problem) => {
    expect(readAssignee(text)).toEqual({ problem });
  });
});

describe('readContact', () => {
  it.each(['mailto:admin@example.org', 'xmpp:admin@example.org', 'https://example.org/contact'])('takes %s', (text) => {
    expect(readContact(text)).toEqual({ value: text });
  });

  it.each([
    ['admin@example.org', '"admin@example.org" is not a contact: write "mailto:" in front of it'],
    ['http://example.org', '"http://example.org" is not a contact: write a mailto:, xmpp: or https: address'],
    ['javascript:alert(1)', '"javascript:alert(1)" is not a contact: write a mailto:, xmpp: or https: address'],
    ['ask Joe', '"ask Joe" is not a contact: write a mailto:, xmpp: or https: address'],
  ])('says of %s what to write instead', (text, problem) => {
    expect(readContact(text)).toEqual({ problem });
  });
});

describe('readPath', () => {
  it('refuses control characters', () => {
    expect(readPath('a\u0000b')).toEqual({ problem: '"a\\u0000b" is not a path' });
  });
});
