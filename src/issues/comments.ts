import { type PendingComment, commentMarker } from '../model/case.js';
import { inertCode, inertMarkdown } from '../model/inert.js';
import type { Advice } from '../model/remediation.js';
import type { EndpointReport } from '../model/report.js';
import { digest } from './digest.js';
import { type DialogueOccasion, renderDialogue } from './dialogue.js';
import { type FindingChanges, describeKey } from './findings.js';
import { asciiJson } from './marker.js';
import { daysInWords, momentInWords } from './moments.js';
import { placesInWords } from './starttls-offers.js';
import { usage } from './words.js';

/** Why a comment is written; each is written once per occasion, so that people can rely on being told and not nagged. */
export type Occasion =
  | DialogueOccasion
  | { readonly kind: 'changed'; readonly changes: FindingChanges }
  | { readonly kind: 'regressed'; readonly fixedAt: string | undefined }
  /** `duplicateOf`: the issue in which it was followed instead, and which is gone. */
  | { readonly kind: 'returned'; readonly duplicateOf?: number }
  | { readonly kind: 'withdrawn'; readonly endpoints: readonly EndpointReport[] }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'closed-by-bot' }
  | { readonly kind: 'still-fixed'; readonly retired: boolean }
  | {
      readonly kind: 'fixed';
      /** From the beginning of this episode to the first of the runs that found it repaired. */
      readonly days: number;
      readonly streak: number;
      readonly regressions: number;
      /** Whether nobody looked at it for a time, and the days are counted from its return. */
      readonly hasReturned: boolean;
      readonly promises: number;
      readonly slips: number;
      readonly retired: boolean;
    }
  | { readonly kind: 'removed' }
  | { readonly kind: 'duplicate'; readonly of: number };

export interface CommentContext {
  readonly domain: string;
  readonly issue: number;
  /** The hidden line of the issue as the comment was decided on: two runs that see the same make one comment. */
  readonly before: string;
  readonly now: string;
  readonly reopenDays: number;
  readonly closeAfter: number;
  /** The label by which a bot can be told to spare our issues. */
  readonly labelPrefix: string;
  /** Logins that are called when something is overdue. */
  readonly assignees: readonly string[];
  readonly advice: Advice;
}

/** Changes listed one by one in a comment; it has to fit the marker while it is pending. */
const LISTED_CHANGES = 5;
const COMMENT_LENGTH = 2500;

/** The comment for what there is to tell, with the id by which it is found again: decided from the same state it is the same. */
export function writeComment(occasions: readonly [Occasion, ...Occasion[]], context: CommentContext): PendingComment {
  const id = `${occasions[0].kind}-${digest(`${context.domain} ${context.issue} ${context.before}`)}`;
  const [first, ...others] = occasions.map((occasion) => renderOccasion(occasion, context));
  const said = others.reduce((text, more) => (fits(`${text}${more}`) ? `${text}\n\n${more}` : text), first ?? '');
  return { id, body: `${said}\n\n${commentMarker(id)}` };
}

/** A comment has to fit the marker, where it stands until it is posted. */
const fits = (text: string): boolean => asciiJson(text).length <= COMMENT_LENGTH;

function renderOccasion(occasion: Occasion, context: CommentContext): string {
  const domain = inertCode(context.domain, 253);
  switch (occasion.kind) {
    case 'changed':
      return renderChanges(occasion.changes, context.advice);
    case 'regressed': {
      const since = occasion.fixedAt === undefined ? '' : ` It was fixed on ${momentInWords(occasion.fixedAt)}.`;
      return `Plaintext is back on ${domain}: the run of ${momentInWords(context.now)} found connections without TLS again.${since} An update or a restored configuration is the usual reason; the description above is up to date.`;
    }
    case 'returned':
      return occasion.duplicateOf === undefined
        ? `${domain} is in the configuration again and can still be used without TLS, so this issue is open again. The description above is up to date.`
        : `${domain} was followed in #${occasion.duplicateOf}, which is gone. It can still be used without TLS, so this issue is open again. The description above is up to date.`;
    case 'withdrawn':
      return renderWithdrawn(occasion.endpoints, domain);
    case 'damaged':
      return `The hidden line of this issue was edited and cannot be read any more. The case of ${domain} begins anew: what was promised or waived here before is forgotten, so please say it again.`;
    case 'closed-by-bot':
      return `A bot closed this issue, but ${domain} can still be used without TLS (checked on ${momentInWords(context.now)}), so it is open again. To keep a stale bot away, exempt the label ${inertCode(context.labelPrefix, 60)} in its settings. People can close it as not planned, and say until when it is left alone: \`${usage(context.now).waive}\`.`;
    case 'still-fixed': {
      const found = occasion.retired
        ? `${domain} is declared absent in the DNS`
        : `every endpoint of ${domain} required TLS`;
      return `Re-tested on ${momentInWords(context.now)}: ${found}, so this issue is closed again. It is reopened by itself when plaintext is found.`;
    }
    case 'fixed':
      return renderThanks(occasion, domain, context);
    case 'removed':
      return `${domain} is no longer in the configuration, so it is not checked any more. This says nothing about whether it was fixed. If it returns and can still be used without TLS, this issue is reopened.`;
    case 'duplicate':
      return `${domain} is followed in #${occasion.of}.`;
    default:
      return renderDialogue(occasion, domain, context);
  }
}

function renderThanks(
  { days, streak, regressions, hasReturned, promises, slips, retired }: Extract<Occasion, { kind: 'fixed' }>,
  domain: string,
  { reopenDays }: CommentContext,
): string {
  const runs = streak === 1 ? 'In the last run' : `In ${streak} runs in a row`;
  const what = retired
    ? `${runs} ${domain} was not offered to the outside, so there is no way in without TLS.`
    : `${runs} every endpoint of ${domain} required TLS.`;
  const start = hasReturned ? 'day it was checked again' : regressions === 0 ? 'first report' : 'day it came back';
  const relapses =
    regressions === 0 ? '' : `, and plaintext had come back ${regressions === 1 ? 'once' : `${regressions} times`}`;
  return [
    '**Thank you!**',
    what,
    `It took ${daysInWords(days)} from the ${start}${promisesInWords(promises, slips)}${relapses}.`,
    `If plaintext returns within ${reopenDays} days, this issue is reopened by itself; there is nothing more to do.`,
  ].join(' ');
}

/** `, with 2 promised dates, 1 of them missed`. */
function promisesInWords(promises: number, slips: number): string {
  if (promises === 0) return '';
  if (promises === 1) return `, with 1 promised date${slips === 0 ? '' : ', which was missed'}`;
  return `, with ${promises} promised dates${slips === 0 ? '' : `, ${slips} of them missed`}`;
}

/** Where it stopped being offered, and the two ways in which that happens. */
function renderWithdrawn(endpoints: readonly EndpointReport[], domain: string): string {
  const places = inertCode(placesInWords(endpoints), 160);
  return `STARTTLS was offered by ${domain} at ${places} before, and is not any more. Either the operator withdrew it, which also happens when a certificate is missing, or somebody strips it on the way between the server and this check.`;
}

function renderChanges({ gone, fresh }: FindingChanges, advice: Advice): string {
  const line = (words: string) => (key: string) => {
    const { check, endpoint } = describeKey(key);
    return `- ${words}: ${inertCode(endpoint, 120)} (${inertMarkdown(advice.check(check)?.title ?? check, 120)})`;
  };
  const lines = [...gone.map(line('fixed')), ...fresh.map(line('new problem'))];
  const left = lines.length - LISTED_CHANGES;
  return [
    fresh.length === 0 ? 'Something was fixed, thank you!' : 'What was found has changed:',
    [...lines.slice(0, LISTED_CHANGES), ...(left > 0 ? [`- and ${left} more`] : [])].join('\n'),
    'The description above is up to date.',
  ].join('\n\n');
}
