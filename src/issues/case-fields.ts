import { CASE_PHASES, type CaseState, type PendingComment } from '../model/case.js';
import { isDate } from './moments.js';

/** What is written beside a state until an interrupted run has been finished; the state itself is the same with and without. */
export type Owed = Pick<CaseState, 'pending' | 'relabel'>;
/** A state as it stands in its marker. */
export type StoredState = Omit<CaseState, keyof Owed>;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isDomain = (value: unknown): value is string =>
  typeof value === 'string' && /^[^\s\p{C}]{1,253}$/u.test(value);

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/u.test(value) && !Number.isNaN(Date.parse(value));

const isText = (value: unknown): boolean => typeof value === 'string';

const isDateText = (value: unknown): boolean => typeof value === 'string' && isDate(value);

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

const isPending = (value: unknown): value is PendingComment =>
  isRecord(value) &&
  Object.keys(value).join() === 'id,body' &&
  typeof value.id === 'string' &&
  /^[a-z0-9-]{1,64}$/u.test(value.id) &&
  typeof value.body === 'string';

type Check = (value: unknown) => boolean;

/** A map with these fields and no others; names that end in `?` may be missing. */
const isMap = (fields: Readonly<Record<string, Check>>): Check => {
  const checks = new Map(Object.entries(fields).map(([name, check]) => [name.replace('?', ''), check]));
  const needed = Object.keys(fields).filter((name) => !name.endsWith('?'));
  return (value) =>
    isRecord(value) &&
    Object.entries(value).every(([name, field]) => checks.get(name)?.(field) === true) &&
    needed.every((name) => Object.hasOwn(value, name));
};

const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** Every field of a state, in the order in which it is written. */
export const FIELDS: Readonly<Record<keyof StoredState, Check>> = {
  version: (value) => value === 1,
  domain: isDomain,
  phase: (value) => CASE_PHASES.some((phase) => phase === value),
  firstSeenAt: isInstant,
  lastPlaintextAt: isInstant,
  streak: isCount,
  regressions: isCount,
  evidence: (value) => typeof value === 'string' && /^[0-9a-f]{16}$/u.test(value),
  findings: optional(isTextList),
  untold: optional(isTextList),
  sightings: optional(isTextList),
  changedAt: optional(isInstant),
  offers: optional(isTextList),
  withdrawn: optional(isTextList),
  secureAt: optional(isInstant),
  secureSince: optional(isInstant),
  fixedAt: optional(isInstant),
  continues: optional(isCount),
  duplicateOf: optional(isCount),
  returnedAt: optional(isInstant),
  regressedAt: optional(isInstant),
  listensFrom: optional(isInstant),
  acknowledgedBy: optional(isText),
  acknowledgedAt: optional(isInstant),
  contactedOn: optional(isDateText),
  promise: optional(
    isMap({ due: isDateText, 'event?': (value) => value === 'next-maintenance', by: isText, on: isDateText }),
  ),
  promises: optional(isCount),
  slips: optional(isCount),
  kept: optional(isCount),
  broken: optional(isCount),
  configured: optional(isText),
  overdueSince: optional(isInstant),
  maintenanceAt: optional(isInstant),
  reminders: optional(isCount),
  remindedAt: optional(isInstant),
  nudgedAt: optional(isInstant),
  silentSince: optional(isInstant),
  unreachableSince: optional(isInstant),
  unreachableToldAt: optional(isInstant),
  outageAt: optional(isInstant),
  fingerprint: optional(isTextList),
  waiver: optional(isMap({ until: isDateText, reason: isText, by: isText })),
  claimedAt: optional(isInstant),
  claims: optional(isCount),
  heard: optional(isCount),
  heardAt: optional(isInstant),
  heardBeside: optional(isTextList),
  spokenAt: optional(isInstant),
  answeredAt: optional(isInstant),
  history: optional((value) => Array.isArray(value) && value.every(isMap({ on: isDateText, what: isText }))),
};
export const FIELD_NAMES = Object.keys(FIELDS) as readonly (keyof StoredState)[];

export function isStoredState(value: Record<string, unknown>): value is Record<string, unknown> & StoredState {
  return FIELD_NAMES.every((name) => FIELDS[name](value[name]));
}

export function isOwed(value: Record<string, unknown>): value is Owed & Record<string, unknown> {
  const { pending, relabel, ...others } = value;
  const isKnown = Object.keys(others).length === 0 && (relabel === undefined || relabel === true);
  return isKnown && (pending === undefined || isPending(pending));
}
