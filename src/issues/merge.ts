import type { CaseEvent, CaseState } from '../model/case.js';
import { replaceState } from './marker.js';
import { latest } from './moments.js';
import { workingPhase } from './phases.js';
import type { KnownCase } from './steps.js';

/** Row 23: the case that goes on, with what the others know besides. The same object where they know nothing more. */
export function mergeHistories(primary: KnownCase, others: readonly KnownCase[]): KnownCase {
  const state = others.reduce((merged, { state: other }) => mergeStates(merged, other), primary.state);
  if (state === primary.state) return primary;
  return { state, issue: { ...primary.issue, body: replaceState(primary.issue.body, state) } };
}

function mergeStates(ours: CaseState, theirs: CaseState): CaseState {
  const history = mergeEvents(ours.history ?? [], theirs.history ?? []);
  const promise = ours.promise ?? theirs.promise;
  const acknowledgedBy = ours.acknowledgedBy ?? theirs.acknowledgedBy;
  const merged: CaseState = {
    ...ours,
    firstSeenAt: ours.firstSeenAt < theirs.firstSeenAt ? ours.firstSeenAt : theirs.firstSeenAt,
    lastPlaintextAt: latest(ours.lastPlaintextAt, theirs.lastPlaintextAt),
    ...(promise ? { promise } : {}),
    ...(acknowledgedBy === undefined ? {} : { acknowledgedBy }),
    ...larger('promises', ours, theirs),
    ...larger('slips', ours, theirs),
    ...(history.length > 0 ? { history } : {}),
  };
  const settled = { ...merged, phase: ours.phase === 'verifying' ? ours.phase : workingPhase(merged) };
  return JSON.stringify(settled) === JSON.stringify(ours) ? ours : settled;
}

function larger(name: 'promises' | 'slips', ours: CaseState, theirs: CaseState): Partial<CaseState> {
  const most = Math.max(ours[name] ?? 0, theirs[name] ?? 0);
  return most === 0 ? {} : { [name]: most };
}

/** Both stories in one, by date; a story that is the beginning of the other adds nothing. */
function mergeEvents(ours: readonly CaseEvent[], theirs: readonly CaseEvent[]): readonly CaseEvent[] {
  const news = theirs.filter(({ on, what }) => !ours.some((event) => event.on === on && event.what === what));
  if (news.length === 0) return ours;
  return [...ours, ...news].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
