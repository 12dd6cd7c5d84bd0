import type { TargetReport } from '../model/report.js';
import { findingKeys } from './findings.js';
import { silence } from './heard.js';
import { hearConfiguration } from './hearing.js';
import { type NextState, remember } from './phases.js';
import { noteOffers } from './starttls-offers.js';
import type { Move } from './steps.js';

/** Rows 1 and 2: what becomes of a domain that has no case. */
export function moveUnknown(target: TargetReport | undefined, now: string): Move {
  if (target === undefined) return { kind: 'keep', because: 'not in the configuration', rows: [] };
  if (target.verdict !== 'plaintext')
    return { kind: 'keep', because: `${target.verdict}, and there is no issue`, rows: [2] };
  if (target.waived) return { kind: 'keep', because: 'plaintext, but waived', rows: [] };
  const because = 'plaintext was found and confirmed';
  return { kind: 'open', target, because, state: newState(target, now), rows: [1] };
}

/** The state of a new issue; what the configuration says about the domain holds from the first day. */
export function newState(target: TargetReport, now: string): NextState {
  const { domain } = target;
  const blank = { version: 1, domain, phase: 'open', firstSeenAt: now, streak: 0, regressions: 0 } as const;
  const found = remember({ ...blank, lastPlaintextAt: now, findings: findingKeys(target) }, now, 'plaintext was found');
  return hearConfiguration(silence(noteOffers(found, target, now).state), { target, now }).state;
}
