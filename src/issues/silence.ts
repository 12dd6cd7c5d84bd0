import type { Occasion } from './comments.js';
import { dateOf, daysBetween, latest } from './moments.js';
import type { NextState } from './phases.js';
import { type HeardCase, type Rules, type Step, keep } from './steps.js';
import { REFRESH_DAYS } from './still-plaintext.js';

/** So long nothing must have been reached for certain before the label says so, and before a comment does. */
const LABEL_DAYS = 7;
const NOTE_DAYS = 60;

/**
 * Row 14: it could not be told. Nothing is opened, closed or forgotten because of that, and a single silent night is not
 * written down. Nor is every contact, but only one in {@link REFRESH_DAYS}: the last one may be so many days younger
 * than what is remembered, and only what is more than that is certain.
 */
export function stepInconclusive({ issue, state }: HeardCase, { isDoubtful = false }: Rules, now: string): Step {
  const unchanged = keep(state, 'inconclusive in this run, which changes nothing');
  if (issue.state === 'closed') return unchanged;
  // One run does all that it has to, so that the same run once more has nothing left to do.
  const news = [isDoubtful ? undefined : outage(state, now), longSilence(state, now)].filter(
    (one) => one !== undefined,
  );
  if (news.length === 0) return unchanged;
  return {
    kind: 'update',
    rows: [14],
    because: news.map(({ because }) => because).join('; '),
    state: news.reduce((so, { change }) => ({ ...so, ...change }), state),
    occasions: news.flatMap(({ occasion }) => occasion ?? []),
  };
}

/** Something that a silence means. */
interface News {
  readonly because: string;
  readonly change: Pick<NextState, 'outageAt' | 'unreachableSince' | 'unreachableToldAt'>;
  readonly occasion?: Occasion;
}

/** The first silence after the promise of a maintenance. */
function outage({ phase, promise, outageAt }: NextState, now: string): News | undefined {
  if (phase !== 'promised' || promise?.event === undefined || outageAt !== undefined) return undefined;
  return { because: 'inconclusive: perhaps the maintenance that was promised', change: { outageAt: now } };
}

/** A silence of days, which the label shows, or of months, which is told once. */
function longSilence(state: NextState, now: string): News | undefined {
  const { unreachableSince, unreachableToldAt, waiver } = state;
  const lastContact = latest(state.lastPlaintextAt, state.secureAt);
  const days = daysBetween(lastContact, now) - REFRESH_DAYS;
  if (days >= NOTE_DAYS && unreachableToldAt === undefined && waiver === undefined) {
    return {
      because: `nothing was reached for ${days} days or more`,
      change: { unreachableSince: unreachableSince ?? now, unreachableToldAt: now },
      occasion: { kind: 'unreachable', since: lastContact },
    };
  }
  if (days < LABEL_DAYS || unreachableSince !== undefined) return undefined;
  const because = `nothing was reached since ${dateOf(lastContact)} or a few days later`;
  return { because, change: { unreachableSince: now } };
}
