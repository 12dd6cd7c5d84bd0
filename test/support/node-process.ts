import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { USUAL_NODE, type NodeVersion } from './node-versions.js';

/** How a process ended and what it said. `code` is null when a signal ended it. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

export interface RunningProcess {
  readonly finished: Promise<Finished>;
  /** Closes the pipe at our end, as `| head` does when it has seen enough. */
  stopReading(): void;
  /** SIGKILL: it gets no chance to clean up. Resolves when it is gone. */
  kill(): Promise<void>;
}

export interface ProcessOptions {
  readonly cwd: string;
  /** All there is but PATH: nothing of the environment of the tests gets through. */
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: NodeVersion;
}

/** Longer than any run in these tests may take. */
const LIMIT_MS = 60_000;

/** Starts a script as a Node process of its own. */
export function startNode(script: string, args: readonly string[], options: ProcessOptions): RunningProcess {
  const { cwd, env = {}, node = USUAL_NODE } = options;
  const startedAt = performance.now();
  const child = spawn(node.path, [script, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const finished = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    ...said,
    durationMs: performance.now() - startedAt,
  }));
  return {
    finished,
    stopReading: () => child.stdout.destroy(),
    kill: async () => {
      child.kill('SIGKILL');
      await finished;
    },
  };
}
