/**
 * What is done to a bundle after ncc, so that it starts fast and can be read: nothing of what it does changes. The sources of
 * a run are 3 MB, and reading them twice is what a start would spend most of its time on.
 */
import { parse } from 'espree';

/** Modules that stand between our code and what it needs, and are hardly ever called: `@actions/core` asks for OpenID. */
const RARE = ['undici'];

const FACTORY = /^\/\*{3}\/ (\d+):\n(?:\/\*{3}\/ )?\((async )?\(([\w$, ]*)\) => \{$/gmu;
const ASYNC_BODY =
  /async \((\w+, __webpack_async_result__)\) => (\{ try \{[^]*?__webpack_async_result__\(e\); \} \})/gu;

/** The code of one file of ncc's, tuned. */
export function tuned(code) {
  return inAscii(withoutComments(eagerly(lazily(code))));
}

/** What is rarely used is loaded when it is, by the first look at one of its names. */
function lazily(code) {
  let found = false;
  const late = RARE.reduce((so, name) => {
    const required = new RegExp(
      String.raw`(EXTERNAL MODULE: \./node_modules/${name}/.*\nvar \w+ = )__nccwpck_require__(\(\d+\);)`,
      'u',
    );
    found ||= required.test(so);
    return so.replace(required, '$1lazily$2');
  }, code);
  if (!found) return code;
  const helper = 'const lazily = (id) => new Proxy({}, { get: (_, name) => __nccwpck_require__(id)[name] });\n';
  return late.replace(/^(?:#!.*\n)?(?:import .*\n)*/u, (head) => head + helper);
}

/**
 * V8 reads an arrow function over, and once more when it is called; a function expression in parentheses it compiles at
 * once. Every module that the start calls is one.
 */
function eagerly(code) {
  const called = calledAtStart(code);
  return code
    .replace(FACTORY, (whole, id, asynchronous = '', parameters) =>
      called(id) ? `/***/ ${id}:\n(${asynchronous}function (${parameters}) {` : whole,
    )
    .replace(ASYNC_BODY, '(async function ($1) $2)');
}

/** Whether a module is called when the file is loaded: in a file without an entry, all are taken for that. */
function calledAtStart(code) {
  const [, entry] = /^(?:\/\*{6}\/ )?var __webpack_exports__ = __nccwpck_require__\((\d+)\);$/mu.exec(code) ?? [];
  if (entry === undefined) return () => true;
  const starts = [...code.matchAll(FACTORY)];
  const needs = new Map(
    starts.map(({ 1: id, index }, i) => {
      const text = code.slice(index, starts[i + 1]?.index);
      return [id, [...text.matchAll(/__nccwpck_require__\((\d+)\)/gu)].map(([, other]) => other)];
    }),
  );
  const reached = new Set();
  const open = [entry];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(needs.get(id) ?? []));
  }
  return (id) => reached.has(id);
}

/** Names and lines stay, so that a stack trace can be read. */
function withoutComments(code) {
  const { comments } = parse(code, { ecmaVersion: 'latest', sourceType: 'module', comment: true, range: true });
  let kept = '';
  let from = 0;
  for (const { type, range, value } of comments) {
    if (type === 'Hashbang') continue;
    // A line end inside a comment can be what ends a statement.
    kept += code.slice(from, range[0]).replace(/[ \t]+$/u, '') + (value.includes('\n') ? '\n' : ' ');
    from = range[1];
  }
  return kept + code.slice(from);
}

/** Letters beyond ASCII as escapes: all of them stand in strings and patterns, and Node reads the rest twice as fast. */
function inAscii(code) {
  if (/\\[^\0-\x7f]|String\.raw/u.test(code))
    throw new Error('a letter beyond ASCII stands where it cannot be escaped');
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
