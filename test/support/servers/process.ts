import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROGRAM_FOLDERS } from './installed.js';

/** One program of a server; most servers are one, jabberd2 is four. */
export interface Program {
  name: string;
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** The next program starts only when this port accepts connections. */
  listensOn?: number;
}

export interface RunningProgram {
  name: string;
  /** How it ended, in words, or undefined while it runs. */
  ending(): string | undefined;
  /** Kills the program with all its helpers and waits until none is left. */
  kill(): Promise<void>;
}

const POLL_MS = 10;
const GONE_WITHIN_MS = 5_000;

/**
 * Starts a program in a session of its own, in a bare environment, both its outputs in `logFile`.
 *
 * The kernel kills it when our process ends in whatever way (`--pdeathsig`), since a test runner that is killed itself
 * runs no exit handler; the program never keeps our process alive.
 */
export function launch(program: Program, folder: string, logFile: string): RunningProgram {
  const log = openSync(logFile, 'a');
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', program.command, ...program.args], {
    cwd: folder,
    detached: true,
    env: { PATH: PROGRAM_FOLDERS.join(':'), HOME: folder, LANG: 'C.UTF-8', ...program.env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();

  let failure: string | undefined;
  child.once('error', (error) => {
    failure = `could not start: ${error.message}`;
  });
  return {
    name: program.name,
    ending: () => failure ?? describeEnding(child),
    kill: () => killFamily(child),
  };
}

function describeEnding(child: ChildProcess): string | undefined {
  if (child.exitCode !== null) return `exited with status ${child.exitCode}`;
  return child.signalCode === null ? undefined : `killed by ${child.signalCode}`;
}

async function killFamily(child: ChildProcess): Promise<void> {
  const family = signalFamily(child);
  for (let waited = 0; waited < GONE_WITHIN_MS; waited += POLL_MS) {
    if (!family.some(isAlive)) return;
    await sleep(POLL_MS);
  }
  throw new Error(`processes ${family.filter(isAlive).join(', ')} survived SIGKILL`);
}

/** Kills the process group and the helpers that left it (Erlang's do); returns everyone who was told to go. */
function signalFamily(child: ChildProcess): number[] {
  // Once the child is reaped its number may belong to a stranger, and the stranger's children are not ours to kill.
  if (child.pid === undefined || describeEnding(child) !== undefined) return [];
  const helpers = descendants(child.pid);
  for (const target of [-child.pid, ...helpers]) sendKill(target);
  return [child.pid, ...helpers];
}

function sendKill(target: number): void {
  try {
    process.kill(target, 'SIGKILL');
  } catch (error) {
    if (!hasCode(error) || error.code !== 'ESRCH') throw error;
    // ESRCH: it went by itself, which is what we want.
  }
}

interface ProcessState {
  pid: number;
  parent: number;
  state: string;
}

function descendants(ancestor: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readState(Number(name)))
    .filter((state) => state !== undefined);
  const family = [ancestor];
  for (const pid of family) {
    family.push(...all.filter((other) => other.parent === pid).map((other) => other.pid));
  }
  return family.slice(1);
}

/** A zombie is dead: in a container nobody may ever reap it. */
function isAlive(pid: number): boolean {
  const state = readState(pid);
  return state !== undefined && state.state !== 'Z' && state.state !== 'X';
}

function readState(pid: number): ProcessState | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // The process ended between being listed and being read.
    return undefined;
  }
  // The second field is the program's name in brackets and may itself hold spaces and brackets: proc(5).
  const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { pid, parent: Number(parent), state };
}

/** By shape: under Jest the errors of Node's own modules are no instances of the `Error` that our code sees. */
function hasCode(error: unknown): error is { code: unknown } {
  return typeof error === 'object' && error !== null && 'code' in error;
}
