import { survey } from '../../src/app/survey.js';
import { startDnsServer } from '../../src/demo/dns-server.js';
import type { Zone } from '../../src/demo/dns-zone.js';
import type { Config } from '../../src/model/config.js';
import type { TargetReport } from '../../src/model/report.js';
import type { Target } from '../../src/model/target.js';
import { openNetwork } from '../../src/runtime/network.js';

export interface SurveyChanges {
  readonly caFile?: string;
  readonly timeoutMs?: number;
  readonly probe?: Partial<Config['probe']>;
}

/** What the product says of one domain on loopback, over real sockets and a name server of its own. */
export async function surveyOnLoopback(
  zone: Zone,
  target: Pick<Target, 'domain'> & Partial<Target>,
  { caFile, timeoutMs = 3000, probe = {} }: SurveyChanges = {},
): Promise<TargetReport> {
  const dns = await startDnsServer(zone);
  try {
    const network: Config['network'] = {
      dnsServers: [dns.address],
      allowPrivateAddresses: true,
      ...(caFile === undefined ? {} : { caFile }),
    };
    const full: Target = {
      unicodeDomain: target.domain,
      services: ['c2s', 's2s'],
      endpoints: [],
      checks: {},
      waivers: [],
      ...target,
    };
    const config: Config = {
      targets: [full],
      checks: {},
      services: full.services,
      failOn: 'plaintext',
      changedOnly: 'never',
      probe: { timeoutMs, runTimeoutMs: 60_000, parallel: 1, retries: 0, s2sFrom: 'tls-probe.invalid', ...probe },
      network,
      tracking: {
        manageIssues: 'never',
        dryRun: true,
        labelPrefix: 'xmpp-tls',
        labels: [],
        assignees: [],
        closeAfter: 2,
        reopenDays: 90,
        fullRun: true,
      },
      output: { summary: false, annotations: false, files: {} },
    };
    const report = await survey(config, {
      ...openNetwork(network, timeoutMs, (path) => path),
      version: 'test',
      onTarget: () => undefined,
    });
    const [only] = report.targets;
    if (!only) throw new Error('a survey of one target has one report');
    return only;
  } finally {
    await dns.stop();
  }
}

/** SRV records for the services of a domain on loopback ports. */
export function zoneOf(
  domain: string,
  ports: { readonly c2s?: number; readonly s2s?: number; readonly c2sDirectTls?: number },
): Zone {
  const zone: Record<string, Zone[string]> = { [`xmpp.${domain}`]: { A: ['127.0.0.1'] } };
  const publish = (name: string, port: number | undefined): void => {
    if (port !== undefined) zone[`${name}.${domain}`] = { SRV: [`5 0 ${port} xmpp.${domain}`] };
  };
  publish('_xmpp-client._tcp', ports.c2s);
  publish('_xmpp-server._tcp', ports.s2s);
  publish('_xmpps-client._tcp', ports.c2sDirectTls);
  return zone;
}
