import type { Config, FailOn } from '../model/config.js';
import type { Format } from '../report/format.js';
import { FORMAT_NAMES, FORMATS, type FormatName } from '../report/formats.js';
import { readDomain } from './domain.js';
import { lines, listOf, oneOf, services, text, yesOrNo, type Kind } from './kinds.js';
import { PROBE_INPUTS } from './probe-inputs.js';
import { readApiUrl, readPath, readShard } from './readers.js';
import { TRACKING_INPUTS } from './tracking-inputs.js';

/** One setting: the only source of action.yml, docs/action.md, the command line and `defaults:` of the file. */
export interface Input<T> {
  readonly kind: Kind<T>;
  /** One or two sentences. */
  readonly description: string;
  /** What holds when nobody says otherwise, as a user would write it. */
  readonly default?: string;
  /** The default on the command line, where a person reads the exit code. */
  readonly commandLineDefault?: string;
  /** Shown by `--help` in place of the default. */
  readonly commandLineNote?: string;
  /** Shown in place of a default that depends on something. */
  readonly defaultNote?: string;
  /** Default that only the runner can fill in; it goes into action.yml, the others must not: they would mask the file. */
  readonly runnerDefault?: string;
  /** Whether it may stand under `defaults:` in the configuration file. */
  readonly inFile: boolean;
  /** How the command line has it, where it does. */
  readonly flag?: string;
}

/** Default places of the configuration file; the first that exists is read. */
export const CONFIG_FILES = ['.github', '.forgejo', '.gitea'].flatMap((folder) => [
  `${folder}/xmpp-tls.yml`,
  `${folder}/xmpp-tls.yaml`,
]);

const FAIL_ON_WORDS: Readonly<Record<FailOn, FailOn>> = {
  never: 'never',
  plaintext: 'plaintext',
  inconclusive: 'inconclusive',
  overdue: 'overdue',
};

const CHANGED_WORDS: Readonly<Record<'auto' | 'true' | 'false', Config['changedOnly']>> = {
  auto: 'auto',
  true: 'always',
  false: 'never',
};

const FORGE_WORDS = { auto: 'auto', github: 'github', forgejo: 'forgejo' } as const;

/** A path for every file that can be written. */
const FORMAT_INPUTS = Object.fromEntries(
  FORMAT_NAMES.map((name) => {
    const { description, flag }: Format = FORMATS[name];
    return [name, { kind: text(readPath), description, inFile: true, flag }];
  }),
) as { readonly [K in FormatName]: Input<string> };

export const INPUTS = {
  hosts: {
    kind: text((value) => ({ value })),
    description:
      'XMPP domains to check, one per line, in addition to those of the configuration file; # begins a comment. "service=c2s" or "service=s2s" behind a domain checks that service only.',
    inFile: false,
  },
  only: {
    kind: listOf(readDomain, 100),
    description:
      'Of the domains of this run, check these only, separated by commas or line ends. The issues of all others are left alone.',
    inFile: false,
    flag: '--only LIST',
  },
  'config-file': {
    kind: text(readPath),
    description:
      'YAML file with domains and settings. Its domains are checked in addition to those of "hosts"; any other input wins over the same setting of the file.',
    defaultNote: `${CONFIG_FILES[0]}, or the same below .forgejo/ or .gitea/, if there is one`,
    commandLineNote: `${CONFIG_FILES[0]}, if there is one and no domains are named`,
    inFile: false,
    flag: '--config FILE',
  },
  shard: {
    kind: text(readShard),
    description:
      'Check only this part of the domains: 2/5 is the second of five. "merge" puts the reports of all parts together.',
    inFile: false,
    flag: '--shard PART',
  },
  services: {
    kind: services,
    description:
      'Services to check: c2s (clients), s2s (other servers), or both. Given here, it also wins over what single domains of the file name.',
    default: 'c2s,s2s',
    inFile: true,
    flag: '--services LIST',
  },
  'fail-on': {
    kind: oneOf(FAIL_ON_WORDS),
    description:
      'When the run fails: "plaintext" (a domain allows it, or nothing could be checked), "inconclusive" (also when one could not be checked), "overdue" (only when a promise was missed), or "never".',
    default: 'plaintext',
    commandLineDefault: 'inconclusive',
    defaultNote: 'plaintext; inconclusive on the command line',
    inFile: true,
    flag: '--fail-on LEVEL',
  },
  'changed-only': {
    kind: oneOf(CHANGED_WORDS),
    description:
      'Whether only the domains that a change adds or changes can fail the run. "auto": on pull requests and in merge groups; "true": on pushes too. Needs "contents: read".',
    default: 'auto',
    inFile: false,
  },
  ...TRACKING_INPUTS,
  ...PROBE_INPUTS,
  summary: {
    kind: yesOrNo(),
    description: 'Write the result to the summary page of the job.',
    default: 'true',
    inFile: true,
  },
  annotations: {
    kind: yesOrNo(),
    description: 'Annotate findings on the lines of the configuration file that name the domains.',
    default: 'true',
    inFile: true,
  },
  ...FORMAT_INPUTS,
  merge: {
    kind: lines(readPath, 1000),
    description:
      'Check nothing, and put the JSON reports of other jobs together instead: files or folders, one per line. Everything else goes on as if one run had checked all domains.',
    inFile: false,
  },
  'api-url': {
    kind: text(readApiUrl),
    description: 'Address of the API of the forge.',
    defaultNote: "the runner's own forge",
    inFile: false,
  },
  forge: {
    kind: oneOf(FORGE_WORDS),
    description:
      'What the forge understands: "github" (GitHub Enterprise Server too) or "forgejo" (Gitea too). "auto" derives it from the address of the API and the runner.',
    default: 'auto',
    inFile: false,
  },
} satisfies Record<string, Input<unknown>>;

/** What an input is, and what holds without it. */
export function describe({ description, default: text, defaultNote }: Input<unknown>): string {
  const shown = defaultNote ?? text;
  return shown === undefined ? description : `${description} Default: ${shown}.`;
}

export type InputName = keyof typeof INPUTS;
export const INPUT_NAMES = Object.keys(INPUTS) as readonly InputName[];

type ValueOf<I> = I extends Input<infer T> ? T : never;
type Defaulted = { [K in InputName]: (typeof INPUTS)[K] extends { default: string } ? K : never }[InputName];

/** Values by input name, as far as somebody gave them. */
export type Given = { readonly [K in InputName]?: ValueOf<(typeof INPUTS)[K]> };

/** {@link Given} on top of the defaults. */
export type Settings = Given & Required<Pick<Given, Defaulted>>;

export { OUTPUTS, type OutputName } from './outputs.js';
