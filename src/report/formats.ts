import { BADGE_FORMAT } from './badge.js';
import type { Format } from './format.js';
import { JSON_FORMAT } from './json.js';
import { PAGE_FORMAT } from './page.js';
import { SARIF_FORMAT } from './sarif.js';

/** Every file a run can write, by the name of its input. A new one is a file of its own and a line here. */
export const FORMATS = {
  'json-file': JSON_FORMAT,
  'sarif-file': SARIF_FORMAT,
  'badge-file': BADGE_FORMAT,
  'report-file': PAGE_FORMAT,
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
