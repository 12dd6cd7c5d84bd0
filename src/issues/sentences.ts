import type { CaseState } from '../model/case.js';
import { inertCode, inertMarkdown } from '../model/inert.js';
import type { TargetReport } from '../model/report.js';
import { type Language, SERVICES, type Service } from '../model/target.js';
import type { Proof } from '../model/verdict.js';
import type { Advice } from '../model/remediation.js';
import { placesInWords, withdrawnOffers } from './starttls-offers.js';

/** Everything our section of an issue is written from. */
export interface SectionContext {
  readonly state: Omit<CaseState, 'evidence'>;
  readonly target: TargetReport;
  readonly advice: Advice;
  readonly closeAfter: number;
  readonly reopenDays: number;
  /** Whether people can say why they close the issue; absent: they can. */
  readonly closeReasons?: boolean;
  /** `from` of s2s streams in the commands to paste. */
  readonly s2sFrom: string;
  /** Language of the letter, where the target names none; English where absent. */
  readonly language?: Language;
  readonly now: string;
  readonly runUrl?: string;
}

/** What plaintext means for the people who use the service, by how it was shown. */
const MEANING: Readonly<Record<Service, Readonly<Record<Proof, string>>>> = {
  c2s: {
    behaviour: 'clients are served without TLS (c2s, seen by trying)',
    advertised: 'clients are offered a login without TLS (c2s)',
    none: 'clients may log in without TLS (c2s)',
  },
  s2s: {
    behaviour: 'other servers are served without TLS (s2s, seen by trying)',
    advertised: 'other servers are offered to go on without TLS (s2s)',
    none: 'other servers may connect without TLS (s2s)',
  },
};

/** The first words of the section: how things stand. */
export function renderVerdict(context: SectionContext): string {
  const { state, target, closeAfter } = context;
  const domain = nameOf(context);
  const retired = target.verdict === 'not-offered';
  const looked = retired ? 'the service was not offered to the outside' : 'every endpoint asked for TLS';
  switch (state.phase) {
    case 'verifying':
      return `**${domain} looks repaired.** In the last run ${looked} (${state.streak} of ${closeAfter} in a row). Thank you!`;
    case 'fixed':
    case 'untracked':
      return `**${domain} is repaired.** In ${runsInWords(closeAfter)} ${looked}. Thank you!`;
    default:
      return [renderAccusation(context), renderStanding(context)].filter((part) => part !== '').join('\n\n');
  }
}

/** What people said about it, as it stands. */
function renderStanding({ state }: SectionContext): string {
  const { promise, waiver, acknowledgedBy } = state;
  const promised = promise && (promise.event === undefined ? promise.due : `the next maintenance (by ${promise.due})`);
  const by = promise && `by ${inertCode(promise.by, 60)} on ${promise.on}`;
  switch (state.phase) {
    case 'acknowledged':
      return `**Acknowledged** by ${inertCode(acknowledgedBy ?? '', 60)}.`;
    case 'promised':
      return `**Promised** for ${promised}, ${by}. It is quiet here until then.`;
    case 'overdue':
      return `**Overdue**: the repair was promised for ${promised}, ${by}.`;
    case 'waived':
      return `**Left alone until ${waiver?.until}**, because: ${inertMarkdown(waiver?.reason ?? '', 200)}.`;
    default:
      return '';
  }
}

/** The story of the case, oldest first; empty while there is nothing but its beginning. */
export function renderStory({ state: { history = [] } }: SectionContext): string {
  if (history.length < 2) return '';
  return history.map(({ on, what }) => `- ${on}: ${inertMarkdown(what, 120)}`).join('\n');
}

function renderAccusation(context: SectionContext): string {
  const { state, target } = context;
  const open = SERVICES.filter((service) => target.services[service]?.verdict === 'plaintext');
  const meanings = open.map((service) => MEANING[service][target.services[service]?.proof ?? 'none']);
  const withdrawn = withdrawnOffers(state, target);
  const passwords = open.includes('c2s') ? ', passwords included' : '';
  return [
    `A regular check found that **${nameOf(context)} can be used without TLS**${meanings.length > 0 ? ': ' : ''}${meanings.join(', and ')}.`,
    `What goes over such a connection can be read and changed on its way${passwords}.`,
    ...(withdrawn.length === 0
      ? []
      : [
          `STARTTLS was offered before at ${inertCode(placesInWords(withdrawn), 160)} and is not any more: the operator withdrew it, or somebody strips it on the way.`,
        ]),
    ...(target.componentOf === undefined ? [] : [`It is a component of ${inertCode(target.componentOf, 253)}.`]),
    ...(state.continues === undefined ? [] : [`An earlier episode was #${state.continues}.`]),
    ...(state.regressions === 0 ? [] : [`It came back after a repair ${times(state.regressions)}.`]),
    'The remedy is usually a single setting; it is named below. Thank you for running an XMPP service!',
  ].join(' ');
}

/** How the issue goes on without anybody doing anything, and what people can do. */
export function renderProspect(context: SectionContext): string {
  const { state, target, closeAfter, reopenDays } = context;
  const back = `If plaintext comes back within ${reopenDays} days, it is reopened.`;
  const contact = [
    ...(target.contact === undefined ? [] : [`Contact on file: ${contactInWords(target.contact)}.`]),
    ...(target.note === undefined ? [] : [`Note on file: ${inertMarkdown(target.note, 500)}`]),
  ].join(' ');
  const byClosing =
    context.closeReasons === false ? '' : ', or close the issue as not planned, which counts for 90 days';
  if (state.phase === 'fixed') return `Nothing more to do. ${back}`;
  if (state.phase === 'verifying')
    return `This issue closes by itself after ${runsInWords(closeAfter)} like that. ${back}`;
  return [
    [
      '- Nothing needs to be done here. Every run looks again and keeps this text up to date;',
      `after ${runsInWords(closeAfter)} in which every endpoint asks for TLS, the issue closes by itself. ${back}`,
    ].join(' '),
    target.waived
      ? '- A waiver covers what was found until the date in the table; until then no run fails because of it.'
      : '- If it cannot be changed for now, put a `waive` with a date and a reason on the domain in the configuration of the check.',
    '- Say how it goes in a comment, on a line of its own: `/xmpp ack`, `/xmpp promise 2026-12-01`, `/xmpp promise next-maintenance`, or `/xmpp retest`. Who may write or triage here is heard.',
    `- If it shall be left alone, say until when and why (\`/xmpp waive until 2027-01-31 because ...\`)${byClosing}.`,
    ...(contact ? [`- ${contact}`] : []),
  ].join('\n');
}

function nameOf({ target: { domain, unicodeDomain } }: SectionContext): string {
  return domain === unicodeDomain
    ? inertCode(domain, 253)
    : `${inertCode(domain, 253)} (${inertCode(unicodeDomain, 253)})`;
}

/** `1 run`, `2 runs in a row`. */
function runsInWords(count: number): string {
  return count === 1 ? '1 run' : `${count} runs in a row`;
}

/** An address that a person may want to copy stays as it is: `@` after a letter mentions nobody. */
function contactInWords(contact: string): string {
  return /^[\w.+:-]+@[\w.-]+$/u.test(contact) ? `\`${contact}\`` : inertCode(contact, 200);
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
