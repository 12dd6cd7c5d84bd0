import { changesOf, settingsFor, type Advice, type Remediation, type Setting } from '../model/remediation.js';
import { worstFindingsFirst } from '../model/finding.js';
import type { Recognition, TargetReport } from '../model/report.js';

/** What to change in one software so that the findings of a domain go away. */
export interface Fix {
  readonly software: Remediation;
  /** `Prosody`, `this looks like Prosody`, `if it is Prosody`: how sure we are. */
  readonly name: string;
  readonly isCertain: boolean;
  /** One per file to change, the one for the worst finding first. */
  readonly changes: readonly Setting[];
}

/** Software that was only guessed comes with others that fit, at most so many in all. */
const GUESSES_SHOWN = 3;

/** The settings to change, for the software that was named or recognised; only a guess is called one. */
export function fixesFor(
  { domain, findings, server }: Pick<TargetReport, 'domain' | 'findings' | 'server'>,
  advice: Advice,
): Fix[] {
  const names = settingsFor(worstFindingsFirst(findings), advice);
  if (names.length === 0) return [];
  const isCertain = server.confidence === 'configured' || server.confidence === 'likely';
  const others = isCertain ? [] : (server.alternatives ?? []).filter((software) => software !== server.software);
  return [server.software, ...others].slice(0, GUESSES_SHOWN).map((id) => {
    const software = advice.remediation(id);
    return {
      software,
      name: nameWithDoubt(software, server.confidence),
      isCertain: isCertain && id !== 'generic',
      changes: changesOf(software, names, domain),
    };
  });
}

function nameWithDoubt({ software, title }: Remediation, confidence: Recognition['confidence']): string {
  if (confidence === 'configured' || software === 'generic') return title;
  return confidence === 'likely' ? `this looks like ${title}` : `if it is ${title}`;
}
