import { describe, expect, it } from '@jest/globals';
import { readSecurityTxt } from '../../src/probe/security-txt.js';
import { HOSTILE_STRINGS } from '../support/hostile-strings.js';

const HERE = 'https://example.org/.well-known/security.txt';
const NOW = '2026-11-28T03:23:00.000Z';
const EXPIRES = 'Expires: 2027-06-30T12:00:00.000Z';

const read = (...lines: readonly string[]) => readSecurityTxt(`${lines.join('\r\n')}\r\n`, [HERE], NOW);

describe('a security.txt file', () => {
  it('names the first contact that is a mail address or a web page', () => {
    expect(
      read(
        '# Our security policy',
        '',
        'Contact: tel:+1-201-555-0123',
        'contact:mailto:Security+xmpp@example.org',
        'Contact: https://example.org/report',
        EXPIRES,
      ),
    ).toEqual({ contact: 'mailto:Security+xmpp@example.org' });
    expect(read('Contact: https://example.org/report?topic=xmpp', EXPIRES)?.contact).toBe(
      'https://example.org/report?topic=xmpp',
    );
  });

  it('says in which language it wants to be written to, where there are letters in it', () => {
    expect(read('Contact: mailto:a@example.org', EXPIRES, 'Preferred-Languages: pt, DE-at ,en')?.language).toBe('de');
    expect(read('Contact: mailto:a@example.org', EXPIRES, 'Preferred-Languages: pt, da')).not.toHaveProperty(
      'language',
    );
  });

  it.each([
    ['has expired', ['Expires: 2026-11-28T03:22:59Z']],
    ['expires now', ['Expires: 2026-11-28T03:23:00Z']],
    ['has no date of expiry', []],
    ['has two of them', [EXPIRES, EXPIRES]],
    ['has one that is no timestamp', ['Expires: next year']],
    ['has one that only looks like a date', ['Expires: 2027-13-45T00:00:00Z']],
    ['belongs elsewhere', [EXPIRES, 'Canonical: https://example.net/.well-known/security.txt']],
  ])('is not used when it %s', (_, lines) => {
    expect(read('Contact: mailto:a@example.org', ...lines)).toBeUndefined();
  });

  it('is used when one of its canonical places is where it was read', () => {
    const canonical = ['Canonical: https://example.net/x', 'Canonical: https://EXAMPLE.org/.well-known/security.txt'];
    expect(read('Contact: mailto:a@example.org', EXPIRES, ...canonical)?.contact).toBe('mailto:a@example.org');
  });

  it('may be signed', () => {
    expect(
      read(
        '-----BEGIN PGP SIGNED MESSAGE-----',
        'Hash: SHA512',
        '',
        '- -----------------------',
        '- Contact: mailto:a@example.org',
        EXPIRES,
        '-----BEGIN PGP SIGNATURE-----',
        'Contact: mailto:evil@example.net',
        EXPIRES,
        '-----END PGP SIGNATURE-----',
      ),
    ).toEqual({ contact: 'mailto:a@example.org' });
  });

  it.each(['mailto:a@example.org?bcc=everybody@example.net', 'MAILTO:a@example.org?subject=x&body=y'])(
    'does not fill in a letter: %s',
    (uri) => {
      expect(read(`Contact: ${uri}`, EXPIRES)).toEqual({ contact: 'mailto:a@example.org' });
    },
  );

  it.each([
    'http://example.org/report',
    'https://user:secret@example.org/',
    'https://example.org/#@team',
    'https://example.org/[x](javascript:alert(1))',
    'mailto:',
    'mailto:a@b c@d.example',
    'mailto:"a b"@example.org',
    'javascript:alert(1)',
    'a@example.org',
    `mailto:a@${'b'.repeat(200)}.example`,
    ...Object.values(HOSTILE_STRINGS).map((text) => `mailto:${text}@example.org`),
    ...Object.values(HOSTILE_STRINGS).map((text) => `https://example.org/ ${text}`),
  ])('names nobody by %j', (uri) => {
    expect(read(`Contact: ${uri}`, EXPIRES)).toBeUndefined();
  });

  it.each(['', '<!doctype html><title>Not found</title>', 'Contact:\nExpires:', '\u0000'.repeat(1000)])(
    'may be something else altogether: %j',
    (text) => {
      expect(readSecurityTxt(text, [HERE], NOW)).toBeUndefined();
    },
  );

  it('is read in a moment, however long it is', () => {
    const long = `Contact: mailto:${'a.'.repeat(16_000)}@${'b.'.repeat(16_000)}\n`;
    const before = performance.now();
    expect(readSecurityTxt(long + '\n'.repeat(60_000), [HERE], NOW)).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(500);
  });
});
