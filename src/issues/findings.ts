import type { EndpointReport, TargetReport } from '../model/report.js';
import { SERVICES, type Service } from '../model/target.js';

/** A finding as remembered in the state: `check service transport host:port address`. */
type FindingKey = string;

interface Place {
  readonly check: string;
  readonly service: string;
  /** Service, transport, host and port: what stays when the DNS gives out other addresses. */
  readonly door: string;
  readonly address: string;
}

/** How what is found now differs from what was remembered. */
export interface FindingChanges {
  /** Seen to be in order now, or no longer announced at all. */
  readonly gone: readonly FindingKey[];
  readonly fresh: readonly FindingKey[];
  /** What to remember: what is found now, and what was remembered and could not be looked at. */
  readonly standing: readonly FindingKey[];
}

/** What is remembered of a look, and how it differs from what people were told last. */
export interface Found {
  readonly standing: readonly FindingKey[];
  /** `+key`: new to them; `-key`: gone. */
  readonly untold: readonly string[];
  /** Whether the look before differed in the same way: what is there one day and not the next is not worth a word. */
  readonly hasHeld: boolean;
}

/** Keys of everything that lets plaintext through, sorted. */
export function findingKeys(target: TargetReport): readonly FindingKey[] {
  const plaintext = target.findings.filter(({ group, level }) => group === 'plaintext' && level !== 'note');
  const keys = plaintext.map(({ check, endpoint }) => `${check} ${doorOf(endpoint)} ${endpoint.address}`);
  return [...new Set(keys)].sort();
}

/**
 * Compares what is found now with what was remembered. An endpoint that could not be looked at proves nothing, and an
 * address that only made room for another one behind the same name is no news.
 */
export function compareFindings(before: readonly FindingKey[] | undefined, target: TargetReport): FindingChanges {
  const now = findingKeys(target);
  if (before === undefined) return { gone: [], fresh: [], standing: now };
  const missing = before
    .filter((key) => !now.includes(key))
    .map((key) => ({ key, fate: fateOf(readKey(key), target) }));
  const isRotation = (key: FindingKey): boolean =>
    before.some((old) => withoutAddress(old) === withoutAddress(key) && !isSeen(readKey(old), target));
  return {
    gone: missing.filter(({ fate }) => fate === 'gone').map(({ key }) => key),
    fresh: now.filter((key) => !before.includes(key) && !isRotation(key)),
    standing: [...now, ...missing.filter(({ fate }) => fate === 'unknown').map(({ key }) => key)].sort(),
  };
}

/** A look at a case that begins anew: nobody was told anything yet. */
export function foundAnew(target: TargetReport): Found {
  return { standing: findingKeys(target), untold: [], hasHeld: false };
}

/** A look compared with the ones before, and with what people were told of them. */
export function foundAgain(
  before: { readonly findings?: readonly FindingKey[]; readonly untold?: readonly string[] },
  target: TargetReport,
): Found {
  const { gone, fresh, standing } = compareFindings(before.findings, target);
  const signed = [...gone.map((key) => `-${key}`), ...fresh.map((key) => `+${key}`)];
  const told = before.findings === undefined ? [] : (before.untold ?? []);
  // What comes back after it went, or goes after it came, is as people know it.
  const undone = new Set(signed.map((entry) => (entry.startsWith('+') ? '-' : '+') + entry.slice(1)));
  const untold = [
    ...told.filter((entry) => !undone.has(entry)),
    ...signed.filter((entry) => !told.some((old) => old.slice(1) === entry.slice(1))),
  ].sort();
  return { standing, untold, hasHeld: untold.length > 0 && signed.length === 0 };
}

/** The changes that people were not told yet. */
export function changesIn({ standing, untold }: Found): FindingChanges {
  const signed = (sign: string) => untold.filter((entry) => entry.startsWith(sign)).map((entry) => entry.slice(1));
  return { gone: signed('-'), fresh: signed('+'), standing };
}

/** Services in which something was found and which this run did not look at. */
export function servicesNotLookedAt(before: readonly FindingKey[] | undefined, target: TargetReport): Service[] {
  const found = new Set((before ?? []).map((key) => readKey(key).service));
  return SERVICES.filter((service) => found.has(service) && target.services[service] === undefined);
}

/** Whether people should hear of it (`gone`), it cannot be told (`unknown`), or there is nothing to tell (`moved`). */
function fateOf(place: Place, target: TargetReport): 'gone' | 'unknown' | 'moved' {
  const behindDoor = target.endpoints.filter((endpoint) => doorOf(endpoint) === place.door);
  const endpoint = behindDoor.find(({ address }) => address === place.address);
  const outcome = endpoint?.checks.find(({ check }) => check === place.check)?.outcome.outcome;
  if (outcome === 'inconclusive') return 'unknown';
  if (outcome === 'pass' || outcome === 'not-applicable') return 'gone';
  if (behindDoor.length > 0) return 'moved';
  const service = SERVICES.find((each) => each === place.service) ?? 'c2s';
  const verdict = target.services[service]?.verdict ?? 'inconclusive';
  return verdict === 'inconclusive' ? 'unknown' : 'gone';
}

const isSeen = (place: Place, target: TargetReport): boolean =>
  target.endpoints.some((endpoint) => doorOf(endpoint) === place.door && endpoint.address === place.address);

const withoutAddress = (key: FindingKey): string => key.slice(0, key.lastIndexOf(' '));

/** A host name comes from the DNS, which may put blanks into it. */
function doorOf({ service, transport, host, port }: Pick<EndpointReport, 'service' | 'transport' | 'host' | 'port'>) {
  return `${service} ${transport} ${host.replace(/\s/gu, '?')}:${port}`;
}

function readKey(key: FindingKey): Place {
  const [check = '', service = '', transport = '', host = '', address = ''] = key.split(' ');
  return { check, service, door: `${service} ${transport} ${host}`, address };
}

/** Where a finding was made, and the same of an endpoint: what both keys have in common. */
export const placeOfKey = (key: FindingKey): string => key.slice(key.indexOf(' ') + 1);
export const placeOfEndpoint = (endpoint: EndpointReport): string => `${doorOf(endpoint)} ${endpoint.address}`;

/** The check, and the endpoint as it is named to people: `c2s xmpp.example.org:5222 [192.0.2.1]`. Hostile. */
export function describeKey(key: FindingKey): { readonly check: string; readonly endpoint: string } {
  const [check = '', service = '', , host = '', address = ''] = key.split(' ');
  return { check, endpoint: `${service} ${host} [${address}]` };
}
