import type { Target } from '../model/target.js';
import type { Settings } from './inputs.js';
import { quote } from './reading.js';

/** Settings that are right one by one and cannot all be meant: one sentence each, naming both. */
export function contradictionsIn(
  settings: Settings,
  targets: readonly Target[],
  { jsonFileAnywhere }: { readonly jsonFileAnywhere: boolean },
): string[] {
  const problems: string[] = [];
  if (settings.timeout > settings['run-timeout']) {
    problems.push(
      `timeout (${inSeconds(settings.timeout)}) is longer than run-timeout (${inSeconds(settings['run-timeout'])}): a single answer may not take longer than the run`,
    );
  }
  if (settings['manage-issues'] === 'always' && settings.token === undefined && settings['issues-dir'] === undefined) {
    problems.push('manage-issues is true, but there is neither a token nor an issues-dir to keep issues with');
  }
  // A server refuses a stream that claims to come from itself (Prosody: undefined-condition), which proves nothing.
  if (targets.some(({ domain }) => domain === settings['s2s-from'])) {
    problems.push(
      `s2s-from is "${settings['s2s-from']}", which is also one of the hosts: name a domain that is not looked at`,
    );
  }
  if (settings['s2s-listen'] !== undefined && settings['s2s-from'].endsWith('.invalid')) {
    problems.push('s2s-listen needs s2s-from: name a domain of yours whose _xmpp-server SRV record leads there');
  }
  if (settings['s2s-certificate'] !== undefined && settings['s2s-listen'] === undefined) {
    problems.push('s2s-certificate is for s2s-listen, which is not given: give both, or neither');
  }
  if (settings['login-password'] !== undefined && settings['login-jid'] === undefined) {
    problems.push('login-password is for login-jid, which is not given: give both, or neither');
  }
  const jsonFile = settings['json-file'];
  if (jsonFile !== undefined && !jsonFileAnywhere && !staysBelow(jsonFile)) {
    problems.push(`json-file: ${quote(jsonFile)} leaves the workspace: write a path below it, such as "xmpp-tls.json"`);
  }
  return problems;
}

/** What was asked for and will not be done, one sentence each. Runs that share a workflow need not all be able to. */
export function leftUndone(
  { 'login-jid': account, 'login-password': password }: Settings,
  targets: readonly Target[],
): string[] {
  if (account === undefined) return [];
  if (password === undefined) {
    return [
      'no login is tried, because login-jid has no login-password: a secret is empty in a pull request from a fork, and the command line takes the password from XMPP_TLS_LOGIN_PASSWORD',
    ];
  }
  const isLookedAt = targets.some(({ domain, services }) => domain === account.domain && services.includes('c2s'));
  return isLookedAt
    ? []
    : [`no login is tried, because the domain of login-jid, ${account.domain}, is not among those looked at for c2s`];
}

function inSeconds(ms: number): string {
  return `${ms / 1000}s`;
}

/** Whether a path stays below the folder it is relative to, whatever it points at there. */
function staysBelow(path: string): boolean {
  if (/^(?:[/\\]|[a-z]:)/iu.test(path)) return false;
  let depth = 0;
  for (const part of path.split(/[/\\]+/u)) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return false;
  }
  return depth > 0;
}
