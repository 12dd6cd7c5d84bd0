/** A signal that aborts with the one it was made from, or after a time. `clear` when it is no longer needed. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly clear: () => void;
}

/**
 * The two reasons to stop waiting as one signal. Not `AbortSignal.any([signal, AbortSignal.timeout(ms)])`: Node 20 may
 * collect the timeout as garbage before its time, and whoever waits then waits for ever.
 */
export function deadlineAfter(timeoutMs: number, signal: AbortSignal): Deadline {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, Math.ceil(timeoutMs));
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    },
  };
}
