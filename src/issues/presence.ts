import { FAILURES, type FailureCode, type Step } from '../model/failure.js';
import type { EndpointReport, TargetReport } from '../model/report.js';

/**
 * How present a service was in one run: it answered somewhere; its ports did not answer; nothing was found of it, which may
 * be its own fault; or we did not get as far as looking.
 */
export type Presence = 'reached' | 'away' | 'silent' | 'unseen';

/** What came in our own way. */
const OURS: readonly FailureCode[] = [
  'config.address-family',
  'config.private-address',
  'dns.unreachable',
  'net.no-ipv6-route',
  'net.unreachable',
  'run.deadline',
];
/** A part that this runner can never see says nothing about the rest. */
const NEVER_SEEN: readonly FailureCode[] = ['config.address-family', 'net.no-ipv6-route'];

export function presenceOf(target: TargetReport): Presence {
  if (target.verdict === 'not-offered' || target.endpoints.some(wasReached)) return 'reached';
  const obstacles = target.endpoints.map(({ observation }) => obstacleIn(observation));
  const theirs = obstacles.filter((code) => code !== undefined && !OURS.includes(code));
  const counted = obstacles.filter((code) => code === undefined || !NEVER_SEEN.includes(code));
  if (theirs.length > 0 && theirs.length === counted.length) return 'away';
  return Object.values(target.services).some(({ because }) => because.some(isOurs)) ? 'unseen' : 'silent';
}

function wasReached({ verdict, observation: { header, handshake, plaintext } }: EndpointReport): boolean {
  return verdict !== 'inconclusive' || [header, handshake, plaintext.header].some(({ state }) => state === 'done');
}

function obstacleIn({ connected, header }: EndpointReport['observation']): FailureCode | undefined {
  const steps: readonly Step<unknown>[] = [connected, header];
  return steps.flatMap((step) => (step.state === 'failed' ? [step.failure.code] : []))[0];
}

/** Reasons of a service begin with the sentence of a failure (judge/reasons.ts). */
const isOurs = (reason: string): boolean => OURS.some((code) => reason.startsWith(FAILURES[code]));
