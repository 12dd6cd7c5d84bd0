import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { BODY_LIMIT, type Channel, type HttpResponse, type Message } from '../probe/http-client.js';
import { readBody } from './http-body.js';

/** Resolves once the WebSocket is open, or with the answer of a server that opens none; rejects with platform errors. */
export function openChannel(socket: WebSocket, signal: AbortSignal): Promise<Channel | HttpResponse> {
  const inbox = openFrames(socket, signal);
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.once('unexpected-response', (_request, response: IncomingMessage) => {
      readBody(response).then(resolve, reject);
    });
    socket.once('open', () =>
      resolve({
        send(text) {
          if (socket.readyState === socket.OPEN) socket.send(text);
        },
        read: inbox,
        close: () => socket.close(),
      }),
    );
  });
}

/** Keeps frames until they are read; together they are no longer than one answer may be. */
function openFrames(socket: WebSocket, signal: AbortSignal): (timeoutMs: number) => Promise<Message> {
  const frames: string[] = [];
  let taken = 0;
  let last: Message | undefined;
  let wake = (): void => {};
  const finish = (message: Message): void => {
    last ??= message;
    wake();
  };
  socket.on('message', (data) => {
    // Frames come as Buffers, because the type of the socket is left at `nodebuffer`.
    const text = (data as Buffer).toString('utf8');
    taken += text.length;
    if (taken > BODY_LIMIT) return finish({ kind: 'failed', code: 'stream.limit' });
    frames.push(text);
    wake();
  });
  socket.on('error', () => finish({ kind: 'end' }));
  socket.on('close', () => finish({ kind: 'end' }));
  const abandon = (): void => finish({ kind: 'failed', code: 'run.deadline' });
  signal.addEventListener('abort', abandon);
  socket.once('close', () => signal.removeEventListener('abort', abandon));

  return async (timeoutMs) => {
    if (frames.length === 0 && last === undefined) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const text = frames.shift();
    if (text !== undefined) return { kind: 'text', text };
    return last ?? { kind: 'failed', code: 'stream.timeout' };
  };
}
