import { CASE_PHASES, type CaseState, type PendingComment } from '../model/case.js';
import { SECTION_BEGIN, SECTION_END, findSection } from '../model/section.js';
import { isDate } from './moments.js';

const CASE = 'xmpp-tls-compliance case=';

/** Longest marker line we write or believe, in characters. */
export const MARKER_LIMIT = 8192;

/**
 * What the hidden state of an issue says.
 * - `foreign`: there is no state of ours. `damaged`: there was one, and somebody edited it.
 * - `newer`: written by a version that knows more than this one; `domain` if even we can tell.
 */
export type CaseReading =
  | { readonly kind: 'case'; readonly state: CaseState }
  | { readonly kind: 'foreign' | 'damaged' }
  | { readonly kind: 'newer'; readonly domain?: string };

/** Reads the case in an issue body. Believe the result only where the issue itself is trusted. */
export function readCase(body: string): CaseReading {
  const region = findSection(body);
  if (region === undefined) return { kind: body.includes(CASE) ? 'damaged' : 'foreign' };
  const [marker, second] = region.lines.filter((line) => line.includes(CASE));
  return marker !== undefined && second === undefined ? decodeCase(marker.trimEnd()) : { kind: 'damaged' };
}

/** An issue body with our section in it: a new one, or `body` with everything outside our section as it was. */
export function writeCase(body: string | undefined, section: string, state: CaseState): string {
  const ours = [SECTION_BEGIN, section, encodeCase(state), SECTION_END];
  const region = body === undefined ? undefined : findSection(body);
  return [...(region?.before ?? []), ...ours, ...(region?.after ?? [])].join('\n');
}

/** The same body with another state; the text that people see stays. */
export function replaceState(body: string, state: CaseState): string {
  const region = findSection(body);
  const section = region?.lines.filter((line) => !line.includes(CASE)).join('\n') ?? '';
  return writeCase(body, section, state);
}

/** What people wrote around our section. */
export function textAround(body: string): string {
  const region = findSection(body);
  return region === undefined ? body : [...region.before, ...region.after].join('\n');
}

/** What is left out, in this order, where a state does not fit its marker: the case goes on without. */
const DISPENSABLE = ['sightings', 'history', 'findings', 'fingerprint'] as const satisfies readonly (keyof CaseState)[];

/**
 * The marker line of a state, at most {@link MARKER_LIMIT} characters. The JSON is plain ASCII without `>` and `~`, so
 * its Base64url has no `-` at all and cannot end the HTML comment.
 */
export function encodeCase(state: CaseState): string {
  for (let left = 0; left <= DISPENSABLE.length; left += 1) {
    const marker = encodeFields(state, DISPENSABLE.slice(0, left));
    if (marker.length <= MARKER_LIMIT) return marker;
  }
  throw new Error(`The state of ${state.domain} does not fit its marker.`);
}

function encodeFields(state: CaseState, except: readonly (keyof CaseState)[] = []): string {
  const names = FIELD_NAMES.filter((name) => !except.includes(name) && state[name] !== undefined);
  const fields = names.map((name) => [name, state[name]]);
  return `<!-- xmpp-tls-compliance case=v1 ${Buffer.from(asciiJson(Object.fromEntries(fields)), 'ascii').toString('base64url')} -->`;
}

/** JSON in the characters that a marker may be made of. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -}]|>/gu, (character) => escapeUnits(character));
}

const escapeUnits = (character: string): string =>
  character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function decodeCase(marker: string): CaseReading {
  const [, version, payload] = /^<!-- xmpp-tls-compliance case=v(\d+) ([\w-]+) -->$/u.exec(marker) ?? [];
  if (payload === undefined || marker.length > MARKER_LIMIT) return { kind: 'damaged' };
  const value = parseObject(Buffer.from(payload, 'base64url').toString('utf8'));
  const unknownField = value !== undefined && Object.keys(value).some((name) => !Object.hasOwn(FIELDS, name));
  if (version !== '1' || unknownField) {
    const domain = value?.domain;
    return isDomain(domain) ? { kind: 'newer', domain } : { kind: 'newer' };
  }
  // There is one spelling of every state: whatever was not written by us, or was changed since, is not read.
  return value !== undefined && isCaseState(value) && encodeFields(value) === marker
    ? { kind: 'case', state: value }
    : { kind: 'damaged' };
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined; // Not JSON: the caller says `damaged` or `newer`.
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDomain = (value: unknown): value is string => typeof value === 'string' && /^[^\s\p{C}]{1,253}$/u.test(value);

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/u.test(value) && !Number.isNaN(Date.parse(value));

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

const isPending = (value: unknown): value is PendingComment =>
  isRecord(value) &&
  Object.keys(value).join() === 'id,body' &&
  typeof value.id === 'string' &&
  /^[a-z0-9-]{1,64}$/u.test(value.id) &&
  typeof value.body === 'string';

/** A map with these texts and no others; names that end in `?` may be missing. */
const isTexts =
  (...names: readonly string[]) =>
  (value: unknown): boolean => {
    const known = names.map((name) => name.replace('?', ''));
    return (
      isRecord(value) &&
      Object.entries(value).every(([name, text]) => known.includes(name) && typeof text === 'string') &&
      names.every((name) => name.endsWith('?') || typeof value[name] === 'string')
    );
  };

const isTextList = (value: unknown): boolean =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

const optional = (check: (value: unknown) => boolean) => (value: unknown) => value === undefined || check(value);

/** Every field of a state, in the order in which it is written. */
const FIELDS: Readonly<Record<keyof CaseState, (value: unknown) => boolean>> = {
  version: (value) => value === 1,
  domain: isDomain,
  phase: (value) => CASE_PHASES.some((phase) => phase === value),
  firstSeenAt: isInstant,
  lastPlaintextAt: isInstant,
  streak: isCount,
  regressions: isCount,
  evidence: (value) => typeof value === 'string' && /^[0-9a-f]{16}$/u.test(value),
  findings: optional(isTextList),
  sightings: optional(isTextList),
  secureAt: optional(isInstant),
  secureSince: optional(isInstant),
  fixedAt: optional(isInstant),
  continues: optional(isCount),
  pending: optional(isPending),
  regressedAt: optional(isInstant),
  acknowledgedBy: optional((value) => typeof value === 'string'),
  promise: optional(
    (value) =>
      isTexts('due', 'event?', 'by', 'on')(value) &&
      isRecord(value) &&
      isDate(String(value.due)) &&
      (value.event === undefined || value.event === 'next-maintenance'),
  ),
  promises: optional(isCount),
  slips: optional(isCount),
  configured: optional((value) => typeof value === 'string'),
  overdueSince: optional(isInstant),
  maintenanceAt: optional(isInstant),
  reminders: optional(isCount),
  remindedAt: optional(isInstant),
  nudgedAt: optional(isInstant),
  unreachableSince: optional(isInstant),
  unreachableToldAt: optional(isInstant),
  outageAt: optional(isInstant),
  fingerprint: optional(isTextList),
  waiver: optional(
    (value) => isTexts('until', 'reason', 'by')(value) && isRecord(value) && isDate(String(value.until)),
  ),
  claimedAt: optional(isInstant),
  claims: optional(isCount),
  heard: optional(isCount),
  heardAt: optional(isInstant),
  spokenAt: optional(isInstant),
  answeredAt: optional(isInstant),
  history: optional((value) => Array.isArray(value) && value.every(isTexts('on', 'what'))),
};
const FIELD_NAMES = Object.keys(FIELDS) as readonly (keyof CaseState)[];

function isCaseState(value: Record<string, unknown>): value is Record<string, unknown> & CaseState {
  return FIELD_NAMES.every((name) => FIELDS[name](value[name]));
}
