import type { FailureCode } from '../model/failure.js';

/** Why a stream is refused. `detail` is English made by us; it may quote a name that the peer wrote. */
export interface XmlProblem {
  readonly code: FailureCode;
  readonly detail?: string;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

// XML 1.0 (fifth edition), productions 2, 4, 5, 25, 40, 42 and 44; Namespaces in XML 1.0, production 7.
const FORBIDDEN_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const NAME_START =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}' +
  '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const NC_NAME = `[${NAME_START}][-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}${NAME_START}]*`;
const NAME = `${NC_NAME}(?::${NC_NAME})?`;
const SPACE = '[ \\t\\n]';
const ATTRIBUTE = `${SPACE}+(${NAME})${SPACE}*=${SPACE}*(?:"[^<"]*"|'[^<']*')`;
const ATTRIBUTES = new RegExp(ATTRIBUTE, 'gu');
const START_TAG = new RegExp(`^<${NAME}(?:${ATTRIBUTE})*${SPACE}*/?>$`, 'u');
const END_TAG = new RegExp(`^</${NAME}${SPACE}*>$`, 'u');
const DECLARATION = /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:'1\.[0-9]+'|"1\.[0-9]+")(?:[ \t\n][^<]*)?\?>$/;
const REFERENCE = /&([^&;]*)(;?)/g;
const PREDEFINED = ['amp', 'lt', 'gt', 'quot', 'apos'];

/** Decodes a whole piece and normalises its line ends (XML 1.0 section 2.11). */
export function decodePiece(bytes: Uint8Array): string | XmlProblem {
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch {
    return broken('bytes that are not UTF-8');
  }
  if (FORBIDDEN_CHARACTER.test(text)) return broken('a control character');
  return text.replace(/\r\n?/g, '\n');
}

/** What is wrong with character data; undefined where it is well-formed. */
export function findTextProblem(text: string): XmlProblem | undefined {
  return text.includes(']]>') ? broken('"]]>" in character data') : findReferenceProblem(text);
}

/** What is wrong with a tag by itself; whether it has a partner is not asked here. */
export function findTagProblem(tag: string): XmlProblem | undefined {
  if (tag.startsWith('</')) return END_TAG.test(tag) ? undefined : broken('an end tag that cannot be read');
  if (!START_TAG.test(tag)) return broken('a tag that cannot be read');
  if (tag.indexOf('=') !== tag.lastIndexOf('=')) {
    const names = Array.from(tag.matchAll(ATTRIBUTES), ([, name]) => name);
    if (new Set(names).size < names.length) return broken('an attribute given twice');
  }
  return findReferenceProblem(tag);
}

/** What is wrong with `<?...?>`: only the XML declaration may look so, and its encoding is not believed. */
export function findDeclarationProblem(declaration: string): XmlProblem | undefined {
  if (!/^<\?xml[ \t\n?]/.test(declaration)) return { code: 'xml.forbidden', detail: 'a processing instruction' };
  return DECLARATION.test(declaration) ? undefined : broken('an XML declaration that cannot be read');
}

/** Entities are never declared in XMPP (RFC 6120 section 11.1), so that only the five predefined ones are known. */
function findReferenceProblem(text: string): XmlProblem | undefined {
  for (const [, name = '', end] of text.matchAll(REFERENCE)) {
    if (end === '' || !(PREDEFINED.includes(name) || isCharacterReference(name))) {
      return broken('a reference to an unknown entity');
    }
  }
  return undefined;
}

function isCharacterReference(name: string): boolean {
  const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
  if (digits === null) return false;
  const codePoint = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  return codePoint <= 0x10ffff && !FORBIDDEN_CHARACTER.test(String.fromCodePoint(codePoint));
}

export function broken(detail: string): XmlProblem {
  return { code: 'xml.not-well-formed', detail };
}
