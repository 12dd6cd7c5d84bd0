import { ConfigurationError } from '../model/ports.js';
import { FLAGS } from './flags.js';
import { nearest, quote } from './reading.js';

/** What the command line was asked to do. `inputs` are texts by name: what `loadConfig` asks its `input` for. */
export type Arguments =
  | { readonly command: 'help' | 'version' }
  | { readonly command: 'explain'; readonly check: string }
  | { readonly command: 'run'; readonly inputs: Readonly<Record<string, string>> };

interface Parsed {
  readonly domains: readonly string[];
  /** Values by what they set, in the order in which they were given. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly string[];
}

/** Reads the arguments behind the program's name: `--flag value`, `--flag=value`, `--switch`, domains, `--`. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { domains, values, problems } = parse(argv);
  if (values.has('help')) return { command: 'help' };
  if (values.has('version')) return { command: 'version' };
  if (problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  const check = values.get('explain')?.[0];
  if (check !== undefined) return { command: 'explain', check };
  const given = Object.fromEntries([...values].map(([name, texts]) => [name, texts.join('\n')]));
  return { command: 'run', inputs: { ...fixedInputs(domains, given), ...given } };
}

/** What the command line decides for itself: its output is the terminal, and its issues are files. */
function fixedInputs(domains: readonly string[], given: Readonly<Record<string, string>>): Record<string, string> {
  return {
    hosts: domains.join('\n'),
    // What is named by hand is not all there is: nobody's issue may be closed for missing here.
    'full-run': domains.length > 0 || 'hosts-file' in given || 'services' in given ? 'false' : 'true',
    'manage-issues': given['issues-dir'] === undefined ? 'false' : 'true',
    summary: 'false',
    annotations: 'false',
  };
}

function parse(argv: readonly string[]): Parsed {
  const domains: string[] = [];
  const values = new Map<string, string[]>();
  const problems: string[] = [];
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--') domains.push(...rest.splice(0));
    else if (!argument.startsWith('-')) domains.push(argument);
    else {
      const problem = takeFlag(argument, rest, values);
      if (problem !== undefined) problems.push(problem);
    }
  }
  return { domains, values, problems };
}

/** Notes one flag and its value, which may be the next of the `rest`; says what is wrong with it, if something is. */
function takeFlag(argument: string, rest: string[], values: Map<string, string[]>): string | undefined {
  const [, name = argument, inline] = /^([^=]*)=(.*)$/su.exec(argument) ?? [];
  const flag = FLAGS.find((one) => one.name === (name === '-h' ? '--help' : name));
  if (!flag) return `${quote(name)} is not a flag${suggestFlag(name)}`;
  const value = flag.value === undefined ? (inline ?? 'true') : (inline ?? nextValue(rest));
  if (value === undefined || value === '')
    return `${flag.name} needs a value: write ${flag.name} ${flag.value ?? 'true'}`;
  const before = values.get(flag.sets) ?? [];
  if (before.length > 0 && flag.value !== 'LIST') return `${flag.name} is given twice: keep one`;
  values.set(flag.sets, [...before, value]);
  return undefined;
}

/** A flag is not the value of the flag before it. */
function nextValue(rest: string[]): string | undefined {
  return rest[0]?.startsWith('--') ? undefined : rest.shift();
}

function suggestFlag(name: string): string {
  const near = nearest(
    name.replace(/^-+/u, ''),
    FLAGS.map((flag) => flag.name.slice(2)),
  );
  return near === undefined ? ': xmpp-tls --help lists them' : `; did you mean --${near}?`;
}

const WIDTH = 100;

const BEFORE_FLAGS = `Usage: xmpp-tls [flags] [domain ...]

Proves whether XMPP servers enforce TLS, by behaviour and not only by what they advertise.
Without domains, those in the configuration file are looked at.

Examples:
  xmpp-tls example.org
  xmpp-tls --services c2s --json report.json example.org example.net
  xmpp-tls --config xmpp-tls.yml --issues-dir cases

Flags (a switch also takes =true and =false):`;

const AFTER_FLAGS = `Exit codes:
  0  every domain requires TLS
  1  a domain can be used without TLS
  2  the configuration or the command line is wrong
  3  internal error
  4  it could not be told (not with --fail-on plaintext)
With --fail-on never, 0 also stands for 1 and 4.
`;

/** The text of `--help`. */
export function usage(): string {
  const left = FLAGS.map(({ name, value }) => `  ${name}${value === undefined ? '' : ` ${value}`}`);
  const indent = Math.max(...left.map((text) => text.length)) + 2;
  const lines = FLAGS.flatMap(({ about }, index) =>
    wrap(about, WIDTH - indent).map((line, n) => (n === 0 ? (left[index] ?? '') : '').padEnd(indent) + line),
  );
  return [BEFORE_FLAGS, ...lines, '', AFTER_FLAGS].join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
