import type { Failure } from '../model/failure.js';
import type { Service, Transport } from '../model/target.js';
import type { LookupPorts, SrvRecord } from './resolver.js';
import { declaresAbsence } from './srv-order.js';

/** The transports that have SRV records. */
export const SRV_TRANSPORTS = ['starttls', 'direct-tls'] as const satisfies readonly Transport[];
type SrvTransport = (typeof SRV_TRANSPORTS)[number];

/** RFC 6120 section 3.2.1 and XEP-0368. */
const SRV_LABELS = {
  c2s: { starttls: '_xmpp-client._tcp', 'direct-tls': '_xmpps-client._tcp' },
  s2s: { starttls: '_xmpp-server._tcp', 'direct-tls': '_xmpps-server._tcp' },
} as const;

interface Asked {
  readonly transport: Transport;
  /** The name that was asked for. */
  readonly name: string;
}

/** What the SRV records of one service say about one transport; `none` is the only case that allows a fallback. */
export type SrvOffer =
  | (Asked & { readonly state: 'offered'; readonly records: readonly SrvRecord[]; readonly notes: readonly string[] })
  | (Asked & { readonly state: 'declared-absent' | 'none' })
  | (Asked & { readonly state: 'failed'; readonly failure: Failure });

/** Asks for the SRV records of one service and transport. A "." among real records is ignored and noted. */
export async function lookUpSrv(
  domain: string,
  service: Service,
  transport: SrvTransport,
  { resolver, signal }: LookupPorts,
): Promise<SrvOffer> {
  const name = `${SRV_LABELS[service][transport]}.${domain}`;
  const answer = await resolver.resolve(name, 'SRV', signal);
  if (answer.state === 'failed') return { transport, name, state: 'failed', failure: answer.failure };
  if (answer.state !== 'records') return { transport, name, state: 'none' };
  const records = answer.records.filter((record) => !declaresAbsence(record));
  if (records.length === 0) return { transport, name, state: 'declared-absent' };
  const mixed = records.length < answer.records.length;
  const notes = mixed ? [`${name} says both that the service is absent (".") and where it is; "." is ignored`] : [];
  return { transport, name, state: 'offered', records, notes };
}
