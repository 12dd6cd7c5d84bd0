/**
 * How much time the product adds to what the network takes, and what a long run needs. Prints ratios; quote those, since
 * single times depend on the machine. `npm run bench` compiles src/ first; the command line is measured as it is in dist/.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lookAtTarget } from '../lib/app/look.js';
import { issueCertificate } from '../lib/demo/certificate.js';
import { startDnsServer } from '../lib/demo/dns-server.js';
import { startXmppServer } from '../lib/demo/xmpp-server.js';
import { createPace } from '../lib/probe/pace.js';
import { createClock, createRandom } from '../lib/runtime/clock.js';
import { createDialer } from '../lib/runtime/dialer.js';
import { createResolver } from '../lib/runtime/resolver.js';
import { startDistance } from './bench/delay.mjs';
import { exchangeAll } from './bench/floor.mjs';

const CLI = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));
/** Without an environment it finds no domains, and ends. */
const ACTION = fileURLToPath(new URL('../dist/index.js', import.meta.url));
const RUNS = 15;
const DOMAINS = 200;
const MB = 1024 * 1024;

await benchVerdict(0);
await benchVerdict(50);
await benchStart();
await benchManyDomains();
await import('./bench/cases.mjs');
process.exit(0);

/** One c2s and s2s verdict of a server that requires TLS, against the floor, in turn. */
async function benchVerdict(rttMs) {
  const domain = 'bench.example';
  const certificate = await issueCertificate([domain], Date.now());
  const start = (service) => startXmppServer({ domains: [domain], service, policy: 'required', certificate });
  const servers = { c2s: await start('c2s'), s2s: await start('s2s') };
  const distances = {
    c2s: await startDistance(servers.c2s.port, rttMs / 2),
    s2s: await startDistance(servers.s2s.port, rttMs / 2),
  };
  const endpoints = ['c2s', 's2s'].map((service) => ({
    service,
    transport: 'starttls',
    host: '127.0.0.1',
    port: distances[service].port,
  }));
  const target = { domain, unicodeDomain: domain, services: ['c2s', 's2s'], endpoints, checks: {}, waivers: [] };
  const config = {
    checks: {},
    network: { allowPrivateAddresses: true },
    probe: { timeoutMs: 5000, retries: 0, s2sFrom: 'tls-probe.invalid' },
  };
  const clock = createClock();
  const ports = {
    dialer: createDialer({}),
    resolver: createResolver({ servers: ['127.0.0.1:9'], timeoutMs: 1000 }),
    clock,
    random: createRandom(),
    pace: createPace(),
    signal: new AbortController().signal,
    onLooked: () => undefined,
  };
  const report = await lookAtTarget(target, config, ports);
  if (report.verdict !== 'secure') throw new Error(`the verdict is ${report.verdict}, so there is nothing to measure`);
  const looks = report.endpoints.map((endpoint) => conversationsOf(endpoint, domain));

  const ours = [];
  const floor = [];
  for (let i = 0; i < RUNS + 2; i++) {
    const [a, b] = [await timed(() => exchangeAll(looks)), await timed(() => lookAtTarget(target, config, ports))];
    // The first two warm the code and the TLS stack up.
    if (i < 2) continue;
    floor.push(a);
    ours.push(b);
  }
  const ratios = ours.map((ms, i) => ms / floor[i]);
  console.log(
    `one c2s+s2s verdict, ${rttMs} ms round trip: ${median(ours).toFixed(1)} ms, floor ${median(floor).toFixed(1)} ms, ` +
      `ratio ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
  );
  [servers.c2s, servers.s2s].forEach((server) => void server.stop());
  Object.values(distances).forEach((distance) => distance.stop());
}

/** The bytes the probe sent on each connection of one endpoint, as turns of the floor. */
function conversationsOf({ observation: { endpoint, transcript } }, serverName) {
  const connections = [...new Set(transcript.map((line) => line.connection))];
  return connections.map((connection) => {
    const turns = { plain: [], secured: undefined };
    let current = turns.plain;
    for (const { from, text } of transcript.filter((line) => line.connection === connection)) {
      if (from === 'us' && !text.startsWith('</stream')) current.push({ send: text, until: '' });
      const last = current.at(-1);
      if (from === 'server' && last) last.until = text.slice(-12);
      if (from === 'server' && text.includes('<proceed')) current = turns.secured ??= [];
    }
    return { port: endpoint.port, serverName, ...turns, secured: turns.secured?.length ? turns.secured : undefined };
  });
}

/** Time from nothing to the end of a run that does nothing, beside that of a bare Node. */
async function benchStart() {
  const starts = { 'a bare Node': ['-e', '0'], 'the command line': [CLI, '--version'], 'the Action': [ACTION] };
  const times = Object.fromEntries(Object.keys(starts).map((name) => [name, []]));
  for (let i = 0; i < RUNS; i++) {
    for (const [name, args] of Object.entries(starts)) times[name].push(await timed(() => runNode(args)));
  }
  const medians = Object.entries(times).map(([name, all]) => `${name} ${median(all).toFixed(0)} ms`);
  console.log(`start: ${medians.join(', ')}`);
}

/** The whole command line over 200 embedded domains: wall time, CPU and peak memory of its process. */
async function benchManyDomains() {
  const domains = Array.from({ length: DOMAINS }, (_, i) => `d${i}.example`);
  const certificate = await issueCertificate(['bench.example'], Date.now());
  const start = (service) => startXmppServer({ domains, service, policy: 'required', certificate });
  const [c2s, s2s] = [await start('c2s'), await start('s2s')];
  const zone = Object.fromEntries(
    domains.flatMap((domain) => [
      [`_xmpp-client._tcp.${domain}`, { SRV: [`5 0 ${c2s.port} xmpp.${domain}`] }],
      [`_xmpp-server._tcp.${domain}`, { SRV: [`5 0 ${s2s.port} xmpp.${domain}`] }],
      [`xmpp.${domain}`, { A: ['127.0.0.1'] }],
    ]),
  );
  const dns = await startDnsServer(zone);
  const folder = mkdtempSync(join(tmpdir(), 'xmpp-tls-bench-'));
  const usageFile = join(folder, 'usage.json');
  writeFileSync(join(folder, 'hosts'), domains.join('\n'));
  const watcher = `process.on('exit',()=>require('node:fs').writeFileSync(${JSON.stringify(usageFile)},JSON.stringify(process.resourceUsage())))`;
  writeFileSync(join(folder, 'watch.cjs'), watcher);
  const wall = await timed(() =>
    runNode([
      ...['--require', join(folder, 'watch.cjs'), CLI, '--hosts-file', join(folder, 'hosts')],
      ...['--dns-servers', dns.address, '--allow-private-addresses', '--json', join(folder, 'report.json')],
    ]),
  );
  const usage = JSON.parse(readFileSync(usageFile, 'utf8'));
  const { targets } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  const secure = targets.filter(({ verdict }) => verdict === 'secure').length;
  const cpuMs = (usage.userCPUTime + usage.systemCPUTime) / 1000;
  console.log(
    `${DOMAINS} domains (${secure} secure): ${(wall / 1000).toFixed(1)} s, ${(cpuMs / DOMAINS).toFixed(1)} ms CPU per domain, ` +
      `peak ${((usage.maxRSS * 1024) / MB).toFixed(0)} MB`,
  );
  rmSync(folder, { recursive: true });
  await Promise.all([c2s.stop(), s2s.stop(), dns.stop()]);
}

function runNode(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

async function timed(act) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
