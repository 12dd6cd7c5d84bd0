import { dateOf } from './moments.js';
import type { LetterKind } from './letters/letter.js';
import type { SectionContext } from './sentences.js';

/**
 * What there is to write about, so that every sentence of the letter is true; undefined where nobody waits for a letter: a
 * service that was retired, a domain that is left alone, or one that left the configuration.
 */
export function letterKind({ state, target }: Pick<SectionContext, 'state' | 'target'>): LetterKind | undefined {
  const isRetired = target.verdict === 'not-offered';
  switch (state.phase) {
    case 'open':
    case 'acknowledged':
    case 'regressed':
      return target.waived ? undefined : unanswered({ state, target });
    case 'promised':
      return state.promise?.event === undefined ? 'promised' : 'awaited';
    case 'overdue':
      return overdue(state);
    case 'verifying':
      return isRetired ? undefined : 'verifying';
    case 'fixed':
      return isRetired ? undefined : 'thanks';
    case 'waived':
    case 'untracked':
      return undefined;
  }
}

function unanswered({ state, target }: Pick<SectionContext, 'state' | 'target'>): LetterKind {
  const { contacted } = target;
  // A letter about an earlier episode is not one about this.
  if (contacted !== undefined && contacted >= dateOf(state.regressedAt ?? '')) return 'contacted';
  if (state.phase === 'acknowledged') return 'followup';
  return state.regressions > 0 ? 'regressed' : 'notice';
}

/** A maintenance that was noticed made it overdue in the same run; one that was not did so when its time was over. */
function overdue({ promise, overdueSince, maintenanceAt }: SectionContext['state']): LetterKind {
  if (promise === undefined) return 'followup';
  if (promise.event === undefined) return 'reminder';
  return maintenanceAt !== undefined && maintenanceAt === overdueSince ? 'maintenance' : 'unnoticed';
}
