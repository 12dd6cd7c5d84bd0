/**
 * Writes every generated file. With --check nothing is written: stale files are named and the exit code is 1.
 *
 * A generator is scripts/generate/<name>.mjs with `generate()`, which resolves to `{ path, content }[]`: paths from the
 * root of the repository, content before formatting; undefined content means that there must be no such file. Those of
 * SOURCES write src/ and need no lib/ (tsc's output), so that a file may come to src/ or leave it; the others read lib/,
 * which is built in between.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const SOURCES = ['checks-index', 'remediation-index'];
const PAGES = ['check-pages', 'action', 'config', 'probes', 'cases', 'rooms'];

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');
const stale = [];

for (const name of SOURCES) await run(name);
buildLib();
for (const name of PAGES) await run(name);

if (check && stale.length > 0) {
  console.error(`Stale generated files: ${stale.join(', ')}. Run npm run generate and commit them.`);
  process.exit(1);
}
console.log(stale.length > 0 ? `written: ${stale.join(', ')}` : 'generated files are up to date');

async function run(name) {
  const { generate } = await import(`./generate/${name}.mjs`);
  for (const { path, content } of await generate()) {
    const file = fileURLToPath(new URL(path, root));
    const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const after = content === undefined ? undefined : await formatted(file, content);
    if (before === after) continue;
    stale.push(path);
    if (!check) write(file, after);
  }
}

/** As `npm run format` would leave it. */
async function formatted(file, content) {
  return format(content, { ...(await resolveConfig(file)), filepath: file });
}

function buildLib() {
  const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
  const { status } = spawnSync(process.execPath, [tsc, '-p', '.'], { cwd: fileURLToPath(root), stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

function write(file, content) {
  if (content === undefined) return rmSync(file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
