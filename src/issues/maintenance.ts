import type { CaseState } from '../model/case.js';
import type { EndpointReport, TargetReport } from '../model/report.js';
import { digest } from './digest.js';

/** Traits that are remembered; more would not fit the marker, and these are enough to notice a maintenance. */
const REMEMBERED = 24;
const DIGITS = 8;

/** How a maintenance showed: the service was away and is back, or something about it is not what it was. */
export type MaintenanceSign = 'outage' | 'change';

/**
 * What the endpoints look like from outside: for every certificate and every set of stream features that was seen, eight
 * digits of where, and eight of what. Stream ids, times and the order of things are left out.
 */
export function fingerprintOf(target: TargetReport): readonly string[] {
  const traits = target.endpoints.flatMap((endpoint) =>
    Object.entries(traitsOf(endpoint)).flatMap(([name, trait]) =>
      trait === undefined ? [] : [`${short(`${name} ${placeOf(endpoint)}`)}${short(trait)}`],
    ),
  );
  return [...new Set(traits)].sort().slice(0, REMEMBERED);
}

/** The sign of a maintenance since the promise, if there is one. What was not seen both times proves nothing. */
export function maintenanceSign(
  { outageAt, fingerprint = [] }: Pick<CaseState, 'outageAt' | 'fingerprint'>,
  target: TargetReport,
): MaintenanceSign | undefined {
  if (outageAt !== undefined) return 'outage';
  const before = new Map(fingerprint.map((trait) => [trait.slice(0, DIGITS), trait]));
  const isChanged = (trait: string): boolean => (before.get(trait.slice(0, DIGITS)) ?? trait) !== trait;
  return fingerprintOf(target).some(isChanged) ? 'change' : undefined;
}

const short = (text: string): string => digest(text).slice(0, DIGITS);

function placeOf({ service, transport, host, port, address }: EndpointReport): string {
  return [service, transport, host, port, address].join(' ');
}

function traitsOf({ observation }: EndpointReport): Readonly<Record<'certificate' | 'stream', string | undefined>> {
  const { header, features, handshake } = observation;
  const stream =
    header.state === 'done' && features.state === 'done'
      ? JSON.stringify([
          header.value.version,
          header.value.lang,
          header.value.xmlDeclaration,
          features.value.starttls,
          [...features.value.mechanisms].sort(),
          features.value.all.map(({ name, namespace }) => `${namespace} ${name}`).sort(),
        ])
      : undefined;
  return { certificate: handshake.state === 'done' ? handshake.value.chain[0]?.sha256 : undefined, stream };
}
