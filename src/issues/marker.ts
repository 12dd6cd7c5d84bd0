import type { CaseState } from '../model/case.js';
import { SECTION_BEGIN, SECTION_END, findSection } from '../model/section.js';
import {
  FIELDS,
  FIELD_NAMES,
  type Owed,
  type StoredState,
  isDomain,
  isOwed,
  isRecord,
  isStoredState,
} from './case-fields.js';

const CASE = 'xmpp-tls-compliance case=';
const OWED = 'xmpp-tls-compliance owed=';

/** Longest marker line we write or believe, in characters. */
export const MARKER_LIMIT = 8192;
/** Longest line of what an interrupted run owes, which is one comment at most. */
export const OWED_LIMIT = 8192;

/**
 * What the hidden state of an issue says.
 * - `foreign`: there is no state of ours. `damaged`: there was one, and somebody edited it; `domain` if it is still there.
 * - `newer`: written by a version that knows more than this one; `domain` if even we can tell.
 */
export type CaseReading =
  | { readonly kind: 'case'; readonly state: CaseState }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'damaged' | 'newer'; readonly domain?: string };

/** Reads the case in an issue body. Believe the result only where the issue itself is trusted. */
export function readCase(body: string): CaseReading {
  const region = findSection(body);
  if (region === undefined) return body.includes(CASE) ? damaged(body) : { kind: 'foreign' };
  const [marker, second] = region.lines.filter((line) => line.includes(CASE));
  if (marker === undefined || second !== undefined) return damaged(body);
  const reading = decodeCase(marker.trimEnd());
  if (reading.kind !== 'case') return reading;
  return { kind: 'case', state: { ...reading.state, ...decodeOwed(region.lines) } };
}

/** An issue body with our section in it: a new one, or `body` with everything outside our section as it was. */
export function writeCase(body: string | undefined, section: string, state: CaseState): string {
  const ours = [SECTION_BEGIN, section, ...encodeCase(state), SECTION_END];
  const { before, after } = body === undefined ? { before: [], after: [] } : around(body);
  return [...before, ...ours, ...after].join('\n');
}

/** Where our section is gone but for a damaged rest, everything else is text of people, which stays in front of a new one. */
function around(body: string): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const region = findSection(body);
  if (region !== undefined) return region;
  const isOurs = (line: string): boolean =>
    isMarker(line) || [SECTION_BEGIN, SECTION_END].some((mark) => line.trimEnd() === mark);
  return { before: body.split('\n').filter((line) => !isOurs(line)), after: [] };
}

const isMarker = (line: string): boolean => line.includes(CASE) || line.includes(OWED);

/** The same body with another state; the text that people see stays. */
export function replaceState(body: string, state: CaseState): string {
  const region = findSection(body);
  const section = region?.lines.filter((line) => !isMarker(line)).join('\n') ?? '';
  return writeCase(body, section, state);
}

/** What people wrote around our section. */
export function textAround(body: string): string {
  const region = findSection(body);
  return region === undefined ? body : [...region.before, ...region.after].join('\n');
}

/**
 * What is left out, in this order, where a state does not fit its marker: the case goes on without. The story of people
 * comes last, and its older half before the whole: nothing can bring it back, while findings are found again.
 */
const SHORTER: readonly ((state: StoredState) => StoredState)[] = [
  (state) => state,
  (state) => leaveOut(state, 'sightings', 'findings', 'untold'),
  (state) => leaveOut(state, 'fingerprint'),
  (state) => leaveOut(state, 'offers', 'withdrawn', 'heardBeside'),
  ({ history = [], ...state }) => ({ ...state, history: history.slice(Math.ceil(history.length / 2)) }),
  (state) => leaveOut(state, 'history'),
];

function leaveOut(state: StoredState, ...names: readonly (keyof StoredState)[]): StoredState {
  const left = Object.entries(state).filter(([name]) => !names.some((gone) => gone === name));
  return Object.fromEntries(left) as unknown as StoredState;
}

/**
 * The marker lines of a state: the case in at most {@link MARKER_LIMIT} characters, and what is owed, if anything, in a
 * line of its own, so that the case is the same before and after a comment. The JSON is plain ASCII without `>` and `~`,
 * so its Base64url has no `-` at all and cannot end the HTML comment.
 */
export function encodeCase({ pending, relabel, ...state }: CaseState): readonly string[] {
  return [fittingMarker(state), ...encodeOwed({ ...(pending ? { pending } : {}), ...(relabel ? { relabel } : {}) })];
}

function fittingMarker(state: StoredState): string {
  let shorter = state;
  for (const shorten of SHORTER) {
    shorter = shorten(shorter);
    const marker = encodeFields(shorter);
    if (marker.length <= MARKER_LIMIT) return marker;
  }
  throw new Error(`The state of ${state.domain} does not fit its marker.`);
}

function encodeFields(state: StoredState): string {
  const names = FIELD_NAMES.filter((name) => state[name] !== undefined);
  return `<!-- ${CASE}v1 ${encode(Object.fromEntries(names.map((name) => [name, state[name]])))} -->`;
}

function encodeOwed(owed: Owed): string[] {
  if (Object.keys(owed).length === 0) return [];
  const marker = `<!-- ${OWED}v1 ${encode(owed)} -->`;
  // Comments are written to fit (issues/comments.ts). One that did not would only be lost if the run died right here.
  return marker.length > OWED_LIMIT ? [] : [marker];
}

const encode = (value: object): string => Buffer.from(asciiJson(value), 'ascii').toString('base64url');

/** JSON in the characters that a marker may be made of. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -}]|>/gu, (character) => escapeUnits(character));
}

const escapeUnits = (character: string): string =>
  character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function decodeCase(marker: string): CaseReading {
  const [, version, payload] = /^<!-- xmpp-tls-compliance case=v(\d+) ([\w-]+) -->$/u.exec(marker) ?? [];
  if (payload === undefined || marker.length > MARKER_LIMIT) return damaged(marker);
  const value = parseObject(payload);
  const unknownField = value !== undefined && Object.keys(value).some((name) => !Object.hasOwn(FIELDS, name));
  if (version !== '1' || unknownField) {
    const domain = value?.domain;
    return isDomain(domain) ? { kind: 'newer', domain } : { kind: 'newer' };
  }
  // There is one spelling of every state: whatever was not written by us, or was changed since, is not read.
  return value !== undefined && isStoredState(value) && encodeFields(value) === marker
    ? { kind: 'case', state: value }
    : damaged(marker);
}

/** What was owed when the last run ended; a line that cannot be read is a comment lost, and not a case. */
function decodeOwed(lines: readonly string[]): Owed {
  const [, payload] =
    lines.map((line) => /^<!-- xmpp-tls-compliance owed=v1 ([\w-]+) -->\r?$/u.exec(line)).find(Boolean) ?? [];
  const value = payload === undefined || payload.length > OWED_LIMIT ? undefined : parseObject(payload);
  return value !== undefined && isOwed(value) ? value : {};
}

/** The domain is among the first words of a marker, so that it survives most damage. */
function damaged(text: string): CaseReading {
  const [, payload = ''] = /xmpp-tls-compliance case=v\d+ ([\w\s-]+?)(?:-->|$)/u.exec(text) ?? [];
  const json = Buffer.from(payload.replace(/\s/gu, '').slice(0, MARKER_LIMIT), 'base64url').toString('latin1');
  const domain = /^\{"version":1,"domain":"([^"\\]+)","/u.exec(json)?.[1];
  return isDomain(domain) ? { kind: 'damaged', domain } : { kind: 'damaged' };
}

function parseObject(payload: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined; // Not JSON: the caller says `damaged` or `newer`.
  }
}
