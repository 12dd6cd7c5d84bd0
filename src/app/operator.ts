import type { DiscoverySettings } from '../dns/doors.js';
import type { FoundContact } from '../model/report.js';
import type { Target } from '../model/target.js';
import type { DomainVerdict } from '../model/verdict.js';
import type { ProbeSettings } from '../probe/look.js';
import { findOperatorContact } from '../probe/operator-contact.js';
import type { LookPorts } from './endpoint.js';

/** Looks for somebody to tell where there is something to tell and the user has not said whom. */
export async function contactToTell(
  { domain, componentOf, contact }: Target,
  { verdict, waived }: Pick<DomainVerdict, 'verdict' | 'waived'>,
  settings: ProbeSettings & DiscoverySettings,
  ports: LookPorts,
): Promise<FoundContact | undefined> {
  if (verdict !== 'plaintext' || waived || contact !== undefined) return undefined;
  // A component has the operator of its domain, and rarely a web server of its own.
  return findOperatorContact(componentOf ?? domain, settings, ports);
}
