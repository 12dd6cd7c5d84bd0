import type { Target } from '../model/target.js';
import { FORMAT_NAMES, FORMATS, type FormatName } from '../report/formats.js';
import type { InputName, Settings } from './inputs.js';
import { quote } from './reading.js';
import { inputTitle } from './settings.js';
import type { ConfigSources } from './sources.js';

/**
 * Settings that are right one by one and cannot all be meant: one sentence each, naming both. `isPathFree`: whether a
 * file may be written anywhere. `titleOf`: what an input is called by whoever set it.
 */
export function contradictionsIn(
  settings: Settings,
  targets: readonly Target[],
  isPathFree: (name: FormatName) => boolean,
  titleOf: (name: InputName) => string,
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
      `s2s-from is "${settings['s2s-from']}", which is also one of the hosts: name a domain that is not checked`,
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
  return [...problems, ...wrongFiles(settings, isPathFree, titleOf)];
}

/** A file may be written below the workspace only, unless whoever runs this named it by hand; and no two into one. */
function wrongFiles(
  settings: Settings,
  isPathFree: (name: FormatName) => boolean,
  titleOf: (name: InputName) => string,
): string[] {
  const named = FORMAT_NAMES.flatMap((name) => {
    const path = settings[name];
    return path === undefined ? [] : [{ name, path }];
  });
  return named.flatMap(({ name, path }, i) => {
    const twin = named.slice(0, i).find((other) => other.path === path);
    if (twin)
      return [`${titleOf(twin.name)} and ${titleOf(name)} are both ${quote(path)}: give each a file of its own`];
    if (isPathFree(name) || (path !== '-' && staysBelow(path))) return [];
    return [
      `${titleOf(name)}: ${quote(path)} leaves the workspace: write a path below it, such as "${FORMATS[name].example}"`,
    ];
  });
}

/** What was asked for and will not be done, one sentence each. Runs that share a workflow need not all be able to. */
export function leftUndone(settings: Settings, targets: readonly Target[], caller: ConfigSources['caller']): string[] {
  const plansNothing = caller === 'command-line' && settings['dry-run'] && settings['issues-dir'] === undefined;
  return [
    ...noLogin(settings, targets),
    ...(settings['login-allow-plain'] && settings['login-jid'] === undefined
      ? [
          `${inputTitle('login-allow-plain', caller)} is for ${inputTitle('login-jid', caller)}, which is not given: no login is tried`,
        ]
      : []),
    ...(plansNothing
      ? ['--dry-run is about issues, and there are none: name a folder for them with --issues-dir']
      : []),
  ];
}

/** A name of one label is taken, because some networks have such, and is a slip everywhere else. */
export function withoutDot(targets: readonly Target[]): string[] {
  return targets
    .filter(({ domain, endpoints }) => !domain.includes('.') && endpoints.length === 0)
    .map(({ domain }) => `${quote(domain)} has no dot: is it a domain? It is checked as one`);
}

function noLogin({ 'login-jid': account, 'login-password': password }: Settings, targets: readonly Target[]): string[] {
  if (account === undefined) return [];
  if (password === undefined) {
    return [
      'no login is tried, because login-jid has no login-password: a secret is empty in a pull request from a fork, and the command line takes the password from XMPP_TLS_LOGIN_PASSWORD',
    ];
  }
  const isLookedAt = targets.some(({ domain, services }) => domain === account.domain && services.includes('c2s'));
  return isLookedAt
    ? []
    : [`no login is tried, because the domain of login-jid, ${account.domain}, is not among those checked for c2s`];
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
