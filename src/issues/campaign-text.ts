import type { CasePhase, CaseState } from '../model/case.js';
import { inertCode } from '../model/inert.js';
import { dateOf, daysBetween, daysInWords } from './moments.js';
import { episodeStart } from './phases.js';

/** One domain of the campaign; `issue` is missing until its issue has a number. */
export interface CampaignCase {
  readonly state: CaseState;
  readonly issue?: number;
}

/** Rows of either table, and characters of a domain in them: an issue holds 65,536. */
const MOST_ROWS = 150;
const DOMAIN_LENGTH = 100;

const STANDING: Readonly<Record<CasePhase, string>> = {
  open: 'not answered yet',
  acknowledged: 'being worked on',
  promised: 'promised',
  overdue: '**overdue**',
  verifying: 'looks fixed',
  fixed: 'fixed',
  regressed: '**came back**',
  waived: 'waived',
  untracked: 'not followed',
};

/** The overview as Markdown. Only dates, no ages: it stays the same until a case changes. The order does not matter. */
export function renderCampaign(cases: readonly CampaignCase[]): string {
  const sorted = [...cases].sort((a, b) => compare(a.state.domain, b.state.domain));
  const open = sorted.filter(({ state }) => state.phase !== 'fixed').sort((a, b) => compare(since(a), since(b)));
  const fixed = sorted.filter(({ state }) => state.phase === 'fixed').sort((a, b) => daysTaken(a) - daysTaken(b));
  return [
    `**Repaired: ${fixed.length} of ${countOf(cases.length, 'domain')}.**`,
    ...renderPromises(sorted),
    ...table(
      'Open, the longest first',
      ['Domain', 'Open since', 'How it stands', 'Promised for', 'Issue'],
      open,
      openRow,
    ),
    ...table('Repaired, the fastest first', ['Domain', 'Found', 'Repaired', 'It took', 'Issue'], fixed, fixedRow),
    'This page is written by the check itself whenever something changes. Close it to end it; every domain has an issue of its own.',
  ].join('\n\n');
}

/** A promise is kept when the repair is proven before its date was missed, and broken when that was missed first. */
function renderPromises(cases: readonly CampaignCase[]): string[] {
  const sum = (count: (state: CaseState) => number): number => cases.reduce((all, { state }) => all + count(state), 0);
  const kept = sum((state) => state.kept ?? 0);
  const broken = sum((state) => state.broken ?? 0);
  const running = sum(({ phase }) => (phase === 'promised' ? 1 : 0));
  return kept + broken + running === 0 ? [] : [`Promises: ${kept} kept, ${broken} broken, ${running} running.`];
}

function table(
  title: string,
  columns: readonly string[],
  cases: readonly CampaignCase[],
  row: (one: CampaignCase) => readonly string[],
): string[] {
  if (cases.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const left = cases.length - MOST_ROWS;
  const rows = cases.slice(0, MOST_ROWS).map((one) => line(row(one)));
  return [
    `### ${title}`,
    [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows].join('\n'),
    ...(left > 0 ? [`And ${left} more.`] : []),
  ];
}

function openRow({ state, issue }: CampaignCase): string[] {
  const { phase, promise, waiver } = state;
  const standing = phase === 'waived' && waiver ? `${STANDING.waived} until ${dateOf(waiver.until)}` : STANDING[phase];
  const due = promise === undefined ? '' : promise.event === undefined ? dateOf(promise.due) : 'the next maintenance';
  return [inertCode(state.domain, DOMAIN_LENGTH), dateOf(since({ state })), standing, due, numberOf(issue)];
}

function fixedRow({ state, issue }: CampaignCase): string[] {
  const { domain, firstSeenAt } = state;
  const took = daysInWords(daysTaken({ state }));
  return [
    inertCode(domain, DOMAIN_LENGTH),
    dateOf(firstSeenAt),
    dateOf(repairedAt({ state }) ?? ''),
    took,
    numberOf(issue),
  ];
}

const numberOf = (issue: number | undefined): string => (issue === undefined ? '' : `#${issue}`);

/** When the present episode began. */
const since = ({ state }: CampaignCase): string => episodeStart(state);

/** The first of the runs that found it repaired. */
const repairedAt = ({ state }: CampaignCase): string | undefined => state.secureSince ?? state.fixedAt;

const daysTaken = ({ state }: CampaignCase): number =>
  daysBetween(since({ state }), repairedAt({ state }) ?? since({ state }));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
