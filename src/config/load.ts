import type { Config } from '../model/config.js';
import { ConfigurationError, type Problem } from '../model/ports.js';
import type { Target } from '../model/target.js';
import { contradictionsIn, leftUndone, withoutDot } from './contradictions.js';
import type { ConfigFile } from './file.js';
import { readHostLines } from './hosts.js';
import { CONFIG_FILES, type Settings } from './inputs.js';
import { defaultSettings, inputTitle, readInputs } from './settings.js';
import { narrow } from './narrow.js';
import { findConfigFile, readNamedFile, type ConfigSources } from './sources.js';
import { entriesOfFile, entriesOfLines, mergeEntries, toTarget, type Entries } from './targets.js';
import { toConfig } from './to-config.js';
import { contactMistakes, promiseWarnings } from './promises.js';
import { quote } from './reading.js';
import { waiverWarnings } from './waivers.js';

/** Problems shown at once; the rest is counted. */
const PROBLEM_LIMIT = 50;

export interface LoadedConfig {
  readonly config: Config;
  readonly token?: string;
  /** Without a slash at the end. */
  readonly apiUrl?: string;
  /** What the forge understands; `auto` is for the caller to find out. */
  readonly forge: 'auto' | 'github' | 'forgejo';
  /** Remarks for people; none of them stops the run. */
  readonly warnings: readonly string[];
}

/**
 * Everything one run is told, validated: input > file > default. Throws one ConfigurationError with all that is wrong,
 * a problem per line.
 */
export async function loadConfig(sources: ConfigSources): Promise<LoadedConfig> {
  const { given, problems } = readInputs(sources);
  const lines = await hostLines(sources);
  const { file, problems: fileProblems } = await configFile(
    given['config-file'],
    lines.entries.length > 0 || 'merge' in given,
    sources,
  );
  const merged = mergeEntries(file ? entriesOfFile(file) : [], lines.entries, given.services);
  const mistakes = contactMistakes(merged.entries, sources.today).map(unplaced);
  refuse([...problems.map(unplaced), ...lines.problems, ...fileProblems, ...merged.problems, ...mistakes]);

  const settings: Settings = { ...defaultSettings(sources.caller), ...file?.content.defaults, ...given };
  const all = merged.entries.map((entry) => toTarget(entry, settings.services, sources.toUnicode));
  const targets = partOf(all, settings.shard);
  if (all.length === 0 && settings.merge === undefined) refuse([unplaced(sayNoHosts(sources.caller, file?.path))]);
  refuse(
    contradictionsIn(
      settings,
      targets,
      (name) => sources.caller === 'command-line' && name in given,
      (name) => inputTitle(name, sources.caller),
    ).map(unplaced),
  );
  const whole: Config = {
    ...toConfig(settings),
    targets,
    checks: file?.content.checks ?? {},
    ...(file ? { file: file.path } : {}),
  };
  return {
    config: inPart(whole, given.only, sources, lines.entries.length > 0),
    ...(settings.token === undefined ? {} : { token: settings.token }),
    ...(settings['api-url'] === undefined ? {} : { apiUrl: settings['api-url'] }),
    forge: settings.forge,
    warnings: [
      ...waiverWarnings(targets, sources.today),
      ...promiseWarnings(targets, sources.today),
      ...withoutDot(targets),
      ...leftUndone(settings, targets, sources.caller),
    ],
  };
}

/** The configuration of a run that does not have all domains: it may close nobody's issue for missing in it. */
function inPart(
  config: Config,
  only: readonly string[] | undefined,
  { byHand = false, caller }: ConfigSources,
  hasLines: boolean,
): Config {
  if (only !== undefined) {
    const strangers = only.filter((domain) => !config.targets.some((target) => target.domain === domain));
    refuse(
      strangers.map((domain) =>
        unplaced(`${inputTitle('only', caller)}: ${quote(domain)} is not one of the domains of this run`),
      ),
    );
    return narrow(config, only);
  }
  return byHand && hasLines
    ? narrow(
        config,
        config.targets.map(({ domain }) => domain),
      )
    : config;
}

/** The domains given as lines: by the input `hosts` or as arguments, and in a hosts file. */
async function hostLines(sources: ConfigSources): Promise<Entries> {
  const text = sources.input('hosts') ?? '';
  if (sources.caller !== 'command-line') return entriesOfLines(readHostLines(text), { call: 'hosts, line' });
  const inline = entriesOfLines(readHostLines(text), { call: 'domain' });
  const path = sources.input('hosts-file');
  if (path === undefined) return inline;
  const read = await readNamedFile(path, sources);
  if ('problem' in read)
    return { ...inline, problems: [...inline.problems, unplaced(`--hosts-file: ${read.problem}`)] };
  const listed = entriesOfLines(readHostLines(read.value.text), { file: read.value.path });
  return { entries: [...inline.entries, ...listed.entries], problems: [...inline.problems, ...listed.problems] };
}

/** The configuration file: the one that was named, or the one in its usual place. */
async function configFile(
  named: string | undefined,
  namesSubject: boolean,
  sources: ConfigSources,
): Promise<{ readonly file?: ConfigFile; readonly problems: readonly Problem[] }> {
  if (named === undefined && namesSubject && sources.caller === 'command-line') return { problems: [] };
  const read = named === undefined ? await findConfigFile(sources) : await readNamedFile(named, sources);
  if ('problem' in read)
    return { problems: [unplaced(`${inputTitle('config-file', sources.caller)}: ${read.problem}`)] };
  if (!read.value) return { problems: [] };
  // YAML and schemas are loaded where there is a file to read.
  const { readConfigFile } = await import('./file.js');
  const file = readConfigFile(read.value.path, read.value.text, sources.knownChecks);
  return 'problems' in file ? file : { file, problems: [] };
}

function sayNoHosts(caller: ConfigSources['caller'], file: string | undefined): string {
  const where = file ?? CONFIG_FILES[0];
  return caller === 'command-line'
    ? `there are no domains to check: name them, as in "xmpp-tls example.org", or list them under "hosts:" in ${where}`
    : `there are no domains to check: list them in the input "hosts", one per line, or under "hosts:" in ${where}, which needs actions/checkout before this step`;
}

/** Every so-manieth domain, so that neighbours in the list, which are often alike, are shared out. */
function partOf(targets: readonly Target[], shard: Settings['shard']): readonly Target[] {
  if (shard === undefined) return targets;
  return targets.filter((_, i) => i % shard.of === shard.part - 1);
}

function unplaced(message: string): Problem {
  return { message };
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const rest = problems.length - PROBLEM_LIMIT;
  const shown = problems.slice(0, PROBLEM_LIMIT);
  throw new ConfigurationError([...shown, ...(rest > 0 ? [unplaced(`and ${rest} more`)] : [])]);
}
