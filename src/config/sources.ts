import { CONFIG_FILES } from './inputs.js';
import { quote, type Reading } from './reading.js';

/** Where a configuration comes from: the Action and the command line each fill this in. */
export interface ConfigSources {
  /** Text of an input by its name (config/inputs.ts, and `hosts-file`); undefined or blank: not given. */
  readonly input: (name: string) => string | undefined;
  /** Names of all inputs that were given, known or not, where that can be told: by these a mistyped one is found. */
  readonly givenInputs?: readonly string[];
  /** Text of a file; undefined when there is none. Rejects when it cannot be read. */
  readonly readFile: (path: string) => Promise<string | undefined>;
  /** Ids of all checks. */
  readonly knownChecks: readonly string[];
  /** ISO date. */
  readonly today: string;
  /** A-labels to U-labels (RFC 5890), as `domainToUnicode` of `node:url` does it. */
  readonly toUnicode: (domain: string) => string;
  /** Whether a person started this run by hand: what is named then is not all there is. */
  readonly byHand?: boolean;
  /** Who asks. The command line speaks of flags, and looks for a configuration file only when no domains are given. */
  readonly caller?: 'action' | 'command-line';
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A file that the user named: it has to be there. */
export async function readNamedFile(path: string, sources: ConfigSources): Promise<Reading<SourceFile>> {
  const read = await readFileIfThere(path, sources);
  if ('problem' in read) return read;
  if (read.value) return { value: read.value };
  const hint =
    sources.caller === 'command-line' ? '' : ': check the repository out (actions/checkout) before this step';
  return { problem: `${quote(path)} does not exist${hint}` };
}

/** The first of the default configuration files that exists. */
export async function findConfigFile(sources: ConfigSources): Promise<Reading<SourceFile | undefined>> {
  for (const path of CONFIG_FILES) {
    const read = await readFileIfThere(path, sources);
    if ('problem' in read || read.value) return read;
  }
  return { value: undefined };
}

async function readFileIfThere(path: string, { readFile }: ConfigSources): Promise<Reading<SourceFile | undefined>> {
  try {
    const text = await readFile(path);
    return { value: text === undefined ? undefined : { path: path.replace(/^(?:\.\/)+/u, ''), text } };
  } catch (error) {
    return { problem: `${quote(path)} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}
