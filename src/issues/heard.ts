import type { CaseWaiver, RepairPromise } from '../model/case.js';
import type { Occasion } from './comments.js';
import { dateOf } from './moments.js';
import {
  type NextState,
  overdueState,
  remember,
  rephrased,
  waiverEnded,
  without,
  withoutPromise,
  workingPhase,
} from './phases.js';
import type { TransitionNumber } from './transitions.js';

/** A case after people were heard. */
export interface Heard {
  readonly state: NextState;
  readonly rows: readonly TransitionNumber[];
  readonly occasions: readonly Occasion[];
  readonly because: readonly string[];
  /** Comments whose commands were understood. */
  readonly receipts: readonly number[];
  readonly mistakes: readonly string[];
  readonly asksForRetest: boolean;
  readonly isUnwaived: boolean;
}

/** By whom something is that stands in the configuration file. */
export const CONFIGURATION = 'the configuration';

/** Nobody said anything. */
export function silence(state: NextState): Heard {
  const nothing = { rows: [], occasions: [], because: [], receipts: [], mistakes: [] };
  return { state, ...nothing, asksForRetest: false, isUnwaived: false };
}

/** Whether something was said that has to be written down. */
export function isEloquent({ because, receipts, mistakes }: Heard): boolean {
  return because.length + receipts.length + mistakes.length > 0;
}

/** The command of a comment was understood. */
export function receipt(so: Heard, comment: number): Heard {
  return { ...so, receipts: [...so.receipts.filter((other) => other !== comment), comment] };
}

/** Something that was meant for us cannot be carried out. */
export function blame(so: Heard, problem: string): Heard {
  return so.mistakes.includes(problem) ? so : { ...so, mistakes: [...so.mistakes, problem] };
}

/** Something that has to be written down. */
export function note(so: Heard, state: NextState, because: string, rows: readonly TransitionNumber[] = []): Heard {
  return { ...so, state, rows: [...so.rows, ...rows], because: [...so.because, because] };
}

/** Row 3. Once somebody has it in hand, a receipt is all there is to it. */
export function acknowledge(so: Heard, by: string, at: string, now: string): Heard {
  const { state: before } = so;
  if (before.acknowledgedBy !== undefined) return so;
  const isAnswer = before.phase === 'open' || before.phase === 'regressed';
  const known: NextState = { ...before, acknowledgedBy: by, acknowledgedAt: at };
  const state = isAnswer ? { ...known, phase: workingPhase(known) } : known;
  // That the operator was written to is told with its own date.
  const told = by === CONFIGURATION ? state : remember(state, now, `acknowledged by ${by}`);
  return note(so, told, 'somebody acknowledged it', [3]);
}

/** Rows 4, 5 and 9. The same promise once more is no news. */
export function promise(so: Heard, given: RepairPromise): Heard {
  const { state: before } = so;
  const isLate = before.overdueSince !== undefined;
  const isSame = before.promise?.due === given.due && before.promise.event === given.event;
  if (isSame && !isLate) return so;
  const what = given.event === undefined ? `for ${given.due}` : 'for the next maintenance';
  const state = remember(rephrased(promised(before, given)), given.on, `promised ${what} by ${given.by}`);
  const said = note(so, state, `promised ${what}`, [isLate ? 9 : given.event === undefined ? 4 : 5]);
  const slips = isLate ? (state.slips ?? 0) : 0;
  return { ...said, occasions: [...said.occasions, { kind: 'promised', promise: given, slips }] };
}

/** A promise of the configuration whose date had passed before it was written down: it is overdue at once (row 7). */
export function missedPromise(so: Heard, given: RepairPromise, now: string): Heard {
  const { state: before } = so;
  if (before.overdueSince !== undefined && before.promise?.due === given.due) return so;
  const state = overdueState(
    promised(before, given),
    now,
    `promised for ${given.due} by ${given.by}, which had passed`,
  );
  const said = note(so, state, `promised for ${given.due}, which had passed`, [7]);
  return { ...said, occasions: [...said.occasions, { kind: 'overdue', promise: given }] };
}

function promised(before: NextState, given: RepairPromise): NextState {
  return { ...withoutPromise(before), promise: given, promises: (before.promises ?? 0) + 1 };
}

/** Row 18. The same waiver once more is no news. */
export function waive(so: Heard, waiver: CaseWaiver, now: string): Heard {
  const { until, reason, by } = so.state.waiver ?? {};
  if (until === waiver.until && reason === waiver.reason && by === waiver.by) return so;
  const state = remember({ ...so.state, waiver, phase: 'waived' }, now, `waived until ${waiver.until} by ${waiver.by}`);
  const said = note(so, state, `waived until ${waiver.until}`, [18]);
  return { ...said, occasions: [...said.occasions, { kind: 'waived', waiver }], isUnwaived: false };
}

/** Row 19. The waiver of a closed issue ends today and is kept: only plaintext opens the issue again. */
export function unwaive(so: Heard, by: string, isClosed: boolean, now: string): Heard {
  const { waiver } = so.state;
  const ended =
    isClosed && waiver !== undefined
      ? { ...so.state, waiver: { ...waiver, until: dateOf(now) } }
      : waiverEnded(so.state, now);
  const state = remember(rephrased(ended), now, `waiver ended by ${by}`);
  return { ...note(so, state, 'the waiver was ended', [19]), isUnwaived: true };
}

/** Row 26: the configuration does not say any more what it said before. A date that was missed stays missed. */
export function takePromiseBack(so: Heard, now: string): Heard {
  const left = without(so.state, 'configured');
  if (left.promise?.by !== CONFIGURATION) return { ...so, state: left };
  const state = remember(rephrased(withoutPromise(left)), now, `${CONFIGURATION} took its promise back`);
  return note(so, state, `${CONFIGURATION} took its promise back`, [26]);
}

/** The same for the day on which the operator was written to. */
export function takeContactBack(so: Heard, now: string): Heard {
  const left = without(so.state, 'contactedOn');
  if (left.acknowledgedBy !== CONFIGURATION) return { ...so, state: left };
  const told = `${CONFIGURATION} took back that the operator was written to`;
  const state = remember(rephrased(without(left, 'acknowledgedBy', 'acknowledgedAt')), now, told);
  return note(so, state, told, [26]);
}
