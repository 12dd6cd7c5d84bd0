import { replaceBetween, table } from './markers.mjs';
import { readFileSync } from 'node:fs';
import { TRANSITIONS } from '../../lib/issues/transitions.js';

const PAGE = 'docs/cases.md';

/** docs/cases.md: what is written by hand, with the table and the sentences of the transitions in it. */
export async function generate() {
  const page = readFileSync(new URL(`../../${PAGE}`, import.meta.url), 'utf8');
  const rows = Object.entries(TRANSITIONS).map(([number, { from, trigger, to, comment }]) => [
    `[${number}](#transition-${number})`,
    from.join(', '),
    trigger,
    to.length > 0 ? to.join(', ') : 'as it was',
    comment.is === 'never' ? 'no' : comment.is === 'written' ? 'yes' : 'sometimes',
  ]);
  const sentences = Object.entries(TRANSITIONS).map(sentence);
  const parts = {
    overview: table(['', 'from', 'when', 'to', 'comment'], rows),
    transitions: sentences.join('\n\n'),
  };
  const content = Object.entries(parts).reduce((text, [name, part]) => replaceBetween(text, name, part), page);
  return [{ path: PAGE, content }];
}

function sentence([number, { trigger, guard, effect, comment }]) {
  const when = trigger.charAt(0).toUpperCase() + trigger.slice(1);
  const under = guard === undefined ? '' : ` Provided that: ${guard}.`;
  const said = comment.is === 'never' ? `No comment: ${comment.about}.` : `Comment: ${comment.about}.`;
  return `<a id="transition-${number}"></a>**${number}.** ${when}.${under} ${effect} ${said}`;
}
