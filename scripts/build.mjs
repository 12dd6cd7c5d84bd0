/**
 * Builds dist/ from lib/ (tsc's output): three bundles, each a folder that needs nothing else, byte for byte repeatable. What
 * is imported late has a file of its own there. What libraries say in comments is left out, a sixth of the whole; their
 * licenses are beside the bundles. `--check` builds beside it and compares instead of replacing.
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
import { tuned } from './bundle.mjs';
import { licensesOf } from './licenses.mjs';

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
  const statistics = join(built, 'statistics.json');
  run('node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', entry, '-o', join(built, to), '--stats-out', statistics);
  const { modules } = JSON.parse(readFileSync(statistics, 'utf8'));
  writeFileSync(join(built, to, 'licenses.txt'), licensesOf(modules, root));
  rmSync(statistics);
  const scripts = files(join(built, to)).filter((file) => /^[\w.]*index\.js$/u.test(file));
  for (const script of scripts) {
    const file = join(built, to, script);
    writeFileSync(file, tuned(readFileSync(file, 'utf8')));
  }
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
