import type { CaseWaiver, RepairPromise } from '../model/case.js';
import { inertCode, inertMarkdown } from '../model/inert.js';
import type { VerdictName } from '../model/verdict.js';
import type { MaintenanceSign } from './maintenance.js';
import { addDays, dateOf, daysBetween, daysInWords, momentInWords } from './moments.js';
import { USAGE } from './words.js';

/** What is said in answer to people, or because of what they said. */
export type DialogueOccasion =
  | { readonly kind: 'promised'; readonly promise: RepairPromise; readonly slips: number }
  | { readonly kind: 'maintained'; readonly promise: RepairPromise; readonly sign: MaintenanceSign }
  | { readonly kind: 'overdue'; readonly promise: RepairPromise }
  | { readonly kind: 'reminder'; readonly promise: RepairPromise | undefined; readonly since: string }
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

const LETTER = 'A letter to the operator, ready to send, is in the description.';
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
      return `${missed(occasion.promise)} ${domain} ${STILL} (looked at on ${momentInWords(now)}). A new date is welcome: \`/xmpp promise\` and the date. ${LETTER}${calling(context)}`;
    case 'reminder':
      return `A friendly reminder: ${domain} ${STILL}, ${daysInWords(daysBetween(occasion.since, now))} after ${occasion.promise?.event === undefined ? 'the promised date had passed' : 'the promised maintenance'}. ${LETTER}${calling(context)}`;
    case 'silence':
      return `Nobody has answered here for ${daysInWords(daysBetween(occasion.since, now))}, and ${domain} ${STILL}. Perhaps the first message got lost: the letter in the description is there to be sent again.${calling(context)}`;
    case 'waived': {
      const { until, reason } = occasion.waiver;
      return `${domain} is left alone until ${until}, because: ${inertMarkdown(reason, 200)}. \`/xmpp unwaive\` ends that earlier.`;
    }
    case 'waiver-over':
      return `The waiver ${occasion.until === undefined ? 'was ended' : `ended on ${occasion.until}`}, and ${domain} ${STILL}: it counts again.`;
    case 'claimed':
      return `Re-tested: still plaintext. This issue was closed as completed, and ${domain} ${STILL} in two runs since, the last on ${momentInWords(now)}; so it is open again. If it shall rest, close it as not planned, or say until when: \`/xmpp waive until ${addDays(now, 90)} because ...\`.`;
    case 'unreachable':
      return `Nothing of ${domain} could be reached since ${dateOf(occasion.since)} or a few days later, so nobody can tell whether it was repaired. Nothing is closed because of that. If the service was given up, remove it from the configuration.`;
    case 'retested':
      return renderRetested(occasion, domain, context);
    case 'mistaken':
      return renderMistakes(occasion.problems);
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
      ? `the repair of ${domain} is promised for ${due}. It is quiet here until then.`
      : `the repair of ${domain} is promised for the next maintenance. It is quiet here until one is noticed, or until ${due}.`;
  const again = slips === 0 ? '' : ` An earlier promise was missed; that makes ${slips === 1 ? 'one' : slips}.`;
  return `Noted from ${inertCode(by, 60)}: ${what}${again}`;
}

function missed({ due, event, on }: RepairPromise): string {
  return event === undefined
    ? `The promised date, ${due}, has passed.`
    : `No maintenance was noticed by ${due}, which was promised on ${on}.`;
}

function renderRetested(
  { verdict, streak, isSoon }: Extract<DialogueOccasion, { kind: 'retested' }>,
  domain: string,
  { now, closeAfter }: DialogueContext,
): string {
  const counted = `${streak} of ${closeAfter} times in a row${isSoon ? '; this look came too soon after the last one to count as well' : ''}`;
  const found: Readonly<Record<VerdictName, string>> = {
    plaintext: `${domain} ${STILL}. The description above is up to date`,
    secure: `every endpoint of ${domain} asked for TLS, ${counted}`,
    'not-offered': `${domain} is declared absent in the DNS, ${counted}`,
    inconclusive: `it could not be told for ${domain}, because something could not be reached`,
  };
  return `Re-tested on ${momentInWords(now)}: ${found[verdict]}.`;
}

function renderMistakes(problems: readonly string[]): string {
  const shown = problems.slice(0, LISTED_PROBLEMS).map((problem) => `- ${inertMarkdown(problem, 160)}`);
  const usage = USAGE.map((line) => `\`${line}\``).join(', ');
  return [`That was not understood:`, shown.join('\n'), `One command stands on a line of its own: ${usage}.`].join(
    '\n\n',
  );
}

/** The only place where people are called by name: when something is overdue, or nobody answers. */
function calling({ assignees }: DialogueContext): string {
  return assignees.length === 0 ? '' : ` ${assignees.map((login) => `@${login}`).join(' ')}`;
}
