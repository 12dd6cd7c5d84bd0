import type { Format } from './format.js';
import { JSON_FORMAT } from './json.js';

/** Every file a run can write, by the name of its input. A new one is a file of its own and a line here. */
export const FORMATS = {
  'json-file': JSON_FORMAT,
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
