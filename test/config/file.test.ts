import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readConfigFile } from '../../src/config/file.js';

const FILE = '.github/xmpp-tls.yml';
const CHECKS = ['c2s-requires-starttls', 'c2s-refuses-legacy-auth', 's2s-requires-starttls'];

function problemsOf(text: string): readonly string[] {
  const read = readConfigFile(FILE, text, CHECKS);
  return 'problems' in read ? read.problems.map(({ message }) => message.replace(`${FILE}:`, '')) : [];
}

function contentOf(text: string) {
  const read = readConfigFile(FILE, text, CHECKS);
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read;
}

/** The only problem of a file, without its place. */
function problemOf(text: string): string {
  const problems = problemsOf(text);
  expect(problems).toHaveLength(1);
  return problems[0]?.replace(/^\d+:\d+: /u, '') ?? '';
}

describe('readConfigFile', () => {
  it('reads everything a file may say', () => {
    const { content } = contentOf(`
defaults: { services: c2s, timeout: 5, fail-on: inconclusive, manage-issues: false, labels: [a], dns-servers: 192.0.2.53 }
checks: { c2s-refuses-legacy-auth: off }
hosts:
  - Example.ORG.
  - domain: bücher.example
    services: [s2s, c2s]
    endpoints: ["xmpp.example.net:5222", { service: s2s, host: 192.0.2.1, port: 443, transport: direct-tls }]
    components: [Conference.example.net]
    contact: mailto:admin@example.net
    server: prosody
    note: ours
    checks: { s2s-requires-starttls: warn }
    waive: { checks: [s2s-requires-starttls], until: 2027-01-31, reason: migration }
`);
    expect(content).toEqual({
      defaults: {
        services: ['c2s'],
        timeout: 5000,
        'fail-on': 'inconclusive',
        'manage-issues': 'never',
        labels: ['a'],
        'dns-servers': ['192.0.2.53'],
      },
      checks: { 'c2s-refuses-legacy-auth': 'off' },
      hosts: [
        { domain: 'example.org' },
        {
          domain: 'xn--bcher-kva.example',
          services: ['c2s', 's2s'],
          endpoints: [
            { service: 'c2s', transport: 'starttls', host: 'xmpp.example.net', port: 5222 },
            { service: 's2s', transport: 'direct-tls', host: '192.0.2.1', port: 443 },
          ],
          components: ['conference.example.net'],
          contact: 'mailto:admin@example.net',
          server: 'prosody',
          note: 'ours',
          checks: { 's2s-requires-starttls': 'warn' },
          waive: [{ checks: ['s2s-requires-starttls'], until: '2027-01-31', reason: 'migration' }],
        },
      ],
    });
  });

  it.each(['', '# nothing yet\n', '---\n', '{}'])('reads %j as a file that says nothing', (text) => {
    expect(contentOf(text).content).toEqual({});
  });

  it('knows the line and column of everything, also behind an anchor', () => {
    const text =
      'x-unused: 1\nhosts:\n  - example.org\n  -   domain: example.net\n      components:\n        - a.example.net\n';
    const { positionOf } = contentOf(text.replace('x-unused: 1', '#'));
    expect(positionOf(['hosts', 0])).toEqual({ file: FILE, line: 3, column: 5 });
    expect(positionOf(['hosts', 1])).toEqual({ file: FILE, line: 4, column: 7 });
    expect(positionOf(['hosts', 1, 'components', 0])).toEqual({ file: FILE, line: 6, column: 11 });
  });

  it('follows anchors and aliases, as often as a long list needs them', () => {
    const hosts = Array.from({ length: 300 }, (_, i) => `  - { domain: h${i}.example, waive: *move }`).join('\n');
    const waiver = 'waive: &move { checks: all, until: 2027-01-31, reason: move }';
    const { content } = contentOf(`hosts:\n  - { domain: example.org, ${waiver} }\n${hosts}`);
    expect(content.hosts?.at(-1)?.waive).toEqual([{ checks: 'all', until: '2027-01-31', reason: 'move' }]);
  });

  it('says of an alias where it stands', () => {
    expect(problemsOf('hosts:\n  - &bad a@b.example\n  - *bad')).toEqual([
      '2:10: hosts[0]: "a@b.example" is a JID: write only the domain, "b.example"',
      '3:5: hosts[1]: "a@b.example" is a JID: write only the domain, "b.example"',
    ]);
  });

  it('reports all mistakes of a file in the order of their places', () => {
    const text = `
host: []
checks:
  c2s-require-starttls: fail
  c2s-requires-starttls: error
hosts:
  - https://example.org
  - domain: example.net
    servces: [c2s]
    waive: { checks: all, until: 2027-02-30 }
`;
    expect(problemsOf(text)).toEqual([
      '2:1: host: unknown key; did you mean "hosts"?',
      '4:3: checks.c2s-require-starttls: unknown check; did you mean "c2s-requires-starttls"?',
      '5:26: checks.c2s-requires-starttls: unknown value "error"; use off, note, warn or fail',
      '7:5: hosts[0]: "https://example.org" is a URL: write only the domain, "example.org"',
      '9:5: hosts[1].servces: unknown key; did you mean "services"?',
      '10:12: hosts[1].waive.reason: is missing',
      '10:34: hosts[1].waive.until: "2027-02-30" is not a date: write it like 2027-01-31',
    ]);
  });

  it.each([
    ['hosts', 'the file must begin with "hosts:", but is "hosts"'],
    ['- example.org', 'the file must begin with "hosts:", but is a list'],
    ['hosts:', 'hosts: names no domain: write them below it, one per line, as in "- example.org"'],
    ['hosts: example.org', 'hosts: must be a list, but is "example.org"'],
    ['hosts: [5]', 'hosts[0]: must be text or a map, but is 5'],
    ['hosts: [~]', 'hosts[0]: must be text or a map, but is empty'],
    ['hosts: [{}]', 'hosts[0].domain: is missing'],
    ['hosts: [{ domain: a.b, endpoints: [] }]', 'hosts[0].endpoints: must not be empty'],
    ['hosts: [{ domain: a.b, server: prosodi }]', 'hosts[0].server: unknown value "prosodi"; did you mean "prosody"?'],
    ['hosts: [{ domain: a.b, services: [] }]', 'hosts[0].services: no service is named: write c2s or s2s'],
    ['hosts: [{ domain: a.b, services: [c2x] }]', 'hosts[0].services[0]: unknown value "c2x"; did you mean "c2s"?'],
    [
      'hosts: [{ domain: a.b, services: [c2s], endpoints: ["x.y:5269"] }]',
      'hosts[0].endpoints[0]: is for s2s, which "services" of this domain leaves out',
    ],
    [
      'hosts: [{ domain: a.b, endpoints: ["x.y:5222", "X.y.:5222"] }]',
      'hosts[0].endpoints[1]: is listed twice: keep one',
    ],
    [
      'hosts: [{ domain: a.b, endpoints: ["x.y"] }]',
      'hosts[0].endpoints[0]: "x.y" is not an endpoint: write one such as "xmpp.example.org:5222"',
    ],
    [
      'hosts: [{ domain: a.b, endpoints: ["x.y:443"] }]',
      'hosts[0].endpoints[0]: port 443 does not tell what is behind it: name service, transport, host and port',
    ],
    [
      'hosts: [{ domain: a.b, endpoints: [{ service: c2s, host: x.y, port: 65536 }] }]',
      'hosts[0].endpoints[0].port: must be at most 65535',
    ],
    [
      'hosts: [{ domain: a.b, endpoints: [{ service: s2s, transport: bosh, host: x.y, port: 1 }] }]',
      'hosts[0].endpoints[0]: is for s2s, and bosh is for c2s only',
    ],
    [
      'hosts: [{ domain: a.b, endpoints: [{ service: c2s, host: x.y, port: 1, path: /ws }] }]',
      'hosts[0].endpoints[0]: has a path, which only bosh and websocket have',
    ],
    [
      'hosts: [{ domain: a.b, endpoints: [{ service: c2s, transport: bosh, host: x.y, port: 1, path: ws }] }]',
      'hosts[0].endpoints[0].path: a path begins with / and has no blanks',
    ],
    [
      'hosts: [{ domain: a.b, endpoints: [{ service: c2s, transport: tls, host: x.y, port: 1 }] }]',
      'hosts[0].endpoints[0].transport: unknown value "tls"; use starttls, direct-tls, bosh or websocket',
    ],
    ['hosts: [{ domain: a.b, note: "" }]', 'hosts[0].note: must not be empty'],
    [`hosts: [{ domain: a.b, note: ${'n'.repeat(501)} }]`, 'hosts[0].note: must be at most 500 characters long'],
    ['hosts: [{ domain: a.b, waive: 5 }]', 'hosts[0].waive: must be a map or a list, but is 5'],
    [
      'hosts: [{ domain: a.b, waive: { checks: al, until: 2027-01-31, reason: r } }]',
      'hosts[0].waive.checks: unknown value "al"; did you mean "all"?',
    ],
    [
      'hosts: [{ domain: a.b, waive: [{ checks: [c2s-refuses-legacy-aut], until: 2027-01-31, reason: r }] }]',
      'hosts[0].waive[0].checks[0]: unknown value "c2s-refuses-legacy-aut"; did you mean "c2s-refuses-legacy-auth"?',
    ],
    [
      'hosts: [{ domain: a.b, "a b\\n": 1 }]',
      expect.stringMatching(/^hosts\[0\]\["a b\\n"\]: unknown key; use domain, /u),
    ],
    ['checks: off', 'checks: must be a map, but is "off"'],
    [
      'defaults: { allow-private-addresses: true }',
      'defaults.allow-private-addresses: is an input of the Action and a flag of the command line, and cannot be set in a file',
    ],
    ['defaults: { retries: 9 }', 'defaults.retries: "9" is not a whole number from 0 to 5'],
    ['defaults: { summary: "yes" }', 'defaults.summary: must be true or false, but is "yes"'],
    ['defaults: { labels: { a: b } }', 'defaults.labels: must be a list or text, but is a map'],
    ['defaults: { s2s-from: me@a.b }', 'defaults.s2s-from: "me@a.b" is a JID: write only the domain, "a.b"'],
  ])('says of %.60s what is wrong', (text, sentence) => {
    expect(problemOf(text)).toEqual(sentence);
  });

  it.each([
    ['a: 1\na: 2', '2:1: this key is written twice: keep one'],
    ['hosts:\n\t- a.b', '2:1: a tab stands here: YAML is indented with spaces'],
    ['hosts: []\n---\nhosts: []', '2:1: a second document begins here: write only one'],
    ['hosts: [a.b', '1:8: the [ that opens here is never closed: write ] at its end'],
    ['hosts:\n  - { domain: a.b\n  - c.d', '2:5: the { that opens here is never closed: write } at its end'],
    ['hosts:\n  - "a.b\n  - c.d\n', '2:5: the quotation mark that opens here is never closed'],
    [
      'hosts:\n  - domain: a.b\n   server: prosody',
      '3:1: this line is not part of the list item above: indent it like the key behind the dash',
    ],
    ['hosts:\n  - a.b\n - c.d', '3:1: the line is indented less than the list it belongs to'],
    ['hosts:\n  - a.b\nchecks', '3:1: a colon is missing behind this key, as in "hosts:"'],
    [
      'hosts:\n  - domain: a.b\n    note: from: bob',
      '3:11: text with a colon in it has to stand in quotes; a key on the next line, below this key',
    ],
    [
      'hosts:\n  - domain:a.b\n    server: x',
      '2:5: a blank is missing behind a colon, or the next line is indented too far',
    ],
    ['hosts:\n  - @a.b', '2:5: a value cannot begin with @: put it in quotes'],
    ["note: 'it's late'", '1:11: the value ended before this: inside of single quotes, write a quotation mark twice'],
    ['hosts: !secret x', '1:8: this is not valid YAML: Unresolved tag: !secret'],
    ['? [a]\n: 1', '1:3: this is not valid YAML: With stringKeys, all keys must be strings'],
  ])('says of %j that it is not YAML', (text, problem) => {
    expect(problemsOf(text)[0]).toBe(problem);
  });

  it.each(['[', '{a: ', '- ', '? ', '- ? : ', '[\n', '? [', '? ? : - '])(
    'refuses a text of nothing but %j, which would end the process inside the parser',
    (piece) => {
      expect(problemsOf(`x: 1\n${piece.repeat(20_000)}`)).toEqual([
        expect.stringMatching(/^\d+:\d+: this nests too deeply for a configuration$/u),
      ]);
    },
  );

  it('takes long comments, quoted brackets and deep block texts for what they are', () => {
    const note = `|\n${' '.repeat(150)}deep\n`;
    expect(
      contentOf(`# ${'['.repeat(200)}\nhosts:\n  - domain: a.b # ${'- '.repeat(200)}\n    note: ${note}`),
    ).toBeDefined();
    expect(contentOf(`hosts: [{ domain: a.b, note: "${'['.repeat(200)}" }]`)).toBeDefined();
  });

  it('refuses aliases that multiply without measure, and files without end', () => {
    const bomb = ['a: &a0 [x]', ...Array.from({ length: 9 }, (_, i) => `b${i}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)];
    expect(problemsOf(bomb.join('\n'))).toEqual(['1:1: its aliases stand for more than a configuration needs']);
    expect(problemsOf('#'.repeat(300_000))).toEqual([
      '1:262145: the file has more than 256 KiB: spread its domains over several files',
    ]);
  });

  it('survives any text', () => {
    const pieces = [
      ...[
        '[',
        ']',
        '{',
        '}',
        '- ',
        '? ',
        ': ',
        ',',
        'a: ',
        '\n',
        '\n  ',
        '"',
        "'",
        '|\n',
        '&a ',
        '*a ',
        '!t ',
        '# ',
        '---\n',
      ],
      ...[
        '...\n',
        '%Y\n',
        '\t',
        '\r',
        '\u0085',
        '\uFEFF',
        '\0',
        '<<: ',
        '__proto__: ',
        'hosts:\n  - ',
        'domain: ',
        'waive: ',
      ],
      ...['checks: ', 'defaults: ', 'constructor: ', '~', '5', 'all', 'example.org'],
    ];
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const read = readConfigFile(FILE, text, CHECKS);
        if (!('problems' in read)) return typeof read.content === 'object';
        return read.problems.length > 0 && read.problems.every(({ message }) => !message.includes('\n'));
      }),
      { numRuns: 500 },
    );
  });
});
