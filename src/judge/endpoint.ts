import { isWeaker } from '../checks/evidence/offer.js';
import { plaintextReception } from '../checks/evidence/reception.js';
import { unaskedInWords } from '../checks/evidence/unasked.js';
import { CHECKS } from '../checks/index.js';
import { failure, FAILURES, failureInWords } from '../model/failure.js';
import type { EndpointObservation } from '../model/observation.js';
import { PROOFS, type Check, type CheckLevel, type Outcome, type Proof } from '../model/verdict.js';
import type { EndpointVerdict, Finding } from '../model/verdict.js';
import { levelOf, type Profile } from './profile.js';

/**
 * The verdict of one endpoint: plaintext if a plaintext check at level `fail` fails, secure if one passed with proof,
 * else inconclusive. Where the observation holds a second look, plaintext counts only if that look gives it again.
 */
export function judgeEndpoint(observation: EndpointObservation, profile: Profile): EndpointVerdict {
  const { confirmation, nullSuitesAgain, ...once } = observation;
  const first = judgeOnce(once, profile);
  if (first.verdict !== 'plaintext' || (confirmation === undefined && nullSuitesAgain === undefined)) return first;
  const second = judgeOnce(seenAgain(observation), profile);
  return second.verdict === 'plaintext' ? withoutRefuted(first, second) : unconfirmed(first, second, observation);
}

/** Whether the verdict is plaintext on the strength of one look only, so that the questions have to be asked again. */
export function needsConfirmation(verdict: EndpointVerdict, observation: EndpointObservation): boolean {
  return observation.confirmation === undefined && accusers(verdict).some((check) => !restsOnNullSuites(check));
}

/** Whether a NULL suite accuses on the strength of one look only, so that it has to be offered again. */
export function needsNullConfirmation(verdict: EndpointVerdict, observation: EndpointObservation): boolean {
  return observation.nullSuitesAgain === undefined && accusers(verdict).some(restsOnNullSuites);
}

/** The checks that make the verdict plaintext. */
function accusers({ findings }: EndpointVerdict): readonly string[] {
  return findings.filter(({ group, level }) => group === 'plaintext' && level === 'fail').map(({ check }) => check);
}

function restsOnNullSuites(id: string): boolean {
  return CHECKS.some((check) => check.id === id && check.needs.includes('null-suites'));
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
  const { redirectedTo } = observation;
  return {
    endpoint,
    ...(redirectedTo === undefined ? {} : { redirectedTo }),
    ...fold(judged, observation, switchedOff(observation, profile)),
    outcomes: judged.map(({ check, outcome }) => ({ check: check.id, outcome })),
    findings: judged.flatMap((one) => findingOf(one, observation)),
  };
}

type Folded = Pick<EndpointVerdict, 'verdict' | 'proof' | 'because' | 'obstacle' | 'remarks'>;

/** The checks that would have decided this endpoint, had the configuration not switched them off. */
function switchedOff(observation: EndpointObservation, profile: Profile): readonly string[] {
  const { service, transport } = observation.endpoint;
  return CHECKS.filter((check) => {
    const applies = check.services.includes(service) && check.transports.includes(transport);
    if (check.group !== 'plaintext' || !applies || levelOf(check, profile) !== 'off') return false;
    const outcome = check.evaluate(observation);
    return outcome.outcome === 'fail' || (outcome.outcome === 'pass' && outcome.proof !== 'none');
  }).map(({ id }) => id);
}

function fold(judged: readonly Judged[], observation: EndpointObservation, off: readonly string[]): Folded {
  if (observation.endpoint.transport === 'component') return { verdict: 'not-offered', proof: 'none', because: [] };
  const deciding = judged.filter(({ check }) => check.group === 'plaintext');
  const failing = deciding.filter(({ outcome, level }) => outcome.outcome === 'fail' && level === 'fail');
  if (failing.length > 0) return { verdict: 'plaintext', proof: strongestProof(failing), because: [] };
  const proof = strongestProof(deciding.filter(({ outcome }) => outcome.outcome === 'pass'));
  if (proof !== 'none') return foldPassed(proof, observation, remarksOn(deciding, observation));
  const reception = plaintextReception(observation);
  if (reception.state !== 'failed') return { verdict: 'inconclusive', proof: 'none', because: reasons(deciding, off) };
  const obstacle = reception.failure;
  return { verdict: 'inconclusive', proof: 'none', because: [failureInWords(obstacle)], obstacle };
}

/**
 * Nothing speaks against the server. What it was seen to do acquits it only if it was asked everything: one way in that was
 * never tried may be open. What it merely advertises claims no more than that, and is remarked upon.
 */
function foldPassed(proof: Proof, observation: EndpointObservation, remarks: readonly string[]): Folded {
  if (wasOfferedMore(observation)) {
    return {
      verdict: 'inconclusive',
      proof: 'none',
      because: [DIFFERS],
      obstacle: failure('confirm.differs', 'confirm'),
    };
  }
  const unasked = unaskedInWords(observation);
  if (unasked.length > 0 && proof === 'behaviour') return { verdict: 'inconclusive', proof: 'none', because: unasked };
  const said = [...unasked, ...remarks];
  return { verdict: 'secure', proof, because: [], ...(said.length > 0 ? { remarks: said } : {}) };
}

/** Logins that are asked for beside the one that decides. */
const LOGINS = ['legacy-auth', 'registration', 'versionless-auth'] as const;

/**
 * What a verdict of secure must not keep to itself: a login of clients of which the answer did not tell, though others were
 * refused; and that the door which the user named is not there. Strict servers give cause for neither.
 */
function remarksOn(deciding: readonly Judged[], observation: EndpointObservation): readonly string[] {
  const { endpoint, plaintext } = observation;
  const { header } = plaintext;
  const open = deciding.flatMap(({ check, outcome }) =>
    outcome.outcome === 'inconclusive' && check.needs.some((need) => isTold(need, observation))
      ? [`${check.id}: ${outcome.because}`]
      : [],
  );
  const isMissing = header.state === 'failed' && header.failure.code === 'http.refused';
  return isMissing && endpoint.source === 'configured' ? [...open, failureInWords(header.failure)] : open;
}

function isTold(need: Check['needs'][number], { plaintext }: EndpointObservation): boolean {
  return LOGINS.some((question) => question === need && plaintext.answers[question]?.state === 'done');
}

const DIFFERS = `${FAILURES['confirm.differs']}: the other one was offered less TLS or more logins`;

/**
 * Whether one connection was offered what another one was refused: behind a load balancer each may meet another server, and
 * a refusal by one says nothing about the other. Answers come from the connections behind the second one as well, so that
 * those must not have been offered less either.
 */
function wasOfferedMore({ features, plaintext, otherFeatures = [] }: EndpointObservation): boolean {
  const questioned = plaintext.features.state === 'done' ? plaintext.features : features;
  if (questioned.state !== 'done') return false;
  const { value } = questioned;
  const isMainWeaker = features.state === 'done' && isWeaker(features.value, value);
  return isMainWeaker || otherFeatures.some((other) => isWeaker(other, value) || isWeaker(value, other));
}

function strongestProof(judged: readonly Judged[]): Proof {
  const proofs = judged.map(({ outcome }) => ('proof' in outcome ? outcome.proof : 'none'));
  return PROOFS.findLast((proof) => proofs.includes(proof)) ?? 'none';
}

function reasons(deciding: readonly Judged[], off: readonly string[]): readonly string[] {
  if (deciding.length === 0) return ['every check that could decide it is set to off'];
  // What the user decided comes before what a server did: it explains why a plain answer does not count.
  const lowered = deciding.flatMap(({ check, outcome, level }) =>
    outcome.outcome === 'fail' ? [`fails ${check.id}, which the configuration lowers to ${level}`] : [],
  );
  const chosen = [...off.map((id) => `the deciding check ${id} is set to off`), ...lowered];
  const found = [
    ...chosen,
    ...deciding.flatMap(({ outcome }) => (outcome.outcome === 'inconclusive' ? [outcome.because] : [])),
  ];
  return found.length > 0 ? [...new Set(found)] : ['nothing was seen that proves it either way'];
}

function findingOf({ check, level, outcome }: Judged, { endpoint }: EndpointObservation): Finding[] {
  if (outcome.outcome !== 'fail') return [];
  const { id, title, group } = check;
  const { proof, message, evidence } = outcome;
  return [{ check: id, title, level, group, service: endpoint.service, endpoint, proof, message, evidence }];
}

/** The same observation as if the second look had been the only one; NULL suites carry theirs along. */
function seenAgain(observation: EndpointObservation): EndpointObservation {
  const { confirmation } = observation;
  const once = { ...observation, otherFeatures: [] };
  if (confirmation === undefined) return once;
  return { ...once, features: confirmation.features, plaintext: confirmation };
}

/** The verdict stands, without the accusations that the second look refutes. */
function withoutRefuted(first: EndpointVerdict, second: EndpointVerdict): EndpointVerdict {
  const passed = second.outcomes.filter(({ outcome }) => outcome.outcome === 'pass').map(({ check }) => check);
  const refuted = accusers(first).filter((check) => passed.includes(check));
  if (refuted.length === accusers(first).length) return first;
  return withdraw(first, refuted, FAILURES['confirm.differs']);
}

/** Two looks that differ accuse nobody, nor does one alone: the plaintext findings go, and so does the verdict. */
function unconfirmed(
  first: EndpointVerdict,
  second: EndpointVerdict,
  observation: EndpointObservation,
): EndpointVerdict {
  const obstacle = wasLookedAtOnce(observation)
    ? failure('probe.connections', 'confirm')
    : failure('confirm.differs', 'confirm');
  const why = second.verdict === 'secure' ? whatChanged(first) : second.because.join('; ');
  const because =
    obstacle.code === 'confirm.differs'
      ? `${FAILURES['confirm.differs']}: ${why}`
      : `plaintext was seen and could not be looked at again: ${failureInWords(obstacle)}`;
  const withdrawn = first.findings.filter(({ group }) => group === 'plaintext').map(({ check }) => check);
  return {
    ...withdraw(first, withdrawn, because),
    verdict: 'inconclusive',
    proof: 'none',
    because: [because],
    obstacle,
  };
}

/** Whether no connection was left for the second look. */
function wasLookedAtOnce({ confirmation, nullSuitesAgain }: EndpointObservation): boolean {
  return [confirmation?.connected, confirmation?.header, nullSuitesAgain].some(
    (step) => step?.state === 'failed' && step.failure.code === 'probe.connections',
  );
}

function whatChanged(first: EndpointVerdict): string {
  return accusers(first).every(restsOnNullSuites)
    ? 'the second time no NULL cipher suite was picked'
    : 'the second time TLS was required';
}

function withdraw(verdict: EndpointVerdict, checks: readonly string[], because: string): EndpointVerdict {
  return {
    ...verdict,
    outcomes: verdict.outcomes.map(({ check, outcome }) => ({
      check,
      outcome: checks.includes(check) ? { outcome: 'inconclusive', because } : outcome,
    })),
    findings: verdict.findings.filter(({ check }) => !checks.includes(check)),
  };
}
