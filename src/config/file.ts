import { parseDocument, type YAMLError } from 'yaml';
import type { SourcePosition } from '../model/target.js';
import { validate } from './complaints.js';
import { findDeepNesting } from './nesting.js';
import { createLineFinder, offsetOf, pathName, type Path } from './position.js';
import { fileSchema, type FileContent } from './schema.js';

/** Characters of a configuration file that are read: some ten thousand domains. */
const SIZE_LIMIT = 256 * 1024;

/** How often aliases may repeat what they stand for, all levels multiplied. */
const ALIAS_LIMIT = 10_000;

/** A configuration file that is all right. */
export interface ConfigFile {
  readonly path: string;
  readonly content: FileContent;
  readonly positionOf: (path: Path) => SourcePosition;
}

/** Reads a configuration file, or says all that is wrong with it: `file:line:column: key: sentence`, one each. */
export function readConfigFile(
  file: string,
  text: string,
  knownChecks: readonly string[],
): ConfigFile | { readonly problems: readonly string[] } {
  const positionAt = createLineFinder(text, file);
  const problemAt = (offset: number, sentence: string) => `${inWords(positionAt(offset))}: ${sentence}`;
  if (text.length > SIZE_LIMIT) return { problems: [problemAt(SIZE_LIMIT, 'the file is too long')] };
  const deep = findDeepNesting(text);
  if (deep !== undefined) return { problems: [problemAt(deep, 'this nests too deeply for a configuration')] };

  const document = parseDocument(text, { prettyErrors: false, stringKeys: true });
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) return { problems: errors.map((error) => problemAt(error.pos[0], sayYamlError(error))) };

  const value = toPlain(document);
  if (value === undefined) return { problems: [`${file}: its aliases stand for more than a configuration needs`] };
  const checked = validate(fileSchema(knownChecks), value);
  if ('value' in checked) {
    return { path: file, content: checked.value, positionOf: (path) => positionAt(offsetOf(document, path, 'value')) };
  }
  const problems = checked.complaints
    .map(({ path, of, sentence }) => ({ path, sentence, offset: offsetOf(document, path, of) }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ path, sentence, offset }) =>
      problemAt(offset, path.length > 0 ? `${pathName(path)}: ${sentence}` : sentence),
    );
  return { problems };
}

/** `file:line:column`, which editors and terminals make clickable. */
export function inWords({ file, line, column }: SourcePosition): string {
  return `${file}:${line}:${column}`;
}

/** The content as plain values; an empty file is an empty map. Undefined when aliases multiply without measure. */
function toPlain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: ALIAS_LIMIT }) ?? {};
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

const YAML_MISTAKES: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'this key is written twice: keep one',
  TAB_AS_INDENT: 'a tab stands here: YAML is indented with spaces',
  MULTIPLE_DOCS: 'a second document begins here: write only one',
};

function sayYamlError({ code, message }: YAMLError): string {
  return YAML_MISTAKES[code] ?? `this is not valid YAML: ${message.replace(/\s+/gu, ' ').slice(0, 200)}`;
}
