import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { done, failed, failure, type FailureCode } from '../model/failure.js';
import type { ByteStream, Dialer, Received, Trouble } from '../probe/dialer.js';
import { deadlineAfter } from './deadline.js';
import { openInbox } from './inbox.js';
import { troubleOf } from './network-failure.js';
import { createTlsContext, tlsFacts, wrapInTls } from './tls-client.js';

/** How long a closed connection may take to leave: a round trip for the server to close as well. */
const LINGER_MS = 500;

export interface DialerOptions {
  /** PEM file of additional trust anchors. */
  readonly caFile?: string;
}

/** What holds for everything that happens on one connection. */
interface Circumstances {
  readonly family: 4 | 6;
  readonly signal: AbortSignal;
  readonly context: SecureContext;
}

/**
 * Opens TCP connections to literal addresses, one family at a time: happy eyeballs would hide the other one.
 * Throws a `ConfigurationError` for a CA file that cannot be used.
 */
export function createDialer(options: DialerOptions = {}): Dialer {
  const context = createTlsContext(options.caFile);
  return {
    async connect({ address, port, family }, timeoutMs, signal) {
      const circumstances = { family, signal, context };
      const socket = connect({ host: address, port, family, autoSelectFamily: false, noDelay: true });
      const trouble = await awaitEvent(socket, 'connect', timeoutMs, 'tcp.timeout', circumstances);
      if (trouble !== undefined) return failed(failure(trouble.code, 'connect', trouble.detail));
      return done(openStream(socket, circumstances));
    },
  };
}

/** Waits for a socket to become usable; one that does not is destroyed. */
export async function awaitEvent(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  timeoutMs: number,
  late: FailureCode,
  { family, signal }: Pick<Circumstances, 'family' | 'signal'>,
): Promise<Trouble | undefined> {
  // Errors are read where somebody waits for them; one that comes late must not end the process.
  socket.on('error', () => {});
  const deadline = deadlineAfter(timeoutMs, signal);
  try {
    await once(socket, event, { signal: deadline.signal });
    return undefined;
  } catch (error) {
    socket.destroy();
    if (signal.aborted) return { code: 'run.deadline' };
    return deadline.signal.aborted ? { code: late } : troubleOf(error, family);
  } finally {
    deadline.clear();
  }
}

function openStream(tcp: Socket, circumstances: Circumstances): ByteStream {
  const { family, signal, context } = circumstances;
  const inboxOf = (socket: Socket) => openInbox(socket, (error) => troubleOf(error, family));
  let socket = tcp;
  let inbox = inboxOf(tcp);
  const abandon = (): void => {
    inbox.finish({ kind: 'failed', code: 'run.deadline' });
    socket.destroy();
  };
  signal.addEventListener('abort', abandon);
  tcp.once('close', () => signal.removeEventListener('abort', abandon));

  return {
    read: (timeoutMs) => inbox.take(timeoutMs),
    write(data) {
      if (socket.writable) socket.write(data);
    },
    async startTls(request) {
      const early = inbox.leave();
      if (early !== undefined) {
        inbox.finish({ kind: 'end' });
        tcp.destroy();
        const { code, detail } = beforeTls(early);
        return failed(failure(code, 'handshake', detail));
      }
      const secure = wrapInTls(tcp, context, request);
      socket = secure;
      inbox = inboxOf(secure);
      const trouble = await awaitEvent(secure, 'secureConnect', request.timeoutMs, 'tls.timeout', circumstances);
      if (trouble !== undefined) return failed(failure(trouble.code, 'handshake', trouble.detail));
      return done(tlsFacts(secure, request.identity));
    },
    close() {
      inbox.leave();
      if (tcp.closed) return Promise.resolve();
      socket.resume().end();
      const timer = setTimeout(() => socket.destroy(), LINGER_MS).unref();
      return new Promise((resolve) => {
        tcp.once('close', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
    traffic: () => ({ sent: tcp.bytesWritten, received: tcp.bytesRead }),
  };
}

/** What a server did before our ClientHello leaves no room for a handshake. */
function beforeTls(received: Received): Trouble {
  if (received.kind === 'failed') return received;
  return { code: received.kind === 'end' ? 'tls.closed' : 'tls.not-tls' };
}
