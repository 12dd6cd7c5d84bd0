import type { TrackingOptions } from '../model/config.js';
import type { Language } from '../model/target.js';
import type { Input } from './inputs.js';
import { listOf, oneOf, reminderDays, text, wholeNumber, yesOrNo } from './kinds.js';
import { readAssignee, readLabel, readLabelPrefix, readPath, readToken } from './readers.js';

const MANAGE_WORDS: Readonly<Record<'auto' | 'true' | 'false', TrackingOptions['manageIssues']>> = {
  auto: 'auto',
  true: 'always',
  false: 'never',
};

const LANGUAGE_WORDS: Readonly<Record<Language, Language>> = { en: 'en', de: 'de', fr: 'fr', es: 'es', ja: 'ja' };

/** Settings about issues; part of the one table in inputs.ts. */
export const TRACKING_INPUTS = {
  'manage-issues': {
    kind: oneOf(MANAGE_WORDS),
    description:
      'Whether to open, update and close issues. "auto" does so on schedules, and on manual runs, pushes and issue comments of the default branch; never on pull requests.',
    default: 'auto',
    inFile: true,
  },
  'dry-run': {
    kind: yesOrNo(),
    description: 'Check, print what would be done about issues, and change nothing.',
    default: 'false',
    inFile: false,
    flag: '--dry-run',
  },
  token: {
    kind: text(readToken),
    description:
      'Token for the issues ("permissions: issues: write") and for reading the configuration before a change ("contents: read").',
    runnerDefault: '${{ github.token }}',
    inFile: false,
  },
  'label-prefix': {
    kind: text(readLabelPrefix),
    description: 'Name of the label that marks our issues, and beginning of the other labels we set.',
    default: 'xmpp-tls',
    inFile: true,
  },
  labels: {
    kind: listOf(readLabel, 20),
    description: 'More labels for new issues, separated by commas or line ends.',
    inFile: true,
  },
  assignees: {
    kind: listOf(readAssignee, 10),
    description: 'Users to assign to new issues, separated by commas or line ends; at most 10.',
    inFile: true,
  },
  'open-after': {
    kind: wholeNumber(1, 30),
    description:
      'Consecutive plaintext runs after which an issue is opened. With more than 1, one more issue remembers what is waited for.',
    default: '1',
    inFile: true,
    flag: '--open-after RUNS',
  },
  'close-after': {
    kind: wholeNumber(1, 100),
    description: 'Consecutive secure runs after which an issue is closed.',
    default: '2',
    inFile: true,
    flag: '--close-after RUNS',
  },
  'close-after-hours': {
    kind: wholeNumber(0, 168),
    description:
      'Hours that lie between two secure runs that both count towards close-after: two runs right after each other count as one.',
    default: '1',
    commandLineDefault: '0',
    defaultNote: '1; 0 on the command line',
    inFile: true,
    flag: '--close-after-hours HOURS',
  },
  'reopen-days': {
    kind: wholeNumber(0, 3650),
    description:
      'A domain that falls back within so many days gets its old issue reopened; later it gets a new one that names the old.',
    default: '90',
    inFile: true,
    flag: '--reopen-days DAYS',
  },
  'max-issue-writes': {
    kind: wholeNumber(1, 1000),
    description:
      'Writes to issues in one run at most, comments and reactions among them. New issues come first, then news, then refreshed texts; the rest is postponed.',
    default: '40',
    inFile: true,
    flag: '--max-issue-writes N',
  },
  'max-issue-opens': {
    kind: wholeNumber(0, 1000),
    description: 'New issues in one run at most; the rest is postponed to the next run.',
    default: '40',
    inFile: true,
    flag: '--max-issue-opens N',
  },
  'max-inconclusive': {
    kind: wholeNumber(0, 100),
    description:
      'If more domains than this percentage are inconclusive, nothing is closed as fixed. Applies from four domains up.',
    default: '50',
    inFile: true,
    flag: '--max-inconclusive PERCENT',
  },
  'grace-days': {
    kind: wholeNumber(0, 60),
    description: 'Days after a promised date before it counts as overdue.',
    default: '1',
    inFile: true,
    flag: '--grace-days DAYS',
  },
  'remind-days': {
    kind: reminderDays,
    description:
      'Days after a missed date on which an issue reminds of it; the last number is the time between all that follow, six at most. "none": never.',
    default: '7,14,28,30',
    inFile: true,
    flag: '--remind-days LIST',
  },
  'silence-days': {
    kind: wholeNumber(0, 365),
    description:
      'Days without an answer, counted from the contact, after which an issue suggests to write to the operator again; 0: never.',
    default: '0',
    inFile: true,
    flag: '--silence-days DAYS',
  },
  'refresh-days': {
    kind: wholeNumber(0, 365),
    description:
      'Days after which the description of an open issue is written anew although nothing changed, with the date of the last look; 0: never.',
    default: '0',
    inFile: true,
    flag: '--refresh-days DAYS',
  },
  'skip-weekends': {
    kind: yesOrNo(),
    description: 'Whether reminders keep off Saturdays and Sundays (UTC).',
    default: 'false',
    inFile: true,
    flag: '--skip-weekends',
  },
  language: {
    kind: oneOf(LANGUAGE_WORDS),
    description:
      'Language of the letters to operators that issues offer: en, de, fr, es or ja. A domain that names its own keeps it. Absent: one that the security.txt of the domain prefers, or else English.',
    inFile: true,
    flag: '--language NAME',
  },
  campaign: {
    kind: yesOrNo(),
    description:
      'Keep one more issue with an overview: open domains, the longest first, repaired ones, the fastest first, and promises. On GitHub the issues of the domains are put below it.',
    default: 'false',
    inFile: true,
    flag: '--campaign',
  },
  'full-run': {
    kind: yesOrNo(),
    description:
      'Whether this run covers all domains. If true, issues of domains no longer listed are closed as not planned. Set false when several jobs share the list.',
    default: 'true',
    defaultNote:
      'true; false in a matrix, with only, with hosts in a manual run, and when the command line names domains, a hosts file, services or a shard',
    commandLineNote: 'true; false with only, and when domains, a hosts file, services or a shard are named',
    runnerDefault: "${{ strategy.job-total > 1 && 'false' || 'true' }}",
    inFile: false,
    flag: '--full-run',
  },
  'issues-dir': {
    kind: text(readPath),
    description: 'Keep the issues as Markdown files in this folder instead of on the forge.',
    inFile: true,
    flag: '--issues-dir DIR',
  },
} satisfies Record<string, Input<unknown>>;
