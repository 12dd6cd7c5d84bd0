import type { Socket } from 'node:net';
import type { Received, Trouble } from '../probe/dialer.js';

/** Unread bytes at which the sender is stopped; one more chunk of the system can follow. */
const BUFFER_LIMIT = 64 * 1024;

/** What a socket received and nobody has read yet. */
export interface Inbox {
  /** The next bytes; what came before an end or an error is always handed out first. */
  take(timeoutMs: number): Promise<Received>;
  /** From now on there is nothing but this, once what is waiting was read. */
  finish(last: Received): void;
  /** Lets go of the socket and hands over what was not taken yet. */
  leave(): Received | undefined;
}

export function openInbox(socket: Socket, troubleOf: (error: unknown) => Trouble): Inbox {
  let chunks: Uint8Array[] = [];
  let size = 0;
  let last: Received | undefined;
  let wake = (): void => {};

  const finish = (received: Received): void => {
    last ??= received;
    wake();
  };
  const onData = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= BUFFER_LIMIT) socket.pause();
    wake();
  };
  const onEnd = (): void => finish({ kind: 'end' });
  const onError = (error: unknown): void => finish({ kind: 'failed', ...troubleOf(error) });
  socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);

  const somethingToTake = (timeoutMs: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const waiting = (): Received | undefined => {
    if (size === 0) return last;
    const bytes = Buffer.concat(chunks);
    chunks = [];
    size = 0;
    return { kind: 'bytes', bytes };
  };

  return {
    finish,
    async take(timeoutMs) {
      if (size === 0 && last === undefined) await somethingToTake(timeoutMs);
      socket.resume();
      return waiting() ?? { kind: 'failed', code: 'stream.timeout' };
    },
    leave() {
      socket.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError);
      // Whoever still waits gets nothing more, and must not keep the process waiting with it.
      wake();
      return waiting();
    },
  };
}
