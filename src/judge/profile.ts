import type { Check, CheckLevel } from '../model/verdict.js';

/** Levels that differ from those the checks declare, by check id. */
export type Profile = Readonly<Record<string, CheckLevel>>;

/** What one target is judged by: its own levels over those of the run, over those of the checks. */
export function makeProfile(run: Profile, target: Profile): Profile {
  return { ...run, ...target };
}

export function levelOf(check: Pick<Check, 'id' | 'level'>, profile: Profile): CheckLevel {
  return profile[check.id] ?? check.level;
}
