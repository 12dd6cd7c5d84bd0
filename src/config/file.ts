import { parseDocument } from 'yaml';
import type { Problem } from '../model/ports.js';
import type { SourcePosition } from '../model/target.js';
import { validate } from './complaints.js';
import { findDeepNesting } from './nesting.js';
import { placed } from './place.js';
import { createLineFinder, offsetOf, pathName, type Path } from './position.js';
import { fileSchema, type FileContent } from './schema.js';
import { yamlMistakes } from './yaml-mistakes.js';

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
): ConfigFile | { readonly problems: readonly Problem[] } {
  const positionAt = createLineFinder(text, file);
  const problemAt = (offset: number, sentence: string) => placed(positionAt(offset), sentence);
  if (text.length > SIZE_LIMIT)
    return {
      problems: [problemAt(SIZE_LIMIT, 'the file has more than 256 KiB: spread its domains over several files')],
    };
  const deep = findDeepNesting(text);
  if (deep !== undefined) return { problems: [problemAt(deep, 'this nests too deeply for a configuration')] };

  const document = parseDocument(text, { prettyErrors: false, stringKeys: true });
  const mistakes = yamlMistakes(document, text);
  if (mistakes.length > 0) {
    // A single slip makes the parser stumble several times on the way to the end of its line.
    return { problems: onePerLine(mistakes.map(({ offset, sentence }) => problemAt(offset, sentence))) };
  }

  const value = toPlain(document);
  if (value === undefined)
    return { problems: [placed(positionAt(0), 'its aliases stand for more than a configuration needs')] };
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

function onePerLine(problems: readonly Problem[]): readonly Problem[] {
  const lineOf = ({ position }: Problem): number | undefined => position?.line;
  return problems.filter((one, i) => problems.findIndex((other) => lineOf(other) === lineOf(one)) === i);
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
