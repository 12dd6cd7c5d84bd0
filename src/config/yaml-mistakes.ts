import { isCollection, isScalar, visit, type Document, type YAMLError } from 'yaml';

/** What keeps a text from being YAML, and where to look for it: where something was opened, not where the text ended. */
export interface YamlMistake {
  readonly offset: number;
  readonly sentence: string;
}

/** Mistakes explained at once: whoever makes more has to begin somewhere. */
const MOST_EXPLAINED = 50;

/** The mistakes of a text in plain words. */
export function yamlMistakes(document: Document.Parsed, text: string): readonly YamlMistake[] {
  const errors = [...document.errors, ...document.warnings].slice(0, MOST_EXPLAINED);
  return errors.map((error) => explain(error, document, text));
}

type Explain = (error: YAMLError, document: Document.Parsed, text: string) => YamlMistake | undefined;

const here =
  (sentence: string, when = /(?:)/u): Explain =>
  ({ message, pos }) =>
    when.test(message) ? { offset: pos[0], sentence } : undefined;

/** By code of the parser; the first explanation that fits its message counts. */
const EXPLANATIONS: Partial<Record<YAMLError['code'], readonly Explain[]>> = {
  DUPLICATE_KEY: [here('this key is written twice: keep one')],
  MULTIPLE_DOCS: [here('a second document begins here: write only one')],
  TAB_AS_INDENT: [here('a tab stands here: YAML is indented with spaces')],
  MISSING_CHAR: [
    openQuote,
    here(
      'this line is not part of the list item above: indent it like the key behind the dash',
      /without - indicator/u,
    ),
    here('a colon is missing behind this key, as in "hosts:"', /Implicit map keys/u),
  ],
  BAD_INDENT: [openBracket, here('this line is indented differently from those it belongs to')],
  BLOCK_AS_IMPLICIT_KEY: [
    here('the line is indented less than the list it belongs to', /block sequence/u),
    here('text with a colon in it has to stand in quotes; a key on the next line, below this key'),
  ],
  MULTILINE_IMPLICIT_KEY: [here('a blank is missing behind a colon, or the next line is indented too far')],
  UNEXPECTED_TOKEN: [here('the value ended before this: inside of single quotes, write a quotation mark twice')],
  BAD_SCALAR_START: [
    ({ pos }, _, text) => ({
      offset: pos[0],
      sentence: `a value cannot begin with ${text.charAt(pos[0])}: put it in quotes`,
    }),
  ],
};

function explain(error: YAMLError, document: Document.Parsed, text: string): YamlMistake {
  for (const one of EXPLANATIONS[error.code] ?? []) {
    const mistake = one(error, document, text);
    if (mistake) return mistake;
  }
  const sentence = `this is not valid YAML: ${error.message.replace(/\s+/gu, ' ').slice(0, 200)}`;
  return { offset: error.pos[0], sentence };
}

function openQuote({ message, pos }: YAMLError, document: Document.Parsed): YamlMistake | undefined {
  if (!/^Missing closing .quote/u.test(message)) return undefined;
  let offset: number | undefined;
  visit(document, (_, node) => {
    if (isScalar(node) && node.range && /^QUOTE/u.test(node.type ?? '') && node.range[0] <= pos[0])
      offset = node.range[0];
  });
  return { offset: offset ?? pos[0], sentence: 'the quotation mark that opens here is never closed' };
}

function openBracket({ message, pos }: YAMLError, document: Document.Parsed): YamlMistake | undefined {
  const [, kind] = /^Flow (sequence|map)/u.exec(message) ?? [];
  if (kind === undefined) return undefined;
  let offset: number | undefined;
  visit(document, (_, node) => {
    if (isCollection(node) && node.flow === true && node.range && node.range[0] <= pos[0]) offset = node.range[0];
  });
  const [open, close] = kind === 'map' ? ['{', '}'] : ['[', ']'];
  return {
    offset: offset ?? pos[0],
    sentence: `the ${open} that opens here is never closed: write ${close} at its end`,
  };
}
