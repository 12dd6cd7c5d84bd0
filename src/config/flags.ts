import { FORMAT_NAMES } from '../report/formats.js';
import { INPUTS, type Input } from './inputs.js';

/** One flag of the command line. */
export interface Flag {
  readonly name: string;
  /** What stands behind it; absent for a switch. A `LIST` may also be given by repeating the flag. */
  readonly value?: string;
  /** Whether its value may be left out. */
  readonly isOptional?: boolean;
  /** The input it stands for (config/inputs.ts), or something only the command line knows. */
  readonly sets: string;
  readonly about: string;
}

export interface FlagGroup {
  readonly title: string;
  readonly flags: readonly Flag[];
}

/** What the help text puts together, by the names of inputs; what only a command line needs stands among it. */
const GROUPS: Readonly<Record<string, readonly (string | Flag)[]>> = {
  'What to check': [
    flag('--hosts-file FILE', 'hosts-file', 'Read domains from this file, one per line; # begins a comment.'),
    ...['only', 'config-file', 'services', 'shard'],
  ],
  'Verdict and output': [
    ...['fail-on', ...FORMAT_NAMES],
    flag('--quiet', 'quiet', 'One line per domain, and no progress.'),
    flag('--debug', 'debug', 'Show every lookup and everything that is said, on stderr.'),
  ],
  Issues: [
    ...['issues-dir', 'dry-run', 'open-after', 'close-after', 'close-after-hours', 'reopen-days', 'grace-days'],
    ...[
      'remind-days',
      'silence-days',
      'refresh-days',
      'skip-weekends',
      'language',
      'campaign',
      'full-run',
      'max-issue-writes',
      'max-issue-opens',
      'max-inconclusive',
    ],
  ],
  Network: [
    ...['timeout', 'run-timeout', 'retries', 'parallel', 'dns-servers', 'ca-file', 's2s-from', 'http-ports'],
    ...['address-families', 'allow-private-addresses'],
  ],
  'Further probes': [
    ...['active-s2s', 's2s-listen', 's2s-certificate', 'prove-login-offer', 'starttls-injection', 'component-ports'],
    ...['login-jid', 'login-allow-plain'],
  ],
  Help: [
    {
      ...flag(
        '--explain CHECK',
        'explain',
        'Say what a check demands, why, and how to fix it; without CHECK, list all.',
      ),
      isOptional: true,
    },
    flag('--server NAME', 'server', 'With --explain: the fix for this server only, such as prosody.'),
    flag('--help', 'help', 'Show this text, and end.'),
    flag('--version', 'version', 'Show the version, and end.'),
  ],
};

/** The flags in the order of the help text. */
export const FLAG_GROUPS: readonly FlagGroup[] = Object.entries(GROUPS).map(([title, members]) => ({
  title,
  flags: members.map((member) => (typeof member === 'string' ? flagOfInput(member) : member)),
}));

/** Every flag: those of the inputs, and those that only a command line needs. */
export const FLAGS: readonly Flag[] = FLAG_GROUPS.flatMap(({ flags }) => flags);

function flagOfInput(name: string): Flag {
  const input = Object.entries<Input<unknown>>(INPUTS).find(([known]) => known === name)?.[1];
  if (input?.flag === undefined) throw new Error(`the input ${name} has no flag`);
  return flag(input.flag, name, describeFlag(input));
}

function flag(usage: string, sets: string, about: string): Flag {
  const [name = usage, value] = usage.split(' ');
  return { name, sets, about, ...(value === undefined ? {} : { value }) };
}

/** That a switch is off by default goes without saying. */
function describeFlag(input: Input<unknown>): string {
  const { description, default: text } = input;
  if (text === 'false') return description;
  const shown = input.commandLineNote ?? input.commandLineDefault ?? input.defaultNote ?? text;
  return shown === undefined ? description : `${description} Default: ${shown}.`;
}
