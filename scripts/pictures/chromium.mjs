import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { smaller } from './png.mjs';

const exec = promisify(execFile);

/** Letters in shades of grey, and alike on every machine: colours at their edges look odd on any other screen. */
const DRAWING = ['--disable-lcd-text', '--font-render-hinting=none', '--force-device-scale-factor=2'];
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser that takes the pictures: the one that is named, or one of this machine; undefined where there is none. */
export async function findChromium() {
  for (const name of process.env.CHROMIUM ? [process.env.CHROMIUM] : NAMES) {
    const answers = await exec(name, ['--version']).then(
      () => true,
      () => false,
    );
    if (answers) return name;
  }
  return undefined;
}

/** Takes a picture of a page, two pixels for each of CSS, as high as the page says that it is, and `maxHeight` at most. */
export async function takePicture(chromium, html, path, { width, maxHeight }) {
  const folder = await mkdtemp(join(tmpdir(), 'xmpp-tls-pictures-'));
  try {
    const file = join(folder, 'page.html');
    await writeFile(file, html);
    const flags = [...FLAGS, ...DRAWING, `--user-data-dir=${join(folder, 'profile')}`];
    const look = (...how) => exec(chromium, [...flags, ...how, `file://${file}`], { maxBuffer: 64 * 1024 * 1024 });
    const { stdout } = await look(`--window-size=${width},${maxHeight}`, '--virtual-time-budget=2000', '--dump-dom');
    const height = Number(/data-height="(\d+)"/u.exec(stdout)?.[1]);
    if (!(height > 0)) throw new Error(`${chromium} did not lay out the page of ${path}`);
    const size = `${width},${Math.min(height, maxHeight)}`;
    const picture = join(folder, 'picture.png');
    await look(`--window-size=${size}`, '--virtual-time-budget=2000', `--screenshot=${picture}`);
    await writeFile(path, smaller(await readFile(picture)));
    return height;
  } finally {
    await rm(folder, { recursive: true });
  }
}
