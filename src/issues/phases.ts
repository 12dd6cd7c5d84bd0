import type { CaseEvent, CasePhase, CaseState } from '../model/case.js';
import { inertText } from '../model/inert.js';
import type { Found } from './findings.js';
import { dateOf } from './moments.js';

/** A state whose evidence is not yet known, since it is read off the text that is written from it. */
export type NextState = Omit<CaseState, 'evidence' | 'pending' | 'relabel'>;

/** More of the story would not fit the marker. */
export const REMEMBERED_EVENTS = 12;
const EVENT_LENGTH = 100;

/** Where a case stands while plaintext is let through, by what people said about it. */
export function workingPhase(state: NextState): CasePhase {
  if (state.waiver !== undefined) return 'waived';
  if (state.overdueSince !== undefined) return 'overdue';
  if (state.promise !== undefined) return 'promised';
  if (state.acknowledgedBy !== undefined) return 'acknowledged';
  return state.regressedAt === undefined ? 'open' : 'regressed';
}

/** The phase of a state in which what people said has changed: a repair that is being verified goes on. */
export function rephrased(state: NextState): NextState {
  return { ...state, phase: state.phase === 'verifying' ? state.phase : workingPhase(state) };
}

/** Whether we closed it ourselves: then an open issue was opened, and only then a closed one not closed, by a person. */
export function isSettled({ phase }: Pick<CaseState, 'phase'>): boolean {
  return phase === 'fixed' || phase === 'untracked';
}

/** The state without some of its fields. */
export function without<Name extends keyof NextState>(state: NextState, ...names: readonly Name[]): NextState {
  const left = Object.entries(state).filter(([name]) => !names.some((gone) => gone === name));
  return Object.fromEntries(left) as unknown as NextState;
}

/** One more line in the story of the case. `what` may hold names of people, and is made inert here. */
export function remember(state: NextState, now: string, what: string): NextState {
  const event: CaseEvent = { on: dateOf(now), what: inertText(what, EVENT_LENGTH) };
  return { ...state, history: [...(state.history ?? []), event].slice(-REMEMBERED_EVENTS) };
}

/** The story of a case with a line in front of everything that happened in this run. */
export function precededBy(state: NextState, now: string, what: string): NextState {
  const { history = [] } = state;
  return { ...state, history: [...(remember(without(state, 'history'), now, what).history ?? []), ...history] };
}

/** Everything that belongs to one promise. */
const OF_PROMISE = [
  'promise',
  'overdueSince',
  'maintenanceAt',
  'reminders',
  'remindedAt',
  'outageAt',
  'fingerprint',
] as const;

/** The state without its promise. */
export function withoutPromise(state: NextState): NextState {
  return without(state, ...OF_PROMISE);
}

/** Everything that belongs to the promise of a state, to be put into another one. */
export function promiseIn(state: NextState): Partial<NextState> {
  return Object.fromEntries(OF_PROMISE.flatMap((name) => (state[name] === undefined ? [] : [[name, state[name]]])));
}

/** The promise was missed: it is overdue from now on, and the reminders begin. */
export function overdueState(state: NextState, now: string, told: string): NextState {
  const late: NextState = {
    ...without(state, 'outageAt', 'fingerprint'),
    overdueSince: now,
    slips: (state.slips ?? 0) + 1,
    broken: (state.broken ?? 0) + 1,
    reminders: 0,
    remindedAt: now,
  };
  return remember(rephrased(late), now, told);
}

/** The waiver is over: what was overdue before still is, and people are given time before they are reminded of it. */
export function waiverEnded(state: NextState, now: string): NextState {
  const ended = without(state, 'waiver');
  return ended.overdueSince === undefined ? ended : { ...ended, remindedAt: now };
}

/** A new episode: what people said about the last one is void, but for a waiver whose day has not come. */
export function afresh(state: NextState, now: string): NextState {
  const isWaived = state.waiver !== undefined && dateOf(now) < state.waiver.until;
  return without(
    withoutPromise(isWaived ? state : without(state, 'waiver')),
    'acknowledgedBy',
    'acknowledgedAt',
    'contactedOn',
    'promises',
    'slips',
    'nudgedAt',
    'claimedAt',
    'claims',
    'fixedAt',
    'changedAt',
    'withdrawn',
    'duplicateOf',
    'silentSince',
    'unreachableSince',
    'unreachableToldAt',
  );
}

/** The instant on which the present episode began: when it was found, when it came back, or when it was followed again. */
export function episodeStart({
  firstSeenAt,
  regressedAt,
  returnedAt,
}: Pick<NextState, 'firstSeenAt' | 'regressedAt' | 'returnedAt'>): string {
  return regressedAt ?? returnedAt ?? firstSeenAt;
}

/** Plaintext again: whatever was counted or proven since is void. */
export function plaintextState(state: NextState, { standing, untold }: Found, now: string): NextState {
  const kept = without(state, 'secureAt', 'secureSince', 'fixedAt', 'claimedAt', 'untold');
  return {
    ...kept,
    phase: workingPhase(kept),
    lastPlaintextAt: now,
    streak: 0,
    findings: standing,
    ...(untold.length > 0 ? { untold } : {}),
  };
}
