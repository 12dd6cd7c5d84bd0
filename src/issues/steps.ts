import type { CaseState, ListedIssue } from '../model/case.js';
import type { TrackingOptions } from '../model/config.js';
import type { IssueChange } from '../model/plan.js';
import type { TargetReport } from '../model/report.js';
import type { Occasion } from './comments.js';
import type { NextState } from './phases.js';
import type { TransitionNumber } from './transitions.js';

/** A case whose issue was found, without anything pending. */
export interface KnownCase {
  readonly issue: ListedIssue;
  readonly state: CaseState;
}

/** What the user decided about the life of cases. */
export type RuleSettings = Pick<TrackingOptions, 'closeAfter' | 'reopenDays' | 'fullRun' | 'labelPrefix'> &
  Partial<
    Pick<
      TrackingOptions,
      'closeAfterHours' | 'graceDays' | 'silenceDays' | 'skipWeekends' | 'remindDays' | 'refreshDays'
    >
  >;

export interface Rules extends RuleSettings {
  /** Whether the forge has due dates. */
  readonly dueDates?: boolean;
  /** Whether what people said could not be read in this run: then nobody is blamed for having said nothing. */
  readonly isDeaf?: boolean;
  /** Whether so little could be told in this run that the fault is probably ours. */
  readonly isDoubtful?: boolean;
}

/** What the verdict of this run makes of a case, once people were heard. */
export interface Step {
  readonly kind: 'keep' | 'update' | 'reopen' | 'close';
  readonly because: string;
  readonly state: NextState;
  readonly rows?: readonly TransitionNumber[];
  /** Written only when the text changes by it. */
  readonly quiet?: boolean;
  /** No news for anybody: it may wait for a run that has nothing better to do. */
  readonly routine?: boolean;
  /** Only the hidden state is written: what people see of the issue stays as it is. */
  readonly isHidden?: boolean;
  readonly stateReason?: NonNullable<IssueChange['stateReason']>;
  readonly occasions?: readonly Occasion[];
}

/** One step in the life of a case. Written to the forge unless it is a `keep`, or `quiet` and the text stays the same. */
export type Move =
  | { readonly kind: 'keep'; readonly because: string; readonly rows: readonly TransitionNumber[] }
  | {
      readonly kind: 'open';
      readonly target: TargetReport;
      readonly because: string;
      readonly state: NextState;
      readonly rows: readonly TransitionNumber[];
    }
  | {
      readonly kind: 'update' | 'reopen' | 'close';
      readonly known: KnownCase;
      readonly because: string;
      readonly state: NextState;
      /** Numbers of the transitions (transitions.ts) that it carries out. */
      readonly rows: readonly TransitionNumber[];
      readonly quiet: boolean;
      readonly routine: boolean;
      /** Only the hidden state is written: what people see of the issue stays as it is. */
      readonly isHidden: boolean;
      readonly stateReason?: NonNullable<IssueChange['stateReason']>;
      readonly occasions: readonly Occasion[];
      /** Comments whose commands were understood. */
      readonly receipts: readonly number[];
    };

export type Opening = Extract<Move, { kind: 'open' }>;

/** Everything a verdict is applied to: the issue as it is, and the state after people were heard. */
export interface HeardCase {
  readonly issue: ListedIssue;
  readonly state: NextState;
}

/** A step that changes nothing. */
export function keep(state: NextState, because: string): Step {
  return { kind: 'keep', because, state };
}
