import { execFileSync, spawnSync } from 'node:child_process';

/** The shells of this machine that people paste commands into; `sh` is always there. */
export const SHELLS = ['sh', 'bash', 'zsh'].filter((shell) => spawnSync(shell, ['-c', ':']).status === 0);

/** What a shell writes when a program of the command is replaced by one that prints its arguments, a line each. */
export function argumentsOf(program: string, command: string, shell = 'sh'): readonly string[] {
  const printer = `${program}() { printf '%s\\n' "$@"; }`;
  return execFileSync(shell, ['-c', `${printer}\n${command}`], { encoding: 'utf8' })
    .split('\n')
    .slice(0, -1);
}

/** What a shell would pipe into `nc`. */
export function piped(command: string, shell = 'sh'): Buffer {
  const producer = command.replace(/ \| nc .*$/u, '').replaceAll(/sleep \d/gu, 'true');
  return execFileSync(shell, ['-c', producer]);
}
