import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

/** How a text is cut on its way: bytes in each segment, and the pause after it. */
export interface Cut {
  readonly bytes?: number;
  readonly delayMs?: number;
}

/** One connection as the script of the peer sees it. */
export interface PeerConnection {
  /** Counts from 0, in the order of arrival. */
  readonly index: number;
  /** Takes what comes up to and with the first of these texts, and tells which; undefined when the client has gone. */
  expect<T extends string>(...texts: readonly T[]): Promise<T | undefined>;
  send(data: string | Uint8Array, cut?: Cut): Promise<void>;
  /** Serves a TLS handshake; false when it failed. Afterwards everything is inside TLS. */
  startTls(options: TlsOptions): Promise<boolean>;
  end(): void;
  reset(): void;
  /** Stays silent until the client goes. */
  hold(): Promise<void>;
}

/** A server on loopback that does exactly what its script says, once for every connection. */
export interface ScriptedPeer {
  readonly port: number;
  /** What each connection brought, as text, outside and inside of TLS. */
  readonly received: readonly string[];
  close(): Promise<void>;
}

export async function startPeer(script: (connection: PeerConnection) => Promise<void>): Promise<ScriptedPeer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const running: Promise<void>[] = [];
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    const index = received.push('') - 1;
    const connection = serve(socket, index, (text) => (received[index] += text));
    running.push(script(connection));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    received,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await Promise.all(running);
    },
  };
}

function serve(tcp: Socket, index: number, onText: (text: string) => void): PeerConnection {
  let socket = tcp;
  let unread = Buffer.alloc(0);
  let gone = false;
  let wake = (): void => {};
  const onData = (chunk: Buffer): void => {
    unread = Buffer.concat([unread, chunk]);
    onText(chunk.toString('latin1'));
    wake();
  };
  const onGone = (): void => {
    gone = true;
    wake();
  };
  const listen = (): void => {
    socket.on('data', onData).on('end', onGone).on('close', onGone).on('error', onGone);
  };
  const change = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  listen();

  return {
    index,
    async expect(...texts) {
      for (;;) {
        const found = texts
          .map((text) => ({ text, at: unread.indexOf(text) }))
          .filter(({ at }) => at >= 0)
          .sort((a, b) => a.at - b.at)[0];
        if (found !== undefined) {
          unread = unread.subarray(found.at + Buffer.byteLength(found.text));
          return found.text;
        }
        if (gone) return undefined;
        await change();
      }
    },
    async send(data, { bytes = Infinity, delayMs } = {}) {
      const all = Buffer.from(data);
      for (let at = 0; at < all.length && socket.writable; at += bytes) {
        socket.write(all.subarray(at, at + bytes));
        // A turn of the event loop lets the segment leave before the next one is written.
        await (delayMs === undefined ? nextTurn() : sleep(delayMs));
      }
    },
    async startTls(options) {
      tcp.off('data', onData).pause();
      if (unread.length > 0) tcp.unshift(unread);
      unread = Buffer.alloc(0);
      const server = createTlsServer(options);
      const finished = Promise.race([
        once(server, 'secureConnection'),
        once(server, 'tlsClientError').then(() => undefined),
        once(tcp, 'close').then(() => undefined),
      ]);
      server.emit('connection', tcp);
      const [secure] = (await finished) ?? [];
      if (secure === undefined) return false;
      socket = secure as Socket;
      listen();
      return true;
    },
    end: () => void socket.end(),
    reset: () => void tcp.resetAndDestroy(),
    async hold() {
      while (!gone) await change();
    },
  };
}
