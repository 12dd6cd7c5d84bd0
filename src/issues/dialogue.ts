import type { CaseWaiver, RepairPromise } from '../model/case.js';
import { inertMarkdown } from '../model/inert.js';
import type { VerdictName } from '../model/verdict.js';
import type { MaintenanceSign } from './maintenance.js';
import { dateOf, daysBetween, daysInWords, momentInWords } from './moments.js';
import { byWhom } from './sentences.js';
import { usage } from './words.js';

/** What is said in answer to people, or because of what they said. */
export type DialogueOccasion =
  | { readonly kind: 'promised'; readonly promise: RepairPromise; readonly slips: number }
  | { readonly kind: 'maintained'; readonly promise: RepairPromise; readonly sign: MaintenanceSign }
  | { readonly kind: 'overdue'; readonly promise: RepairPromise }
  /** `noticed`: the maintenance that was promised was seen, and is why it is overdue. */
  | {
      readonly kind: 'reminder';
      readonly promise: RepairPromise | undefined;
      readonly since: string;
      readonly noticed: boolean;
    }
  | { readonly kind: 'silence'; readonly since: string }
  | { readonly kind: 'waived'; readonly waiver: CaseWaiver }
  | { readonly kind: 'waiver-over'; readonly until: string | undefined }
  | { readonly kind: 'claimed' }
  | { readonly kind: 'unreachable'; readonly since: string }
  /** `isSoon`: it is too early for this look to count beside the last one. */
  | {
      readonly kind: 'retested';
      readonly verdict: VerdictName;
      readonly streak: number;
      readonly isSoon: boolean;
    }
  | { readonly kind: 'mistaken'; readonly problems: readonly string[] };

interface DialogueContext {
  readonly now: string;
  readonly closeAfter: number;
  readonly assignees: readonly string[];
}

const LETTER = 'A draft message to the operator is in the description.';
const STILL = 'can still be used without TLS';
const LISTED_PROBLEMS = 3;

/** The words for one occasion; `domain` is Markdown. */
export function renderDialogue(occasion: DialogueOccasion, domain: string, context: DialogueContext): string {
  const { now } = context;
  switch (occasion.kind) {
    case 'promised':
      return renderPromised(occasion, domain);
    case 'maintained':
      return `${SIGNS[occasion.sign]} That looks like the maintenance that was promised on ${occasion.promise.on}, and ${domain} ${STILL}. ${LETTER}${calling(context)}`;
    case 'overdue':
      return `${missed(occasion.promise)} ${domain} ${STILL} (checked on ${momentInWords(now)}). A new date is welcome: \`${usage(now).promise}\`, with the date you choose. ${LETTER}${calling(context)}`;
    case 'reminder':
      return `A friendly reminder: ${domain} ${STILL}, ${lateness(occasion, now)}. ${LETTER}${calling(context)}`;
    case 'silence':
      return `Nobody has answered here for ${daysInWords(daysBetween(occasion.since, now))}, and ${domain} ${STILL}. Perhaps the first message got lost: the draft in the description can be sent again.${calling(context)}`;
    case 'waived': {
      const { until, reason } = occasion.waiver;
      return `${domain} is waived until ${until}: ${inertMarkdown(reason, 200)}\n\n\`/xmpp unwaive\` ends that earlier.`;
    }
    case 'waiver-over':
      return `The waiver ${occasion.until === undefined ? 'was ended' : `ended on ${occasion.until}`}, and ${domain} ${STILL}: it counts again.`;
    case 'claimed':
      return `Re-tested: still plaintext. This issue was closed as completed, and ${domain} ${STILL} in two runs since, the last on ${momentInWords(now)}; so it is open again. To leave it unfixed, close it as not planned, or say until when: \`${usage(now).waive}\`.`;
    case 'unreachable':
      return `Nothing of ${domain} could be reached since ${dateOf(occasion.since)}, so nobody can tell whether it was fixed. Nothing is closed because of that. If the service was given up, remove it from the configuration.`;
    case 'retested':
      return renderRetested(occasion, domain, context);
    case 'mistaken':
      return renderMistakes(occasion.problems, now);
  }
}

const SIGNS: Readonly<Record<MaintenanceSign, string>> = {
  outage: 'The service was away and is back.',
  change: 'The service shows another certificate or other stream features than before.',
};

function renderPromised(
  { promise: { due, event, by }, slips }: Extract<DialogueOccasion, { kind: 'promised' }>,
  domain: string,
) {
  const what =
    event === undefined
      ? `the fix of ${domain} is promised for ${due}. No reminders until then.`
      : `the fix of ${domain} is promised for the next maintenance. No reminders until one is noticed, or until ${due}.`;
  const again = slips === 0 ? '' : ` (Missed promises so far: ${slips}.)`;
  return `${by.includes(' ') ? 'Noted' : 'Thanks, noted'} from ${byWhom(by)}: ${what}${again}`;
}

function missed({ due, event, on }: RepairPromise): string {
  return event === undefined
    ? `The promised date, ${due}, has passed.`
    : `No maintenance was noticed by ${due}, which was promised on ${on}.`;
}

/** Counted from the date that people know, and not from the run that found it missed. */
function lateness({ promise, since, noticed }: Extract<DialogueOccasion, { kind: 'reminder' }>, now: string): string {
  const daysAfter = (start: string): string => `${daysInWords(daysBetween(start, now))} after`;
  if (promise === undefined) return `${daysAfter(since)} the promised date had passed`;
  if (promise.event === undefined) return `${daysAfter(promise.due)} the promised date`;
  return `${daysAfter(since)} ${noticed ? 'the promised maintenance' : 'the time for the promised maintenance was over'}`;
}

function renderRetested(
  { verdict, streak, isSoon }: Extract<DialogueOccasion, { kind: 'retested' }>,
  domain: string,
  { now, closeAfter }: DialogueContext,
): string {
  const counted = `${streak} of ${closeAfter} times in a row${isSoon ? '; this look came too soon after the last one to count as well' : ''}`;
  const found: Readonly<Record<VerdictName, string>> = {
    plaintext: `${domain} ${STILL}. The description above is up to date`,
    secure: `every endpoint of ${domain} required TLS, ${counted}`,
    'not-offered': `${domain} is declared absent in the DNS, ${counted}`,
    inconclusive: `inconclusive: not everything about ${domain} could be seen`,
  };
  return `Re-tested on ${momentInWords(now)}: ${found[verdict]}.`;
}

function renderMistakes(problems: readonly string[], now: string): string {
  const shown = problems.slice(0, LISTED_PROBLEMS).map((problem) => `- ${inertMarkdown(problem, 160)}`);
  const commands = Object.values(usage(now)).map((line) => `\`${line}\``);
  return [
    problems.length === 1 ? 'This command could not be carried out:' : 'These commands could not be carried out:',
    shown.join('\n'),
    `Put each command on its own line. Available: ${commands.join(', ')}.`,
  ].join('\n\n');
}

/** The only place where people are called by name: when something is overdue, or nobody answers. */
function calling({ assignees }: DialogueContext): string {
  return assignees.length === 0 ? '' : ` ${assignees.map((login) => `@${login}`).join(' ')}`;
}
