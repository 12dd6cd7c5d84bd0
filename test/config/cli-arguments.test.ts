import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseArguments, usage } from '../../src/config/cli-arguments.js';
import { FLAGS } from '../../src/config/flags.js';
import { ConfigurationError } from '../../src/model/ports.js';

const FIXED = { 'full-run': 'true', 'manage-issues': 'false', summary: 'false', annotations: 'false', hosts: '' };

function inputsOf(...argv: string[]): Readonly<Record<string, string>> {
  const parsed = parseArguments(argv);
  if (parsed.command !== 'run') throw new Error(`not a run, but ${parsed.command}`);
  return parsed.inputs;
}

describe('parseArguments', () => {
  it('leaves the domains to the configuration file when none are given', () => {
    expect(parseArguments([])).toEqual({ command: 'run', inputs: FIXED });
  });

  it('takes domains, and knows that they are not all there are', () => {
    expect(inputsOf('example.org', 'example.net')).toEqual({
      ...FIXED,
      hosts: 'example.org\nexample.net',
      'full-run': 'false',
    });
    expect(inputsOf('--services', 'c2s')).toMatchObject({ 'full-run': 'false' });
    expect(inputsOf('example.org', '--full-run')).toMatchObject({ 'full-run': 'true' });
  });

  it('takes values behind a blank and behind an equals sign', () => {
    expect(inputsOf('--json', 'a.json', '--timeout=5s', '--config=a=b.yml', '--hosts-file', 'h')).toEqual({
      ...FIXED,
      'json-file': 'a.json',
      timeout: '5s',
      'config-file': 'a=b.yml',
      'hosts-file': 'h',
      'full-run': 'false',
    });
  });

  it('takes switches, on and off', () => {
    expect(inputsOf('--dry-run', '--allow-private-addresses=false')).toMatchObject({
      'dry-run': 'true',
      'allow-private-addresses': 'false',
    });
  });

  it('joins lists that are given in parts', () => {
    expect(inputsOf('--dns-servers', '192.0.2.1', '--dns-servers', '192.0.2.2')).toMatchObject({
      'dns-servers': '192.0.2.1\n192.0.2.2',
    });
  });

  it('keeps issues where it has a folder for them', () => {
    expect(inputsOf('--issues-dir', 'cases')).toMatchObject({ 'issues-dir': 'cases', 'manage-issues': 'true' });
  });

  it('takes everything behind -- for a domain', () => {
    expect(inputsOf('--dry-run', '--', '--json', 'a.b').hosts).toBe('--json\na.b');
  });

  it.each([['--help'], ['-h'], ['--nonsense', '--help'], ['example.org', '--help']])('shows help for %s', (...argv) => {
    expect(parseArguments(argv)).toEqual({ command: 'help' });
  });

  it('shows the version, and explains a check', () => {
    expect(parseArguments(['--version'])).toEqual({ command: 'version' });
    expect(parseArguments(['--explain', 'c2s-requires-starttls'])).toEqual({
      command: 'explain',
      check: 'c2s-requires-starttls',
    });
  });

  it.each([
    [['--jsno', 'x'], '"--jsno" is not a flag; did you mean --json?'],
    [['--json-file=x'], '"--json-file" is not a flag; did you mean --json?'],
    [['--dryrun'], '"--dryrun" is not a flag; did you mean --dry-run?'],
    [['--token', 'x'], '"--token" is not a flag: xmpp-tls --help lists them'],
    [['-x'], '"-x" is not a flag: xmpp-tls --help lists them'],
    [['--json'], '--json needs a value: write --json FILE'],
    [['--json='], '--json needs a value: write --json FILE'],
    [['--json', '--dry-run'], '--json needs a value: write --json FILE'],
    [['--json', 'a', '--json', 'b'], '--json is given twice: keep one'],
    [
      ['--jsno', '--timeout'],
      '"--jsno" is not a flag; did you mean --json?\n--timeout needs a value: write --timeout TIME',
    ],
  ])('refuses %j', (argv, message) => {
    expect(() => parseArguments(argv)).toThrow(new ConfigurationError(message));
  });

  it('ends in arguments or in a ConfigurationError, whatever is typed', () => {
    const word = fc.oneof(fc.constantFrom(...FLAGS.map(({ name }) => name), '--', '='), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(word), (argv) => {
        try {
          return parseArguments(argv).command.length > 0;
        } catch (error) {
          return error instanceof ConfigurationError;
        }
      }),
    );
  });
});

describe('usage', () => {
  it('has every flag once, aligned, within 100 columns', () => {
    const lines = usage().split('\n');
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    const flags = lines.flatMap((line) => /^ {2}(--\S+)/u.exec(line)?.[1] ?? []);
    expect(flags).toEqual(FLAGS.map(({ name }) => name));
    expect(new Set(flags).size).toBe(flags.length);
    const columns = lines.flatMap((line) => /^ {2}--\S+(?: [A-Z]+)? +(?=\S)/u.exec(line)?.[0].length ?? []);
    expect(new Set(columns).size).toBe(1);
  });

  it('has the flags that the documentation promises', () => {
    const promised =
      'hosts-file config json dns-servers ca-file allow-private-addresses services fail-on timeout parallel issues-dir dry-run explain help version';
    expect(FLAGS.map(({ name }) => name)).toEqual(
      expect.arrayContaining(promised.split(' ').map((name) => `--${name}`)),
    );
  });

  it('says what the exit codes mean', () => {
    expect(usage().match(/^ {2}\d /gmu)).toEqual(['  0 ', '  1 ', '  2 ', '  3 ', '  4 ']);
  });
});
