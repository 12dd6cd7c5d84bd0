import { INPUT_NAMES, INPUTS, type Given, type Input, type InputName, type Settings } from './inputs.js';
import { nearest, quote } from './reading.js';
import type { ConfigSources } from './sources.js';

/** What holds when nobody says otherwise: the defaults of the table, read like a user's. */
export function defaultSettings(caller: ConfigSources['caller']): Settings {
  const inputs: Readonly<Record<string, Input<unknown>>> = INPUTS;
  const { given, problems } = readEach((name) => {
    const input = inputs[name];
    return (caller === 'command-line' ? input?.commandLineDefault : undefined) ?? input?.default;
  });
  if (problems.length > 0) throw new Error(`a default of the table of inputs is wrong: ${problems.join('; ')}`);
  return given as Settings;
}

/** The inputs that were given, and a sentence for each that cannot be read or seems mistyped. */
export function readInputs({ input, givenInputs = [], caller }: ConfigSources): ReadInputs {
  const read = readEach(input, (name) => inputTitle(name, caller));
  const mistyped = givenInputs.flatMap((name) => {
    const meant = isInput(name) ? undefined : nearest(name, INPUT_NAMES);
    const isMissing = meant !== undefined && (input(meant) ?? '').trim() === '';
    return isMissing ? [`${quote(name)} is not an input; did you mean ${quote(meant)}?`] : [];
  });
  return { given: read.given, problems: [...mistyped, ...read.problems] };
}

export interface ReadInputs {
  readonly given: Given;
  readonly problems: readonly string[];
}

/** What an input is called by the one who set it: `json-file`, or `--json`. */
export function inputTitle(name: InputName, caller: ConfigSources['caller']): string {
  const { flag }: Input<unknown> = INPUTS[name];
  return caller === 'command-line' && flag !== undefined ? (flag.split(' ')[0] ?? flag) : name;
}

function readEach(
  textOf: (name: string) => string | undefined,
  titleOf = (name: InputName): string => name,
): ReadInputs {
  const given: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const name of INPUT_NAMES) {
    const text = textOf(name)?.trim() ?? '';
    if (text === '') continue;
    const reading = INPUTS[name].kind.read(text);
    if ('value' in reading) given[name] = reading.value;
    else problems.push(`${titleOf(name)}: ${reading.problem}`);
  }
  return { given, problems };
}

function isInput(name: string): name is InputName {
  return Object.hasOwn(INPUTS, name);
}
