import type { CaseEvent, CasePhase, CaseState } from '../model/case.js';
import { inertText } from '../model/inert.js';
import { dateOf } from './moments.js';

/** A state whose evidence is not yet known, since it is read off the text that is written from it. */
export type NextState = Omit<CaseState, 'evidence' | 'pending'>;

/** More of the story would not fit the marker. */
const REMEMBERED_EVENTS = 12;
const EVENT_LENGTH = 100;

/** Where a case stands while plaintext is let through, by what people said about it. */
export function workingPhase(state: NextState): CasePhase {
  if (state.waiver !== undefined) return 'waived';
  if (state.overdueSince !== undefined) return 'overdue';
  if (state.promise !== undefined) return 'promised';
  if (state.acknowledgedBy !== undefined) return 'acknowledged';
  return state.regressedAt === undefined ? 'open' : 'regressed';
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

/** A new episode: what people said about the last one is void. The numbers and the story go on. */
export function afresh(state: NextState): NextState {
  return without(
    state,
    'acknowledgedBy',
    'promise',
    'overdueSince',
    'reminders',
    'remindedAt',
    'nudgedAt',
    'outageAt',
    'fingerprint',
    'waiver',
    'claimedAt',
    'claims',
    'fixedAt',
  );
}

/** Plaintext again: whatever was counted or proven since is void. */
export function plaintextState(state: NextState, findings: readonly string[], now: string): NextState {
  const kept = without(
    state,
    'secureAt',
    'secureSince',
    'fixedAt',
    'unreachableSince',
    'unreachableToldAt',
    'claimedAt',
  );
  return { ...kept, phase: workingPhase(kept), lastPlaintextAt: now, streak: 0, findings };
}
