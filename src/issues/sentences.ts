import type { CaseState } from '../model/case.js';
import { inertCode, inertMarkdown } from '../model/inert.js';
import type { Advice } from '../model/remediation.js';
import type { TargetReport } from '../model/report.js';
import { type Language, SERVICES, type Service } from '../model/target.js';
import type { Proof } from '../model/verdict.js';
import { isDate, momentInWords } from './moments.js';
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
  /** Language of the letter, where the target names none. */
  readonly language?: Language;
  readonly now: string;
  readonly runUrl?: string;
  /** Address of the issue; a new one has none yet. */
  readonly issueUrl?: string;
}

/** What plaintext means for the people who use the service, by how it was shown. */
const MEANING: Readonly<Record<Service, Readonly<Record<Proof, string>>>> = {
  c2s: {
    behaviour: 'accepts client connections without TLS (c2s, seen by trying)',
    advertised: 'offers clients a login without TLS (c2s)',
    none: 'may accept client connections without TLS (c2s)',
  },
  s2s: {
    behaviour: 'accepts connections from other servers without TLS (s2s, seen by trying)',
    advertised: 'offers other servers connections without TLS (s2s)',
    none: 'may accept connections from other servers without TLS (s2s)',
  },
};

/** The first words of the section: how things stand, and what is the matter. */
export function renderVerdict(context: SectionContext): string {
  const { state, target, closeAfter } = context;
  const domain = nameOf(context);
  const retired = target.verdict === 'not-offered';
  const looked = retired ? 'the service was not offered to the outside' : 'every endpoint required TLS';
  switch (state.phase) {
    case 'verifying':
      return `**${domain} looks fixed.** In the last run ${looked} (${state.streak} of ${closeAfter} in a row). Thank you!`;
    case 'fixed':
      return `**${domain} is fixed.** In ${runsInWords(closeAfter)} ${looked}. Thank you!`;
    case 'untracked':
      return `**${domain} is not followed here any more.**`;
    default:
      return [renderStanding(context), renderAccusation(context)].filter((part) => part !== '').join('\n\n');
  }
}

/** Whether it counts, which comes first, and what people said about it. */
function renderStanding({ state, target }: SectionContext): string {
  const said = renderPhase(state);
  if (!target.waived) return said;
  if (state.phase === 'waived')
    return `${said}\n\nIt is waived in the configuration as well, until the date in the table.`;
  const waived = '**Waived** in the configuration, until the date in the table. Until then no run fails because of it.';
  return [waived, said].filter((part) => part !== '').join('\n\n');
}

/** What people said about it, as it stands, and what comes next. */
function renderPhase(state: SectionContext['state']): string {
  const { acknowledgedBy } = state;
  switch (state.phase) {
    case 'acknowledged':
      return `**Acknowledged** by ${byWhom(acknowledgedBy)}.`;
    case 'promised':
      return `**Promised**: ${promiseInWords(state)}.`;
    case 'overdue':
      return `**Overdue**: ${overdueInWords(state)}. A new date is welcome: comment \`/xmpp promise DATE\`.`;
    case 'waived':
      return `**Waived until ${dayOf(state.waiver?.until)}**: ${inertMarkdown(state.waiver?.reason ?? '', 200)}`;
    default:
      return '';
  }
}

function promiseInWords({ promise }: Pick<SectionContext['state'], 'promise'>): string {
  const by = `by ${byWhom(promise?.by)} on ${dayOf(promise?.on)}`;
  const due = dayOf(promise?.due);
  return promise?.event === undefined
    ? `a fix by **${due}**, ${by}. No reminders until then`
    : `a fix at the next maintenance, ${by}. No reminders until one is noticed, or until **${due}**`;
}

function overdueInWords({ promise, overdueSince, maintenanceAt }: SectionContext['state']): string {
  const since = `overdue since ${dayOf(overdueSince?.slice(0, 10))}`;
  if (promise === undefined) return since;
  const { due, event, by, on } = promise;
  const promised = `promised by ${byWhom(by)} on ${dayOf(on)}`;
  if (event === undefined) return `the fix was due on **${dayOf(due)}**, ${promised}`;
  return maintenanceAt !== undefined && maintenanceAt === overdueSince
    ? `the fix was ${promised} for the next maintenance, which seems to have taken place by ${dayOf(overdueSince.slice(0, 10))}`
    : `the fix was ${promised} for the next maintenance; none was noticed until **${dayOf(due)}**`;
}

/** A login, or what else spoke: `the configuration`, `a label`. No login has a blank. */
export function byWhom(by = 'somebody'): string {
  return by.includes(' ') ? inertMarkdown(by, 60) : inertCode(by, 60);
}

/** Dates of a state were read from an issue: whatever is none does not become text. */
const dayOf = (date = ''): string => (isDate(date) ? date : 'an unknown date');

/** The story of the case, oldest first; empty while there is nothing but its beginning. */
export function renderStory({ state: { history = [] } }: SectionContext): string {
  if (history.length < 2) return '';
  return history.map(({ on, what }) => `- ${dayOf(on)}: ${inertMarkdown(what, 120)}`).join('\n');
}

function renderAccusation(context: SectionContext): string {
  const { state, target } = context;
  const open = SERVICES.filter((service) => target.services[service]?.verdict === 'plaintext');
  const meanings = open.map((service) => MEANING[service][target.services[service]?.proof ?? 'none']);
  const passwords = open.includes('c2s') ? ', including passwords' : '';
  const withdrawn = withdrawnOffers(state, target);
  return [
    `A regular check found that **${nameOf(context)} can be used without TLS**${meanings.length > 0 ? ': it ' : ''}${meanings.join(', and ')}.`,
    `Anyone on the network path can read and change such connections${passwords}.`,
    ...(withdrawn.length === 0
      ? []
      : [
          `STARTTLS was offered before at ${inertCode(placesInWords(withdrawn), 160)} and is not any more: the operator withdrew it, or somebody strips it on the way.`,
        ]),
    ...(target.componentOf === undefined ? [] : [`It is a component of ${inertCode(target.componentOf, 253)}.`]),
    ...(state.continues === undefined ? [] : [`An earlier episode was #${state.continues}.`]),
    ...(state.regressions === 0 ? [] : [`It came back after a fix ${times(state.regressions)}.`]),
    'The fix is usually one setting, shown below. Thank you for running an XMPP service!',
  ].join(' ');
}

/** When plaintext was seen, and the run that says so. When it was seen last is not written down every night. */
export function renderTimes({ state, now, runUrl }: SectionContext): string {
  const run = runUrl === undefined ? '' : ` ([run](${runUrl}))`;
  const first = `Plaintext was first seen on ${momentInWords(state.firstSeenAt)}`;
  const checked = `Last checked on ${momentInWords(now)}${run}.`;
  if (state.phase === 'verifying' || state.phase === 'fixed') {
    const since = state.secureSince === undefined ? '' : `, and not any more since ${momentInWords(state.secureSince)}`;
    return `${first}${since}. ${checked}`;
  }
  const last =
    state.lastPlaintextAt === state.firstSeenAt ? '' : ` and last on ${momentInWords(state.lastPlaintextAt)}`;
  const seen = state.lastPlaintextAt === now ? `${first}${last}${run}.` : `${first}${last}. ${checked}`;
  return `${seen} Every run looks again; this text is written anew when something changes.`;
}

function nameOf({ target: { domain, unicodeDomain } }: SectionContext): string {
  return domain === unicodeDomain
    ? inertCode(domain, 253)
    : `${inertCode(domain, 253)} (${inertCode(unicodeDomain, 253)})`;
}

/** `1 run`, `2 runs in a row`. */
export function runsInWords(count: number): string {
  return count === 1 ? '1 run' : `${count} runs in a row`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
