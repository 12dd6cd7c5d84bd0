import type { EndpointObservation } from '../../model/observation.js';
import type { Remediation } from '../../model/remediation.js';
import type { Recognition } from '../../model/report.js';
import { SOFTWARE, type Software } from '../../model/software.js';
import { REMEDIATIONS } from '../index.js';

const LIKELY = 3;
const POSSIBLE = 2;
const ALTERNATIVES = 2;

interface Score {
  readonly software: Software;
  readonly weight: number;
  readonly by: readonly string[];
}

/**
 * Guesses the software of a domain by traits of what its endpoints said, unless the user has named it. Each trait counts
 * once, however often it is seen. A guess needs more weight than any other; on a draw nothing is named, and those that
 * fit best, or else the most widespread, are alternatives. `by` has the most telling traits first.
 */
export function recognise(observations: readonly EndpointObservation[], configured?: Software): Recognition {
  if (configured !== undefined) return { software: configured, confidence: 'configured', by: [] };
  const scores = Object.values(REMEDIATIONS)
    .map((remediation) => scoreOf(remediation, observations))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const [best, next] = scores;
  const names = scores.map(({ software }) => software);
  if (best === undefined || best.weight < POSSIBLE || best.weight === next?.weight) {
    const alternatives = names.length > 0 ? names.slice(0, ALTERNATIVES) : SOFTWARE.slice(0, ALTERNATIVES);
    return { software: 'generic', confidence: 'unknown', by: [], alternatives };
  }
  if (best.weight >= LIKELY) return { software: best.software, confidence: 'likely', by: best.by };
  return {
    software: best.software,
    confidence: 'possible',
    by: best.by,
    alternatives: names.slice(1, 1 + ALTERNATIVES),
  };
}

function scoreOf({ software, traits }: Remediation, observations: readonly EndpointObservation[]): Score {
  const seen = traits
    .filter((trait) => observations.some((observation) => trait.seen(observation)))
    .sort((a, b) => b.weight - a.weight);
  return { software, weight: seen.reduce((sum, { weight }) => sum + weight, 0), by: seen.map(({ name }) => name) };
}
