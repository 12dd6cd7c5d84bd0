import type { TargetReport } from '../model/report.js';
import { compareFindings, servicesNotLookedAt } from './findings.js';
import { type Ears, isRecent } from './hearing.js';
import { latest } from './moments.js';
import { remember } from './phases.js';
import type { KnownCase, Move } from './steps.js';
import { listen } from './words.js';

/**
 * Row 30: a person reopened a repaired case and asked for another look, which found no plaintext. Without a question the
 * issue is theirs; what else was said there waits until plaintext is back.
 */
export function answerReopened(known: KnownCase, ears: Ears, target: TargetReport, now: string): Move | undefined {
  const { issue, state } = known;
  if (issue.state !== 'open' || state.phase !== 'fixed') return undefined;
  const own = (ears.comments ?? []).filter((comment) => comment.issue === issue.number);
  const receipts = questionsIn(own, known, now);
  if (receipts.length === 0) return undefined;
  const answer = { known, rows: [30] as const, quiet: false, routine: false, receipts };
  if (!isWhole(known, target)) {
    const occasions = [{ kind: 'retested', verdict: 'inconclusive', streak: 0, isSoon: false } as const];
    const because = 'a person reopened it and asks for another look, which was inconclusive';
    return { ...answer, kind: 'update', because, state: { ...state, answeredAt: now }, isHidden: true, occasions };
  }
  const { verdict } = target;
  const heard = Math.max(state.heard ?? 0, ...own.map(({ id }) => id));
  const next = { ...state, answeredAt: now, heard, heardAt: now, listensFrom: now };
  return {
    ...answer,
    kind: 'close',
    because: `a person reopened it and asks for another look, which found it ${verdict}`,
    state: remember(next, now, `reopened, re-tested: ${verdict === 'secure' ? 'still repaired' : 'still absent'}`),
    isHidden: false,
    stateReason: 'completed',
    occasions: [{ kind: 'still-fixed', retired: verdict === 'not-offered' }],
  };
}

/** The comments that ask and were not answered; of strangers one an hour. */
function questionsIn(comments: NonNullable<Ears['comments']>, { state }: KnownCase, now: string): readonly number[] {
  const since = latest(state.listensFrom, state.answeredAt);
  const fresh = comments.filter(({ id, createdAt }) => id > (state.heard ?? 0) && createdAt > since);
  const asked = listen(fresh).words.filter(({ word }) => word.kind === 'retest');
  const answered = asked.filter(({ mayCommand }) => mayCommand || !isRecent(state.answeredAt, now));
  return [...new Set(answered.map(({ comment }) => comment))];
}

/** Whether all was seen again that had once been found. */
function isWhole({ state: { findings } }: KnownCase, target: TargetReport): boolean {
  if (target.verdict !== 'secure' && target.verdict !== 'not-offered') return false;
  return servicesNotLookedAt(findings, target).length + compareFindings(findings, target).standing.length === 0;
}
