/**
 * Puts Node 24 beside the tests, so that the bundles are run on the version that GitHub's runner uses as well as on
 * yours. It lives in a folder of its own because a `node` in node_modules/.bin would take the place of yours.
 */
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../test/e2e/node24/', import.meta.url));
if (process.platform === 'linux' && process.arch === 'x64' && !existsSync(`${folder}node_modules/.bin/node`)) {
  execSync('npm ci --no-audit --no-fund --loglevel=error', { cwd: folder, stdio: 'inherit' });
}
