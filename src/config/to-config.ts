import type { Config } from '../model/config.js';
import { FORMAT_NAMES } from '../report/formats.js';
import type { Settings } from './inputs.js';

/** Settings by input name, sorted into what the rooms ask for. */
export function toConfig(settings: Settings): Omit<Config, 'targets' | 'checks' | 'file'> {
  const { 'ca-file': caFile } = settings;
  return {
    services: settings.services,
    failOn: settings['fail-on'],
    changedOnly: settings['changed-only'],
    probe: {
      timeoutMs: settings.timeout,
      runTimeoutMs: settings['run-timeout'],
      parallel: settings.parallel,
      retries: settings.retries,
      s2sFrom: settings['s2s-from'],
      httpPorts: settings['http-ports'],
      componentPorts: settings['component-ports'],
      activeS2s: settings['active-s2s'],
      proveLoginOffer: settings['prove-login-offer'],
      starttlsInjection: settings['starttls-injection'],
      ...s2sListen(settings),
      ...login(settings),
    },
    network: {
      dnsServers: settings['dns-servers'] ?? [],
      allowPrivateAddresses: settings['allow-private-addresses'],
      families: settings['address-families'],
      ...(caFile === undefined ? {} : { caFile }),
    },
    tracking: tracking(settings),
    ...(settings.merge === undefined ? {} : { merge: settings.merge }),
    output: {
      summary: settings.summary,
      annotations: settings.annotations,
      files: filesOf(settings),
    },
  };
}

function tracking(settings: Settings): Config['tracking'] {
  const { 'issues-dir': issuesDir } = settings;
  return {
    manageIssues: settings['manage-issues'],
    dryRun: settings['dry-run'],
    labelPrefix: settings['label-prefix'],
    labels: settings.labels ?? [],
    assignees: settings.assignees ?? [],
    openAfter: settings['open-after'],
    closeAfter: settings['close-after'],
    closeAfterHours: settings['close-after-hours'],
    reopenDays: settings['reopen-days'],
    graceDays: settings['grace-days'],
    remindDays: settings['remind-days'],
    silenceDays: settings['silence-days'],
    refreshDays: settings['refresh-days'],
    skipWeekends: settings['skip-weekends'],
    ...(settings.language === undefined ? {} : { language: settings.language }),
    maxIssueWrites: settings['max-issue-writes'],
    maxIssueOpens: settings['max-issue-opens'],
    maxInconclusive: settings['max-inconclusive'],
    campaign: settings.campaign,
    fullRun: settings['full-run'],
    ...(issuesDir === undefined ? {} : { issuesDir }),
  };
}

function filesOf(settings: Settings): Config['output']['files'] {
  return Object.fromEntries(
    FORMAT_NAMES.flatMap((name) => {
      const path = settings[name];
      return path === undefined ? [] : [[name, path]];
    }),
  );
}
function s2sListen(settings: Settings): Pick<Config['probe'], 's2sListen'> {
  const { 's2s-listen': where, 's2s-certificate': certificateFile } = settings;
  if (where === undefined) return {};
  return { s2sListen: certificateFile === undefined ? where : { ...where, certificateFile } };
}

function login(settings: Settings): Pick<Config['probe'], 'login'> {
  const { 'login-jid': account, 'login-password': password, 'login-allow-plain': allowPlain } = settings;
  return account === undefined || password === undefined ? {} : { login: { ...account, password, allowPlain } };
}
