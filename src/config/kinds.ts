import type { z } from 'zod';
import { SERVICES } from '../model/target.js';
import { alternatives, quote, suggestion, type Reading } from './reading.js';

/**
 * One kind of setting: how its text is read, and what it looks like in the configuration file. The schema library is handed
 * in, because a run without such a file has no need to load it.
 */
export interface Kind<T> {
  readonly read: (text: string) => Reading<T>;
  readonly yaml: (schema: SchemaLibrary) => z.ZodType<T>;
}

/** No more of it than kinds need: of what is handed on as a whole, no bundler can leave anything out. */
export type SchemaLibrary = Pick<
  typeof z,
  'array' | 'boolean' | 'enum' | 'int' | 'literal' | 'number' | 'string' | 'union'
>;

/** A reader of text as a step of a schema: the same sentences, whichever way the text came. */
export function reading<T>(read: (text: string) => Reading<T>) {
  return (given: string | number | boolean | readonly string[], context: z.core.$RefinementCtx): T =>
    orComplain(read(Array.isArray(given) ? given.join('\n') : String(given)), context);
}

function orComplain<T>(result: Reading<T>, context: z.core.$RefinementCtx): T {
  if ('value' in result) return result.value;
  context.addIssue(result.problem);
  // What comes of a step that complained is never looked at.
  return undefined as never;
}

/** Text of one line. */
export function text<T>(read: (text: string) => Reading<T>): Kind<T> {
  return { read, yaml: (z) => z.string().transform(reading(read)) };
}

/** Exactly `true` or `false`. */
export function yesOrNo(): Kind<boolean> {
  const read = (given: string): Reading<boolean> =>
    given === 'true' || given === 'false'
      ? { value: given === 'true' }
      : { problem: `${quote(given)} is neither true nor false` };
  return { read, yaml: (z) => z.boolean() };
}

/** One of several words, each of which stands for a value. */
export function oneOf<T>(words: Readonly<Record<string, T>>): Kind<T> {
  const known = Object.keys(words);
  const read = (given: string): Reading<T> => {
    const value = Object.hasOwn(words, given) ? words[given] : undefined;
    return value === undefined ? { problem: `unknown value ${quote(given)}${suggestion(given, known)}` } : { value };
  };
  const literals = known.map((word) => (word === 'true' ? true : word === 'false' ? false : word));
  return { read, yaml: (z) => z.literal(literals).transform(reading(read)) };
}

/** A whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number): Kind<number> {
  const wrong = (given: string) => `${given} is not a whole number from ${min} to ${max}`;
  const read = (given: string): Reading<number> => {
    const value = /^\d{1,9}$/u.test(given) ? Number(given) : NaN;
    return value >= min && value <= max ? { value } : { problem: wrong(quote(given)) };
  };
  const error = ({ input }: { readonly input?: unknown }) => wrong(quote(String(input)));
  return { read, yaml: (z) => z.int({ error }).min(min, { error }).max(max, { error }) };
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A length of time in milliseconds: `10s`, `500ms`, `2m`, `1h`; a bare number counts seconds. */
export function duration(min: string, max: string): Kind<number> {
  const [least, most] = [milliseconds(min), milliseconds(max)];
  const read = (given: string): Reading<number> => {
    const value = milliseconds(given);
    if (Number.isNaN(value))
      return { problem: `${quote(given)} is not a length of time: write it like 10s, 500ms or 2m` };
    return value >= least && value <= most
      ? { value }
      : { problem: `${quote(given)} is out of range: write something from ${min} to ${max}` };
  };
  return { read, yaml: (z) => z.union([z.string(), z.number()]).transform(reading(read)) };
}

function milliseconds(given: string): number {
  const [, number, unit = 's'] = /^(\d{1,9}(?:\.\d{1,3})?) ?(ms|s|m|h)?$/u.exec(given) ?? [];
  return number === undefined ? NaN : Math.round(Number(number) * (UNITS[unit] ?? NaN));
}

/** Values, one per line, each once; in the file also as a list. */
export function lines<T>(item: (text: string) => Reading<T>, most: number): Kind<readonly T[]> {
  return listOf(item, most, /[\r\n]+/u);
}

/** Values separated by commas or line ends, each once; in the file also as a list. */
export function listOf<T>(
  item: (text: string) => Reading<T>,
  most: number,
  separator = /[,\r\n]+/u,
): Kind<readonly T[]> {
  const read = (given: string): Reading<readonly T[]> => {
    const words = [...new Set(given.split(separator).map((word) => word.trim()))].filter((word) => word !== '');
    if (words.length > most) return { problem: `${words.length} values are too many: write at most ${most}` };
    const values: T[] = [];
    for (const word of words) {
      const one = item(word);
      if ('problem' in one) return one;
      values.push(one.value);
    }
    return { value: values };
  };
  return { read, yaml: (z) => z.union([z.array(z.string()), z.string()]).transform(reading(read)) };
}

/** Some words, at least one, in the order in which they are `known`. */
function someOf<T extends string>(what: string, known: readonly T[]): Kind<readonly T[]> {
  const every = listOf((word): Reading<T> => {
    const found = known.find((one) => one === word);
    return found ? { value: found } : { problem: `${quote(word)} is not a ${what}${suggestion(word, known)}` };
  }, known.length);
  const read = (given: string): Reading<readonly T[]> => {
    const result = every.read(given);
    if ('problem' in result) return result;
    if (result.value.length === 0) return { problem: `no ${what} is named: write ${alternatives(known)}` };
    return { value: known.filter((one) => result.value.includes(one)) };
  };
  return { read, yaml: (z) => z.union([z.array(z.enum(known)), z.string()]).transform(reading(read)) };
}

/** `c2s,s2s`. */
export const services = someOf('service', SERVICES);

/** `5280,7070`, or the word `none`. */
export const ports: Kind<readonly number[]> = numbersOrNone('a port', 65_535, 8);

const days = numbersOrNone('a number of days from 1 to 365', 365, 6);

/** `7,14,28,30`: days after a date, and the time between all that follow; or the word `none`. */
export const reminderDays: Kind<readonly number[]> = {
  read: (given) => inOrder(days.read(given)),
  yaml: (z) => days.yaml(z).transform((value, context) => orComplain(inOrder({ value }), context)),
};

function inOrder(days: Reading<readonly number[]>): Reading<readonly number[]> {
  if ('problem' in days) return days;
  const dated = days.value.slice(0, -1);
  const isOrdered = dated.every((day, index) => day > (dated[index - 1] ?? 0));
  return isOrdered ? days : { problem: `${quote(days.value.join())} goes back in time: write the earlier days first` };
}

function numbersOrNone(what: string, highest: number, most: number): Kind<readonly number[]> {
  const numbers = listOf((word): Reading<number> => {
    const number = wholeNumber(1, highest).read(word);
    return 'value' in number ? number : { problem: `${quote(word)} is not ${what}: write numbers, or "none"` };
  }, most);
  const read = (given: string): Reading<readonly number[]> =>
    given.trim() === 'none' ? { value: [] } : numbers.read(given);
  const yaml = (z: SchemaLibrary) => {
    const item = z.union([z.int(), z.string()]).transform(String);
    return z.union([z.array(item), z.string(), z.int().transform(String)]).transform(reading(read));
  };
  return { read, yaml };
}
