import { isEncrypted } from '../model/endpoint.js';
import type { EndpointObservation } from '../model/observation.js';
import type { Check, Outcome } from '../model/verdict.js';
import { inconclusive, notApplicable } from './evidence/outcome.js';
import { plaintextReception } from './evidence/reception.js';
import { look, unseenInWords, type Need, type Seen } from './evidence/seen.js';

/** A check as it is written: `evaluate` is handed exactly what it `needs`, and the whole observation beside it. */
export interface CheckDefinition<N extends Need> extends Omit<Check, 'needs' | 'evaluate'> {
  readonly needs: readonly N[];
  readonly evaluate: (seen: Pick<Seen, N>, observation: EndpointObservation) => Outcome;
}

/**
 * Makes a check of a definition. Where something needed was not seen the outcome is `inconclusive` with the reason, and
 * where a port offers nothing without TLS, or has no TLS at all, what needs the one or the other is `not-applicable`:
 * `evaluate` never meets any of them.
 */
export function defineCheck<N extends Need>(definition: CheckDefinition<N>): Check {
  return {
    ...definition,
    evaluate: (observation) => {
      if (definition.needs.some(needsPlaintextStream) && offersNothingInPlaintext(observation)) {
        return notApplicable('this port offers nothing without TLS');
      }
      if (definition.needs.some(needsTls) && isWebWithoutTls(observation)) {
        return notApplicable('there is no TLS at this address');
      }
      const seen: Partial<Record<Need, unknown>> = {};
      for (const need of definition.needs) {
        const step = look(need, observation);
        if (step.state !== 'done') return inconclusive(unseenInWords(step));
        seen[need] = step.value;
      }
      return definition.evaluate(seen as Pick<Seen, N>, observation);
    },
  };
}

function needsPlaintextStream(need: Need): boolean {
  return need !== 'plaintext-reception' && !needsTls(need);
}

function needsTls(need: Need): boolean {
  return need.endsWith('-suites');
}

/** BOSH and WebSocket know no STARTTLS: what is no `https:` or `wss:` has no TLS at all. */
function isWebWithoutTls({ endpoint }: EndpointObservation): boolean {
  return endpoint.url !== undefined && !isEncrypted(endpoint);
}

function offersNothingInPlaintext(observation: EndpointObservation): boolean {
  const reception = plaintextReception(observation);
  return reception.state === 'done' && reception.value.kind !== 'open';
}
