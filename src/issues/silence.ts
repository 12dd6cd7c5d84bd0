import { dateOf, daysBetween, latest } from './moments.js';
import { isSettled } from './phases.js';
import type { HeardCase, Rules, Step } from './steps.js';
import { REFRESH_DAYS } from './still-plaintext.js';

/** So long nothing must have been reached before the label says so, and before a comment does. */
const LABEL_DAYS = 7;
const NOTE_DAYS = 60;

/**
 * Row 14: it could not be told. Nothing is opened, closed or forgotten because of that. The time of the last contact is
 * written down once in {@link REFRESH_DAYS} only, so that many days more have to pass before it is certain.
 */
export function stepInconclusive({ issue, state }: HeardCase, { isDoubtful = false }: Rules, now: string): Step {
  const keep: Step = { kind: 'keep', because: 'could not be told in this run, which changes nothing', state };
  if (isSettled(state) || issue.state === 'closed') return keep;
  const update = { kind: 'update', rows: [14] } as const;
  const isAwaited = state.phase === 'promised' && state.promise?.event !== undefined && state.outageAt === undefined;
  if (isAwaited && !isDoubtful) {
    const because = 'could not be told: perhaps the maintenance that was promised';
    return { ...update, because, state: { ...state, outageAt: now } };
  }
  const lastContact = latest(state.lastPlaintextAt, state.secureAt);
  const days = daysBetween(lastContact, now) - REFRESH_DAYS;
  if (days >= NOTE_DAYS && state.unreachableToldAt === undefined && state.waiver === undefined) {
    return {
      ...update,
      because: `nothing was reached for ${days} days`,
      state: { ...state, unreachableSince: state.unreachableSince ?? now, unreachableToldAt: now },
      occasions: [{ kind: 'unreachable', since: lastContact }],
    };
  }
  if (days < LABEL_DAYS || state.unreachableSince !== undefined) return keep;
  const because = `nothing was reached since ${dateOf(lastContact)} or a few days later`;
  return { ...update, because, state: { ...state, unreachableSince: now } };
}
