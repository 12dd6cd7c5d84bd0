import { issueCertificate } from './certificate.js';
import { startDnsServer } from './dns-server.js';
import type { Zone } from './dns-zone.js';
import { startXmppServer, type EmbeddedServer, type Policy } from './xmpp-server.js';

/** Domains with their servers and a name server, all on loopback, all in this process. */
export interface Neighbourhood {
  readonly domains: readonly string[];
  /** `ip:port`. */
  readonly dnsServer: string;
  /** PEM of the authority that signed every certificate here. */
  readonly ca: string;
  /** The domain that {@link repair} makes secure. */
  readonly repaired: string;
  /** The domain that advertises what it does not enforce. */
  readonly pretender: string;
  repair(): void;
  close(): Promise<void>;
}

const POLICIES: Readonly<Record<string, Policy>> = {
  'mandatory.example': 'required',
  'plaintext.example': 'optional',
  'pretender.example': 'advertised-only',
};

/** Starts c2s and s2s of three domains: one that requires TLS, one that allows plaintext, one that only says it requires TLS. */
export async function openNeighbourhood(): Promise<Neighbourhood> {
  const domains = Object.keys(POLICIES);
  const certificate = await issueCertificate(domains, Date.now());
  const zone: Record<string, Zone[string]> = {};
  const servers = new Map<string, EmbeddedServer[]>();
  for (const [domain, policy] of Object.entries(POLICIES)) {
    const c2s = await startXmppServer({ domains: [domain], service: 'c2s', policy, certificate });
    const s2s = await startXmppServer({ domains: [domain], service: 's2s', policy, certificate });
    servers.set(domain, [c2s, s2s]);
    zone[`_xmpp-client._tcp.${domain}`] = { SRV: [`5 0 ${c2s.port} xmpp.${domain}`] };
    zone[`_xmpp-server._tcp.${domain}`] = { SRV: [`5 0 ${s2s.port} xmpp.${domain}`] };
    zone[`xmpp.${domain}`] = { A: ['127.0.0.1'] };
  }
  const dns = await startDnsServer(zone);
  return {
    domains,
    dnsServer: dns.address,
    ca: certificate.ca,
    repaired: 'plaintext.example',
    pretender: 'pretender.example',
    repair: () => servers.get('plaintext.example')?.forEach((server) => server.setPolicy('required')),
    close: async () => {
      await Promise.all([...servers.values()].flat().map((server) => server.stop()));
      await dns.stop();
    },
  };
}
