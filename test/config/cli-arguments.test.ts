import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseArguments } from '../../src/config/cli-arguments.js';
import { usage } from '../../src/config/usage.js';
import { FLAG_GROUPS, FLAGS } from '../../src/config/flags.js';
import { INPUTS, type Input } from '../../src/config/inputs.js';
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
    for (const flag of ['--version', '-v', '-V']) expect(parseArguments([flag])).toEqual({ command: 'version' });
    expect(parseArguments(['--explain', 'c2s-requires-starttls'])).toEqual({
      command: 'explain',
      check: 'c2s-requires-starttls',
    });
  });

  it('lists the checks where none is named, and explains one for one server', () => {
    expect(parseArguments(['--explain'])).toEqual({ command: 'explain' });
    expect(parseArguments(['--explain', 'a-b', '--server', 'prosody'])).toEqual({
      command: 'explain',
      check: 'a-b',
      server: 'prosody',
    });
  });

  it('takes reports for domains where it is to merge them, and a dash for stdout', () => {
    const inputs = inputsOf('merge', 'a.json', 'b.json', '--json', '-');
    expect(inputs).toMatchObject({ merge: 'a.json\nb.json', hosts: '', 'json-file': '-', 'full-run': 'false' });
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
    [['--dry-run', 'yes'], '--dry-run takes no "yes": write --dry-run, or --dry-run=false'],
    [['--quiet=maybe', 'a.b'], '--quiet takes no "maybe": write --quiet'],
    [['--debug=', 'a.b'], '--debug takes no "": write --debug'],
    [['merge'], 'merge needs JSON reports: name them, as in "xmpp-tls merge part-1.json part-2.json"'],
    [
      ['--server', 'prosody', 'a.b'],
      '--server goes with --explain; the server of a domain is named in the configuration file',
    ],
    [['--explain', 'x', '--server', 'prosodi'], '--server: unknown value "prosodi"; did you mean "prosody"?'],
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
    const columns = lines.flatMap((line) => /^ {2}--\S+(?: \[?[A-Z]+\]?)? +(?=\S)/u.exec(line)?.[0].length ?? []);
    expect(new Set(columns).size).toBe(1);
  });

  it('has every flag of an input, in a group', () => {
    const ofInputs = Object.entries<Input<unknown>>(INPUTS).flatMap(([name, { flag }]) => (flag ? [name] : []));
    expect(FLAGS.map(({ sets }) => sets)).toEqual(expect.arrayContaining(ofInputs));
    expect(
      usage()
        .match(/^[A-Z][A-Za-z ]+:$/gmu)
        ?.slice(1, -1),
    ).toEqual(FLAG_GROUPS.map(({ title }) => `${title}:`));
  });

  it('speaks of the command line, and not of the Action', () => {
    expect(usage()).not.toMatch(/\bAction\b|\bmatrix\b/u);
    expect(usage().replace(/\s+/gu, ' ')).toContain('Default: inconclusive.');
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
