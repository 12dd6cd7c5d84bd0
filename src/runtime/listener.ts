import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, isIPv6, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket, type SecureContext } from 'node:tls';
import { ConfigurationError } from '../model/ports.js';
import type { CallerStream, Listener, ListenOptions } from '../probe/listener.js';
import { openInbox } from './inbox.js';
import { troubleOf } from './network-failure.js';
import { makeSelfSigned } from './self-signed.js';

/** How long a caller may take to leave. */
const LINGER_MS = 1000;

/**
 * Listens for servers that verify our domain. Throws a `ConfigurationError` for an address or port that cannot be
 * had and for a certificate file that cannot be used.
 */
export async function listen(options: ListenOptions): Promise<Listener> {
  const context = contextOf(options);
  const sockets = new Set<Socket>();
  let take: ((caller: CallerStream) => Promise<void>) | undefined;
  const server = createServer({ noDelay: true }, (socket) => {
    // Errors are read where somebody waits for them; one that comes late must not end the process.
    socket.on('error', () => {});
    if (take === undefined) return void socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    void take(callerOf(socket, context));
  });
  await bind(server, options);
  return {
    onCall: (taker) => void (take = taker),
    async close() {
      take = undefined;
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bind(server: Server, { address, port }: ListenOptions): Promise<void> {
  try {
    server.listen({ host: address, port, ipv6Only: isIPv6(address) });
    await once(server, 'listening');
  } catch (error) {
    const why = (error as { readonly code?: string }).code ?? String(error);
    throw new ConfigurationError(
      `s2s-listen: ${address} port ${port} cannot be listened on (${why}): name an address of this machine and a free port.`,
    );
  }
}

function contextOf({ certificateFile, domain }: ListenOptions): SecureContext {
  if (certificateFile === undefined) return createSecureContext(makeSelfSigned(domain));
  try {
    const pem = readFileSync(certificateFile, 'utf8');
    return createSecureContext({ key: pem, cert: pem });
  } catch (error) {
    // What OpenSSL says of a key never holds the key.
    const why = (error as { readonly code?: string }).code ?? 'unreadable';
    throw new ConfigurationError(
      `s2s-certificate: ${certificateFile} cannot be used (${why}): name a PEM file with a certificate chain and its private key.`,
    );
  }
}

function callerOf(tcp: Socket, context: SecureContext): CallerStream {
  const inboxOf = (socket: Socket) => openInbox(socket, (error) => troubleOf(error, 4));
  let socket = tcp;
  let inbox = inboxOf(tcp);
  return {
    read: (timeoutMs) => inbox.take(timeoutMs),
    write(text) {
      if (socket.writable) socket.write(text);
    },
    async serveTls(timeoutMs) {
      // A caller waits for <proceed/> before its ClientHello, so that nothing of it can have been read yet.
      if (inbox.leave() !== undefined) return false;
      const secure = new TLSSocket(tcp, { isServer: true, secureContext: context });
      secure.on('error', () => {});
      socket = secure;
      inbox = inboxOf(secure);
      try {
        await once(secure, 'secure', { signal: AbortSignal.timeout(Math.ceil(timeoutMs)) });
        return true;
      } catch {
        // A handshake that fails or takes too long ends the call, whatever the reason.
        return false;
      }
    },
    close() {
      inbox.leave();
      socket.resume().end();
      const timer = setTimeout(() => tcp.destroy(), LINGER_MS).unref();
      tcp.once('close', () => clearTimeout(timer));
    },
  };
}
