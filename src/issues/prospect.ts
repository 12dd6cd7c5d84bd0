import { inertMarkdown } from '../model/inert.js';
import { runsInWords, type SectionContext } from './sentences.js';
import { usage } from './words.js';

/**
 * How the issue goes on without anybody doing anything, and what people can do: those who run the server, and those who
 * look after the list. `withDates`: whether examples may hold dates of today, which differ from run to run.
 */
export function renderProspect(context: SectionContext, withDates: boolean): string {
  const { state, target, closeAfter, reopenDays } = context;
  const back = `If plaintext comes back within ${reopenDays} days, it is reopened.`;
  const note = target.note === undefined ? [] : [`Note on file: ${inertMarkdown(target.note, 500)}`];
  if (state.phase === 'fixed') return `Nothing more to do. ${back}`;
  if (state.phase === 'verifying')
    return `This issue closes itself after ${runsInWords(closeAfter)} like that. ${back}`;
  const closes = `closes itself after ${runsInWords(closeAfter)} in which every endpoint requires TLS`;
  return [
    `**If you run the server:** change the setting. You do not need to edit or close this issue: it is kept up to date, and it ${closes}. ${back} Anybody may comment \`/xmpp retest\`; the next run answers.`,
    '**If you look after this list:** comment with one of these commands on its own line (people with triage or write access only):',
    renderCommands(context, withDates),
    ...note,
  ].join('\n\n');
}

function renderCommands({ now, closeReasons }: SectionContext, withDates: boolean): string {
  const { ack, promise, maintenance, waive } = usage(withDates ? now : undefined);
  const byClosing = closeReasons === false ? '' : '; closing the issue as not planned does the same for 90 days';
  return [
    `- \`${ack}\`: someone is working on it`,
    `- \`${promise}\` or \`${maintenance}\`: no reminders until then`,
    `- \`${waive}\`: postpone it until that date${byClosing}`,
  ].join('\n');
}
