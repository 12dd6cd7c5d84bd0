import type { FailOn, TrackingOptions } from '../model/config.js';
import { readDomain } from './domain.js';
import { duration, listOf, oneOf, services, text, wholeNumber, yesOrNo, type Kind } from './kinds.js';
import { readApiUrl, readAssignee, readDnsServer, readLabel, readLabelPrefix, readPath, readToken } from './readers.js';

/** One setting: the only source of action.yml, docs/action.md, the command line and `defaults:` of the file. */
export interface Input<T> {
  readonly kind: Kind<T>;
  /** One or two sentences. */
  readonly description: string;
  /** What holds when nobody says otherwise, as a user would write it. */
  readonly default?: string;
  /** The default on the command line, where a person reads the exit code. */
  readonly commandLineDefault?: string;
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
};

const MANAGE_WORDS: Readonly<Record<'auto' | 'true' | 'false', TrackingOptions['manageIssues']>> = {
  auto: 'auto',
  true: 'always',
  false: 'never',
};

export const INPUTS = {
  hosts: {
    kind: text((value) => ({ value })),
    description:
      'XMPP domains to look at, one per line; # begins a comment. "service=c2s" or "service=s2s" behind a domain looks at that service only.',
    inFile: false,
  },
  'config-file': {
    kind: text(readPath),
    description: 'YAML file with domains and settings. What is given here wins over what the file says.',
    defaultNote: `${CONFIG_FILES[0]}, or the same below .forgejo/ or .gitea/, if there is one`,
    inFile: false,
    flag: '--config FILE',
  },
  services: {
    kind: services,
    description:
      'Services to look at: c2s (clients), s2s (other servers), or both. A domain that names its own services keeps them.',
    default: 'c2s,s2s',
    inFile: true,
    flag: '--services LIST',
  },
  'fail-on': {
    kind: oneOf(FAIL_ON_WORDS),
    description:
      'When the run fails: "plaintext" when a domain can be used without TLS, "inconclusive" also when that could not be told, "never".',
    default: 'plaintext',
    commandLineDefault: 'inconclusive',
    defaultNote: 'plaintext; inconclusive on the command line',
    inFile: true,
    flag: '--fail-on LEVEL',
  },
  'manage-issues': {
    kind: oneOf(MANAGE_WORDS),
    description:
      'Whether to open, update and close issues. "auto" does so on schedules, manual runs and pushes to the default branch, and never on pull requests.',
    default: 'auto',
    inFile: true,
  },
  'dry-run': {
    kind: yesOrNo(),
    description: 'Look and judge, print what would be done about issues, and do nothing of it.',
    default: 'false',
    inFile: false,
    flag: '--dry-run',
  },
  token: {
    kind: text(readToken),
    description: 'Token for the issues; the job needs "permissions: issues: write".',
    runnerDefault: '${{ github.token }}',
    inFile: false,
  },
  'label-prefix': {
    kind: text(readLabelPrefix),
    description: 'Name of the label by which our issues are found, and beginning of the other labels we set.',
    default: 'xmpp-tls',
    inFile: true,
  },
  labels: {
    kind: listOf(readLabel, 20),
    description: 'More labels for new issues, separated by commas or line ends.',
    inFile: true,
  },
  assignees: {
    kind: listOf(readAssignee, 10),
    description: 'Users to assign to new issues, separated by commas or line ends; at most 10.',
    inFile: true,
  },
  'close-after': {
    kind: wholeNumber(1, 100),
    description: 'Consecutive secure runs after which an issue is closed.',
    default: '2',
    inFile: true,
    flag: '--close-after RUNS',
  },
  'reopen-days': {
    kind: wholeNumber(0, 3650),
    description:
      'A domain that falls back within so many days gets its old issue reopened; later it gets a new one that names the old.',
    default: '90',
    inFile: true,
    flag: '--reopen-days DAYS',
  },
  'full-run': {
    kind: yesOrNo(),
    description:
      'Whether this run has all domains, so that the issue of a domain that is missing is closed as not planned. Say false when several jobs share the domains.',
    default: 'true',
    defaultNote: 'true; false in a matrix, and when domains are named on the command line',
    runnerDefault: "${{ strategy.job-total > 1 && 'false' || 'true' }}",
    inFile: false,
    flag: '--full-run',
  },
  'issues-dir': {
    kind: text(readPath),
    description: 'Keep the issues as Markdown files in this folder instead of on the forge.',
    inFile: true,
    flag: '--issues-dir DIR',
  },
  timeout: {
    kind: duration('100ms', '2m'),
    description:
      'How long to wait for a connection, and for each answer. Units: ms, s, m, h; a bare number is seconds.',
    default: '10s',
    inFile: true,
    flag: '--timeout TIME',
  },
  'run-timeout': {
    kind: duration('1s', '6h'),
    description: 'How long the whole run may take. Domains not reached by then are inconclusive.',
    default: '15m',
    inFile: true,
    flag: '--run-timeout TIME',
  },
  retries: {
    kind: wholeNumber(0, 5),
    description: 'Repeated looks at an endpoint that could not be reached or broke off.',
    default: '1',
    inFile: true,
    flag: '--retries N',
  },
  parallel: {
    kind: wholeNumber(1, 64),
    description: 'Domains looked at at the same time.',
    default: '8',
    inFile: true,
    flag: '--parallel N',
  },
  'dns-servers': {
    kind: listOf(readDnsServer, 8),
    description:
      'Name servers to ask, separated by commas or line ends: "192.0.2.53", "192.0.2.53:5353", "[2001:db8::53]:53" or an https URL (DNS over HTTPS).',
    defaultNote: 'those of the system',
    inFile: true,
    flag: '--dns-servers LIST',
  },
  'ca-file': {
    kind: text(readPath),
    description: 'PEM file of certificate authorities to trust beside the usual ones.',
    inFile: true,
    flag: '--ca-file FILE',
  },
  's2s-from': {
    kind: text(readDomain),
    description:
      'Domain that s2s streams claim to come from. Servers that talk only to known domains need one of yours here.',
    default: 'tls-probe.invalid',
    inFile: true,
    flag: '--s2s-from DOMAIN',
  },
  'allow-private-addresses': {
    kind: yesOrNo(),
    description:
      'Connect to private, loopback and link-local addresses too. Keep it off where others can edit the domains.',
    default: 'false',
    inFile: false,
    flag: '--allow-private-addresses',
  },
  summary: {
    kind: yesOrNo(),
    description: 'Write the result to the summary page of the job.',
    default: 'true',
    inFile: true,
  },
  annotations: {
    kind: yesOrNo(),
    description: 'Mark findings at the lines of the configuration file that name the domains.',
    default: 'true',
    inFile: true,
  },
  'json-file': {
    kind: text(readPath),
    description: 'Write the full report as JSON to this file. The Action writes only below the workspace.',
    inFile: true,
    flag: '--json FILE',
  },
  'api-url': {
    kind: text(readApiUrl),
    description: 'Address of the API of the forge.',
    defaultNote: "the runner's own forge",
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

/** What the Action tells later steps; set in every exit path. */
export const OUTPUTS = {
  result: '`pass`, `fail` or `inconclusive`.',
  'hosts-total': 'Number of domains looked at.',
  'hosts-secure': 'Number of domains that were seen to require TLS.',
  'hosts-plaintext': 'Number of domains that can be used without TLS, waived ones left out.',
  'hosts-inconclusive': 'Number of domains of which it could not be told.',
  'hosts-not-offered': 'Number of domains that declare in the DNS to offer none of the services.',
  'hosts-waived': 'Number of domains that can be used without TLS and have a waiver for it.',
  'plaintext-hosts': 'The domains that can be used without TLS, one per line.',
  results: 'Compact JSON of all verdicts, with the version of its schema; cut where it would be too long.',
  'issues-opened': 'JSON array of the numbers of the issues that were opened.',
  'issues-closed': 'JSON array of the numbers of the issues that were closed.',
  'issues-reopened': 'JSON array of the numbers of the issues that were reopened.',
  'issues-updated': 'JSON array of the numbers of the issues that were updated.',
  'issues-failed': 'JSON array of the domains whose issue could not be written.',
  'json-file': 'Path of the JSON report, where one was asked for.',
} as const satisfies Record<string, string>;

export type OutputName = keyof typeof OUTPUTS;
