import type { CaseEvent, CaseState } from '../model/case.js';
import { replaceState } from './marker.js';
import { latest } from './moments.js';
import { REMEMBERED_EVENTS, isSettled, promiseIn, rephrased, withoutPromise } from './phases.js';
import type { KnownCase } from './steps.js';

/**
 * Row 23: the case that goes on, with what the others know besides. It remembers whose state it took over: a duplicate
 * may stay open when a run dies, and what it knows is out of date from now on. The same object where there is no news.
 */
export function mergeHistories(primary: KnownCase, others: readonly KnownCase[]): KnownCase {
  const known = heardBeside(primary.state);
  const fresh = others.filter(({ issue }) => !known.has(issue.number));
  if (fresh.length === 0) return primary;
  const merged = fresh.reduce((so, { state }) => mergeStates(so, state), primary.state);
  const beside = [...known, ...fresh.map(({ issue, state }) => [issue.number, state.heard ?? 0] as const)];
  const state = { ...merged, heardBeside: beside.map(([issue, comment]) => `${issue} ${comment}`) };
  return { state, issue: { ...primary.issue, body: replaceState(primary.issue.body, state) } };
}

/** Up to which comment the duplicates were heard whose state was taken over, by their numbers. */
export function heardBeside({
  heardBeside: entries = [],
}: Pick<CaseState, 'heardBeside'>): ReadonlyMap<number, number> {
  return new Map(
    entries.map((entry) => {
      const [issue = 0, comment = 0] = entry.split(' ').map(Number);
      return [issue, comment];
    }),
  );
}

function mergeStates(ours: CaseState, theirs: CaseState): CaseState {
  const history = mergeEvents(ours.history ?? [], theirs.history ?? []);
  const merged: CaseState = {
    ...(hasNewerPromise(theirs, ours) ? withPromiseOf(ours, theirs) : ours),
    firstSeenAt: ours.firstSeenAt < theirs.firstSeenAt ? ours.firstSeenAt : theirs.firstSeenAt,
    lastPlaintextAt: latest(ours.lastPlaintextAt, theirs.lastPlaintextAt),
    ...either('acknowledgedBy', ours, theirs),
    ...either('acknowledgedAt', ours, theirs),
    ...either('contactedOn', ours, theirs),
    ...either('configured', ours, theirs),
    ...longerWaiver(ours, theirs),
    ...larger('promises', ours, theirs),
    ...larger('slips', ours, theirs),
    ...larger('kept', ours, theirs),
    ...larger('broken', ours, theirs),
    ...larger('claims', ours, theirs),
    ...later('spokenAt', ours, theirs),
    ...later('answeredAt', ours, theirs),
    ...later('nudgedAt', ours, theirs),
    ...(history.length > 0 ? { history } : {}),
  };
  return isSettled(ours) ? merged : { ...merged, ...rephrased(merged) };
}

/** A waiver is longer than none, and the one that was given last is the newer promise. */
const hasNewerPromise = (theirs: CaseState, ours: CaseState): boolean =>
  theirs.promise !== undefined && theirs.promise.on > (ours.promise?.on ?? '');

function withPromiseOf(ours: CaseState, theirs: CaseState): CaseState {
  return { evidence: ours.evidence, ...withoutPromise(ours), ...promiseIn(theirs) };
}

function longerWaiver({ waiver: ours }: CaseState, { waiver: theirs }: CaseState): Pick<CaseState, 'waiver'> {
  const longer = theirs !== undefined && theirs.until > (ours?.until ?? '') ? theirs : ours;
  return longer === undefined ? {} : { waiver: longer };
}

type Text = 'acknowledgedBy' | 'acknowledgedAt' | 'contactedOn' | 'configured' | 'spokenAt' | 'answeredAt' | 'nudgedAt';

function either(name: Text, ours: CaseState, theirs: CaseState): Partial<CaseState> {
  const known = ours[name] ?? theirs[name];
  return known === undefined ? {} : { [name]: known };
}

function later(name: Text, ours: CaseState, theirs: CaseState): Partial<CaseState> {
  const last = latest(ours[name], theirs[name]);
  return last === '' ? {} : { [name]: last };
}

type Count = 'promises' | 'slips' | 'kept' | 'broken' | 'claims';

function larger(name: Count, ours: CaseState, theirs: CaseState): Partial<CaseState> {
  const most = Math.max(ours[name] ?? 0, theirs[name] ?? 0);
  return most === 0 ? {} : { [name]: most };
}

/** Both stories in one, by date; a story that is the beginning of the other adds nothing. */
function mergeEvents(ours: readonly CaseEvent[], theirs: readonly CaseEvent[]): readonly CaseEvent[] {
  const news = theirs.filter(({ on, what }) => !ours.some((event) => event.on === on && event.what === what));
  if (news.length === 0) return ours;
  const both = [...ours, ...news].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return both.slice(-REMEMBERED_EVENTS);
}
