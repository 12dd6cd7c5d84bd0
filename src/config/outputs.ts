import type { Format } from '../report/format.js';
import { FORMAT_NAMES, FORMATS, type FormatName } from '../report/formats.js';

const FORMAT_OUTPUTS = Object.fromEntries(
  FORMAT_NAMES.map((name) => {
    const { output }: Format = FORMATS[name];
    return [name, `Path of that file, where one was asked for and written.${output === undefined ? '' : ` ${output}`}`];
  }),
) as { readonly [K in FormatName]: string };

/** What the Action tells later steps; set in every exit path. */
export const OUTPUTS = {
  result:
    '`pass`, `fail` or `inconclusive`: what was found, whatever `fail-on` makes of it. `inconclusive` where a run ended before it found out anything: see `exit-code`.',
  'exit-code':
    'How the step ended: `0` well, `1` plaintext, `2` a mistake in the configuration, `3` internal error, `4` inconclusive.',
  'hosts-total': 'Number of domains checked.',
  'hosts-secure': 'Number of domains that were seen to require TLS.',
  'hosts-plaintext': 'Number of domains that accept or offer connections without TLS, waived ones left out.',
  'hosts-inconclusive': 'Number of inconclusive domains.',
  'hosts-not-offered':
    'Number of domains that offer none of the services: the DNS says so, or other servers cannot reach a component.',
  'hosts-waived': 'Number of domains that accept or offer connections without TLS and have a waiver for it.',
  'plaintext-hosts': 'The domains that accept or offer connections without TLS, one per line.',
  results: 'Compact JSON of all verdicts, worst first, with the version of its schema.',
  'results-complete':
    '`true`, or `false` where `results` or `plaintext-hosts` had to be cut to fit an environment variable: read `json-file` then.',
  'issues-opened': 'JSON array of the numbers of the issues that were opened.',
  'issues-closed': 'JSON array of the numbers of the issues that were closed.',
  'issues-reopened': 'JSON array of the numbers of the issues that were reopened.',
  'issues-updated': 'JSON array of the numbers of the issues that were updated.',
  'issues-overdue': 'JSON array of the numbers of the issues whose promised repair did not come.',
  'issues-failed': 'JSON array of the domains whose issue could not be written.',
  ...FORMAT_OUTPUTS,
} as const satisfies Record<string, string>;

export type OutputName = keyof typeof OUTPUTS;
