/** The pages of which pictures are taken: Markdown of the product as a forge shows it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { BOT } from './forge.mjs';
import { drawn, ICONS } from './icons.mjs';

/** An issue as {@link openForge} keeps it. `cut`: how many pixels of a long description are shown. */
export function issuePage(issue, { cut } = {}) {
  const { number, title, state, labels, assignees, createdAt, body, editedAt, timeline, colours } = issue;
  const description = { author: BOT, isBot: true, createdAt, body, reactions: [] };
  return page(
    'issue',
    `<h1 class="title">${escape(title)} <span>#${number}</span></h1>
    <div class="meta"><span class="state ${state}">${ICONS[state]}${state === 'open' ? 'Open' : 'Closed'}</span>
      <span><strong>${BOT}</strong> opened this issue on ${day(createdAt)}</span></div>
    <div class="side">Labels ${labels.map((name) => label(name, colours)).join(' ')}
      <span class="group">Assignees</span> <span class="author">${assignees.join(', ')}</span></div>
    ${comment(description, { verb: 'opened', isEdited: editedAt !== undefined, cut })}
    ${timeline.map((event) => (event.kind === 'comment' ? comment(event.comment) : happening(event, colours))).join('\n')}`,
  );
}

export const summaryPage = (markdown) => page('summary', `<div class="markdown">${rendered(markdown)}</div>`);

function page(kind, content) {
  const style = readFileSync(new URL('page.css', import.meta.url), 'utf8');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${fonts()}${style}</style>
<body class="${kind}">${content}
<script>document.fonts.ready.then(() => { document.body.dataset.height = Math.ceil(document.body.getBoundingClientRect().height); });</script>
</body></html>`;
}

/** The same on every machine, whatever it has installed. */
function fonts() {
  const face = (name, file) => {
    const bytes = readFileSync(
      fileURLToPath(import.meta.resolve(`@fontsource-variable/${file}-latin-wght-normal.woff2`)),
    );
    const url = `data:font/woff2;base64,${bytes.toString('base64')}`;
    return `@font-face{font-family:${name};font-weight:100 900;src:url(${url}) format('woff2')}`;
  };
  return face('Inter', 'inter/files/inter') + face('Mono', 'jetbrains-mono/files/jetbrains-mono');
}

function comment({ author, isBot, createdAt, body, reactions }, { verb = 'commented', isEdited = false, cut } = {}) {
  const text = `<div class="markdown${cut === undefined ? '' : ` cut" style="--cut:${cut}px`}">${rendered(body)}</div>`;
  const receipts = reactions.map((emoji) => `<div class="reactions"><span>${drawn(emoji)} 1</span></div>`);
  return `<section class="comment">${avatar(author, isBot)}
    <header><span class="author">${author}</span>${isBot ? '<span class="pill">bot</span>' : ''}
      <span>${verb} on ${day(createdAt)}${isEdited ? ' · edited' : ''}</span></header>
    ${text}${receipts.join('')}</section>`;
}

const COLOURS = { anna: '#bf3989', 'chat-admin': '#1a7f37', [BOT]: '#24292f' };

function avatar(author, isBot) {
  const face = isBot ? ICONS.bot : author.slice(0, 1).toUpperCase();
  return `<span class="avatar${isBot ? ' bot' : ''}" style="--colour:${COLOURS[author]}">${face}</span>`;
}

function happening({ kind, by, at, added = [], removed = [] }, colours) {
  const pills = (names) => names.map((name) => label(name, colours)).join(' ');
  const deeds = [
    ...(added.length > 0 ? [`added ${pills(added)}`] : []),
    ...(removed.length > 0 ? [`removed ${pills(removed)}`] : []),
  ];
  const what =
    kind === 'labels' ? deeds.join(' and ') : kind === 'closed' ? 'closed this as completed' : 'reopened this';
  return `<div class="event"><span class="dot ${kind}">${ICONS[kind]}</span><strong>${by}</strong> <span class="pill">bot</span> ${what} on ${day(at)}</div>`;
}

/** White or black on the colour of the label, whichever can be read. */
function label(name, colours) {
  const colour = colours[name];
  const [red, green, blue] = colour.match(/../gu).map((hex) => Number.parseInt(hex, 16));
  const isLight = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.6 * 255;
  return `<span class="label" style="background:#${colour};color:${isLight ? '#1f2328' : '#fff'}">${escape(name)}</span>`;
}

function rendered(markdown) {
  const html = marked.parse(markdown.replaceAll(/<!--[^]*?-->/gu, ''), { gfm: true, breaks: true });
  const mentioned = html.replaceAll(/(?<=\s)@[a-z-]+/gu, (login) => `<span class="mention">${login}</span>`);
  return drawn(mentioned);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function day(instant) {
  const [year, month, date] = instant.slice(0, 10).split('-').map(Number);
  return `${MONTHS[month - 1]} ${date}, ${year}`;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
