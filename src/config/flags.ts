import { describe, INPUTS, type Input } from './inputs.js';

/** One flag of the command line. */
export interface Flag {
  readonly name: string;
  /** What stands behind it; absent for a switch. A `LIST` may also be given by repeating the flag. */
  readonly value?: string;
  /** The input it stands for (config/inputs.ts), or something only the command line knows. */
  readonly sets: string;
  readonly about: string;
}

/** Every flag in the order of the help text: those of the inputs, and those that only a command line needs. */
export const FLAGS: readonly Flag[] = [
  flag('--hosts-file FILE', 'hosts-file', 'Read domains from this file, one per line; # begins a comment.'),
  ...Object.entries<Input<unknown>>(INPUTS).flatMap(([name, input]) =>
    input.flag === undefined ? [] : [flag(input.flag, name, describeFlag(input))],
  ),
  flag('--explain CHECK', 'explain', 'Say what a check demands and why, and end.'),
  flag('--debug', 'debug', 'Show every lookup and everything that is said, on stderr.'),
  flag('--help', 'help', 'Show this text, and end.'),
  flag('--version', 'version', 'Show the version, and end.'),
];

function flag(usage: string, sets: string, about: string): Flag {
  const [name = usage, value] = usage.split(' ');
  return { name, sets, about, ...(value === undefined ? {} : { value }) };
}

/** That a switch is off by default goes without saying. */
function describeFlag(input: Input<unknown>): string {
  return input.default === 'false' ? input.description : describe(input);
}
