import { jest } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { issueCertificate, type ServerCertificate } from '../../src/demo/certificate.js';
import { startDnsServer, type DnsServer, type Zone } from '../../src/demo/dns-server.js';
import { startXmppServer, type Answers, type EmbeddedServer, type Policy } from '../../src/demo/xmpp-server.js';
import { SERVICES, type Service } from '../../src/model/target.js';
import { createRunner, TOKEN, type ActionRun, type ActionsRunner, type Inputs } from '../support/actions-runner.js';
import type { Circumstances, RunningAction } from '../support/actions-runner.js';
import { startFakeGitHub, type FakeGitHub } from '../support/fake-github.js';
import type { Finished } from '../support/node-process.js';

export type { ActionRun, Circumstances, Inputs } from '../support/actions-runner.js';

/** What stands behind the SRV records of one domain. A service that is not named is declared absent. */
export interface SiteDomain extends Partial<Readonly<Record<Service, Policy>>> {
  readonly answers?: Answers;
  readonly certificate?: Pick<ServerCertificate, 'cert' | 'key'>;
}

/** Domains by name; a policy alone is that of both services. */
export type SiteDomains = Readonly<Record<string, Policy | SiteDomain>>;

/** A repository with its workflow, the forge it lives on, and the XMPP servers it watches: all on loopback. */
export interface Site extends Pick<ActionsRunner, 'startBundle' | 'temporary'> {
  readonly github: FakeGitHub;
  readonly dns: DnsServer;
  /** Flags of the command line that lead it to the servers of this site. */
  readonly network: readonly string[];
  /** Runs the action once, by default on schedule. */
  run(inputs: Inputs, circumstances?: Circumstances): Promise<ActionRun>;
  /** The same, without waiting for its end. */
  start(inputs: Inputs, circumstances?: Circumstances): RunningAction;
  /** Runs the command line in the workspace. */
  cli(...args: readonly string[]): Promise<Finished>;
  /** The operator of a domain changes the configuration of both its servers. */
  setPolicy(domain: string, policy: Policy): void;
  /** Absolute path of something in the workspace. */
  locate(path: string): string;
  write(path: string, text: string): void;
  read(path: string): string;
  close(): Promise<void>;
}

/** Every run is a process of its own, and a test may have several; a busy machine must not fail them. */
jest.setTimeout(60_000);

/** Starts servers for some domains, a name server that knows them and the names of `zone`, a forge, and a workspace. */
export async function startSite(domains: SiteDomains = {}, zone: Zone = {}): Promise<Site> {
  const certificate = await issueCertificate([...Object.keys(domains), 'nobody.example'], Date.now());
  const servers = await startServers(domains, certificate);
  const dns = await startDnsServer({ ...zoneOf(servers), ...zone });
  const github = await startFakeGitHub({ token: TOKEN });
  const runner = createRunner(github);

  const locate = (path: string): string => join(runner.workspace, path);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(locate(path)), { recursive: true });
    writeFileSync(locate(path), text);
  };
  write('ca.pem', certificate.ca);

  // Without http-ports whatever else listens on this machine would be looked at as well.
  const network = { 'dns-servers': dns.address, 'ca-file': 'ca.pem', 'http-ports': 'none' };
  // Nights follow each other within seconds here.
  const usual = { ...network, 'allow-private-addresses': 'true', 'close-after-hours': '0' };
  const start: Site['start'] = (inputs, circumstances) => runner.start({ ...usual, ...inputs }, circumstances);
  return {
    github,
    dns,
    network: [...Object.entries(network).flatMap(([name, value]) => [`--${name}`, value]), '--allow-private-addresses'],
    run: (inputs, circumstances) => start(inputs, circumstances).finished,
    start,
    cli: (...args) => runner.startBundle('cli/index.js', args).finished,
    startBundle: runner.startBundle,
    temporary: runner.temporary,
    setPolicy: (domain, policy) => servers.get(domain)?.forEach((server) => server.setPolicy(policy)),
    locate,
    write,
    read: (path) => readFileSync(locate(path), 'utf8'),
    close: async () => {
      await Promise.all([...servers.values()].flat().map((server) => server.stop()));
      await Promise.all([dns.stop(), github.close()]);
      runner.close();
    },
  };
}

/** Starts a site for one test, and ends it with the test. */
export async function withSite(domains: SiteDomains, test: (site: Site) => Promise<void>): Promise<void> {
  const site = await startSite(domains);
  try {
    await test(site);
  } finally {
    await site.close();
  }
}

async function startServers(
  domains: SiteDomains,
  certificate: ServerCertificate,
): Promise<Map<string, EmbeddedServer[]>> {
  const servers = new Map<string, EmbeddedServer[]>();
  for (const [domain, setting] of Object.entries(domains)) {
    const site: SiteDomain = typeof setting === 'string' ? { c2s: setting, s2s: setting } : setting;
    const started = SERVICES.flatMap((service) => {
      const policy = site[service];
      return policy ? [startXmppServer({ certificate, ...site, domains: [domain], service, policy })] : [];
    });
    servers.set(domain, await Promise.all(started));
  }
  return servers;
}

const SRV_NAMES: Readonly<Record<Service, string>> = { c2s: '_xmpp-client._tcp', s2s: '_xmpp-server._tcp' };

function zoneOf(servers: ReadonlyMap<string, readonly EmbeddedServer[]>): Zone {
  const zone: Record<string, Zone[string]> = {};
  for (const [domain, started] of servers) {
    zone[`xmpp.${domain}`] = { A: ['127.0.0.1'] };
    for (const service of SERVICES) {
      const server = started.find((one) => one.service === service);
      const record = server ? `5 0 ${server.port} xmpp.${domain}` : '0 0 0 .';
      zone[`${SRV_NAMES[service]}.${domain}`] = { SRV: [record] };
    }
  }
  return zone;
}
