import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  path: string;
  remove(): void;
}

/**
 * Waits for the end of its input, which comes when our process ends in whatever way, then removes the folder; the pause
 * lets the servers that wrote there die first.
 */
const CARETAKER = 'read -r _; sleep 1; rm -rf -- "$0"';

/**
 * Makes a folder that does not outlive us: a test runner may be killed, and Jest does not pass `exit` events on to the
 * code it runs, so that no handler of ours could be trusted to remove it.
 */
export function makeTemporaryFolder(prefix: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), prefix));
  const caretaker = spawn('/bin/sh', ['-c', CARETAKER, path], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  caretaker.unref();
  if (caretaker.stdin instanceof Socket) caretaker.stdin.unref();
  return {
    path,
    remove: () => {
      // The folder first: if removing it fails, the caretaker is still there to try again.
      rmSync(path, { recursive: true, force: true });
      caretaker.kill('SIGKILL');
    },
  };
}
