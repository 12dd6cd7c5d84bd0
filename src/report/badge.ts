import { inertHtml } from '../model/inert.js';
import { decidingTargets, type Report } from '../model/report.js';
import type { Format } from './format.js';
import { inertJson } from './json.js';
import { countVerdicts, severityOf } from './severity.js';

const LABEL = 'XMPP TLS';

/** Names that shields.io knows, and the colours it gives them. */
const COLOURS = { brightgreen: '#2f8132', yellow: '#8f6400', red: '#c03030', lightgrey: '#6b6b6b' } as const;
type Colour = keyof typeof COLOURS;

export const BADGE_FORMAT: Format = {
  description: 'Write a badge to this file: an SVG image where its name ends in .svg, otherwise JSON for shields.io.',
  flag: '--badge FILE',
  example: 'xmpp-tls.svg',
  render: (report, path) => (/\.svg$/iu.test(path) ? svg(report) : endpointJson(report)),
};

/** See shields.io/badges/endpoint-badge. */
function endpointJson(report: Report): string {
  const { message, colour } = say(report);
  return `${inertJson(JSON.stringify({ schemaVersion: 1, label: LABEL, message, color: colour }))}\n`;
}

/** What the badge says, with the date: a watch that has stopped shows by its age. */
function say(report: Report): { readonly message: string; readonly colour: Colour } {
  const day = report.startedAt.slice(0, 10);
  const { words, colour } = verdict(report);
  return { message: `${words}, ${day}`, colour };
}

function verdict(report: Report): { readonly words: string; readonly colour: Colour } {
  const targets = decidingTargets(report);
  const { plaintext, inconclusive, total } = countVerdicts({ targets });
  const failing = targets.filter((target) => severityOf(target) === 'failing').length;
  if (total === 0) return { words: 'nothing checked', colour: 'lightgrey' };
  if (plaintext > 0) return { words: `${plaintext} of ${total} plaintext`, colour: 'red' };
  if (failing > 0) return { words: `${failing} of ${total} failing`, colour: 'red' };
  if (inconclusive === total) return { words: 'inconclusive', colour: 'lightgrey' };
  if (inconclusive > 0) return { words: `${inconclusive} of ${total} inconclusive`, colour: 'yellow' };
  return { words: total === 1 ? 'enforced' : `${total} of ${total} enforced`, colour: 'brightgreen' };
}

const HEIGHT = 20;
const PADDING = 6;

/** An image without fonts, scripts or addresses of its own; the text is fitted to the width it was measured for. */
function svg(report: Report): string {
  const { message, colour } = say(report);
  const [left, right] = [widthOf(LABEL), widthOf(message)];
  const [label, text] = [inertHtml(LABEL, 100), inertHtml(message, 100)];
  const piece = (words: string, x: number, width: number): string =>
    `<text x="${x + PADDING}" y="14" textLength="${width}" lengthAdjust="spacingAndGlyphs">${words}</text>`;
  const edge = left + 2 * PADDING;
  const whole = edge + right + 2 * PADDING;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${HEIGHT}" role="img" aria-label="${label}: ${text}">`,
    `<title>${label}: ${text}</title>`,
    `<clipPath id="r"><rect width="${whole}" height="${HEIGHT}" rx="3"/></clipPath>`,
    `<g clip-path="url(#r)"><rect width="${edge}" height="${HEIGHT}" fill="#444"/>`,
    `<rect x="${edge}" width="${whole - edge}" height="${HEIGHT}" fill="${COLOURS[colour]}"/></g>`,
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">',
    piece(label, 0, left),
    piece(text, edge, right),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Pixels of a text in Verdana of 11 px, near enough for the renderer to fit it. */
function widthOf(text: string): number {
  const widths = [...text].map((c) =>
    /[ilj.,:;'| ]/u.test(c) ? 4 : /[mwMW]/u.test(c) ? 10 : /[A-Z]/u.test(c) ? 8 : 7,
  );
  return widths.reduce((sum, width) => sum + width, 0);
}
