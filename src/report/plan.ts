import { inertText } from '../model/inert.js';
import type { Action, Applied, Plan } from '../model/plan.js';
import { TEXT_LIMIT } from './words.js';

/** What was done, in one word. */
export const ACTION_DONE: Readonly<Record<Action['kind'], string>> = {
  open: 'opened',
  update: 'updated',
  reopen: 'reopened',
  close: 'closed',
  keep: 'kept',
};

/** The plan as lines for the log, printed before the first write: what will be done to which issue, and why. */
export function renderPlan({ actions, notes }: Plan, applies: boolean): string {
  const title = applies ? 'Issues:' : 'Issues (dry run, nothing is written):';
  const lines = actions.map((action) => {
    const issue = 'issue' in action && action.issue !== undefined ? ` #${action.issue}` : '';
    return `${action.kind.padEnd(6)}  ${action.domain}${issue}: ${action.because}`;
  });
  return block(title, [...lines, ...notes.map((note) => `note    ${note}`)]);
}

/** What became of the plan, as lines for the log; kept issues are not mentioned again. */
export function renderApplied(applied: readonly Applied[]): string {
  const lines = applied
    .filter(({ action, status }) => action.kind !== 'keep' || status === 'failed')
    .flatMap(({ action, status, issue, url, error, note }) => {
      const name = `${issue === undefined ? 'the issue' : `#${issue}`} of ${action.domain}`;
      if (status === 'failed') return [`could not ${action.kind} ${name}: ${error ?? 'no reason was given'}`];
      if (status === 'skipped') return [`did not ${action.kind} ${name}: ${note ?? 'it changed in the meantime'}`];
      const done = `${ACTION_DONE[action.kind]} ${name}${url === undefined ? '' : `: ${url}`}`;
      return note === undefined ? [done] : [done, `note: ${note}`];
    });
  return block('Done:', lines);
}

function block(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `${[title, ...lines.map((line) => `  ${inertText(line, 2 * TEXT_LIMIT)}`)].join('\n')}\n`;
}
