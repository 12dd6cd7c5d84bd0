import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readHostLines } from '../../src/config/hosts.js';

const domains = (text: string) => readHostLines(text).hosts.map(({ domain }) => domain);
const problems = (text: string) => readHostLines(text).problems.map(({ problem }) => problem);

describe('readHostLines', () => {
  it('reads one domain per line and skips comments and blank lines', () => {
    const text = '# ours\nexample.org\n\n   \n  example.net # theirs\n#example.com\n';
    expect(readHostLines(text)).toEqual({
      hosts: [
        { domain: 'example.org', line: 2, column: 1 },
        { domain: 'example.net', line: 5, column: 3 },
      ],
      problems: [],
    });
  });

  it.each(['example.org\r\nexample.net', 'example.org\rexample.net', '\uFEFFexample.org\nexample.net\n'])(
    'takes the line ends and the byte order mark of every system: %j',
    (text) => {
      expect(domains(text)).toEqual(['example.org', 'example.net']);
    },
  );

  it.each([
    ['example.org service=c2s', ['c2s']],
    ['example.org   service=s2s,c2s # both', ['c2s', 's2s']],
  ])('reads the services of %j', (text, services) => {
    expect(readHostLines(text).hosts).toEqual([{ domain: 'example.org', services, line: 1, column: 1 }]);
  });

  it.each([
    ['example.org service=c2x', '"c2x" is not a service; did you mean "c2s"?'],
    ['example.org service=', 'no service is named: write c2s or s2s'],
    [
      'example.org port=5222',
      '"port=5222" is not for host lines: name the port under "endpoints" in the configuration file',
    ],
    ['example.org services=c2s', '"services=c2s" is not an option of host lines: write "service=c2s"'],
    ['example.org example.net', '"example.net" stands behind a domain: write one domain per line'],
    ['example.org, example.net', '"example.org," holds more than one domain: write one domain per line'],
    ['- example.org', '"- example.org" begins like an item of a YAML list: write only the domain, "example.org"'],
    ['user@example.org', '"user@example.org" is a JID: write only the domain, "example.org"'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(readHostLines(text)).toEqual({ hosts: [], problems: [{ line: 1, column: 1, problem }] });
  });

  it('reports every bad line and keeps the good ones', () => {
    const text = 'a@b.example\nexample.org\n  http://c.example\n';
    expect(domains(text)).toEqual(['example.org']);
    expect(readHostLines(text).problems.map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  it('says something about every line that is not blank, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { hosts } = readHostLines(text);
        const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
        const filled = lines.filter((line) => line.replace(/#.*/u, '').trim() !== '');
        expect(hosts.length + problems(text).length).toBe(filled.length);
      }),
    );
  });
});
