import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** As much of netcat as our commands use: `nc -w SECONDS HOST PORT`. Not every machine has one. */
const NETCAT = `#!${process.execPath}
const [, , , host, port] = process.argv.slice(1);
const socket = require('node:net').connect(Number(port), host);
process.stdin.pipe(socket).pipe(process.stdout);
`;

/** The real pauses are for servers far away. */
const SHORT_SLEEP = '#!/bin/sh\nexec /bin/sleep 0.2\n';

/** What a person sees who pastes the command into a shell. */
export async function runPastedCommand(command: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'xmpp-tls-e2e-bin-'));
  try {
    for (const [name, script] of Object.entries({ nc: NETCAT, sleep: SHORT_SLEEP })) {
      writeFileSync(join(folder, name), script);
      chmodSync(join(folder, name), 0o755);
    }
    const env = { PATH: `${folder}:${process.env.PATH ?? ''}` };
    return (await promisify(execFile)('sh', ['-c', command], { env, timeout: 20_000 })).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
