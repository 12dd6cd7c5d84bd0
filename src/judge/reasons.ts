/** One reason for not knowing, and the place it holds for. */
export interface Reason {
  readonly why: string;
  readonly where: string;
  /** Set where places are better counted than named: addresses that this machine cannot reach at all. */
  readonly counted?: boolean;
}

const NAMED_AT_MOST = 3;

/** Reasons as lines for people: one for each `why`, with the places it holds for. The order of the input does not matter. */
export function groupReasons(reasons: readonly Reason[]): readonly string[] {
  const distinct = [...new Set(reasons.map(({ why }) => why))].sort();
  return distinct.map((why) => `${why}: ${placesOf(reasons.filter((reason) => reason.why === why))}`);
}

function placesOf(group: readonly Reason[]): string {
  const places = [...new Set(group.map(({ where }) => where))].sort();
  if (group.some(({ counted }) => counted)) return places.length === 1 ? '1 address' : `${places.length} addresses`;
  const rest = places.length - NAMED_AT_MOST;
  const named = places.slice(0, NAMED_AT_MOST).join(', ');
  return rest > 0 ? `${named} and ${rest} more` : named;
}
