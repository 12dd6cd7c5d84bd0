import { run } from '../../src/app/run.js';
import { issueCertificate } from '../../src/demo/certificate.js';
import { startDnsServer } from '../../src/demo/dns-server.js';
import { type EmbeddedServer, type Policy, startXmppServer } from '../../src/demo/xmpp-server.js';
import type { IssueReader, IssueWriter } from '../../src/forge/forge.js';
import type { Config } from '../../src/model/config.js';
import type { Clock } from '../../src/model/ports.js';
import { openNetwork } from '../../src/runtime/network.js';
import { configOf } from '../issues/track.js';
import { zoneOf } from '../support/survey.js';

/** What the server lets through, or that it is down for maintenance. */
export type ServerState = 'plaintext' | 'away' | 'required';

/** The outputs of one run, as the next step of a workflow would read them, and what it warned of. */
export interface RunEnd {
  readonly outputs: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

/** The server of the story: its operator changes the policy, or takes it down. It keeps its address. */
export interface StoryServer {
  turn(state: ServerState): Promise<void>;
  /** One whole run of the product: looks at the server over real sockets, and keeps its issue. */
  visit(forge: { readonly reader: IssueReader; readonly writer: IssueWriter }, clock: Clock): Promise<RunEnd>;
  stop(): Promise<void>;
}

export async function startStoryServer(domain: string): Promise<StoryServer> {
  const certificate = await issueCertificate([domain], Date.now());
  const start = (service: 'c2s' | 's2s', policy: Policy, port = 0) =>
    startXmppServer({ domains: [domain], service, policy, certificate, port });
  let running: readonly EmbeddedServer[] = [await start('c2s', 'optional'), await start('s2s', 'optional')];
  const [c2s = 0, s2s = 0] = running.map(({ port }) => port);
  const dns = await startDnsServer(zoneOf(domain, { c2s, s2s }));
  const config = storyConfig(domain, dns.address);
  const away = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
    running = [];
  };
  return {
    async turn(state) {
      if (state === 'away') return away();
      const policy = state === 'plaintext' ? 'optional' : 'required';
      if (running.length === 0) running = [await start('c2s', policy, c2s), await start('s2s', policy, s2s)];
      running.forEach((server) => server.setPolicy(policy));
    },
    visit: (forge, clock) => visit(config, forge, clock),
    async stop() {
      await Promise.all([away(), dns.stop()]);
    },
  };
}

async function visit(config: Config, tracker: Parameters<StoryServer['visit']>[0], calendar: Clock): Promise<RunEnd> {
  const outputs: Record<string, string> = {};
  const warnings: string[] = [];
  const silent = () => undefined;
  const warn = (line: string) => void warnings.push(line);
  const network = openNetwork(config.network, config.probe.timeoutMs, (path) => path);
  await run(config, {
    ...network,
    // The date is that of the story; what is waited for is waited for in real time.
    clock: { ...network.clock, now: () => calendar.now() },
    version: 'test',
    tracker,
    log: { info: silent, debug: silent, print: silent, fold: silent, notice: silent, warning: warn, error: warn },
    outputs: {
      set: (name, value) => {
        outputs[name] = value;
      },
      summarise: async () => undefined,
      annotate: silent,
    },
    files: { list: async () => [], read: async () => undefined },
    writeFile: async () => undefined,
    console: { width: 80, colour: false },
  });
  return { outputs, warnings };
}

function storyConfig(domain: string, dnsServer: string): Config {
  const target = { domain, unicodeDomain: domain, endpoints: [], checks: {}, waivers: [] };
  const config = configOf({});
  return {
    ...config,
    targets: [{ ...target, services: config.services }],
    network: { ...config.network, dnsServers: [dnsServer] },
  };
}
