import type { CasePhase } from '../model/case.js';

/** From where a transition starts: a phase, no case at all, or any open phase of a case. */
type Origin = CasePhase | 'none' | 'any open' | 'any';

/** One way in which a case goes on. The moves name it by its number; docs/cases.md tells it. */
export interface Transition {
  readonly from: readonly Origin[];
  readonly trigger: string;
  readonly guard?: string;
  /** Phases it may end in; empty: as it was. */
  readonly to: readonly CasePhase[];
  readonly effect: string;
  /** The one comment it makes, or why there is none. */
  readonly comment: { readonly is: 'written' | 'never' | 'sometimes'; readonly about: string };
}

const silent = (about: string) => ({ is: 'never', about }) as const;
const told = (about: string) => ({ is: 'written', about }) as const;

/** Every transition of a case. */
export const TRANSITIONS = {
  1: {
    from: ['none'],
    trigger: 'plaintext is found',
    guard:
      'it was confirmed on a second connection, in `open-after` runs (1), and no waiver of the configuration covers it',
    to: ['open', 'acknowledged', 'promised', 'overdue'],
    effect: 'An issue is opened, with the evidence, the remedy and a letter to the operator.',
    comment: silent('opening notifies'),
  },
  2: {
    from: ['none'],
    trigger: 'the domain is secure, not offered or inconclusive',
    to: [],
    effect: 'Nothing happens.',
    comment: silent('there is no issue'),
  },
  3: {
    from: ['any open'],
    trigger: 'somebody acknowledges it: `/xmpp ack`, the label `:acknowledged`, or `contacted:` in the configuration',
    guard: 'who says it may write or triage',
    to: ['acknowledged'],
    effect: 'It is noted who has it in hand. What is known beyond that, such as a promise or a waiver, still shows.',
    comment: silent('a reaction to the command is the receipt'),
  },
  4: {
    from: ['open', 'regressed', 'acknowledged', 'promised'],
    trigger: 'somebody promises a date: `/xmpp promise 2026-12-01`, the due date of the issue, or `promise:`',
    guard: 'the date is in the future, and at most 400 days ahead',
    to: ['promised'],
    effect: 'The date is kept, and the issue is quiet until then.',
    comment: told('one line confirms the date'),
  },
  5: {
    from: ['open', 'regressed', 'acknowledged', 'promised'],
    trigger: 'somebody promises the next maintenance: `/xmpp promise next-maintenance`, or `promise: next-maintenance`',
    to: ['promised'],
    effect: 'The issue is quiet until a maintenance is noticed, for 60 days at most.',
    comment: told('one line confirms it'),
  },
  6: {
    from: ['promised'],
    trigger: 'the promised maintenance seems to be over',
    guard:
      'the service was away for a run and is back, or its certificate or stream features changed; and it is plaintext in this run',
    to: ['overdue'],
    effect: 'It counts as overdue from now on, and the missed date is counted.',
    comment: told('once: it looks as if the maintenance took place, and plaintext is still let through'),
  },
  7: {
    from: ['promised', 'any open'],
    trigger: 'the promised date has passed',
    guard: 'by more than the grace days (1), or before the configuration named it; and it is plaintext in this run',
    to: ['overdue'],
    effect: 'It counts as overdue from now on, and the missed date is counted.',
    comment: told('once, with the names of the assignees'),
  },
  8: {
    from: ['overdue'],
    trigger: 'it has been quiet for a while: 7, 14 and 28 days after the date, then 30 days each (`remind-days`)',
    guard:
      'at most 6 times; every comment of a person starts the time anew, and weekends can be left out; plaintext in this run',
    to: ['overdue'],
    effect: 'The reminder is counted.',
    comment: told('a friendly reminder'),
  },
  9: {
    from: ['overdue'],
    trigger: 'somebody promises again',
    guard: 'as in 4 and 5',
    to: ['promised'],
    effect: 'The new promise takes the place of the old one.',
    comment: told('one line confirms it'),
  },
  10: {
    from: ['open', 'acknowledged', 'regressed'],
    trigger: 'nobody has answered for `silence-days`',
    guard:
      'counted from the finding, the day the operator was written to, the acknowledgement or the last comment of a person; once for each such silence, and only where that setting is not 0, which it is by default',
    to: ['open', 'acknowledged', 'regressed'],
    effect: 'It is noted that this was said.',
    comment: told('a suggestion to write to the operator again, with the names of the assignees'),
  },
  11: {
    from: ['any open', 'waived'],
    trigger: 'the domain is secure, or declared absent',
    guard:
      'fewer times in a row than `close-after` (2); two runs count apart where `close-after-hours` (1) lie between them',
    to: ['verifying'],
    effect: 'The run is counted.',
    comment: silent('nothing is proven yet'),
  },
  12: {
    from: ['verifying', 'any open'],
    trigger: 'the domain is secure, or declared absent',
    guard:
      '`close-after` times in a row; every endpoint was conclusive each time, and so were most domains of the run (`max-inconclusive`)',
    to: ['fixed'],
    effect: 'The issue is closed as completed, unless a person closed it already.',
    comment: told('thanks, with the days it took, the promises and the dates missed, all of this episode'),
  },
  13: {
    from: ['verifying'],
    trigger: 'plaintext is found again',
    to: ['open', 'acknowledged', 'promised', 'overdue', 'regressed', 'waived'],
    effect: 'It goes back to where it was, and counting starts anew.',
    comment: silent('nothing was claimed yet'),
  },
  14: {
    from: ['any open'],
    trigger: 'the domain is inconclusive',
    to: [],
    effect:
      'The phase stays. Where nothing of the service answered, days are counted from that night on; after 7 of them the label `:unreachable` is set. In the week after something was written to the issue such nights are not counted, and never those on which we could not look. After a promise of a maintenance it is noted when the ports of a service that had been seen since do not answer.',
    comment: { is: 'sometimes', about: 'one note after 60 days of that' },
  },
  15: {
    from: ['fixed'],
    trigger: 'plaintext is found again',
    guard: 'within `reopen-days` (90), and the issue is not locked',
    to: ['regressed', 'acknowledged', 'promised', 'overdue', 'waived'],
    effect:
      'The issue is reopened; what was promised before is void. Where a person reopened it, what was said there since is heard; and what the configuration says holds.',
    comment: told('that it is back'),
  },
  16: {
    from: ['fixed'],
    trigger: 'plaintext is found again',
    guard: 'later than that, or the issue is locked',
    to: ['open'],
    effect: 'A new issue is opened that names the old one.',
    comment: silent('opening notifies'),
  },
  17: {
    from: ['any open'],
    trigger: 'a person closes the issue as completed, and plaintext is found',
    guard: 'the evidence is newer than the close',
    to: ['open', 'acknowledged', 'promised', 'overdue', 'regressed', 'waived'],
    effect:
      'One more run is waited for, then the issue is reopened, once. A second such close counts as a waiver of 30 days.',
    comment: { is: 'sometimes', about: 'when it is reopened, and when it becomes a waiver' },
  },
  18: {
    from: ['any'],
    trigger:
      'somebody waives it: `/xmpp waive until 2027-01-31 because ...`, the label `:waived`, or by closing it as not planned',
    guard: 'at most 365 days ahead and with a reason; the label and the close count for 90 days',
    to: ['waived'],
    effect: 'The domain is left alone until then, and no run fails because of it.',
    comment: told('one line says until when and why'),
  },
  19: {
    from: ['waived'],
    trigger: 'the waiver ends: its day has come, or `/xmpp unwaive`',
    guard: 'it is plaintext in this run, and the configuration does not waive it as well',
    to: ['open', 'acknowledged', 'promised', 'overdue', 'regressed'],
    effect: 'The issue is open again where it was closed, and goes on where it was.',
    comment: told('that it counts again'),
  },
  20: {
    from: ['any'],
    trigger: 'a person closes the issue as a duplicate',
    to: [],
    effect: 'It is not followed any more, and its comments are not read.',
    comment: silent('the person said it'),
  },
  21: {
    from: ['any open'],
    trigger: 'the domain left the configuration',
    guard: 'the run covers the whole configuration (`full-run`), and most of its domains could be decided',
    to: ['untracked'],
    effect: 'The issue is closed as not planned. It is reopened when the domain comes back with plaintext.',
    comment: told('why it is closed'),
  },
  22: {
    from: ['any'],
    trigger: 'the issue was deleted or moved away',
    to: ['open'],
    effect: 'Nothing remembers it. A new one is opened when plaintext is found, and only then.',
    comment: silent('opening notifies'),
  },
  23: {
    from: ['any open'],
    trigger: 'there are two open issues of the same domain',
    to: ['untracked'],
    effect:
      'The lowest number goes on with what was said and is known in either; the others are closed as duplicates after that.',
    comment: told('one line, on those that are closed'),
  },
  24: {
    from: ['any open'],
    trigger: 'other things are found than people were told last',
    guard: 'in two runs in a row, once a week at most, and not while it is promised or waived',
    to: [],
    effect: 'The description has what was found in the last run that could tell.',
    comment: told('what is in order now and what is new, together with what else is said that day'),
  },
  25: {
    from: ['any', 'fixed'],
    trigger: 'an endpoint that offered STARTTLS does not any more',
    guard: 'plaintext in this run; once for each endpoint',
    to: [],
    effect: 'The description and the story say so.',
    comment: {
      is: 'sometimes',
      about: 'that the operator withdrew it, or that somebody strips it on the way; none while it is waived',
    },
  },
  26: {
    from: ['any open'],
    trigger: '`promise:` or `contacted:` was taken out of the configuration',
    guard: 'it was taken over from there',
    to: ['open', 'regressed', 'acknowledged', 'waived'],
    effect: 'The case goes on as if it had not been said; a date that was missed stays counted.',
    comment: silent('the story says it'),
  },
  27: {
    from: ['fixed'],
    trigger: 'plaintext is found again',
    guard: 'a waiver from before the repair still runs',
    to: ['waived'],
    effect: 'The issue stays closed until the waiver ends.',
    comment: silent('it is left alone, as was said'),
  },
  28: {
    from: ['any open'],
    trigger: 'the hidden line of the issue was edited and cannot be read',
    guard: 'the domain can be told from what is left of it or from the title, and the verdict is conclusive',
    to: ['open', 'acknowledged', 'promised', 'overdue', 'verifying', 'fixed'],
    effect: 'No other issue is opened. The case begins anew in the same one.',
    comment: told('that what was promised or waived is forgotten'),
  },
  29: {
    from: ['any open'],
    trigger: 'a bot closes the issue, and plaintext is found',
    guard: 'the forge says who closed it, and it is not locked',
    to: ['open', 'acknowledged', 'promised', 'overdue', 'regressed'],
    effect: 'It is reopened at once, and goes on where it was: a bot decides nothing.',
    comment: told('that it is open again, and how a stale bot is kept away'),
  },
  30: {
    from: ['fixed'],
    trigger: 'a person reopens the issue and says `/xmpp retest`, and the domain is secure, or declared absent',
    guard: 'where it is inconclusive, that is answered, and the issue stays open',
    to: ['fixed'],
    effect: 'The issue is closed again.',
    comment: told('what was found'),
  },
} as const satisfies Readonly<Record<number, Transition>>;

export type TransitionNumber = keyof typeof TRANSITIONS;
