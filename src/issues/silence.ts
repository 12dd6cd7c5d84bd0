import type { TargetReport } from '../model/report.js';
import type { Occasion } from './comments.js';
import { dateOf, daysBetween, latest } from './moments.js';
import { type NextState, without } from './phases.js';
import { type Presence, presenceOf } from './presence.js';
import { type HeardCase, type Rules, type Step, keep } from './steps.js';

/** After a contact that was written down so lately, a silent night is nothing yet: a shaky line is not written to daily. */
const CONTACT_DAYS = 7;
/** So long nothing must have been reached before the label says so, and before a comment does. */
const LABEL_DAYS = 7;
const NOTE_DAYS = 60;

/**
 * Row 14: it could not be told. Nothing is opened, closed or forgotten because of that. Contacts are not written down, or
 * every night would be a write; so silence is counted from the first night of it, which is.
 */
export function stepInconclusive(
  { issue, state }: HeardCase,
  target: TargetReport,
  { isDoubtful = false }: Rules,
  now: string,
): Step {
  const unchanged = keep(state, 'inconclusive in this run, which changes nothing');
  const presence = presenceOf(target);
  // What is wrong with us says nothing about the service.
  if (issue.state === 'closed' || isDoubtful || presence === 'reached' || presence === 'unseen') return unchanged;
  // One run does all that it has to, so that the same run once more has nothing left to do.
  const found = [outage(state, presence, now), firstSilence(state, now), longSilence(state, now)];
  const news = found.filter((one) => one !== undefined);
  if (news.length === 0) return unchanged;
  return {
    kind: 'update',
    rows: [14],
    because: news.map(({ because }) => because).join('; '),
    state: news.reduce((so, { change }) => ({ ...so, ...change }), state),
    routine: news.every(({ change }) => change.silentSince !== undefined),
    occasions: news.flatMap(({ occasion }) => occasion ?? []),
  };
}

/** The step of a run that reached the service: whatever else it says, a silence is over. */
export function endSilence(step: Step): Step {
  const { silentSince, unreachableSince, unreachableToldAt } = step.state;
  if ([silentSince, unreachableSince, unreachableToldAt].every((instant) => instant === undefined)) return step;
  const state = without(step.state, 'silentSince', 'unreachableSince', 'unreachableToldAt');
  if (step.kind !== 'keep') return { ...step, state, quiet: false };
  const because = `${step.because}; it was reached again`;
  return { ...step, kind: 'update', because, state, routine: unreachableSince === undefined, isHidden: true };
}

/** Something that a silence means. */
interface News {
  readonly because: string;
  readonly change: Pick<NextState, 'outageAt' | 'silentSince' | 'unreachableSince' | 'unreachableToldAt'>;
  readonly occasion?: Occasion;
}

/** The first time since the promise of a maintenance that a service was away that had been seen after it. */
function outage(
  { phase, promise, fingerprint, outageAt }: NextState,
  presence: Presence,
  now: string,
): News | undefined {
  const isAwaited = phase === 'promised' && promise?.event !== undefined && outageAt === undefined;
  if (!isAwaited || fingerprint === undefined || presence !== 'away') return undefined;
  return { because: 'inconclusive: perhaps the maintenance that was promised', change: { outageAt: now } };
}

function firstSilence({ silentSince, lastPlaintextAt, secureAt }: NextState, now: string): News | undefined {
  if (silentSince !== undefined || daysBetween(latest(lastPlaintextAt, secureAt), now) < CONTACT_DAYS) return undefined;
  return { because: 'inconclusive, perhaps for longer', change: { silentSince: now } };
}

/** A silence of days, which the label shows, or of months, which is told once. */
function longSilence(state: NextState, now: string): News | undefined {
  const { silentSince = now, unreachableSince, unreachableToldAt, waiver } = state;
  const days = daysBetween(silentSince, now);
  if (days >= NOTE_DAYS && unreachableToldAt === undefined && waiver === undefined) {
    return {
      because: `nothing was reached for ${days} days`,
      change: { unreachableSince: unreachableSince ?? now, unreachableToldAt: now },
      occasion: { kind: 'unreachable', since: silentSince },
    };
  }
  if (days < LABEL_DAYS || unreachableSince !== undefined) return undefined;
  return { because: `nothing was reached since ${dateOf(silentSince)}`, change: { unreachableSince: now } };
}
