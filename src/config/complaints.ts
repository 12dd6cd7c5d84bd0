import { z } from 'zod';
import { INPUT_NAMES } from './inputs.js';
import type { Path } from './position.js';
import { alternatives, quote, suggestion } from './reading.js';

/** One thing wrong with the content of a file. */
export interface Complaint {
  readonly path: Path;
  /** What is wrong: the key itself, or its value. */
  readonly of: 'key' | 'value';
  readonly sentence: string;
}

/** Reads a value by a schema, and says in plain sentences all that is wrong with it. */
export function validate<T>(schema: z.ZodType<T>, value: unknown): { value: T } | { complaints: readonly Complaint[] } {
  const result = schema.safeParse(value, { error: sayIssue });
  return result.success
    ? { value: result.data }
    : { complaints: result.error.issues.flatMap((issue) => toComplaints(issue)) };
}

const NAMES_OF_TYPES: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** The sentence for an issue whose schema has none of its own. Sentences about keys are one per line, in their order. */
function sayIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `must be ${nameOfType(issue.expected)}, but is ${found(issue.input)}`;
    case 'invalid_value':
      if (issue.input === undefined) return 'is missing';
      return `unknown value ${found(issue.input)}${suggestion(String(issue.input), issue.values.map(String))}`;
    case 'unrecognized_keys':
      return issue.keys.map((key) => sayUnknownKey(key, issue.inst)).join('\n');
    case 'too_small':
      return issue.origin === 'number' ? `must be at least ${issue.minimum}` : 'must not be empty';
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters long' : ''}`;
    case 'invalid_format':
      return `${found(issue.input)} is not a date: write it like 2027-01-31`;
    case 'invalid_union':
      return `must be ${alternatives(issue.errors.flatMap(expectedTypes))}, but is ${found(issue.input)}`;
    default:
      return undefined;
  }
}

function sayUnknownKey(key: string, owner: unknown): string {
  if (owner instanceof z.ZodRecord && owner.keyType instanceof z.ZodEnum) {
    return `unknown check${suggestion(key, owner.keyType.options.map(String))}`;
  }
  const known = owner instanceof z.ZodObject ? Object.keys(owner.shape) : [];
  // Only `defaults` knows `fail-on`: the one map whose keys are names of inputs.
  if (known.includes('fail-on') && INPUT_NAMES.some((name) => name === key)) {
    return 'is an input of the Action and a flag of the command line, and cannot be set in a file';
  }
  return `unknown key${suggestion(key, known)}`;
}

function toComplaints(issue: z.core.$ZodIssue): Complaint[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? key.toString() : key));
  if (issue.code === 'invalid_union') return bestForm(issue, path);
  if (issue.code !== 'unrecognized_keys') return [{ path, of: 'value', sentence: wholeFile(path, issue.message) }];
  const sentences = issue.message.split('\n');
  return issue.keys.map((key, i) => ({ path: [...path, key], of: 'key', sentence: sentences[i] ?? issue.message }));
}

/** What a schema says of a file as a whole, in the words of somebody who has forgotten how one begins. */
function wholeFile(path: Path, sentence: string): string {
  if (path.length === 0) return sentence.replace(/^must be a map,/u, 'the file must begin with "hosts:",');
  const isEmpty = path.length === 1 && path[0] === 'hosts' && sentence.endsWith('but is empty');
  return isEmpty ? 'names no domain: write them below it, one per line, as in "- example.org"' : sentence;
}

/** Of the forms a value may have, the user meant the one that gets furthest: the others complain about the whole value. */
function bestForm(issue: z.core.$ZodIssueInvalidUnion, path: Path): Complaint[] {
  const [best] = issue.errors.map((form) => ({ form, misfit: misfitOf(form) })).sort((a, b) => a.misfit - b.misfit);
  if (!best || best.misfit === MISFIT.type) return [{ path, of: 'value', sentence: issue.message }];
  return best.form
    .flatMap((inner) => toComplaints(inner))
    .map((complaint) => ({ ...complaint, path: [...path, ...complaint.path] }));
}

const MISFIT = { inside: 0, whole: 1, word: 2, type: 3 } as const;

function misfitOf(form: readonly z.core.$ZodIssue[]): number {
  const codes = form.filter(({ path }) => path.length === 0).map(({ code }) => code);
  if (codes.includes('invalid_type')) return MISFIT.type;
  if (codes.includes('invalid_value')) return MISFIT.word;
  return codes.length > 0 ? MISFIT.whole : MISFIT.inside;
}

function expectedTypes(form: readonly z.core.$ZodIssue[]): string[] {
  return form.flatMap((issue) => (issue.code === 'invalid_type' ? [nameOfType(issue.expected)] : []));
}

function nameOfType(expected: string): string {
  return NAMES_OF_TYPES[expected] ?? expected;
}

function found(input: unknown): string {
  if (input === null) return 'empty';
  if (typeof input === 'string') return quote(input);
  return typeof input === 'object' ? `a ${Array.isArray(input) ? 'list' : 'map'}` : String(input);
}
