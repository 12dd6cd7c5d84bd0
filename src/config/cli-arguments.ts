import { ConfigurationError } from '../model/ports.js';
import { SOFTWARE, type Software } from '../model/software.js';
import { FLAGS, type Flag } from './flags.js';
import { INPUTS } from './inputs.js';
import { nearest, quote, suggestion, type Reading } from './reading.js';

/** What the command line was asked to do. `inputs` are texts by name: what `loadConfig` asks its `input` for. */
export type Arguments =
  | { readonly command: 'help' | 'version' }
  /** Without a check all of them are listed. */
  | { readonly command: 'explain'; readonly check?: string; readonly server?: Software }
  | { readonly command: 'run'; readonly inputs: Readonly<Record<string, string>> };

interface Parsed {
  readonly domains: readonly string[];
  /** Values by what they set, in the order in which they were given. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly string[];
}

/** Reads the arguments behind the program's name: `--flag value`, `--flag=value`, `--switch`, domains, `--`. */
export function parseArguments(argv: readonly string[]): Arguments {
  const merges = argv[0] === 'merge';
  const { domains: words, values, problems: wrong } = parse(merges ? argv.slice(1) : argv);
  if (values.has('help')) return { command: 'help' };
  if (values.has('version')) return { command: 'version' };
  const problems = [...wrong, ...misplaced(values), ...(merges && words.length === 0 ? [NOTHING_TO_MERGE] : [])];
  if (problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  if (values.has('explain')) return explain(values.get('explain')?.[0] ?? '', values.get('server')?.[0]);
  const given = Object.fromEntries([...values].map(([name, texts]) => [name, texts.join('\n')]));
  const subject = merges ? { hosts: '', merge: words.join('\n') } : { hosts: words.join('\n') };
  return { command: 'run', inputs: { ...fixedInputs(words, given), ...subject, ...given } };
}

const NOTHING_TO_MERGE = 'merge needs JSON reports: name them, as in "xmpp-tls merge part-1.json part-2.json"';

/** Flags that go with another one only. */
function misplaced(values: Parsed['values']): string[] {
  const isLost = values.has('server') && !values.has('explain');
  return isLost ? ['--server goes with --explain; the server of a domain is named in the configuration file'] : [];
}

function explain(check: string, name: string | undefined): Arguments {
  const server = SOFTWARE.find((software) => software === name);
  if (name !== undefined && server === undefined) {
    throw new ConfigurationError(`--server: unknown value ${quote(name)}${suggestion(name, SOFTWARE)}`);
  }
  return {
    command: 'explain',
    ...(check === '' ? {} : { check }),
    ...(server === undefined ? {} : { server }),
  };
}

/** What the command line decides for itself: its output is the terminal, and its issues are files. */
function fixedInputs(domains: readonly string[], given: Readonly<Record<string, string>>): Record<string, string> {
  return {
    // What is named by hand is not all there is: nobody's issue may be closed for missing here.
    'full-run':
      domains.length > 0 || 'hosts-file' in given || 'services' in given || 'shard' in given ? 'false' : 'true',
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
  const flag = FLAGS.find((one) => one.name === (SHORT_FLAGS[name] ?? name));
  if (!flag) return `${quote(name)} is not a flag${suggestFlag(name)}`;
  const read = readValue(flag, inline, rest);
  if ('problem' in read) return read.problem;
  const before = values.get(flag.sets) ?? [];
  if (before.length > 0 && flag.value !== 'LIST') return `${flag.name} is given twice: keep one`;
  values.set(flag.sets, [...before, read.value]);
  return undefined;
}

/** What stands behind a flag: its own value, or nothing where it is a switch. */
function readValue(flag: Flag, inline: string | undefined, rest: string[]): Reading<string> {
  if (flag.value === undefined) {
    const word = inline === undefined ? takeSwitchWord(rest) : undefined;
    if (word === undefined && isSwitchValue(flag, inline)) return { value: inline ?? 'true' };
    if (word === undefined) return { problem: `${flag.name} takes no ${quote(inline ?? '')}: write ${flag.name}` };
    return { problem: `${flag.name} takes no ${quote(word)}: write ${flag.name}, or ${flag.name}=false` };
  }
  const value = inline ?? nextValue(rest) ?? '';
  if (value !== '' || flag.isOptional === true) return { value };
  return { problem: `${flag.name} needs a value: write ${flag.name} ${flag.value}` };
}

/** The values of inputs are read with their kind later; nobody else looks at those of the command line's own switches. */
function isSwitchValue({ sets }: Flag, inline: string | undefined): boolean {
  return inline === undefined || inline === 'true' || inline === 'false' || sets in INPUTS;
}

const SHORT_FLAGS: Readonly<Record<string, string>> = { '-h': '--help', '-v': '--version', '-V': '--version' };

/** What people write behind a switch, and what is no domain. */
function takeSwitchWord(rest: string[]): string | undefined {
  return /^(?:yes|no|true|false|on|off|0|1)$/iu.test(rest[0] ?? '') ? rest.shift() : undefined;
}

/** A flag is not the value of the flag before it. */
function nextValue(rest: string[]): string | undefined {
  return /^--(?:$|[a-z])|^-[a-z]/iu.test(rest[0] ?? '') ? undefined : rest.shift();
}

function suggestFlag(name: string): string {
  const near = nearest(
    name.replace(/^-+/u, ''),
    FLAGS.map((flag) => flag.name.slice(2)),
  );
  return near === undefined ? ': xmpp-tls --help lists them' : `; did you mean --${near}?`;
}
