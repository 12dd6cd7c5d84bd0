/**
 * An Internet in this process: domains at addresses that are reserved for documentation (RFC 5737), on the ports where
 * XMPP lives. The product looks at them by its own code; only the last step of a connection leads elsewhere, to the
 * embedded servers of the demo, which listen on loopback.
 */
import { issueCertificate } from '../../lib/demo/certificate.js';
import { startDnsServer } from '../../lib/demo/dns-server.js';
import { startXmppServer } from '../../lib/demo/xmpp-server.js';
import { failed, failure } from '../../lib/model/failure.js';
import { openNetwork } from '../../lib/runtime/network.js';

const SERVICES = {
  c2s: { srv: '_xmpp-client._tcp', port: 5222 },
  s2s: { srv: '_xmpp-server._tcp', port: 5269 },
};

/** Of a run nothing is random: what is made up of random letters is made up of these. */
const random = { token: (length) => 'abcdefghijklmnopqrstuvwxyz'.repeat(2).slice(0, length) };

/**
 * Starts the servers of `places`: for each domain its address, and for each service a policy of the embedded server, or
 * `filtered`, or `absent`.
 */
export async function openWorld(places) {
  const certificate = await issueCertificate(Object.keys(places), Date.now());
  const zone = {};
  const doors = new Map();
  const running = new Map();
  for (const [domain, { address, ...policies }] of Object.entries(places)) {
    const host = `xmpp.${domain}`;
    zone[host] = { A: [address] };
    for (const [service, policy] of Object.entries(policies)) {
      const { srv, port } = SERVICES[service];
      zone[`${srv}.${domain}`] = { SRV: [policy === 'absent' ? '0 0 0 .' : `5 0 ${port} ${host}`] };
      if (policy === 'absent') continue;
      const door = `${address}:${port}`;
      if (policy === 'filtered') {
        doors.set(door, 'filtered');
        continue;
      }
      const server = await startXmppServer({ domains: [domain], service, policy, certificate });
      doors.set(door, server.port);
      running.set(`${domain} ${service}`, server);
    }
  }
  const dns = await startDnsServer(zone);
  return {
    /** What the operator of a domain changes; it holds for connections from then on. */
    setPolicy: (domain, service, policy) => running.get(`${domain} ${service}`).setPolicy(policy),
    /** The ports of one run, as the command line gets them from `runtime/`. */
    network: (options, timeoutMs) => {
      const network = openNetwork({ ...options, dnsServers: [dns.address] }, timeoutMs, (path) => path);
      return { ...network, dialer: ledTo(doors, network.dialer), http: noWeb, random };
    },
    stop: async () => {
      await Promise.all([...running.values()].map((server) => server.stop()));
      await dns.stop();
    },
  };
}

/** A dialer that finds behind each address what is there in this world. Nothing leaves the machine. */
function ledTo(doors, dialer) {
  return {
    connect: async ({ address, port }, timeoutMs, signal) => {
      const door = doors.get(`${address}:${port}`);
      if (door === 'filtered') return failed(failure('tcp.timeout', 'connect'));
      if (door === undefined) return failed(failure('tcp.refused', 'connect'));
      return dialer.connect({ address: '127.0.0.1', port: door, family: 4 }, timeoutMs, signal);
    },
  };
}

/** There are no web servers in this world. */
const refused = async () => failed(failure('tcp.refused', 'connect'));
const noWeb = {
  open: () => ({
    request: refused,
    upgrade: refused,
    tls: () => undefined,
    cost: () => ({ connections: 1, bytesSent: 0, bytesReceived: 0 }),
    close: () => undefined,
  }),
};
