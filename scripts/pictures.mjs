/** Takes the pictures in docs/images anew: `npm run pictures`. For people, after texts changed; neither CI nor a test does it. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium, takePicture } from './pictures/chromium.mjs';
import { issuePage, summaryPage } from './pictures/page.mjs';
import { tellStory } from './pictures/story.mjs';

const WIDTH = 920;
const FOLDER = fileURLToPath(new URL('../docs/images/', import.meta.url));

/** How each picture is made of what the story shows. */
const PICTURES = {
  summary: (markdown) => ({ html: summaryPage(markdown), maxHeight: 1500 }),
  issue: (issue) => ({ html: issuePage(issue, { cut: 1255 }), maxHeight: 1500 }),
  'issue-overdue': (issue) => ({ html: issuePage(issue, { cut: 690 }), maxHeight: 1500 }),
  'issue-closed': (issue) => ({ html: issuePage(issue), maxHeight: 2000 }),
};

const chromium = await findChromium();
if (chromium === undefined) {
  console.error('Pictures are taken by Chromium, which is not here: install it, or name it in CHROMIUM.');
  process.exit(1);
}
mkdirSync(FOLDER, { recursive: true });
const shown = await tellStory();
for (const [name, draw] of Object.entries(PICTURES)) {
  const { html, maxHeight } = draw(shown[name]);
  const height = await takePicture(chromium, html, `${FOLDER}${name}.png`, { width: WIDTH, maxHeight });
  console.log(`docs/images/${name}.png: ${height} high${height > maxHeight ? `, cut off at ${maxHeight}` : ''}`);
}
