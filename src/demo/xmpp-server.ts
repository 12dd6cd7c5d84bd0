import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { Service } from '../model/target.js';
import type { ServerCertificate } from './certificate.js';
import { acceptConnection } from './server-connection.js';
import type { Answers, Policy } from './server-dialogue.js';

export type { Answers, Policy, Topic } from './server-dialogue.js';

export interface XmppServerOptions {
  /** Domains served on this port, as they stand in `to`; any other is `host-unknown`. */
  readonly domains: readonly string[];
  readonly service: Service;
  readonly policy: Policy;
  readonly certificate: Pick<ServerCertificate, 'cert' | 'key'>;
  /** Time between a request and its answer, like a distance: answers to several requests in one go come together. */
  readonly delayMs?: number;
  /** Bytes per write; by default an answer is written at once. */
  readonly chunkBytes?: number;
  readonly answers?: Answers;
  readonly host?: string;
  /** 0, the default: any free port. */
  readonly port?: number;
}

/** An XMPP server in this process that negotiates streams and TLS, and has no accounts. */
export interface EmbeddedServer {
  readonly host: string;
  readonly port: number;
  readonly service: Service;
  /** For connections from now on: the operator changes the configuration. */
  setPolicy(policy: Policy): void;
  /** Connections accepted so far. */
  connections(): number;
  /** Closes the port and every connection. */
  stop(): Promise<void>;
}

/** Starts an embedded server; rejects when the port cannot be bound. */
export async function startXmppServer(options: XmppServerOptions): Promise<EmbeddedServer> {
  const { service, certificate, host = '127.0.0.1' } = options;
  let { policy } = options;
  let accepted = 0;
  const sockets = new Set<Socket>();
  const setting = {
    service,
    domains: new Set(options.domains),
    context: createSecureContext(certificate),
    delayMs: options.delayMs ?? 0,
    chunkBytes: options.chunkBytes ?? Infinity,
    answers: options.answers ?? {},
  };
  const server = createServer({ noDelay: true }, (socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    acceptConnection(socket, { ...setting, policy });
  });
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');
  return {
    host,
    port: (server.address() as AddressInfo).port,
    service,
    setPolicy: (next) => {
      policy = next;
    },
    connections: () => accepted,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
