import type { Outcome, Proof } from '../../model/verdict.js';

/** The requirement is met. `none` as proof: this way in is closed, which says nothing about the others. */
export function pass(proof: Proof, evidence: readonly string[]): Outcome {
  return { outcome: 'pass', proof, evidence };
}

/** The requirement is broken. The message is ours; what the server said belongs in the evidence. */
export function fail(proof: Proof, message: string, evidence: readonly string[]): Outcome {
  return { outcome: 'fail', proof, message, evidence };
}

export function notApplicable(because: string): Outcome {
  return { outcome: 'not-applicable', because };
}

export function inconclusive(because: string): Outcome {
  return { outcome: 'inconclusive', because };
}
