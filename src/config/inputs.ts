import type { FailOn } from '../model/config.js';
import { readDomain } from './domain.js';
import { duration, listOf, oneOf, ports, services, text, wholeNumber, yesOrNo, type Kind } from './kinds.js';
import { readApiUrl, readDnsServer, readListenAddress, readLoginJid, readLoginPassword, readPath } from './readers.js';
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

const FORGE_WORDS = { auto: 'auto', github: 'github', forgejo: 'forgejo' } as const;

export const INPUTS = {
  hosts: {
    kind: text((value) => ({ value })),
    description:
      'XMPP domains to look at, one per line; # begins a comment. "service=c2s" or "service=s2s" behind a domain looks at that service only.',
    inFile: false,
  },
  only: {
    kind: listOf(readDomain, 100),
    description:
      'Of the domains of this run, look at these only, separated by commas or line ends. The issues of all others are left alone.',
    inFile: false,
    flag: '--only LIST',
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
      'When the run fails: "plaintext" when a domain can be used without TLS, "inconclusive" also when that could not be told, "overdue" only when a promised repair did not come, "never".',
    default: 'plaintext',
    commandLineDefault: 'inconclusive',
    defaultNote: 'plaintext; inconclusive on the command line',
    inFile: true,
    flag: '--fail-on LEVEL',
  },
  ...TRACKING_INPUTS,
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
  'active-s2s': {
    kind: yesOrNo(),
    description:
      'Also try dialback before TLS, with a key that nobody vouches for. It makes every server look up s2s-from, and some log a warning.',
    default: 'false',
    inFile: true,
    flag: '--active-s2s',
  },
  's2s-listen': {
    kind: text(readListenAddress),
    description:
      'Address and port to listen on for servers that verify s2s-from, whose SRV record has to lead there: shows by a ping without TLS whether a server serves plaintext. Needs a runner of your own.',
    inFile: false,
    flag: '--s2s-listen ADDRESS',
  },
  's2s-certificate': {
    kind: text(readPath),
    description:
      'PEM file with the certificate chain and private key that s2s-listen shows; without one, a self-signed certificate is made for the run.',
    inFile: false,
    flag: '--s2s-certificate FILE',
  },
  'prove-login-offer': {
    kind: yesOrNo(),
    description:
      'Where clients are offered a SCRAM login without TLS, begin one for a random user, without a password, to see that it is served. It can count as a failed login, towards a ban of the address.',
    default: 'false',
    inFile: true,
    flag: '--prove-login-offer',
  },
  'login-jid': {
    kind: text(readLoginJid),
    description:
      'Throw-away account to log in with where its server lets clients do that without TLS. It sends a message to itself and to nobody else.',
    inFile: false,
    flag: '--login-jid JID',
  },
  'login-password': {
    kind: text(readLoginPassword),
    description:
      'Password of that account, from a secret: it is masked, and never written anywhere. The command line takes it from XMPP_TLS_LOGIN_PASSWORD.',
    inFile: false,
  },
  'login-allow-plain': {
    kind: yesOrNo(),
    description:
      'Whether that password may itself be sent in plaintext, where the server takes no SCRAM: to mechanism PLAIN and to jabber:iq:auth.',
    default: 'false',
    inFile: false,
    flag: '--login-allow-plain',
  },
  'starttls-injection': {
    kind: yesOrNo(),
    description:
      'Send plaintext right behind STARTTLS and see whether the server carries it out inside TLS. One connection more per endpoint.',
    default: 'false',
    inFile: true,
    flag: '--starttls-injection',
  },
  'allow-private-addresses': {
    kind: yesOrNo(),
    description:
      'Connect to private, loopback and link-local addresses too. Keep it off where others can edit the domains.',
    default: 'false',
    inFile: false,
    flag: '--allow-private-addresses',
  },
  'http-ports': {
    kind: ports,
    description:
      'Ports on which BOSH and WebSocket without TLS are looked for, on the addresses of the domain and of its client hosts; "none" looks only where host-meta points.',
    default: '5280,7070',
    inFile: true,
    flag: '--http-ports LIST',
  },
  'component-ports': {
    kind: ports,
    description:
      'Ports where external components log in with a shared secret and without TLS, such as 5347 and 5275: whether they can be reached is looked at on the s2s hosts.',
    default: 'none',
    inFile: true,
    flag: '--component-ports LIST',
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
  forge: {
    kind: oneOf(FORGE_WORDS),
    description:
      'What the forge understands: "github" (GitHub Enterprise Server too) or "forgejo" (Gitea too). "auto" tells it by the address of the API and by the runner.',
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
