/**
 * Builds dist/ from lib/ (tsc's output): three self-contained bundles, byte for byte repeatable. What libraries say in
 * comments is left out, a sixth of the whole; their licenses are beside the bundles.
 * `--check` builds beside it and compares instead of replacing.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'espree';

const BUNDLES = [
  { entry: 'lib/action.js', to: '' },
  { entry: 'lib/cli.js', to: 'cli' },
  { entry: 'lib/demo/demo.js', to: 'demo' },
];

/** What package.json names as a program has to be one. */
const PROGRAM = 'cli/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const run = (script, ...args) =>
  execFileSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'pipe' });

rmSync(join(root, 'lib'), { recursive: true, force: true });
run('node_modules/typescript/bin/tsc', '-p', '.');

const built = mkdtempSync(join(tmpdir(), 'xmpp-tls-dist-'));
for (const { entry, to } of BUNDLES) {
  run('node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', entry, '-o', join(built, to), '--license', 'licenses.txt');
  const bundle = join(built, to, 'index.js');
  writeFileSync(bundle, inAscii(withoutComments(readFileSync(bundle, 'utf8'))));
}

const dist = join(root, 'dist');
if (check) {
  const stale = differences(built, dist);
  rmSync(built, { recursive: true });
  if (stale.length > 0) {
    console.error(`dist/ is not what src/ builds: ${stale.join(', ')}. Run npm run build and commit dist/.`);
    process.exit(1);
  }
} else {
  rmSync(dist, { recursive: true, force: true });
  cpSync(built, dist, { recursive: true });
  chmodSync(join(dist, PROGRAM), 0o755);
  rmSync(built, { recursive: true });
  for (const file of files(dist)) console.log(`${file}  ${Math.round(statSync(join(dist, file)).size / 1024)} kB`);
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

/** Every file below a folder, as sorted relative paths. */
function files(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** Files that are missing on one side or differ. */
function differences(a, b) {
  const names = [...new Set([...files(a), ...files(b)])];
  return names.filter((name) => {
    const [left, right] = [join(a, name), join(b, name)];
    return !existsSync(left) || !existsSync(right) || !readFileSync(left).equals(readFileSync(right));
  });
}
