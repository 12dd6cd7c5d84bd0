import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Where Debian puts servers and tools; fixed, because an ordinary user's PATH lacks the sbin folders. */
export const PROGRAM_FOLDERS = ['/usr/sbin', '/usr/bin', '/sbin', '/bin'] as const;

/** Tells which real servers can be started on this machine. */
export function installedServers(): { prosody: boolean; ejabberd: boolean; jabberd2: boolean } {
  // setpriv (util-linux) ties the life of every server to ours; without it none is started.
  const startable = findProgram('setpriv') !== undefined;
  return {
    prosody: startable && findProgram('prosody') !== undefined,
    ejabberd: startable && findProgram('erl') !== undefined && findLibrary('ejabberd-') !== undefined,
    jabberd2: startable && findProgram('jabberd2-c2s') !== undefined && findLibrary('jabberd2') !== undefined,
  };
}

/** The full path of an executable, or undefined when it is not installed. */
export function findProgram(name: string): string | undefined {
  return PROGRAM_FOLDERS.map((folder) => join(folder, name)).find(isExecutable);
}

/** The first `/usr/lib/<architecture>-linux-gnu/<prefix>...`, or undefined when there is none. */
export function findLibrary(prefix: string): string | undefined {
  const root = '/usr/lib';
  if (!existsSync(root)) return undefined;
  return readdirSync(root)
    .filter((folder) => folder.includes('-linux-gnu'))
    .map((folder) => join(root, folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .find((path) => basename(path).startsWith(prefix));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Absent and not executable are the same answer here.
    return false;
  }
}
