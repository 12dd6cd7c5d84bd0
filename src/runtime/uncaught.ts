/**
 * Has an error that nobody caught leave like every other: told by `leave`, which answers the exit code. Node would print
 * it raw, where a runner reads commands, and end with 1, which says that a domain is plaintext.
 */
export function onUncaught(leave: (error: unknown) => number): void {
  process.on('uncaughtException', (error) => process.exit(leave(error)));
}

/** Has a job that is cancelled leave by `leave`, which answers the exit code. */
export function onInterrupted(leave: (signal: string) => number): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(leave(signal)));
}
