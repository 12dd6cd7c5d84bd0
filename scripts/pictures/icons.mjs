/** What a system draws from a font of emoji and a forge from one of icons, drawn here: neither is everywhere. */
const svg = (size, content) => `<svg width="${size}" height="${size}" viewBox="0 0 16 16">${content}</svg>`;
const line = (path, colour, width = 2) =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const ICONS = {
  open: svg(
    16,
    `<circle cx="8" cy="8" r="6.7" fill="none" stroke="#fff" stroke-width="1.5"/><circle cx="8" cy="8" r="1.7" fill="#fff"/>`,
  ),
  closed: svg(
    16,
    `<circle cx="8" cy="8" r="6.7" fill="none" stroke="#fff" stroke-width="1.5"/>${line('M5.2 8.2 7.2 10.2 11 6', '#fff', 1.5)}`,
  ),
  reopened: svg(16, line('M3 8a5 5 0 1 0 2-4M5 1v3h3', '#1f883d', 1.5)),
  labels: svg(
    16,
    `${line('M2 2h5.5l6.5 6.5-5.5 5.5L2 7.5z', '#59636e', 1.4)}<circle cx="5" cy="5" r="1" fill="#59636e"/>`,
  ),
  bot: svg(
    20,
    `${line('M3 6.5h10v7H3zM8 6.5V3.5', '#fff', 1.4)}<circle cx="8" cy="2.6" r="1" fill="#fff"/><circle cx="6" cy="10" r="1" fill="#fff"/><circle cx="10" cy="10" r="1" fill="#fff"/>`,
  ),
};

const EMOJI = {
  '❌': line('M3 3l10 10M13 3L3 13', '#dd2e44', 3),
  '❓': `${line('M4.8 5a3.2 3.2 0 1 1 4.6 3C8.3 8.6 8 9.2 8 10.3', '#dd2e44', 2.6)}<circle cx="8" cy="14" r="1.6" fill="#dd2e44"/>`,
  '✅': `<rect width="16" height="16" rx="3" fill="#77b255"/>${line('M3.8 8.4 6.8 11.4 12.2 4.6', '#fff', 2.2)}`,
  '💤': line('M8.5 1.5H14L8.5 7.5H14M2 9h4L2 14h4.5', '#3b88c3', 1.7),
  '➖': line('M2.5 8h11', '#31373d', 3),
  '👍': `<path d="M5.5 7 8.3 1.8c1.3 0 2 1 1.7 2.2L9.4 6.2h3.7c1 0 1.6.9 1.4 1.8l-1.2 5c-.2.9-.8 1.3-1.6 1.3H5.5z" fill="#ffdb5e"/><rect x="1.5" y="7" width="3" height="7.3" rx="1" fill="#f2b705"/>`,
};

/** HTML with every emoji of ours drawn. One that is not known here is a mistake that nobody would see in time. */
export function drawn(html) {
  return html.replaceAll(/\p{Emoji_Presentation}|➖/gu, (emoji) => {
    if (!(emoji in EMOJI)) throw new Error(`scripts/pictures/icons.mjs does not draw ${emoji}`);
    return svg(14, EMOJI[emoji]);
  });
}
