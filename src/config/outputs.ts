/** What the Action tells later steps; set in every exit path. */
export const OUTPUTS = {
  result: '`pass`, `fail` or `inconclusive`.',
  'hosts-total': 'Number of domains looked at.',
  'hosts-secure': 'Number of domains that were seen to require TLS.',
  'hosts-plaintext': 'Number of domains that can be used without TLS, waived ones left out.',
  'hosts-inconclusive': 'Number of domains of which it could not be told.',
  'hosts-not-offered':
    'Number of domains that offer none of the services: the DNS says so, or other servers cannot reach a component.',
  'hosts-waived': 'Number of domains that can be used without TLS and have a waiver for it.',
  'plaintext-hosts': 'The domains that can be used without TLS, one per line.',
  results: 'Compact JSON of all verdicts, with the version of its schema; cut where it would be too long.',
  'issues-opened': 'JSON array of the numbers of the issues that were opened.',
  'issues-closed': 'JSON array of the numbers of the issues that were closed.',
  'issues-reopened': 'JSON array of the numbers of the issues that were reopened.',
  'issues-updated': 'JSON array of the numbers of the issues that were updated.',
  'issues-overdue': 'JSON array of the numbers of the issues whose promised repair did not come.',
  'issues-failed': 'JSON array of the domains whose issue could not be written.',
  'json-file': 'Path of the JSON report, where one was asked for.',
} as const satisfies Record<string, string>;

export type OutputName = keyof typeof OUTPUTS;
