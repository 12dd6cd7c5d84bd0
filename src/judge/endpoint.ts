import { plaintextReception } from '../checks/evidence/reception.js';
import { CHECKS } from '../checks/index.js';
import { failure, FAILURES, failureInWords } from '../model/failure.js';
import type { EndpointObservation, PlaintextObservation } from '../model/observation.js';
import { PROOFS, type Check, type CheckLevel, type Outcome, type Proof } from '../model/verdict.js';
import type { EndpointVerdict, Finding } from '../model/verdict.js';
import { levelOf, type Profile } from './profile.js';

/**
 * The verdict of one endpoint: plaintext if a plaintext check at level `fail` fails, secure if one passed with proof,
 * else inconclusive. Where the observation holds a second look, plaintext counts only if that look gives it again.
 */
export function judgeEndpoint(observation: EndpointObservation, profile: Profile): EndpointVerdict {
  const first = judgeOnce(observation, profile);
  const { confirmation } = observation;
  if (first.verdict !== 'plaintext' || confirmation === undefined) return first;
  const second = judgeOnce(seenAgain(observation, confirmation), profile);
  return second.verdict === 'plaintext' ? first : unconfirmed(first, second);
}

/** Whether the verdict is plaintext on the strength of one look only, so that a second one has to be taken. */
export function needsConfirmation(verdict: EndpointVerdict, observation: EndpointObservation): boolean {
  return verdict.verdict === 'plaintext' && observation.confirmation === undefined;
}

interface Judged {
  readonly check: Check;
  readonly level: Exclude<CheckLevel, 'off'>;
  readonly outcome: Outcome;
}

function judgeOnce(observation: EndpointObservation, profile: Profile): EndpointVerdict {
  const { endpoint } = observation;
  const judged = CHECKS.flatMap((check): Judged[] => {
    const level = levelOf(check, profile);
    const applies = check.services.includes(endpoint.service) && check.transports.includes(endpoint.transport);
    return applies && level !== 'off' ? [{ check, level, outcome: check.evaluate(observation) }] : [];
  });
  return {
    endpoint,
    ...fold(judged, observation),
    outcomes: judged.map(({ check, outcome }) => ({ check: check.id, outcome })),
    findings: judged.flatMap((one) => findingOf(one, observation)),
  };
}

type Folded = Pick<EndpointVerdict, 'verdict' | 'proof' | 'because' | 'obstacle'>;

function fold(judged: readonly Judged[], observation: EndpointObservation): Folded {
  const deciding = judged.filter(({ check }) => check.group === 'plaintext');
  const failing = deciding.filter(({ outcome, level }) => outcome.outcome === 'fail' && level === 'fail');
  if (failing.length > 0) return { verdict: 'plaintext', proof: strongestProof(failing), because: [] };
  const proof = strongestProof(deciding.filter(({ outcome }) => outcome.outcome === 'pass'));
  if (proof !== 'none') return { verdict: 'secure', proof, because: [] };
  const reception = plaintextReception(observation);
  if (reception.state !== 'failed') return { verdict: 'inconclusive', proof: 'none', because: reasons(deciding) };
  const obstacle = reception.failure;
  return { verdict: 'inconclusive', proof: 'none', because: [failureInWords(obstacle)], obstacle };
}

function strongestProof(judged: readonly Judged[]): Proof {
  const proofs = judged.map(({ outcome }) => ('proof' in outcome ? outcome.proof : 'none'));
  return PROOFS.findLast((proof) => proofs.includes(proof)) ?? 'none';
}

function reasons(deciding: readonly Judged[]): readonly string[] {
  if (deciding.length === 0) return ['every check that could tell is switched off'];
  const found = deciding.flatMap(({ check, outcome, level }) => {
    if (outcome.outcome === 'inconclusive') return [outcome.because];
    return outcome.outcome === 'fail' ? [`${check.id} fails, which counts as ${level} only`] : [];
  });
  return found.length > 0 ? [...new Set(found)] : ['nothing was seen that proves it either way'];
}

function findingOf({ check, level, outcome }: Judged, { endpoint }: EndpointObservation): Finding[] {
  if (outcome.outcome !== 'fail') return [];
  const { id, title, group } = check;
  const { proof, message, evidence } = outcome;
  return [{ check: id, title, level, group, service: endpoint.service, endpoint, proof, message, evidence }];
}

/** The same observation as if the second look at plaintext had been the only one. */
function seenAgain(observation: EndpointObservation, confirmation: PlaintextObservation): EndpointObservation {
  return { ...observation, features: confirmation.features, plaintext: confirmation };
}

/** Two looks that differ accuse nobody: the plaintext findings go, and so does the verdict. */
function unconfirmed(first: EndpointVerdict, second: EndpointVerdict): EndpointVerdict {
  const why = second.verdict === 'secure' ? 'the second time TLS was required' : second.because.join('; ');
  const because = `${FAILURES['confirm.differs']}: ${why}`;
  const withdrawn = first.findings.filter(({ group }) => group === 'plaintext').map(({ check }) => check);
  return {
    ...first,
    verdict: 'inconclusive',
    proof: 'none',
    because: [because],
    obstacle: failure('confirm.differs', 'confirm'),
    outcomes: first.outcomes.map(({ check, outcome }) => ({
      check,
      outcome: withdrawn.includes(check) ? { outcome: 'inconclusive', because } : outcome,
    })),
    findings: first.findings.filter(({ check }) => !withdrawn.includes(check)),
  };
}
